import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { requireOfficial } from "~/http/viewer.server";
import { wordsFor } from "~/http/words.server";
import type { PageHandle } from "~/ui/frame/page-handle";
import { pageMeta } from "~/ui/frame/page-meta";
import { MyReportsPage } from "~/ui/reports/my-reports-page";
import { listMyReports } from "~/use-cases/learner/report-lesson";

export const handle: PageHandle = { section: "record" };
export const meta = pageMeta;

export async function loader(args: LoaderFunctionArgs) {
  const { official } = await requireOfficial(args);
  return { title: wordsFor(args)("reports.mine"), reports: await listMyReports({ officialId: official.id }) };
}

export default function MyReportsRoute() {
  return <MyReportsPage reports={useLoaderData<typeof loader>().reports} />;
}
