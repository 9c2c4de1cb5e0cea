import type { Seal } from "~/domain/seals/seal";
import { listSeals } from "~/domain/seals/seal-store.server";
import { db } from "~/platform/db.server";
import { platformKey } from "~/platform/platform-key.server";

const PAGE = 30;

export interface SealsPage {
  /** The key that the platform seals with now. */
  key: string;
  seals: Seal[];
  /** Where the earlier ones begin; null on the last page. */
  next: number | null;
}

/** The seals of the record are everybody's: nothing of a person is in them. */
export async function viewSeals(input: { below: number | null }): Promise<SealsPage> {
  const seals = await listSeals(db, { below: input.below, limit: PAGE + 1 });
  const shown = seals.slice(0, PAGE);
  const next = seals.length > PAGE ? (shown.at(-1)?.statement.number ?? null) : null;
  return { key: platformKey().publicKeyMultibase, seals: shown, next };
}
