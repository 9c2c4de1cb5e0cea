import { credentialPath, verifyStartPath } from "~/paths";
import { SectionHeading } from "~/ui/kit/section-heading";
import { useWords } from "~/ui/words/use-words";

/** Below the answer to a serial: the certificate for programs, and the check of a file. */
export function AsCredential({ serial }: { serial: string }) {
  const t = useWords();
  return (
    <section className="no-print mt-10">
      <SectionHeading>{t("fileCheck.credentialTitle")}</SectionHeading>
      <p className="mt-3">
        {t("fileCheck.credentialText")}{" "}
        <a href={credentialPath(serial)} download={`${serial}.json`}>
          {t("fileCheck.credentialLink")}
        </a>
      </p>
      <p className="mt-3">
        <a href={`${verifyStartPath()}#file-check`}>{t("fileCheck.toFileCheck")}</a>
      </p>
    </section>
  );
}
