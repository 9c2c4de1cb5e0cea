import { Prisma, type Db } from "~/platform/db.server";
import type { NewAuditEvent } from "./audit-event";

/** Writes one event. Always inside the transaction of the change that it tells of. */
export async function recordAudit(db: Db, event: NewAuditEvent): Promise<void> {
  await db.auditEvent.create({
    data: {
      at: event.at,
      actorId: event.actor.accountId,
      actorName: event.actor.name,
      action: event.action,
      subjectType: event.subject.type,
      subjectId: event.subject.id,
      subjectLabel: event.subject.label,
      unitPath: event.unitPath ?? null,
      ip: event.actor.ip,
      before: event.before ? (event.before as Prisma.InputJsonObject) : Prisma.DbNull,
      after: event.after ? (event.after as Prisma.InputJsonObject) : Prisma.DbNull,
    },
    select: { id: true },
  });
}
