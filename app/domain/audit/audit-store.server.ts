import { Prisma, type Db } from "~/platform/db.server";
import type { NewAuditEvent } from "./audit-event";

/**
 * Events as an insert that another statement carries out together with its own change ("WITH told AS (…) UPDATE …"), where each
 * statement counts. `onlyIf`: a condition on what stands in that statement.
 */
export function auditInsert(events: readonly NewAuditEvent[], onlyIf: Prisma.Sql = Prisma.sql`true`): Prisma.Sql {
  const rows = events.map(
    ({ actor, action, subject, unitPath = null, before = null, after = null, at }) =>
      Prisma.sql`(${at}::timestamptz, ${actor.accountId}::uuid, ${actor.name}::text, ${action}::text, ${subject.type}::text,
        ${subject.id}::text, ${subject.label}::text, ${unitPath}::text, ${actor.ip}::text, ${before && JSON.stringify(before)}::jsonb,
        ${after && JSON.stringify(after)}::jsonb)`,
  );
  return Prisma.sql`INSERT INTO audit_event (at, actor_id, actor_name, action, subject_type, subject_id, subject_label, unit_path, ip, before, after)
    SELECT * FROM (VALUES ${Prisma.join(rows)}) AS event WHERE ${onlyIf}`;
}

/** Writes many events in one statement, inside the transaction of the change that they tell of. */
export async function recordAudits(db: Db, events: readonly NewAuditEvent[]): Promise<void> {
  if (events.length > 0) await db.$executeRaw(auditInsert(events));
}

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
