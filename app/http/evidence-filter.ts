import { EVIDENCE_FILTERS, type EvidenceFilter } from "~/domain/evaluation/evidence-view";

const LONGEST_SEARCH = 100;

/** What an address of a period's page asks for; what it cannot mean is left out. */
export function readEvidenceFilter(request: Request): { filter: EvidenceFilter; after: string | null } {
  const asked = new URL(request.url).searchParams;
  return {
    filter: {
      status: EVIDENCE_FILTERS.find((each) => each === asked.get("status")) ?? null,
      // PostgreSQL takes no zero character in a text.
      text: (asked.get("q") ?? "").replaceAll("\0", "").normalize("NFC").trim().slice(0, LONGEST_SEARCH),
    },
    after: asked.get("after"),
  };
}
