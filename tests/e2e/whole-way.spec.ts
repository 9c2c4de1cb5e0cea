import { expect, type Locator, type Page, test } from "@playwright/test";
import sharp from "sharp";
import { reach } from "./support/keys";
import { beginTest } from "./support/learning";
import { freshLearner, privateWindow, signIn } from "./support/people";

/**
 * What the studio is for, from an empty page to a certificate: an officer who knows no markup writes a lesson, builds a test from
 * a bank and sends both for review; somebody else approves and publishes; an official takes the course.
 */
const SLUG = `chao-hoi-${Date.now().toString(36)}`;
const QUESTIONS = [1, 2, 3].map(
  (number) =>
    `::chao-${number}::Người dân thứ ${number} bước vào phòng, cán bộ làm gì trước?{=Chào và hỏi người dân cần gì#Đúng: chào trước là tôn trọng. ~Làm xong việc đang làm#Chưa đúng: người dân phải chờ mà không biết vì sao. ~Chỉ sang phòng khác#Chưa đúng: chưa hỏi việc.}`,
);

const tool = (page: Page, name: string) => page.getByRole("toolbar").getByRole("button", { name, exact: true });
const preview = (page: Page) => page.getByRole("region", { name: "Xem trước" });
const dialog = (page: Page) => page.getByRole("dialog");
const insert = async (page: Page) => {
  await dialog(page).getByRole("button", { name: "Chèn", exact: true }).click();
  await expect(dialog(page)).toBeHidden();
};

async function beginCourse(page: Page): Promise<void> {
  await page.goto("/author/new-course");
  const fields = {
    "Tên khóa học": "Chào hỏi nơi công sở",
    "Tên trong địa chỉ (không bắt buộc)": SLUG,
    "Tóm tắt": "Chào người đến làm việc và hỏi việc đúng cách.",
    "Dành cho": "Mọi cán bộ, công chức, viên chức",
    "Hình thức học": "trực tuyến",
    "Tên khóa học trên giấy chứng nhận": "Chào hỏi nơi công sở",
    "Người, đơn vị rà soát": "Sở Nội vụ",
    "Ngày rà soát": "20/11/2026",
    "Rà soát lại trước ngày": "20/11/2027",
    "Tên bài": "Lời chào đầu tiên",
    "Học xong bài này, học viên làm được gì": "Chào người đến làm việc đúng cách.",
  };
  for (const [label, value] of Object.entries(fields)) await page.getByLabel(label, { exact: true }).fill(value);
  await page.getByLabel("Căn cứ chính").selectOption("1847/QĐ-TTg");
  await page.getByRole("button", { name: "Tạo bản nháp" }).click();
  await expect(page.getByText("Việc tiếp theo")).toBeVisible();
}

