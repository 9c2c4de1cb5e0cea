/**
 * A process of its own that hands in the attempts named on the command line, all at once, as soon as its input is closed. For
 * tests of two processes on one database: `node --import tsx hand-in-process.ts <official>:<attempt> …`
 */
import { closeDatabase, db } from "~/platform/db.server";
import { submitTest } from "~/use-cases/learner/submit-test";

const pairs = process.argv.slice(2).map((pair) => pair.split(":") as [string, string]);
const now = new Date(process.env["HAND_IN_AT"]!);

// Connected and compiled before the start, so that both processes really begin at one moment.
await db.setting.count();
process.stdout.write("ready\n");
await new Promise((resolve) => process.stdin.resume().once("end", resolve));

const answers = await Promise.all(
  pairs.map(([officialId, attemptId]) => submitTest({ viewer: null, officialId, attemptId, form: null, now })),
);
process.stdout.write(`${JSON.stringify(answers.map(({ kind }) => kind))}\n`);
await closeDatabase();
