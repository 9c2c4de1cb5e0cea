import type { SubmissionResult } from "@conform-to/react";
import { Button } from "~/ui/kit/button";
import { ErrorSummary } from "~/ui/kit/error-summary";
import { Notice } from "~/ui/kit/notice";
import { PostForm } from "~/ui/kit/post-form";
import { TextArea } from "~/ui/kit/text-area";
import { formState } from "~/ui/library/form-state";
import { useWords } from "~/ui/words/use-words";
import type { ChangeFrame } from "./change-frame";
import { ChangePage } from "./change-page";
import { RolesNotice, WhatIsAsked } from "./post-confirm";
import type { UndoShown } from "./undo-shown";
import { UndoTurns } from "./undo-turns";
import { WhatStandsAgain } from "./what-stands-again";

export interface UndoPageProps {
  frame: ChangeFrame;
  /** Null where there is nothing that can be taken back; then the frame says why. */
  undo: UndoShown | null;
  result: SubmissionResult<string[]> | undefined;
}

/** Takes the latest entry about somebody's posts back; what follows is shown on the same page. */
export function UndoPage({ frame, undo, result }: UndoPageProps) {
  const t = useWords();
  const form = formState({ id: "undo", values: {}, result });
  return (
    <ChangePage frame={frame} title={t("staffChange.undoTitle")} lead={t("staffChange.undoLead")} confirming={false}>
      <ErrorSummary errors={form.summary()} />
      {undo ? (
        <div className="flex flex-col gap-6">
          <p>{t("staffChange.entryIs", { kind: t(`staffChange.entry_${undo.kind}`) })}</p>
          <WhatStandsAgain official={frame.official} undo={undo} />
          <Counts counts={undo.counts} />
          <UndoTurns turns={undo.turns} />
          {undo.asked.length > 0 ? <WhatIsAsked title={t("staffChange.undoGivenTitle")} asked={undo.asked} /> : null}
          <p>{t("staffChange.undoFacts")}</p>
          <Account undo={undo} />
          <PostForm className="form" noValidate autoComplete="off">
            <input type="hidden" name="entry" value={undo.revision} />
            <TextArea
              {...form.field("reason")}
              label={t("staffChange.undoReason")}
              hint={t("staffChange.undoReasonHint")}
              rows={2}
            />
            <div className="buttons">
              <Button kind="danger" name="intent" value="make">
                {t("staffChange.undoMake")}
              </Button>
              <Button kind="secondary" name="intent" value="again">
                {t("staffChange.undoAgain")}
              </Button>
              <a href={frame.back.href}>{t("kit.cancel")}</a>
            </div>
          </PostForm>
        </div>
      ) : null}
    </ChangePage>
  );
}

function Counts({ counts }: Pick<UndoShown, "counts">) {
  const t = useWords();
  if (counts.length === 0) return <p>{t("staffChange.undoCountsStay")}</p>;
  return (
    <section>
      <h2 className="text-lg font-semibold">{t("staffChange.undoCounts")}</h2>
      <ul className="list-disc pl-6">
        {counts.map(({ unitName: unit, before, after }) => (
          <li key={unit}>{t("staffChange.undoCount", { unit, before, after })}</li>
        ))}
      </ul>
      <p>{t("staffChange.undoCountsNote")}</p>
    </section>
  );
}

/** The account is not unlocked by this; and it is locked where the person has left again. */
function Account({ undo: { kind, account, held } }: { undo: UndoShown }) {
  const t = useWords();
  if (!held) return null;
  const locked = kind === "leaving" && held.disabled;
  return (
    <>
      {kind === "return" ? (
        <Notice kind={account === "administers" ? "warning" : "info"}>{t(`staffChange.account_${account}`)}</Notice>
      ) : null}
      {locked ? (
        <Notice>
          <p>{t("staffChange.undoAccount")}</p>
          {held.href ? (
            <p>
              <a href={held.href}>{t("staffChange.openAccount")}</a>
            </p>
          ) : null}
        </Notice>
      ) : null}
      <RolesNotice account={held} />
    </>
  );
}
