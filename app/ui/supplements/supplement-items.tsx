import type { DueSupplement } from "~/domain/completion/learning-overview";
import type { SupplementFact } from "~/domain/completion/supplements/supplement";
import { formatDate, formatDay } from "~/domain/time";
import { mySupplementPath } from "~/paths";
import { Button } from "~/ui/kit/button";
import { Card } from "~/ui/kit/card";
import { SectionHeading } from "~/ui/kit/section-heading";
import { StatusTag } from "~/ui/kit/status-tag";
import { dueInWords } from "~/ui/words/format";
import { useWords } from "~/ui/words/use-words";

/** On My learning: what is due of courses that were finished. */
export function DueSupplements({ supplements }: { supplements: readonly DueSupplement[] }) {
  const t = useWords();
  if (supplements.length === 0) return null;
  return (
    <section>
      <SectionHeading lead={t("supplement.mineLead")}>{t("supplement.minePlural")}</SectionHeading>
      <div className="card-list">
        {supplements.map((each) => (
          <Card
            key={each.id}
            level={3}
            title={each.title}
            kicker={each.courseTitle}
            actions={<Button href={mySupplementPath(each.id)}>{t("supplement.open")}</Button>}
          >
            <p className="course-card-facts">
              <StatusTag
                tone={each.daysLeft < 0 ? "danger" : each.daysLeft <= 7 ? "warning" : "info"}
                icon={each.daysLeft < 0 ? "warning" : "clock"}
              >
                {dueInWords(t, each.daysLeft)}
              </StatusTag>
              <span>{t("supplement.by", { date: formatDay(each.dueOn) })}</span>
            </p>
          </Card>
        ))}
      </div>
    </section>
  );
}

/** In a course and in a record: each supplement with when it was done or is due. `links`: for the reader's own. */
export function SupplementList({ supplements, links }: { supplements: readonly SupplementFact[]; links: boolean }) {
  const t = useWords();
  if (supplements.length === 0) return null;
  return (
    <div>
      <p className="font-semibold">{t("supplement.record")}</p>
      <ul className="list-disc pl-6">
        {supplements.map(({ id, title, dueOn, doneAt }) => {
          const words = doneAt
            ? t("supplement.recordDone", { title, date: formatDate(doneAt) })
            : t("supplement.recordDue", { title, date: formatDay(dueOn) });
          return <li key={id}>{links ? <a href={mySupplementPath(id)}>{words}</a> : words}</li>;
        })}
      </ul>
    </div>
  );
}
