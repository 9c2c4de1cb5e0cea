import { diffLines } from "diff";
import { useMemo, useState } from "react";
import { formatDateTime } from "~/domain/time";
import { Button } from "~/ui/kit/button";
import { TextArea } from "~/ui/kit/text-area";
import { useWords } from "~/ui/words/use-words";
import { EditorDialog } from "./editor-dialog";
import type { Conflict } from "./text-saver";

/** Two people have written in one file: both texts side by side, and the writer decides. Nothing is lost meanwhile. */
export function ConflictDialog({
  conflict,
  onSettle,
}: {
  conflict: Conflict & { mine: string };
  onSettle: (text: string) => void;
}) {
  const t = useWords();
  const { mine, theirs, byName, at } = conflict;
  const [merging, setMerging] = useState(false);
  const [merged, setMerged] = useState(mine);
  const parts = useMemo(() => diffLines(theirs ?? "", mine), [theirs, mine]);
  return (
    <EditorDialog title={t("editor.conflictTitle")} width="wide" onClose={() => undefined}>
      <p>
        {theirs === null
          ? t("editor.conflictGone", { name: byName })
          : t("editor.conflictText", { name: byName, time: formatDateTime(new Date(at)) })}
      </p>
      <div className="two-texts">
        <section aria-label={t("editor.mine")}>
          <h3>{t("editor.mine")}</h3>
          <pre lang="vi">
            {parts.map((part, index) =>
              part.removed ? null : part.added ? (
                <ins key={index}>{part.value}</ins>
              ) : (
                <span key={index}>{part.value}</span>
              ),
            )}
          </pre>
        </section>
        <section aria-label={t("editor.theirs", { name: byName })}>
          <h3>{t("editor.theirs", { name: byName })}</h3>
          <pre lang="vi">
            {parts.map((part, index) =>
              part.added ? null : part.removed ? (
                <del key={index}>{part.value}</del>
              ) : (
                <span key={index}>{part.value}</span>
              ),
            )}
          </pre>
        </section>
      </div>
      {merging ? (
        <TextArea
          id="merged"
          name="merged"
          rows={14}
          label={t("editor.mergedText")}
          hint={t("editor.mergedHint")}
          value={merged}
          onChange={(event) => setMerged(event.target.value)}
        />
      ) : null}
      <p className="hint">{t("editor.conflictKept")}</p>
      <div className="buttons">
        {merging ? (
          <Button type="button" onClick={() => onSettle(merged)}>
            {t("editor.takeMerged")}
          </Button>
        ) : (
          <Button type="button" onClick={() => setMerging(true)}>
            {t("editor.merge")}
          </Button>
        )}
        <Button type="button" kind="secondary" onClick={() => onSettle(mine)}>
          {t("editor.takeMine")}
        </Button>
        {theirs === null ? null : (
          <Button type="button" kind="secondary" onClick={() => onSettle(theirs)}>
            {t("editor.takeTheirs")}
          </Button>
        )}
      </div>
    </EditorDialog>
  );
}
