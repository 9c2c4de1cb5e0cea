import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { accommodationForm, revocationForm } from "~/domain/assessment/accommodations/accommodation-form";
import { may } from "~/domain/auth/permissions";
import { badRequest } from "~/domain/problem";
import { localDay } from "~/domain/time";
import { postedForm, readForm, refuseForm } from "~/http/form.server";
import { redirectWithNotice } from "~/http/notice.server";
import { requirePermission } from "~/http/viewer.server";
import { wordsFor } from "~/http/words.server";
import { conditionsPath } from "~/paths";
import { ConditionsPage } from "~/ui/accommodations/conditions-page";
import type { PageHandle } from "~/ui/frame/page-handle";
import { pageMeta } from "~/ui/frame/page-meta";
import { grantAccommodation } from "~/use-cases/hr/grant-accommodation";
import { revokeAccommodation } from "~/use-cases/hr/revoke-accommodation";
import { viewAccommodations } from "~/use-cases/hr/view-accommodations";

export const meta = pageMeta;
export const handle: PageHandle = { section: "staff" };

export async function loader(args: LoaderFunctionArgs) {
  const { viewer, scope } = await requirePermission(args, "accommodation.grant");
  const { now } = args.context;
  return {
    title: wordsFor(args)("accommodation.title"),
    page: await viewAccommodations({ viewer, officialId: args.params["official"] ?? "", scope, now }),
    today: localDay(now),
    seesRecord: may(viewer, "staff.view"),
  };
}

export async function action(args: ActionFunctionArgs) {
  const { viewer, scope } = await requirePermission(args, "accommodation.grant");
  const intent = (await postedForm(args.request.clone())).get("intent");
  const asked = { viewer, scope, officialId: args.params["official"] ?? "", now: args.context.now };
  if (intent === "grant") return grant(args, asked);
  if (intent === "revoke") return revoke(args, asked);
  throw badRequest("intent");
}

type Asked = Pick<Parameters<typeof grantAccommodation>[0], "viewer" | "scope" | "officialId" | "now">;

async function grant(args: ActionFunctionArgs, asked: Asked) {
  const t = wordsFor(args);
  const submission = await readForm(args.request, accommodationForm);
  if (submission.status !== "success") return refuseForm(submission);
  const { intent: _, ...wish } = submission.value;
  const answer = await grantAccommodation({ ...asked, wish });
  if (answer.kind === "refused") {
    const sentence = t(`accommodation.${answer.reason}`);
    if (answer.field === null) return refuseForm(submission, { formErrors: [sentence] });
    return refuseForm(submission, { fieldErrors: { [answer.field]: [sentence] } });
  }
  const { fullName: name, deadlinesMoved: count } = answer;
  const notice =
    count > 0 ? t("accommodation.grantedMoved", { name, count }) : t("accommodation.grantedNotice", { name });
  return redirectWithNotice(conditionsPath(asked.officialId), notice);
}

async function revoke(args: ActionFunctionArgs, asked: Asked) {
  const t = wordsFor(args);
  const submission = await readForm(args.request, revocationForm);
  if (submission.status !== "success") return refuseForm(submission);
  const { accommodation: accommodationId, reason } = submission.value;
  const answer = await revokeAccommodation({ ...asked, accommodationId, reason });
  const back = conditionsPath(asked.officialId);
  if (answer.kind === "revoked")
    return redirectWithNotice(back, t("accommodation.revokedNotice", { name: answer.fullName }));
  const words = answer.reason === "already-over" ? "accommodation.alreadyOver" : "accommodation.alreadyRevoked";
  return redirectWithNotice(back, t(words), "info");
}

export default function Conditions() {
  const { page, today, seesRecord } = useLoaderData<typeof loader>();
  const result = useActionData<typeof action>();
  return <ConditionsPage page={page} today={today} seesRecord={seesRecord} result={result} />;
}
