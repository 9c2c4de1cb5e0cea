import { beforeAll, expect, test } from "vitest";
import { minutes } from "~/domain/time";
import { db } from "~/platform/db.server";
import { TIMED_WORK } from "~/use-cases/system/timed-work";
import { buildUnit } from "../../support/build";
import { useStatementCount } from "../../support/count-statements";
import { useDatabase } from "../../support/database";

useDatabase();
const statements = useStatementCount();

/** Measured: 77.7 a minute. Webhooks alone were 180 of 228 while each pass took the position and read the locks. */
const MOST_A_MINUTE = 80;

beforeAll(async () => {
  await buildUnit({ code: "AG" });
  await db.unit.count();
});

test("A server on which nothing happens asks little: one statement a pass where passes are frequent, and few in all", async () => {
  const perMinute: Record<string, number> = {};
  for (const { name, every, run } of TIMED_WORK) {
    // What is done once a day is done by then.
    await run();
    const sent = await statements.during(run);
    if (every < minutes(0.5)) expect(sent, name).toHaveLength(1);
    perMinute[name] = (sent.length * minutes(1)) / every;
  }
  const sum = Object.values(perMinute).reduce((a, b) => a + b, 0);
  expect(sum, JSON.stringify(perMinute)).toBeLessThan(MOST_A_MINUTE);
});
