import type { Agency } from "~/domain/organization/agency";
import { accessibilityPath, privacyPath, sealsPath, verifyStartPath } from "~/paths";
import { useWords } from "~/ui/words/use-words";

export function Footer({ agency }: { agency: Agency | undefined }) {
  const t = useWords();
  return (
    <footer className="site-footer no-print">
      <div className="site-footer-columns">
        <section aria-label={t("frame.footer")}>
          {agency?.configured ? <AgencyLines agency={agency} /> : <MissingAgency />}
        </section>
        <ul>
          <li>
            <a href={verifyStartPath()}>{t("frame.verify")}</a>
          </li>
          <li>
            <a href={sealsPath()}>{t("frame.seals")}</a>
          </li>
          <li>
            <a href={accessibilityPath()}>{t("frame.accessibility")}</a>
          </li>
          <li>
            <a href={privacyPath()}>{t("frame.privacy")}</a>
          </li>
        </ul>
      </div>
      <p className="site-footer-note">{t("frame.citeSource")}</p>
    </footer>
  );
}

function AgencyLines({ agency }: { agency: Agency }) {
  const t = useWords();
  return (
    <>
      {agency.parentName ? <p>{agency.parentName}</p> : null}
      <p className="site-footer-name">{agency.name}</p>
      {agency.address ? (
        <p>
          {t("frame.address")}: {agency.address}
        </p>
      ) : null}
      {agency.phone ? (
        <p>
          {t("frame.phone")}: <a href={`tel:${agency.phone.replace(/[^+\d]/g, "")}`}>{agency.phone}</a>
        </p>
      ) : null}
      {agency.supportEmail ? (
        <p>
          {t("frame.support")}: <a href={`mailto:${agency.supportEmail}`}>{agency.supportEmail}</a>
        </p>
      ) : null}
    </>
  );
}

function MissingAgency() {
  const t = useWords();
  return (
    <>
      <p className="site-footer-name">{t("frame.agencyMissing")}</p>
      <p>{t("frame.agencyMissingHint")}</p>
    </>
  );
}
