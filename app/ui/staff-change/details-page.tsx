import type { SubmissionResult } from "@conform-to/react";
import type { OtherName } from "~/domain/certificates/other-name";
import type { PersonDetails } from "~/domain/organization/staff-change";
import { formatDay } from "~/domain/time";
import { EnterButton } from "~/ui/admin/unit-select";
import { DescriptionList } from "~/ui/kit/description-list";
import { ErrorSummary } from "~/ui/kit/error-summary";
import { PostForm } from "~/ui/kit/post-form";
import { TextArea } from "~/ui/kit/text-area";
import { TextField } from "~/ui/kit/text-field";
import { formState } from "~/ui/library/form-state";
import { useWords } from "~/ui/words/use-words";
import type { ChangeFrame } from "./change-frame";
import { ChangePage, MakeOrEdit } from "./change-page";
import { ChangeTable } from "./change-table";
import { OtherNames } from "./other-names";
import { ShowButtons } from "./show-buttons";

export interface DetailsAnswer {
  lastResult: SubmissionResult<string[]>;
  confirm?: { name: keyof PersonDetails; before: string | null; after: string | null }[];
}

export interface DetailsPageProps {
  frame: ChangeFrame;
  otherNames: readonly OtherName[];
  reissues: boolean;
  answer: DetailsAnswer | undefined;
}

/** Sets right what the staff list has wrong about somebody. */
export function DetailsPage({ frame, otherNames, reissues, answer }: DetailsPageProps) {
  const t = useWords();
  const confirm = answer?.confirm;
  const values = answer?.lastResult.initialValue ?? {};
  return (
    <ChangePage
      frame={frame}
      title={t("staffChange.detailsTitle")}
      lead={t("staffChange.detailsLead")}
      confirming={confirm !== undefined}
    >
      {confirm ? (
        <div className="flex flex-col gap-6">
          <ChangeTable
            lines={confirm.map(({ name, ...change }) => ({ name: t(`staffChange.${name}`), ...daysOf(name, change) }))}
          />
          <DescriptionList
            facts={[
              { term: t("staffChange.reason"), detail: text(values["reason"]) },
              { term: t("staffChange.evidence"), detail: text(values["evidence"]) },
            ]}
          />
          <MakeOrEdit values={values} />
        </div>
      ) : (
        <>
          <DetailsFields frame={frame} result={answer?.lastResult} />
          <OtherNames names={otherNames} reissues={reissues} />
        </>
      )}
    </ChangePage>
  );
}

const text = (value: unknown) => (typeof value === "string" ? value : "");

function daysOf(name: keyof PersonDetails, { before, after }: { before: string | null; after: string | null }) {
  if (name !== "recruitedOn") return { before, after };
  return { before: before && formatDay(before), after: after && formatDay(after) };
}

function DetailsFields({
  frame: { official, back },
  result,
}: {
  frame: ChangeFrame;
  result: SubmissionResult<string[]> | undefined;
}) {
  const t = useWords();
  const { fullName, staffNumber, email, recruitedOn } = official;
  const values = { fullName, staffNumber, email: email ?? "", recruitedOn: recruitedOn ? formatDay(recruitedOn) : "" };
  const form = formState({ id: "details", values, result });
  return (
    <>
      <ErrorSummary errors={form.summary()} />
      <PostForm className="form" noValidate autoComplete="off">
        <EnterButton intent="show" />
        <TextField {...form.field("fullName")} label={t("staffChange.fullName")} required />
        <TextField {...form.field("staffNumber")} label={t("staffChange.staffNumber")} size="medium" required />
        <TextField {...form.field("email")} type="email" label={t("staffChange.email")} size="medium" optional />
        <TextField
          {...form.field("recruitedOn")}
          label={t("staffChange.recruitedOn")}
          hint={t("kit.dateHint")}
          inputMode="numeric"
          size="short"
          optional
        />
        <TextArea {...form.field("reason")} label={t("staffChange.reason")} rows={2} />
        <TextArea
          {...form.field("evidence")}
          label={t("staffChange.evidence")}
          hint={t("staffChange.evidenceHint")}
          rows={2}
        />
        <ShowButtons back={back.href} />
      </PostForm>
    </>
  );
}
