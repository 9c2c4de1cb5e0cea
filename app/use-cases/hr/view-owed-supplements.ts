import { findSupplement, listOwing, listSupplements } from "~/domain/completion/supplements/supplement-store.server";
import type { OwingOfficial, SupplementCount } from "~/domain/completion/supplements/supplement-view";
import { notFound } from "~/domain/problem";

/** The supplements that people of this scope owe or have done. */
export async function listOwedSupplements(input: { scope: readonly string[] }): Promise<SupplementCount[]> {
  return listSupplements(input);
}

export interface OwedSupplement {
  supplement: SupplementCount;
  owing: OwingOfficial[];
  next: string | null;
}

/** Who of this scope still owes a supplement. One that concerns nobody there is not found. */
export async function viewOwedSupplement(input: {
  id: string;
  scope: readonly string[];
  after: string | null;
}): Promise<OwedSupplement> {
  const supplement = await findSupplement(input);
  if (!supplement || supplement.people === 0) throw notFound(`supplement ${input.id}`);
  const { people, next } = await listOwing(input);
  return { supplement, owing: people, next };
}
