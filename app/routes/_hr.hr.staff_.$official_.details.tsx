import { type ActionFunctionArgs, data, type LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { detailsForm } from "~/domain/organization/staff-change-form";
import { readForm } from "~/http/form.server";
import { redirectWithNotice } from "~/http/notice.server";
import { changeFrame, staffChangeRefusal, wayBack } from "~/http/staff-change.server";
import { requirePermission } from "~/http/viewer.server";
import { wordsFor } from "~/http/words.server";
import type { PageHandle } from "~/ui/frame/page-handle";
import { pageMeta } from "~/ui/frame/page-meta";
import { type DetailsAnswer, DetailsPage } from "~/ui/staff-change/details-page";
import { correctOfficial, previewDetails } from "~/use-cases/hr/correct-official";
import { viewStaffChange } from "~/use-cases/hr/view-staff-change";

export const meta = pageMeta;
export const handle: PageHandle = { section: "staff" };

export async function loader(args: LoaderFunctionArgs) {
  const { viewer, scope } = await requirePermission(args, "staff.change");
  const t = wordsFor(args);
  const officialId = args.params["official"] ?? "";
  const seen = await viewStaffChange({ viewer, scope, officialId, now: args.context.now });
  const { otherNames, reissues } = seen;
  return { title: t("staffChange.detailsTitle"), frame: changeFrame(args, { viewer, seen, t }), otherNames, reissues };
}

export async function action(args: ActionFunctionArgs) {
  const { viewer, scope } = await requirePermission(args, "staff.change");
  const t = wordsFor(args);
  const { now } = args.context;
  const officialId = args.params["official"] ?? "";
  const seen = await viewStaffChange({ viewer, scope, officialId, now });
  const submission = await readForm(args.request, detailsForm);
  if (submission.status !== "success") return data<DetailsAnswer>({ lastResult: submission.reply() }, { status: 400 });
  const { intent, ...values } = submission.value;
  const lastResult = submission.reply();
  if (intent === "edit") return data<DetailsAnswer>({ lastResult });
  const wish = { viewer, scope, officialId, values, now };
  const answer = await (intent === "show" ? previewDetails(wish) : correctOfficial(wish));
  if (answer.kind === "refused") {
    const refused = staffChangeRefusal(answer.reason, seen.official, now, t);
    return data<DetailsAnswer>({ lastResult: submission.reply(refused) }, { status: 400 });
  }
  if (answer.kind === "preview") return data<DetailsAnswer>({ lastResult, confirm: answer.changes });
  const said = t("staffChange.corrected", { name: answer.fullName });
  return redirectWithNotice(wayBack(args.request, viewer, seen, t).href, said);
}

export default function Details() {
  const { frame, otherNames, reissues } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  return <DetailsPage frame={frame} otherNames={otherNames} reissues={reissues} answer={answer} />;
}
