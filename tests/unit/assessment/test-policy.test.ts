import { parseWithZod } from "@conform-to/zod/v4";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { parse } from "yaml";
import { REVIEW_ITEMS } from "~/domain/assessment/policy";
import { fieldsOf, FIRST_POLICY, formEntries } from "~/domain/assessment/test-policy/policy-fields";
import { policyForm } from "~/domain/assessment/test-policy/policy-form";
import { writePolicy } from "~/domain/assessment/test-policy/write-policy";
import { testSchema } from "~/domain/courses/content-schemas";
import type { TestPolicy } from "~/domain/courses/course";

const words = fc
  .stringMatching(/^[A-Za-zĐđơưạế0-9][A-Za-zĐđơưạế0-9 :,#'"-]{0,20}[A-Za-zạế0-9]$/)
  .map((text) => text.normalize("NFC"));
const someItems = fc.subarray([...REVIEW_ITEMS]);
const maybe = <T>(of: fc.Arbitrary<T>) => fc.option(of, { nil: undefined });
const day = fc.integer({ min: 1, max: 28 }).map((date) => `2026-11-${String(date).padStart(2, "0")}`);

const anyPolicy: fc.Arbitrary<TestPolicy> = fc
  .record({
    title: words,
    draw: fc.array(
      fc.record({
        topic: fc.constantFrom("tong-quan", "giao-tiep"),
        document: maybe(fc.constantFrom("1847/QĐ-TTg", "26/CT-TTg")),
        article: maybe(fc.constant("2")),
        clause: maybe(words),
        difficulty: maybe(fc.constantFrom("easy" as const, "medium" as const, "hard" as const)),
        count: fc.integer({ min: 1, max: 200 }),
      }),
      { minLength: 1, maxLength: 6 },
    ),
    shuffleQuestions: fc.boolean(),
    shuffleOptions: fc.boolean(),
    timeLimitMinutes: fc.integer({ min: 1, max: 300 }),
    graceSeconds: fc.integer({ min: 0, max: 600 }),
    passPercent: fc.integer({ min: 2, max: 200 }).map((half) => half / 2),
    attempts: fc.integer({ min: 1, max: 20 }),
    attemptThatCounts: fc.constantFrom("highest" as const, "first" as const, "last" as const, "average" as const),
    delayMinutes: fc.integer({ min: 0, max: 10_080 }),
    opensOn: maybe(fc.constant("2026-11-01")),
    closesOn: maybe(day),
    whenTimeExpires: fc.constantFrom("submit" as const, "grace" as const, "void" as const),
    handInGraceMinutes: fc.integer({ min: 1, max: 1440 }),
    feedback: fc.constantFrom("at-once" as const, "with-hints" as const),
    hintPenaltyPercent: fc.integer({ min: 0, max: 100 }),
    buildOnLast: fc.boolean(),
    paceCheck: fc.boolean(),
    honourStatement: maybe(words),
    review: fc.record({
      during: someItems,
      rightAfter: maybe(someItems),
      whileAttemptsRemain: someItems,
      whenFinished: someItems,
      afterClose: maybe(someItems),
    }),
    overallFeedback: fc.array(fc.record({ from: fc.integer({ min: 0, max: 100 }), text: words }), { maxLength: 3 }),
  })
  .map((policy) => testSchema.parse(JSON.parse(JSON.stringify(policy))) as TestPolicy);

/** A form is sent as the page draws it: with empty lines at the end. */
function send(policy: TestPolicy, changes: [name: string, value: string][] = []) {
  const data = new FormData();
  const fields = { ...fieldsOf(policy), over: "1", intent: "check", changeNote: "" };
  const changed = new Set(changes.map(([name]) => name));
  for (const [name, value] of formEntries(fields)) if (!changed.has(name)) data.append(name, value);
  for (const [name, value] of changes) data.append(name, value);
  const more = policy.draw.length;
  for (const field of ["topic", "document", "article", "clause", "difficulty", "count"])
    data.append(`draw[${more}].${field}`, "");
  data.append(`overallFeedback[${policy.overallFeedback.length}].from`, "");
  data.append(`overallFeedback[${policy.overallFeedback.length}].text`, "");
  return parseWithZod(data, { schema: policyForm });
}

const faultsOf = (submission: ReturnType<typeof send>) =>
  (submission.status === "error" ? submission.error : null) ?? {};
const read = (text: string) => testSchema.parse(parse(text, { schema: "core" }));

describe("the rules of a test", () => {
  test("come out of an untouched form as they went in", () => {
    fc.assert(
      fc.property(anyPolicy, (policy) => {
        const submission = send(policy);
        if (submission.status !== "success") throw new Error(JSON.stringify(faultsOf(submission)));
        expect(submission.value.policy).toEqual(policy);
      }),
      { numRuns: 50 },
    );
  });

  test("come out of their file as they went in, whatever file stood there before", () => {
    fc.assert(
      fc.property(anyPolicy, anyPolicy, (policy, other) => {
        const fresh = writePolicy(policy, null);
        expect(read(fresh)).toEqual(policy);
        expect(writePolicy(policy, fresh)).toBe(fresh);
        expect(read(writePolicy(policy, writePolicy(other, null)))).toEqual(policy);
      }),
      { numRuns: 20 },
    );
  });

  test("keep the comments of the file and leave unsaid what was unsaid", () => {
    const before = `# Quy định theo họp tháng 9
title: Bài kiểm tra # tên trên giấy chứng nhận
draw:
  - { topic: tong-quan, count: 2 }
shuffleQuestions: true
shuffleOptions: true
# Đủ cho người đọc chậm
timeLimitMinutes: 20
graceSeconds: 30
passPercent: 80
attempts: 3
attemptThatCounts: highest
delayMinutes: 0
whenTimeExpires: submit
review:
  whileAttemptsRemain: [response]
  whenFinished: [response, marks]
`;
    const policy = read(before) as TestPolicy;
    expect(writePolicy(policy, before)).toBe(before);
    const after = writePolicy({ ...policy, timeLimitMinutes: 30, closesOn: "2026-12-31" }, before);
    expect(after).toBe(
      before
        .replace("timeLimitMinutes: 20", "timeLimitMinutes: 30")
        .replace("delayMinutes: 0\n", "delayMinutes: 0\ncloseOn\n")
        .replace("closeOn", "closesOn: 2026-12-31"),
    );
  });

  test("are read with a decimal comma and Vietnamese days", () => {
    const submission = send({ ...FIRST_POLICY, draw: [{ topic: "tong-quan", count: 2 }] }, [
      ["passPercent", "72,5"],
      ["closesOn", "31/12/2026"],
    ]);
    expect(submission.status === "success" && submission.value.policy).toMatchObject({
      passPercent: 72.5,
      closesOn: "2026-12-31",
    });
  });

  test("that are wrong are told at the field where they were typed", () => {
    const submission = send({ ...FIRST_POLICY, draw: [] }, [
      ["draw[4].topic", "tong-quan"],
      ["draw[4].count", "0"],
      ["draw[6].count", "3"],
      ["attempts", "nhiều"],
      ["opensOn", "31/02/2026"],
      ["overallFeedback[2].from", "50"],
    ]);
    expect(submission.status).toBe("error");
    expect(Object.keys(faultsOf(submission)).sort()).toEqual([
      "attempts",
      "draw[4].count",
      "draw[6].topic",
      "opensOn",
      "overallFeedback[2].text",
    ]);
    expect(faultsOf(submission)["opensOn"]).toEqual(["policy.needsDay"]);
    expect(faultsOf(submission)["draw[6].topic"]).toEqual(["policy.drawNeedsTopic"]);
  });

  test("without a line of the draw are none", () => {
    expect(Object.keys(faultsOf(send({ ...FIRST_POLICY, draw: [] })))).toEqual(["draw"]);
  });
});
