import { expect, type Page, test } from "@playwright/test";
import { privateWindow, signIn } from "./support/people";

// The editor of lessons: written with the toolbar alone, kept through everything.
const COURSE = "co-goi-y";
const ADDRESS = `/author/courses/${COURSE}/draft/lessons/bai-mot`;

async function openEditor(page: Page): Promise<void> {
  await page.goto(ADDRESS);
  const open = page.getByRole("button", { name: "Mở bản nháp" });
  if (await open.count()) await open.click();
  await expect(page.locator(".cm-content")).toBeVisible({ timeout: 30_000 });
}

const text = (page: Page) => page.getByRole("textbox", { name: "Nội dung bài học" });
const preview = (page: Page) => page.getByRole("region", { name: "Xem trước" });
const tool = (page: Page, name: string) => page.getByRole("toolbar").getByRole("button", { name, exact: true });
const saved = (page: Page) => expect(page.locator(".editor-saved")).toHaveText("Đã lưu", { timeout: 20_000 });

/** Fills in a dialog of the toolbar, field by field, and inserts. */
async function fillIn(page: Page, fields: Record<string, string>): Promise<void> {
  const dialog = page.getByRole("dialog");
  for (const [id, value] of Object.entries(fields)) await dialog.locator(`[id="field-${id}"]`).fill(value);
  await dialog.getByRole("button", { name: "Chèn", exact: true }).click();
  await expect(dialog).toBeHidden();
}

test("an officer who knows no MDX writes a lesson with the toolbar alone @desktop", async ({ page }) => {
  test.setTimeout(180_000);
  await signIn(page, "canbodaotao");
  await openEditor(page);
  await page.getByText("Thông tin của bài:").click();
  await page.getByLabel("Tên bài").fill("Tiếp công dân đúng cách");
  await page.getByLabel("Mục tiêu").fill("Chào đúng cách\nHẹn rõ ngày trả lời");
  await page.getByText("Thông tin của bài:").click();

  await text(page).click();
  await page.keyboard.press("Control+a");
  await page.keyboard.press("Delete");
  await page.keyboard.type("Chào người đến làm việc");
  await tool(page, "Tiêu đề cấp hai").click();
  await page.keyboard.press("End");
  await page.keyboard.press("Enter");
  await page.keyboard.press("Enter");
  await page.keyboard.type("Cán bộ mỉm cười, chào trước và hỏi việc");
  await tool(page, "Căn cứ pháp lý").click();
  await page.getByRole("combobox", { name: "Văn bản" }).fill("1847");
  await page.getByRole("option").first().click();
  await page.getByRole("dialog").getByLabel("Điều").fill("1");
  await page.getByRole("dialog").getByRole("button", { name: "Chèn", exact: true }).click();
  await page.keyboard.press("End");
  await page.keyboard.type(".");

  await tool(page, "Hình").click();
  await page.getByRole("dialog").getByLabel("so-do.png").check();
  await page.getByRole("dialog").getByLabel("Lời mô tả hình").fill("Sơ đồ phòng tiếp công dân");
  await page.getByRole("dialog").getByRole("button", { name: "Chèn", exact: true }).click();
  await tool(page, "Tình huống").click();
  await fillIn(page, {
    tieude: "Hết giờ",
    text: "Còn năm phút, mức phí <5 nghìn đồng.",
    "0.nhan": "Nhận hồ sơ",
    "0.text": "Người dân không phải quay lại.",
    "1.nhan": "Hẹn hôm sau",
    "1.text": "Đúng giờ nhưng chưa hết lòng.",
  });
  await tool(page, "Câu hỏi ôn tập").click();
  await fillIn(page, {
    cau: "Ai chào trước?",
    "0.nhan": "Cán bộ",
    "0.text": "Đúng.",
    "1.nhan": "Người dân",
    "1.text": "Chưa đúng.",
    "2.nhan": "Không ai",
    "2.text": "Chưa đúng.",
  });

  await expect(page.getByText("Không có lỗi")).toBeVisible({ timeout: 20_000 });
  await expect(preview(page).getByText("Tiếp công dân đúng cách")).toBeVisible();
  await expect(preview(page).getByRole("heading", { name: "Chào người đến làm việc" })).toBeVisible();
  await expect(preview(page).locator("cite.can-cu")).toContainText("Quyết định số 1847/QĐ-TTg");
  await expect(preview(page).getByRole("img", { name: "Sơ đồ phòng tiếp công dân" })).toBeVisible();
  await expect(preview(page).locator(".tinh-huong")).toContainText("mức phí <5 nghìn đồng");
  await preview(page).getByRole("radio", { name: "Cán bộ" }).check();
  await preview(page).getByRole("button", { name: "Xem nhận xét" }).click();
  await expect(preview(page).getByText("Đúng.", { exact: true })).toBeVisible();
  await saved(page);

  // What stands in the lesson is opened in the same form and changed.
  await text(page).getByText("Hết giờ").click();
  await tool(page, "Sửa thành phần").click();
  await page.getByRole("dialog").getByLabel("Tên tình huống").fill("Năm phút cuối");
  await page.getByRole("dialog").getByRole("button", { name: "Lưu thay đổi" }).click();
  await expect(preview(page).getByRole("heading", { name: "Năm phút cuối" })).toBeVisible();
  await saved(page);
  await page.reload();
  await expect(preview(page).getByRole("heading", { name: "Năm phút cuối" })).toBeVisible();
});

