import { type SubmissionResult, useForm } from "@conform-to/react";
import { useState } from "react";
import type { CertificatePaper } from "~/domain/certificates/paper";
import type { TemplateFields } from "~/domain/certificates/template-form";
import { templatePreviewPath, templatesPath } from "~/paths";
import { CertificateSheet } from "~/ui/certificates/certificate-sheet";
import { Page } from "~/ui/frame/page";
import { Button } from "~/ui/kit/button";
import { ErrorSummary, errorsOf } from "~/ui/kit/error-summary";
import { Notice } from "~/ui/kit/notice";
import { PostForm } from "~/ui/kit/post-form";
import { SectionHeading } from "~/ui/kit/section-heading";
import { useHydrated } from "~/ui/kit/interactive/use-hydrated";
import { useWords } from "~/ui/words/use-words";
import type { TemplateView } from "~/domain/certificates/pages";
import { livePaper, pictureOf } from "./live-paper";
import { TemplateFieldset } from "./template-fieldset";
import { TemplateHistory } from "./template-history";

export interface TemplatePageProps {
  title: string;
  code: string;
  view: TemplateView;
  values: TemplateFields;
  today: Date;
  result: SubmissionResult<string[]> | undefined;
  /** A sample of what was posted, made on the server. */
  preview: { paper: CertificatePaper; logo: string | null } | null;
}

/** Fields that something may be wrong with, in the order in which they stand. */
const ERRING = [
  "issuerParentName",
  "issuerName",
  "issuerCode",
  "place",
  "signerTitle",
  "signerName",
  "legalBasis",
  "title",
  "schoolAuthorisation",
  "lead",
  "achievement",
  "issuerNameEnglish",
  "signerTitleEnglish",
  "logoFile",
  "validMonths",
] as const;

/** The form of a template, with a sample that follows what is typed. */
export function TemplatePage({ title, code, view, values, today, result, preview }: TemplatePageProps) {
  const t = useWords();
  const hydrated = useHydrated();
  const [form, fields] = useForm<TemplateFields & { logoFile: string }, string[]>({
    id: "template-form",
    lastResult: result,
    defaultValue: values,
  });
  const place = { verifyAddress: view.verifyAddress, now: today };
  const [shown, setShown] = useState(preview ?? { paper: livePaper(values, place), logo: view.logo });
  // The picture that stands in the form: kept from before, or handed up just now.
  const [picture, setPicture] = useState(preview ? preview.logo : view.logo);

  function follow(element: HTMLFormElement) {
    const entered = Object.fromEntries(new FormData(element)) as Record<string, string>;
    const logo = entered["removeLogo"] === "yes" ? null : picture;
    setShown({ paper: livePaper(entered, place), logo });
  }
  async function takePicture(element: HTMLFormElement, file: File | undefined) {
    const logo = file ? await pictureOf(file) : view.logo;
    setPicture(logo);
    const entered = Object.fromEntries(new FormData(element)) as Record<string, string>;
    setShown({ paper: livePaper(entered, place), logo });
  }

  const named = Object.fromEntries(ERRING.map((name) => [name, fields[name]]));
  return (
    <Page
      title={title}
      lead={t(view.begun ? "template.editLead" : "template.newLead")}
      crumbs={[{ label: t("template.title"), href: templatesPath() }]}
    >
      {form.errors?.map((message) => (
        <Notice key={message} kind="danger" live>
          {message}
        </Notice>
      ))}
      <ErrorSummary errors={errorsOf(form, named)} />
      <PostForm
        encType="multipart/form-data"
        id={form.id}
        className="form no-print"
        noValidate
        onInput={(event) => follow(event.currentTarget)}
        onChange={(event) => {
          const field = event.target as unknown as HTMLInputElement;
          if (field.type === "file") void takePicture(event.currentTarget, field.files?.[0]);
        }}
      >
        <TemplateFieldset fields={fields} logo={shown.logo} />
        <div className="buttons">
          <Button name="intent" value="save">
            {t("template.save")}
          </Button>
          {hydrated ? null : (
            <Button kind="secondary" name="intent" value="preview">
              {t("template.preview")}
            </Button>
          )}
          <Button
            kind="secondary"
            icon="document"
            name="intent"
            value="preview"
            formAction={templatePreviewPath(code)}
            formTarget="_blank"
          >
            {t("template.previewPdf")}
          </Button>
        </div>
      </PostForm>
      <section className="mt-10" id="sample">
        <div className="no-print">
          <SectionHeading lead={`${t("template.previewLead")} ${hydrated ? t("template.previewLive") : ""}`}>
            {t("template.previewTitle")}
          </SectionHeading>
        </div>
        <CertificateSheet paper={shown.paper} qr={view.qr} logo={shown.logo} />
      </section>
      <TemplateHistory versions={view.versions} />
    </Page>
  );
}
