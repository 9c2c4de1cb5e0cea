import {
  type ActionFunctionArgs,
  data,
  type HeadersFunction,
  type LoaderFunctionArgs,
  redirect,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { readForm, refuseForm } from "~/http/form.server";
import { ownPath } from "~/http/own-path";
import { viewerOf } from "~/http/viewer.server";
import { wordsFor } from "~/http/words.server";
import { homePath, passwordPath, privacyNoticePath } from "~/paths";
import { SignInPage } from "~/ui/account/sign-in-page";
import { waitInWords } from "~/ui/account/wait-in-words";
import { firstPathFor } from "~/ui/frame/navigation";
import type { PageHandle } from "~/ui/frame/page-handle";
import { pageMeta } from "~/ui/frame/page-meta";
import { readAgency } from "~/use-cases/public/read-agency";
import { signIn } from "~/use-cases/public/sign-in";

export const handle: PageHandle = { quiet: true };
export const meta = pageMeta;
export const headers: HeadersFunction = ({ actionHeaders }) => actionHeaders;

const signInForm = z.object({
  identifier: z.string().max(200),
  password: z.string().max(500),
  next: z.string().max(2000).optional(),
});

export async function loader(args: LoaderFunctionArgs) {
  const next = ownPath(new URL(args.request.url).searchParams.get("next"));
  const viewer = await viewerOf(args);
  if (viewer) throw redirect(next ?? firstPathFor(viewer));
  return { title: wordsFor(args)("signIn.title"), next, agency: await readAgency() };
}

export async function action(args: ActionFunctionArgs) {
  const { request, context } = args;
  const t = wordsFor(args);
  const submission = await readForm(request, signInForm);
  if (submission.status !== "success") return refuseForm(submission, { hideFields: ["password"] });
  const { identifier, password, next } = submission.value;
  const { ip, userAgent, now } = context;
  const answer = await signIn({ identifier, password, ip, userAgent, now });
  if (answer.kind === "signed-in") {
    const wanted = ownPath(next);
    const shown = answer.noticeRead ? (wanted ?? homePath()) : privacyNoticePath(wanted ?? undefined);
    const onTo = answer.mustChangePassword ? passwordPath() : shown;
    return redirect(onTo, { headers: { "Set-Cookie": answer.setCookie } });
  }
  if (answer.reason === "wrong")
    return refuseForm(submission, { formErrors: [t("signIn.wrong")], hideFields: ["password"] });
  const wait = t("signIn.wait", { wait: waitInWords(t, answer.seconds) });
  const refused = submission.reply({ formErrors: [wait], hideFields: ["password"] });
  return data(refused, { status: 429, headers: { "Retry-After": String(answer.seconds) } });
}

export default function SignIn() {
  const { next, agency } = useLoaderData<typeof loader>();
  return <SignInPage agency={agency} next={next} lastResult={useActionData<typeof action>()} />;
}
