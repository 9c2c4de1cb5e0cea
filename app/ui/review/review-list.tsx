import type { ReviewEntry } from "~/domain/courses/drafts/review";
import { formatDate } from "~/domain/time";
import { draftPublishPath, draftReviewPath } from "~/paths";
import { Button } from "~/ui/kit/button";
import { Card } from "~/ui/kit/card";
import { SectionHeading } from "~/ui/kit/section-heading";
import { useWords } from "~/ui/words/use-words";
import { DecisionTag, DraftStateTag } from "./state-tag";

/** Drafts as cards: what was changed, who sent it, who has decided what. */
export function ReviewList({ entries, level = 3 }: { entries: readonly ReviewEntry[]; level?: 2 | 3 }) {
  return (
    <div className="card-list">
      {entries.map((entry) => (
        <ReviewCard key={entry.slug} entry={entry} level={level} />
      ))}
    </div>
  );
}

function ReviewCard({ entry, level }: { entry: ReviewEntry; level: 2 | 3 }) {
  const t = useWords();
  const { slug, title, state, changeNote, submittedAt, submittedByName, reviewers, openRemarks, mine } = entry;
  return (
    <Card
      title={title}
      level={level}
      strong={mine}
      actions={
        <>
          <Button href={draftReviewPath(slug)} kind={mine ? "primary" : "secondary"}>
            {t("review.open")}
          </Button>
          {state === "approved" ? (
            <Button href={draftPublishPath(slug)} kind="secondary">
              {t("review.toPublish")}
            </Button>
          ) : null}
        </>
      }
    >
      <p className="course-card-facts">
        <DraftStateTag state={state} />
        {submittedAt && submittedByName ? (
          <span>{t("review.sentBy", { name: submittedByName, date: formatDate(submittedAt) })}</span>
        ) : null}
        {openRemarks > 0 ? <span>{t("review.openRemarks", { count: openRemarks })}</span> : null}
      </p>
      {changeNote ? <p className="review-note">{changeNote}</p> : null}
      <ul className="review-people">
        {reviewers.map(({ name, decision }) => (
          <li key={name}>
            <span>{name}</span> <DecisionTag decision={decision} />
          </li>
        ))}
      </ul>
    </Card>
  );
}

/** On the library page: what waits for the one who looks; nothing when nothing does. */
export function MyReviews({ entries }: { entries: readonly ReviewEntry[] }) {
  const t = useWords();
  const mine = entries.filter((entry) => entry.mine);
  if (mine.length === 0) return null;
  return (
    <section className="mb-10">
      <SectionHeading>{t("review.mine")}</SectionHeading>
      <ReviewList entries={mine} />
    </section>
  );
}
