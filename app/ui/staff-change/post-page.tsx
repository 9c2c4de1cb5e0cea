import type { SubmissionResult } from "@conform-to/react";
import { STAFF_CATEGORIES } from "~/domain/organization/staff-category";
import type { UnitChoice } from "~/domain/organization/unit-choice";
import { EnterButton, UnitSelect } from "~/ui/admin/unit-select";
import { ErrorSummary } from "~/ui/kit/error-summary";
import { RadioGroup } from "~/ui/kit/option-group";
import { PostForm } from "~/ui/kit/post-form";
import { TextField } from "~/ui/kit/text-field";
import { formState } from "~/ui/library/form-state";
import { useWords } from "~/ui/words/use-words";
import type { ChangeFrame } from "./change-frame";
import { ChangePage } from "./change-page";
import { DecisionFields } from "./decision-fields";
import { PostConfirm, type PostConfirmed } from "./post-confirm";
import { ShowButtons } from "./show-buttons";

/** What came back of the form. */
export interface PostAnswer {
  lastResult?: SubmissionResult<string[]>;
  choice?: UnitChoice;
  confirm?: PostConfirmed;
}

export interface PostPageProps {
  kind: "transfer" | "return";
  frame: ChangeFrame;
  choice: UnitChoice;
  /** The unit where the person is, when the viewer may choose it. */
  unitCode: string;
  /** What the fields begin with: an entry that was taken back. */
  typed: Record<string, string>;
  answer: PostAnswer | undefined;
}

/** A new post for somebody, in another unit or in the same one; the same form takes somebody on again. */
export function PostPage(page: PostPageProps) {
  const { kind, frame, answer } = page;
  const t = useWords();
  const confirm = answer?.confirm;
  return (
    <ChangePage
      frame={frame}
      title={t(`staffChange.${kind}Title`)}
      lead={t(`staffChange.${kind}Lead`)}
      confirming={confirm !== undefined}
    >
      {confirm ? (
        <PostConfirm
          kind={kind}
          official={frame.official}
          confirm={confirm}
          values={answer?.lastResult?.initialValue ?? {}}
        />
      ) : (
        <PostFields {...page} />
      )}
    </ChangePage>
  );
}

function PostFields({ kind, frame, choice, unitCode, typed, answer }: PostPageProps) {
  const t = useWords();
  const { official, back } = frame;
  const { positionTitle, staffCategory } = official;
  const form = formState({
    id: "post",
    values: { unit: unitCode, positionTitle: kind === "transfer" ? positionTitle : "", staffCategory, ...typed },
    result: answer?.lastResult,
  });
  const unit = form.field("unit");
  const category = form.field("staffCategory");
  return (
    <>
      <ErrorSummary errors={form.summary()} />
      <PostForm className="form" noValidate autoComplete="off">
        <EnterButton intent="show" />
        <UnitSelect {...unit} label={t("staffChange.unit")} choice={answer?.choice ?? choice} />
        {kind === "transfer" ? <p className="hint">{t("staffChange.sameUnitHint")}</p> : null}
        <TextField {...form.field("positionTitle")} label={t("staffChange.position")} required />
        <RadioGroup
          id={category.id}
          name={category.name}
          label={t("staffChange.category")}
          options={STAFF_CATEGORIES.map((value) => ({ value, label: t(`account.category_${value}`) }))}
          defaultValue={category.defaultValue}
          errors={category.errors}
          inline
        />
        <TextField
          {...form.field("from")}
          label={t("staffChange.from")}
          hint={t(kind === "transfer" ? "staffChange.fromHint" : "staffChange.returnFromHint")}
          inputMode="numeric"
          size="short"
          required
        />
        <DecisionFields form={form} />
        <ShowButtons back={back.href} />
      </PostForm>
    </>
  );
}
