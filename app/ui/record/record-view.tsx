import type { ReactNode } from "react";
import type { AttemptRecord, PersonRecord } from "~/domain/completion/person-record";
import { formatDate, formatDay } from "~/domain/time";
import { Button } from "~/ui/kit/button";
import { DescriptionList } from "~/ui/kit/description-list";
import { EmptyState } from "~/ui/kit/empty-state";
import { SectionHeading } from "~/ui/kit/section-heading";
import { PostsTable } from "~/ui/staff-change/posts-table";
import { SealLine } from "~/ui/seals/seal-line";
import { asOfWords, categoryWord } from "~/ui/words/staff-words";
import { useWords } from "~/ui/words/use-words";
import { TurnSection } from "./turn-section";

/**
 * A learning record, drawn the same for HR and for the person: each course turn with where it stands and why, then what the staff list says.
 */
export function RecordView({
  record,
  actionFor,
  whyHref,
  undoHref,
  recogniseHref,
}: {
  record: PersonRecord;
  /** Where it is told why a turn is complete or not. */
  whyHref: (enrolmentId: string) => string;
  /** What can be done about an attempt: on HR's page, for those who may. */
  actionFor?: (attempt: AttemptRecord) => ReactNode;
  /** Where the latest entry about the posts is taken back, on HR's page as well. */
  undoHref?: string;
  /** Where learning from elsewhere is recognised: for those who may. */
  recogniseHref?: string;
}) {
  const t = useWords();
  return (
    <>
      <section className="flex flex-col gap-6">
        <SectionHeading lead={asOfWords(t, record.asOf)}>{t("staff.turns")}</SectionHeading>
        {record.turns.length === 0 ? (
          <EmptyState icon="book" title={t("staff.noTurnsTitle")}>
            {t("staff.noTurnsText")}
          </EmptyState>
        ) : null}
        {record.turns.map((turn) => (
          <TurnSection
            key={`${turn.courseSlug}.${turn.cycle}`}
            turn={turn}
            actionFor={actionFor}
            whyHref={whyHref(turn.enrolmentId)}
          />
        ))}
        {recogniseHref ? (
          <p className="no-print">
            <Button kind="secondary" href={recogniseHref}>
              {t("record.recogniseTurn")}
            </Button>
          </p>
        ) : null}
      </section>
      <section className="flex flex-col gap-4">
        <SectionHeading>{t("staff.personFacts")}</SectionHeading>
        <DescriptionList
          facts={[
            { term: t("staff.staffNumber"), detail: <span className="tabular">{record.staffNumber}</span> },
            { term: t("staff.position"), detail: record.positionTitle },
            { term: t("staff.unitPath"), detail: record.unitPathNames.join(" › ") },
            { term: t("staff.category"), detail: categoryWord(t, record.staffCategory) },
            { term: t("staff.recruitedOn"), detail: record.recruitedOn && formatDay(record.recruitedOn) },
            { term: t("staff.leftOn"), detail: record.leftOn && formatDay(record.leftOn) },
            {
              term: t("staff.personalId"),
              detail: record.personalIdMasked && <span className="tabular">{record.personalIdMasked}</span>,
            },
            {
              term: t("staff.lastSignIn"),
              detail: record.lastSignInAt ? formatDate(record.lastSignInAt) : t("staff.never"),
            },
          ]}
        />
        <SealLine seal={record.seal} />
      </section>
      <PostsTable posts={record.posts} undoHref={undoHref} />
    </>
  );
}