test("a fault stands in its place, the rest is shown, and nothing that is typed is lost @desktop", async ({
  page,
  context,
}) => {
  test.setTimeout(120_000);
  await signIn(page, "canbodaotao");
  await openEditor(page);
  await text(page).click();
  await page.keyboard.press("Control+End");
  await page.keyboard.type("\n\nMức phí {x} đồng.\n\nĐoạn sau lỗi.");
  await expect(page.getByText("1 chỗ cần sửa")).toBeVisible({ timeout: 20_000 });
  await expect(preview(page).locator(".fault-box")).toContainText("ngoặc nhọn");
  await expect(preview(page).getByText("Đoạn sau lỗi.")).toBeVisible();
  await saved(page);

  await context.setOffline(true);
  await page.keyboard.type(" Viết lúc mất mạng.");
  await expect(page.locator(".editor-saved")).toContainText("Chưa lưu được", { timeout: 20_000 });
  await page.waitForTimeout(300);
  await context.setOffline(false);
  await saved(page);

  await context.clearCookies({ name: "session" });
  await page.keyboard.type(" Viết lúc hết phiên.");
  const dialog = page.getByRole("dialog", { name: "Phiên đăng nhập đã hết" });
  await expect(dialog).toBeVisible({ timeout: 20_000 });
  await dialog.getByLabel("Tên đăng nhập").fill("canbodaotao");
  await dialog.getByLabel("Mật khẩu").fill(process.env["DEMO_PASSWORD"]!);
  await dialog.getByRole("button", { name: "Đăng nhập" }).click();
  await expect(dialog).toBeHidden();
  await saved(page);
  await page.reload();
  await expect(preview(page).getByText("Đoạn sau lỗi. Viết lúc mất mạng. Viết lúc hết phiên.")).toBeVisible();
  await preview(page).getByRole("button", { name: "Hiện các dấu < { như chữ" }).click();
  await expect(page.getByText("Không có lỗi")).toBeVisible({ timeout: 20_000 });
  await expect(preview(page).getByText("Mức phí {x} đồng.")).toBeVisible();
  await saved(page);
});

test("a paste from Word becomes the text of the lesson, and what could not be kept is told @desktop", async ({
  page,
}) => {
  test.setTimeout(120_000);
  await signIn(page, "canbodaotao");
  await openEditor(page);
  await text(page).click();
  await page.keyboard.press("Control+End");
  await text(page).evaluate((field) => {
    const data = new DataTransfer();
    data.setData("text/plain", "Tiếp công dân");
    data.setData(
      "text/html",
      "<html><body><h2 style='mso-outline-level:2'>Tiếp công dân theo <u>lịch</u></h2><p class=MsoNormal>Đến <b>đúng giờ</b>, giá < 5.<o:p></o:p></p>" +
        "<table><tr><td>Việc</td><td>Hạn</td></tr><tr><td>Trả lời</td><td>3 ngày</td></tr></table><script>alert(1)</script></body></html>",
    );
    field.dispatchEvent(new ClipboardEvent("paste", { clipboardData: data, bubbles: true, cancelable: true }));
  });
  await expect(preview(page).getByRole("heading", { name: "Tiếp công dân theo lịch" })).toBeVisible({
    timeout: 20_000,
  });
  await expect(preview(page).getByRole("cell", { name: "3 ngày" })).toBeVisible();
  await expect(preview(page).getByText("giá < 5")).toBeVisible();
  await expect(page.getByText("Không có lỗi")).toBeVisible({ timeout: 20_000 });
  const note = page.locator(".notice", { hasText: "Không giữ được" });
  await expect(note).toContainText("Gạch chân");
  await note.getByRole("button", { name: "Đã đọc" }).click();
  await expect(note).toBeHidden();
  await saved(page);
});

test("two windows cannot overwrite each other unknowingly @desktop", async ({ page, browser, baseURL }) => {
  test.setTimeout(120_000);
  await signIn(page, "canbodaotao");
  await openEditor(page);
  const other = await privateWindow(browser, baseURL!);
  await signIn(other, "canbodaotao");
  await openEditor(other);
  await text(page).click();
  await page.keyboard.press("Control+End");
  await page.keyboard.type("\n\nCâu của cửa sổ một.");
  await saved(page);
  await text(other).click();
  await other.keyboard.press("Control+End");
  await other.keyboard.type("\n\nCâu của cửa sổ hai.");
  const dialog = other.getByRole("dialog", { name: "Bài này vừa được người khác lưu" });
  await expect(dialog).toBeVisible({ timeout: 20_000 });
  await expect(dialog.getByText("Câu của cửa sổ một.")).toBeVisible();
  await dialog.getByRole("button", { name: "Gộp bằng tay" }).click();
  const merged = dialog.getByLabel("Bản gộp");
  await merged.fill(`${await merged.inputValue()}\n\nCâu của cửa sổ một.`);
  await dialog.getByRole("button", { name: "Dùng bản gộp" }).click();
  await expect(dialog).toBeHidden();
  await saved(other);
  await page.reload();
  await expect(preview(page).getByText("Câu của cửa sổ hai.")).toBeVisible();
  await expect(preview(page).getByText("Câu của cửa sổ một.")).toBeVisible();
});
