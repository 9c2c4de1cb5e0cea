import type { PresenceAnswer } from "~/domain/courses/drafts/lesson-editor";
import { Icon, type IconName } from "~/ui/kit/icon";
import { Notice } from "~/ui/kit/notice";
import { useWords } from "~/ui/words/use-words";
import type { SaveState } from "./text-saver";

const ICONS: Record<SaveState, IconName> = {
  saved: "check",
  saving: "clock",
  waiting: "warning",
  "signed-out": "lock",
  conflict: "warning",
  closed: "lock",
  "too-large": "stop",
};

/** Whether everything is saved, in words. */
export function SaveStatus({ state }: { state: SaveState }) {
  const t = useWords();
  return (
    <p className="editor-saved" data-state={state} role="status">
      <Icon name={ICONS[state]} /> {t(`editor.state_${state}`)}
    </p>
  );
}

/** Who else has the draft open; the same file is worth a warning. */
export function PresenceNote({ present }: { present: PresenceAnswer | null }) {
  const t = useWords();
  const others = present?.others ?? [];
  const here = others.filter((other) => other.here).map(({ name }) => name);
  const elsewhere = others.filter((other) => !other.here).map(({ name }) => name);
  return (
    <>
      {here.length > 0 ? (
        <Notice kind="warning" live>
          {t("editor.sameFile", { names: here.join(", ") })}
        </Notice>
      ) : null}
      {elsewhere.length > 0 ? (
        <p className="muted editor-others">
          <Icon name="people" /> {t("editor.sameDraft", { names: elsewhere.join(", ") })}
        </p>
      ) : null}
    </>
  );
}
