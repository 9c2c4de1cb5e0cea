import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { grade } from "~/domain/assessment/grading";
import { rebuildPaper } from "~/domain/assessment/paper";
import type { Question } from "~/domain/assessment/question-types";
import { type Adjustment, treatmentOf } from "~/domain/assessment/regrade/adjustment";
import {
  type AttemptToRegrade,
  type Protection,
  regradeForecast,
  type RegradeRules,
  usualClosedThrough,
  verdictOf,
} from "~/domain/assessment/regrade/forecast";
import { keyFormOf } from "~/domain/assessment/regrade/key-form";
import { changesOffered } from "~/domain/assessment/regrade/offered";
import { readKey } from "~/domain/assessment/regrade/read-key";
import { responseTo } from "~/use-cases/system/demo-province/responses";
import { rules } from "../../support/paper";
import { anyQuestion, dilemma, reflection, single, trueFalse } from "../../support/questions";

const NEVER: Protection = { policy: "never-lower", closedThrough: "2025-12-31" };
const ALL: Protection = { policy: "apply-all", closedThrough: "2025-12-31" };
const CLOSED = new Date("2025-12-31T16:59:59Z");
const OPEN = new Date("2025-12-31T17:00:00Z");
const policy = { ...rules(75), shuffleOptions: true };

/** A decision on the first of the questions. */
function rulesFor(questions: readonly Question[], change: Adjustment, protection: Protection): RegradeRules {
  const questionsById = new Map(questions.map((question) => [question.id, question]));
  const questionId = questions[0]!.id;
  const treatment = treatmentOf([{ questionId, change }], questionsById);
  return { policy, questionsById, questionId, change, treatment, protection };
}

/** A paper as it was graded before the decision. */
function graded(
  questions: readonly Question[],
  responses: readonly unknown[],
  facts: Partial<AttemptToRegrade> = {},
): AttemptToRegrade {
  const questionsById = new Map(questions.map((question) => [question.id, question]));
  const paper = rebuildPaper({ policy, questionsById, seed: "s", questionIds: questions.map(({ id }) => id) });
  const answers = questions.map(({ id }, index) => ({
    questionId: id,
    response: responses[index] ?? null,
    marked: false,
  }));
  const { points, maxPoints, percent, passed, perQuestion } = grade(paper, answers, policy);
  const own = new Map(perQuestion.map((each) => [each.questionId, each.points]));
  return {
    id: "t",
    seed: "s",
    questionIds: paper.questions.map(({ id }) => id),
    submittedAt: OPEN,
    result: { points, maxPoints, percent, passed },
    answers: answers.map((answer) => ({ ...answer, points: own.get(answer.questionId) ?? null })),
    underCompletion: false,
    dutyOpen: false,
    ...facts,
  };
}

/** The paper as it is stored once the decision was carried out. */
function after(attempt: AttemptToRegrade, rulesOfDecision: RegradeRules): AttemptToRegrade {
  const [forecast] = regradeForecast({ ...rulesOfDecision, attempts: [attempt] }).attempts;
  const points = new Map(forecast!.answers.map((each) => [each.questionId, each.points]));
  return {
    ...attempt,
    result: forecast!.after,
    answers: attempt.answers.map((answer) => ({
      ...answer,
      points: points.has(answer.questionId) ? points.get(answer.questionId)! : answer.points,
    })),
  };
}

const anyPaper = fc
  .uniqueArray(anyQuestion, { minLength: 1, maxLength: 6, selector: ({ id }) => id })
  .chain((questions) =>
    fc.record({
      questions: fc.constant(questions),
      responses: fc.tuple(
        ...questions.map((question) =>
          fc
            .constantFrom(null, ...(question.type === "reflection" ? [] : [true, false]))
            .map((right) => (right === null ? null : responseTo(question, right))),
        ),
      ),
      facts: fc.record({ submittedAt: fc.constantFrom(CLOSED, OPEN), underCompletion: fc.boolean() }),
    }),
  );

