import { type ActionFunctionArgs, data, type LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { leavingForm } from "~/domain/organization/staff-change-form";
import { typedBefore } from "~/http/entry-taken-back.server";
import { readForm } from "~/http/form.server";
import { redirectWithNotice } from "~/http/notice.server";
import { changeFrame, shownAccount, staffChangeRefusal, wayBack } from "~/http/staff-change.server";
import { requirePermission } from "~/http/viewer.server";
import { wordsFor } from "~/http/words.server";
import type { PageHandle } from "~/ui/frame/page-handle";
import { pageMeta } from "~/ui/frame/page-meta";
import { type LeavingAnswer, LeavingPage } from "~/ui/staff-change/leaving-page";
import { endEmployment, previewLeaving } from "~/use-cases/hr/end-employment";
import { viewStaffChange } from "~/use-cases/hr/view-staff-change";

export const meta = pageMeta;
export const handle: PageHandle = { section: "staff" };

export async function loader(args: LoaderFunctionArgs) {
  const { viewer, scope } = await requirePermission(args, "staff.change");
  const t = wordsFor(args);
  const officialId = args.params["official"] ?? "";
  const seen = await viewStaffChange({ viewer, scope, officialId, now: args.context.now });
  const typed = typedBefore(args.request);
  return { title: t("staffChange.leaveTitle"), frame: changeFrame(args, { viewer, seen, only: "there", t }), typed };
}

export async function action(args: ActionFunctionArgs) {
  const { viewer, scope } = await requirePermission(args, "staff.change");
  const t = wordsFor(args);
  const { now } = args.context;
  const officialId = args.params["official"] ?? "";
  const seen = await viewStaffChange({ viewer, scope, officialId, now });
  const submission = await readForm(args.request, leavingForm);
  if (submission.status !== "success") return data<LeavingAnswer>({ lastResult: submission.reply() }, { status: 400 });
  const { intent, ...values } = submission.value;
  const lastResult = submission.reply();
  if (intent === "edit") return data<LeavingAnswer>({ lastResult });
  const wish = { viewer, scope, officialId, values, now };
  const answer = await (intent === "show" ? previewLeaving(wish) : endEmployment(wish));
  if (answer.kind === "refused") {
    const refused = staffChangeRefusal(answer.reason, seen.official, now, t);
    return data<LeavingAnswer>({ lastResult: submission.reply(refused) }, { status: 400 });
  }
  if (answer.kind === "preview") {
    const account = shownAccount(seen.account, seen.managesAccount);
    return data<LeavingAnswer>({ lastResult, confirm: { after: answer.account, account } });
  }
  const said = `${t("staffChange.left", { name: answer.fullName })} ${t(`staffChange.account_${answer.account}`)}`;
  const kind = answer.account === "administers" ? "warning" : "success";
  return redirectWithNotice(wayBack(args.request, viewer, seen, t).href, said, kind);
}

export default function Leave() {
  const { frame, typed } = useLoaderData<typeof loader>();
  return <LeavingPage frame={frame} typed={typed} answer={useActionData<typeof action>()} />;
}
