import { listUndocumented, makeDocument } from "~/domain/certificates/document-store.server";
import { minutes } from "~/domain/time";
import { db } from "~/platform/db.server";
import { logFault } from "~/platform/log.server";
import { PlainSentence } from "~/platform/plain-sentence";

const AT_ONCE = 50;
/** How far back the frequent look goes; the rare one looks at everything. */
const LATELY = minutes(120);

/**
 * Makes the documents of certificates that have none yet. Every few seconds of those that were issued lately, and now and then of
 * all: from before there were documents, or where making one failed. Safe side by side: of two documents one wins.
 */
export async function makeDocuments(input: { now: Date; all?: boolean }): Promise<number> {
  const issuedAfter = input.all ? new Date(0) : new Date(input.now.getTime() - LATELY);
  const waiting = await listUndocumented(db, { issuedAfter, limit: AT_ONCE });
  let made = 0;
  for (const certificate of waiting) {
    try {
      await makeDocument(db, certificate, input.now);
      made += 1;
    } catch (error) {
      // One whose sign has been lost, say, does not keep the others from theirs.
      logFault(error, { method: "timed work", url: `document of certificate ${certificate.facts.number}` });
      // A signing key that cannot be used is said in one: the others would wait for the same key.
      if (error instanceof PlainSentence) break;
    }
  }
  return made;
}
