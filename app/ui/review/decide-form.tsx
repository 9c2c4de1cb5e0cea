import { NOTE_LENGTH } from "~/domain/courses/drafts/review";
import { Button } from "~/ui/kit/button";
import { PostForm } from "~/ui/kit/post-form";
import { TextArea } from "~/ui/kit/text-area";
import type { FormState } from "~/ui/library/form-state";
import { useWords } from "~/ui/words/use-words";

/** The decision of a reviewer, on the files that this very page shows. */
export function DecideForm({ form, filesHash }: { form: FormState; filesHash: string }) {
  const t = useWords();
  return (
    <section className="card card-strong review-last no-print">
      <h2 className="card-title">{t("review.decideTitle")}</h2>
      <PostForm className="form" noValidate>
        <input type="hidden" name="filesHash" value={filesHash} />
        <TextArea
          {...form.field("note")}
          label={t("review.decideNote")}
          hint={t("review.decideNoteHint")}
          rows={3}
          maxLength={NOTE_LENGTH}
        />
        <div className="buttons">
          <Button name="intent" value="approve" icon="check">
            {t("review.approve")}
          </Button>
          <Button kind="secondary" name="intent" value="ask-for-changes">
            {t("review.askForChanges")}
          </Button>
        </div>
      </PostForm>
    </section>
  );
}
