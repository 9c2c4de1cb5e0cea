import type { Db } from "~/platform/db.server";
import { withinScopeFilter } from "../organization/unit-scope";
import type { CertificateFacts } from "./facts";
import type { OtherName } from "./other-name";
import { standingOf } from "./standing";

/** The certificates in force of somebody in the scope on which another name stands than the staff list has now. */
export async function listOtherNames(
  db: Db,
  input: { officialId: string; scope: readonly string[]; now: Date },
): Promise<OtherName[]> {
  const rows = await db.certificate.findMany({
    where: { officialId: input.officialId, official: { unit: { OR: withinScopeFilter(input.scope) } } },
    select: {
      serial: true,
      number: true,
      issuedAt: true,
      facts: true,
      official: { select: { fullName: true } },
      events: { select: { kind: true, at: true } },
    },
    orderBy: [{ issuedAt: "desc" }, { serial: "asc" }],
  });
  return rows.flatMap(({ serial, number, issuedAt, facts, official, events }) => {
    const printedName = (facts as unknown as CertificateFacts).fullName;
    const { status } = standingOf({ issuedAt, events, now: input.now });
    return status === "valid" && printedName !== official.fullName ? [{ serial, number, printedName }] : [];
  });
}
