import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData, useRevalidator } from "@remix-run/react";
import { useEffect } from "react";
import { requireViewer } from "~/http/viewer.server";
import { wordsFor } from "~/http/words.server";
import type { PageHandle } from "~/ui/frame/page-handle";
import { pageMeta } from "~/ui/frame/page-meta";
import { JobPage } from "~/ui/jobs/job-page";
import { viewMyJob } from "~/use-cases/account/my-jobs";

export const meta = pageMeta;
export const handle: PageHandle = { script: true, words: ["jobs"] };

const LOOK_AGAIN_MS = 1000;

export async function loader(args: LoaderFunctionArgs) {
  const viewer = await requireViewer(args);
  const job = await viewMyJob({ viewer, id: args.params["job"]! });
  return { title: wordsFor(args)(`jobs.kind_${job.kind}` as "jobs.what"), job };
}

export default function JobRoute() {
  const { title, job } = useLoaderData<typeof loader>();
  const { revalidate, state } = useRevalidator();
  const running = job.state === "waiting" || job.state === "running";
  // Without script the page has a button for it.
  useEffect(() => {
    if (!running || state !== "idle") return;
    const timer = setTimeout(revalidate, LOOK_AGAIN_MS);
    return () => clearTimeout(timer);
  }, [running, state, revalidate]);
  return <JobPage title={title} job={job} />;
}
