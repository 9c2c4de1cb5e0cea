import type { EntryTurn, TurnsAfterUndo } from "~/domain/enrolment/entry-turns";
import { formatDay } from "~/domain/time";
import { useWords } from "~/ui/words/use-words";

/** What becomes of the courses that somebody has because of an entry. */
export function UndoTurns({ turns: { taken, stay, asked } }: { turns: TurnsAfterUndo }) {
  const t = useWords();
  return (
    <>
      <Turns title={t("staffChange.undoTakenTitle")} note={t("staffChange.undoTakenNote")} turns={taken} />
      <Turns title={t("staffChange.undoStayTitle")} note={t("staffChange.undoStayNote")} turns={stay} />
      <Turns title={t("staffChange.undoAskedTitle")} turns={asked} withDay />
    </>
  );
}

function Turns({
  title,
  note,
  turns,
  withDay,
}: {
  title: string;
  note?: string;
  turns: readonly EntryTurn[];
  withDay?: boolean;
}) {
  const t = useWords();
  if (turns.length === 0) return null;
  return (
    <section>
      <h2 className="text-lg font-semibold">{title}</h2>
      <ul className="list-disc pl-6">
        {turns.map(({ enrolmentId, courseTitle: course, cycle, dueOn }) => (
          <li key={enrolmentId}>
            {withDay && dueOn
              ? t("staffChange.askedLine", { course, day: formatDay(dueOn) })
              : t("staffChange.undoTurn", { course, cycle })}
          </li>
        ))}
      </ul>
      {note ? <p>{note}</p> : null}
    </section>
  );
}
