import { beforeAll, describe, expect, test } from "vitest";
import type { Viewer } from "~/domain/auth/permissions";
import { forgetVersions } from "~/domain/courses/version-cache.server";
import { blueprintPath, draftTrialPath } from "~/paths";
import { db } from "~/platform/db.server";
import * as trialRoute from "~/routes/_author.author.courses.$course.draft.trial";
import * as blueprintRoute from "~/routes/_author.author.courses.$course.test_.blueprint";
import { TrialPage } from "~/ui/library/draft/trial-page";
import { BlueprintPage, type BlueprintPageProps } from "~/ui/library/policy/blueprint-page";
import { openDraft } from "~/use-cases/author/open-draft";
import { workingCourse } from "~/use-cases/author/working-course";
import { buildUnit, buildViewer } from "../support/build";
import { truncateAll, useDatabase } from "../support/database";
import { drawPage } from "../support/draw-page";
import { formInHtml, withFields } from "../support/form-in-html";
import { publishRealCourse, REAL_COURSE as slug } from "../support/published-content";
import { buildArgs } from "../support/request";

useDatabase();

const now = new Date("2026-11-24T02:00:00Z");
let author: Viewer;

// One course for all: each test leaves what the next one reads anew.
beforeAll(async () => {
  await truncateAll();
  forgetVersions();
  const root = await buildUnit({ code: "AG" });
  author = await buildViewer({ unit: root, roles: [{ role: "training_officer", unit: root }] });
  await publishRealCourse(new Date("2026-11-23T02:00:00Z"));
  await openDraft({ slug, actor: { accountId: author.accountId, name: author.displayName, ip: null }, now });
});

const args = (url: string, form?: [string, string][]) =>
  buildArgs({ viewer: author, url, params: { course: slug }, form, now }) as never;
function said<Props>(answer: unknown): { status: number; props: Props | null } {
  if (answer instanceof Response) return { status: answer.status, props: null };
  const { data, init } = answer as { data?: Props; init?: { status: number } };
  return data ? { status: init?.status ?? 200, props: data } : { status: 200, props: answer as Props };
}

describe("the blueprint of the draft's test", () => {
  const url = blueprintPath(slug);
  const page = async (answer: Partial<BlueprintPageProps> = {}) => {
    const { view, blueprint } = await blueprintRoute.loader(args(url));
    const html = drawPage(BlueprintPage, {
      result: undefined,
      refusal: null,
      enough: null,
      ...answer,
      view,
      blueprint,
    });
    return { html, blueprint };
  };
  const send = async (form: [string, string][]) =>
    said<BlueprintPageProps>(await blueprintRoute.action(args(url, form)));
  const typed = async (changes: Record<string, string>) =>
    withFields(formInHtml((await page()).html, 'name="over"'), changes);

  test("shows what is lacking before anything is saved, at its row", async () => {
    const before = (await workingCourse(slug)).test!.draw;
    const { blueprint } = await page();
    const row = blueprint.rows.findIndex(({ document, ready }) => document !== undefined && ready < 150);
    const { status, props } = await send(await typed({ [`rows[${row}].count`]: "150", intent: "check" }));
    expect(status).toBe(400);
    const { html } = await page(props!);
    expect(html).toMatch(new RegExp(`Chỉ có ${blueprint.rows[row]!.ready} câu sẵn sàng phù hợp, dòng này cần 150`));
    expect(html).toMatch(new RegExp(`name="rows\\[${row}\\].count"[^>]*value="150"`));
    const wrong = await send(await typed({ [`rows[${row}].count`]: "ba", intent: "save" }));
    expect(wrong.status).toBe(400);
    expect((await workingCourse(slug)).test!.draw).toEqual(before);
  });

  test("looked at says that there is enough; saved it is the draw of the draft, with the rest of the rules as they were", async () => {
    const before = (await workingCourse(slug)).test!;
    const { blueprint } = await page();
    const row = blueprint.rows.findIndex(({ document, count }) => document === undefined && count > 1);
    const changes = { [`rows[${row}].count`]: String(blueprint.rows[row]!.count - 1) };
    const looked = await send(await typed({ ...changes, intent: "check" }));
    expect(looked.props!.enough).toBe(before.draw.reduce((sum, { count }) => sum + count, 0) - 1);
    expect((await workingCourse(slug)).test).toEqual(before);
    expect((await send(await typed({ ...changes, intent: "save" }))).status).toBe(302);
    const after = (await workingCourse(slug)).test!;
    expect(after).toEqual({ ...before, draw: after.draw });
    expect(after.draw.find(({ topic }) => topic === blueprint.rows[row]!.topic)!.count).toBe(
      blueprint.rows[row]!.count - 1,
    );
  });
});

describe("a trial run of the draft's test", () => {
  const page = async (seed: string) => (await trialRoute.loader(args(draftTrialPath(slug, seed)))).view;

  test("draws the same paper for the same code, grades what is answered, and records nothing", async () => {
    const view = await page("thu-1");
    expect((await page("thu-1")).paper).toEqual(view.paper);
    expect((await page("thu-2")).paper).not.toEqual(view.paper);
    const html = drawPage(TrialPage, { view, result: null, changed: false });
    const form = formInHtml(html, 'name="stand"');
    const choice = view.paper!.questions.find(({ body }) => body.form === "true-false" || body.form === "choice")!;
    const answered = withFields(form, { [`q.${choice.id}`]: "1" });
    const { result } = said<{ result: NonNullable<Parameters<typeof TrialPage>[0]["result"]> }>(
      await trialRoute.action(args(draftTrialPath(slug), answered)),
    ).props!;
    expect(result.questions).toHaveLength(view.paper!.questions.length);
    expect(result.questions.filter(({ outcome }) => outcome === "unanswered").length).toBe(result.questions.length - 1);
    expect(result.passed).toBe(false);
    const told = drawPage(TrialPage, { view, result, changed: false });
    expect(told).toContain("Đây là bài làm thử, không được ghi lại.");
    expect(told).toContain("Giải thích");
    expect([await db.attempt.count(), await db.answer.count(), await db.enrolment.count()]).toEqual([0, 0, 0]);
  });

  test("is not graded against questions that changed meanwhile", async () => {
    const view = await page("thu-1");
    const form = formInHtml(drawPage(TrialPage, { view, result: null, changed: false }), 'name="stand"');
    const { status, props } = said<{ changed: boolean }>(
      await trialRoute.action(args(draftTrialPath(slug), withFields(form, { stand: "x" }))),
    );
    expect([status, props!.changed]).toEqual([409, true]);
  });
});
