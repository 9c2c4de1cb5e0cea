import { useCallback, useEffect, useRef, useState } from "react";
import type { LessonPreviewAnswer, ShownPreview } from "~/domain/courses/drafts/lesson-editor";
import { draftPreviewPath } from "~/paths";

const PAUSE = 250;

export interface LivePreview {
  /** The last one that could be made. */
  shown: ShownPreview | null;
  /** fresh: of the text as it stands; coming: a newer one is on its way; behind: the line is lost; too-slow: the text is too much. */
  state: "fresh" | "coming" | "behind" | "too-slow";
  ask(text: string): void;
}

/** The preview that follows the typing: one request at a time, always for the newest text. */
export function usePreview(input: { slug: string; path: string; first: LessonPreviewAnswer }): LivePreview {
  const { slug, path, first } = input;
  const [shown, setShown] = useState(first.kind === "shown" ? first : null);
  const [state, setState] = useState<LivePreview["state"]>(first.kind === "too-slow" ? "too-slow" : "fresh");
  const timer = useRef<ReturnType<typeof setTimeout>>();
  const wanted = useRef<string | null>(null);
  const running = useRef(false);
  const page = useRef("");

  const run = useCallback(async () => {
    if (running.current) return;
    running.current = true;
    page.current ||= crypto.randomUUID?.() ?? String(Math.random());
    try {
      while (wanted.current !== null) {
        const text = wanted.current;
        wanted.current = null;
        const body = JSON.stringify({ intent: "preview", path, text, page: page.current });
        const headers = { "Content-Type": "application/json" };
        const response = await fetch(draftPreviewPath(slug), { method: "POST", body, headers, redirect: "manual" });
        if (!response.ok) {
          setState("behind");
          continue;
        }
        const answer = (await response.json()) as LessonPreviewAnswer;
        if (answer.kind === "shown") setShown(answer);
        if (wanted.current === null)
          setState(answer.kind === "shown" ? "fresh" : answer.kind === "too-slow" ? "too-slow" : "coming");
      }
    } catch {
      setState("behind");
    } finally {
      running.current = false;
    }
  }, [slug, path]);

  const ask = useCallback(
    (text: string) => {
      wanted.current = text;
      setState("coming");
      clearTimeout(timer.current);
      timer.current = setTimeout(() => void run(), PAUSE);
    },
    [run],
  );
  useEffect(() => () => clearTimeout(timer.current), []);
  return { shown, state, ask };
}
