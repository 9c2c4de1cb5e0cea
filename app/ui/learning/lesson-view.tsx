import { Fragment, type ReactNode } from "react";
import type { Citation } from "~/domain/courses/course";
import type { DraftLesson } from "~/domain/courses/lesson/draft-lesson";
import type { OverlaidLesson, ShownOverlay } from "~/domain/enrolment/lesson-overlays";
import { formatDay } from "~/domain/time";
import { useWords } from "~/ui/words/use-words";
import { LessonCheckForm } from "./lesson-check-form";

export interface LessonViewProps {
  /** Published, or of a draft: then it may have places where a block could not be shown. */
  lesson: DraftLesson;
  /** What stands at such a place. */
  drawFault?: (at: number) => ReactNode;
  /** Check id → the option that the reader chose. */
  checkAnswers: Record<string, string>;
  /** Where a check is posted: fields `intent=answer-check`, `check`, `choice`. */
  checkAction: string;
  /** "get" in the preview, which keeps nothing. */
  checkMethod?: "post" | "get";
  /** What the reader's agency asks beyond the lesson. */
  overlaid?: OverlaidLesson | null;
}

/** A lesson as its reader sees it, whole without script: what it is for, the text with its checks, what it rests on. */
export function LessonView(props: LessonViewProps) {
  const { lesson, checkAnswers, checkAction, checkMethod = "post", overlaid, drawFault } = props;
  const t = useWords();
  const { reviewedOn, reviewedBy, reviewAgainBy } = lesson;
  return (
    <div className="lesson">
      <section className="lesson-objectives" aria-labelledby="lesson-objectives">
        <h2 id="lesson-objectives">{t("lesson.objectives")}</h2>
        <ul>
          {lesson.objectives.map((objective) => (
            <li key={objective}>{objective}</li>
          ))}
        </ul>
      </section>
      {overlaid?.before.map((overlay) => (
        <OverlayNote key={overlay.id} overlay={overlay} />
      ))}
      {(overlaid ?? lesson).segments.map((segment, index) =>
        segment.kind === "overlay" ? (
          <OverlayNote key={segment.overlay.id} overlay={segment.overlay} />
        ) : segment.kind === "html" ? (
          // Compiled from checked content when it was published: see domain/courses/lesson.
          <div className="lesson-prose" key={index} dangerouslySetInnerHTML={{ __html: segment.html }} />
        ) : segment.kind === "fault" ? (
          <Fragment key={`fault-${segment.at}`}>{drawFault?.(segment.at)}</Fragment>
        ) : (
          <LessonCheckForm
            key={segment.check.id}
            check={segment.check}
            chosen={checkAnswers[segment.check.id]}
            action={checkAction}
            method={checkMethod}
          />
        ),
      )}
      <footer className="lesson-basis">
        <h2>{t("lesson.legalBasis")}</h2>
        <ul>
          {lesson.legalBasis.map((citation, index) => (
            <li key={index}>
              <Basis citation={citation} />
            </li>
          ))}
        </ul>
        <p className="muted">
          {t("lesson.reviewed", { date: formatDay(reviewedOn), reviewer: reviewedBy, again: formatDay(reviewAgainBy) })}
        </p>
      </footer>
    </div>
  );
}

/** "Tại …": stricter than the lesson, and said by the reader's own agency. */
function OverlayNote({ overlay: { unitName, text } }: { overlay: ShownOverlay }) {
  const t = useWords();
  return (
    <aside className="lesson-overlay" aria-label={t("localCode.overlayLabel")}>
      <p>
        <strong>{t("localCode.atUnit", { unit: unitName })}</strong> {text}
      </p>
    </aside>
  );
}

function Basis({ citation }: { citation: Citation }) {
  const t = useWords();
  const parts = [
    citation.article ? t("lesson.article", { article: citation.article }) : "",
    citation.clause ?? "",
  ].filter(Boolean);
  return (
    <>
      <cite>{citation.name ?? citation.document}</cite>
      {citation.title && citation.title !== citation.name ? `, ${citation.title}` : null}
      {parts.length > 0 ? `: ${parts.join(", ")}` : null}
    </>
  );
}