/** With the toolbar and the keys of a typewriter alone. */
async function writeLesson(page: Page): Promise<void> {
  await page.getByRole("link", { name: "Viết bài học" }).click();
  const text = page.getByRole("textbox", { name: "Nội dung bài học" });
  await expect(text).toBeVisible({ timeout: 30_000 });
  await text.click();
  await page.keyboard.press("Control+a");
  await page.keyboard.press("Delete");
  await page.keyboard.type("Chào trước, hỏi sau");
  await tool(page, "Tiêu đề cấp hai").click();
  await page.keyboard.press("End");
  await page.keyboard.press("Enter");
  await page.keyboard.press("Enter");
  await page.keyboard.type("Cán bộ đứng dậy, chào người dân rồi hỏi việc");
  await tool(page, "Căn cứ pháp lý").click();
  await page.getByRole("combobox", { name: "Văn bản" }).fill("1847");
  await page.getByRole("option").first().click();
  await insert(page);
  await page.keyboard.press("End");
  await page.keyboard.type(".");

  await tool(page, "Hình").click();
  await dialog(page).locator("summary").click();
  const image = await sharp({ create: { width: 320, height: 200, channels: 3, background: "#1d5a8c" } })
    .png()
    .toBuffer();
  await dialog(page)
    .getByLabel("Tệp", { exact: true })
    .setInputFiles({ name: "Bàn tiếp dân.png", mimeType: "image/png", buffer: image });
  await dialog(page).getByRole("button", { name: "Tải lên" }).click();
  // A picture without a sentence for those who cannot see it is not taken.
  await expect(dialog(page).locator("#upload-alt-error, .field-error").first()).toBeVisible();
  await dialog(page).locator("#upload-alt").fill("Bàn tiếp dân có biển tên");
  await dialog(page).getByRole("button", { name: "Tải lên" }).click();
  await expect(dialog(page).locator("#image-alternative")).toHaveValue("Bàn tiếp dân có biển tên");
  await insert(page);

  await tool(page, "Tình huống").click();
  const fields = {
    tieude: "Cuối giờ chiều",
    text: "Còn mười phút hết giờ, một cụ già đến nộp hồ sơ.",
    "0.nhan": "Mời cụ ngồi và nhận hồ sơ",
    "0.text": "Cụ không phải quay lại.",
    "1.nhan": "Hẹn sáng mai",
    "1.text": "Cụ phải đi thêm một lần.",
  };
  for (const [id, value] of Object.entries(fields)) await dialog(page).locator(`[id="field-${id}"]`).fill(value);
  await insert(page);
  await tool(page, "Câu hỏi ôn tập").click();
  const check = {
    cau: "Ai chào trước?",
    "0.nhan": "Cán bộ",
    "0.text": "Đúng.",
    "1.nhan": "Người dân",
    "1.text": "Chưa đúng.",
    "2.nhan": "Không ai",
    "2.text": "Chưa đúng.",
  };
  for (const [id, value] of Object.entries(check)) await dialog(page).locator(`[id="field-${id}"]`).fill(value);
  await insert(page);
  await expect(preview(page).getByRole("img", { name: "Bàn tiếp dân có biển tên" })).toBeVisible({ timeout: 20_000 });
  await expect(page.getByText("Không có lỗi")).toBeVisible({ timeout: 20_000 });
  await expect(page.locator(".editor-saved")).toHaveText("Đã lưu", { timeout: 20_000 });
}

async function buildTest(page: Page): Promise<void> {
  await page.goto(`/author/courses/${SLUG}/questions/import`);
  await page
    .getByLabel("Tệp câu hỏi")
    .setInputFiles({ name: "cau-hoi.gift", mimeType: "text/plain", buffer: Buffer.from(QUESTIONS.join("\n\n")) });
  await page.getByLabel("Chủ đề mới").fill("Giao tiếp");
  await page.getByLabel("Văn bản làm căn cứ").selectOption("1847/QĐ-TTg");
  await page.getByRole("button", { name: "Đọc thử tệp" }).click();
  await expect(page.getByText("Chưa có gì được ghi vào khóa học.").first()).toBeVisible();
  await page.getByRole("button", { name: "Đưa vào ngân hàng câu hỏi" }).click();
  await expect(page.getByText("Thêm 3 câu, thay 0 câu.")).toBeVisible();
  for (const box of await page.getByRole("checkbox", { name: /^Chọn câu/ }).all()) await box.check();
  await page.getByRole("radio", { name: "Sẵn sàng" }).check();
  await page.getByRole("button", { name: "Đổi và lưu vào bản nháp" }).click();
  await expect(page.getByText("Thêm 3 câu")).toBeHidden();
  await expect(page.getByText("Đã lưu vào bản nháp.").first()).toBeVisible();

  await page.goto(`/author/courses/${SLUG}/test/policy`);
  await page.getByLabel("Tên bài kiểm tra").fill("Kiểm tra cuối khóa");
  await page.locator("#policy-draw-0-topic").selectOption({ label: "Giao tiếp" });
  await page.locator("#policy-draw-0-count").fill("2");
  // The test below reads a lesson in two seconds.
  await page.locator("#policy-paceCheck").uncheck();
  await page.getByRole("button", { name: "Xem những gì thay đổi" }).click();
  await page.getByRole("button", { name: "Lưu vào bản nháp" }).click();
  await expect(page.getByText("Đã lưu vào bản nháp.").first()).toBeVisible();
}

