import type { LocalDay } from "../time";
import type { CertificateEventKind } from "./standing";

/** Why something happened to a certificate, as a word that anybody may be told; the officer's own sentence is for those concerned. */
export const REVOCATION_CLASSES = ["issued-in-error", "result-cancelled", "misconduct", "other"] as const;
export const REISSUE_CLASSES = ["name-corrected", "details-corrected", "template-corrected", "other"] as const;
export const EXPIRY_CLASSES = ["validity-over", "content-outdated", "other"] as const;
export type RevocationClass = (typeof REVOCATION_CLASSES)[number];
export type ReissueClass = (typeof REISSUE_CLASSES)[number];
export type ReasonClass = RevocationClass | ReissueClass | (typeof EXPIRY_CLASSES)[number];

const ALL: readonly string[] = [...REVOCATION_CLASSES, ...REISSUE_CLASSES, ...EXPIRY_CLASSES];

/** A word of another release is no word: it is told as "other". */
export function readReasonClass(text: string | null): ReasonClass | null {
  if (text === null) return null;
  return ALL.includes(text) ? (text as ReasonClass) : "other";
}

/** One line of a certificate's history, for its owner and for HR. */
export interface HistoryLine {
  kind: CertificateEventKind;
  at: Date;
  reasonClass: ReasonClass | null;
  reason: string | null;
  /** null: the platform by itself. */
  by: string | null;
}

/** The certificates before and after one, by their numbers. */
export interface Succession {
  replaces: { serial: string; number: string } | null;
  replacedBy: { serial: string; number: string } | null;
}

export type CertificateAction = "revoke" | "reissue" | "expire";
export const CERTIFICATE_ACTIONS: readonly CertificateAction[] = ["revoke", "reissue", "expire"];

/** What may still be done: a replaced one is settled; a withdrawn one can only be issued again. */
export function possibleActions(input: {
  /** Whether it is the one that its turn points at. */
  inForce: boolean;
  status: "valid" | "revoked" | "expired" | "reissued";
}): CertificateAction[] {
  if (!input.inForce) return [];
  switch (input.status) {
    case "valid":
      return ["reissue", "revoke", "expire"];
    case "expired":
      return ["reissue", "revoke"];
    case "revoked":
      return ["reissue"];
    case "reissued":
      return [];
  }
}

/** What a reissue may set right; the rest is printed as it was. */
export interface Correction {
  fullName: string;
  positionTitle: string;
  unitName: string;
}

export interface ExpiryWish {
  /** The last day on which it holds. */
  lastDay: LocalDay;
}
