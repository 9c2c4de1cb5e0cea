import { data, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { parseSerial } from "~/domain/certificates/serial";
import { wordsFor } from "~/http/words.server";
import { verifyPath } from "~/paths";
import { Page } from "~/ui/frame/page";
import type { PageHandle } from "~/ui/frame/page-handle";
import { pageMeta } from "~/ui/frame/page-meta";
import { FileCheckBox } from "~/ui/certificates/file-check";
import { VerifyForm } from "~/ui/certificates/verify-form";
import { useWords } from "~/ui/words/use-words";
import { readCheckingMatter } from "~/use-cases/public/read-issuer";

export const meta = pageMeta;
/** For the check of a file in the browser; the serial is checked without script. */
export const handle: PageHandle = { script: true, words: ["verify", "fileCheck"] };

/** What was typed leads to the page of that serial, or comes back with a sentence on what is wrong with it. */
export async function loader(args: LoaderFunctionArgs) {
  const title = wordsFor(args)("verify.title");
  const typed = new URL(args.request.url).searchParams.get("serial");
  const { now } = args.context;
  if (typed === null) return data({ title, typed: "", problem: null, matter: await readCheckingMatter({ now }) });
  const parsed = parseSerial(typed);
  if (parsed.kind === "well-formed") throw redirect(verifyPath(parsed.serial));
  return data(
    { title, typed: parsed.typed, problem: parsed.because, matter: await readCheckingMatter({ now }) },
    { status: 400 },
  );
}

export default function VerifyPage() {
  const t = useWords();
  const { typed, problem, matter } = useLoaderData<typeof loader>();
  return (
    <Page title={t("verify.title")} lead={t("verify.lead")} width="reading">
      <VerifyForm typed={typed} problem={problem} />
      <FileCheckBox matter={matter} />
      <div className="prose mt-12">
        <h2>{t("verify.qrTitle")}</h2>
        <p>{t("verify.qrText")}</p>
        <h2>{t("verify.shownTitle")}</h2>
        <p>{t("verify.shownText")}</p>
      </div>
    </Page>
  );
}
