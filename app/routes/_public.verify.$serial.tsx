import { data, type HeadersFunction, type LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import type { Verification } from "~/domain/certificates/verification";
import { wordsFor } from "~/http/words.server";
import { verifyStartPath } from "~/paths";
import { Page } from "~/ui/frame/page";
import { pageMeta } from "~/ui/frame/page-meta";
import { AsCredential } from "~/ui/certificates/as-credential";
import { VerificationAnswer } from "~/ui/certificates/verification-answer";
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
  const verification = await verifyCertificate({ typed: args.params["serial"] ?? "", now: args.context.now });
  const t = wordsFor(args);
  return data({ title: t(`verify.${verification.kind}Title`), verification }, { status: STATUS[verification.kind] });
}

/** Names of people are for who holds the paper, not for search engines. */
export const headers: HeadersFunction = () => ({ "X-Robots-Tag": "noindex, noarchive" });

export default function VerificationPage() {
  const t = useWords();
  const { title, verification } = useLoaderData<typeof loader>();
  return (
    <Page title={title} crumbs={[{ label: t("verify.title"), href: verifyStartPath() }]}>
      <VerificationAnswer verification={verification} />
      {"facts" in verification ? <AsCredential serial={verification.serial} /> : null}
    </Page>
  );
}
