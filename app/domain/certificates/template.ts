import { type Issuer, readIssuerSetting } from "./issuer";

/** What an agency prints on its certificates. Kept as versions; a certificate copies what it needs into its facts. */
export interface TemplateContent extends Issuer {
  wording: Wording;
  /** Beside the Vietnamese; null: Vietnamese alone. */
  english: EnglishNames | null;
  logo: Logo | null;
  /** How long a certificate holds; null: for ever. */
  validMonths: number | null;
  /** The document by which a school may issue "chứng chỉ"; null: it may not. */
  schoolAuthorisation: string | null;
}

/** The words that a template may choose, within limits. */
export interface Wording {
  title: string;
  lead: string;
  achievement: string;
}

export interface EnglishNames {
  issuerName: string;
  signerTitle: string;
}

/** A picture in the file store, looked at and written anew when it was handed up. */
export interface Logo {
  sha256: string;
  width: number;
  height: number;
}

/** A version of a template as certificates are issued by it. */
export interface Template {
  /** null: nobody has entered one; what stands there says so. */
  id: string | null;
  version: number;
  /** Whose it is; null: the installation's own. */
  unitCode: string | null;
  configured: boolean;
  content: TemplateContent;
}

/** What stands over and under a printed register book. */
export interface BookHeader {
  issuerName: string;
  issuerParentName: string;
  place: string;
  signerTitle: string;
  title: string;
}

export const STANDARD_WORDING: Wording = {
  title: "Giấy chứng nhận hoàn thành",
  lead: "Chứng nhận ông (bà)",
  achievement: "đã hoàn thành khóa học",
};
/** What stands in English under the words of the standard; the agency's own words have no English of their own. */
export const ENGLISH_WORDING = {
  title: "Certificate of completion",
  lead: "This is to certify that",
  achievement: "has completed the course",
} as const;

export const WORDING_LIMITS: Record<keyof Wording, number> = { title: 60, lead: 60, achievement: 100 };
export const MOST_MONTHS = 120;

/** A "chứng chỉ" is a regulated document: only an authorised school may call its paper so. */
export function isRegulatedName(title: string): boolean {
  // Whoever leaves the accents off means the same.
  return /\bchung\s*chi\b/u.test(title.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase());
}

/** A template of an issuer who has said nothing beyond the setting. */
export function standardTemplate(issuer: Issuer): TemplateContent {
  return {
    ...issuer,
    wording: STANDARD_WORDING,
    english: null,
    logo: null,
    validMonths: null,
    schoolAuthorisation: null,
  };
}

/** Reads what is stored. What is missing is the standard; an issuer that is incomplete says so on the paper. */
export function readTemplate(value: unknown): { configured: boolean; content: TemplateContent } {
  const { configured, issuer } = readIssuerSetting(value);
  const given = recordOf(value);
  const wording = recordOf(given["wording"]);
  const word = (name: keyof Wording) => textOf(wording[name]).slice(0, WORDING_LIMITS[name]) || STANDARD_WORDING[name];
  const authorisation = textOf(given["schoolAuthorisation"]) || null;
  const title = word("title");
  const english = recordOf(given["english"]);
  const logo = recordOf(given["logo"]);
  const months = given["validMonths"];
  return {
    configured,
    content: {
      ...issuer,
      wording: {
        title: isRegulatedName(title) && authorisation === null ? STANDARD_WORDING.title : title,
        lead: word("lead"),
        achievement: word("achievement"),
      },
      english: given["english"]
        ? { issuerName: textOf(english["issuerName"]), signerTitle: textOf(english["signerTitle"]) }
        : null,
      logo:
        /^[0-9a-f]{64}$/.test(textOf(logo["sha256"])) && Number(logo["width"]) > 0 && Number(logo["height"]) > 0
          ? { sha256: textOf(logo["sha256"]), width: Number(logo["width"]), height: Number(logo["height"]) }
          : null,
      validMonths:
        Number.isInteger(months) && Number(months) >= 1 && Number(months) <= MOST_MONTHS ? Number(months) : null,
      schoolAuthorisation: authorisation,
    },
  };
}

function recordOf(value: unknown): Record<string, unknown> {
  return typeof value === "object" && value !== null ? (value as Record<string, unknown>) : {};
}

function textOf(value: unknown): string {
  return typeof value === "string" ? value.normalize("NFC").trim() : "";
}
