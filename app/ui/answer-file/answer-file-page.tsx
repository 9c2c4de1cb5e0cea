import type { SubmissionResult } from "@conform-to/react";
import type { AnswerFilePlan, AnswerFileRefusal } from "~/domain/assessment/answer-file/answer-file-page";
import { answerFilePath } from "~/paths";
import { Page } from "~/ui/frame/page";
import { Button } from "~/ui/kit/button";
import { Field } from "~/ui/kit/field";
import { Notice } from "~/ui/kit/notice";
import { useWords } from "~/ui/words/use-words";
import { AnswerFilePlanView } from "./answer-file-plan";

/** What came back of a file that was sent: why it is not taken, or what it would do. */
export type AnswerFileOutcome =
  | { kind: "refused"; reason: AnswerFileRefusal }
  | { kind: "plan"; plan: AnswerFilePlan; text: string; result: SubmissionResult<string[]> | undefined };

/** Choose a file; see what it would do; then it is done. */
export function AnswerFilePage({ outcome }: { outcome: AnswerFileOutcome | undefined }) {
  const t = useWords();
  return (
    <Page title={t("answerFile.title")} lead={t("answerFile.lead")} width="reading">
      {outcome?.kind === "plan" ? <AnswerFilePlanView {...outcome} /> : <FileForm outcome={outcome} />}
    </Page>
  );
}

function FileForm({ outcome }: { outcome: Extract<AnswerFileOutcome, { kind: "refused" }> | undefined }) {
  const t = useWords();
  const none = outcome?.reason === "no-file";
  return (
    <>
      {outcome && !none ? (
        <Notice kind="danger" live title={t("answerFile.refusedTitle")}>
          <p>{t(`answerFile.refused_${outcome.reason}`)}</p>
          <p>{t("answerFile.nothingChanged")}</p>
        </Notice>
      ) : null}
      <form method="post" action={answerFilePath()} encType="multipart/form-data" className="form" noValidate>
        <Field
          id="file"
          label={t("answerFile.file")}
          hint={t("answerFile.fileHint")}
          errors={none ? [t("answerFile.refused_no-file")] : undefined}
        >
          <input
            id="file"
            name="file"
            type="file"
            accept=".json,application/json"
            className="input input-full"
            aria-describedby={none ? "file-hint file-error" : "file-hint"}
            aria-invalid={none ? true : undefined}
          />
        </Field>
        <div className="buttons">
          <Button name="intent" value="check">
            {t("answerFile.check")}
          </Button>
        </div>
      </form>
    </>
  );
}
