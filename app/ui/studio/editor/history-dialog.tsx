import { useEffect, useState } from "react";
import type { LessonPreviewAnswer, RevisionNote, ShownPreview } from "~/domain/courses/drafts/lesson-editor";
import { formatDateTime } from "~/domain/time";
import { draftHistoryPath, draftPreviewPath } from "~/paths";
import { Button } from "~/ui/kit/button";
import { useWords } from "~/ui/words/use-words";
import { EditorDialog } from "./editor-dialog";
import { keptAside } from "./kept-aside";
import { PreviewLesson } from "./preview-lesson";

interface HistoryDialogProps {
  slug: string;
  draftId: string;
  path: string;
  onBringBack: (text: string) => void;
  onClose: () => void;
}

interface Chosen {
  key: string;
  text: string;
  preview: ShownPreview | null;
}

/** The steps in which a lesson was written: each can be looked at and brought back. */
export function HistoryDialog({ slug, draftId, path, onBringBack, onClose }: HistoryDialogProps) {
  const t = useWords();
  const [revisions, setRevisions] = useState<RevisionNote[] | null>(null);
  const [chosen, setChosen] = useState<Chosen | null>(null);
  const aside = keptAside(draftId, path);
  useEffect(() => {
    void fetch(draftHistoryPath(slug, path))
      .then((response) => response.json() as Promise<{ revisions: RevisionNote[] }>)
      .then((answer) => setRevisions(answer.revisions))
      .catch(() => setRevisions([]));
  }, [slug, path]);

  async function show(key: string, text: string) {
    setChosen({ key, text, preview: null });
    const body = JSON.stringify({ intent: "preview", path, text, page: "history" });
    const headers = { "Content-Type": "application/json" };
    const response = await fetch(draftPreviewPath(slug), { method: "POST", body, headers }).catch(() => null);
    const preview = response?.ok ? ((await response.json()) as LessonPreviewAnswer) : null;
    setChosen((now) => (now?.key === key && preview?.kind === "shown" ? { ...now, preview } : now));
  }
  async function open(revision: number) {
    const response = await fetch(draftHistoryPath(slug, path, revision)).catch(() => null);
    if (response?.ok) await show(String(revision), ((await response.json()) as { text: string }).text);
  }

  return (
    <EditorDialog title={t("editor.history")} width="wide" onClose={onClose}>
      <p className="muted">{t("editor.historyText")}</p>
      <div className="history">
        <ul>
          {aside.map(({ at, text }) => (
            <li key={at}>
              <button type="button" aria-pressed={chosen?.key === at} onClick={() => void show(at, text)}>
                <span>{formatDateTime(new Date(at))}</span>
                <span className="muted">{t("editor.aside")}</span>
              </button>
            </li>
          ))}
          {revisions?.map(({ revision, savedAt, savedByName }) => (
            <li key={revision}>
              <button type="button" aria-pressed={chosen?.key === String(revision)} onClick={() => void open(revision)}>
                <span>{formatDateTime(new Date(savedAt))}</span>
                <span className="muted">{savedByName}</span>
              </button>
            </li>
          ))}
          {revisions?.length === 0 && aside.length === 0 ? <li className="muted">{t("editor.noHistory")}</li> : null}
        </ul>
        <div className="history-preview" aria-live="polite">
          {chosen?.preview ? (
            <PreviewLesson preview={chosen.preview} />
          ) : (
            <p className="muted">{t("editor.chooseStep")}</p>
          )}
        </div>
      </div>
      <div className="buttons">
        {chosen ? (
          <Button type="button" onClick={() => onBringBack(chosen.text)}>
            {t("editor.bringBack")}
          </Button>
        ) : null}
        <Button type="button" kind="secondary" onClick={onClose}>
          {t("editor.close")}
        </Button>
      </div>
    </EditorDialog>
  );
}
