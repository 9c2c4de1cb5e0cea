import { data, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { parseSerial } from "~/domain/certificates/serial";
import { wordsFor } from "~/http/words.server";
import { verifyPath } from "~/paths";
import { Page } from "~/ui/frame/page";
import { pageMeta } from "~/ui/frame/page-meta";
import { VerifyForm } from "~/ui/certificates/verify-form";
import { useWords } from "~/ui/words/use-words";

export const meta = pageMeta;

/** What was typed leads to the page of that serial, or comes back with a sentence on what is wrong with it. */
export function loader(args: LoaderFunctionArgs) {
  const title = wordsFor(args)("verify.title");
  const typed = new URL(args.request.url).searchParams.get("serial");
  if (typed === null) return data({ title, typed: "", problem: null });
  const parsed = parseSerial(typed);
  if (parsed.kind === "well-formed") throw redirect(verifyPath(parsed.serial));
  return data({ title, typed: parsed.typed, problem: parsed.because }, { status: 400 });
}

export default function VerifyPage() {
  const t = useWords();
  const { typed, problem } = useLoaderData<typeof loader>();
  return (
    <Page title={t("verify.title")} lead={t("verify.lead")} width="reading">
      <VerifyForm typed={typed} problem={problem} />
      <div className="prose mt-10">
        <h2>{t("verify.qrTitle")}</h2>
        <p>{t("verify.qrText")}</p>
        <h2>{t("verify.shownTitle")}</h2>
        <p>{t("verify.shownText")}</p>
      </div>
    </Page>
  );
}
