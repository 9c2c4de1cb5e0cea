import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { parse } from "yaml";
import { BankFiles } from "~/domain/assessment/bank/bank-files";
import { writeBankYaml } from "~/domain/assessment/exchange/yaml/write-bank-yaml";
import { readBankYaml } from "~/domain/assessment/exchange/yaml/read-bank-yaml";
import type { Question } from "~/domain/assessment/question-types";
import { anyQuestion, single } from "../../support/questions";

const bytes = (text: string) => new TextEncoder().encode(text);
const text = (of: Uint8Array | null | undefined) => new TextDecoder().decode(of ?? new Uint8Array());
const titles = { mot: "Một", hai: "Hai", ba: "Ba" };

const FILE = `# Rà soát tháng 9
topic: mot
title: Một
questions:
  # câu của phòng một cửa
  - id: q-1
    type: true-false
    status: ready # đã duyệt
    difficulty: easy
    stem: "Câu hỏi: q-1"
    citation: { document: 1847/QĐ-TTg }
    explanation: Giải thích

    answer: true
    feedback: { whenTrue: Đúng, whenFalse: Sai }
  - id: q-2
    type: true-false
    status: draft
    difficulty: easy
    stem: Câu hỏi q-2
    citation: { document: 1847/QĐ-TTg }
    explanation: Giải thích
    answer: false
    feedback: { whenTrue: Sai, whenFalse: Đúng }
`;
const files = () => new Map([["bank/mot.yaml", bytes(FILE)]]);
const put = (banks: BankFiles, questions: readonly Question[]) =>
  banks.put({ text: writeBankYaml(questions, titles).content, titles });
const of = (id: string, topic: string, more: object = {}): Question => ({ ...single(id, topic), ...more }) as Question;

/** All questions of all files, read as the platform reads them. */
const read = (changed: ReadonlyMap<string, Uint8Array | null>) =>
  [...changed.values()]
    .flatMap((file) => (file === null ? [] : readBankYaml(text(file)).questions))
    .map((each) => {
      if (each.kind !== "ready") throw new Error(each.kind);
      return each.question;
    });

describe("a bank file that is changed", () => {
  test("differs in the changed status and in nothing else", () => {
    const banks = new BankFiles(files());
    banks.setStatus("q-1", "retired");
    banks.setStatus("q-2", "draft");
    expect(text(banks.changes().get("bank/mot.yaml"))).toBe(FILE.replace("status: ready #", "status: retired #"));
  });

  test("is not written when nothing in it changed", () => {
    const banks = new BankFiles(files());
    banks.setStatus("q-1", "ready");
    banks.setStatus("khong-co", "ready");
    expect(banks.changes().size).toBe(0);
  });

  test("has new questions at its end and replaced ones in their place, comments kept", () => {
    const banks = new BankFiles(files());
    put(banks, [of("q-9", "mot"), of("q-1", "mot")]);
    const written = text(banks.changes().get("bank/mot.yaml"));
    expect(parse(written).questions.map(({ id }: { id: string }) => id)).toEqual(["q-1", "q-2", "q-9"]);
    expect(written).toContain("# Rà soát tháng 9");
    expect(written).toContain("# câu của phòng một cửa\n  - id: q-1\n    type: single-choice");
    expect(written).toContain(FILE.slice(FILE.indexOf("  - id: q-2")));
  });

  test("of a new topic is a new file with its title, which takes no name that is taken", () => {
    const banks = new BankFiles(
      new Map([...files(), ["bank/hai.yaml", bytes(FILE.replaceAll("mot", "khac").replaceAll("q-", "k-"))]]),
    );
    put(banks, [of("q-9", "hai")]);
    expect([...banks.changes().keys()]).toEqual(["bank/hai-2.yaml"]);
    expect(parse(text(banks.changes().get("bank/hai-2.yaml")))).toMatchObject({ topic: "hai", title: "Hai" });
  });

  test("loses a question that moves to another topic, and goes when none is left", () => {
    const banks = new BankFiles(files());
    put(banks, [of("q-1", "hai"), of("q-2", "hai")]);
    const changed = banks.changes();
    expect(changed.get("bank/mot.yaml")).toBeNull();
    expect(read(changed).map(({ id, topic }) => [id, topic])).toEqual([
      ["q-1", "hai"],
      ["q-2", "hai"],
    ]);
  });

  test("tells a case once, and questions of other topics stand beside it", () => {
    const about = { id: "quay-mot-cua", title: "Quầy một cửa", text: "Chiều thứ Sáu, …" };
    const banks = new BankFiles(files());
    put(banks, [of("q-8", "mot", { case: about }), of("q-9", "hai", { case: about })]);
    const changed = banks.changes();
    expect([...changed.keys()]).toEqual(["bank/mot.yaml"]);
    expect(text(changed.get("bank/mot.yaml")).match(/id: quay-mot-cua/g)).toHaveLength(1);
    expect(read(changed).slice(2)).toEqual([of("q-8", "mot", { case: about }), of("q-9", "hai", { case: about })]);
    const again = new BankFiles(changed as Map<string, Uint8Array>);
    put(again, [of("q-10", "ba", { case: { ...about, text: "Sáng thứ Hai, …" } })]);
    expect(
      read(again.changes())
        .filter((each) => each.case)
        .map((each) => each.case!.text),
    ).toEqual(Array(3).fill("Sáng thứ Hai, …"));
  });

  test("gives back every question as it was put in, whatever its kind", () => {
    const some = fc.uniqueArray(anyQuestion, { selector: ({ id }) => id, minLength: 1, maxLength: 8 });
    fc.assert(
      fc.property(some, some, fc.constantFrom("mot", "hai"), (first, second, topic) => {
        const banks = new BankFiles(files());
        const placed = second.map((each) => ({ ...each, topic }));
        put(banks, first);
        put(banks, placed);
        const found = new Map(read(banks.changes()).map((each) => [each.id, each]));
        for (const each of [...first.filter(({ id }) => !second.some((other) => other.id === id)), ...placed]) {
          expect(found.get(each.id)).toEqual(each);
        }
      }),
      { numRuns: 30 },
    );
  });
});
