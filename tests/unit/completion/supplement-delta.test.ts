import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { deltaOf, type VersionText } from "~/domain/completion/supplements/delta";
import { checkSupplement, chosenParts, partHtml, supplementFault } from "~/domain/completion/supplements/supplement";
import type { LessonBlock } from "~/domain/courses/lesson/lesson-blocks";
import { multiple, single, trueFalse } from "../../support/questions";

const block = (text: string, citing?: string): LessonBlock => ({
  id: `b-${text}`,
  kind: "text",
  text,
  source: text,
  line: 1,
  citations: citing === undefined ? [] : [{ document: citing }],
});
const version = (texts: readonly string[], questions: VersionText["questions"] = []): VersionText => ({
  lessons: [{ id: "mot", title: "Bài một", blocks: texts.map((text) => block(text)) }],
  questions,
});
const NOTHING = new Set<string>();
const marked = (before: VersionText, after: VersionText, documents = NOTHING) =>
  deltaOf(before, after, documents).lessons.flatMap(({ blocks }) => blocks);

const texts = fc.uniqueArray(fc.stringMatching(/^[a-z]{1,6}$/), { maxLength: 12 });

describe("what changed between two versions", () => {
  test("nothing, when they are the same, in whatever order the blocks stand", () => {
    fc.assert(
      fc.property(texts, fc.infiniteStream(fc.nat()), (words, chance) => {
        const moved = [...words].sort(() => (chance.next().value! % 2 === 0 ? 1 : -1));
        expect(marked(version(words), version(moved))).toEqual([]);
      }),
    );
  });

  test("exactly the blocks whose words the earlier version does not have", () => {
    fc.assert(
      fc.property(texts, texts, (before, after) => {
        const found = marked(version(before), version(after));
        expect(found.map(({ text }) => text)).toEqual(after.filter((text) => !before.includes(text)));
        expect(found.every(({ changed }) => changed)).toBe(true);
      }),
    );
  });

  test("no earlier block stands as the former wording of two", () => {
    fc.assert(
      fc.property(texts, texts, (before, after) => {
        const former = marked(version(before), version(after)).flatMap(({ before: was }) => was ?? []);
        expect(new Set(former).size).toBe(former.length);
        for (const was of former) expect(after).not.toContain(was);
      }),
    );
  });

  test("a reworded block is shown with how it read before", () => {
    const [found] = marked(version(["đầu", "được nhận quà", "cuối"]), version(["đầu", "không nhận quà", "cuối"]));
    expect(found).toMatchObject({ text: "không nhận quà", before: "được nhận quà", changed: true });
  });

  test("a block that cites the document is offered though it reads as before; another one is not", () => {
    const lessons = [{ id: "mot", title: "Bài một", blocks: [block("a", "1/QĐ"), block("b", "2/QĐ")] }];
    const same: VersionText = { lessons, questions: [] };
    expect(marked(same, same, new Set(["1/QĐ"]))).toEqual([
      { id: "b-a", text: "a", before: null, changed: false, cites: true },
    ]);
  });

  test("questions that are new or read otherwise, and those that rest on the document, when a key can mark them", () => {
    const before = [single("q-1", "t", "b"), single("q-2", "t", "b")];
    const after = [single("q-1", "t", "b"), single("q-2", "t", "a"), trueFalse("q-3", true, "t")];
    const found = deltaOf(version([], before), version([], after), NOTHING).questions;
    expect(found.map(({ id, changed, cites }) => [id, changed, cites])).toEqual([
      ["q-2", true, false],
      ["q-3", true, false],
    ]);
    const draft = { ...after[2]!, status: "draft" as const };
    expect(deltaOf(version([], before), version([], [draft]), NOTHING).questions).toEqual([]);
  });
});

describe("what an officer chooses", () => {
  const course = { lessons: [{ id: "mot", title: "Bài một", blocks: ["b-1", "b-2"] }], questions: ["q-1", "q-2"] };

  test("is put in the order of the course; what is not of it makes the page a stale one", () => {
    expect(chosenParts({ blocks: ["mot#b-2", "mot#b-1"], questions: ["q-2"] }, course)).toEqual({
      parts: [{ lessonId: "mot", title: "Bài một", blocks: ["b-1", "b-2"] }],
      questionIds: ["q-2"],
    });
    expect(chosenParts({ blocks: ["mot#b-9"], questions: [] }, course)).toBeNull();
    expect(chosenParts({ blocks: ["mot#b-1"], questions: ["q-9"] }, course)).toBeNull();
  });

  test("needs something to read and a day to come", () => {
    const chosen = chosenParts({ blocks: ["mot#b-1"], questions: [] }, course)!;
    expect(supplementFault(chosen, { dueOn: "2026-12-01", today: "2026-11-23" })).toBeNull();
    expect(supplementFault(chosen, { dueOn: "2026-11-23", today: "2026-11-23" })).toBe("due-in-past");
    const many = { ...chosen, questionIds: Array.from({ length: 21 }, (_, index) => `q-${index}`) };
    expect(supplementFault(many, { dueOn: "2026-12-01", today: "2026-11-23" })).toBe("too-many-questions");
    expect(supplementFault({ parts: [], questionIds: ["q-1"] }, { dueOn: "2026-12-01", today: "2026-11-23" })).toBe(
      "nothing-to-read",
    );
  });

  test("is read under the headings of its lesson, each heading once", () => {
    const html = '<h2 id="muc-a">A</h2><p id="b-1">một</p><p id="b-2">hai</p><h2 id="muc-b">B</h2><p id="b-3">ba</p>';
    expect(partHtml({ segments: [{ kind: "html", html }] }, ["b-2", "b-3"])).toBe(
      '<h2 id="muc-a">A</h2><p id="b-2">hai</p><h2 id="muc-b">B</h2><p id="b-3">ba</p>',
    );
  });
});

describe("a supplement", () => {
  const questions = [single("q-1", "t", "b"), multiple("q-2", ["a", "b"], "t"), trueFalse("q-3", true, "t")];
  const right: Record<string, unknown> = {
    "q-1": { option: "b" },
    "q-2": { options: ["a", "b"] },
    "q-3": { answer: true },
  };
  const wrong: Record<string, unknown> = {
    "q-1": { option: "a" },
    "q-2": { options: ["a"] },
    "q-3": { answer: false },
  };

  test("is done when every answer is right, and with none open or wrong", () => {
    const answers = fc.tuple(...questions.map(() => fc.constantFrom("right", "wrong", "open")));
    fc.assert(
      fc.property(answers, (given) => {
        const decoded = questions.map(({ id }, index) => ({
          questionId: id,
          response: { right: right[id], wrong: wrong[id], open: null }[given[index]!] as unknown,
          marked: false,
        }));
        const { states, done } = checkSupplement(questions, decoded);
        expect(Object.values(states)).toEqual(given);
        expect(done).toBe(given.every((each) => each === "right"));
      }),
    );
  });

  test("without questions is done when it was read", () => {
    expect(checkSupplement([], [])).toEqual({ states: {}, done: true });
  });
});
