import { beforeEach, describe, expect, test } from "vitest";
import { stringify } from "yaml";
import { readQuestions } from "~/domain/assessment/exchange/read-questions.server";
import { parseQuestion } from "~/domain/assessment/question-types";
import { checkCourse } from "~/domain/courses/check/check-course";
import { courseSource } from "~/domain/courses/course-source";
import { createDraft, findOpenDraft } from "~/domain/courses/drafts/draft-store.server";
import { insertArchive } from "~/domain/courses/intake/intake-store.server";
import { forgetVersions } from "~/domain/courses/version-cache.server";
import { saveDocuments } from "~/domain/documents/document-store.server";
import { db, inTransaction } from "~/platform/db.server";
import { zip } from "~/platform/zip.server";
import { TestPreviewPage } from "~/ui/library/test-preview-page";
import { applyIntake } from "~/use-cases/author/apply-intake";
import { previewTest } from "~/use-cases/author/preview-test";
import { saveFileOfDraft } from "~/use-cases/author/save-draft-file";
import { viewIntake } from "~/use-cases/author/view-intake";
import { buildUnit, buildViewer } from "../../support/build";
import { manifest } from "../../support/course";
import { truncateAll, useDatabase } from "../../support/database";
import { drawPage } from "../../support/draw-page";
import { courseOf, HARMLESS_LESSON, HOSTILE_SLUG as slug, LESSON_PATH, lessonText } from "../../support/hostile/course";
import { dangersIn } from "../../support/hostile/harmless-html";
import { HOSTILE_LESSONS } from "../../support/hostile/lessons";
import { picture } from "../../support/media";
import { publishDraftFiles } from "../../support/publish-draft";
import { REGISTER } from "../../unit/courses/lesson-under-test";

// eslint-disable-next-line react-hooks/rules-of-hooks -- no hook of React
useDatabase();

const now = new Date("2026-11-25T02:00:00Z");
const actor = { accountId: null, name: "Kẻ phá hoại", ip: null };
const bytes = (text: string) => new TextEncoder().encode(text);
const refused = HOSTILE_LESSONS.filter(({ outcome }) => outcome === "refused");

beforeEach(async () => {
  await truncateAll();
  forgetVersions();
  await inTransaction((tx) => saveDocuments(tx, [...REGISTER.values()]));
  const files = courseOf(HARMLESS_LESSON);
  await inTransaction((tx) => createDraft(tx, { slug, courseId: null, baseVersionId: null, files, actor, now }));
});

describe("none of the doors publishes a hostile lesson", () => {
  test(
    "saved in a draft, whatever its text, it is kept as text and never becomes a version",
    { timeout: 300_000 },
    async () => {
      let over = 1;
      for (const lesson of refused) {
        const start = performance.now();
        const saved = await saveFileOfDraft({
          slug,
          path: LESSON_PATH,
          bytes: bytes(lessonText(lesson)),
          over,
          actor,
          now,
        });
        expect(saved.kind, lesson.name).toBe("saved");
        if (saved.kind === "saved") over = saved.revision;
        await expect(publishDraftFiles({ slug, now }), lesson.name).rejects.toThrow("rule");
        expect(performance.now() - start, lesson.name).toBeLessThan(5000);
      }
      expect(await db.courseVersion.count()).toBe(0);
      await saveFileOfDraft({ slug, path: LESSON_PATH, bytes: bytes(lessonText(HARMLESS_LESSON)), over, actor, now });
      expect(await publishDraftFiles({ slug, now })).toBe(1);
    },
  );

  test(
    "in a zip, it is told of before it is taken over, and never becomes a version",
    { timeout: 300_000 },
    async () => {
      const unit = await buildUnit({ code: "AG" });
      const viewer = await buildViewer({ unit, roles: [{ role: "training_officer", unit }] });
      const image = new Uint8Array(await picture().png().toBuffer());
      let taken = 0;
      for (const lesson of refused.filter((_, index) => index % 5 === 0)) {
        const files = new Map([...courseOf(lesson), ["media/so-do.png", image]]);
        const entries = [...files].map(([name, content]) => ({ name, bytes: content }));
        const id = await insertArchive(db, { fileName: "a.zip", bytes: await zip(entries, now), actor, now });
        const { content } = await viewIntake({ id, now });
        if (content.kind === "refused") continue;
        expect(
          content.plan.problems.some(({ severity }) => severity === "error"),
          lesson.name,
        ).toBe(true);
        const { seen } = content.plan;
        const answer = await applyIntake({ viewer, id, seen, overDraft: true, facts: null, now });
        expect(["taken", "refused"], lesson.name).toContain(answer.kind);
        if (answer.kind === "refused") continue;
        taken++;
        await expect(publishDraftFiles({ slug, now }), lesson.name).rejects.toThrow("rule");
      }
      expect(taken).toBeGreaterThan(30);
      expect(await db.courseVersion.count()).toBe(0);
    },
  );
});

