import type { SubmissionResult } from "@conform-to/react";
import { EXCHANGE_FORMATS } from "~/domain/assessment/exchange/exchange";
import type { ImportStart } from "~/domain/assessment/question-import/import-view";
import { formatDateTime } from "~/domain/time";
import { bankFilePath, bankPath, importCheckPath, libraryCoursePath, libraryPath } from "~/paths";
import { Page } from "~/ui/frame/page";
import { Button } from "~/ui/kit/button";
import { DataTable } from "~/ui/kit/data-table";
import { ErrorSummary } from "~/ui/kit/error-summary";
import { PostForm } from "~/ui/kit/post-form";
import { Select } from "~/ui/kit/select";
import { SectionHeading } from "~/ui/kit/section-heading";
import { TextField } from "~/ui/kit/text-field";
import { useWords } from "~/ui/words/use-words";
import { FORMATS } from "../bank/export-page";
import { formState } from "../form-state";
import { DefaultFields } from "./default-fields";

export interface UploadPageProps {
  start: ImportStart;
  /** In MB: of text, of a spreadsheet. */
  limits: { text: number; sheet: number };
  result: SubmissionResult<string[]> | undefined;
}

/** A file for its trial run; nothing becomes part of the course here. */
export function UploadPage({ start, limits, result }: UploadPageProps) {
  const t = useWords();
  const { course } = start;
  const form = formState({ id: "upload", values: {}, result });
  const { defaultValue: _, ...file } = form.field("file");
  return (
    <Page
      kicker={course.title}
      title={t("importing.title")}
      lead={t("importing.lead")}
      crumbs={[
        { label: t("library.title"), href: libraryPath() },
        { label: course.title, href: libraryCoursePath(course.slug) },
        { label: t("bank.title"), href: bankPath(course.slug) },
      ]}
      width="reading"
    >
      <ErrorSummary errors={form.summary()} />
      <PostForm encType="multipart/form-data" className="form" noValidate>
        <TextField
          {...file}
          type="file"
          accept=".txt,.gift,.xml,.yaml,.yml,.xlsx"
          label={t("importing.file")}
          hint={t("importing.fileHint", limits)}
          size="full"
        />
        <Select
          {...form.field("format")}
          label={t("importing.format")}
          placeholder={t("importing.formatGuessed")}
          size="medium"
          options={EXCHANGE_FORMATS.map((value) => ({ value, label: t(FORMATS[value]) }))}
        />
        <h2>{t("importing.defaultsTitle")}</h2>
        <p className="hint">{t("importing.defaultsLead")}</p>
        <DefaultFields form={form} from={start} />
        <Button>{t("importing.upload")}</Button>
      </PostForm>
      <section>
        <SectionHeading lead={t("bank.templateText")}>{t("bank.template")}</SectionHeading>
        <a href={bankFilePath(course.slug, "template")} download>
          {t("bank.template")}
        </a>
      </section>
      <Waiting start={start} />
    </Page>
  );
}

function Waiting({ start: { course, waiting } }: { start: ImportStart }) {
  const t = useWords();
  if (waiting.length === 0) return null;
  return (
    <section>
      <SectionHeading lead={t("importing.waitingLead")}>{t("importing.waiting")}</SectionHeading>
      <DataTable
        caption={t("importing.waiting")}
        hideCaption
        rows={waiting}
        rowKey={({ id }) => id}
        columns={[
          {
            key: "file",
            header: t("importing.file"),
            rowHeader: true,
            cell: ({ id, fileName }) => <a href={importCheckPath(course.slug, id)}>{fileName}</a>,
          },
          { key: "at", header: t("importing.uploadedAt"), cell: ({ uploadedAt }) => formatDateTime(uploadedAt) },
        ]}
      />
    </section>
  );
}
