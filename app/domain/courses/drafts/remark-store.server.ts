import type { Db } from "~/platform/db.server";
import type { Remark } from "./review";

const MOST = 1000;

/** The remarks on a draft with their answers, oldest first: those of earlier rounds stay. */
export async function listRemarks(db: Db, input: { draftId: string; path?: string }): Promise<Remark[]> {
  const { draftId, path } = input;
  return db.draftComment.findMany({
    where: { draftId, parentId: null, ...(path !== undefined && { path }) },
    orderBy: [{ writtenAt: "asc" }, { id: "asc" }],
    take: MOST,
    select: {
      id: true,
      path: true,
      block: true,
      quote: true,
      text: true,
      writtenAt: true,
      writtenBy: true,
      writtenByName: true,
      resolvedAt: true,
      resolvedByName: true,
      answers: {
        orderBy: [{ writtenAt: "asc" }, { id: "asc" }],
        select: { id: true, text: true, writtenAt: true, writtenByName: true },
      },
    },
  });
}

interface Writer {
  accountId: string | null;
  name: string;
}

export async function insertRemark(
  tx: Db,
  input: {
    draftId: string;
    path: string;
    block: string | null;
    quote: string | null;
    text: string;
    by: Writer;
    now: Date;
  },
): Promise<string> {
  const { by, now: writtenAt, ...remark } = input;
  const data = { ...remark, writtenAt, writtenBy: by.accountId, writtenByName: by.name };
  return (await tx.draftComment.create({ data, select: { id: true } })).id;
}

/** An answer to a remark of this draft; false when it has no such remark. An answer to an answer is one to the remark. */
export async function answerRemark(
  tx: Db,
  input: { draftId: string; remarkId: string; text: string; by: Writer; now: Date },
): Promise<boolean> {
  const { draftId, remarkId, text, by, now: writtenAt } = input;
  const parent = await tx.draftComment.findFirst({
    where: { id: remarkId, draftId, parentId: null },
    select: { path: true, block: true },
  });
  if (!parent) return false;
  const written = { text, writtenAt, writtenBy: by.accountId, writtenByName: by.name };
  await tx.draftComment.create({ data: { draftId, ...parent, parentId: remarkId, ...written }, select: { id: true } });
  return true;
}

/** Says that a remark was dealt with, or takes that back. False when this draft has no such remark. */
export async function resolveRemark(
  tx: Db,
  input: { draftId: string; remarkId: string; resolved: boolean; by: Writer; now: Date },
): Promise<boolean> {
  const { draftId, remarkId, resolved, by, now } = input;
  const { count } = await tx.draftComment.updateMany({
    where: { id: remarkId, draftId, parentId: null },
    data: { resolvedAt: resolved ? now : null, resolvedByName: resolved ? by.name : null },
  });
  return count === 1;
}
