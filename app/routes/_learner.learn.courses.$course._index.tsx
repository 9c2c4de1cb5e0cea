import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { requireOfficial } from "~/http/viewer.server";
import { coursePath, learningPath, lessonPath } from "~/paths";
import { Page } from "~/ui/frame/page";
import type { PageHandle } from "~/ui/frame/page-handle";
import { pageMeta } from "~/ui/frame/page-meta";
import { CourseOutline } from "~/ui/learning/course-outline";
import { useWords } from "~/ui/words/use-words";
import { startCourse } from "~/use-cases/learner/start-course";
import { viewCourse } from "~/use-cases/learner/view-course";

export const handle: PageHandle = { section: "learning" };
export const meta = pageMeta;

export async function loader(args: LoaderFunctionArgs) {
  const { official } = await requireOfficial(args);
  const course = await viewCourse({
    officialId: official.id,
    courseSlug: args.params["course"]!,
    now: args.context.now,
  });
  return { title: course.manifest.title, course };
}

export async function action(args: ActionFunctionArgs) {
  const { official } = await requireOfficial(args);
  const courseSlug = args.params["course"]!;
  const { lessonId } = await startCourse({ officialId: official.id, courseSlug, now: args.context.now });
  return redirect(lessonId ? lessonPath(courseSlug, lessonId) : coursePath(courseSlug));
}

export default function CoursePage() {
  const t = useWords();
  const { title, course } = useLoaderData<typeof loader>();
  return (
    <Page
      title={title}
      kicker={t("learning.courseKicker")}
      lead={course.manifest.summary}
      crumbs={[{ label: t("frame.learning"), href: learningPath() }]}
    >
      <CourseOutline course={course} />
    </Page>
  );
}
