import type { MarkingNote as Note } from "~/domain/assessment/marking/marking";
import { Paragraphs } from "~/ui/paper/paragraphs";
import { formatMarks } from "~/ui/words/format";
import { useWords } from "~/ui/words/use-words";

/** Under a written answer: the level at each criterion, and what the officer wrote. */
export function MarkingNote({ note }: { note: Note }) {
  const t = useWords();
  return (
    <div className="review-answer">
      <p className="review-words">{t("marking.noteTitle")}</p>
      <dl className="facts">
        {note.levels.map(({ criterion, level, points, most }) => (
          <div key={criterion}>
            <dt>{criterion}</dt>
            <dd>
              {points === null || most === null
                ? level
                : t("marking.noteLevel", {
                    level,
                    points: formatMarks(points, t.language),
                    most: formatMarks(most, t.language),
                  })}
            </dd>
          </div>
        ))}
      </dl>
      {note.comment ? (
        <p>
          <strong>{t("marking.noteComment")}:</strong> <Paragraphs text={note.comment} />
        </p>
      ) : null}
    </div>
  );
}
