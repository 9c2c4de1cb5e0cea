import { type ActionFunctionArgs, data, type LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { postForm } from "~/domain/organization/staff-change-form";
import { typedBefore } from "~/http/entry-taken-back.server";
import { readForm } from "~/http/form.server";
import { redirectWithNotice } from "~/http/notice.server";
import { changeFrame, shownAccount, staffChangeRefusal, wayBack } from "~/http/staff-change.server";
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

export async function loader(args: LoaderFunctionArgs) {
  const { viewer, scope } = await requirePermission(args, "staff.change");
  const t = wordsFor(args);
  const { now } = args.context;
  const seen = await viewStaffChange({ viewer, scope, officialId: args.params["official"] ?? "", now });
  const typed = typedBefore(args.request);
  const unitCode = typed["unit"] ?? seen.official.unitCode;
  return {
    title: t("staffChange.transferTitle"),
    frame: changeFrame(args, { viewer, seen, only: "there", t }),
    choice: await listUnitsToChoose({ scope, text: "", chosenCode: unitCode }),
    unitCode,
    typed,
  };
}

export async function action(args: ActionFunctionArgs) {
  const { viewer, scope } = await requirePermission(args, "staff.change");
  const t = wordsFor(args);
  const { now } = args.context;
  const officialId = args.params["official"] ?? "";
  // Before the form is read: somebody outside the scope is not found, whatever was typed.
  const seen = await viewStaffChange({ viewer, scope, officialId, now });
  const submission = await readForm(args.request, postForm);
  const { unit, unitText } = submission.payload as Record<string, string | undefined>;
  const choice = await listUnitsToChoose({ scope, text: unitText ?? "", chosenCode: unit });
  const again = (lastResult: PostAnswer["lastResult"], status = 400) =>
    data<PostAnswer>({ lastResult, choice }, { status });
  if (submission.status !== "success") return again(submission.reply());
  const form = submission.value;
  if (form.intent === "find-unit" || form.intent === "edit") return again(submission.reply(), 200);
  const wish = { viewer, scope, officialId, kind: "transfer" as const, values: form, now };
  const answer = await (form.intent === "show" ? previewPost(wish) : changePost(wish));
  if (answer.kind === "refused")
    return again(submission.reply(staffChangeRefusal(answer.reason, seen.official, now, t)));
  if (answer.kind === "preview") {
    const confirm = { ...answer, account: shownAccount(answer.account, seen.managesAccount) };
    return data<PostAnswer>({ lastResult: submission.reply(), confirm });
  }
  const { fullName, unitName, coursesGiven, account } = answer;
  const said = t(coursesGiven > 0 ? "staffChange.transferredGiven" : "staffChange.transferred", {
    name: fullName,
    unit: unitName,
    count: coursesGiven,
  });
  const roles = account?.roles.length ?? 0;
  const text = roles > 0 ? `${said} ${t("staffChange.rolesLeft", { count: roles })}` : said;
  return redirectWithNotice(wayBack(args.request, viewer, seen, t).href, text, roles > 0 ? "warning" : "success");
}

export default function Transfer() {
  const page = useLoaderData<typeof loader>();
  return <PostPage kind="transfer" {...page} answer={useActionData<typeof action>()} />;
}
