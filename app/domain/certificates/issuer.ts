/** The key of the setting that says it. */
export const ISSUER_SETTING_KEY = "certificate";

/** Who issues certificates here. Kept as the setting "certificate"; set by the administrator of the installation. */
export interface Issuer {
  /** Abbreviation of the agency in certificate numbers: "SNV". */
  issuerCode: string;
  /** "Sở Nội vụ tỉnh An Giang" */
  issuerName: string;
  /** "Ủy ban nhân dân tỉnh An Giang" */
  issuerParentName: string;
  /** Where certificates are issued: "An Giang". */
  place: string;
  /** "Giám đốc" */
  signerTitle: string;
  signerName: string;
  /** Under what the agency issues: "Quyết định số 1847/QĐ-TTg ngày 27/12/2018". Optional. */
  legalBasis: string | null;
}

export type IssuerSetting =
  { configured: true; issuer: Issuer } | { configured: false; issuer: Issuer; missing: string[] };

/** Printed when nobody has said who issues: nobody can take such a paper for a real one. */
export const UNCONFIGURED_ISSUER: Issuer = {
  issuerCode: "CHUACAUHINH",
  issuerName: "Cơ quan cấp chưa được cấu hình",
  issuerParentName: "Cơ quan chủ quản chưa được cấu hình",
  place: "(chưa cấu hình)",
  signerTitle: "Chức vụ người ký chưa được cấu hình",
  signerName: "",
  legalBasis: null,
};

const REQUIRED = ["issuerCode", "issuerName", "issuerParentName", "place", "signerTitle"] as const;

/** Reads the stored setting. A field that is missing is filled with words that say so, and named in `missing`. */
export function readIssuerSetting(value: unknown): IssuerSetting {
  const given = typeof value === "object" && value !== null ? (value as Record<string, unknown>) : {};
  const text = (name: keyof Issuer) => {
    const field = given[name];
    return typeof field === "string" ? field.normalize("NFC").trim() : "";
  };
  const missing = REQUIRED.filter((name) => text(name) === "");
  // The code goes into numbers: a misshapen one counts as missing.
  if (!missing.includes("issuerCode") && !/^[\p{Lu}\d]+([-.&][\p{Lu}\d]+)*$/u.test(text("issuerCode"))) {
    missing.push("issuerCode");
  }
  const field = (name: (typeof REQUIRED)[number]) => (missing.includes(name) ? UNCONFIGURED_ISSUER[name] : text(name));
  const issuer: Issuer = {
    issuerCode: field("issuerCode"),
    issuerName: field("issuerName"),
    issuerParentName: field("issuerParentName"),
    place: field("place"),
    signerTitle: field("signerTitle"),
    signerName: text("signerName"),
    legalBasis: text("legalBasis") || null,
  };
  return missing.length === 0 ? { configured: true, issuer } : { configured: false, issuer, missing };
}
