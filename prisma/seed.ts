/**
 * For developers: fills an empty, migrated database with the invented province.
 *
 *     DATABASE_URL=postgresql://… npx tsx prisma/seed.ts                              the demo, about 400 people
 *     DATABASE_URL=postgresql://… npx tsx prisma/seed.ts --province                   75,000 people in 2,500 units
 *     DATABASE_URL=postgresql://… npx tsx prisma/seed.ts --province --people 7500 --units 1200
 *
 * The password of all accounts is DEMO_PASSWORD.
 */
import { parseArgs } from "node:util";
import { closeDatabase } from "~/platform/db.server";
import { env } from "~/platform/env.server";
import { createDemoProvince } from "~/use-cases/system/create-demo-province";

const { values } = parseArgs({
  options: { province: { type: "boolean", default: false }, people: { type: "string" }, units: { type: "string" } },
});

function wholeNumber(text: string | undefined): number | undefined {
  if (text === undefined) return undefined;
  if (!/^[1-9]\d{0,5}$/.test(text)) throw new Error(`Not a number of people or units: ${text}`);
  return Number(text);
}

const password = env().demoPassword;
if (!password) {
  console.error("Set DEMO_PASSWORD: it becomes the password of all accounts of the demo.");
  process.exit(1);
}
const began = performance.now();
const { created, accounts } = await createDemoProvince({
  password,
  now: new Date(),
  size: values.province ? "province" : "demo",
  people: wholeNumber(values.people),
  units: wholeNumber(values.units),
});
await closeDatabase();
console.log(
  created
    ? `Made in ${((performance.now() - began) / 1000).toFixed(1)} s.`
    : "There are units already: nothing was done.",
);
for (const account of accounts) {
  console.log(`  ${account.identifier.padEnd(12)} ${account.role ?? "learner"}  ${account.name}`);
}
