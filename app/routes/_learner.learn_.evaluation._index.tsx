import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { requireOfficial } from "~/http/viewer.server";
import { wordsFor } from "~/http/words.server";
import { MyPeriodsPage } from "~/ui/evaluation/my-periods-page";
import type { PageHandle } from "~/ui/frame/page-handle";
import { pageMeta } from "~/ui/frame/page-meta";
import { listMyPeriods } from "~/use-cases/learner/view-my-evaluation";

export const meta = pageMeta;
export const handle: PageHandle = { section: "record" };

export async function loader(args: LoaderFunctionArgs) {
  const { official } = await requireOfficial(args);
  const periods = await listMyPeriods({ official, now: args.context.now });
  return { title: wordsFor(args)("evaluation.mineTitle"), periods };
}

export default function MyPeriods() {
  return <MyPeriodsPage periods={useLoaderData<typeof loader>().periods} />;
}
