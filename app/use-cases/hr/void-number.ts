import { actorOf } from "~/domain/audit/audit-event";
import { recordAudit } from "~/domain/audit/audit-store.server";
import type { Viewer } from "~/domain/auth/permissions";
import { certificateNumber } from "~/domain/certificates/number";
import { type BookName, bookKey } from "~/domain/certificates/register";
import { insertVoid } from "~/domain/certificates/register-store.server";
import { reachesRoot } from "~/domain/organization/unit-scope";
import { notFound } from "~/domain/problem";
import { inTransaction } from "~/platform/db.server";

/**
 * Notes why no certificate bears a number that the book has given: after a loss of data, say. The number is void from here on and
 * never given again. It is of the whole book, so it takes an officer who sees all of it.
 */
export async function voidNumber(input: {
  viewer: Viewer;
  scope: readonly string[];
  book: BookName;
  registerNumber: number;
  reason: string;
  now: Date;
}): Promise<{ kind: "done" } | { kind: "refused"; reason: "not-missing" }> {
  const { viewer, scope, book, registerNumber, reason, now } = input;
  if (!reachesRoot(scope)) throw notFound("numbers are voided by who sees the whole book");
  return inTransaction(async (tx) => {
    const actor = { accountId: viewer.accountId, name: viewer.displayName };
    const noted = await insertVoid(tx, { ...book, registerNumber, reason, actor, at: now });
    if (!noted) return { kind: "refused", reason: "not-missing" };
    await recordAudit(tx, {
      actor: actorOf(viewer),
      action: "certificate.number-voided",
      subject: { type: "register", id: bookKey(book), label: certificateNumber(registerNumber, book.issuerCode) },
      unitPath: scope[0] ?? null,
      after: { number: registerNumber, reason },
      at: now,
    });
    return { kind: "done" };
  });
}
