import { describe, expect, test } from "vitest";
import { hasChanged } from "~/domain/organization/staff-change";
import { undoForm } from "~/domain/organization/staff-change-form";
import { headcountsAfter, latestChange, type PostEntry, undoFault } from "~/domain/organization/undo-change";

const post = (id: string, from: string, until: string | null, more: Partial<PostEntry> = {}): PostEntry => ({
  id,
  unitId: id,
  unitCode: id,
  unitName: `Đơn vị ${id}`,
  unitPath: `AG/${id}`,
  unitStands: true,
  inScope: true,
  people: 5,
  positionTitle: "Chuyên viên",
  staffCategory: null,
  from,
  until,
  recordedAt: null,
  decision: null,
  end: null,
  ...more,
});
const retired = { reason: "retired", number: "9/QĐ", decidedOn: "2026-10-01" } as const;
const changedAt = new Date("2026-11-20T03:00:00Z");
const change = (...posts: PostEntry[]) => latestChange({ posts, changedAt });

const first = post("A", "2025-07-01", null);
const transfer = [post("B", "2026-11-20", null), post("A", "2025-07-01", "2026-11-20")] as const;
const leaving = [post("A", "2025-07-01", "2026-11-20", { end: retired })] as const;
const back = [
  post("B", "2026-11-23", null),
  post("A", "2025-07-01", "2026-11-20", { end: retired, unitStands: false }),
] as const;

describe("The latest entry about somebody's posts", () => {
  test("is a transfer, a leaving or a return, by how the post before it ended; the first post is none", () => {
    expect([change(), change(first)]).toEqual([null, null]);
    expect(change(...transfer)).toMatchObject({ kind: "transfer", taken: { id: "B" }, again: { id: "A" } });
    expect(change(...leaving)).toMatchObject({ kind: "leaving", taken: { id: "A" }, again: { id: "A" } });
    expect(change(...back)).toMatchObject({ kind: "return", taken: { id: "B" }, again: { id: "A" } });
    const sameDay = [post("B", "2026-11-20", null), post("A", "2025-07-01", "2026-11-20", { end: retired })];
    expect(change(...sameDay)).toMatchObject({ kind: "return" });
    const left = [post("B", "2026-11-20", "2026-11-22", { end: retired }), transfer[1]];
    expect(change(...left)).toMatchObject({ kind: "leaving", taken: { id: "B" }, again: { id: "B" } });
  });

  test("has a name that any later change of the person alters", () => {
    const names = [
      change(...transfer),
      change(...leaving),
      latestChange({ posts: transfer, changedAt: new Date("2026-11-21") }),
      latestChange({ posts: transfer, changedAt: null }),
    ].map((each) => each!.revision);
    expect(new Set(names).size).toBe(4);
  });

  test("can be offered wherever something was recorded after the first post", () => {
    const days = (...lastDays: (string | null)[]) => hasChanged(lastDays.map((lastDay) => ({ lastDay })));
    expect([days(), days(null), days("2026-11-19"), days(null, "2026-11-19")]).toEqual([false, false, true, true]);
  });
});

describe("Taking it back", () => {
  test("is refused where there is nothing, where another one was shown, and outside of both units", () => {
    const latest = change(...transfer)!;
    expect(undoFault(latest)).toBeNull();
    expect(undoFault(latest, latest.revision)).toBeNull();
    expect(undoFault(latest, "transfer:X:0")).toBe("overtaken");
    expect(undoFault(null)).toBe("nothing-to-undo");
    expect(undoFault(null, "")).toBe("nothing-to-undo");
    expect(undoFault(null, latest.revision)).toBe("overtaken");
    expect(undoFault({ ...latest, again: { ...latest.again, inScope: false } })).toBe("other-unit-elsewhere");
  });

  test("needs the unit that stands again, unless the person has left it anyhow", () => {
    const latest = change(...transfer)!;
    expect(undoFault({ ...latest, again: { ...latest.again, unitStands: false } })).toBe("other-unit-dissolved");
    expect(undoFault(change(...back))).toBeNull();
  });

  test("counts one more where the person is again and one less where they never were", () => {
    const counts = (...posts: PostEntry[]) =>
      headcountsAfter(change(...posts)!).map(({ unitName, before, after }) => `${unitName} ${before}→${after}`);
    expect(counts(...transfer)).toEqual(["Đơn vị A 5→6", "Đơn vị B 5→4"]);
    expect(counts(...leaving)).toEqual(["Đơn vị A 5→6"]);
    expect(counts(...back)).toEqual(["Đơn vị B 5→4"]);
    expect(counts(post("C", "2026-11-20", null, { unitId: "A" }), transfer[1])).toEqual([]);
  });

  test("has a reason, without a personal ID in it", () => {
    const read = (reason: string) => undoForm.safeParse({ intent: "make", entry: "x", reason }).success;
    expect([read("Ghi nhầm người"), read(" x "), read("Ghi nhầm 079203001234")]).toEqual([true, false, false]);
  });
});
