import type { SubmissionResult } from "@conform-to/react";
import { END_REASONS } from "~/domain/organization/staff-change";
import { EnterButton } from "~/ui/admin/unit-select";
import { DescriptionList } from "~/ui/kit/description-list";
import { ErrorSummary } from "~/ui/kit/error-summary";
import { Notice } from "~/ui/kit/notice";
import { RadioGroup } from "~/ui/kit/option-group";
import { PostForm } from "~/ui/kit/post-form";
import { TextField } from "~/ui/kit/text-field";
import { formState } from "~/ui/library/form-state";
import { useWords } from "~/ui/words/use-words";
import type { ChangeAccount, ChangeFrame } from "./change-frame";
import { ChangePage, MakeOrEdit } from "./change-page";
import { DecisionFields } from "./decision-fields";
import { RolesNotice } from "./post-confirm";
import { ShowButtons } from "./show-buttons";

/** What becomes of the account. */
export interface LeavingConfirmed {
  after: "none" | "locked" | "locked-before" | "administers";
  account: ChangeAccount | null;
}

export interface LeavingAnswer {
  lastResult: SubmissionResult<string[]>;
  confirm?: LeavingConfirmed;
}

/** Takes somebody from the staff list after their last day; `typed`: what the fields begin with, an entry that was taken back. */
export function LeavingPage({
  frame,
  typed,
  answer,
}: {
  frame: ChangeFrame;
  typed: Record<string, string>;
  answer: LeavingAnswer | undefined;
}) {
  const t = useWords();
  return (
    <ChangePage
      frame={frame}
      title={t("staffChange.leaveTitle")}
      lead={t("staffChange.leaveLead")}
      confirming={answer?.confirm !== undefined}
    >
      {answer?.confirm ? (
        <LeavingConfirm confirm={answer.confirm} values={answer.lastResult.initialValue ?? {}} />
      ) : (
        <LeavingFields back={frame.back} typed={typed} result={answer?.lastResult} />
      )}
    </ChangePage>
  );
}

function LeavingFields({
  back,
  typed,
  result,
}: Pick<ChangeFrame, "back"> & { typed: Record<string, string>; result: SubmissionResult<string[]> | undefined }) {
  const t = useWords();
  const form = formState({ id: "leaving", values: typed, result });
  const reason = form.field("reason");
  return (
    <>
      <ErrorSummary errors={form.summary()} />
      <PostForm className="form" noValidate autoComplete="off">
        <EnterButton intent="show" />
        <TextField
          {...form.field("lastDay")}
          label={t("staffChange.lastDay")}
          hint={t("staffChange.lastDayHint")}
          inputMode="numeric"
          size="short"
          required
        />
        <RadioGroup
          id={reason.id}
          name={reason.name}
          label={t("staffChange.endReason")}
          options={END_REASONS.map((value) => ({ value, label: t(`staffChange.end_${value}`) }))}
          defaultValue={reason.defaultValue}
          errors={reason.errors}
        />
        <DecisionFields form={form} />
        <ShowButtons back={back.href} />
      </PostForm>
    </>
  );
}

function LeavingConfirm({ confirm, values }: { confirm: LeavingConfirmed; values: Record<string, unknown> }) {
  const t = useWords();
  const text = (name: string) => (typeof values[name] === "string" ? values[name] : "");
  const reason = END_REASONS.find((each) => each === values["reason"]);
  return (
    <div className="flex flex-col gap-6">
      <DescriptionList
        facts={[
          { term: t("staffChange.lastDay"), detail: text("lastDay") },
          { term: t("staffChange.endReason"), detail: reason && t(`staffChange.end_${reason}`) },
          {
            term: t("staffChange.columnDecision"),
            detail: t("staffChange.decisionOf", { number: text("decisionNumber"), day: text("decidedOn") }),
          },
        ]}
      />
      <p>{t("staffChange.leaveNote")}</p>
      <Notice kind={confirm.after === "administers" ? "warning" : "info"}>
        {t(`staffChange.account_${confirm.after}`)}
      </Notice>
      {confirm.account ? <RolesNotice account={confirm.account} /> : null}
      <MakeOrEdit values={values} danger />
    </div>
  );
}
