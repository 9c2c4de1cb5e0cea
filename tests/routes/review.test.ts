import { beforeEach, describe, expect, test } from "vitest";
import type { Viewer } from "~/domain/auth/permissions";
import { currentVersionOf } from "~/domain/courses/version-cache.server";
import { db } from "~/platform/db.server";
import * as compareRoute from "~/routes/_author.author.courses.$course.compare";
import * as publishRoute from "~/routes/_author.author.courses.$course.draft_.publish";
import * as rebaseRoute from "~/routes/_author.author.courses.$course.draft_.rebase";
import * as reviewRoute from "~/routes/_author.author.courses.$course.draft_.review";
import * as versionsRoute from "~/routes/_author.author.courses.$course.versions";
import * as reviewsRoute from "~/routes/_author.author.reviews";
import { Compare } from "~/ui/review/compare-page";
import { Publish } from "~/ui/review/publish-page";
import { Rebase } from "~/ui/review/rebase-page";
import { ReviewLesson } from "~/ui/review/review-lesson-page";
import { Review } from "~/ui/review/review-page";
import { ReviewsPage } from "~/ui/review/reviews-page";
import { Versions } from "~/ui/review/versions-page";
import { runPublishJobs } from "~/use-cases/system/run-publish-jobs";
import { useDatabase } from "../support/database";
import { drawPage } from "../support/draw-page";
import { formInHtml, withFields } from "../support/form-in-html";
import { buildArgs } from "../support/request";
import {
  addSentence,
  approvedDraft,
  draftState,
  edit,
  LESSON,
  NOW,
  openStudio,
  slug,
  type Studio,
  submit,
} from "../use-cases/author/review-case";

useDatabase();

let studio: Studio;
beforeEach(async () => {
  studio = await openStudio();
});

type Fields = [string, string][];
const argsOf = (viewer: Viewer, search = "", form?: Fields) =>
  buildArgs({ viewer, url: `/x${search}`, params: { course: slug }, form, now: NOW }) as never;

/** What an action answers: where it leads, or what is wrong. */
async function send(action: (args: never) => Promise<unknown>, viewer: Viewer, form: Fields, search = "") {
  const answer = await action(argsOf(viewer, search, form));
  if (answer instanceof Response)
    return { status: answer.status, location: answer.headers.get("location"), data: null };
  const { data, init } = answer as { data: unknown; init: { status: number } };
  return { status: init.status, location: null, data };
}

async function reviewPage(viewer: Viewer, result?: unknown): Promise<string> {
  const { page } = await reviewRoute.loader(argsOf(viewer));
  return drawPage(Review, { view: page!, result: result as never });
}

async function lessonPage(viewer: Viewer): Promise<string> {
  const { lesson } = await reviewRoute.loader(argsOf(viewer, "?lesson=tong-quan"));
  return drawPage(ReviewLesson, { view: lesson!, errors: [] });
}

const field = (form: Fields, name: string) => form.find(([each]) => each === name)?.[1];

describe("The whole way of a draft, by what the pages offer", () => {
  test("sent, remarked on, sent back, sent again, approved, published", { timeout: 90_000 }, async () => {
    const { writer, reviewer } = studio;
    await edit(writer, LESSON, addSentence);

    const sends = formInHtml(await reviewPage(writer), 'value="submit"');
    const filled = withFields(sends, { changeNote: "Thêm một câu", reviewer: reviewer.accountId, intent: "submit" });
    expect(await send(reviewRoute.action, writer, filled)).toMatchObject({ status: 302 });
    expect(await reviewPage(writer)).not.toContain('value="approve"');

    const lesson = await lessonPage(reviewer);
    expect(lesson).toContain("Khối mới");
    expect(lesson).toContain("Một câu được thêm vào bài.");
    const remarks = formInHtml(lesson.slice(lesson.indexOf("Khối mới")), 'value="remark"');
    const remark = withFields(remarks, { text: "Cần căn cứ", intent: "remark" });
    expect(field(remark, "block")).toMatch(/^b-/);
    const told = await send(reviewRoute.action, reviewer, remark, "?lesson=tong-quan");
    expect(told.location).toBe(`/author/courses/${slug}/draft/review?lesson=tong-quan#${field(remark, "block")}`);
    expect(await lessonPage(writer)).toContain("Cần căn cứ");
    expect(await reviewPage(writer)).toContain("1 góp ý chưa xử lý");

    const decides = formInHtml(await reviewPage(reviewer), 'value="approve"');
    const refused = await send(reviewRoute.action, reviewer, withFields(decides, { intent: "ask-for-changes" }));
    expect(refused.status).toBe(400);
    expect(await reviewPage(reviewer, refused.data)).toContain("Viết cần sửa những gì.");
    const wish = withFields(decides, { intent: "ask-for-changes", note: "Xem góp ý" });
    expect(await send(reviewRoute.action, reviewer, wish)).toMatchObject({ status: 302 });
    expect(await draftState()).toBe("editing");

    const answers = formInHtml(await lessonPage(writer), 'value="answer"');
    await send(reviewRoute.action, writer, withFields(answers, { text: "Đã thêm", intent: "answer" }));
    const settles = formInHtml(await lessonPage(writer), 'value="resolve"');
    await send(reviewRoute.action, writer, withFields(settles, { intent: "resolve" }));
    expect(await lessonPage(reviewer)).toMatch(/Đã thêm/);

    await edit(writer, LESSON, addSentence, new Date(NOW.getTime() + 1000));
    const again = formInHtml(await reviewPage(writer), 'value="submit"');
    expect(again.filter(([name]) => name === "reviewer")).toEqual([["reviewer", reviewer.accountId]]);
    expect(field(again, "changeNote")).toBe("Thêm một câu");
    await send(reviewRoute.action, writer, withFields(again, { intent: "submit" }));
    const approves = formInHtml(await reviewPage(reviewer), 'value="approve"');
    expect(await send(reviewRoute.action, reviewer, withFields(approves, { intent: "approve" }))).toMatchObject({
      status: 302,
    });

    const before = await publishRoute.loader(argsOf(reviewer));
    const forecast = drawPage(Publish, { ...before, result: undefined });
    expect(forecast).toContain("Chưa ai bắt đầu khóa học này.");
    const publishes = formInHtml(forecast, "underWay");
    expect(await send(publishRoute.action, reviewer, publishes)).toMatchObject({ status: 302 });
    const while_ = await publishRoute.loader(argsOf(reviewer));
    expect(drawPage(Publish, { ...while_, result: undefined })).toContain("Chờ đến lượt");
    await runPublishJobs({ clock: () => NOW });
    const after = await publishRoute.loader(argsOf(reviewer));
    expect(drawPage(Publish, { ...after, result: undefined })).toContain("Đã công bố phiên bản 2");
    expect((await currentVersionOf(slug))!.number).toBe(2);
  });

  test("keeps what was typed when it is refused, and says at the field what is missing", async () => {
    const { writer } = studio;
    await edit(writer, LESSON, addSentence);
    const sends = formInHtml(await reviewPage(writer), 'value="submit"');
    const nobody = withFields(sends, { changeNote: "Thêm một câu", reviewer: null, intent: "submit" });
    const { status, data } = await send(reviewRoute.action, writer, nobody);
    expect(status).toBe(400);
    const html = await reviewPage(writer, data);
    expect(html).toContain("Chọn ít nhất một người thẩm định.");
    expect(html).toContain("Thêm một câu</textarea>");
  });

  test("a page that was opened before something else changed is refused", async () => {
    const { writer, reviewer } = studio;
    await edit(writer, LESSON, addSentence);
    await submit(writer, [reviewer]);
    const approves = formInHtml(await reviewPage(reviewer), 'value="approve"');
    const stale = withFields(approves, { intent: "approve", filesHash: "0".repeat(64) });
    const { status, data } = await send(reviewRoute.action, reviewer, stale);
    expect(status).toBe(400);
    expect(await reviewPage(reviewer, data)).toContain("Nội dung không còn đúng như bản đã xem.");
    expect(await draftState()).toBe("in_review");
  });
});

