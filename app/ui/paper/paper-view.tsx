import { type FormEvent, useCallback, useEffect, useRef, useState } from "react";
import { markName } from "~/domain/assessment/answer-fields";
import type { LearnerQuestion, PaperPage } from "~/domain/assessment/paper";
import { attemptPath, attemptResultPath } from "~/paths";
import { Button } from "~/ui/kit/button";
import { Notice } from "~/ui/kit/notice";
import { useWords } from "~/ui/words/use-words";
import { PaperMap } from "./paper-map";
import { QuestionForm } from "./question-form";
import { SessionDialog } from "./session-dialog";
import { SubmitDialog } from "./submit-dialog";
import { TimeLeft } from "./time-left";
import { fieldsOf, useAnswerSaver } from "./use-answer-saver";

interface Marks {
  answered: Set<string>;
  marked: Set<string>;
}

const given = (question: LearnerQuestion) =>
  question.selection !== null &&
  (question.selection.own.length > 0 || Object.keys(question.selection.parts).length > 0);

function marksOf(questions: readonly LearnerQuestion[], form: HTMLFormElement | null): Marks {
  const ids = (match: (question: LearnerQuestion) => boolean) => new Set(questions.filter(match).map(({ id }) => id));
  if (!form) return { answered: ids(given), marked: ids(({ marked }) => marked) };
  const fields = new Map(questions.map(({ id }) => [id, fieldsOf(form, id)]));
  return {
    answered: ids(({ id }) => fields.get(id)!.some(([name, value]) => name !== markName(id) && value.trim() !== "")),
    marked: ids(({ id }) => fields.get(id)!.some(([name]) => name === markName(id))),
  };
}

const RETRY_SUBMIT = 3_000;
const pause = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds));

/**
 * The paper. Without script: one long form with its own buttons. With script: one question at a time, each choice saved as it
 * is made, and handing in that is tried until it has arrived.
 */
