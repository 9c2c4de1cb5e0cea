import type { ImportStart } from "~/domain/assessment/question-import/import-view";
import { Select } from "~/ui/kit/select";
import { TextField } from "~/ui/kit/text-field";
import { useWords } from "~/ui/words/use-words";
import type { FormState } from "../form-state";

/** Topic and legal basis of questions that do not say theirs. */
export function DefaultFields({ form, from }: { form: FormState; from: Pick<ImportStart, "topics" | "documents"> }) {
  const t = useWords();
  return (
    <>
      <Select
        {...form.field("topic")}
        label={t("importing.topic")}
        placeholder={t("importing.topicNone")}
        optional
        options={Object.entries(from.topics).map(([value, label]) => ({ value, label }))}
      />
      <TextField
        {...form.field("newTopic")}
        label={t("importing.newTopic")}
        hint={t("importing.newTopicHint")}
        optional
        size="medium"
      />
      <Select
        {...form.field("citation")}
        label={t("importing.citation")}
        placeholder={t("importing.citationNone")}
        optional
        options={from.documents.map(({ number, title }) => ({ value: number, label: `${number}: ${title}` }))}
      />
    </>
  );
}
