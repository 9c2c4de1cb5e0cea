/**
 * A process of its own that hands in papers and issues certificates again, and ends itself without a word (SIGKILL) right after the
 * statement that it was told of: as if the machine had lost its power there. Statements are counted as they go out, whatever the
 * code that sends them; 0: it lives to the end. Bundled by its test, since starting is most of its time.
 *
 *     node crashing-process.mjs <after statements> <official>:<attempt>… [reissue:<certificate>…]
 */
import pg from "pg";
import { findInScopeBySerial } from "~/domain/certificates/certificate-store.server";
import { closeDatabase, db } from "~/platform/db.server";
import { reissueWithCorrection } from "~/use-cases/hr/reissue-certificate";
import { submitTest } from "~/use-cases/learner/submit-test";

const [after, ...works] = process.argv.slice(2) as [string, ...string[]];
const now = new Date(process.env["HAND_IN_AT"]!);
const actor = { accountId: null, name: "Hệ thống", ip: null };

// Connected before it counts.
await db.setting.count();
let left = Number(after);
if (left > 0) {
  type Query = (...parameters: unknown[]) => unknown;
  const client = pg.Client.prototype as unknown as { query: Query };
  const send = client.query;
  client.query = function (this: unknown, ...parameters: unknown[]) {
    const answer = send.apply(this, parameters);
    left -= 1;
    if (left === 0) {
      // Sent, and maybe done, but nobody hears the answer: the worst moment.
      const end = () => process.kill(process.pid, "SIGKILL");
      if (Number(after) % 2 === 0) end();
      else if (answer instanceof Promise) void answer.then(end, end);
      else end();
      return new Promise(() => undefined);
    }
    return answer;
  };
}

await Promise.all(
  works.map(async (work) => {
    const [first, second] = work.split(":") as [string, string];
    if (first !== "reissue") {
      await submitTest({ viewer: null, officialId: first, attemptId: second, form: null, now });
      return;
    }
    const certificate = (await findInScopeBySerial(db, { serial: second, scope: ["AG"] }))!;
    const why = { reasonClass: "name-corrected", reason: "Đính chính họ tên" } as const;
    await reissueWithCorrection({ certificate, correction: { fullName: "Tên Đã Sửa" }, why, actor, now });
  }),
);
await closeDatabase();