/** Any decision that the question can have; a new key is the old one with everything moved by one. */
const anyChange = (question: Question): fc.Arbitrary<Adjustment> => {
  const form = keyFormOf(question);
  const changes: Adjustment[] = [{ kind: "full-marks" }, { kind: "void" }];
  if (changesOffered(question).includes("marks"))
    changes.push({ kind: "marks", marks: 0.25 }, { kind: "marks", marks: 7 });
  const given = form && { key: movedKey(form.fields), feedback: {}, explanation: undefined };
  const read = given && readKey(question, given);
  if (read?.ok) changes.push({ kind: "key", question: read.question });
  return fc.constantFrom(...changes);
};

function movedKey(fields: NonNullable<ReturnType<typeof keyFormOf>>["fields"]): Record<string, string | string[]> {
  if (fields.kind === "ticks") {
    const at = fields.options.findIndex(({ value }) => fields.chosen.includes(value));
    return { right: [fields.options[(at + 1) % fields.options.length]!.value] };
  }
  if (fields.kind === "true-false") return { right: fields.chosen === "true" ? "false" : "true" };
  if (fields.kind === "lines") return { answers: fields.numeric ? "4\n0 – 1 | 50%" : "Khác hẳn\nMột cửa | 50%" };
  return Object.fromEntries(
    fields.rows.map(({ name, options, chosen }) => {
      const at = options.findIndex(({ value }) => value === chosen);
      return [name, options[(at + 1) % options.length]!.value];
    }),
  );
}

const anyCase = anyPaper.chain(({ questions, responses, facts }) =>
  fc.record({
    questions: fc.constant(questions),
    attempt: fc.constant(graded(questions, responses, facts)),
    change: anyChange(questions[0]!),
    protection: fc.constantFrom(NEVER, ALL),
  }),
);

const forecast = (attempt: AttemptToRegrade, decision: RegradeRules) =>
  regradeForecast({ ...decision, attempts: [attempt] }).attempts[0]!;

describe("whatever is decided", () => {
  test("full marks lower nobody", () => {
    fc.assert(
      fc.property(anyCase, ({ questions, attempt, protection }) => {
        const { effect } = forecast(attempt, rulesFor(questions, { kind: "full-marks" }, protection));
        expect(["raised", "unchanged"]).toContain(effect);
      }),
    );
  });

  test("what is protected never falls, neither percent nor verdict", () => {
    fc.assert(
      fc.property(anyCase, ({ questions, attempt, change, protection }) => {
        const { before, after: now } = forecast(attempt, rulesFor(questions, change, protection));
        const isProtected =
          attempt.underCompletion || (protection.policy === "never-lower" && attempt.submittedAt === CLOSED);
        if (!isProtected) return;
        expect(now.percent!).toBeGreaterThanOrEqual(before.percent!);
        expect(Number(now.passed)).toBeGreaterThanOrEqual(Number(before.passed));
      }),
    );
  });

  test("points stay within bounds, percent between 0 and 100", () => {
    fc.assert(
      fc.property(anyCase, ({ questions, attempt, change, protection }) => {
        const { after: now, byKey } = forecast(attempt, rulesFor(questions, change, protection));
        for (const { points, maxPoints, percent } of [now, byKey]) {
          expect(points).toBeGreaterThanOrEqual(0);
          expect(points).toBeLessThanOrEqual(maxPoints);
          expect(percent).toBeGreaterThanOrEqual(0);
          expect(percent).toBeLessThanOrEqual(100);
        }
      }),
    );
  });

  test("the same decision a second time changes nothing", () => {
    fc.assert(
      fc.property(anyCase, ({ questions, attempt, change, protection }) => {
        const decision = rulesFor(questions, change, protection);
        const second = forecast(after(attempt, decision), decision);
        expect(second.changes).toBe(false);
        expect(["unchanged", "kept"]).toContain(second.effect);
      }),
    );
  });

  test("a new key by the form is one that can stand, and never another question", () => {
    fc.assert(
      fc.property(anyQuestion, (question) => {
        const form = keyFormOf(question);
        if (!form) return;
        const read = readKey(question, { key: movedKey(form.fields), feedback: {}, explanation: "Khác" });
        if (!read.ok) expect(read.fault).not.toBe("other-question");
        else expect(read.question).toMatchObject({ id: question.id, type: question.type, stem: question.stem });
      }),
    );
  });
});

