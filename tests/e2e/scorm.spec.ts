import { expect, test } from "@playwright/test";
import { scormZip } from "../support/scorm-package";
import { freshLearner, privateWindow, signIn } from "./support/people";

test("a SCORM package is tried and taken into a draft @desktop", async ({ page }) => {
  await signIn(page, "canbodaotao");
  await page.goto("/author/import");
  await page
    .getByLabel("Tệp zip")
    .setInputFiles({ name: "an-toan.zip", mimeType: "application/zip", buffer: Buffer.from(await scormZip()) });
  await page.getByRole("button", { name: "Đọc thử tệp" }).click();
  await expect(page.getByText("Gói SCORM 1.2")).toBeVisible();
  await expect(page.getByText("Mật khẩu và dữ liệu")).toBeVisible();
  await page.getByLabel("Tóm tắt").fill("Giữ mật khẩu và dữ liệu của cơ quan.");
  await page.getByLabel("Dành cho").fill("Cán bộ, công chức, viên chức");
  await page.getByLabel("Người rà soát nội dung").fill("Sở Khoa học và Công nghệ");
  await page.getByRole("button", { name: "Đưa vào bản nháp" }).click();
  await expect(page).toHaveURL(/\/author\/courses\/an-toan-thong-tin\/draft$/);
});

test("a published package runs apart from the page, keeps its place, and completes the course @desktop", async ({
  page,
  browser,
  baseURL,
}) => {
  test.setTimeout(180_000);
  const { identifier, fullName } = await freshLearner(baseURL!, 14);
  await signIn(page, identifier);
  await page.goto("/learn/courses/goi-scorm");
  await page.getByRole("button", { name: /Bắt đầu/ }).click();
  const frame = page.frameLocator("iframe");
  await expect(frame.locator("#log")).toContainText("initialize: true");
  await expect(frame.locator("#name")).toHaveText(fullName);
  await expect(frame.locator("#entry")).toHaveText("ab-initio");
  // A relative picture of the package is there, though the frame has an opaque origin and no cookie.
  expect(await frame.locator("#picture").evaluate((each: HTMLImageElement) => each.naturalWidth)).toBeGreaterThan(0);
  const opaque = await frame.locator("body").evaluate(() => {
    const reached: string[] = [self.origin];
    try {
      reached.push(window.top!.document.title);
    } catch {
      reached.push("closed");
    }
    return reached;
  });
  expect(opaque).toEqual(["null", "closed"]);
  await expect(page.getByRole("button", { name: /Hoàn thành bài/ })).toHaveCount(0);

  // The window is closed at once: what was set last is not lost.
  await frame.getByRole("button", { name: "Sang trang 2" }).click();
  await page.goto("/learn");
  await page.goto("/learn/courses/goi-scorm/lessons/scorm-bai-1");
  await expect(frame.locator("#place")).toHaveText("trang-2");
  await expect(frame.locator("#entry")).toHaveText("resume");
  await expect(page.locator("[data-said=state]")).toHaveText("Đang học");

  await frame.getByRole("button", { name: "Nộp 20" }).click();
  await expect(page.locator("[data-said=saved]")).toBeVisible();
  await page.reload();
  await expect(page.locator("[data-said=state]")).toHaveText("Chưa đạt");
  await frame.getByRole("button", { name: "Nộp 45" }).click();
  await page.getByRole("link", { name: "Đã ghi nhận hoàn thành" }).click();
  await expect(page.locator(".package-state")).toContainText("Đã hoàn thành");
  await expect(page.locator(".package-state")).toContainText("90%");

  await page.goto("/learn/courses/goi-scorm");
  await expect(page.getByText("Đã hoàn thành").first()).toBeVisible();
  await page
    .getByRole("link", { name: /giấy chứng nhận/i })
    .first()
    .click();
  await expect(page.getByText("GIẤY CHỨNG NHẬN HOÀN THÀNH").first()).toBeVisible();
  await expect(page.getByText("Gói học liệu").first()).toBeVisible();

  const hr = await privateWindow(browser, baseURL!);
  await signIn(hr, "nhansu");
  await hr.goto(`/hr/staff?q=${encodeURIComponent(fullName)}`);
  await hr.getByRole("link", { name: fullName }).first().click();
  await expect(hr.getByText("Gói học liệu").first()).toBeVisible();
  await expect(hr.getByText("90%").first()).toBeVisible();
  await hr.context().close();
});
