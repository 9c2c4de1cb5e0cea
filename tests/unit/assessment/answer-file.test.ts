import { createECDH, randomBytes } from "node:crypto";
import fc from "fast-check";
import { afterEach, describe, expect, test } from "vitest";
import { type AnswerFileContent, answerFileContent } from "~/domain/assessment/answer-file/answer-file";
import { answerFilePublicKey, openAnswerFile } from "~/domain/assessment/answer-file/answer-file-seal.server";
import { forgetEnv } from "~/platform/env.server";
import { canSeal, sealAnswers } from "~/ui/paper/seal-answers";

const ATTEMPT = "0c9a4f6e-4f0b-4a1d-9c1e-0f6f7f1f2a3b";
const OTHER = "1c9a4f6e-4f0b-4a1d-9c1e-0f6f7f1f2a3b";

const content: AnswerFileContent = {
  format: "chuan-muc-answers",
  version: 1,
  attemptId: ATTEMPT,
  madeAt: "2026-11-23T03:05:00.000Z",
  entries: [
    { questionId: "q-1", sequence: 1_795_000_000_000, fields: [["q.q-1", "b"]] },
    {
      questionId: "q-9",
      sequence: 1_795_000_000_500,
      fields: [
        ["q.q-9", "Tôi sẽ lắng nghe người dân,\nrồi giải thích rõ ràng."],
        ["m.q-9", "on"],
      ],
    },
  ],
};

const fault = (text: string) => {
  const opened = openAnswerFile(text);
  return opened.kind === "fault" ? opened.fault : "opened";
};
const changed = (text: string, changes: object) => JSON.stringify({ ...(JSON.parse(text) as object), ...changes });

describe("a file of answers", () => {
  const secret = process.env["SECRET_KEY"];
  afterEach(() => {
    process.env["SECRET_KEY"] = secret;
    forgetEnv();
  });

  test("that the browser has sealed is opened by the server, sign for sign", async () => {
    expect(canSeal()).toBe(true);
    expect(openAnswerFile(await sealAnswers(answerFilePublicKey(), content))).toEqual({ kind: "opened", content });
  });

  test("opens whatever was written in it", async () => {
    const entry = fc.record({
      questionId: fc.string({ minLength: 1, maxLength: 40 }),
      sequence: fc.integer({ min: 1, max: Number.MAX_SAFE_INTEGER }),
      fields: fc.array(fc.tuple(fc.string({ maxLength: 40 }), fc.string({ maxLength: 200, unit: "grapheme" })), {
        maxLength: 5,
      }),
    });
    await fc.assert(
      fc.asyncProperty(
        fc.uniqueArray(entry, { maxLength: 20, selector: (each) => each.questionId }),
        async (entries) => {
          const whole = { ...content, entries };
          expect(answerFileContent.safeParse(whole).success).toBe(true);
          expect(openAnswerFile(await sealAnswers(answerFilePublicKey(), whole))).toEqual({
            kind: "opened",
            content: whole,
          });
        },
      ),
      { numRuns: 30 },
    );
  });

  test("says nothing of what is in it", async () => {
    const text = await sealAnswers(answerFilePublicKey(), content);
    expect(text).not.toContain("q-1");
    expect(Object.keys(JSON.parse(text) as object).sort()).toEqual([
      "attempt",
      "data",
      "format",
      "iv",
      "key",
      "version",
    ]);
    expect(await sealAnswers(answerFilePublicKey(), content)).not.toBe(text);
  });

  test("every process of an installation has the same key, another installation another one", () => {
    const key = answerFilePublicKey();
    forgetEnv();
    expect(answerFilePublicKey()).toBe(key);
    expect(Buffer.from(key, "base64url")).toHaveLength(65);
    process.env["SECRET_KEY"] = "the-key-of-quite-another-installation-here";
    forgetEnv();
    expect(answerFilePublicKey()).not.toBe(key);
  });

  test("of another installation cannot be opened", async () => {
    const text = await sealAnswers(answerFilePublicKey(), content);
    process.env["SECRET_KEY"] = "the-key-of-quite-another-installation-here";
    forgetEnv();
    expect(fault(text)).toBe("cannot-be-opened");
  });

  test("that was changed, cut off or made by hand changes nothing", async () => {
    const text = await sealAnswers(answerFilePublicKey(), content);
    const { data, iv } = JSON.parse(text) as { data: string; iv: string };
    const flipped = data.startsWith("A") ? `B${data.slice(1)}` : `A${data.slice(1)}`;
    expect(fault("")).toBe("empty");
    expect(fault("  \n")).toBe("empty");
    expect(fault("%PDF-1.7 …")).toBe("not-json");
    expect(fault(text.slice(0, 200))).toBe("not-json");
    expect(fault("[]")).toBe("not-an-answer-file");
    expect(fault(changed(text, { version: 2 }))).toBe("not-an-answer-file");
    expect(fault(changed(text, { attempt: "1" }))).toBe("not-an-answer-file");
    expect(fault(changed(text, { extra: 1 }))).toBe("not-an-answer-file");
    expect(fault(changed(text, { attempt: OTHER }))).toBe("cannot-be-opened");
    expect(fault(changed(text, { data: flipped }))).toBe("cannot-be-opened");
    expect(fault(changed(text, { data: data.slice(0, -8) }))).toBe("cannot-be-opened");
    expect(fault(changed(text, { iv: iv.startsWith("A") ? `B${iv.slice(1)}` : `A${iv.slice(1)}` }))).toBe(
      "cannot-be-opened",
    );
    expect(fault(changed(text, { key: Buffer.alloc(65, 4).toString("base64url") }))).toBe("cannot-be-opened");
    const other = createECDH("prime256v1");
    expect(fault(changed(text, { key: other.generateKeys("base64url", "uncompressed") }))).toBe("cannot-be-opened");
    expect(fault(`${" ".repeat(10)}{"x":"${"y".repeat(1024 * 1024)}"}`)).toBe("too-large");
    expect(fault(`\uFEFF${text}\r\n`)).toBe("opened");
  });

  test("with something else inside, or of another attempt, is not taken", async () => {
    const seal = (inside: object) => sealAnswers(answerFilePublicKey(), inside as AnswerFileContent);
    expect(fault(await seal({ ...content, entries: "none" }))).toBe("unreadable-content");
    expect(fault(await seal({ ...content, madeAt: "yesterday" }))).toBe("unreadable-content");
    expect(fault(await seal({ ...content, entries: [{ ...content.entries[0], sequence: -1 }] }))).toBe(
      "unreadable-content",
    );
    expect(fault(await seal({ ...content, attemptId: randomBytes(4).toString("hex") }))).toBe("not-an-answer-file");
  });

  test("an answer that stands twice counts once, the later one", async () => {
    const [first] = content.entries;
    const twice = [
      first!,
      { ...first!, sequence: first!.sequence + 5, fields: [["q.q-1", "c"]] as [string, string][] },
    ];
    for (const entries of [twice, [...twice].reverse()]) {
      const opened = openAnswerFile(await sealAnswers(answerFilePublicKey(), { ...content, entries }));
      expect(opened.kind === "opened" && opened.content.entries).toEqual([twice[1]]);
    }
  });
});
