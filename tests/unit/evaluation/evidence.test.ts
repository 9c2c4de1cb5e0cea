import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { amendmentsOf } from "~/domain/evaluation/amendment";
import { type Employment, partsWithin } from "~/domain/evaluation/employment-parts";
import { cursorOf, readCursor, scopeWithin } from "~/domain/evaluation/evidence-cursor";
import { evidenceOf } from "~/domain/evaluation/evidence-of-person";
import type { EvidencePerson } from "~/domain/evaluation/evidence";
import { dayProblems, figuresUntil, mayObject, proposedDays, whyNotClosable } from "~/domain/evaluation/period";
import type { PersonFacts, TurnFacts } from "~/domain/evaluation/person-facts";
import { FORM_01, suggestedCriteria, templateBrought } from "~/domain/evaluation/template";
import { readCriteria, writeCriteria } from "~/domain/evaluation/template-form";
import { addDays, endOfDay } from "~/domain/time";
import { manifest } from "../../support/course";

const YEAR = { fromOn: "2026-01-01", toOn: "2026-12-31" };
const stay = (unitId: string, from: string, to: string | null = null): PersonFacts["employments"][number] => ({
  unitId,
  positionTitle: `Chuyên viên ${unitId}`,
  from,
  to,
  unit: { id: unitId, code: unitId, name: `Đơn vị ${unitId}`, path: `AG/${unitId}`, namesAbove: "UBND tỉnh" },
});

const turn = (changes: Partial<TurnFacts> = {}): TurnFacts => ({
  courseId: "c",
  courseSlug: "khoa-thu",
  cycle: "2026",
  versionId: "v1",
  required: true,
  dueOn: "2026-06-30",
  createdAt: new Date("2026-03-01T02:00:00Z"),
  assignedAt: new Date("2026-03-01T02:00:00Z"),
  startedAt: new Date("2026-03-05T02:00:00Z"),
  lessons: [],
  attempts: [],
  remedials: [],
  accommodations: [],
  completion: null,
  voided: null,
  certificate: null,
  careAt: null,
  ...changes,
});

const completed = (at: string, onTime: boolean, more: object = {}): Partial<TurnFacts> => ({
  completion: {
    id: "k",
    revision: 0,
    versionId: "v1",
    courseTitle: "Khóa thử",
    completedAt: new Date(at),
    recordedAt: new Date(at),
    scorePercent: 88,
    onTime,
    attemptsUsed: 1,
    reason: null,
    recognised: null,
    ...more,
  },
});

const person = (changes: Partial<PersonFacts> = {}): PersonFacts => ({
  officialId: "11111111-1111-4111-8111-111111111111",
  fullName: "Trần Ngọc Minh Thư",
  sortName: "thu tran ngoc minh",
  staffNumber: "AG000001",
  staffCategory: "civil_servant",
  personalIdLast: "123",
  employments: [stay("A", "2020-01-01")],
  turns: [],
  supplements: [],
  objections: [],
  ...changes,
});

const frame = (until: string, period = YEAR) => ({
  period,
  until: new Date(until),
  templates: new Map([["civil_servant" as const, templateBrought("civil_servant")]]),
  versions: new Map([
    ["v1", { number: 3, manifest: { ...manifest, criteria: ["I.1", "II.4"] }, legalBasis: "1847/QĐ-TTg" }],
  ]),
});
const END = "2026-12-31T17:00:00Z";
const rowsOf = (facts: PersonFacts, until = END, period = YEAR) =>
  evidenceOf(facts, frame(until, period)).flatMap(({ unitId, rows }) => rows.map((row) => ({ unitId, ...row })));

