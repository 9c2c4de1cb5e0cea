import { overlaysPath } from "~/paths";
import { Button } from "~/ui/kit/button";
import { ErrorSummary } from "~/ui/kit/error-summary";
import { Select } from "~/ui/kit/select";
import { TextArea } from "~/ui/kit/text-area";
import { TextField } from "~/ui/kit/text-field";
import { formState } from "~/ui/library/form-state";
import { useWords } from "~/ui/words/use-words";
import type { OverlaysPageProps } from "./overlays-page";

/** The place in the chosen lesson, or of a document, and the agency's sentence. */
export function OverlayForm({ view, result }: OverlaysPageProps) {
  const t = useWords();
  const { unit, courses, documents, chosen } = view;
  if (!chosen) return null;
  const form = formState({ id: "overlay", values: {}, result });
  const { blocks } = chosen;
  const lesson = courses.find(({ slug }) => slug === chosen.course)?.lessons.find(({ id }) => id === chosen.lesson);
  return (
    <form
      method="post"
      action={overlaysPath(unit.code, { course: chosen.course, lesson: chosen.lesson })}
      noValidate
      className="form"
    >
      <ErrorSummary errors={form.summary()} />
      <input type="hidden" name="course" value={chosen.course} />
      <input type="hidden" name="lesson" value={chosen.lesson} />
      {lesson ? (
        <Select
          {...form.field("block")}
          label={t("localCode.block")}
          hint={t("localCode.blockHint")}
          size="full"
          placeholder={t("localCode.wholeLessonOption")}
          options={blocks.map(({ id, quote }) => ({ value: id, label: quote }))}
        />
      ) : null}
      <Select
        {...form.field("document")}
        label={t("localCode.document")}
        hint={t("localCode.documentHint")}
        size="full"
        placeholder={t("localCode.noDocument")}
        options={documents.map(({ number, title }) => ({ value: number, label: `${number} – ${title}` }))}
      />
      <TextField
        {...form.field("article")}
        optional
        label={t("localCode.article")}
        hint={t("localCode.articleHint")}
        size="short"
      />
      <TextArea
        {...form.field("text")}
        rows={3}
        label={t("localCode.overlayText")}
        hint={t("localCode.overlayTextHint", { unit: unit.name })}
      />
      <div className="buttons">
        <Button type="submit" name="intent" value="add" icon="plus">
          {t("localCode.add")}
        </Button>
      </div>
    </form>
  );
}
