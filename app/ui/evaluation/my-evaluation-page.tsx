import type { SubmissionResult } from "@conform-to/react";
import type { EvidencePerson } from "~/domain/evaluation/evidence";
import type { Objection } from "~/domain/evaluation/objection";
import type { EvaluationPeriod } from "~/domain/evaluation/period";
import { formatDateTime, formatDay } from "~/domain/time";
import { myPeriodPath, myPeriodsPath, query } from "~/paths";
import { Page } from "~/ui/frame/page";
import { DescriptionList } from "~/ui/kit/description-list";
import { Notice } from "~/ui/kit/notice";
import { SectionHeading } from "~/ui/kit/section-heading";
import { StatusTag } from "~/ui/kit/status-tag";
import { categoryWord } from "~/ui/words/staff-words";
import { useWords } from "~/ui/words/use-words";
import { EvidenceRows, Stays } from "./evidence-rows";
import { ObjectForm } from "./object-form";
import { ObjectionLog } from "./objection-log";

export interface MyEvaluationPageProps {
  period: EvaluationPeriod;
  people: readonly EvidencePerson[];
  asOf: Date;
  snapshot: { id: string; root: string } | null;
  objectable: boolean;
  log: readonly Objection[];
  /** The row that the reader is about to object to. */
  row: string | null;
  result: SubmissionResult<string[]> | undefined;
}

/** What HR receives about the reader: the same rows, with the days that matter and the way to object. */
export function MyEvaluationPage(props: MyEvaluationPageProps) {
  const t = useWords();
  const { period, people, snapshot, objectable, log } = props;
  const person = people[0];
  return (
    <Page
      title={t("evaluation.extractTitle", { title: period.title })}
      lead={t("evaluation.extractLead")}
      kicker={period.unit.name}
      crumbs={[{ label: t("evaluation.mineTitle"), href: myPeriodsPath() }]}
    >
      {snapshot ? (
        <Notice kind="success" title={t("evaluation.frozen", { id: snapshot.id })}>
          <p>{t("evaluation.asOf", { at: formatDateTime(props.asOf) })}</p>
          <p className="tabular wrap-anywhere">{t("evaluation.frozenHash", { hash: snapshot.root })}</p>
        </Notice>
      ) : (
        <p>
          {t("evaluation.asOf", { at: formatDateTime(props.asOf) })} {t("evaluation.preliminary")}
        </p>
      )}
      <Deadlines period={period} objectable={objectable} />
      {person ? (
        <p className="tabular">
          <strong>{person.fullName}</strong> ·{" "}
          {t("evaluation.facts", { number: person.staffNumber, category: categoryWord(t, person.staffCategory) })}
          {person.personalIdMasked ? ` · ${t("evaluation.personalId")} ${person.personalIdMasked}` : null}
        </p>
      ) : null}
      {people.map((each) => (
        <section key={each.unitId} className="flex flex-col gap-3">
          <SectionHeading>{each.unitName}</SectionHeading>
          <p className="muted">
            <Stays person={each} />
          </p>
          {each.contested ? (
            <p>
              <StatusTag tone="warning" icon="flag">
                {t("evaluation.contestedWhole")}
              </StatusTag>
            </p>
          ) : null}
          <EvidenceRows
            person={each}
            actionFor={
              objectable
                ? ({ key, courseTitle }) => (
                    <a
                      className="no-print"
                      href={`${myPeriodPath(period.id)}${query({ row: key })}#object`}
                      title={courseTitle}
                    >
                      {t("evaluation.objectRow")}
                    </a>
                  )
                : undefined
            }
          />
        </section>
      ))}
      {objectable ? <ObjectForm people={people} row={props.row} result={props.result} /> : null}
      {log.length > 0 ? (
        <section className="flex flex-col gap-4">
          <SectionHeading lead={t("evaluation.logTable")}>{t("evaluation.log")}</SectionHeading>
          <ObjectionLog log={log} />
        </section>
      ) : null}
    </Page>
  );
}

function Deadlines({ period, objectable }: { period: EvaluationPeriod; objectable: boolean }) {
  const t = useWords();
  const objectUntil = formatDay(period.objectUntil);
  return (
    <section className="flex flex-col gap-3">
      <SectionHeading>{t("evaluation.deadlines")}</SectionHeading>
      <DescriptionList
        facts={[
          {
            term: t("evaluation.deadlineObject"),
            detail: objectable
              ? t("evaluation.deadlineObjectText", { day: objectUntil })
              : t("evaluation.notObjectable", { day: objectUntil }),
          },
          {
            term: t("evaluation.deadlineCutOff"),
            detail: t("evaluation.deadlineCutOffText", { day: formatDay(period.cutOffOn) }),
          },
          { term: t("evaluation.deadlineClose"), detail: t("evaluation.deadlineCloseText") },
        ]}
      />
    </section>
  );
}
