import type { SignedCopyView, UploadRefusal } from "~/domain/certificates/signing/uploaded-signature";
import { signedCopyFilePath, signedCopyPath } from "~/paths";
import { Page } from "~/ui/frame/page";
import { Button } from "~/ui/kit/button";
import { Field } from "~/ui/kit/field";
import { Notice } from "~/ui/kit/notice";
import { SectionHeading } from "~/ui/kit/section-heading";
import { useWords } from "~/ui/words/use-words";
import { SignedCopyFacts } from "./signed-copy-facts";

export interface SignedCopyPageProps {
  title: string;
  view: SignedCopyView;
  refused: UploadRefusal | "not-in-force" | undefined;
  /** Where the issued file is downloaded, and the page of the certificate. */
  issuedHref: string;
  crumbs: { label: string; href: string }[];
}

/** Where an officer hands up the copy that the agency signed, and sees what was found in it. */
export function SignedCopyPage({ title, view, refused, issuedHref, crumbs }: SignedCopyPageProps) {
  const t = useWords();
  const { number, fullName, courseName, copy, serial } = view;
  return (
    <Page
      title={title}
      lead={t("signedCopy.lead", { number, name: fullName, course: courseName })}
      crumbs={crumbs}
      width="reading"
    >
      {refused && refused !== "no-file" ? (
        <Notice kind="danger" live title={t("signedCopy.refusedTitle")}>
          {t(`signedCopy.refused_${refused}`, { number })}
        </Notice>
      ) : null}
      <section className="mt-6">
        <SectionHeading
          actions={
            copy ? (
              <Button kind="secondary" icon="download" href={signedCopyFilePath(serial)}>
                {t("signedCopy.download")}
              </Button>
            ) : null
          }
        >
          {t("signedCopy.currentTitle")}
        </SectionHeading>
        {copy ? <SignedCopyFacts copy={copy} /> : <p>{t("signedCopy.none")}</p>}
        {view.digitallySigned ? <p className="muted mt-3">{t("signedCopy.issuedSigned")}</p> : null}
      </section>
      {view.open ? (
        <section className="mt-10 no-print">
          <SectionHeading lead={copy ? t("signedCopy.againHint") : undefined}>
            {t(copy ? "signedCopy.again" : "signedCopy.howTitle")}
          </SectionHeading>
          <div className="prose">
            <ol>
              <li>
                <a href={issuedHref}>{t("signedCopy.issued")}</a>
              </li>
              <li>{t("signedCopy.how2")}</li>
              <li>{t("signedCopy.how3")}</li>
            </ol>
          </div>
          <UploadForm serial={serial} none={refused === "no-file"} />
        </section>
      ) : (
        <p className="mt-10">{t("signedCopy.closed")}</p>
      )}
    </Page>
  );
}

function UploadForm({ serial, none }: { serial: string; none: boolean }) {
  const t = useWords();
  return (
    <form method="post" action={signedCopyPath(serial)} encType="multipart/form-data" className="form mt-6" noValidate>
      <Field
        id="file"
        label={t("signedCopy.file")}
        hint={t("signedCopy.fileHint")}
        errors={none ? [t("signedCopy.refused_no-file")] : undefined}
      >
        <input
          id="file"
          name="file"
          type="file"
          accept=".pdf,application/pdf"
          className="input input-full"
          aria-describedby={none ? "file-hint file-error" : "file-hint"}
          aria-invalid={none ? true : undefined}
        />
      </Field>
      <div className="buttons">
        <Button>{t("signedCopy.upload")}</Button>
      </div>
    </form>
  );
}
