import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { isMap, isSeq, parseDocument, stringify } from "yaml";
import { BankFiles } from "~/domain/assessment/bank/bank-files";
import { checkQuestionText, questionTemplate } from "~/domain/assessment/bank/question-text";
import { faultsOf } from "~/domain/assessment/question-form/field-faults";
import { previewQuestion } from "~/domain/assessment/question-form/preview-question";
import { nextQuestionId } from "~/domain/assessment/question-form/settle-question";
import { fieldsIn, newQuestion, textOf } from "~/domain/assessment/question-form/written-question";
import { fieldsOf, questionSections } from "~/domain/assessment/question-form/common-fields";
import type { FormField, RowsField } from "~/domain/assessment/question-form/form-shape";
import {
  blankValues,
  type FormValues,
  keyName,
  readValues,
  valuesOf,
} from "~/domain/assessment/question-form/form-values";
import { changeRows, readRemoved } from "~/domain/assessment/question-form/row-change";
import { writeValues } from "~/domain/assessment/question-form/write-values";
import { kindFormOf, parseQuestion, QUESTION_TYPE_NAMES } from "~/domain/assessment/question-types";
import type { LegalDocument } from "~/domain/documents/document";
import { KINDS } from "../../support/question-kinds";

const parse = (text: string): unknown => parseDocument(text, { schema: "core" }).toJS();
const kindOf = (raw: unknown) => (raw as { type: string }).type;
const fieldsFor = (raw: unknown, topic: string | null = "chu-de") =>
  fieldsOf(questionSections(kindFormOf(kindOf(raw))!, topic));

/** Every question of content/ as the text of its bank, and one of each kind. */
const TEXTS: [name: string, text: string][] = [
  ...readdirSync("content/courses").flatMap((course) => {
    const folder = join("content/courses", course, "bank");
    return readdirSync(folder).flatMap((file): [string, string][] => {
      const bytes = readFileSync(join(folder, file));
      const banks = new BankFiles(new Map([[`bank/${file}`, new Uint8Array(bytes)]]));
      const questions = parseDocument(bytes.toString(), { schema: "core" }).get("questions");
      if (!isSeq(questions)) return [];
      return questions.items.map((item): [string, string] => {
        const id = isMap(item) ? String(item.get("id")) : "";
        return [`${course} ${id}`, banks.read(id)!.text];
      });
    });
  }),
  ...QUESTION_TYPE_NAMES.map((kind): [string, string] => [`template ${kind}`, questionTemplate(kind, "1847/QĐ-TTg")]),
  ...KINDS.map(({ name, question }): [string, string] => [`sample ${name}`, stringify(question)]),
];

/** What a browser sends of a form that shows these values. */
function sent(fields: readonly FormField[], values: FormValues, form = new FormData(), before = ""): FormData {
  for (const field of fields) {
    const name = before + field.at;
    const value = values[field.at]!;
    if (field.kind === "group") sent(field.fields, value as FormValues, form, `${name}.`);
    else if (field.kind === "rows") rowsSent(field, value as FormValues[], form, name);
    else if (field.kind !== "tick" || value === "on") form.set(name, (value as string).replaceAll("\n", "\r\n"));
  }
  return form;
}

function rowsSent(field: RowsField, rows: FormValues[], form: FormData, name: string): void {
  rows.forEach((row, index) => {
    form.set(`${name}[${index}].was`, row["was"] as string);
    if (field.ids) form.set(`${name}[${index}].id`, row["id"] as string);
    const keys = field.fields.filter(({ kind }) => kind === "key");
    for (const { at } of keys) if (row[at] === "on") form.set(keyName(name, at), String(index));
    sent(
      field.fields.filter(({ kind }) => kind !== "key"),
      row,
      form,
      `${name}[${index}].`,
    );
  });
}

