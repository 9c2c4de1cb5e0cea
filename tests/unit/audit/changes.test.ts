import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { changesOf } from "~/domain/audit/changes";

describe("before and after, field by field", () => {
  test("only what differs is listed", () => {
    expect(changesOf({ name: "Sở Nội vụ", phone: "1" }, { name: "Sở Nội vụ", phone: "2" })).toEqual([
      { field: "phone", before: "1", after: "2" },
    ]);
  });

  test("something new has nothing before; something gone has nothing after", () => {
    expect(changesOf(null, { role: "hr" })).toEqual([{ field: "role", before: null, after: "hr" }]);
    expect(changesOf({ role: "hr" }, null)).toEqual([{ field: "role", before: "hr", after: null }]);
  });

  test("things inside things and lists become plain texts, never JSON", () => {
    expect(changesOf(null, { unit: { code: "SNV", name: "Sở" }, units: ["A", "B"] })).toEqual([
      { field: "unit.code", before: null, after: "SNV" },
      { field: "unit.name", before: null, after: "Sở" },
      { field: "units", before: null, after: "A, B" },
    ]);
  });

  test("a personal ID is masked whatever was written, and passwords never appear", () => {
    const shown = changesOf(
      { personalId: "079203001234" },
      { personalId: "079203005678", passwordHash: "$argon2id$…", password: "abc", sessionToken: "t" },
    );
    expect(shown).toEqual([{ field: "personalId", before: "xxx xxx xxx 234", after: "xxx xxx xxx 678" }]);
  });

  test("whatever is stored, every value is one that a cell of a table can hold", () => {
    fc.assert(
      fc.property(fc.jsonValue(), fc.jsonValue(), (before, after) => {
        for (const change of changesOf(before, after)) {
          for (const value of [change.before, change.after]) {
            expect(value === null || ["string", "number", "boolean"].includes(typeof value)).toBe(true);
          }
        }
      }),
    );
  });
});
