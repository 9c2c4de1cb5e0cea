import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  type ComponentValues,
  emptyValues,
  escapeSigns,
  plainSigns,
  tidyLine,
  tidyText,
  writeComponent,
} from "~/domain/courses/lesson/component-values";
import { COMPONENTS } from "~/domain/courses/lesson/components";
import { componentAt } from "~/domain/courses/lesson/read-component";
import { checkBody } from "./lesson-under-test";

const words = fc.constantFrom(
  "Chào",
  "công dân",
  "<5",
  "a < b",
  "{x}",
  "&",
  "&amp;",
  "&copy",
  "“trích”",
  '"',
  "'",
  "*nghiêng*",
  "**đậm**",
  "2 > 1",
  "\\",
  "import",
  "export",
  "$",
  "[chữ](https://a.vn)",
  "đ",
  "|",
  "!",
  "=",
);
const line = fc.array(words, { minLength: 1, maxLength: 6 }).map((each) => tidyLine(each.join(" ")));
const text = fc
  .array(line, { minLength: 1, maxLength: 4 })
  .map((each) => `Đoạn ${each.join("\n\nĐoạn ")}`)
  .map((each) => plainSigns(escapeSigns(tidyText(each))));

/** Values such as the form of a component lets somebody fill in. */
function valuesFor(name: string): fc.Arbitrary<ComponentValues> {
  const rule = COMPONENTS[name]!;
  const props = fc.record(
    Object.fromEntries(
      Object.entries(rule.props).map(([prop, { kind }]) => [
        prop,
        kind === "identifier"
          ? fc.constantFrom("th-1", "kt-2")
          : kind === "level"
            ? fc.constantFrom("tot", "rui-ro")
            : kind === "flag"
              ? fc.constant("")
              : kind === "text"
                ? line
                : fc.constant("media/a.png"),
      ]),
    ),
    {
      requiredKeys: Object.entries(rule.props)
        .filter(([, { required }]) => required)
        .map(([prop]) => prop),
    },
  ) as fc.Arbitrary<Record<string, string>>;
  const parts = (rule.parts ?? []).map(({ name: part, least }) =>
    fc.array(valuesFor(part), { minLength: least, maxLength: Math.max(least, 3) }),
  );
  return fc.record({
    name: fc.constant(name),
    props,
    text: rule.content === "prose" ? text : fc.constant(""),
    items: rule.content === "oneList" ? fc.array(text, { minLength: 1, maxLength: 12 }) : fc.constant([]),
    parts: fc.tuple(...parts).map((each) => each.flat()),
  });
}

const OUTER = Object.keys(COMPONENTS).filter((name) => ["topLevel", "inSentence"].includes(COMPONENTS[name]!.place));

describe("A component filled in with a form", () => {
  test.each(OUTER)(
    "%s: what was written is read again as it was filled in, wherever the cursor stands in it",
    (name) => {
      fc.assert(
        fc.property(valuesFor(name), fc.nat(), (values, place) => {
          const written = writeComponent(values);
          const inSentence = COMPONENTS[name]!.place === "inSentence";
          const before = inSentence ? "Theo quy định " : "Đoạn trước.\n\n";
          const whole = `${before}${written}${inSentence ? ", phải làm." : "\n\nĐoạn sau.\n"}`;
          const offset = before.length + 1 + (inSentence ? place % (written.length - 1) : 0);
          const found = componentAt({ text: whole, offset });
          expect(found && whole.slice(found.from, found.to)).toBe(written);
          expect(found!.values).toEqual(values);
        }),
        { numRuns: 60 },
      );
    },
  );

  test("is found from its start tag to its end tag, and not between blocks", () => {
    const text = "Một.\n\n<GhiNho>\n\nNhớ.\n\n</GhiNho>\n\nHai.\n";
    for (let offset = 0; offset < text.length; offset++) {
      const inside = offset >= text.indexOf("<GhiNho>") && offset <= text.indexOf("</GhiNho>") + "</GhiNho>".length;
      expect(componentAt({ text, offset }) !== null, `${offset}`).toBe(inside);
    }
  });

  test("never breaks the lesson, whatever signs somebody types", () => {
    fc.assert(
      fc.property(
        fc.string({ unit: fc.constantFrom("<", ">", "{", "}", "/", "a", " ", "&", '"', "C", "!", "-") }),
        (typed) => {
          const values = emptyValues("ThuatNgu", { props: { tu: `từ ${typed}` }, text: `Nghĩa ${typed}` });
          expect(checkBody(writeComponent(values)).problems).toEqual([]);
        },
      ),
      { numRuns: 150 },
    );
  });
});

test("A citation within the text of a component stays a citation", () => {
  const typed = 'Theo luật <CanCu so="1847/QĐ-TTg" dieu="2" />, mức <5.';
  expect(escapeSigns(typed)).toBe('Theo luật <CanCu so="1847/QĐ-TTg" dieu="2" />, mức \\<5.');
  expect(plainSigns(escapeSigns(typed))).toBe(typed);
});
