import { beforeEach, describe, expect, test } from "vitest";
import { parse } from "yaml";
import type { Viewer } from "~/domain/auth/permissions";
import { currentVersionOf, forgetVersions } from "~/domain/courses/version-cache.server";
import { testPolicyPath } from "~/paths";
import { db } from "~/platform/db.server";
import * as route from "~/routes/_author.author.courses.$course.test_.policy";
import { PolicyPage, type PolicyPageProps } from "~/ui/library/policy/policy-page";
import { openDraft } from "~/use-cases/author/open-draft";
import { buildLearner, buildUnit, buildViewer } from "../support/build";
import { truncateAll, useDatabase } from "../support/database";
import { drawPage } from "../support/draw-page";
import { formInHtml, withFields } from "../support/form-in-html";
import { publishRealCourse, REAL_COURSE as slug } from "../support/published-content";
import { buildArgs } from "../support/request";

useDatabase();

const now = new Date("2026-11-24T02:00:00Z");
let author: Viewer;

beforeEach(async () => {
  await truncateAll();
  forgetVersions();
  const root = await buildUnit({ code: "AG" });
  author = await buildViewer({ unit: root, roles: [{ role: "training_officer", unit: root }] });
  await publishRealCourse(new Date("2026-11-23T02:00:00Z"));
});

const params = { course: slug };
const load = (viewer = author) => route.loader(buildArgs({ viewer, url: testPolicyPath(slug), params, now }) as never);
type Answer = Omit<PolicyPageProps, "view">;
/** What the page is given: after a form was refused or is to be confirmed; null after a redirect. */
async function send(form: [string, string][], viewer = author): Promise<{ status: number; answer: Answer | null }> {
  const said = await route.action(buildArgs({ viewer, url: testPolicyPath(slug), params, form, now }) as never);
  if (said instanceof Response) return { status: said.status, answer: null };
  if ("data" in said) return { status: said.init?.status ?? 200, answer: said.data as Answer };
  return { status: 200, answer: said as Answer };
}
async function page(answer: Answer | null = null): Promise<string> {
  const { view } = await load();
  const nothing = { result: undefined, preview: null, refusal: null };
  return drawPage(PolicyPage, { ...nothing, ...answer, view });
}
const typed = async (changes: Record<string, string | string[] | null> = {}) =>
  withFields(formInHtml(await page(), 'value="check"'), { intent: "check", ...changes });
/** The rules as they stand in the draft, or in the version while none is open. */
const policyNow = async () => (await load()).view.policy!;

