import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { postedForm } from "~/http/form.server";
import { redirectWithNotice } from "~/http/notice.server";
import { requireOfficial } from "~/http/viewer.server";
import { wordsFor } from "~/http/words.server";
import { badRequest } from "~/domain/problem";
import { coursePath, lessonPath } from "~/paths";
import type { PageHandle } from "~/ui/frame/page-handle";
import { pageMeta } from "~/ui/frame/page-meta";
import { LessonPageView } from "~/ui/learning/lesson-page";
import { answerLessonCheck } from "~/use-cases/learner/answer-lesson-check";
import { finishLesson } from "~/use-cases/learner/finish-lesson";
import { keepReadingPlace } from "~/use-cases/learner/keep-reading-place";
import { openLesson } from "~/use-cases/learner/open-lesson";

export const handle: PageHandle = { section: "learning" };
export const meta = pageMeta;

export async function loader(args: LoaderFunctionArgs) {
  const { official } = await requireOfficial(args);
  const courseSlug = args.params["course"]!;
  const page = await openLesson({
    officialId: official.id,
    courseSlug,
    lessonId: args.params["lesson"]!,
    unitPath: official.unitPath,
    now: args.context.now,
  });
  if (!page) throw redirect(coursePath(courseSlug));
  return { title: page.lesson.title, page };
}

export async function action(args: ActionFunctionArgs) {
  const viewer = await requireOfficial(args);
  const form = await postedForm(args.request);
  const key = {
    viewer,
    officialId: viewer.official.id,
    courseSlug: args.params["course"]!,
    lessonId: args.params["lesson"]!,
    now: args.context.now,
  };
  switch (form.get("intent")) {
    case "answer-check": {
      const checkId = String(form.get("check"));
      await answerLessonCheck({ ...key, checkId, choice: String(form.get("choice")) });
      return redirect(`${lessonPath(key.courseSlug, key.lessonId)}#${checkId}`);
    }
    case "keep-place":
      await keepReadingPlace({ ...key, blockId: String(form.get("block")) });
      return new Response(null, { status: 204 });
    case "finish": {
      const t = wordsFor(args);
      const { lessonTitle, nextLessonId, courseCompleted } = await finishLesson(key);
      const path = nextLessonId ? lessonPath(key.courseSlug, nextLessonId) : coursePath(key.courseSlug);
      return redirectWithNotice(
        path,
        courseCompleted ? t("learning.courseFinished") : t("learning.finishedNotice", { title: lessonTitle }),
      );
    }
    default:
      throw badRequest("unknown intent");
  }
}

export default function LessonRoute() {
  const { page } = useLoaderData<typeof loader>();
  return <LessonPageView page={page} />;
}
