import type { CertificatePaper } from "~/domain/certificates/paper";
import type { QrCode } from "~/domain/certificates/qr-code";
import { useWords } from "~/ui/words/use-words";
import "./certificate-face.css";
import "./certificate-sheet.css";
import "./certificate-print.css";

export interface CertificateSheetProps {
  paper: CertificatePaper;
  qr: QrCode;
  /** The agency's sign as an address of its own. */
  logo?: string | null;
}

/**
 * The certificate itself: the words and the order of the PDF. A document is always Vietnamese and always ink on white,
 * whatever the page around it is. Wide and on paper it is A4 lying; on a phone it is one column that can be read.
 */
export function CertificateSheet({ paper, qr, logo = null }: CertificateSheetProps) {
  const t = useWords();
  return (
    <div className="certificate">
      <article className={`certificate-sheet certificate-${density(paper)}`} lang="vi">
        <div className="certificate-head">
          <div className="certificate-nation">
            <p>{paper.nation}</p>
            <p className="certificate-motto">{paper.motto}</p>
          </div>
          <div className={logo ? "certificate-agency certificate-with-logo" : "certificate-agency"}>
            {logo ? <img src={logo} alt={t("certificate.logo")} /> : null}
            <div>
              <p>{paper.issuerParent}</p>
              <p className="certificate-issuer">{paper.issuer}</p>
              {paper.issuerEnglish ? (
                <p className="certificate-english" lang="en">
                  {paper.issuerEnglish}
                </p>
              ) : null}
              <p>{paper.number}</p>
            </div>
          </div>
        </div>
        <div className="certificate-body">
          <h2>{paper.title}</h2>
          {paper.subtitle ? (
            <p className="certificate-english" lang="en">
              {paper.subtitle}
            </p>
          ) : null}
          {paper.legalBasis === null ? null : <p className="certificate-basis">{paper.legalBasis}</p>}
          <p className="certificate-lead">{paper.lead}</p>
          <p className="certificate-name">{paper.fullName}</p>
          <p>{paper.post}</p>
          <p className="certificate-lead">{paper.achievement}</p>
          <p className="certificate-course">{paper.courseName}</p>
          <dl className="certificate-details">
            {paper.details.map(({ label, value }) => (
              <div key={label}>
                <dt>{label}</dt>
                <dd>{value}</dd>
              </div>
            ))}
          </dl>
        </div>
        <div className="certificate-foot">
          <div className="certificate-signature">
            <p className="certificate-date">{paper.placeAndDate}</p>
            <p className="certificate-signer">{paper.signerTitle}</p>
            {paper.signerTitleEnglish ? (
              <p className="certificate-english" lang="en">
                {paper.signerTitleEnglish}
              </p>
            ) : null}
            <p className="certificate-signer certificate-signer-name">{paper.signerName}</p>
          </div>
          <div className="certificate-check">
            <svg viewBox={`0 0 ${qr.size} ${qr.size}`} role="img" aria-label={t("certificate.qr")}>
              <path d={qr.path} shapeRendering="crispEdges" />
            </svg>
            <div>
              {paper.check.map(({ label, value }) => (
                <p key={label}>
                  {label}: <span>{value}</span>
                </p>
              ))}
            </div>
          </div>
        </div>
        {paper.remark === null ? null : <p className="certificate-remark">{paper.remark}</p>}
      </article>
    </div>
  );
}

/** How much there is to say: the wide sheet is of one size, so its letters are smaller where there is more. */
function density(paper: CertificatePaper): "roomy" | "close" | "dense" {
  const body = [paper.legalBasis ?? "", paper.fullName, paper.post, paper.courseName].reduce(
    (sum, text) => sum + text.length,
    0,
  );
  const edges = paper.issuerParent.length + paper.issuer.length + 2 * paper.signerTitle.length;
  const letters = body + Math.max(0, edges - 80);
  return letters <= 230 ? "roomy" : letters <= 400 ? "close" : "dense";
}
