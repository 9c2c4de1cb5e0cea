import { ENOUGH, LEAST, type QuestionFinding } from "~/domain/assessment/statistics/findings";
import type { StatisticsView } from "~/domain/assessment/statistics/statistics-view";
import { SectionHeading } from "~/ui/kit/section-heading";
import { StatusTag, type StatusTone } from "~/ui/kit/status-tag";
import { formatNumber, formatPercent } from "~/ui/words/format";
import type { Translate } from "~/ui/words/translate";
import { useWords } from "~/ui/words/use-words";
import { choiceInWords } from "./choice-words";
import { QuestionLink } from "./question-table";

const KINDS = {
  "key-outchosen": { word: "statistics.kind_keyOutchosen", tone: "danger" },
  "negative-discrimination": { word: "statistics.kind_negativeDiscrimination", tone: "danger" },
  "too-hard": { word: "statistics.kind_tooHard", tone: "warning" },
  "distractor-unchosen": { word: "statistics.kind_distractorUnchosen", tone: "info" },
  "too-easy": { word: "statistics.kind_tooEasy", tone: "neutral" },
} as const satisfies Record<QuestionFinding["kind"], { word: string; tone: StatusTone }>;

/** What to look at first, each with the question that it is about. */
export function FindingList({ view }: { view: StatisticsView }) {
  const t = useWords();
  const byId = new Map(view.questions.map((question) => [question.id, question]));
  const found = view.findings.filter((finding): finding is QuestionFinding => finding.kind !== "few-papers");
  const spokenOf = view.questions.some(({ statistics }) => statistics !== null && statistics.n >= LEAST);
  return (
    <section>
      <SectionHeading lead={found.length > 0 ? t("statistics.findingsLead") : null}>
        {t("statistics.findings")}
      </SectionHeading>
      {found.length === 0 ? (
        <p>{spokenOf ? t("statistics.noFindings") : t("statistics.noFindingsFew", { least: LEAST })}</p>
      ) : (
        <ul className="stack">
          {found.map((finding, index) => {
            const { word, tone } = KINDS[finding.kind];
            const question = byId.get(finding.questionId);
            return (
              <li key={`${finding.kind} ${finding.questionId} ${index}`}>
                <p>
                  <StatusTag tone={tone} icon={tone === "neutral" ? "info" : "warning"}>
                    {t(word)}
                  </StatusTag>{" "}
                  {question ? <QuestionLink question={question} /> : null}
                </p>
                <p>
                  {inWords(t, finding)}{" "}
                  {finding.n < ENOUGH ? (
                    <span className="muted">{t("statistics.fewAnswers", { count: finding.n })}</span>
                  ) : null}
                </p>
              </li>
            );
          })}
        </ul>
      )}
    </section>
  );
}

function inWords(t: Translate, finding: QuestionFinding): string {
  const { language } = t;
  switch (finding.kind) {
    case "key-outchosen": {
      const { key, distractor } = finding;
      return t(key.of === null ? "statistics.keyOutchosen" : "statistics.keyOutchosenOf", {
        of: key.of ?? "",
        key: choiceInWords(t, key),
        keyCount: key.count,
        distractor: choiceInWords(t, distractor),
        distractorCount: distractor.count,
      });
    }
    case "negative-discrimination":
      return t("statistics.negativeDiscrimination", {
        index: formatNumber(finding.discriminationIndex, { decimals: 1, language }),
      });
    case "distractor-unchosen":
      return t("statistics.distractorUnchosen", {
        options: finding.options.map((option) => `“${option}”`).join(", "),
      });
    case "too-hard":
    case "too-easy":
      return t(finding.kind === "too-hard" ? "statistics.tooHard" : "statistics.tooEasy", {
        facility: formatPercent(finding.facility, { decimals: 1, language }),
      });
  }
}
