import { expect, type Page, test } from "@playwright/test";
import { questionsOf, touch } from "./support/bank";
import { answerOneByOne, beginTest, readCourseQuickly } from "./support/learning";
import { freshLearner, PASSWORD, privateWindow, signIn } from "./support/people";

// The paper with script: what happens to the answers when the line, the session, the page or the device is lost.
async function openPaper(page: Page, baseURL: string, place: number): Promise<string> {
  const { identifier } = await freshLearner(baseURL, place);
  await signIn(page, identifier);
  await readCourseQuickly(page, baseURL);
  await beginTest(page);
  await expect(page.locator(".paper.is-ready")).toBeVisible();
  return identifier;
}

const count = (page: Page, answered: number) => expect(page.getByText(`Đã trả lời ${answered}/20 câu`)).toBeVisible();
const saved = (page: Page) => expect(page.locator(".paper-question:visible .paper-status")).toHaveText("Đã lưu");

test("the network is lost in the middle of the test: no answer is lost @desktop", async ({
  page,
  context,
  baseURL,
}) => {
  test.setTimeout(90_000);
  await openPaper(page, baseURL!, 3);
  await answerOneByOne(page, 1, 5);
  await context.setOffline(true);
  await answerOneByOne(page, 6, 12);
  await expect(page.getByText("Mất kết nối.")).toBeVisible();
  await count(page, 12);
  await context.setOffline(false);
  await expect(page.getByText("Mọi câu trả lời đã được lưu.")).toBeVisible({ timeout: 20_000 });
  await page.reload();
  await count(page, 12);
  await expect(page.locator(".paper.is-ready")).toBeVisible();
  for (let number = 1; number < 13; number++) await page.getByRole("button", { name: "Câu tiếp theo" }).click();
  await answerOneByOne(page, 13, 20);
  await page.getByRole("button", { name: "Nộp bài" }).click();
  await page.getByRole("dialog").getByRole("button", { name: "Nộp bài ngay" }).click();
  await expect(page.getByText("Kết quả 100%, mức đạt 80%.")).toBeVisible();
});

test("handing in while the line is down waits and arrives @desktop", async ({ page, context, baseURL }) => {
  test.setTimeout(90_000);
  await openPaper(page, baseURL!, 4);
  await answerOneByOne(page, 1, 2);
  await context.setOffline(true);
  await answerOneByOne(page, 3, 4);
  await page.getByRole("button", { name: "Nộp bài" }).click();
  await page.getByRole("dialog").getByRole("button", { name: "Nộp bài ngay" }).click();
  await expect(page.getByRole("dialog")).toContainText("Chưa nộp được vì mất kết nối.");
  await context.setOffline(false);
  await expect(page).toHaveURL(/\/result$/, { timeout: 30_000 });
  await expect(page.getByText("Kết quả 20%")).toBeVisible();
});

test("the page is closed while the line is down: the answers are sent when it is opened again @phone", async ({
  page,
  context,
  baseURL,
}) => {
  test.setTimeout(90_000);
  await openPaper(page, baseURL!, 5);
  const address = page.url();
  await answerOneByOne(page, 1, 1);
  await saved(page).catch(() => undefined);
  await context.setOffline(true);
  await answerOneByOne(page, 2, 3);
  await page.close();
  await context.setOffline(false);
  const again = await context.newPage();
  await again.goto(address);
  await count(again, 3);
  await expect(again.locator(".paper.is-ready")).toBeVisible();
  await expect
    .poll(async () =>
      again.evaluate(() => Object.keys(localStorage).filter((key) => key.startsWith("chuan-muc.paper")).length),
    )
    .toBe(0);
  await again.reload();
  await count(again, 3);
});

test("the session ends in the middle: signing in within the page goes on @desktop", async ({
  page,
  context,
  baseURL,
}) => {
  test.setTimeout(90_000);
  const identifier = await openPaper(page, baseURL!, 6);
  await answerOneByOne(page, 1, 2);
  await saved(page).catch(() => undefined);
  await context.clearCookies();
  // One touch, not a whole answer: the dialog comes up at once and rightly takes the page.
  await touch((await questionsOf(page))[2]!);
  const dialog = page.getByRole("dialog");
  await expect(dialog).toContainText("Phiên đăng nhập đã hết");
  await dialog.getByLabel("Tên đăng nhập").fill(identifier);
  await dialog.getByLabel("Mật khẩu").fill(`${PASSWORD}-sai`);
  await dialog.getByRole("button", { name: "Đăng nhập và làm tiếp" }).click();
  await expect(dialog).toContainText("không đúng");
  await dialog.getByLabel("Mật khẩu").fill(PASSWORD);
  await dialog.getByRole("button", { name: "Đăng nhập và làm tiếp" }).click();
  await expect(dialog).toBeHidden();
  await saved(page);
  await page.reload();
  await count(page, 3);
});

test("going on with another device finds every answer @phone", async ({ page, browser, baseURL }) => {
  test.setTimeout(90_000);
  const identifier = await openPaper(page, baseURL!, 7);
  await answerOneByOne(page, 1, 4);
  await page.getByRole("button", { name: "Câu trước" }).click();
  await saved(page);
  const other = await privateWindow(browser, baseURL!);
  await signIn(other, identifier);
  await other.goto(page.url());
  await count(other, 4);
  // The first page is told as soon as somebody comes back to it, and can take the paper over again.
  await expect(other.locator(".paper.is-ready")).toBeVisible();
  await page.evaluate(() => window.dispatchEvent(new Event("focus")));
  const dialog = page.getByRole("dialog");
  await expect(dialog).toContainText("Bài đang được làm ở nơi khác");
  await dialog.getByRole("button", { name: "Làm tiếp ở đây" }).click();
  await count(page, 4);
  await other.context().close();
});