describe("The pages around it", () => {
  test("are for those who hold the role", async () => {
    const { outsider } = studio;
    await edit(studio.writer, LESSON, addSentence);
    for (const { loader } of [reviewRoute, publishRoute, rebaseRoute, compareRoute, versionsRoute, reviewsRoute]) {
      await expect(loader(argsOf(outsider))).rejects.toMatchObject({ code: "forbidden" });
    }
    for (const { action } of [reviewRoute, publishRoute, rebaseRoute, versionsRoute]) {
      await expect(action(argsOf(outsider, "", [["intent", "withdraw"]]))).rejects.toMatchObject({ code: "forbidden" });
    }
  });

  test("list what waits, compare, and offer the way back to an earlier version", async () => {
    const { writer, reviewer } = studio;
    await approvedDraft(studio);
    const { entries } = await reviewsRoute.loader(argsOf(reviewer));
    expect(drawPage(ReviewsPage, { entries })).toContain("Đã phê duyệt");
    await send(publishRoute.action, reviewer, [["underWay", "stay"]]);
    await runPublishJobs({ clock: () => NOW });

    const words = drawPage(Compare, { view: (await compareRoute.loader(argsOf(writer))).view });
    expect(words).toContain("1 khối khác nhau");
    const rows = (await compareRoute.loader(argsOf(writer, "?from=1&to=2&lesson=tong-quan"))).view;
    expect(drawPage(Compare, { view: rows })).toContain("Khối mới");

    const page = async () => ({ ...(await versionsRoute.loader(argsOf(reviewer))), result: undefined, problems: [] });
    const restores = formInHtml(drawPage(Versions, await page()), 'value="restore"');
    const filled = withFields(restores, { reason: "Bản mới có lỗi", intent: "restore" });
    expect(await send(versionsRoute.action, reviewer, filled)).toMatchObject({ status: 302 });
    expect((await currentVersionOf(slug))!.number).toBe(1);

    const stops = formInHtml(drawPage(Versions, await page()), 'value="unpublish"');
    const wrong = await send(
      versionsRoute.action,
      reviewer,
      withFields(stops, { name: "Khóa khác", reason: "Sửa", intent: "unpublish" }),
    );
    expect(wrong.status).toBe(400);
    const { title } = await db.course.findUniqueOrThrow({ where: { slug } });
    const right = withFields(stops, { name: title, reason: "Sửa", intent: "unpublish" });
    expect(await send(versionsRoute.action, reviewer, right)).toMatchObject({ status: 302 });
    expect(drawPage(Versions, await page())).toContain("Khóa học đang ngừng công bố");
  });

  test("of a draft that stands upon the version in use, there is nothing to set anew", async () => {
    await edit(studio.writer, LESSON, addSentence);
    const thrown = await rebaseRoute.loader(argsOf(studio.writer)).catch((error: unknown) => error);
    expect((thrown as Response).headers.get("location")).toBe(`/author/courses/${slug}/draft/review`);
    expect(Rebase).toBeDefined();
  });
});