describe("What a period says about an official", () => {
  test("a course that was finished on time, with the criteria it bears witness to, and never a score", () => {
    const [row] = rowsOf(person({ turns: [turn(completed("2026-06-30T16:59:00Z", true))] }));
    expect(row).toMatchObject({
      status: "completed",
      completedOn: "2026-06-30",
      onTime: true,
      bestScore: 88,
      versionNumber: 3,
    });
    expect(row!.criteria).toEqual(["I.1", "I.2", "II.4"]);
    expect(Object.keys(row!).filter((key) => /point|mark|rating/i.test(key))).toEqual([]);
  });

  test("an overdue duty stays in every period until it is done, and belongs to the one in which it is", () => {
    const late = person({ turns: [turn(completed("2026-08-10T02:00:00Z", false))] });
    const quarter = (number: number) => proposedDays("quarter", 2026, number);
    const seen = (number: number) => rowsOf(late, endOfDay(quarter(number).toOn).toISOString(), quarter(number));
    expect(seen(1)).toEqual([]);
    expect(seen(2)).toMatchObject([{ status: "overdue", onTime: false, completedOn: null, criteria: [] }]);
    expect(seen(3)).toMatchObject([{ status: "completed", onTime: false, criteria: ["I.1", "II.4"] }]);
    expect(seen(4)).toEqual([]);
  });

  test("what is not due yet is there when its day lies in the period; own choices only once finished", () => {
    const later = turn({ dueOn: "2026-12-15" });
    expect(rowsOf(person({ turns: [later] }), "2026-11-26T02:00:00Z")).toMatchObject([
      { status: "in-progress", onTime: null },
    ]);
    expect(rowsOf(person({ turns: [turn({ dueOn: "2027-01-15" })] }), "2026-11-26T02:00:00Z")).toEqual([]);
    expect(rowsOf(person({ turns: [turn({ required: false, dueOn: null })] }))).toEqual([]);
    const chosen = turn({ required: false, dueOn: null, ...completed("2026-05-01T02:00:00Z", true) });
    expect(rowsOf(person({ turns: [chosen] }))).toMatchObject([{ required: false, criteria: ["I.1", "II.4"] }]);
  });

  test("corrections, recognised learning and what was declared void say so", () => {
    const corrected = turn(completed("2026-06-01T02:00:00Z", true, { revision: 1, reason: "Nhập nhầm ngày" }));
    expect(rowsOf(person({ turns: [corrected] }))).toMatchObject([
      { origin: "corrected", originNote: "Nhập nhầm ngày", revision: 1 },
    ]);
    const recognised = { number: "12/QĐ-SNV", decidedOn: "2026-05-20" };
    const elsewhere = turn(completed("2026-05-20T02:00:00Z", true, { revision: 0, recognised }));
    expect(rowsOf(person({ turns: [elsewhere] }))).toMatchObject([
      { origin: "recognised", originNote: "12/QĐ-SNV, 20/05/2026" },
    ]);
    const voided = turn({ voided: { at: new Date("2026-09-01T02:00:00Z"), reason: "Làm hộ" } });
    expect(rowsOf(person({ turns: [voided] }))).toMatchObject([
      { status: "overdue", origin: "voided", originNote: "Làm hộ" },
    ]);
  });

  test("who moved leaves each unit what fell into its time", () => {
    const moved = [stay("A", "2020-01-01", "2026-07-31"), stay("B", "2026-08-01")];
    const early = rowsOf(person({ employments: moved, turns: [turn(completed("2026-05-01T02:00:00Z", true))] }));
    expect(early).toMatchObject([{ unitId: "A", status: "completed", partFrom: "2026-01-01", partTo: "2026-07-31" }]);
    const late = rowsOf(person({ employments: moved, turns: [turn(completed("2026-09-01T02:00:00Z", false))] }));
    expect(late).toMatchObject([
      { unitId: "A", status: "overdue", positionTitle: "Chuyên viên A" },
      { unitId: "B", status: "completed", onTime: false, positionTitle: "Chuyên viên B", partFrom: "2026-08-01" },
    ]);
    expect(new Set(late.map(({ key }) => key)).size).toBe(2);
  });

  test("an objection without an answer makes a row contested, one to the whole makes all", () => {
    const madeAt = new Date("2026-11-01T02:00:00Z");
    const facts = person({ turns: [turn()] });
    const [row] = rowsOf(facts);
    const contested = (rowKey: string | null, answeredAt: Date | null) =>
      rowsOf({ ...facts, objections: [{ rowKey, madeAt, answeredAt }] })[0]!.contested;
    expect([
      contested(row!.key, null),
      contested(null, null),
      contested("other", null),
      contested(row!.key, madeAt),
    ]).toEqual([true, true, false, false]);
  });

  test("no fact that happened after the end of the figures changes them", () => {
    const day = fc.integer({ min: 0, max: 364 }).map((n) => addDays(YEAR.fromOn, n));
    fc.assert(
      fc.property(day, day, fc.boolean(), (cut, doneOn, onTime) => {
        fc.pre(doneOn > cut);
        const until = endOfDay(cut).toISOString();
        const before = rowsOf(person({ turns: [turn()] }), until);
        const after = rowsOf(person({ turns: [turn(completed(`${doneOn}T03:00:00Z`, onTime))] }), until);
        expect(after).toEqual(before);
      }),
    );
  });
});

