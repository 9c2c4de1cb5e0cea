import { type FormEvent, useCallback, useEffect, useMemo, useRef, useState } from "react";
import type { PaperPage } from "~/domain/assessment/paper";
import { attemptPath, attemptResultPath } from "~/paths";
import { Button } from "~/ui/kit/button";
import { useWords } from "~/ui/words/use-words";
import { AnswerFileOffer } from "./answer-file-offer";
import { ElsewhereDialog } from "./elsewhere-dialog";
import { PaperMap } from "./paper-map";
import { marksOf } from "./paper-marks";
import { ConfirmHandIn, ExtraNotice, HandInOnly, LineNotice } from "./paper-notices";
import { QuestionForm } from "./question-form";
import { SessionDialog } from "./session-dialog";
import { SubmitDialog } from "./submit-dialog";
import { TimeLeft } from "./time-left";
import { useAnswerSaver } from "./use-answer-saver";
import { useHandIn } from "./use-hand-in";

/**
 * The paper. Without script: one long form with its own buttons. With script: one question at a time, each choice saved as it
 * is made, and handing in that is tried until it has arrived.
 */
export function PaperView({ page, confirming, at }: { page: PaperPage; confirming: boolean; at: number }) {
  const t = useWords();
  const { questions } = page.paper;
  const total = questions.length;
  const answering = page.phase === "answering";
  const settled = useMemo(
    () => new Set(questions.filter(({ id }) => page.checks[id]?.settled).map(({ id }) => id)),
    [questions, page.checks],
  );
  const form = useRef<HTMLFormElement>(null);
  const [current, setCurrent] = useState(() => firstShown(page, at));
  const [marks, setMarks] = useState(() => marksOf(questions, settled, null));
  const [asking, setAsking] = useState(false);

  const saver = useAnswerSaver({
    form,
    attemptId: page.attemptId,
    questionIds: questions.map((question) => question.id),
    serverNow: page.serverNow,
    deadlineAt: page.deadlineAt,
    sequence: page.sequence,
    onRestored: () => setMarks(marksOf(questions, settled, form.current)),
  });
  const { ready, closed } = saver;
  const leave = useCallback(() => window.location.assign(attemptResultPath(page.attemptId)), [page.attemptId]);
  const handIn = useHandIn(page, saver, leave);
  useEffect(() => {
    if (closed) leave();
  }, [closed, leave]);

  if (!answering) return <HandInOnly page={page} answered={marks.answered.size} />;

  function go(number: number) {
    setCurrent(Math.min(total, Math.max(1, number)));
    requestAnimationFrame(() => document.getElementById(`q-${number}`)?.focus());
  }

  function change(event: FormEvent<HTMLFormElement>) {
    const { name } = event.target as HTMLInputElement;
    saver.changed(name);
    setMarks(marksOf(questions, settled, form.current));
  }

  function submitted(event: FormEvent<HTMLFormElement>) {
    if (!ready) return;
    // Checking one answer is an ordinary post of the whole form.
    const { submitter } = event.nativeEvent as SubmitEvent;
    if (submitter?.getAttribute("name") === "check") return;
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
        <TimeLeft deadlineAt={saver.deadlineAt} clockOffset={saver.clockOffset} onTimeUp={() => void handIn.timeUp()} />
      </div>
      {confirming && !ready ? <ConfirmHandIn page={page} answered={marks.answered.size} /> : null}
      <ExtraNotice extras={page.extras} />
      <LineNotice saver={saver} />
      {saver.connected ? null : <AnswerFileOffer page={page} saver={saver} />}
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
          onSubmit={submitted}
        >
          {ready ? null : (
            <p className="hint">{t("paper.noScriptHint", { save: t("paper.save"), submit: t("paper.submit") })}</p>
          )}
          {questions.map((question) => (
            <QuestionForm
              key={question.id}
              question={question}
              check={page.checks[question.id] ?? null}
              total={total}
              hidden={ready && question.number !== current}
              status={statusOf(question.id)}
              statusTone={["waiting", "superseded"].includes(saver.states[question.id] ?? "") ? "warning" : "quiet"}
            />
          ))}
          {ready ? <Steps current={current} total={total} go={go} /> : <PlainButtons />}
        </form>
      </div>
      {ready ? (
        <>
          <SubmitDialog
            open={asking || handIn.state !== "no"}
            total={total}
            answered={marks.answered.size}
            busy={handIn.state !== "no"}
            waiting={handIn.state === "waiting"}
            onSubmit={() => void handIn.submit()}
            onClose={() => setAsking(false)}
          >
            {handIn.state === "waiting" ? <AnswerFileOffer page={page} saver={saver} /> : null}
          </SubmitDialog>
          <SessionDialog open={saver.signedOut} onSignedIn={saver.signedInAgain} />
          <ElsewhereDialog
            open={saver.elsewhere && !saver.signedOut}
            onTakeBack={() => window.location.assign(attemptPath(page.attemptId))}
          />
        </>
      ) : null}
    </div>
  );
}

/** The question of the address, or the first of those that were just added. */
function firstShown({ extras, paper }: PaperPage, at: number): number {
  const added = extras.find(({ reason }) => reason === "paper-pace");
  const wanted = at > 1 ? at : (added?.from ?? at);
  return Math.min(paper.questions.length, Math.max(1, wanted));
}

const STATUS = {
  saving: "paper.statusSaving",
  saved: "paper.statusSaved",
  waiting: "paper.statusWaiting",
  superseded: "paper.statusSuperseded",
} as const;

function Steps({ current, total, go }: { current: number; total: number; go: (number: number) => void }) {
  const t = useWords();
  return (
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
  );
}

function PlainButtons() {
  const t = useWords();
  return (
    <div className="buttons">
      <Button type="submit" name="intent" value="review">
        {t("paper.submit")}
      </Button>
      <Button type="submit" name="intent" value="save" kind="secondary">
        {t("paper.save")}
      </Button>
    </div>
  );
}
