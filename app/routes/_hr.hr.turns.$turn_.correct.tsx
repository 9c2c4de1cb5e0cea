import { type ActionFunctionArgs, data, type LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { inForce, latest } from "~/domain/completion/corrections/correction";
import { correctionForm, wishOf } from "~/domain/completion/corrections/correction-form";
import { correctionRefusal } from "~/http/correction-refusal.server";
import { readForm, refuseForm } from "~/http/form.server";
import { redirectWithNotice } from "~/http/notice.server";
import { requirePermission } from "~/http/viewer.server";
import { wordsFor } from "~/http/words.server";
import { turnPath } from "~/paths";
import type { PageHandle } from "~/ui/frame/page-handle";
import { pageMeta } from "~/ui/frame/page-meta";
import { CorrectionPage } from "~/ui/record/correction-page";
import { correctCompletion, previewCorrection, viewRevisions } from "~/use-cases/hr/correct-completion";

export const meta = pageMeta;
export const handle: PageHandle = { section: "staff" };

const TITLES = { facts: "record.correctTitle", void: "record.voidTitle", restore: "record.restoreTitle" } as const;

export async function loader(args: LoaderFunctionArgs) {
  const { scope } = await requirePermission(args, "record.correct");
  const { turn, revisions } = await viewRevisions({ enrolmentId: args.params["turn"] ?? "", scope });
  const asked = new URL(args.request.url).searchParams.get("kind");
  const last = latest(revisions);
  const kind = last && !inForce(revisions) ? "restore" : asked === "void" ? "void" : "facts";
  return { title: wordsFor(args)(TITLES[kind]), kind, turn, last } as const;
}

export async function action(args: ActionFunctionArgs) {
  const { viewer, scope } = await requirePermission(args, "record.correct");
  const enrolmentId = args.params["turn"] ?? "";
  const { turn } = await viewRevisions({ enrolmentId, scope });
  const t = wordsFor(args);
  const submission = await readForm(args.request, correctionForm);
  if (submission.status !== "success") return refuseForm(submission);
  const { step, seen } = submission.value;
  const result = submission.reply();
  if (step === "edit") return data(result);
  const asked = { viewer, scope, enrolmentId, wish: wishOf(submission.value), seen, now: args.context.now };
  const answer = await (step === "show" ? previewCorrection(asked) : correctCompletion(asked));
  if (answer.kind === "refused") return refuseForm(submission, correctionRefusal(answer.fault, t));
  if (answer.kind === "planned") return data({ ...result, planned: answer.next });
  const name = turn.fullName;
  const { wish } = asked;
  if (wish.kind !== "void")
    return redirectWithNotice(
      turnPath(enrolmentId),
      t(wish.kind === "facts" ? "record.corrected" : "record.restored", { name }),
    );
  return turn.certificate
    ? redirectWithNotice(
        turnPath(enrolmentId),
        t("record.voidedCertificate", { name, number: turn.certificate.number }),
        "warning",
      )
    : redirectWithNotice(turnPath(enrolmentId), t("record.voided", { name }));
}

export default function Correct() {
  const { kind, turn, last } = useLoaderData<typeof loader>();
  const result = useActionData<typeof action>();
  return <CorrectionPage kind={kind} turn={turn} last={last} result={result} />;
}
