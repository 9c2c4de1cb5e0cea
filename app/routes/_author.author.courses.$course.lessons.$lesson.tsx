import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { requirePermission } from "~/http/viewer.server";
import type { PageHandle } from "~/ui/frame/page-handle";
import { pageMeta } from "~/ui/frame/page-meta";
import { LessonPreviewPage } from "~/ui/library/lesson-preview-page";
import { previewLesson } from "~/use-cases/author/preview-lesson";

export const meta = pageMeta;
export const handle: PageHandle = { section: "library" };

export async function loader(args: LoaderFunctionArgs) {
  await requirePermission(args, "content.preview");
  const { course, lesson } = args.params;
  const preview = await previewLesson({ slug: course!, lessonId: lesson!, now: args.context.now });
  // A check is answered in the address: the preview keeps nothing.
  const { searchParams } = new URL(args.request.url);
  const [check, choice] = [searchParams.get("check"), searchParams.get("choice")];
  return { title: preview.lesson.title, preview, checkAnswers: check && choice ? { [check]: choice } : {} };
}

export default function LessonPreviewRoute() {
  const { preview, checkAnswers } = useLoaderData<typeof loader>();
  return <LessonPreviewPage preview={preview} checkAnswers={checkAnswers} />;
}