describe("the form of a test's rules", () => {
  test("sent as the page draws it changes nothing", async () => {
    const before = await policyNow();
    const { status, answer } = await send(await typed());
    expect(status).toBe(200);
    expect(answer!.preview).toMatchObject({ before, after: before });
    const html = await page(answer);
    expect(html).toContain("Quy định chưa thay đổi");
    expect(html).not.toContain('value="confirm"');
    expect(await db.courseDraft.count()).toBe(0);
  });

  test("shows before and after in words, then writes what it showed into a draft, with note and audit", async () => {
    const changes = {
      timeLimitMinutes: "30",
      passPercent: "72,5",
      closesOn: "31/12/2026",
      "draw[0].count": "3",
      "review.whenFinished": ["response", "overall"],
      "overallFeedback[0].from": "80",
      "overallFeedback[0].text": "Nắm vững",
      changeNote: "Theo họp ngày 20/11",
    };
    const preview = await send(await typed(changes));
    expect(await db.courseDraft.count()).toBe(0);
    const html = await page(preview.answer);
    expect(html).toContain("Thời gian làm bài 20 phút");
    expect(html).toContain("Thời gian làm bài 30 phút");
    expect(html).toContain("Đạt từ 72,5");
    expect(html).toContain("Làm bài được đến hết ngày 31/12/2026.");
    expect(html).toContain("Hiện không có ai đang học dở.");
    const confirmed = withFields(formInHtml(html, 'value="confirm"'), { intent: "confirm" });
    expect((await send(confirmed)).status).toBe(302);
    expect(await policyNow()).toMatchObject({
      timeLimitMinutes: 30,
      passPercent: 72.5,
      closesOn: "2026-12-31",
      review: { whenFinished: ["response", "overall"] },
      overallFeedback: expect.arrayContaining([{ from: 80, text: "Nắm vững" }]),
    });
    // Learners have what they had: a draft was opened for it, to be approved first.
    expect(await db.courseVersion.count()).toBe(1);
    expect((await currentVersionOf(slug))!.manifest.test!.timeLimitMinutes).toBe(20);
    const draft = await db.courseDraft.findFirstOrThrow({ include: { files: true } });
    expect(draft).toMatchObject({ state: "editing", changeNote: "Theo họp ngày 20/11", createdBy: author.accountId });
    const file = draft.files.find(({ path }) => path === "test.yaml")!;
    expect(parse(Buffer.from(file.bytes!).toString("utf8"))).toMatchObject({ timeLimitMinutes: 30 });
    const event = await db.auditEvent.findFirstOrThrow({ where: { action: "course.policy-changed" } });
    expect(event.before).toMatchObject({ timeLimitMinutes: 20 });
    expect(event.after).toMatchObject({ timeLimitMinutes: 30, draft: draft.id, changeNote: "Theo họp ngày 20/11" });
  });

  test("says beside the line that there are too few questions, and keeps what was typed", async () => {
    const { status, answer } = await send(await typed({ "draw[1].count": "150", honourStatement: "Tôi cam kết" }));
    expect(status).toBe(400);
    const html = await page(answer);
    expect(html).toMatch(/Chỉ có \d+ câu sẵn sàng phù hợp, dòng này cần 150\./);
    expect(html).toContain('href="#policy-draw-1-count"');
    expect(html).toContain('id="policy-draw-1-count"');
    expect(html).toContain("Tôi cam kết");
    // As many empty lines as before: they do not pile up.
    expect(html.match(/để trống nếu không dùng/g)).toHaveLength(3);
    expect(html).toMatch(/name="draw\[1\]\.count"[^>]*value="150"/);
  });

  test("finds a fault of a line that stands after empty ones at that very line", async () => {
    const { answer } = await send(await typed({ "draw[8].topic": "tong-quan", "draw[8].count": "2" }));
    expect(answer!.result!.error).toEqual({ "draw[8].topic": [expect.stringContaining("giống một dòng ở trên")] });
  });

  test("says what overlapping lines may lack together", async () => {
    const { questions, manifest } = (await currentVersionOf(slug))!;
    const ready = questions.filter(({ status, topic }) => status === "ready" && topic === "tong-quan");
    const drawn = manifest.test!.draw.find(({ topic }) => topic === "tong-quan")!.count;
    const document = ready[0]!.citation.document;
    const fitting = ready.filter(({ citation }) => citation.document === document).length;
    const line = { "draw[8].topic": "tong-quan", "draw[8].document": document };
    const { answer } = await send(
      await typed({ ...line, "draw[8].count": String(fitting), "draw[0].count": String(ready.length - 1) }),
    );
    expect(drawn).toBeLessThan(ready.length);
    expect(JSON.stringify(answer!.result!.error)).toContain("Các dòng dùng chung câu hỏi");
  });

  test("is refused when somebody else saved meanwhile, shows what stands there beside what was typed, and takes it then", async () => {
    const form = await typed({ timeLimitMinutes: "45", intent: "confirm" });
    expect((await send(await typed({ timeLimitMinutes: "30", intent: "confirm" }))).status).toBe(302);
    const { status, answer } = await send(form);
    expect(status).toBe(409);
    expect(answer!.refusal).toMatchObject({ reason: "overtaken" });
    const html = await page(answer);
    expect(html).toContain("Có người vừa lưu phần này");
    expect(html).toContain("Thời gian làm bài 30 phút");
    expect(html).toContain("Thời gian làm bài 45 phút");
    expect(html).toMatch(/name="timeLimitMinutes"[^>]*value="45"/);
    expect((await policyNow()).timeLimitMinutes).toBe(30);
    const again = withFields(formInHtml(html, 'value="confirm"'), { intent: "confirm" });
    expect((await send(again)).status).toBe(302);
    expect((await policyNow()).timeLimitMinutes).toBe(45);
  });

  test("holds when a draft was opened meanwhile and nobody touched the test in it", async () => {
    const form = await typed({ timeLimitMinutes: "45", intent: "confirm" });
    await openDraft({ slug, actor: { accountId: author.accountId, name: "Lan", ip: null }, now });
    expect((await send(form)).status).toBe(302);
    expect((await policyNow()).timeLimitMinutes).toBe(45);
    expect(await db.courseDraft.count()).toBe(1);
  });

  test("is not taken while the draft is reviewed, and says so", async () => {
    await openDraft({ slug, actor: { accountId: author.accountId, name: "Lan", ip: null }, now });
    await db.courseDraft.updateMany({ data: { state: "in_review" } });
    const { status, answer } = await send(await typed({ timeLimitMinutes: "45", intent: "confirm" }));
    expect(status).toBe(409);
    expect(answer!.refusal).toMatchObject({ reason: "closed", state: "in_review" });
    expect(await page(answer)).toContain("Rút bản nháp về để sửa rồi gửi lại");
    expect((await policyNow()).timeLimitMinutes).toBe(20);
  });

  test("names each wrong field", async () => {
    const { status, answer } = await send(
      await typed({ title: "", attempts: "0", opensOn: "31/02/2026", buildOnLast: "on", passPercent: "nhiều" }),
    );
    expect(status).toBe(400);
    expect(Object.keys(answer!.result!.error!).sort()).toEqual(["attempts", "opensOn", "passPercent", "title"]);
    expect(answer!.result!.error!["attempts"]).toEqual(["Giá trị nhỏ nhất là 1."]);
  });

  test("is for training officers alone", async () => {
    const root = await buildUnit({ code: "KH" });
    const hr = await buildViewer({ unit: root, roles: [{ role: "hr", unit: root }] });
    const form = await typed();
    for (const viewer of [hr, await buildLearner(root)]) {
      await expect(load(viewer)).rejects.toMatchObject({ code: "forbidden" });
      await expect(send(form, viewer)).rejects.toMatchObject({ code: "forbidden" });
    }
  });
});
