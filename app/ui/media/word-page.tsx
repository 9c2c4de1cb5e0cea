import { PostForm } from "~/ui/kit/post-form";
import type { WordPreview, WordStart, WordText } from "./word-view";
import { draftPath, libraryCoursePath, libraryPath } from "~/paths";
import { Page } from "~/ui/frame/page";
import { Button } from "~/ui/kit/button";
import { ErrorSummary } from "~/ui/kit/error-summary";
import { Notice } from "~/ui/kit/notice";
import { TextField } from "~/ui/kit/text-field";
import { useWords } from "~/ui/words/use-words";
import { formState } from "../library/form-state";
import { WordCheck } from "./word-check";

export interface WordPageProps {
  start: WordStart;
  /** The document as it was read, or as it was changed since; null: none was handed up yet. */
  text: WordText | null;
  preview: WordPreview | null;
  errors: Record<string, string[]>;
}

/** A document of Word: handed up, looked through, and saved as a lesson of the draft. */
export function WordPage({ start, text, preview, errors }: WordPageProps) {
  const t = useWords();
  const { slug, title, state } = start;
  const form = formState({ id: "word", values: text ?? {}, result: { status: "error", error: errors } });
  const { defaultValue: _, ...file } = form.field("file");
  return (
    <Page
      kicker={title}
      title={text ? t("word.check") : t("word.title")}
      lead={text ? undefined : t("word.lead")}
      crumbs={[
        { label: t("library.title"), href: libraryPath() },
        { label: title, href: libraryCoursePath(slug) },
        { label: t("word.back"), href: draftPath(slug) },
      ]}
      width="reading"
    >
      <ErrorSummary errors={form.summary()} />
      {state === "editing" ? null : <Notice kind="info">{t("word.closed")}</Notice>}
      {text && preview ? <WordCheck start={start} text={text} preview={preview} form={form} /> : null}
      {text || state !== "editing" ? null : (
        <PostForm encType="multipart/form-data" className="form" noValidate>
          <TextField
            {...file}
            type="file"
            accept=".docx"
            label={t("word.file")}
            hint={t("word.fileHint", { limit: 25 })}
          />
          <Button name="intent" value="read">
            {t("word.read")}
          </Button>
        </PostForm>
      )}
    </Page>
  );
}
