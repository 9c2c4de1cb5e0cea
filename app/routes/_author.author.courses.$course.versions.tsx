import { type ActionFunctionArgs, data, type LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { may } from "~/domain/auth/permissions";
import type { ContentProblem } from "~/domain/courses/content-problem";
import { versionsForm } from "~/domain/courses/drafts/review-forms";
import { readForm } from "~/http/form.server";
import { redirectWithNotice } from "~/http/notice.server";
import { requirePermission } from "~/http/viewer.server";
import { wordsFor } from "~/http/words.server";
import { versionsPath } from "~/paths";
import type { PageHandle } from "~/ui/frame/page-handle";
import { pageMeta } from "~/ui/frame/page-meta";
import { Versions } from "~/ui/review/versions-page";
import { actOnVersions } from "~/use-cases/author/act-on-versions";
import { viewVersions } from "~/use-cases/author/view-versions";

export const meta = pageMeta;
export const handle: PageHandle = { section: "library" };

export async function loader(args: LoaderFunctionArgs) {
  const { viewer } = await requirePermission(args, "content.preview");
  const view = await viewVersions({ slug: args.params["course"]! });
  return { title: wordsFor(args)("review.versionsTitle"), view, mayDecide: may(viewer, "content.approve") };
}

export async function action(args: ActionFunctionArgs) {
  const { viewer } = await requirePermission(args, "content.approve");
  const slug = args.params["course"]!;
  const t = wordsFor(args);
  const submission = await readForm(args.request, versionsForm);
  if (submission.status !== "success") {
    return data({ result: submission.reply(), problems: [] as ContentProblem[] }, { status: 400 });
  }
  const answer = await actOnVersions({ viewer, slug, wish: submission.value, now: args.context.now });
  if (answer.kind === "done") return redirectWithNotice(versionsPath(slug), t(`review.${answer.said}`, answer.values));
  const sentence = [t(`review.${answer.said}`)];
  const result = submission.reply(
    answer.field ? { fieldErrors: { [answer.field]: sentence } } : { formErrors: sentence },
  );
  return data({ result, problems: answer.problems }, { status: answer.said === "restoreOvertaken" ? 409 : 400 });
}

export default function VersionsRoute() {
  const { view, mayDecide } = useLoaderData<typeof loader>();
  const { result, problems = [] } = useActionData<typeof action>() ?? {};
  return <Versions view={view} mayDecide={mayDecide} result={result} problems={problems} />;
}
