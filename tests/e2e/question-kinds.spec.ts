import { expect, type Page, test } from "@playwright/test";
import { answer, questionsOf } from "./support/bank";
import { beginTest, readCourseQuickly } from "./support/learning";
import { freshLearner, signIn } from "./support/people";

// A course of the browser tests with one question of each kind; everything secret in it says KHOA-MAT.
const ALL = "du-cac-dang";
// Words of the page itself are named after what a result shows, so that only what a question holds is looked for.
const SECRET = /KHOA-MAT|"correct"|"whenTrue"|"consequence"|"violation"|buoc-nghe/;

async function openTest(page: Page, baseURL: string, place: number, course: string): Promise<void> {
  const { identifier } = await freshLearner(baseURL, place);
  await signIn(page, identifier);
  await readCourseQuickly(page, baseURL, course, 1);
  await beginTest(page, course);
}

test("no key, weight or feedback of any kind of question reaches the browser before the end @desktop", async ({
  page,
  baseURL,
}) => {
  test.setTimeout(90_000);
  const traffic: string[] = [];
  page.on("response", async (response) => {
    if (/\/learn\/attempts\//.test(response.url())) traffic.push(await response.text().catch(() => ""));
  });
  await openTest(page, baseURL!, 10, ALL);
  await expect(page.locator(".paper.is-ready")).toBeVisible();
  expect(await (await page.request.get(page.url())).text()).not.toMatch(SECRET);
  const sections = await questionsOf(page);
  expect(sections).toHaveLength(11);
  for (const [index, section] of sections.entries()) {
    await answer(section, index % 2 === 0);
    if (index < 10) await page.getByRole("button", { name: "Câu tiếp theo" }).click();
  }
  await expect(page.getByText("Đã trả lời 11/11 câu")).toBeVisible();
  await expect(page.locator(".paper-question:visible .paper-status")).toHaveText("Đã lưu");
  expect(traffic.length).toBeGreaterThan(5);
  for (const body of traffic) expect(body).not.toMatch(SECRET);
});

test.describe("with JavaScript switched off", () => {
  test.use({ javaScriptEnabled: false });

  test("every kind can be answered, and a violation leaves a part to be read again before the certificate @phone", async ({
    page,
    baseURL,
  }) => {
    test.setTimeout(90_000);
    await openTest(page, baseURL!, 12, ALL);
    for (const section of await questionsOf(page)) await answer(section);
    await page.getByLabel("Nhận và xử lý trước").check();
    await page.getByRole("button", { name: "Nộp bài" }).click();
    await page.getByRole("button", { name: "Nộp bài ngay" }).click();
    await expect(page.getByText("Còn một phần bài học cần đọc lại")).toBeVisible();
    await page.getByRole("link", { name: "Đọc lại phần được yêu cầu" }).click();
    await expect(page.getByText("KHOA-MAT hệ quả vi phạm.")).toBeVisible();
    await expect(page.getByText("Không đòi hỏi thêm giấy tờ")).toBeVisible();
    await expect(page.getByText("Công chức nghe hết rồi mới hướng dẫn.")).toHaveCount(0);
    await page.getByRole("button", { name: "Đã đọc và nắm rõ" }).click();
    await expect(page.getByText("Đã hoàn thành khóa học.")).toBeVisible();
  });
});

test("hints help to try again, and a paper filled in too fast gets three more questions @desktop", async ({
  page,
  baseURL,
}) => {
  test.setTimeout(90_000);
  await openTest(page, baseURL!, 13, "co-goi-y");
  await expect(page.locator(".paper.is-ready")).toBeVisible();
  const shown = page.locator(".paper-question:visible");
  await answer(shown, false);
  await shown.getByRole("button", { name: "Kiểm tra câu trả lời" }).click();
  await expect(shown.getByText("Chưa đúng. Còn 2 lần thử.")).toBeVisible();
  await expect(shown.getByText("Gợi ý: Nhớ bốn")).toBeVisible();
  await expect(page.locator(".paper.is-ready")).toBeVisible();
  await answer(shown);
  await shown.getByRole("button", { name: "Kiểm tra câu trả lời" }).click();
  await expect(shown.getByText("Đúng.", { exact: true })).toBeVisible();
  await expect(page.locator(".paper.is-ready")).toBeVisible();
  const total = (await questionsOf(page)).length;
  for (let number = 2; number <= total; number++) {
    await page.getByRole("button", { name: "Câu tiếp theo" }).click();
    await answer(shown);
  }
  await page.getByRole("button", { name: "Nộp bài" }).click();
  await page.getByRole("dialog").getByRole("button", { name: "Nộp bài ngay" }).click();
  await expect(page.getByText("Có thêm 3 câu hỏi").first()).toBeVisible();
  await expect(page.getByText(`Đã trả lời ${total}/${total + 3} câu`)).toBeVisible();
});
