import type { HistoryLine } from "~/domain/certificates/history";
import type { BookEntry } from "~/domain/certificates/register";
import { formatDate } from "~/domain/time";
import type { Translate } from "./translate";

/** The remark that stands beside a number: what became of it and why. */
export function remarkOf(t: Translate, { certificate, void: gone }: BookEntry): string {
  if (!certificate) {
    return gone ? t("book.voidRemark", { reason: gone.reason, by: gone.by, date: formatDate(gone.at) }) : "";
  }
  const why = whyInWords(t, certificate) ?? t("certificate.class_other");
  const date = formatDate(certificate.since);
  const remarks = [certificate.replaces ? t("book.replacesRemark", { number: certificate.replaces }) : ""];
  if (certificate.status === "revoked") remarks.push(t("book.revokedRemark", { date, why }));
  if (certificate.status === "expired")
    remarks.push(t("book.expiredRemark", { date: formatDate(new Date(certificate.since.getTime() - 1)) }));
  if (certificate.replacedBy) {
    const at = certificate.status === "reissued" ? date : "";
    remarks.push(t("book.reissuedRemark", { date: at, number: certificate.replacedBy, why }));
  }
  return remarks.filter(Boolean).join(". ");
}

/** "Đính chính họ tên: Quyết định số …"; null where nobody said. */
export function whyInWords(t: Translate, line: Pick<HistoryLine, "reasonClass" | "reason">): string | null {
  const parts = [line.reasonClass && t(`certificate.class_${line.reasonClass}`), line.reason].filter(Boolean);
  return parts.length > 0 ? parts.join(": ") : null;
}
