import { type Browser, expect, type Page, request as playwrightRequest, test } from "@playwright/test";
import { KEY_PEOPLE } from "~/use-cases/system/demo-province/key-people";

export const PASSWORD = process.env["DEMO_PASSWORD"]!;

/** Signs in with the form, as a person would. */
export async function signIn(page: Page, identifier: string): Promise<void> {
  await page.goto("/sign-in");
  await page.getByLabel("Tên đăng nhập").fill(identifier);
  await page.getByLabel("Mật khẩu", { exact: true }).fill(PASSWORD);
  await page.getByRole("button", { name: "Đăng nhập" }).click();
  await expect(page).not.toHaveURL(/sign-in/);
  // The notice on personal data, for who has not read it yet.
  if (!page.url().includes("/account/privacy-notice")) return;
  await page.getByRole("button", { name: "Tôi đã đọc" }).click();
  await expect(page).not.toHaveURL(/privacy-notice/);
}

/** The rows of the CSV that HR exports, as arrays of cells. */
export async function exportedRows(baseURL: string): Promise<string[][]> {
  const context = await playwrightRequest.newContext({ baseURL });
  try {
    await context.post("/sign-in", {
      form: { identifier: "nhansu", password: PASSWORD },
      headers: { origin: baseURL },
    });
    const csv = await (await context.get("/hr/export/csv")).text();
    return csv
      .replace(/^\uFEFF/, "")
      .trim()
      .split("\r\n")
      .map((line) =>
        [...line.matchAll(/("(?:[^"]|"")*"|[^,]*)(?:,|$)/g)].map(([, cell]) =>
          cell!.replace(/^"|"$/g, "").replaceAll('""', '"'),
        ),
      );
  } finally {
    await context.dispose();
  }
}

/** So many groups of people that tests draw from: each test has a place, and on each screen a group of its own. */
const GROUPS = 40;

/**
 * The sign-in name of somebody of the demo province who was given the course and has not begun. `place`, of which each test has its own,
 * keeps tests that run beside one another on different people, whatever the others have begun meanwhile.
 */
export async function freshLearner(baseURL: string, place: number): Promise<{ identifier: string; fullName: string }> {
  const group = place * 2 + (test.info().project.name === "phone" ? 1 : 0);
  expect(group, "a place below 20").toBeLessThan(GROUPS);
  const [header, ...rows] = await exportedRows(baseURL);
  const column = (name: string) => header!.indexOf(name);
  const numberOf = (row: string[]) => row[column("Số hiệu")]!;
  const everybody = [...new Set(rows.map(numberOf))].sort();
  const row = rows.find(
    (each) =>
      each[column("Trạng thái")] === "Chưa học" &&
      // These have names of their own to sign in with, and other tests look at them.
      !KEY_PEOPLE.some(({ fullName }) => fullName === each[column("Họ và tên")]) &&
      everybody.indexOf(numberOf(each)) % GROUPS === group,
  );
  expect(row, `somebody of group ${group} who has not begun`).toBeDefined();
  return { identifier: numberOf(row!).toLowerCase(), fullName: row![column("Họ và tên")]! };
}

export async function privateWindow(browser: Browser, baseURL: string): Promise<Page> {
  const context = await browser.newContext({ baseURL, locale: "vi-VN" });
  return context.newPage();
}

/** Somebody of the demo province who has completed the course, with the number that a citizen would look up. */
export async function certifiedLearner(baseURL: string): Promise<{ identifier: string; serial: string }> {
  const [header, ...rows] = await exportedRows(baseURL);
  const column = (name: string) => header!.indexOf(name);
  const row = rows.find((each) => /CM\d\d-/.test(each.join(" ")))!;
  return {
    identifier: row[column("Số hiệu")]!.toLowerCase(),
    serial: /CM\d\d(?:-[0-9A-Z]{4})+/.exec(row.join(" "))![0],
  };
}
