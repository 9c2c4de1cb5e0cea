import type { BankQuestion, BankView } from "~/domain/assessment/bank/bank-list";
import { describeLint } from "~/domain/assessment/question-lint-words";
import { questionPath } from "~/paths";
import { Button } from "~/ui/kit/button";
import { type Column, DataTable } from "~/ui/kit/data-table";
import { Disclosure } from "~/ui/kit/disclosure";
import { RadioGroup } from "~/ui/kit/option-group";
import { PostForm } from "~/ui/kit/post-form";
import { StatusTag } from "~/ui/kit/status-tag";
import { TextField } from "~/ui/kit/text-field";
import { formatNumber } from "~/ui/words/format";
import type { Translate } from "~/ui/words/translate";
import { useWords } from "~/ui/words/use-words";
import type { FormState } from "../form-state";
import { citationLine, DIFFICULTIES, STATUSES, TYPES } from "../question-words";

const TONES = { ready: "success", draft: "warning", retired: "neutral" } as const;

/** The list is the form: what is ticked gets the status that is chosen below. */
export function BankQuestions({ view, form }: { view: BankView; form: FormState }) {
  const t = useWords();
  const chosen = new Set(form.ticked("question"));
  return (
    <PostForm noValidate>
      <input type="hidden" name="over" value={view.over} />
      <div id="bank-question" tabIndex={-1}>
        <DataTable
          caption={t("bank.title")}
          hideCaption
          rows={view.questions}
          rowKey={({ id }) => id}
          columns={columnsOf(t, view, chosen)}
        />
      </div>
      <section className="card no-print mt-8">
        <h2 className="card-title">{t("bank.changeTitle")}</h2>
        <RadioGroup
          {...form.field("status")}
          label={t("bank.newStatus")}
          inline
          options={(["ready", "draft", "retired"] as const).map((value) => ({ value, label: t(STATUSES[value]) }))}
        />
        <TextField
          {...form.field("changeNote")}
          label={t("bank.changeNote")}
          hint={t("bank.changeNoteHint")}
          optional
          size="full"
        />
        <p>{t("bank.staysPinned")}</p>
        <Button>{t("bank.change")}</Button>
      </section>
    </PostForm>
  );
}

function columnsOf(t: Translate, view: BankView, chosen: ReadonlySet<string>): Column<BankQuestion>[] {
  return [
    {
      key: "choose",
      header: t("bank.choose"),
      cell: ({ id }) => (
        <label className="option bank-choose no-print">
          <input type="checkbox" name="question" value={id} defaultChecked={chosen.has(id)} />
          <span className="visually-hidden">{t("bank.chooseQuestion", { id })}</span>
        </label>
      ),
    },
    {
      key: "question",
      header: t("bank.question"),
      rowHeader: true,
      cell: (question) => (
        <Named question={question} topic={view.topics[question.topic] ?? question.topic} course={view.course.slug} />
      ),
    },
    {
      key: "status",
      header: t("bank.status"),
      cell: ({ status }) => <StatusTag tone={TONES[status]}>{t(STATUSES[status])}</StatusTag>,
    },
    { key: "kind", header: t("bank.kind"), cell: ({ type }) => t(TYPES[type]) },
    { key: "citation", header: t("bank.citation"), cell: ({ citation }) => citationLine(citation) },
    { key: "difficulty", header: t("bank.difficulty"), cell: ({ difficulty }) => t(DIFFICULTIES[difficulty]) },
    {
      key: "marks",
      header: t("bank.marks"),
      numeric: true,
      cell: ({ marks, critical }) => (
        <>
          {formatNumber(marks, { decimals: marks % 1 === 0 ? 0 : 2, language: t.language })}
          {critical ? <p className="text-sm">{t("bank.critical")}</p> : null}
        </>
      ),
    },
    { key: "advice", header: t("bank.advice"), cell: (question) => <Advice question={question} /> },
  ];
}

function Named({ question, topic, course }: { question: BankQuestion; topic: string; course: string }) {
  const t = useWords();
  return (
    <div id={`question-${question.id}`}>
      <p>
        <a href={questionPath(course, question.id)}>{question.stem}</a>
      </p>
      <p className="muted text-sm font-normal">
        <code>{question.id}</code> · {topic}
      </p>
      {question.texts.length > 0 ? (
        <div className="font-normal">
          <Disclosure summary={t("bank.texts")}>
            <ul className="list-disc pl-5">
              {question.texts.map((text, index) => (
                <li key={index}>{text}</li>
              ))}
            </ul>
          </Disclosure>
        </div>
      ) : null}
    </div>
  );
}

function Advice({ question: { advice } }: { question: BankQuestion }) {
  const t = useWords();
  if (advice.length === 0) return <span className="muted">{t("bank.noAdvice")}</span>;
  return (
    <Disclosure summary={t("bank.adviceCount", { count: advice.length })}>
      {advice.map((finding, index) => {
        const { what, mend } = describeLint(finding, t.language);
        return (
          <p key={index}>
            {what} <span className="muted">{mend}</span>
          </p>
        );
      })}
    </Disclosure>
  );
}
