import type { SubmissionResult } from "@conform-to/react";
import { UPLOAD_TOTAL_MB } from "~/domain/courses/media/media-kind";
import { draftMediaPath } from "~/paths";
import { Button } from "~/ui/kit/button";
import { Disclosure } from "~/ui/kit/disclosure";
import { ErrorSummary } from "~/ui/kit/error-summary";
import { PostForm } from "~/ui/kit/post-form";
import { TextArea } from "~/ui/kit/text-area";
import { TextField } from "~/ui/kit/text-field";
import { useWords } from "~/ui/words/use-words";
import { type FormState, formState } from "../library/form-state";

export interface UploadFormProps {
  slug: string;
  rows: number;
  result: SubmissionResult<string[]> | undefined;
}

/** Several files, each with what is said about it; without script. */
export function UploadForm({ slug, rows, result }: UploadFormProps) {
  const t = useWords();
  const form = formState({ id: "upload", values: {}, result });
  const count = Math.max(rows, form.lines("rows"));
  return (
    <section>
      <h2>{t("media.uploadTitle")}</h2>
      <p className="hint">{t("media.uploadLead", { limit: UPLOAD_TOTAL_MB })}</p>
      <ErrorSummary errors={form.summary()} />
      <PostForm encType="multipart/form-data" className="form" noValidate>
        {Array.from({ length: count }, (_, index) => (
          <UploadRow key={index} form={form} index={index} />
        ))}
        <div className="buttons">
          <Button name="intent" value="upload">
            {t("media.upload")}
          </Button>
          {count < 10 ? (
            <Button kind="quiet" href={`${draftMediaPath(slug)}?rows=${Math.min(count + 3, 10)}`}>
              {t("media.moreRows")}
            </Button>
          ) : null}
        </div>
      </PostForm>
    </section>
  );
}

function UploadRow({ form, index }: { form: FormState; index: number }) {
  const t = useWords();
  const at = (name: string) => `rows[${index}].${name}`;
  const { defaultValue: _file, ...file } = form.field(at("file"));
  const { defaultValue: _captions, ...captions } = form.field(at("captions"));
  const transcript = form.field(at("transcript"));
  const sound = captions.errors.length + transcript.errors.length > 0 || transcript.defaultValue !== "";
  return (
    <fieldset className="media-row">
      <legend>{t("media.row", { number: String(index + 1) })}</legend>
      <TextField
        {...file}
        type="file"
        accept=".png,.jpg,.jpeg,.webp,.avif,.gif,.mp4,.webm,.mp3,.ogg,.vtt,.pdf"
        label={t("media.file")}
        hint={index === 0 ? t("media.fileHint") : undefined}
      />
      <TextField
        {...form.field(at("alt"))}
        label={t("media.alt")}
        hint={index === 0 ? t("media.altHint") : undefined}
        maxLength={500}
      />
      <Disclosure summary={t("media.forSound")} open={sound}>
        <TextField {...captions} type="file" accept=".vtt" label={t("media.captions")} hint={t("media.captionsHint")} />
        <TextArea {...transcript} label={t("media.transcript")} hint={t("media.transcriptHint")} rows={4} />
      </Disclosure>
    </fieldset>
  );
}
