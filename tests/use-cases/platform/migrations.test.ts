import { expect, test } from "vitest";
import { db } from "~/platform/db.server";
import { truncateAll, useDatabase } from "../../support/database";

useDatabase();

test("a test file has an empty migrated database of its own", async () => {
  expect(await db.unit.count()).toBe(0);
  await truncateAll();
});
