import { lazy, Suspense } from "react";
import type { LessonEditorView } from "~/domain/courses/drafts/lesson-editor";
import { cutLesson, readHead } from "~/domain/courses/lesson/front-matter-form";
import { draftPath, libraryCoursePath, libraryPath } from "~/paths";
import { Page } from "~/ui/frame/page";
import { useHydrated } from "~/ui/kit/interactive/use-hydrated";
import { useWords } from "~/ui/words/use-words";
import { PlainEditor, type RefusedSave } from "./plain-editor";

// Only in the browser: neither the server nor a page without script ever needs it.
const LessonEditor = lazy(() => import("./lesson-editor"));

/** A lesson of a draft, its text beside what learners will see of it. */
export function EditorPage({ view, refused }: { view: LessonEditorView; refused: RefusedSave | undefined }) {
  const t = useWords();
  const hydrated = useHydrated();
  const { course, file } = view;
  const plain = <PlainEditor view={view} refused={refused} />;
  return (
    <Page
      title={readHead(cutLesson(file.text).head)?.title || file.id}
      kicker={t("editor.kicker")}
      crumbs={[
        { label: t("editor.library"), href: libraryPath() },
        { label: course.title, href: libraryCoursePath(course.slug) },
        { label: t("editor.draft"), href: draftPath(course.slug) },
      ]}
    >
      {hydrated && !refused ? (
        <Suspense fallback={plain}>
          <LessonEditor view={view} />
        </Suspense>
      ) : (
        plain
      )}
    </Page>
  );
}
