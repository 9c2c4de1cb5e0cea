import { describeProblem } from "~/domain/courses/content-problem";
import type { Loss } from "~/domain/courses/paste/losses";
import { Button } from "~/ui/kit/button";
import { DataTable } from "~/ui/kit/data-table";
import { Notice } from "~/ui/kit/notice";
import { PostForm } from "~/ui/kit/post-form";
import { SectionHeading } from "~/ui/kit/section-heading";
import { Select } from "~/ui/kit/select";
import { TextArea } from "~/ui/kit/text-area";
import { TextField } from "~/ui/kit/text-field";
import { useWords } from "~/ui/words/use-words";
import type { FormState } from "../library/form-state";
import type { WordPreview, WordStart, WordText } from "./word-view";

interface WordCheckProps {
  start: WordStart;
  text: WordText;
  preview: WordPreview;
  form: FormState;
}

/** What came of a document: what was lost, what is said about its pictures, its text, and how it will look. */
export function WordCheck({ start, text, preview, form }: WordCheckProps) {
  const t = useWords();
  const { losses, converted } = text;
  return (
    <>
      {converted ? (
        <Notice kind="warning">{t(converted === "vni" ? "word.convertedVni" : "word.convertedTcvn3")}</Notice>
      ) : null}
      {losses?.length === 0 ? <Notice kind="success">{t("word.lostNone")}</Notice> : null}
      {losses && losses.length > 0 ? <LossTable losses={losses} /> : null}
      <PostForm className="form" noValidate>
        <TextField {...form.field("title")} label={t("word.lessonTitle")} maxLength={200} />
        <Select
          {...form.field("inPlaceOf")}
          label={t("word.place")}
          hint={t("word.placeHint")}
          placeholder={t("word.placeNew")}
          options={start.lessons.map(({ file, title }) => ({ value: file, label: t("word.placeOf", { title }) }))}
        />
        <Images text={text} form={form} />
        <TextArea
          {...form.field("body")}
          label={t("word.text")}
          hint={t("word.textHint")}
          rows={18}
          spellCheck
          lang="vi"
        />
        <div className="buttons">
          <Button name="intent" value="save">
            {t("word.save")}
          </Button>
          <Button kind="secondary" name="intent" value="again">
            {t("word.again")}
          </Button>
        </div>
      </PostForm>
      <Preview preview={preview} />
    </>
  );
}

function LossTable({ losses }: { losses: Loss[] }) {
  const t = useWords();
  return (
    <section>
      <SectionHeading lead={t("word.lostLead", { count: losses.length })}>{t("word.lost")}</SectionHeading>
      <DataTable
        caption={t("word.lost")}
        hideCaption
        rows={losses.map((loss, index) => ({ ...loss, key: String(index) }))}
        rowKey={({ key }) => key}
        columns={[
          { key: "what", header: t("word.lostWhat"), rowHeader: true, cell: ({ kind }) => t(`word.loss-${kind}`) },
          { key: "near", header: t("word.lostNear"), cell: ({ near }) => (near ? `“${near}”` : "—") },
          { key: "under", header: t("word.lostUnder"), cell: ({ under }) => under ?? "—" },
        ]}
      />
    </section>
  );
}

function Images({ text: { images }, form }: { text: WordText; form: FormState }) {
  const t = useWords();
  if (images.length === 0) return null;
  return (
    <fieldset className="media-row">
      <legend>{t("word.images")}</legend>
      <p className="hint">{t("word.imagesLead")}</p>
      {images.map(({ path, sha256, size, width, height }, index) => {
        const at = (name: string) => `images[${index}].${name}`;
        return (
          <div key={path}>
            <input type="hidden" name={at("path")} value={path} />
            <input type="hidden" name={at("sha256")} value={sha256} />
            <input type="hidden" name={at("size")} value={size} />
            <input type="hidden" name={at("width")} value={width} />
            <input type="hidden" name={at("height")} value={height} />
            <TextField
              {...form.field(at("alt"))}
              label={t("word.imageAlt", { number: String(index + 1) })}
              hint={`${path} · ${width} × ${height}`}
              maxLength={500}
            />
          </div>
        );
      })}
    </fieldset>
  );
}

/** The HTML is the compiler's own, of a text that the rules have passed. */
function Preview({ preview: { segments, problems } }: { preview: WordPreview }) {
  const t = useWords();
  return (
    <section>
      <h2>{t("word.preview")}</h2>
      {problems.length > 0 ? (
        <Notice kind="warning" title={t("word.previewProblems")}>
          <ul>
            {problems.map((problem, index) => {
              const { what, mend } = describeProblem(problem, t.language);
              return <li key={index}>{t("word.previewLine", { line: String(problem.line), what, mend })}</li>;
            })}
          </ul>
        </Notice>
      ) : null}
      {segments.map((segment, index) =>
        segment.kind === "html" ? (
          <div key={index} className="lesson-prose" dangerouslySetInnerHTML={{ __html: segment.html }} />
        ) : null,
      )}
    </section>
  );
}
