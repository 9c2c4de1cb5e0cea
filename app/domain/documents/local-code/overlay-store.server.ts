import { type Db, query } from "~/platform/db.server";
import { type Overlay, overlaysFor } from "./overlay";

const OVERLAY = `o.id, u.path AS "unitPath", u.name AS "unitName", o.course_slug AS "courseSlug", o.lesson_id AS "lessonId",
  o.block_id AS "blockId", o.document, o.article, o.text`;

/** The overlays that a unit wrote itself and that still hold. The caller has made sure of the scope. */
export async function listOverlaysOf(input: {
  unitId: string;
}): Promise<(Overlay & { writtenAt: Date; writtenByName: string })[]> {
  return query(
    "overlay.of-unit",
    `SELECT ${OVERLAY}, o.written_at AS "writtenAt", o.written_by_name AS "writtenByName" FROM local_overlay o JOIN unit u ON u.id = o.unit_id
     WHERE o.unit_id = $1::uuid AND o.withdrawn_at IS NULL ORDER BY o.course_slug, o.lesson_id, o.changed`,
    [input.unitId],
  );
}

const LIMIT = 2000;
interface Kept {
  stamp: number;
  overlays: Promise<Overlay[]>;
}
const holder = globalThis as typeof globalThis & { chuanMucOverlays?: Map<string, Kept> };
const kept = () => (holder.chuanMucOverlays ??= new Map());

/**
 * The overlays that hold for somebody of a unit. `stamp` is the last change of any overlay, which the page's own statement has
 * read: with 0 there are none, and what was read at that stamp before is still right. One statement for a unit at most.
 */
export function overlaysOfUnit(input: { unitPath: string; stamp: number }): Promise<Overlay[]> {
  const { unitPath, stamp } = input;
  if (stamp === 0) return Promise.resolve([]);
  const known = kept().get(unitPath);
  if (known?.stamp === stamp) return known.overlays;
  const overlays = readOverlays(unitPath);
  kept().delete(unitPath);
  kept().set(unitPath, { stamp, overlays });
  overlays.catch(() => kept().delete(unitPath));
  if (kept().size > LIMIT) kept().delete(kept().keys().next().value!);
  return overlays;
}

async function readOverlays(unitPath: string): Promise<Overlay[]> {
  const rows = await query<Overlay>(
    "overlay.for-unit",
    `SELECT ${OVERLAY} FROM local_overlay o JOIN unit u ON u.id = o.unit_id
     WHERE o.withdrawn_at IS NULL AND ($1 = u.path OR starts_with($1, u.path || '/')) ORDER BY length(u.path), o.changed`,
    [unitPath],
  );
  return overlaysFor(unitPath, rows);
}

// One change at a time: a stamp is seen only when all earlier ones are.
const lock = (tx: Db) => tx.$executeRaw`select pg_advisory_xact_lock(hashtextextended('local-overlay', 0))`;

export async function insertOverlay(
  tx: Db,
  input: Omit<Overlay, "id" | "unitPath" | "unitName"> & { unitId: string; byName: string; now: Date },
): Promise<string> {
  await lock(tx);
  const { unitId, courseSlug, lessonId, blockId, document, article, text, byName, now } = input;
  const { id } = await tx.localOverlay.create({
    data: { unitId, courseSlug, lessonId, blockId, document, article, text, writtenAt: now, writtenByName: byName },
    select: { id: true },
  });
  return id;
}

/** Takes an overlay of this unit away; what it said, or null when there is none. */
export async function withdrawOverlay(
  tx: Db,
  input: { id: string; unitId: string; now: Date },
): Promise<{ text: string } | null> {
  await lock(tx);
  const [row] = await tx.$queryRaw<{ text: string }[]>`
    UPDATE local_overlay SET withdrawn_at = ${input.now}, changed = nextval(pg_get_serial_sequence('local_overlay', 'changed'))
    WHERE id::text = ${input.id} AND unit_id = ${input.unitId}::uuid AND withdrawn_at IS NULL RETURNING text`;
  return row ?? null;
}
