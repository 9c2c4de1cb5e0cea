import { stringify } from "yaml";
import { foldName } from "../organization/names";
import type { LegalDocument } from "./document";

/** The name of a document's file in `content/documents`: "1847-qd-ttg.yaml". */
export function documentFileName(number: string): string {
  const name = foldName(number)
    .replace(/[^a-z0-9]+/g, "-")
    .replace(/^-+|-+$/g, "");
  return `${name || "van-ban"}.yaml`;
}

/** A document as its file in `content/documents` says it: put there, the folder says the same as the browser. */
export function documentYaml(document: LegalDocument): string {
  const { number, title, issuer, kind, issuedOn, effectiveOn, expiredOn, status, replacedBy, note, source } = document;
  const { places = [] } = document;
  const keys = { number, title, issuer, kind, issuedOn, effectiveOn, expiredOn, status, replacedBy, note, source };
  const said = Object.entries(keys).filter(([, value]) => value !== null && value !== undefined);
  return stringify({ ...Object.fromEntries(said), ...(places.length > 0 && { places }) }, { lineWidth: 0 });
}
