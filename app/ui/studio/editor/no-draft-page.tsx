import { draftLessonPath, libraryCoursePath, libraryPath } from "~/paths";
import { Page } from "~/ui/frame/page";
import { Button } from "~/ui/kit/button";
import { EmptyState } from "~/ui/kit/empty-state";
import { useWords } from "~/ui/words/use-words";

/** Nobody is changing the course: the draft is opened from here. */
export function NoDraftPage({ slug, lesson }: { slug: string; lesson: string }) {
  const t = useWords();
  return (
    <Page
      title={t("editor.noDraft")}
      crumbs={[
        { label: t("editor.library"), href: libraryPath() },
        { label: slug, href: libraryCoursePath(slug) },
      ]}
    >
      <EmptyState
        title={t("editor.noDraftTitle")}
        icon="edit"
        actions={
          <form method="post" action={draftLessonPath(slug, lesson)}>
            <Button name="intent" value="open">
              {t("editor.openDraft")}
            </Button>
          </form>
        }
      >
        <p>{t("editor.noDraftText")}</p>
      </EmptyState>
    </Page>
  );
}
