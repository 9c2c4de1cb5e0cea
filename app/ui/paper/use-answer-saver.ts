import { type RefObject, useCallback, useEffect, useRef, useState } from "react";
import { fieldName, markName } from "~/domain/assessment/answer-fields";
import { saveAnswerPath } from "~/paths";
import { AnswerSaver, browserJournal, type SaveState } from "./answer-saver";
import { askPaper, newDevice } from "./ask-paper";
import { TypingPause } from "./typing-pause";

export interface SaverView {
  /** false until the browser has taken over from the plain form. */
  ready: boolean;
  states: Record<string, SaveState>;
  connected: boolean;
  /** The line was lost and everything has been saved since. */
  recovered: boolean;
  signedOut: boolean;
  closed: boolean;
  clockOffset: number | null;
  /** Another page, on this device or another one, has taken the paper over. */
  elsewhere: boolean;
  /** When the paper ends, as the server last said: an officer may have added time. */
  deadlineAt: Date;
  /** Asks the server when the paper ends; null when it takes no more answers or the line is down. */
  look(): Promise<Date | null>;
  entriesForFile(): ReturnType<AnswerSaver["entriesForFile"]>;
  /** Saves the question whose field has changed. */
  changed(fieldOrMark: string): void;
  signedInAgain(): void;
  /** Sends what is left; true when everything is saved. */
  flush(): Promise<boolean>;
}

export interface SaverInput {
  form: RefObject<HTMLFormElement>;
  attemptId: string;
  questionIds: readonly string[];
  serverNow: Date;
  deadlineAt: Date;
  sequence: number;
  onRestored: () => void;
}

/** Which question a field belongs to: `q.<id>`, `q.<id>.<part>` or `m.<id>`. Ids have no dot. */
const questionOf = (name: string): string | null => /^[qm]\.([^.]+)/.exec(name)?.[1] ?? null;

/** All fields of one question as the form has them now. */
export function fieldsOf(form: HTMLFormElement, questionId: string): [string, string][] {
  const names = [fieldName(questionId), markName(questionId)];
  return [...new FormData(form)].filter(
    (entry): entry is [string, string] =>
      typeof entry[1] === "string" && (names.includes(entry[0]) || entry[0].startsWith(`${names[0]}.`)),
  );
}

type Control = HTMLInputElement | HTMLSelectElement | HTMLTextAreaElement;
const isTyped = (control: unknown): boolean =>
  control instanceof HTMLTextAreaElement || (control instanceof HTMLInputElement && control.type === "text");

/** Puts fields that this device had kept back into the form. */
function restore(form: HTMLFormElement, questionId: string, fields: readonly [string, string][]): void {
  for (const control of form.elements) {
    const { name: own, value: at } = control as Control;
    if (questionOf(own ?? "") !== questionId) continue;
    if (control instanceof HTMLInputElement && !isTyped(control)) {
      control.checked = fields.some(([name, value]) => name === own && value === at);
    } else {
      (control as Control).value = fields.find(([name]) => name === own)?.[1] ?? "";
    }
  }
}

/** Joins the saver to the paper's form. */
export function useAnswerSaver(input: SaverInput): SaverView {
  const { form, attemptId, questionIds } = input;
  const saver = useRef<AnswerSaver | null>(null);
  const typing = useRef<TypingPause | null>(null);
  const latest = useRef(input);
  latest.current = input;
  const [states, setStates] = useState<Record<string, SaveState>>({});
  const [connected, setConnected] = useState(true);
  const [recovered, setRecovered] = useState(false);
  const [signedOut, setSignedOut] = useState(false);
  const [closed, setClosed] = useState(false);
  const [clockOffset, setClockOffset] = useState<number | null>(null);
  const [elsewhere, setElsewhere] = useState(false);
  const [deadlineAt, setDeadlineAt] = useState(input.deadlineAt);
  const device = useRef("");
  const ask = useCallback(
    async (intent: "claim" | "look") => {
      const answer = await askPaper({ attemptId, device: device.current, intent });
      if (answer === null) return null;
      if (answer.kind === "closed") {
        setClosed(true);
        return null;
      }
      const ends = new Date(answer.deadlineAt);
      setElsewhere(answer.elsewhere);
      setDeadlineAt((before) => (before.getTime() === ends.getTime() ? before : ends));
      return ends;
    },
    [attemptId],
  );

  useEffect(() => {
    const offset = latest.current.serverNow.getTime() - Date.now();
    setClockOffset(offset);
    device.current = newDevice();
    const made = new AnswerSaver({
      address: saveAnswerPath(attemptId),
      journal: browserJournal(attemptId),
      sequence: latest.current.sequence,
      device: device.current,
      clockOffset: offset,
      events: {
        onState: (questionId, state) => setStates((before) => ({ ...before, [questionId]: state })),
        onLine: (back) => {
          setConnected(back);
          setRecovered(back);
        },
        onSignedOut: () => setSignedOut(true),
        onClosed: () => setClosed(true),
        onSituation: (situation) => {
          setElsewhere(situation.elsewhere);
          setDeadlineAt((before) =>
            before.getTime() === situation.deadlineAt.getTime() ? before : situation.deadlineAt,
          );
        },
      },
    });
    saver.current = made;
    const pause = new TypingPause((questionId) => {
      if (latest.current.form.current) made.save(questionId, fieldsOf(latest.current.form.current, questionId));
    });
    typing.current = pause;
    const settle = () => pause.settle();
    const page = form.current;
    page?.addEventListener("focusout", settle);
    window.addEventListener("pagehide", settle);
    for (const { questionId, fields } of made.pending()) {
      if (form.current) restore(form.current, questionId, fields);
    }
    latest.current.onRestored();
    void ask("claim").then(() => made.flush());
    const online = () => made.resume();
    // Who comes back to this page is told before touching it that another one holds the paper.
    const back = () => {
      if (document.visibilityState === "visible") void ask("look");
    };
    window.addEventListener("online", online);
    document.addEventListener("visibilitychange", back);
    window.addEventListener("focus", back);
    return () => {
      window.removeEventListener("online", online);
      document.removeEventListener("visibilitychange", back);
      window.removeEventListener("focus", back);
      page?.removeEventListener("focusout", settle);
      window.removeEventListener("pagehide", settle);
      settle();
      made.stop();
    };
  }, [attemptId, form, ask]);

  const flush = useCallback(async () => {
    typing.current?.settle();
    return (await saver.current?.flush()) ?? true;
  }, []);
  return {
    ready: clockOffset !== null,
    states,
    connected,
    recovered,
    signedOut,
    closed,
    clockOffset,
    elsewhere,
    deadlineAt,
    look: () => ask("look"),
    entriesForFile: () => {
      typing.current?.settle();
      return saver.current?.entriesForFile() ?? [];
    },
    changed(name) {
      const questionId = questionOf(name);
      if (!questionId || !questionIds.includes(questionId) || !form.current) return;
      if (isTyped(form.current.elements.namedItem(name))) {
        setStates((before) => ({ ...before, [questionId]: "saving" }));
        typing.current?.typed(questionId);
      } else {
        typing.current?.forget(questionId);
        saver.current?.save(questionId, fieldsOf(form.current, questionId));
      }
    },
    signedInAgain() {
      setSignedOut(false);
      saver.current?.resume();
    },
    flush,
  };
}
