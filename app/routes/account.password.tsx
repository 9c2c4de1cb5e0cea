import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { readForm, refuseForm } from "~/http/form.server";
import { redirectWithNotice } from "~/http/notice.server";
import { requireViewer } from "~/http/viewer.server";
import { wordsFor } from "~/http/words.server";
import { privacyNoticePath } from "~/paths";
import { PasswordPage } from "~/ui/account/password-page";
import { firstPathFor } from "~/ui/frame/navigation";
import { pageMeta } from "~/ui/frame/page-meta";
import { viewNoticeRead } from "~/use-cases/account/acknowledge-notice";
import { changePassword } from "~/use-cases/public/change-password";

export const meta = pageMeta;

const LONGEST = 500;
const passwordForm = z
  .object({ current: z.string().max(LONGEST), next: z.string().max(LONGEST), repeat: z.string().max(LONGEST) })
  .refine(({ next, repeat }) => next === repeat, { path: ["repeat"], message: "account.passwordMismatch" });

const REFUSED = {
  "wrong-current": ["current", "account.passwordWrongCurrent"],
  "same-as-before": ["next", "account.passwordSameAsBefore"],
  "too-short": ["next", "account.passwordTooShort"],
  "too-long": ["next", "account.passwordTooLong"],
  "too-common": ["next", "account.passwordTooCommon"],
  "contains-identifier": ["next", "account.passwordContainsIdentifier"],
} as const;

export async function loader(args: LoaderFunctionArgs) {
  const viewer = await requireViewer(args);
  const { identifier, mustChangePassword } = viewer;
  return { title: wordsFor(args)("account.passwordTitle"), identifier, forced: mustChangePassword };
}

export async function action(args: ActionFunctionArgs) {
  const viewer = await requireViewer(args);
  const t = wordsFor(args);
  const submission = await readForm(args.request, passwordForm);
  const hideFields = ["current", "next", "repeat"];
  if (submission.status !== "success") return refuseForm(submission, { hideFields });
  const { current, next } = submission.value;
  const answer = await changePassword({ viewer, current, next, now: args.context.now });
  if (answer.kind === "changed") {
    const onTo = (await viewNoticeRead(viewer)) ? firstPathFor(viewer) : privacyNoticePath();
    return redirectWithNotice(onTo, t("account.passwordChanged"));
  }
  const [field, sentence] = REFUSED[answer.reason];
  return refuseForm(submission, { fieldErrors: { [field]: [t(sentence)] }, hideFields });
}

export default function ChangePassword() {
  const { identifier, forced } = useLoaderData<typeof loader>();
  return <PasswordPage identifier={identifier} forced={forced} lastResult={useActionData<typeof action>()} />;
}