describe("a decision on one of four questions", () => {
  const four = ["q-1", "q-2", "q-3", "q-4"].map((id) => single(id));
  const b = { option: "b" };
  const toC: Adjustment = { kind: "key", question: single("q-1", undefined, "c") };

  test("a new key raises who chose it and lowers who did not, where nothing protects them", () => {
    const risen = forecast(graded(four, [{ option: "c" }, b, b, b]), rulesFor(four, toC, NEVER));
    expect(risen).toMatchObject({ effect: "raised", before: { percent: 75 }, after: { percent: 100, passed: true } });
    const fallen = forecast(graded(four, [b, b, b, null]), rulesFor(four, toC, NEVER));
    expect(fallen).toMatchObject({ effect: "lowered", after: { percent: 50, passed: false } });
    expect(fallen.answers).toEqual([{ questionId: "q-1", points: 0 }]);
  });

  test("a closed period keeps what was given, unless all are to follow; a completion keeps it always", () => {
    const [closed, completed] = [{ submittedAt: CLOSED }, { underCompletion: true }].map((facts) =>
      graded(four, [b, b, b, null], facts),
    );
    const effects = (attempt: AttemptToRegrade) =>
      [NEVER, ALL].map((protection) => forecast(attempt, rulesFor(four, toC, protection)).effect);
    expect(effects(closed!)).toEqual(["kept", "lowered"]);
    expect(effects(completed!)).toEqual(["kept", "kept"]);
    const { totals } = regradeForecast({ ...rulesFor(four, toC, ALL), attempts: [closed!, completed!] });
    expect(totals).toMatchObject({ papers: 2, lowered: 1, kept: 1, noLongerPassing: 1, keptPassing: 1, toLookAt: 1 });
  });

  test("a void question is in neither sum", () => {
    const { after: now } = forecast(graded(four, [null, b, b, b]), rulesFor(four, { kind: "void" }, NEVER));
    expect(now).toEqual({ points: 3, maxPoints: 3, percent: 100, passed: true });
  });

  test("full marks are also those of who left it out", () => {
    const { after: now } = forecast(graded(four, [null, b, b, null]), rulesFor(four, { kind: "full-marks" }, NEVER));
    expect(now).toMatchObject({ points: 3, percent: 75, passed: true });
  });

  test("other marks change the weight of it", () => {
    const { after: now } = forecast(
      graded(four, [b, b, null, null]),
      rulesFor(four, { kind: "marks", marks: 5 }, NEVER),
    );
    expect(now).toMatchObject({ points: 6, maxPoints: 8, percent: 75 });
  });
});

test("a paper that waits for an officer goes on waiting, unless the decision answers what it waits for", () => {
  const rubric = [
    {
      id: "r",
      criterion: "Nêu đúng",
      levels: [
        { points: 0, text: "Không" },
        { points: 1, text: "Có" },
      ],
    },
  ];
  const [written, closed] = [reflection("q-1", undefined, { rubric }), trueFalse("q-2", true)];
  const responses = [{ text: "Tôi đã học được nhiều." }, { answer: true }];
  const waiting = graded([closed, written], [...responses].reverse());
  expect(waiting.result.percent).toBeNull();
  expect(forecast(waiting, rulesFor([closed, written], { kind: "void" }, NEVER)).effect).toBe("waiting");
  const settled = forecast(graded([written, closed], responses), rulesFor([written, closed], { kind: "void" }, NEVER));
  expect(settled).toMatchObject({ effect: "settled", after: { percent: 100, passed: true } });
  expect(verdictOf(settled)).toBe("now-passing");
  expect(changesOffered(written)).toEqual(["full-marks", "void"]);
  expect(changesOffered(reflection("q-1"))).toEqual([]);
});

test("a duty to read again goes when its question is void", () => {
  const questions = [dilemma("q-1")];
  const attempt = graded(questions, [{ option: "d" }], { dutyOpen: true });
  expect(forecast(attempt, rulesFor(questions, { kind: "void" }, NEVER)).dutyReleased).toBe(true);
  expect(forecast(attempt, rulesFor(questions, { kind: "marks", marks: 2 }, NEVER)).dutyReleased).toBe(false);
});

test("what lies before this year counts as closed", () => {
  expect(usualClosedThrough(new Date("2026-12-31T17:00:00Z"))).toBe("2026-12-31");
  expect(usualClosedThrough(new Date("2026-12-31T16:59:59Z"))).toBe("2025-12-31");
});
