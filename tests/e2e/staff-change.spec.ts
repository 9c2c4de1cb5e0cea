import { expect, type Page, test } from "@playwright/test";
import { check } from "./support/accessible";
import { freshLearner, signIn } from "./support/people";

const fill = async (page: Page, fields: Record<string, string>) => {
  for (const [label, text] of Object.entries(fields)) await page.getByLabel(label).fill(text);
};

test("HR moves somebody, sees where they were, and takes the entry back; then records leaving and takes that back", async ({
  page,
  baseURL,
}) => {
  test.setTimeout(120_000);
  const { identifier, fullName } = await freshLearner(baseURL!, 17);
  await signIn(page, "nhansu");
  await page.goto(`/hr/staff?q=${identifier}`);
  await page.getByRole("main").getByRole("link", { name: fullName }).first().click();
  const person = page.url();
  const unit = await page.getByRole("row").nth(1).getByRole("rowheader").textContent();

  await page.getByRole("link", { name: "Điều động, chuyển công tác, đổi chức danh" }).click();
  await fill(page, { "Chức vụ, chức danh": "Chuyên viên tổng hợp", "Số quyết định": "125/QĐ-SNV" });
  await page.getByLabel("Đơn vị tiếp nhận").selectOption({ label: "Sở Tài chính" });
  const today = new Intl.DateTimeFormat("vi-VN", {
    timeZone: "Asia/Ho_Chi_Minh",
    day: "2-digit",
    month: "2-digit",
    year: "numeric",
  });
  await page.getByLabel("Ngày đầu tiên ở vị trí mới").fill("31/13/2026");
  await page.getByLabel("Ngày quyết định").fill("01/11/2026");
  await page.getByRole("button", { name: "Xem trước" }).click();
  await expect(page.getByRole("alert")).toContainText("Ghi ngày đầu tiên ở vị trí mới theo dạng 23/11/2026.");
  await expect(page.getByRole("alert")).toBeFocused();
  // Whoever followed a line to its field and still has it wrong begins at what is wrong again.
  await page.getByRole("alert").getByRole("link").first().click();
  await expect(page.getByLabel("Ngày đầu tiên ở vị trí mới")).toBeFocused();
  await page.getByRole("button", { name: "Xem trước" }).click();
  await expect(page.getByRole("alert")).toBeFocused();
  await expect(page.getByLabel("Chức vụ, chức danh")).toHaveValue("Chuyên viên tổng hợp");
  await page.getByLabel("Ngày đầu tiên ở vị trí mới").fill(today.format(new Date()));
  await page.getByRole("button", { name: "Xem trước" }).click();
  await expect(page.getByRole("heading", { name: "Kiểm tra trước khi ghi" })).toBeVisible();
  await check(page, "confirmation of a transfer");
  await page.getByRole("button", { name: "Ghi thay đổi" }).click();
  await expect(page.getByRole("rowheader", { name: "Sở Tài chính" })).toBeVisible();

  await page.getByRole("link", { name: "Hủy lần ghi gần nhất" }).click();
  await check(page, "taking an entry back");
  await page.getByLabel("Lý do hủy").fill("Ghi nhầm người cùng tên");
  await page.getByRole("button", { name: "Hủy lần ghi này" }).click();
  await expect(page).toHaveURL(person);
  await expect(page.getByRole("row").nth(1).getByRole("rowheader")).toHaveText(unit!);

  await page.getByRole("link", { name: "Ghi thôi việc, chuyển đi" }).click();
  const yesterday = new Date(Date.now() - 24 * 3_600_000);
  await fill(page, {
    "Ngày làm việc cuối cùng": today.format(yesterday),
    "Số quyết định": "126/QĐ-SNV",
    "Ngày quyết định": "01/11/2026",
  });
  await page.getByText("Nghỉ hưu").click();
  await page.getByRole("button", { name: "Xem trước" }).click();
  await check(page, "confirmation of leaving");
  await page.getByRole("button", { name: "Ghi thay đổi" }).click();
  await page.goto("/hr/staff/left");
  await check(page, "who has left");
  await page.getByRole("link", { name: fullName }).first().click();
  await page.getByRole("link", { name: "Tiếp nhận lại" }).click();
  await check(page, "taking on again");
  await page.goto(person);
  await page.getByRole("link", { name: "Hủy lần ghi gần nhất" }).click();
  await page.getByLabel("Lý do hủy").fill("Ghi nhầm người cùng tên");
  await page.getByRole("button", { name: "Hủy lần ghi này" }).click();
  await expect(page.getByText("Thôi việc, chuyển đi:")).toHaveCount(0);
});
