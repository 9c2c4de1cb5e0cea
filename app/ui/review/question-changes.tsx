import type { PartChange, QuestionChange } from "~/domain/courses/compare/question-changes";
import { DataTable } from "~/ui/kit/data-table";
import { Disclosure } from "~/ui/kit/disclosure";
import { SectionHeading } from "~/ui/kit/section-heading";
import type { WordKey } from "~/ui/words/catalogue.server";
import type { Translate } from "~/ui/words/translate";
import { useWords } from "~/ui/words/use-words";
import { DIFFICULTIES, STATUSES, TYPES } from "../library/question-words";
import { ChangeTag } from "./change-tag";

export function QuestionChanges({
  questions,
  topics,
}: {
  questions: readonly QuestionChange[];
  topics: Record<string, string>;
}) {
  const t = useWords();
  if (questions.length === 0) return null;
  const count = (kind: QuestionChange["kind"]) => questions.filter((question) => question.kind === kind).length;
  const counts = { added: count("added"), changed: count("changed"), removed: count("removed") };
  return (
    <section>
      <SectionHeading level={3} lead={t("review.questionsCount", counts)}>
        {t("review.questions")}
      </SectionHeading>
      <ul className="review-questions">
        {questions.map((question) => (
          <li key={question.id}>
            <ChangeTag kind={question.kind} />
            <Disclosure summary={question.stem}>
              <p className="hint">{topics[question.topic] ?? question.topic}</p>
              <Parts question={question} topics={topics} />
            </Disclosure>
          </li>
        ))}
      </ul>
    </section>
  );
}

function Parts({ question: { kind, changes }, topics }: { question: QuestionChange; topics: Record<string, string> }) {
  const t = useWords();
  const value = (change: PartChange, text: string | null) => inWords(t, change.part, text, topics);
  return (
    <DataTable
      caption={t("review.questions")}
      hideCaption
      rows={changes}
      rowKey={({ part, of }) => `${part} ${of}`}
      columns={[
        { key: "part", header: t("review.part"), rowHeader: true, cell: (change) => nameOf(t, change) },
        ...(kind === "added"
          ? []
          : [
              {
                key: "before",
                header: t("review.before"),
                cell: (change: PartChange) => value(change, change.before),
              },
            ]),
        ...(kind === "removed"
          ? []
          : [{ key: "after", header: t("review.after"), cell: (change: PartChange) => value(change, change.after) }]),
      ]}
    />
  );
}

const NAMED = new Set([
  "stem",
  "topic",
  "type",
  "status",
  "difficulty",
  "marks",
  "critical",
  "explanation",
  "citation",
  "lesson",
  "hints",
  "case",
  "text",
  "correct",
  "feedback",
  "left",
  "right",
  "answer",
  "grade",
  "consequence",
]);

/** "options.correct" of "b" → "Là đáp án (b)". */
function nameOf(t: Translate, { part, of }: PartChange): string {
  const steps = part.split(".");
  const step = steps.findLast((each) => NAMED.has(each)) ?? "other";
  const name = t(`review.part_${step}` as WordKey);
  return of === null ? name : t("review.partOf", { part: name, of });
}

function inWords(t: Translate, part: string, text: string | null, topics: Record<string, string>): string {
  if (text === null) return t("review.nothing");
  if (text === "yes") return t("review.yes");
  const key = { ...TYPES, ...STATUSES, ...DIFFICULTIES }[text as keyof typeof TYPES];
  if (key && ["type", "status", "difficulty"].includes(part)) return t(key);
  return part === "topic" ? (topics[text] ?? text) : text;
}
