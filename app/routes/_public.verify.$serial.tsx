import { data, type HeadersFunction, type LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import type { Verification } from "~/domain/certificates/verification";
import { limitVerification } from "~/http/rate-limit.server";
import { wordsFor } from "~/http/words.server";
import { verifyStartPath } from "~/paths";
import { Page } from "~/ui/frame/page";
import { pageMeta } from "~/ui/frame/page-meta";
import { AsCredential } from "~/ui/certificates/as-credential";
import { VerificationAnswer } from "~/ui/certificates/verification-answer";
import { Notice } from "~/ui/kit/notice";
import { useWords } from "~/ui/words/use-words";
import { verifyCertificate } from "~/use-cases/public/verify-certificate";

export const meta = pageMeta;

const STATUS: Record<Verification["kind"], number> = {
  valid: 200,
  revoked: 200,
  expired: 200,
  replaced: 200,
  unknown: 404,
  malformed: 400,
};

export async function loader(args: LoaderFunctionArgs) {
  const wait = limitVerification(args.context);
  if (wait !== null) {
    const title = wordsFor(args)("verify.tooMany");
    const headers = { "Retry-After": String(wait) };
    return data({ title, verification: null, wait }, { status: 429, headers });
  }
  const verification = await verifyCertificate({ typed: args.params["serial"] ?? "", now: args.context.now });
  const t = wordsFor(args);
  const title = t(`verify.${verification.kind}Title`);
  return data({ title, verification, wait: null }, { status: STATUS[verification.kind] });
}

/** Names of people are for who holds the paper, not for search engines. */
export const headers: HeadersFunction = () => ({ "X-Robots-Tag": "noindex, noarchive" });

export default function VerificationPage() {
  const t = useWords();
  const { title, verification, wait } = useLoaderData<typeof loader>();
  return (
    <Page title={title} crumbs={[{ label: t("verify.title"), href: verifyStartPath() }]}>
      {verification ? (
        <>
          <VerificationAnswer verification={verification} />
          {"facts" in verification ? <AsCredential serial={verification.serial} /> : null}
        </>
      ) : (
        <Notice kind="warning">{t("verify.tooManyText", { seconds: wait })}</Notice>
      )}
    </Page>
  );
}
