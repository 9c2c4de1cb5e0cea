import { type ActionFunctionArgs, data, type LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { postForm } from "~/domain/organization/staff-change-form";
import { notFound } from "~/domain/problem";
import { typedBefore } from "~/http/entry-taken-back.server";
import { readForm } from "~/http/form.server";
import { redirectWithNotice } from "~/http/notice.server";
import { changeFrame, shownAccount, staffChangeRefusal, wayBack } from "~/http/staff-change.server";
import { unitsAsked } from "~/http/unit-form.server";
import { requirePermission } from "~/http/viewer.server";
import { wordsFor } from "~/http/words.server";
import type { PageHandle } from "~/ui/frame/page-handle";
import { pageMeta } from "~/ui/frame/page-meta";
import { type PostAnswer, PostPage } from "~/ui/staff-change/post-page";
import { listUnitsToChoose } from "~/use-cases/admin/list-units-to-choose";
import { changePost, previewPost } from "~/use-cases/hr/transfer-official";
import { viewStaffChange } from "~/use-cases/hr/view-staff-change";

export const meta = pageMeta;
export const handle: PageHandle = { section: "staff" };

/** Somebody moves to another post, or is taken on again who had left. */
const KINDS = {
  transfer: { title: "staffChange.transferTitle", only: "there", done: "staffChange.transferred" },
  return: { title: "staffChange.returnTitle", only: "left", done: "staffChange.returned" },
} as const;

function kindOf(name: string | undefined): keyof typeof KINDS {
  if (name === "transfer" || name === "return") return name;
  throw notFound(`change ${name}`);
}

export async function loader(args: LoaderFunctionArgs) {
  const { viewer, scope } = await requirePermission(args, "staff.change");
  const kind = kindOf(args.params["post"]);
  const t = wordsFor(args);
  const { now } = args.context;
  const seen = await viewStaffChange({ viewer, scope, officialId: args.params["official"] ?? "", now });
  const typed = typedBefore(args.request);
  // Who comes back may be taken on by any unit; another post is as often one in the same.
  const unitCode = typed["unit"] ?? (kind === "transfer" ? seen.official.unitCode : "");
  const { title, only } = KINDS[kind];
  return {
    kind,
    title: t(title),
    frame: changeFrame(args, { viewer, seen, only, t }),
    choice: await listUnitsToChoose({ scope, text: "", chosenCode: unitCode }),
    unitCode,
    typed,
  };
}

export async function action(args: ActionFunctionArgs) {
  const { viewer, scope } = await requirePermission(args, "staff.change");
  const kind = kindOf(args.params["post"]);
  const t = wordsFor(args);
  const { now } = args.context;
  const officialId = args.params["official"] ?? "";
  // Before the form is read: somebody outside the scope is not found, whatever was typed.
  const seen = await viewStaffChange({ viewer, scope, officialId, now });
  const submission = await readForm(args.request, postForm);
  const choice = await listUnitsToChoose({ scope, ...unitsAsked(submission) });
  const again = (lastResult: PostAnswer["lastResult"], status = 400) =>
    data<PostAnswer>({ lastResult, choice }, { status });
  if (submission.status !== "success") return again(submission.reply());
  const form = submission.value;
  if (form.intent === "find-unit" || form.intent === "edit") return again(submission.reply(), 200);
  const wish = { viewer, scope, officialId, kind, values: form, now };
  const answer = await (form.intent === "show" ? previewPost(wish) : changePost(wish));
  if (answer.kind === "refused")
    return again(submission.reply(staffChangeRefusal(answer.reason, seen.official, now, t)));
  if (answer.kind === "preview") {
    const confirm = { ...answer, account: shownAccount(answer.account, seen.managesAccount) };
    return data<PostAnswer>({ lastResult: submission.reply(), confirm });
  }
  const { fullName, unitName, coursesGiven, account } = answer;
  const said = t(coursesGiven > 0 ? `${KINDS[kind].done}Given` : KINDS[kind].done, {
    name: fullName,
    unit: unitName,
    count: coursesGiven,
  });
  const roles = account?.roles.length ?? 0;
  const text = roles > 0 ? `${said} ${t("staffChange.rolesLeft", { count: roles })}` : said;
  return redirectWithNotice(wayBack(args.request, viewer, seen, t).href, text, roles > 0 ? "warning" : "success");
}

export default function Post() {
  const page = useLoaderData<typeof loader>();
  return <PostPage {...page} answer={useActionData<typeof action>()} />;
}
