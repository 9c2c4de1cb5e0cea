import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { requireOfficial } from "~/http/viewer.server";
import { wordsFor } from "~/http/words.server";
import { Page } from "~/ui/frame/page";
import type { PageHandle } from "~/ui/frame/page-handle";
import { pageMeta } from "~/ui/frame/page-meta";
import { RecordView } from "~/ui/record/record-view";
import { useWords } from "~/ui/words/use-words";
import { viewMyRecord } from "~/use-cases/learner/view-my-record";

export const handle: PageHandle = { section: "record" };
export const meta = pageMeta;

export async function loader(args: LoaderFunctionArgs) {
  const { official } = await requireOfficial(args);
  const record = await viewMyRecord({ official, now: args.context.now });
  return { title: wordsFor(args)("learning.recordTitle"), record };
}

export default function RecordPage() {
  const t = useWords();
  const { title, record } = useLoaderData<typeof loader>();
  return (
    <Page title={title} kicker={record.fullName} lead={t("learning.recordLead")}>
      <RecordView record={record} />
    </Page>
  );
}
