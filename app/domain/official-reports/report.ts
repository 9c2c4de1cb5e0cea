import { z } from "zod";
import { optionalDayField } from "../typed-fields";

/** What an officer enters for the document; everything else in it comes from the figures. */
export const reportForm = z.object({
  intent: z.literal("report"),
  unit: z.string().min(1),
  place: z.string().trim().min(2).max(80),
  /** Abbreviation in the document's number: "SNV". */
  symbol: z.string().trim().min(1).max(40),
  signedOn: optionalDayField("officialReport.dayWrong"),
  signerTitle: z.string().trim().min(2).max(120),
  signerName: z.string().trim().max(80).default(""),
  /** One on each line. */
  recipients: z.string().trim().min(1).max(1000),
});
export type ReportWords = Omit<z.infer<typeof reportForm>, "intent" | "unit">;

/** What the figures were taken from. */
export interface ReportSource {
  agency: { name: string; parentName: string };
  unitName: string;
  /** The whole agency, or the part of it that the report is about. */
  wholeAgency: boolean;
  period: { title: string; fromOn: string; toOn: string; cutOffOn: string };
  asOf: Date;
  criteria: { code: string; name: string }[];
  templates: { title: string; legalBasis: string }[];
  /** null: the period is open, and the report a draft. */
  snapshot: {
    id: string;
    root: string;
    publicKey: string;
    signature: string;
    madeAt: Date;
    seal: { number: number; root: string } | null;
  } | null;
}

/** The document in the order in which it is read; both the DOCX and the PDF are made of it. */
export interface ReportDocument {
  agency: string;
  parent: string;
  number: string;
  placeAndDay: string;
  title: string;
  subject: string;
  draft: string | null;
  blocks: ReportBlock[];
  signer: { title: string; name: string };
  recipients: string[];
  /** Small print under the signature: what the figures come from. */
  source: string[];
  madeAt: Date;
}

export type ReportBlock =
  | { kind: "heading"; text: string }
  | { kind: "paragraph"; text: string }
  | {
      kind: "table";
      caption: string;
      columns: { header: string; width: number; numeric: boolean }[];
      rows: string[][];
      total: boolean;
    };
