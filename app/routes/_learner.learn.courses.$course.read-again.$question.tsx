import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { redirectWithNotice } from "~/http/notice.server";
import { requireOfficial } from "~/http/viewer.server";
import { wordsFor } from "~/http/words.server";
import { coursePath } from "~/paths";
import type { PageHandle } from "~/ui/frame/page-handle";
import { pageMeta } from "~/ui/frame/page-meta";
import { RemedialPageView } from "~/ui/learning/remedial-page";
import { finishRemedial } from "~/use-cases/learner/finish-remedial";
import { viewRemedial } from "~/use-cases/learner/view-remedial";

export const handle: PageHandle = { section: "learning" };
export const meta = pageMeta;

export async function loader(args: LoaderFunctionArgs) {
  const { official } = await requireOfficial(args);
  const { course, question } = args.params;
  const page = await viewRemedial({ officialId: official.id, courseSlug: course!, questionId: question! });
  return { title: wordsFor(args)("learning.remedialTitle"), page };
}

export async function action(args: ActionFunctionArgs) {
  const viewer = await requireOfficial(args);
  const { course, question } = args.params;
  const { courseCompleted } = await finishRemedial({
    viewer,
    officialId: viewer.official.id,
    courseSlug: course!,
    questionId: question!,
    now: args.context.now,
  });
  const t = wordsFor(args);
  return redirectWithNotice(
    coursePath(course!),
    t(courseCompleted ? "learning.courseFinished" : "learning.remedialDone"),
  );
}

export default function RemedialRoute() {
  return <RemedialPageView page={useLoaderData<typeof loader>().page} />;
}
