import { expect, test } from "@playwright/test";
import ExcelJS from "exceljs";
import { answer, COURSE, questionsOf } from "./support/bank";
import { answerOneByOne, beginTest, readCourse } from "./support/learning";
import { freshLearner, privateWindow, signIn } from "./support/people";

test("an official learns, passes, gets a certificate that anyone can check, and HR has it in a row @desktop", async ({
  page,
  browser,
  baseURL,
}) => {
  test.setTimeout(120_000);
  await signIn(page, "hocvien");
  await expect(page.getByRole("heading", { name: "Việc học của tôi" })).toBeVisible();
  await expect(page.getByText("Việc cần làm tiếp theo")).toBeVisible();
  await page.getByRole("link", { name: "Bắt đầu học" }).click();
  await readCourse(page);

  await beginTest(page);
  await expect(page.locator(".paper.is-ready")).toBeVisible();
  await answerOneByOne(page);
  await expect(page.getByText("Đã trả lời 20/20 câu")).toBeVisible();
  await expect(page.locator(".paper-question:visible").getByText("Đã lưu")).toBeVisible();
  await page.getByRole("button", { name: "Nộp bài" }).click();
  await expect(page.getByRole("dialog")).toContainText("Đã trả lời đủ 20 câu.");
  await page.getByRole("dialog").getByRole("button", { name: "Nộp bài ngay" }).click();

  await expect(page).toHaveURL(/\/result$/);
  await expect(page.getByText("Kết quả 100%, mức đạt 80%.")).toBeVisible();
  await expect(page.getByText("Giải thích:").first()).toBeVisible();
  await page.getByRole("link", { name: "Xem giấy chứng nhận" }).click();
  await expect(page.getByText("GIẤY CHỨNG NHẬN HOÀN THÀNH").first()).toBeVisible();
  const serial = new URL(page.url()).pathname.split("/").at(-1)!;

  const pdf = await page.request.get(`/learn/certificates/${serial}/pdf`);
  expect(pdf.headers()["content-type"]).toBe("application/pdf");
  expect((await pdf.body()).subarray(0, 5).toString()).toBe("%PDF-");

  const stranger = await privateWindow(browser, baseURL!);
  await stranger.goto(`/verify/${serial}`);
  await expect(stranger.getByText(/còn hiệu lực/i).first()).toBeVisible();
  await expect(stranger.getByText("Trần Ngọc Minh Thư").first()).toBeVisible();
  await stranger.context().close();

  const hr = await privateWindow(browser, baseURL!);
  await signIn(hr, "nhansu");
  await hr.goto("/hr/staff?q=tran+ngoc+minh+thu");
  await hr.getByRole("link", { name: "Trần Ngọc Minh Thư" }).first().click();
  await expect(hr.getByText("Đã hoàn thành").first()).toBeVisible();
  await expect(hr.getByText("100%").first()).toBeVisible();

  const exported = await hr.request.get("/hr/export/xlsx");
  const book = new ExcelJS.Workbook();
  await book.xlsx.load((await exported.body()) as unknown as ArrayBuffer);
  const rows: string[][] = [];
  book.worksheets[0]!.eachRow((row) => rows.push((row.values as unknown[]).map((value) => String(value ?? ""))));
  const mine = rows.find((row) => row.includes("Trần Ngọc Minh Thư"))!;
  expect(mine.join("|")).toContain("Đã hoàn thành");
  expect(mine.join("|")).toContain(serial);
  await hr.context().close();
});

test.describe("with JavaScript switched off", () => {
  test.use({ javaScriptEnabled: false });

  test("the whole learner's way works on a phone @phone", async ({ page, browser, baseURL }) => {
    test.setTimeout(120_000);
    const { identifier, fullName } = await freshLearner(baseURL!, 1);
    await signIn(page, identifier);
    await page.getByRole("link", { name: "Bắt đầu học" }).click();
    await readCourse(page);
    await beginTest(page);

    const sections = await questionsOf(page);
    expect(sections).toHaveLength(20);
    for (const section of sections.slice(0, 12)) await answer(section);
    await page.getByRole("button", { name: "Lưu các câu trả lời" }).click();
    await expect(page.getByText("Đã lưu các câu trả lời.")).toBeVisible();
    await expect(page.getByText("Đã trả lời 12/20 câu")).toBeVisible();
    await page.reload();
    await expect(page.getByText("Đã trả lời 12/20 câu")).toBeVisible();

    for (const section of (await questionsOf(page)).slice(12)) await answer(section);
    await page.getByRole("button", { name: "Nộp bài" }).click();
    await expect(page.getByText("Đã trả lời đủ 20 câu.")).toBeVisible();
    await page.getByRole("button", { name: "Nộp bài ngay" }).click();
    await expect(page.getByText("Kết quả 100%, mức đạt 80%.")).toBeVisible();
    await page.getByRole("link", { name: "Xem giấy chứng nhận" }).click();
    await expect(page.getByRole("main").getByText(fullName).first()).toBeVisible();
    const serial = new URL(page.url()).pathname.split("/").at(-1)!;
    await page.goto("/learn/record");
    await expect(page.getByText("Đã hoàn thành").first()).toBeVisible();

    const stranger = await privateWindow(browser, baseURL!);
    await stranger.goto(`/verify/${serial}`);
    await expect(stranger.getByRole("main").getByText(fullName).first()).toBeVisible();
    await stranger.context().close();
  });
});

test("a failed attempt says what to read again and does not give the next paper away @desktop", async ({
  page,
  baseURL,
}) => {
  test.setTimeout(90_000);
  const { identifier } = await freshLearner(baseURL!, 2);
  await signIn(page, identifier);
  await page.goto(`/learn/courses/${COURSE}/test`);
  await expect(page).toHaveURL(new RegExp(`/learn/courses/${COURSE}$`));
  await readCourse(page);
  await beginTest(page);
  await expect(page.locator(".paper.is-ready")).toBeVisible();
  await answerOneByOne(page, 1, 3, false);
  await page.getByRole("button", { name: "Nộp bài" }).click();
  await expect(page.getByRole("dialog")).toContainText("Còn 17 câu chưa trả lời.");
  await page.getByRole("dialog").getByRole("button", { name: "Nộp bài ngay" }).click();
  await expect(page.getByText("Còn 2 lượt làm bài.")).toBeVisible();
  await expect(page.getByRole("heading", { name: "Nên đọc lại" })).toBeVisible();
  await expect(page.getByText("Giải thích:")).toHaveCount(0);
  await expect(page.getByText("Đáp án đúng")).toHaveCount(0);
});
