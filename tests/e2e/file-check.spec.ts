import { expect, test } from "@playwright/test";
import { signIn } from "./support/people";

test("a dropped PDF or JSON is checked in the browser when the line is cut @desktop", async ({
  page,
  browser,
  baseURL,
}) => {
  await signIn(page, "nhansu");
  const exported = await (await page.request.get("/hr/export/csv")).text();
  const serial = /CM\d\d(-[0-9A-Z]{4}){3}/.exec(exported)![0];
  const pdf = await (await page.request.get(`/hr/certificates/${serial}/signed-copy/file?which=issued`)).body();
  const json = await (await page.request.get(`/verify/${serial}/credential.json`)).body();

  const stranger = await browser.newContext({ baseURL: baseURL! });
  const check = await stranger.newPage();
  await check.goto("/verify");
  const input = check.getByLabel("Tệp PDF hoặc JSON");
  await expect(input).toBeVisible();
  await stranger.setOffline(true);
  const choose = (name: string, buffer: Buffer) => input.setInputFiles({ name, mimeType: "", buffer });

  await choose("giay.pdf", pdf);
  await expect(check.getByText("Tệp này đúng y như khi được cấp")).toBeVisible();
  await expect(check.getByText(/theo danh sách lúc/)).toBeVisible();

  const changed = Buffer.from(pdf);
  changed[5000]! ^= 1;
  await choose("sua.pdf", changed);
  await expect(check.getByText("Tệp này đã bị thay đổi")).toBeVisible();

  await choose("giay.json", json);
  await expect(check.getByText("Tệp JSON này do hệ thống ký và chưa bị thay đổi")).toBeVisible();
  await check.getByLabel("Họ và tên cần so").fill("Người Khác");
  await check.getByRole("button", { name: "So họ tên" }).click();
  await expect(check.getByText(/Không trùng/)).toBeVisible();

  await choose("sua.json", Buffer.from(json.toString().replace("GCN-", "GCN-X")));
  await expect(check.getByText("Nội dung tệp không khớp với chữ ký")).toBeVisible();

  // Dragged onto the page instead of chosen.
  const dataTransfer = await check.evaluateHandle(
    (bytes) => {
      const dragged = new DataTransfer();
      dragged.items.add(new File([new Uint8Array(bytes)], "tha.pdf", { type: "application/pdf" }));
      return dragged;
    },
    [...pdf],
  );
  await check.locator(".file-drop").dispatchEvent("dragover", { dataTransfer });
  await expect(check.getByText("Thả tệp vào đây")).toBeVisible();
  await check.locator(".file-drop").dispatchEvent("drop", { dataTransfer });
  await expect(check.getByText("Tệp này đúng y như khi được cấp")).toBeVisible();
  await stranger.close();
});