export function PaperView({ page, confirming }: { page: PaperPage; confirming: boolean }) {
  const t = useWords();
  const { questions } = page.paper;
  const total = questions.length;
  const form = useRef<HTMLFormElement>(null);
  const [current, setCurrent] = useState(1);
  const [marks, setMarks] = useState(() => marksOf(questions, null));
  const [asking, setAsking] = useState(false);
  const [submitting, setSubmitting] = useState<"no" | "busy" | "waiting">("no");

  const saver = useAnswerSaver({
    form,
    attemptId: page.attemptId,
    questionIds: questions.map((question) => question.id),
    serverNow: page.serverNow,
    sequence: page.sequence,
    onRestored: () => setMarks(marksOf(questions, form.current)),
  });
  const { ready, closed, flush, clockOffset } = saver;

  const leave = useCallback(() => window.location.assign(attemptResultPath(page.attemptId)), [page.attemptId]);
  useEffect(() => {
    if (closed) leave();
  }, [closed, leave]);

  const submit = useCallback(async () => {
    setSubmitting("busy");
    for (;;) {
      try {
        // Answers first, as long as the server takes any. Handing in twice is harmless, so it is tried until it has arrived.
        while (!(await flush()) && Date.now() + (clockOffset ?? 0) < page.lastMomentAt.getTime()) {
          setSubmitting("waiting");
          await pause(RETRY_SUBMIT);
        }
        const body = new URLSearchParams({ intent: "submit" });
        const response = await fetch(attemptPath(page.attemptId), { method: "POST", body, redirect: "manual" });
        if (response.type === "opaqueredirect" || response.ok) return leave();
      } catch {
        // The line is down; wait and try again.
      }
      setSubmitting("waiting");
      await pause(RETRY_SUBMIT);
    }
  }, [flush, leave, clockOffset, page.attemptId, page.lastMomentAt]);

  function go(number: number) {
    setCurrent(Math.min(total, Math.max(1, number)));
    requestAnimationFrame(() => document.getElementById(`q-${number}`)?.focus());
  }

  function change(event: FormEvent<HTMLFormElement>) {
    const { name } = event.target as HTMLInputElement;
    saver.changed(name);
    setMarks(marksOf(questions, form.current));
  }

  function handIn(event: FormEvent<HTMLFormElement>) {
    if (!ready) return;
    event.preventDefault();
    setAsking(true);
  }

  const statusOf = (id: string) => {
    const state = saver.states[id];
    if (state === undefined) return marks.answered.has(id) && ready ? t("paper.statusSaved") : null;
    return t(STATUS[state]);
  };

  return (
    <div className={ready ? "paper is-ready" : "paper"}>
      <div className="paper-bar">
        <p className="paper-count">{t("paper.answeredCount", { answered: marks.answered.size, total })}</p>
        <TimeLeft deadlineAt={page.deadlineAt} clockOffset={saver.clockOffset} onTimeUp={() => void submit()} />
      </div>
      {confirming && !ready ? <Confirm page={page} answered={marks.answered.size} total={total} /> : null}
      <div role="status">
        {!saver.connected ? <Notice kind="warning">{t("paper.offline")}</Notice> : null}
        {saver.connected && saver.recovered ? <Notice kind="success">{t("paper.backOnline")}</Notice> : null}
      </div>
      <div className="paper-columns">
        <PaperMap
          entries={questions.map(({ id, number }) => ({
            number,
            answered: marks.answered.has(id),
            marked: marks.marked.has(id),
          }))}
          current={ready ? current : null}
          onGo={ready ? go : undefined}
        />
        <form
          ref={form}
          method="post"
          action={attemptPath(page.attemptId)}
          autoComplete="off"
          onChange={change}
          onSubmit={handIn}
        >
          {ready ? null : (
            <p className="hint">{t("paper.noScriptHint", { save: t("paper.save"), submit: t("paper.submit") })}</p>
          )}
          {questions.map((question) => (
            <QuestionForm
              key={question.id}
              question={question}
              total={total}
              hidden={ready && question.number !== current}
              status={statusOf(question.id)}
              statusTone={["waiting", "superseded"].includes(saver.states[question.id] ?? "") ? "warning" : "quiet"}
            />
          ))}
          {ready ? (
            <div className="paper-steps">
              <Button type="button" kind="secondary" disabled={current === 1} onClick={() => go(current - 1)}>
                {t("paper.previous")}
              </Button>
              {current < total ? (
                <Button type="button" onClick={() => go(current + 1)}>
                  {t("paper.next")}
                </Button>
              ) : null}
              <Button type="submit" kind={current === total ? "primary" : "quiet"}>
                {t("paper.submit")}
              </Button>
            </div>
          ) : (
            <div className="buttons">
              <Button type="submit" name="intent" value="review">
                {t("paper.submit")}
              </Button>
              <Button type="submit" name="intent" value="save" kind="secondary">
                {t("paper.save")}
              </Button>
            </div>
          )}
        </form>
      </div>
      {ready ? (
        <>
          <SubmitDialog
            open={asking || submitting !== "no"}
            total={total}
            answered={marks.answered.size}
            busy={submitting !== "no"}
            waiting={submitting === "waiting"}
            onSubmit={() => void submit()}
            onClose={() => setAsking(false)}
          />
          <SessionDialog open={saver.signedOut} onSignedIn={saver.signedInAgain} />
        </>
      ) : null}
    </div>
  );
}

const STATUS = {
  saving: "paper.statusSaving",
  saved: "paper.statusSaved",
  waiting: "paper.statusWaiting",
  superseded: "paper.statusSuperseded",
} as const;

/** The question before handing in, for pages without script. */
function Confirm({ page, answered, total }: { page: PaperPage; answered: number; total: number }) {
  const t = useWords();
  return (
    <Notice kind="warning" title={t("paper.submitQuestion")}>
      <p>{answered === total ? t("paper.submitAll", { total }) : t("paper.submitSome", { count: total - answered })}</p>
      <form method="post" action={attemptPath(page.attemptId)} className="buttons">
        <Button type="submit" name="intent" value="submit">
          {t("paper.submitAnyway")}
        </Button>
        <Button kind="secondary" href={attemptPath(page.attemptId)}>
          {t("paper.goBack")}
        </Button>
      </form>
    </Notice>
  );
}
