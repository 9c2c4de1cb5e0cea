import { useCallback, useState } from "react";
import type { PaperPage } from "~/domain/assessment/paper";
import { attemptPath } from "~/paths";
import type { SaverView } from "./use-answer-saver";

const RETRY = 3_000;
const pause = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds));

export interface HandIn {
  state: "no" | "busy" | "waiting";
  submit(): Promise<void>;
  /** The page's clock says that time is over: the server is asked first, since an officer may have added some. */
  timeUp(): Promise<void>;
}

/** Handing in that is tried until it has arrived, and then leaves the page. */
export function useHandIn(page: PaperPage, saver: SaverView, leave: () => void): HandIn {
  const [state, setState] = useState<HandIn["state"]>("no");
  const { flush, clockOffset, deadlineAt, look } = saver;
  const { attemptId, lastMomentAt, whenTimeExpires } = page;
  // The last moment lies as far behind the deadline as it did when the page was made.
  const lastMoment = deadlineAt.getTime() + (lastMomentAt.getTime() - page.deadlineAt.getTime());

  const submit = useCallback(async () => {
    setState("busy");
    for (;;) {
      try {
        // Answers first, as long as the server takes any. Handing in twice is harmless, so it is tried until it has arrived.
        while (!(await flush()) && Date.now() + (clockOffset ?? 0) < lastMoment) {
          setState("waiting");
          await pause(RETRY);
        }
        const body = new URLSearchParams({ intent: "submit" });
        const response = await fetch(attemptPath(attemptId), { method: "POST", body, redirect: "manual" });
        if (response.type === "opaqueredirect" || response.ok) return leave();
      } catch {
        // The line is down; wait and try again.
      }
      setState("waiting");
      await pause(RETRY);
    }
  }, [flush, leave, clockOffset, attemptId, lastMoment]);

  const timeUp = useCallback(async () => {
    await flush();
    const ends = await look();
    // A later deadline has reached the page as a new one, and its clock goes on by that.
    if (ends !== null && Date.now() + (clockOffset ?? 0) < ends.getTime()) return;
    if (whenTimeExpires === "grace") leave();
    else await submit();
  }, [flush, look, clockOffset, whenTimeExpires, leave, submit]);

  return { state, submit, timeUp };
}
