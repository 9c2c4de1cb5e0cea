import type { SubmissionResult } from "@conform-to/react";
import type { BuilderView } from "~/domain/courses/drafts/builder-view";
import { draftWordPath } from "~/paths";
import { Button } from "~/ui/kit/button";
import { PostForm } from "~/ui/kit/post-form";
import { Select } from "~/ui/kit/select";
import { TextField } from "~/ui/kit/text-field";
import { useWords } from "~/ui/words/use-words";
import { formState } from "../form-state";

/** A title, what it is for and what it rests on make a lesson that the checks accept; then it is written. */
export function AddLessonForm({ view, result }: { view: BuilderView; result: SubmissionResult<string[]> | undefined }) {
  const t = useWords();
  const mine = result?.initialValue?.["intent"] === "add" ? result : undefined;
  const form = formState({ id: "add", values: { document: view.documents[0]?.number }, result: mine });
  return (
    <section id="add-lesson" tabIndex={-1}>
      <h3>{t("draft.addTitle")}</h3>
      <PostForm className="form" noValidate>
        <TextField {...form.field("title")} label={t("draft.addName")} />
        <TextField {...form.field("objective")} label={t("draft.addObjective")} hint={t("draft.addObjectiveHint")} />
        <DocumentSelect form={form} documents={view.documents} />
        <div className="buttons">
          <Button kind="secondary" icon="plus" name="intent" value="add">
            {t("draft.add")}
          </Button>
          <a href={draftWordPath(view.slug)}>{t("draft.addFromWord")}</a>
        </div>
      </PostForm>
    </section>
  );
}

export function DocumentSelect({
  form,
  documents,
}: {
  form: ReturnType<typeof formState>;
  documents: BuilderView["documents"];
}) {
  const t = useWords();
  return (
    <Select
      {...form.field("document")}
      label={t("draft.addDocument")}
      hint={t("draft.addDocumentHint")}
      options={documents.map(({ number, title }) => ({ value: number, label: `${number}: ${title}` }))}
    />
  );
}
