import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { wordsFor } from "~/http/words.server";
import { Page } from "~/ui/frame/page";
import { pageMeta } from "~/ui/frame/page-meta";
import { NoticeText } from "~/ui/privacy/notice-text";
import { useWords } from "~/ui/words/use-words";
import { readNotice } from "~/use-cases/public/read-notice";

export const meta = pageMeta;

export async function loader(args: LoaderFunctionArgs) {
  return { title: wordsFor(args)("notice.title"), ...(await readNotice()) };
}

export default function PrivacyPage() {
  const t = useWords();
  const { title, agency, plan } = useLoaderData<typeof loader>();
  return (
    <Page title={title} lead={t("notice.lead")} width="reading">
      <NoticeText agency={agency} plan={plan} />
    </Page>
  );
}
