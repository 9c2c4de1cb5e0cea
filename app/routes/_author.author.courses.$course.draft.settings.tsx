import { type ActionFunctionArgs, data, type LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { actorOf } from "~/domain/audit/audit-event";
import { settingsForm } from "~/domain/courses/drafts/settings-form";
import { draftRefusal } from "~/http/draft-answer.server";
import { readForm } from "~/http/form.server";
import { redirectWithNotice } from "~/http/notice.server";
import { requirePermission } from "~/http/viewer.server";
import { wordsFor } from "~/http/words.server";
import { draftPath } from "~/paths";
import type { PageHandle } from "~/ui/frame/page-handle";
import { pageMeta } from "~/ui/frame/page-meta";
import { SettingsPage } from "~/ui/library/draft/settings-page";
import { changeCourseSettings, viewCourseSettings } from "~/use-cases/author/change-course-settings";

export const meta = pageMeta;
export const handle: PageHandle = { section: "library" };

export async function loader(args: LoaderFunctionArgs) {
  await requirePermission(args, "content.write");
  return {
    title: wordsFor(args)("draft.settingsTitle"),
    view: await viewCourseSettings({ slug: args.params["course"]! }),
  };
}

export async function action(args: ActionFunctionArgs) {
  const { viewer } = await requirePermission(args, "content.write");
  const t = wordsFor(args);
  const slug = args.params["course"]!;
  const submission = await readForm(args.request, settingsForm);
  const refuse = (more: Partial<Refused>, status: number, formErrors: string[] = []) =>
    data({ result: submission.reply({ formErrors }), refusal: null, conflicts: [], ...more } as Refused, { status });
  if (submission.status !== "success") {
    return data({ result: submission.reply(), refusal: null, conflicts: [] } as Refused, { status: 400 });
  }
  const answer = await changeCourseSettings({
    ...submission.value,
    slug,
    actor: actorOf(viewer),
    now: args.context.now,
  });
  if (answer.kind === "refused") return refuse({ refusal: draftRefusal(answer) }, 409);
  if (answer.kind === "declined") {
    if (answer.why === "unreadable") return refuse({}, 409, [t("draft.settingsUnreadable")]);
    return refuse({ conflicts: answer.why }, 409);
  }
  const word = answer.kind === "saved" ? "draft.saved" : "draft.unchanged";
  return redirectWithNotice(draftPath(slug), t(word), answer.kind === "saved" ? "success" : "info");
}

type Refused = Omit<Parameters<typeof SettingsPage>[0], "view">;

export default function SettingsRoute() {
  const { view } = useLoaderData<typeof loader>();
  const { result, refusal = null, conflicts = [] } = useActionData<typeof action>() ?? {};
  return <SettingsPage view={view} result={result} refusal={refusal} conflicts={conflicts} />;
}
