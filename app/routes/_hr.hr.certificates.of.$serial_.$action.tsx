import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { ACTION_FORMS } from "~/domain/certificates/action-form";
import { CERTIFICATE_ACTIONS, type CertificateAction } from "~/domain/certificates/history";
import { notFound } from "~/domain/problem";
import { postedForm, readForm, refuseForm } from "~/http/form.server";
import { redirectWithNotice } from "~/http/notice.server";
import { requirePermission } from "~/http/viewer.server";
import { wordsFor } from "~/http/words.server";
import { issuedCertificatePath } from "~/paths";
import { CertificateActionPage } from "~/ui/certificate-book/certificate-action-page";
import type { PageHandle } from "~/ui/frame/page-handle";
import { pageMeta } from "~/ui/frame/page-meta";
import { changeCertificate, type CertificateWish } from "~/use-cases/hr/change-certificate";
import { viewReissue } from "~/use-cases/hr/reissue-certificate";
import { viewIssuedCertificate } from "~/use-cases/hr/view-issued-certificate";

export const meta = pageMeta;
export const handle: PageHandle = { section: "certificates" };

function actionOf(name: string | undefined): CertificateAction {
  const found = CERTIFICATE_ACTIONS.find((each) => each === name);
  if (!found) throw notFound(`action ${name}`);
  return found;
}

export async function loader(args: LoaderFunctionArgs) {
  const { viewer, scope } = await requirePermission(args, "certificates.manage");
  const serial = args.params["serial"] ?? "";
  const view = await viewIssuedCertificate({ viewer, scope, serial, now: args.context.now });
  const action = actionOf(args.params["action"]);
  const { number } = view.certificate;
  const basis = action === "reissue" ? await viewReissue({ scope, serial }) : null;
  const title = wordsFor(args)(`book.${action}Title`, { number });
  return { title, action, number, serial: view.certificate.serial, printed: view.printed, basis };
}

/** First what follows from it is shown, then it is done. */
export async function action(args: ActionFunctionArgs) {
  const { viewer, scope } = await requirePermission(args, "certificates.manage");
  const t = wordsFor(args);
  const asked = { viewer, scope, serial: args.params["serial"] ?? "", now: args.context.now };
  const name = actionOf(args.params["action"]);
  await viewIssuedCertificate(asked);
  const typed = Object.fromEntries(await postedForm(args.request.clone()));
  const submission = await readForm(args.request, ACTION_FORMS[name]);
  if (submission.status !== "success") return refuseForm(submission);
  const { intent, reasonClass, reason, ...rest } = submission.value;
  if (intent === "look") {
    const { intent: _, ...values } = typed;
    return { ...submission.reply(), looked: values as Record<string, string> };
  }
  const wish = { action: name, ...("fullName" in rest ? { correction: rest } : rest) } as CertificateWish;
  const answer = await changeCertificate({ ...asked, wish, why: { reasonClass, reason } });
  if (answer.kind === "refused") {
    if (answer.reason === "day-over") return refuseForm(submission, { fieldErrors: { lastDay: [t("book.dayWrong")] } });
    return refuseForm(submission, { formErrors: [t(`book.refused_${answer.reason}`)] });
  }
  const said = { revoke: "book.revoked", reissue: "book.reissued", expire: "book.ended" } as const;
  return redirectWithNotice(issuedCertificatePath(answer.serial), t(said[name], { number: answer.number }));
}

export default function CertificateActionRoute() {
  const page = useLoaderData<typeof loader>();
  const result = useActionData<typeof action>();
  const looked = result && "looked" in result ? result.looked : null;
  return <CertificateActionPage {...page} result={result} looked={looked} />;
}