describe("the form of a question", () => {
  // A hundred and forty questions: seconds on a busy machine.
  test(
    "writes every question of the house, and of every kind, back as it was read, to the letter",
    { timeout: 20_000 },
    () => {
      expect(TEXTS.length).toBeGreaterThan(100);
      for (const [name, text] of TEXTS) {
        const raw = parse(text);
        const fields = fieldsFor(raw);
        const shown = valuesOf(fields, raw);
        const values = readValues(fields, sent(fields, shown));
        expect(values, name).toEqual(shown);
        expect(writeValues(text, fields, values), name).toBe(text);
      }
    },
  );

  test("written over an empty text gives a question that means the same", () => {
    // Of the course's questions one in four: there are many of a kind.
    for (const [name, text] of TEXTS.filter(([each], index) => index % 4 === 0 || /^(template|sample)/.test(each))) {
      const raw = parse(text) as Record<string, unknown>;
      const fields = fieldsFor(raw);
      const empty = stringify({ id: raw["id"], type: raw["type"] });
      const again = writeValues(empty, fields, valuesOf(fields, raw));
      // "correct: false" says what saying nothing says.
      const bare = (each: unknown) => JSON.parse(JSON.stringify(each).replaceAll('"correct":false,', "")) as object;
      const meant = (each: unknown) => parseQuestion({ ...bare(each), topic: "chu-de", case: undefined });
      expect(meant(parse(again)), name).toEqual(meant(raw));
    }
  });

  test("keeps what it knows nothing of, wherever it stands, while rows are moved, taken away and written anew", () => {
    const sample = fc.constantFrom(...TEXTS);
    const steps = fc.array(fc.tuple(fc.constantFrom("up", "down", "remove", "add"), fc.nat(3)), { maxLength: 5 });
    fc.assert(
      fc.property(sample, steps, fc.string({ unit: "grapheme" }), ([, text], todo, typed) => {
        const raw = parse(text) as Record<string, unknown>;
        const fields = fieldsFor(raw);
        const list = kindFormOf(kindOf(raw))!.fields.find((field) => field.kind === "rows" && !field.plain);
        const marked = structuredClone(raw);
        const rows = (list && (marked[list.at] as Record<string, unknown>[] | undefined)) ?? [];
        marked["tacGia"] = { ten: "An", nam: 2026 };
        rows.forEach((row, index) => (row["ghiChu"] = `hàng ${index}`));
        let values = valuesOf(fields, marked);
        for (const [step, index] of todo) {
          const intent = step === "add" ? `add:${list?.at}` : `${step}:${list?.at}[${index}]`;
          values = changeRows({ fields, values, intent, removed: null })?.values ?? values;
        }
        const written = parse(writeValues(stringify(marked), fields, { ...values, stem: typed })) as typeof raw;
        expect(written["tacGia"]).toEqual(marked["tacGia"]);
        const now = list ? ((written[list.at] ?? []) as Record<string, unknown>[]) : [];
        const shown = list ? (values[list.at] as FormValues[]) : [];
        expect(now.map((row) => row["ghiChu"])).toEqual(
          shown.map(({ was }) => (was === "" ? undefined : `hàng ${String(was)}`)),
        );
      }),
      { numRuns: 40 },
    );
  });

  test("leaves comments, quotes and order alone where nothing was changed", () => {
    const text = `id: q # của phòng
type: single-choice
status: ready
difficulty: easy
stem: "Hỏi: gì?" # xem lại
citation: { document: 1847/QĐ-TTg }
explanation: Vì thế
options:
  # gây nhiễu
  - { id: a, text: Một, feedback: Sai }
  - { id: b, text: Hai, correct: true, feedback: Đúng }
`;
    const fields = fieldsFor(parse(text));
    const values = valuesOf(fields, parse(text));
    const rows = values["options"] as FormValues[];
    const changed = {
      ...values,
      stem: "Hỏi: khi nào?",
      marks: "1,5",
      options: [rows[0]!, { ...rows[1]!, text: "Ba" }],
    };
    expect(writeValues(text, fields, changed)).toBe(
      text
        .replace('"Hỏi: gì?"', '"Hỏi: khi nào?"')
        .replace("text: Hai", "text: Ba")
        .replace("stem:", "marks: 1.5\nstem:"),
    );
    expect(writeValues(text, fields, { ...values, marks: "1.500" })).toContain('marks: "1.500"');
  });
});

