import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { isReportState } from "~/domain/courses/reports/report";
import { requirePermission } from "~/http/viewer.server";
import { wordsFor } from "~/http/words.server";
import type { PageHandle } from "~/ui/frame/page-handle";
import { pageMeta } from "~/ui/frame/page-meta";
import { InboxPage } from "~/ui/reports/inbox-page";
import { listReaderReports } from "~/use-cases/author/reader-reports";

export const meta = pageMeta;
export const handle: PageHandle = { section: "documents" };

export async function loader(args: LoaderFunctionArgs) {
  await requirePermission(args, "content.write");
  const asked = new URL(args.request.url).searchParams.get("state");
  const state = isReportState(asked) ? asked : "new";
  return { title: wordsFor(args)("reports.inboxTitle"), state, ...(await listReaderReports({ state })) };
}

export default function InboxRoute() {
  const { reports, counts, state } = useLoaderData<typeof loader>();
  return <InboxPage reports={reports} counts={counts} state={state} />;
}
