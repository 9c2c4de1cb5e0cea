import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { requireViewer } from "~/http/viewer.server";
import { wordsFor } from "~/http/words.server";
import { pageMeta } from "~/ui/frame/page-meta";
import { JobsPage } from "~/ui/jobs/job-page";
import { listMyJobs } from "~/use-cases/account/my-jobs";

export const meta = pageMeta;

export async function loader(args: LoaderFunctionArgs) {
  const viewer = await requireViewer(args);
  return { title: wordsFor(args)("jobs.title"), jobs: await listMyJobs(viewer) };
}

export default function JobsRoute() {
  const { title, jobs } = useLoaderData<typeof loader>();
  return <JobsPage title={title} jobs={jobs} />;
}
