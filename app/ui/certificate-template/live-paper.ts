import { certificatePaper, type CertificatePaper } from "~/domain/certificates/paper";
import { sampleFacts } from "~/domain/certificates/sample";
import { STANDARD_WORDING } from "~/domain/certificates/template";

/** The paper of a sample by what stands in the fields, complete or not. */
export function livePaper(
  entered: Record<string, string>,
  place: { verifyAddress: string; now: Date },
): CertificatePaper {
  const text = (name: string) => (entered[name] ?? "").trim();
  const months = Number(text("validMonths"));
  return certificatePaper(
    sampleFacts({
      ...place,
      issuer: {
        issuerCode: text("issuerCode"),
        issuerName: text("issuerName"),
        issuerParentName: text("issuerParentName"),
        place: text("place"),
        signerTitle: text("signerTitle"),
        signerName: text("signerName"),
        legalBasis: text("legalBasis") || null,
        wording: {
          title: text("title") || STANDARD_WORDING.title,
          lead: text("lead") || STANDARD_WORDING.lead,
          achievement: text("achievement") || STANDARD_WORDING.achievement,
        },
        english:
          text("languages") === "vi-en"
            ? { issuerName: text("issuerNameEnglish"), signerTitle: text("signerTitleEnglish") }
            : null,
        // On the screen the picture stands beside the words; its place on paper is measured when it is drawn.
        logo: null,
        validMonths: Number.isInteger(months) && months > 0 && months <= 120 ? months : null,
      },
    }),
  );
}

/** A picture of this machine as an address that the page may show. */
export function pictureOf(file: File): Promise<string | null> {
  return new Promise((resolve) => {
    const reader = new FileReader();
    reader.onload = () => resolve(typeof reader.result === "string" ? reader.result : null);
    reader.onerror = () => resolve(null);
    reader.readAsDataURL(file);
  });
}
