import type { RegradeNote, ResultChange } from "~/domain/assessment/regrade/regrade-view";
import { formatDate } from "~/domain/time";
import { resultInWords } from "~/ui/regrade/regrade-words";
import { formatMarks } from "~/ui/words/format";
import { useWords } from "~/ui/words/use-words";

const NOTES = {
  key: "regrade.noteKey",
  "full-marks": "regrade.noteFullMarks",
  void: "regrade.noteVoid",
  marks: "regrade.noteMarks",
} as const;

/** At a question: what was decided about it since. */
export function RegradeNotes({ notes }: { notes: readonly RegradeNote[] }) {
  const t = useWords();
  return (
    <>
      {notes.map((note) => (
        <p className="hint" key={`${note.at.getTime()} ${note.change}`}>
          {t(NOTES[note.change], {
            date: formatDate(note.at),
            marks: note.marks === null ? "" : formatMarks(note.marks, t.language),
          })}
          {note.reason ? ` ${t("regrade.noteReason", { reason: note.reason })}` : null}
        </p>
      ))}
    </>
  );
}

/** At the result: what it was before. Changes that left percent and verdict as they were say nothing. */
export function ResultHistory({ changes }: { changes: readonly ResultChange[] }) {
  const t = useWords();
  const told = changes.filter(
    ({ kept, before, after }) => kept || before.percent !== after.percent || before.passed !== after.passed,
  );
  return (
    <>
      {told.map(({ at, before, kept }) => (
        <p className="hint" key={at.getTime()}>
          {kept
            ? t("regrade.resultKept", { date: formatDate(at) })
            : t("regrade.resultBefore", { date: formatDate(at), result: resultInWords(t, before) })}
        </p>
      ))}
    </>
  );
}
