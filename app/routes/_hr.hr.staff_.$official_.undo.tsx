import { type ActionFunctionArgs, data, type LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { undoForm } from "~/domain/organization/staff-change-form";
import { enterAnewPath, shownChange, undoneWords } from "~/http/entry-taken-back.server";
import { readForm, refuseForm } from "~/http/form.server";
import { redirectWithNotice } from "~/http/notice.server";
import { changeFrame, shownAccount, staffChangeRefusal, wayBack } from "~/http/staff-change.server";
import { requirePermission } from "~/http/viewer.server";
import { wordsFor } from "~/http/words.server";
import type { PageHandle } from "~/ui/frame/page-handle";
import { pageMeta } from "~/ui/frame/page-meta";
import { UndoPage } from "~/ui/staff-change/undo-page";
import { undoChange, viewUndo } from "~/use-cases/hr/undo-change";
import { viewStaffChange } from "~/use-cases/hr/view-staff-change";

export const meta = pageMeta;
export const handle: PageHandle = { section: "staff" };

export async function loader(args: LoaderFunctionArgs) {
  const { viewer, scope } = await requirePermission(args, "staff.change");
  const t = wordsFor(args);
  const { now } = args.context;
  const { seen, answer } = await viewUndo({ viewer, scope, officialId: args.params["official"] ?? "", now });
  const frame = changeFrame(args, { viewer, seen, t });
  const title = t("staffChange.undoTitle");
  if (answer.kind === "refused") {
    const refused = staffChangeRefusal(answer.reason, seen.official, now, t).formErrors?.[0] ?? null;
    return { title, frame: { ...frame, refused }, undo: null };
  }
  const { change, staffCategory, turns, asked, account } = answer;
  const held = shownAccount(seen.account, seen.managesAccount);
  return { title, frame, undo: { ...shownChange(change), staffCategory, turns, asked, account, held } };
}

export async function action(args: ActionFunctionArgs) {
  const { viewer, scope } = await requirePermission(args, "staff.change");
  const t = wordsFor(args);
  const { now } = args.context;
  const officialId = args.params["official"] ?? "";
  const seen = await viewStaffChange({ viewer, scope, officialId, now });
  const submission = await readForm(args.request, undoForm);
  if (submission.status !== "success") return refuseForm(submission);
  const { intent, ...values } = submission.value;
  const answer = await undoChange({ viewer, scope, officialId, values, now });
  if (answer.kind === "refused")
    return data(submission.reply(staffChangeRefusal(answer.reason, seen.official, now, t)), { status: 400 });
  const { before, change, account } = answer;
  const said = undoneWords(t, { ...answer, fullName: before.fullName });
  const next =
    intent === "again" ? enterAnewPath(args.request, before, change) : wayBack(args.request, viewer, seen, t).href;
  return redirectWithNotice(next, said, account === "administers" && change.kind === "return" ? "warning" : "success");
}

export default function Undo() {
  const page = useLoaderData<typeof loader>();
  return <UndoPage {...page} result={useActionData<typeof action>()} />;
}
