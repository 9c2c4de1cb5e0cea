import { useEffect, useRef, useState } from "react";
import type { LessonEditorView } from "~/domain/courses/drafts/lesson-editor";
import { draftFilesPath } from "~/paths";
import { browserTextJournal, type Conflict, type SaveState, TextSaver } from "./text-saver";

export interface SaverOfText {
  state: SaveState;
  conflict: (Conflict & { mine: string }) | null;
  changed(text: string): void;
  /** The text that the writer decided on after a conflict. */
  settle(text: string): void;
  signedInAgain(): void;
  flush(): void;
}

/** Joins the saver to the page; `onRestored` gets what this device had kept from an earlier visit. */
export function useTextSaver(
  { course, draft, file }: Pick<LessonEditorView, "course" | "draft" | "file">,
  onRestored: (text: string) => void,
): SaverOfText {
  const saver = useRef<TextSaver | null>(null);
  const current = useRef(file.text);
  const restored = useRef(onRestored);
  restored.current = onRestored;
  const [state, setState] = useState<SaveState>("saved");
  const [conflict, setConflict] = useState<SaverOfText["conflict"]>(null);

  useEffect(() => {
    const made = new TextSaver({
      address: draftFilesPath(course.slug),
      path: file.path,
      text: file.text,
      revision: file.revision,
      journal: browserTextJournal(draft.id, file.path),
      events: {
        onState: setState,
        onConflict: (met) => setConflict({ ...met, mine: current.current }),
      },
    });
    saver.current = made;
    const kept = made.kept();
    if (kept.kind === "goes-on") {
      current.current = kept.text;
      restored.current(kept.text);
      made.changed(kept.text);
    } else if (kept.kind === "overtaken") {
      const { text, revision, updatedByName, updatedAt } = file;
      const met = { theirs: text, revision, byName: updatedByName, at: new Date(updatedAt).toISOString() };
      setConflict({ ...met, mine: kept.text });
    }
    const leave = () => made.leave();
    const back = () => made.resume();
    const hidden = () => document.visibilityState === "hidden" && void made.flush();
    window.addEventListener("pagehide", leave);
    window.addEventListener("online", back);
    document.addEventListener("visibilitychange", hidden);
    return () => {
      window.removeEventListener("pagehide", leave);
      window.removeEventListener("online", back);
      document.removeEventListener("visibilitychange", hidden);
      made.stop();
    };
    // The page is opened for one file.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [course.slug, draft.id, file.path]);

  return {
    state,
    conflict,
    changed(text) {
      current.current = text;
      saver.current?.changed(text);
    },
    settle(text) {
      if (conflict) saver.current?.settle(text, conflict);
      current.current = text;
      setConflict(null);
    },
    signedInAgain: () => saver.current?.resume(),
    flush: () => void saver.current?.flush(),
  };
}
