import type { SubmissionResult } from "@conform-to/react";
import { formatDateTime } from "~/domain/time";
import { contentImportCheckPath, libraryPath } from "~/paths";
import { Page } from "~/ui/frame/page";
import { Button } from "~/ui/kit/button";
import { DataTable } from "~/ui/kit/data-table";
import { ErrorSummary } from "~/ui/kit/error-summary";
import { PostForm } from "~/ui/kit/post-form";
import { SectionHeading } from "~/ui/kit/section-heading";
import { TextField } from "~/ui/kit/text-field";
import { useWords } from "~/ui/words/use-words";
import { formState } from "../form-state";

export interface IntakeUploadPageProps {
  waiting: { id: string; fileName: string; uploadedAt: Date; uploadedByName: string }[];
  limitMb: number;
  result: SubmissionResult<string[]> | undefined;
}

/** A zip file for its trial run: a course, or a SCORM package. Nothing becomes part of a course here. */
export function IntakeUploadPage({ waiting, limitMb, result }: IntakeUploadPageProps) {
  const t = useWords();
  const form = formState({ id: "upload", values: {}, result });
  const { defaultValue: _, ...file } = form.field("file");
  return (
    <Page
      title={t("intake.title")}
      lead={t("intake.lead")}
      crumbs={[{ label: t("library.title"), href: libraryPath() }]}
      width="reading"
    >
      <ErrorSummary errors={form.summary()} />
      <PostForm encType="multipart/form-data" className="form" noValidate>
        <TextField
          {...file}
          type="file"
          accept=".zip,application/zip"
          label={t("intake.file")}
          hint={t("intake.fileHint", { limit: limitMb })}
          size="full"
        />
        <Button>{t("intake.upload")}</Button>
      </PostForm>
      <section className="prose">
        <h2>{t("intake.whatTitle")}</h2>
        <ul>
          <li>{t("intake.whatCourse")}</li>
          <li>{t("intake.whatScorm")}</li>
        </ul>
        <p>{t("intake.whatAfter")}</p>
      </section>
      {waiting.length === 0 ? null : (
        <section>
          <SectionHeading lead={t("intake.waitingLead")}>{t("intake.waiting")}</SectionHeading>
          <DataTable
            caption={t("intake.waiting")}
            hideCaption
            rows={waiting}
            rowKey={({ id }) => id}
            columns={[
              {
                key: "file",
                header: t("intake.file"),
                rowHeader: true,
                cell: ({ id, fileName }) => <a href={contentImportCheckPath(id)}>{fileName}</a>,
              },
              { key: "by", header: t("intake.uploadedBy"), cell: ({ uploadedByName }) => uploadedByName },
              { key: "at", header: t("intake.uploadedAt"), cell: ({ uploadedAt }) => formatDateTime(uploadedAt) },
            ]}
          />
        </section>
      )}
    </Page>
  );
}
