import { useEffect, useState } from "react";
import { type Insertion, INSERTIONS } from "~/domain/courses/lesson/insertions";
import type { DraftLesson } from "~/domain/courses/lesson/draft-lesson";
import { draftPreviewPath } from "~/paths";
import { Button } from "~/ui/kit/button";
import { LessonCheckForm } from "~/ui/learning/lesson-check-form";
import { useWords } from "~/ui/words/use-words";
import { EditorDialog } from "./editor-dialog";

type Palette = Record<string, DraftLesson["segments"]>;

/** Every component as learners see it, to be chosen from. */
export function PaletteDialog({
  slug,
  onChoose,
  onClose,
}: {
  slug: string;
  onChoose: (insertion: Insertion) => void;
  onClose: () => void;
}) {
  const t = useWords();
  const at = t.language === "vi" ? 0 : 1;
  const [palette, setPalette] = useState<Palette | null>(null);
  useEffect(() => {
    let ended = false;
    fetch(draftPreviewPath(slug))
      .then((response) => (response.ok ? (response.json() as Promise<Palette>) : {}))
      .then((answer) => !ended && setPalette(answer))
      .catch(() => !ended && setPalette({}));
    return () => {
      ended = true;
    };
  }, [slug]);
  return (
    <EditorDialog title={t("editor.palette")} width="wide" onClose={onClose}>
      <ul className="palette">
        {INSERTIONS.map((insertion) => (
          <li key={insertion.key}>
            <div className="palette-head">
              <div>
                <h3>{insertion.label[at]}</h3>
                <p className="muted">{insertion.purpose[at]}</p>
              </div>
              <Button
                type="button"
                kind="secondary"
                onClick={() => onChoose(insertion)}
                aria-label={t("editor.insertNamed", { name: insertion.label[at] })}
              >
                {t("editor.insert")}
              </Button>
            </div>
            <Example segments={palette?.[insertion.key]} />
          </li>
        ))}
      </ul>
    </EditorDialog>
  );
}

function Example({ segments }: { segments: DraftLesson["segments"] | undefined }) {
  if (!segments) return null;
  return (
    <div className="palette-example" onSubmit={(event) => event.preventDefault()}>
      {segments.map((segment, index) =>
        segment.kind === "html" ? (
          <div className="lesson-prose" key={index} dangerouslySetInnerHTML={{ __html: segment.html }} />
        ) : segment.kind === "check" ? (
          <LessonCheckForm key={index} check={segment.check} chosen={undefined} action="" method="get" />
        ) : null,
      )}
    </div>
  );
}
