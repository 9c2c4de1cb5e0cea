import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { requireOfficial } from "~/http/viewer.server";
import { wordsFor } from "~/http/words.server";
import { myPeriodsPath, myReportsPath, myTurnPath } from "~/paths";
import { AccommodationSection } from "~/ui/accommodations/accommodation-section";
import { Page } from "~/ui/frame/page";
import type { PageHandle } from "~/ui/frame/page-handle";
import { pageMeta } from "~/ui/frame/page-meta";
import { MyDataSection } from "~/ui/privacy/my-data-section";
import { RecordView } from "~/ui/record/record-view";
import { useWords } from "~/ui/words/use-words";
import { listMyAccommodations } from "~/use-cases/learner/list-my-accommodations";
import { viewMyRecord } from "~/use-cases/learner/view-my-record";

export const handle: PageHandle = { section: "record" };
export const meta = pageMeta;

export async function loader(args: LoaderFunctionArgs) {
  const { official } = await requireOfficial(args);
  const { now } = args.context;
  const record = await viewMyRecord({ official, now });
  const accommodations = await listMyAccommodations({ official, now });
  return { title: wordsFor(args)("learning.recordTitle"), record, accommodations };
}

export default function RecordPage() {
  const t = useWords();
  const { title, record, accommodations } = useLoaderData<typeof loader>();
  return (
    <Page title={title} kicker={record.fullName} lead={t("learning.recordLead")}>
      <RecordView record={record} whyHref={myTurnPath} />
      <AccommodationSection list={accommodations} officialId={null} />
      <p className="no-print">
        <a href={myPeriodsPath()}>{t("evaluation.mineLink")}</a>
      </p>
      <p className="no-print">
        <a href={myReportsPath()}>{t("reports.mine")}</a>
      </p>
      <MyDataSection />
    </Page>
  );
}
