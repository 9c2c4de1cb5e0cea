import { beforeEach, describe, expect, test } from "vitest";
import { db, inTransaction } from "~/platform/db.server";
import { addStaffMember } from "~/use-cases/admin/add-staff-member";
import { correctOfficial } from "~/use-cases/hr/correct-official";
import { buildOfficial } from "../../support/build";
import { useDatabase } from "../../support/database";
import { type Agency, agency, NOW } from "./staff-changes-case";

useDatabase();

let at: Agency;
let people: { id: string; fullName: string }[];
beforeEach(async () => {
  at = await agency();
  people = await Promise.all("abcd".split("").map((each) => buildOfficial(at.aOffice, `Lê Thị Số ${each}`)));
});

/** A correction that gives somebody this number. */
const give = ({ id, fullName }: { id: string; fullName: string }, staffNumber: string) =>
  correctOfficial({
    viewer: at.hr,
    scope: ["AG"],
    officialId: id,
    values: {
      fullName,
      staffNumber,
      recruitedOn: "2026-11-01",
      reason: "Ghi sai số hiệu",
      evidence: "Quyết định tuyển dụng, bản gốc",
    },
    now: NOW,
  });

/** Somebody new with this number. */
const add = (fullName: string, staffNumber: string) =>
  inTransaction((tx) =>
    addStaffMember(tx, {
      viewer: at.hr,
      scope: ["AG"],
      person: {
        fullName,
        staffNumber,
        unitCode: "P-B-VP",
        positionTitle: "Chuyên viên",
        staffCategory: "civil_servant",
        recruitedOn: "2026-11-01",
        email: null,
        personalId: null,
      },
      now: NOW,
    }),
  );

async function oneOf(answers: { kind: string }[]): Promise<void> {
  expect(answers.filter(({ kind }) => kind !== "refused")).toHaveLength(1);
  for (const refused of answers.filter(({ kind }) => kind === "refused"))
    expect(refused).toEqual({ kind: "refused", reason: "staff-number-taken" });
  expect(await db.official.count({ where: { staffNumber: "CB-MOI" } })).toBe(1);
}

describe("A staff number that is given to several people in the same instant", () => {
  test("goes to one of them by correction; the others read that it is taken", async () => {
    await oneOf(await Promise.all(people.map((person) => give(person, "CB-MOI"))));
  });

  test("goes to one of those who are put on the list", async () => {
    await oneOf(await Promise.all(["Võ Thị Một", "Võ Thị Hai", "Võ Thị Ba"].map((name) => add(name, "CB-MOI"))));
  });

  test("goes to one, whether corrected or new", async () => {
    await oneOf(
      await Promise.all([
        give(people[0]!, "CB-MOI"),
        add("Võ Thị Một", "CB-MOI"),
        give(people[1]!, "CB-MOI"),
        add("Võ Thị Hai", "CB-MOI"),
      ]),
    );
  });
});
