import fc from "fast-check";
import { readFileSync, readdirSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { parse } from "yaml";
import { readOutline, readSettings, writeOutline, writeSettings } from "~/domain/courses/drafts/course-yaml";
import { readHead, withTitle, wordsOf } from "~/domain/courses/drafts/lesson-file";
import { mergeSettings } from "~/domain/courses/drafts/merge-settings";
import { nextStepOf } from "~/domain/courses/drafts/next-step";
import {
  inOrderOf,
  isNumbered,
  lessonIdOf,
  movedTo,
  newLessonFile,
  nudged,
  type OutlineEntry,
  renumbered,
  without,
} from "~/domain/courses/drafts/outline";

const anyId = fc.stringMatching(/^[a-z]{1,6}(-[a-z]{1,4})?$/);
const anyOutline = fc.uniqueArray(anyId, { minLength: 0, maxLength: 12 }).chain((ids) =>
  fc.tuple(
    ...ids.map((id) =>
      fc
        .record({ number: fc.integer({ min: 0, max: 99 }), required: fc.boolean() })
        .map(({ number, required }): OutlineEntry => ({
          file: `${String(number).padStart(2, "0")}-${id}`,
          required,
        })),
    ),
  ),
);
const ids = (entries: readonly OutlineEntry[]) => entries.map(({ file }) => lessonIdOf(file));
const sorted = (entries: readonly OutlineEntry[]) => [...entries].sort((a, b) => (a.file < b.file ? -1 : 1));

describe("the order of lessons", () => {
  test("however lessons are moved, the same lessons are there, each as it was", () => {
    fc.assert(
      fc.property(
        anyOutline,
        fc.array(anyId),
        fc.nat(15),
        fc.integer({ min: -3, max: 20 }),
        (entries, order, at, to) => {
          const id = ids(entries)[at % Math.max(1, entries.length)] ?? "none";
          for (const moved of [
            inOrderOf(entries, [...order, ...ids(entries).reverse()]),
            inOrderOf(entries, order),
            movedTo(entries, id, to),
            nudged(entries, id, "up"),
            nudged(entries, id, "down"),
          ]) {
            if (moved) expect(sorted(moved)).toEqual(sorted(entries));
            else expect(ids(entries)).not.toContain(id);
          }
        },
      ),
    );
  });

  test("up and then down is where it was, but for the ends", () => {
    fc.assert(
      fc.property(anyOutline, fc.nat(15), (entries, at) => {
        const place = at % Math.max(1, entries.length);
        if (place === 0) return;
        const id = ids(entries)[place]!;
        const up = nudged(entries, id, "up")!;
        expect(ids(up).indexOf(id)).toBe(place - 1);
        expect(nudged(up, id, "down")).toEqual(entries);
      }),
    );
  });

  test("an order that knows every lesson is taken; one that does not know a new lesson leaves it behind the one before it", () => {
    fc.assert(
      fc.property(anyOutline, (entries) => {
        const wanted = ids(entries).reverse();
        expect(ids(inOrderOf(entries, wanted))).toEqual(wanted);
      }),
    );
    const entries = ["01-a", "02-b", "03-moi", "04-c"].map((file) => ({ file, required: true }));
    expect(ids(inOrderOf(entries, ["c", "b", "a", "da-bo"]))).toEqual(["c", "b", "moi", "a"]);
  });

  test("numbers follow the order when files are renumbered, and every id stays", () => {
    fc.assert(
      fc.property(anyOutline, (entries) => {
        const { entries: numbered, renames } = renumbered(entries);
        expect(ids(numbered)).toEqual(ids(entries));
        expect(numbered.map(({ required }) => required)).toEqual(entries.map(({ required }) => required));
        expect(numbered.map(({ file }) => Number(file.slice(0, 2)))).toEqual(numbered.map((_, index) => index + 1));
        expect(isNumbered(numbered)).toBe(true);
        for (const [from, to] of renames) expect(lessonIdOf(from)).toBe(lessonIdOf(to));
        expect(new Set(renames.values()).size).toBe(renames.size);
      }),
    );
  });

  test("a new lesson has a file and an id that nobody has", () => {
    fc.assert(
      fc.property(anyOutline, fc.string(), fc.array(anyId), (entries, title, others) => {
        const paths = others.map((id) => `lessons/07-${id}.mdx`);
        const file = newLessonFile(entries, paths, title);
        expect(file).toMatch(/^\d{2}-[a-z0-9]+(-[a-z0-9]+)*$/);
        expect([...ids(entries), ...others]).not.toContain(lessonIdOf(file));
      }),
    );
    expect(newLessonFile([{ file: "03-c", required: true }], [], "Đạo đức, lối sống")).toBe("04-dao-duc-loi-song");
    expect(newLessonFile([], ["lessons/09-mot.mdx"], "Một")).toBe("01-mot-2");
  });
});

describe("course.yaml", () => {
  const FILE = `# Rà soát tháng 9
slug: khoa
title: 'Khóa: thử' # tên chính thức
criteria: [I.1, II.4]
certificate:
  courseName: Khóa thử
lessons:
  # phần đầu
  - file: 01-a
    required: true # ai cũng học
  - file: 02-b
    required: false
`;

  test("keeps its comments and quotes when lessons are moved, renamed, added and taken away", () => {
    const entries = readOutline(FILE)!;
    expect(writeOutline(FILE, entries)).toBe(FILE);
    const moved = writeOutline(FILE, [...entries].reverse());
    expect(readOutline(moved)).toEqual([...entries].reverse());
    expect(moved).toContain("required: true # ai cũng học");
    expect(moved).toContain("title: 'Khóa: thử' # tên chính thức");
    const { entries: numbered, renames } = renumbered([...entries].reverse());
    const renamed = writeOutline(moved, numbered, renames);
    expect(readOutline(renamed)).toEqual(numbered);
    expect(renamed).toContain("required: true # ai cũng học");
    const grown = writeOutline(FILE, [...entries, { file: "03-c", required: true }]);
    expect(readOutline(writeOutline(grown, without(readOutline(grown)!, "c")!))).toEqual(entries);
  });

  test("with an empty list gets its lessons one a line", () => {
    const empty = FILE.replace(/lessons:[^]*$/, "lessons: []\n");
    expect(writeOutline(empty, [{ file: "01-a", required: true }])).toContain("lessons:\n  - file: 01-a\n");
  });

  test("with the settings that it has is the same file; with others only those lines differ", () => {
    const real = readFileSync("content/courses/van-hoa-cong-vu/course.yaml", "utf8");
    expect(writeSettings(real, readSettings(real))).toBe(real);
    const changed = writeSettings(FILE, { ...readSettings(FILE), summary: "Tóm tắt: mới", criteria: ["I.2"] })!;
    expect(parse(changed)).toMatchObject({ title: "Khóa: thử", summary: "Tóm tắt: mới", criteria: ["I.2"] });
    expect(changed).toContain("# Rà soát tháng 9");
    expect(changed).toContain("# tên chính thức");
    expect(changed).toContain("criteria: [I.2]");
    expect(writeSettings("a: [", readSettings(FILE))).toBeNull();
  });

  test("what two people changed in different fields stands; the same field is asked", () => {
    const seen = readSettings(FILE);
    const mine = { ...seen, summary: "của tôi", title: "Tên tôi đặt" };
    const theirs = { ...seen, audience: "của người khác", title: "Tên khác" };
    const { merged, conflicts } = mergeSettings({ seen, mine, theirs });
    expect(conflicts).toEqual(["title"]);
    expect(merged).toMatchObject({ summary: "của tôi", audience: "của người khác", title: "Tên tôi đặt" });
    expect(mergeSettings({ seen, mine, theirs: mine }).conflicts).toEqual([]);
    expect(mergeSettings({ seen: theirs, mine, theirs }).conflicts).toEqual([]);
  });
});

describe("a lesson that is being written", () => {
  const folder = "content/courses/van-hoa-cong-vu/lessons";

  test("gets another title and stays the same in all else", () => {
    for (const file of readdirSync(folder)) {
      const text = readFileSync(`${folder}/${file}`, "utf8");
      const { title } = readHead(text);
      expect(withTitle(text, title!)).toBe(text);
      const renamed = withTitle(text, "Tên: mới")!;
      expect(readHead(renamed).title).toBe("Tên: mới");
      expect(renamed.split("\n").filter((line, index) => line !== text.split("\n")[index])).toHaveLength(1);
    }
    expect(withTitle("không có phần đầu", "x")).toBeNull();
  });

  test("is counted by what is read: no front matter, no citations", () => {
    expect(wordsOf("---\ntitle: Tên\n---\n\nBa chữ đây.\n")).toBe(3);
    expect(wordsOf("---\ntitle: Tên\n---\n")).toBe(0);
    expect(wordsOf('Một <CanCu so="1847/QĐ-TTg" noidung="bốn chữ không đọc" /> hai\n')).toBe(2);
  });
});

test("the next step: write, then mend, then send, then wait", () => {
  const lesson = (words: number) => ({ id: "a", title: "A", words });
  const step = (state: "editing" | "in_review" | "approved", words: number[], errors: number, changed = true) =>
    nextStepOf({ state, lessons: words.map(lesson), errors, changed }).kind;
  expect(step("editing", [], 3)).toBe("add-lesson");
  expect(step("editing", [5, 0], 3)).toBe("write");
  expect(step("editing", [5], 3)).toBe("mend");
  expect(step("editing", [5], 3, false)).toBe("mend");
  expect(step("editing", [5], 0, false)).toBe("change");
  expect(step("editing", [5], 0)).toBe("submit");
  expect(step("in_review", [0], 3)).toBe("wait");
  expect(step("approved", [5], 0)).toBe("publish");
});