describe("rows of the form", () => {
  const fields = fieldsFor({ type: "inline-choice" }, null);
  const blank = blankValues(fields);
  const step = (values: FormValues, intent: string) => changeRows({ fields, values, intent, removed: null });
  const gaps = (values: FormValues) => values["gaps"] as FormValues[];

  test("of every kind begin with blank ones that have ids of their own", () => {
    for (const type of QUESTION_TYPE_NAMES) {
      const all = fieldsFor({ type }, null);
      for (const field of all) {
        if (field.kind !== "rows") continue;
        const rows = blankValues(all)[field.at] as FormValues[];
        expect(rows).toHaveLength(field.begin);
        if (field.ids) expect(new Set(rows.map(({ id }) => id)).size).toBe(field.begin);
      }
    }
  });

  test("are added, also within a row, up to as many as there may be", () => {
    let values = step(blank, "add:gaps")!.values;
    expect(gaps(values).map(({ id }) => id)).toEqual(["1", "2"]);
    values = step(values, "add:gaps[1].options")!.values;
    expect(gaps(values).map(({ options }) => (options as FormValues[]).length)).toEqual([2, 3]);
    for (let number = 0; number < 20; number++) values = step(values, "add:gaps")?.values ?? values;
    expect(gaps(values)).toHaveLength(10);
    expect(step(values, "add:gaps")).toBeNull();
  });

  test("that are taken away come back where they were, with an id that nobody took meanwhile", () => {
    const two = step(blank, "add:gaps")!.values;
    const { values, removed } = step(two, "remove:gaps[0]")!;
    expect(gaps(values).map(({ id }) => id)).toEqual(["2"]);
    const sentBack = readRemoved(JSON.stringify(removed));
    const back = changeRows({ fields, values, intent: "restore:", removed: sentBack })!;
    expect(back.values).toEqual(two);
    const other = step(values, "add:gaps")!.values;
    const again = changeRows({ fields, values: other, intent: "restore:", removed: sentBack })!.values;
    expect(new Set(gaps(again).map(({ id }) => id)).size).toBe(3);
  });

  test("move only where there is a place, and what is no list of the form moves nothing", () => {
    const two = step(blank, "add:gaps")!.values;
    expect(gaps(step(two, "down:gaps[0]")!.values).map(({ id }) => id)).toEqual(["2", "1"]);
    for (const intent of ["up:gaps[0]", "down:gaps[1]", "remove:gaps[7]", "add:__proto__", "add:stem", "save"]) {
      expect(step(two, intent), intent).toBeNull();
    }
    expect(readRemoved('{"list":1}')).toBeNull();
    expect(readRemoved("[")).toBeNull();
  });
});

describe("a new question of any kind", () => {
  const document = { number: "1847/QĐ-TTg", status: "in-force" } as unknown as LegalDocument;
  const around = { topic: "chu-de", title: "Chủ đề", register: new Map([[document.number, document]]), lessonIds: [] };

  test.each(QUESTION_TYPE_NAMES)(
    "%s is shown as far as it goes, and each thing missing is told at a field of its own",
    (kind) => {
      const begun = newQuestion(kind, "chu-de");
      const written = { ...begun, values: { ...begun.values, id: "q-1" } };
      const text = textOf(written);
      expect(previewQuestion({ topic: "x", ...(parse(text) as object) }).sample).toMatchObject({ type: kind });
      const { problems } = checkQuestionText({ ...around, text });
      const fields = fieldsIn(written);
      for (const language of ["vi", "en"] as const) {
        const faults = faultsOf({ problems, text, fields, language });
        expect(Object.keys(faults)).toEqual(expect.arrayContaining(["stem", "explanation", "citation.document"]));
        expect(Object.keys(faults)).not.toContain("");
        const form = sent(fields, { ...written.values });
        // The names of the house's files stand nowhere in what a teacher reads.
        for (const [name, sentences] of Object.entries(faults)) {
          expect(sentences.join(" "), name).not.toMatch(/khóa|\bkey “|undefined|expected|received/);
          const inForm = [...form.keys()].some((each) => each === name || each.startsWith(`${name}[`));
          expect(inForm || fields.some(({ at }) => at === name.split(/[.[]/)[0]), name).toBe(true);
        }
      }
    },
  );

  test("is numbered as the others of its topic", () => {
    const questions = ["pn-001", "pn-012", "le"].map((id) => ({ id, topic: "phat-ngon" }));
    expect(nextQuestionId(questions, "phat-ngon")).toBe("pn-013");
    expect(nextQuestionId(questions, "qua-tang")).toBe("qt-001");
    expect(nextQuestionId([...questions, { id: "qt-001", topic: "khac" }], "qua-tang")).toBe("qt-002");
  });
});
