import type { DraftNotice, DraftRefusal } from "~/domain/courses/drafts/working-course";
import { formatDateTime } from "~/domain/time";
import { draftPath, draftReviewPath, libraryCoursePath } from "~/paths";
import { Notice } from "~/ui/kit/notice";
import { useWords } from "~/ui/words/use-words";

/** Says on every page that changes a course where the change goes: into the draft, and not to learners yet. */
export function DraftNote({ draft, course }: { draft: DraftNotice; course: string }) {
  const t = useWords();
  if (!draft) {
    return (
      <div className="mb-6">
        <Notice>{t("draft.noteNone")}</Notice>
      </div>
    );
  }
  const begun = { name: draft.createdByName, date: formatDateTime(draft.createdAt) };
  const editing = draft.state === "editing";
  return (
    <div className="mb-6">
      <Notice kind={editing ? "info" : "warning"} title={t(`draft.state_${draft.state}`)}>
        <p>{t(editing ? "draft.noteOpen" : "draft.noteClosed", begun)}</p>
        <p>
          <a href={editing ? draftPath(course) : draftReviewPath(course)}>
            {t(editing ? "draft.toDraft" : "draft.toReview")}
          </a>
        </p>
      </Notice>
    </div>
  );
}

/** Why a form was not taken, after it came back. */
export function NothingSaved({ refusal, course }: { refusal: DraftRefusal | null; course: string }) {
  const t = useWords();
  if (!refusal) return null;
  if (refusal.reason === "closed") {
    return (
      <Notice kind="warning" title={t("draft.closedTitle")} live>
        <p>{t("draft.closedText", { state: t(`draft.state_${refusal.state}`) })}</p>
        <p>
          <a href={draftReviewPath(course)}>{t("draft.toReview")}</a>
        </p>
      </Notice>
    );
  }
  const { byName, at } = refusal;
  return (
    <Notice kind="warning" title={t("draft.overtakenTitle")} live>
      {byName && at ? t("draft.overtakenBy", { name: byName, date: formatDateTime(at) }) : t("draft.overtakenSomebody")}
    </Notice>
  );
}

/** The way back to the course: to its page in the library, or to its draft while it has no such page. */
export const courseCrumb = (view: { course: { slug: string; title: string }; published?: boolean }) => ({
  label: view.course.title,
  href: view.published === false ? draftPath(view.course.slug) : libraryCoursePath(view.course.slug),
});