async function sendForReview(page: Page): Promise<void> {
  await page.goto(`/author/courses/${SLUG}/draft/review`);
  await page.getByLabel("Đã thay đổi gì và vì sao").fill("Khóa học mới cho người tiếp dân.");
  await page.getByRole("checkbox", { name: "Huỳnh Thanh Tâm" }).check();
  await page.getByRole("button", { name: "Gửi thẩm định" }).click();
  await expect(page.getByText("Đã gửi bản nháp cho Huỳnh Thanh Tâm.")).toBeVisible();
}

/** On the screen of a telephone, by keyboard alone. */
async function approveAndPublish(page: Page): Promise<void> {
  const press = async (target: Locator, keys = "Enter") => {
    await expect(target).toBeVisible();
    await reach(page, target);
    await page.keyboard.press(keys);
  };
  const fits = async () =>
    expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(0);
  await signIn(page, "thamdinh");
  await page.goto("/author/reviews");
  await press(page.getByRole("link", { name: "Xem bản nháp" }).first());
  await press(page.getByRole("link", { name: "Lời chào đầu tiên" }).first());
  await expect(page.getByText("Cán bộ đứng dậy, chào người dân rồi hỏi việc").first()).toBeVisible();
  await fits();
  await page.goto(`/author/courses/${SLUG}/draft/review`);
  await fits();
  await press(page.getByRole("button", { name: "Phê duyệt" }));
  await expect(page.getByText("Bản nháp đã đủ ý kiến, có thể công bố.")).toBeVisible();
  await press(page.getByRole("link", { name: "Xem dự báo và công bố" }));
  await press(page.getByRole("button", { name: "Công bố", exact: true }));
  await expect(page.getByText("Đã công bố phiên bản 1")).toBeVisible({ timeout: 60_000 });
  await fits();
}

async function takeCourse(page: Page): Promise<void> {
  await page.goto(`/learn/courses/${SLUG}`);
  await page.getByRole("button", { name: "Bắt đầu học" }).click();
  await expect(page.getByRole("img", { name: "Bàn tiếp dân có biển tên" })).toBeVisible();
  await page.getByRole("button", { name: "Học xong bài này" }).click();
  await expect(page).toHaveURL(new RegExp(`/learn/courses/${SLUG}$`));
  await beginTest(page, SLUG);
  await expect(page.locator(".paper.is-ready")).toBeVisible();
  for (const number of [1, 2]) {
    await page.locator(".paper-question:visible").getByText("Chào và hỏi người dân cần gì").click();
    await expect(page.getByText(`Đã trả lời ${number}/2 câu`)).toBeVisible();
    if (number === 1) await page.getByRole("button", { name: "Câu tiếp theo" }).click();
  }
  await page.getByRole("button", { name: "Nộp bài" }).click();
  await page.getByRole("dialog").getByRole("button", { name: "Nộp bài ngay" }).click();
  await page.getByRole("link", { name: "Xem giấy chứng nhận" }).click();
  await expect(page.getByText("Chào hỏi nơi công sở").first()).toBeVisible();
}

test("from an empty page to a certificate, by people who know no markup @desktop", async ({
  browser,
  baseURL,
  page,
}) => {
  test.setTimeout(300_000);
  await signIn(page, "canbodaotao");
  await beginCourse(page);
  await writeLesson(page);
  await buildTest(page);
  await sendForReview(page);

  const phone = await browser.newContext({ baseURL: baseURL!, locale: "vi-VN", viewport: { width: 390, height: 844 } });
  await approveAndPublish(await phone.newPage());
  await phone.close();

  const { identifier } = await freshLearner(baseURL!, 16);
  const learner = await privateWindow(browser, baseURL!);
  await signIn(learner, identifier);
  await takeCourse(learner);
  await learner.context().close();
});
