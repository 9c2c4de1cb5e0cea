import type { SubmissionResult } from "@conform-to/react";
import { DOCUMENT_STATUSES } from "~/domain/documents/document";
import { documentPath, documentsPath } from "~/paths";
import { Page } from "~/ui/frame/page";
import { Button } from "~/ui/kit/button";
import { ErrorSummary } from "~/ui/kit/error-summary";
import { PostForm } from "~/ui/kit/post-form";
import { Select } from "~/ui/kit/select";
import { TextArea } from "~/ui/kit/text-area";
import { TextField } from "~/ui/kit/text-field";
import { formState } from "~/ui/library/form-state";
import { useWords } from "~/ui/words/use-words";
import { DOCUMENT_STATUS_WORDS } from "./document-status";

export interface DocumentFormPageProps {
  /** Null: a new document. */
  number: string | null;
  values: Record<string, string>;
  /** Mark of the document that the form is filled in for. */
  over: string;
  result: SubmissionResult<string[]> | undefined;
}

/** A document of the register as a form; the same for a new one. */
export function DocumentFormPage({ number, values, over, result }: DocumentFormPageProps) {
  const t = useWords();
  const form = formState({ id: "document", values, result });
  const day = { size: "short", inputMode: "numeric", autoComplete: "off", optional: true } as const;
  return (
    <Page
      width="reading"
      title={number === null ? t("register.addTitle") : t("register.editTitle", { number })}
      lead={t("register.formLead")}
      crumbs={[
        { label: t("library.documentsTitle"), href: documentsPath() },
        ...(number === null ? [] : [{ label: number, href: documentPath(number) }]),
      ]}
    >
      <ErrorSummary errors={form.summary()} />
      <PostForm noValidate className="form">
        <input type="hidden" name="over" value={over} />
        {number === null ? (
          <TextField
            {...form.field("number")}
            label={t("register.number")}
            hint={t("register.numberHint")}
            autoComplete="off"
            size="medium"
          />
        ) : (
          <input type="hidden" name="number" value={number} />
        )}
        <TextField {...form.field("title")} label={t("register.documentTitle")} size="full" />
        <TextField {...form.field("kind")} label={t("register.kind")} hint={t("register.kindHint")} size="medium" />
        <TextField {...form.field("issuer")} label={t("register.issuer")} size="full" />
        <TextField {...form.field("issuedOn")} {...day} label={t("register.issuedOn")} hint={t("register.dayHint")} />
        <TextField
          {...form.field("effectiveOn")}
          {...day}
          label={t("register.effectiveOn")}
          hint={t("register.dayHint")}
        />
        <TextField
          {...form.field("expiredOn")}
          {...day}
          label={t("register.expiredOn")}
          hint={t("register.expiredHint")}
        />
        <Select
          {...form.field("status")}
          label={t("register.status")}
          size="medium"
          placeholder={false}
          options={DOCUMENT_STATUSES.map((value) => ({ value, label: t(DOCUMENT_STATUS_WORDS[value].word) }))}
        />
        <TextField
          {...form.field("replacedBy")}
          optional
          label={t("register.replacedBy")}
          hint={t("register.replacedHint")}
          autoComplete="off"
          size="medium"
        />
        <TextArea {...form.field("note")} optional rows={4} label={t("register.note")} />
        <TextField
          {...form.field("source")}
          optional
          label={t("register.source")}
          hint={t("register.sourceHint")}
          size="full"
          inputMode="url"
        />
        <TextArea
          {...form.field("places")}
          optional
          rows={6}
          label={t("register.places")}
          hint={t("register.placesHint")}
        />
        <div className="buttons">
          <Button type="submit" icon="check">
            {t("register.save")}
          </Button>
        </div>
      </PostForm>
    </Page>
  );
}