describe("The times in units", () => {
  const day = fc.integer({ min: -200, max: 500 }).map((n) => addDays("2026-01-01", n));
  const stays = fc.array(
    fc.record({
      unitId: fc.constantFrom("A", "B", "C"),
      positionTitle: fc.constant("x"),
      from: day,
      to: fc.option(day),
    }),
    { minLength: 1, maxLength: 6 },
  );

  test("follow one another without a gap and without an overlap in what they answer for", () => {
    fc.assert(
      fc.property(stays, (employments: Employment[]) => {
        const parts = partsWithin(employments, YEAR);
        if (parts[0]) expect(parts[0].takesFrom).toBe(YEAR.fromOn);
        for (const [index, part] of parts.entries()) {
          expect(part.from <= part.to && part.from >= YEAR.fromOn && part.to <= YEAR.toOn).toBe(true);
          if (index > 0) expect(part.takesFrom).toBe(addDays(parts[index - 1]!.takesTo, 1));
        }
      }),
    );
  });

  test("another position in the same unit makes no new part", () => {
    const parts = partsWithin(
      [stay("A", "2026-01-01"), { ...stay("A", "2026-05-01"), positionTitle: "Phó Trưởng phòng" }],
      YEAR,
    );
    expect(parts).toMatchObject([
      { unitId: "A", positionTitle: "Phó Trưởng phòng", from: "2026-01-01", to: "2026-12-31" },
    ]);
  });
});

describe("Periods", () => {
  test("propose the days of a month, a quarter and a year; a year takes its figures on 30 November", () => {
    expect(proposedDays("month", 2028, 2)).toEqual({
      fromOn: "2028-02-01",
      toOn: "2028-02-29",
      cutOffOn: "2028-02-29",
      objectUntil: "2028-02-29",
    });
    expect(proposedDays("quarter", 2026, 4)).toMatchObject({ fromOn: "2026-10-01", toOn: "2026-12-31" });
    expect(proposedDays("year", 2026)).toMatchObject({ cutOffOn: "2026-11-30", objectUntil: "2026-11-30" });
    expect(dayProblems({ ...proposedDays("year", 2026), objectUntil: "2026-12-01" })).toHaveProperty("objectUntil");
  });

  test("end each day at midnight in Vietnam", () => {
    const period = { state: "open" as const, ...proposedDays("year", 2026) };
    const last = new Date("2026-11-30T16:59:59Z");
    const over = new Date("2026-11-30T17:00:00Z");
    expect([mayObject(period, last), mayObject(period, over)]).toEqual([true, false]);
    expect([whyNotClosable(period, last), whyNotClosable(period, over)]).toEqual(["before-cut-off", null]);
    expect(figuresUntil(period, new Date("2027-02-01T00:00:00Z"))).toEqual(over);
  });
});

