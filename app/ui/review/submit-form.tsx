import { NOTE_LENGTH } from "~/domain/courses/drafts/review";
import type { ReviewPage } from "~/domain/courses/drafts/review-view";
import { Button } from "~/ui/kit/button";
import { Notice } from "~/ui/kit/notice";
import { CheckboxGroup } from "~/ui/kit/option-group";
import { PostForm } from "~/ui/kit/post-form";
import { TextArea } from "~/ui/kit/text-area";
import type { FormState } from "~/ui/library/form-state";
import { useWords } from "~/ui/words/use-words";

/** What was changed, and who is to look at it. */
export function SubmitForm({ form, view }: { form: FormState; view: ReviewPage }) {
  const t = useWords();
  const { candidates, proposed, draft } = view;
  if (candidates.length === 0) return <Notice title={t("review.submitTitle")}>{t("review.nobodyToAsk")}</Notice>;
  const { defaultValue, ...note } = form.field("changeNote");
  const chosen = form.ticked("reviewer");
  const { id, errors } = form.field("reviewer");
  return (
    <section className="card card-strong no-print">
      <h2 className="card-title">{t("review.submitTitle")}</h2>
      <p>{t("review.submitLead")}</p>
      <PostForm className="form" noValidate>
        <TextArea
          {...note}
          defaultValue={defaultValue === "" ? (draft.changeNote ?? "") : defaultValue}
          label={t("review.changeNote")}
          hint={t("review.changeNoteHint")}
          rows={3}
          maxLength={NOTE_LENGTH}
        />
        <CheckboxGroup
          id={id}
          name="reviewer"
          errors={errors}
          label={t("review.chooseReviewers")}
          hint={t("review.chooseReviewersHint")}
          defaultValue={chosen.length > 0 ? chosen : proposed}
          options={candidates.map(({ accountId, name, position, unitName }) => ({
            value: accountId,
            label: name,
            hint: [position, unitName].filter(Boolean).join(", ") || undefined,
          }))}
        />
        <Button name="intent" value="submit">
          {t("review.submit")}
        </Button>
      </PostForm>
    </section>
  );
}
