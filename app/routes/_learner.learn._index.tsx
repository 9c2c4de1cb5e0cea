import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { requireOfficial } from "~/http/viewer.server";
import { wordsFor } from "~/http/words.server";
import { Page } from "~/ui/frame/page";
import type { PageHandle } from "~/ui/frame/page-handle";
import { pageMeta } from "~/ui/frame/page-meta";
import { MyLearning } from "~/ui/learning/my-learning";
import { listMyLearning } from "~/use-cases/learner/list-my-learning";

export const handle: PageHandle = { section: "learning" };
export const meta = pageMeta;

export async function loader(args: LoaderFunctionArgs) {
  const { official } = await requireOfficial(args);
  const overview = await listMyLearning({ officialId: official.id, now: args.context.now });
  return { title: wordsFor(args)("learning.title"), official, overview };
}

export default function MyLearningPage() {
  const { title, official, overview } = useLoaderData<typeof loader>();
  return (
    <Page title={title} kicker={official.fullName} lead={`${official.positionTitle}, ${official.unitName}`}>
      <MyLearning overview={overview} />
    </Page>
  );
}
