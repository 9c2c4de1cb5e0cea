import { type RefObject, useCallback, useEffect, useRef, useState } from "react";
import type { QuestionTold } from "~/domain/assessment/bank/question-page";

const PAUSE = 600;

/** What the checks say of the form as it is being filled in, after each pause; `null` until something was typed. */
export function useLooks(form: RefObject<HTMLFormElement | null>, path: string) {
  const [told, setTold] = useState<QuestionTold | null>(null);
  const [state, setState] = useState<"quiet" | "looking" | "unreached">("quiet");
  const timer = useRef<number | undefined>(undefined);
  const running = useRef<AbortController | null>(null);
  const look = useCallback(async () => {
    if (!form.current) return;
    running.current?.abort();
    const own = (running.current = new AbortController());
    setState("looking");
    try {
      const answer = await fetch(path, { method: "POST", body: new FormData(form.current), signal: own.signal });
      // Led elsewhere, the session is over: what was typed stays on the page.
      if (!answer.ok || answer.redirected) throw new Error("no answer");
      setTold((await answer.json()) as QuestionTold);
      setState("quiet");
    } catch {
      if (!own.signal.aborted) setState("unreached");
    }
  }, [form, path]);
  const soon = useCallback(() => {
    window.clearTimeout(timer.current);
    timer.current = window.setTimeout(() => void look(), PAUSE);
  }, [look]);
  useEffect(() => () => window.clearTimeout(timer.current), []);
  return { told, state, soon };
}

/** Asks before the page is left with something unsaved on it; sending the form is no leaving. */
export function useLeaveWarning(): { touched: () => void; sent: () => void } {
  const unsaved = useRef(false);
  useEffect(() => {
    const ask = (event: BeforeUnloadEvent) => {
      if (unsaved.current) event.preventDefault();
    };
    window.addEventListener("beforeunload", ask);
    return () => window.removeEventListener("beforeunload", ask);
  }, []);
  const touched = useCallback(() => {
    unsaved.current = true;
  }, []);
  const sent = useCallback(() => {
    unsaved.current = false;
  }, []);
  return { touched, sent };
}