/** The text of a lesson as somebody would put it into a question. */
const stems = HOSTILE_LESSONS.map(({ text }) => text.replace(/^FRONT/, "").slice(0, 400));

function bankOf(texts: readonly string[]): string {
  const questions = texts.map((text, index) => ({
    id: `q-${index + 1}`,
    type: "single-choice",
    status: "ready",
    difficulty: "easy",
    stem: text,
    citation: { document: "1847/QĐ-TTg" },
    explanation: text,
    options: ["a", "b"].map((id) => ({
      id,
      text: `${id} ${text}`,
      feedback: text,
      ...(id === "a" && { correct: true }),
    })),
  }));
  return stringify({ topic: "chu-de", title: "<script>alert(1)</script>", questions });
}

describe("the words of a question are words", () => {
  test("hostile text in a bank is refused, or shown as it was written", { timeout: 120_000 }, async () => {
    const around = { register: REGISTER, parseQuestion, today: "2026-11-25" };
    const filesWith = (bank: string) =>
      new Map([...courseOf(HARMLESS_LESSON), ["bank/chu-de.yaml", bytes(bank)] as const]);
    const clean = stems.filter(
      (stem) => checkCourse({ source: courseSource(slug, filesWith(bankOf([stem]))), ...around }).course !== null,
    );
    expect(clean.length).toBeGreaterThan(150);
    const chosen = clean.slice(0, 150);
    const test = { ...manifest.test!, draw: [{ topic: "chu-de", count: chosen.length }] };
    const draft = (await findOpenDraft(db, slug))!;
    const save = (path: string, text: string) =>
      saveFileOfDraft({ slug: draft.slug, path, bytes: bytes(text), over: null, actor, now });
    await save("bank/chu-de.yaml", bankOf(chosen));
    await save("test.yaml", stringify(test));
    await publishDraftFiles({ slug, now });
    const html = drawPage(TestPreviewPage, await previewTest({ slug, seed: "a" }));
    expect(html).toContain("&lt;script&gt;alert(1)&lt;/script&gt;");
    expect(dangersIn(html)).toEqual([]);
  });

  test("a file of questions full of it is read within its time, and gives words alone", { timeout: 120_000 }, () => {
    const escaped = (text: string) => text.replaceAll("]]>", "]] >").replace(/[\u0000-\u0008\u000b-\u001f]/g, "");
    const xml = `<?xml version="1.0"?><quiz>${stems
      .map(
        (stem, index) => `<question type="multichoice"><name><text>q${index}</text></name>
<questiontext format="html"><text><![CDATA[${escaped(stem)} câu ${index}]]></text></questiontext><single>true</single>
<answer fraction="100"><text><![CDATA[đúng ${escaped(stem)}]]></text></answer><answer fraction="0"><text>sai</text></answer></question>`,
      )
      .join("")}</quiz>`;
    const gift = stems.map((stem, index) => `::q${index}:: ${stem.replaceAll("\n", " ")} {=đúng ~sai}\n`).join("\n");
    for (const [format, text] of [
      ["moodle-xml", xml],
      ["gift", gift],
    ] as const) {
      const start = performance.now();
      const report = readQuestions(bytes(text), format, { citation: "1847/QĐ-TTg", topic: "chu-de" });
      expect(performance.now() - start).toBeLessThan(20_000);
      expect(report.taken.length + report.refused.length).toBeGreaterThan(0);
      const texts = report.taken.flatMap(({ question }) =>
        Object.values(question).filter((each) => typeof each === "string"),
      );
      for (const each of texts) expect(typeof each).toBe("string");
      const written = drawPage(
        () => (
          <>
            {texts.map((each, index) => (
              <p key={index}>{each}</p>
            ))}
          </>
        ),
        {},
      );
      expect(dangersIn(written)).toEqual([]);
    }
  });
});