describe("Templates", () => {
  test("only civil servants have one that the platform brings: nothing is claimed for anybody else", () => {
    expect(templateBrought("civil_servant").criteria).toEqual(FORM_01);
    for (const category of ["cadre", "public_employee", "contract_worker"] as const)
      expect(templateBrought(category)).toMatchObject({ title: "", legalBasis: "", criteria: [] });
  });

  test("I.2 is for mandatory training that was finished on time, and for nothing else", () => {
    const ask = (changes: object) =>
      suggestedCriteria(
        { criteria: [...FORM_01] },
        { courseCriteria: ["I.2"], completed: true, required: true, onTime: true, ...changes },
      );
    expect(ask({})).toEqual(["I.2"]);
    for (const not of [{ onTime: false }, { onTime: null }, { required: false }, { completed: false }])
      expect(ask(not)).toEqual([]);
  });

  test("are read line by line, and what cannot be read is named with its line", () => {
    const text = "1 | Đạo đức, lối sống | I.1\n2|Ý thức kỷ luật|I.2, II.4\n3 | Kết quả |";
    const { criteria, problems } = readCriteria(text);
    expect(problems).toEqual([]);
    expect(criteria.map(({ from }) => from)).toEqual([["I.1"], ["I.2", "II.4"], []]);
    expect(readCriteria(writeCriteria(criteria)).criteria).toEqual(criteria);
    expect(readCriteria("1 | A\n1 | B\n| C\n4 | D | V.9").problems.map(({ line }) => line)).toEqual([2, 3, 4]);
  });
});

describe("Amendments", () => {
  const frozen = () => evidenceOf(person({ turns: [turn()] }), frame("2026-11-30T17:00:00Z"));
  const now = (facts: Partial<PersonFacts>) => evidenceOf(person(facts), frame(END));

  test("are none while nothing differs, however much later one looks", () => {
    expect(amendmentsOf(frozen(), now({ turns: [turn()] }), "2026-11-30")).toEqual([]);
  });

  test("say what differs, since when and why", () => {
    const find = (facts: Partial<PersonFacts>) => amendmentsOf(frozen(), now(facts), "2026-11-30");
    const done = (at: string, more = {}) => ({ turns: [turn(completed(at, false, more))] });
    expect(find(done("2026-12-05T02:00:00Z"))).toMatchObject([
      { kind: "changed", cause: "completed-later", at: "2026-12-05T02:00:00.000Z" },
    ]);
    expect(find(done("2026-11-05T02:00:00Z"))).toMatchObject([{ cause: "recorded-later" }]);
    expect(find(done("2026-11-05T02:00:00Z", { revision: 2, reason: "Sửa" }))).toMatchObject([
      { cause: "corrected", note: "Sửa" },
    ]);
    expect(find({ turns: [] })).toMatchObject([{ kind: "removed", cause: "no-longer-asked" }]);
    expect(find({ turns: [turn()], fullName: "Tên khác" })).toMatchObject([{ rowKey: null, cause: "staff-list" }]);
  });

  test("never lose a difference: the changed fields lead from the frozen row to the present one", () => {
    const present = now({ turns: [turn(completed("2026-12-05T02:00:00Z", false))] });
    const [amendment] = amendmentsOf(frozen(), present, "2026-11-30");
    const row: Record<string, unknown> = { ...frozen()[0]!.rows[0]! };
    for (const { field, after } of amendment!.changes) row[field] = after;
    const flat = ({ changedAt: _, partTo: __, revision: ___, criteria, ...rest }: EvidencePerson["rows"][number]) => ({
      ...rest,
      criteria: [criteria].flat().join(", "),
    });
    expect(flat(row as never)).toEqual(flat(present[0]!.rows[0]!));
  });
});

describe("A cursor", () => {
  test("leads back to its place, and what somebody makes up leads nowhere", () => {
    const place = { unitPath: "AG/SNV", sortName: "an nguyen “đ”", officialId: person().officialId };
    expect(readCursor(cursorOf(place))).toEqual(place);
    for (const text of [
      "",
      "x",
      Buffer.from("[1,2,3]").toString("base64url"),
      Buffer.from('["a","b","c"]').toString("base64url"),
    ])
      expect(readCursor(text)).toBeNull();
  });

  test("a scope is cut to the agency: never wider than either", () => {
    expect(scopeWithin(["AG"], "AG/SNV")).toEqual(["AG/SNV"]);
    expect(scopeWithin(["AG/SNV/P1", "AG/SYT"], "AG/SNV")).toEqual(["AG/SNV/P1"]);
    expect(scopeWithin(["AG/SN"], "AG/SNV")).toEqual([]);
  });
});
