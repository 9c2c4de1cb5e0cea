import { expect, type Page } from "@playwright/test";
import { answer, COURSE, questionsOf } from "./bank";

/** Begins the course on its page and finishes every lesson, each with its check answered. */
export async function readCourse(page: Page): Promise<void> {
  await page.goto(`/learn/courses/${COURSE}`);
  await page.getByRole("button", { name: "Bắt đầu học" }).click();
  for (let number = 1; number <= 8; number++) {
    await expect(page.getByText(`Bài ${number} trên 8`)).toBeVisible();
    if (number === 1) {
      const check = page.locator(".lesson-check").first();
      await check.getByRole("radio").first().check();
      await check.getByRole("button").click();
      await expect(page.locator(".lesson-check-comment").first()).toBeVisible();
    }
    await page.getByRole("button", { name: number < 8 ? "Học xong, sang bài tiếp theo" : "Học xong bài này" }).click();
  }
  await expect(page).toHaveURL(new RegExp(`/learn/courses/${COURSE}$`));
}

export async function beginTest(page: Page, course = COURSE): Promise<void> {
  await page.goto(`/learn/courses/${course}/test`);
  const promise = page.getByLabel("Tôi cam kết như trên");
  if ((await promise.count()) > 0) await promise.check();
  await page.getByRole("button", { name: "Bắt đầu làm bài" }).click();
  await expect(page).toHaveURL(/\/learn\/attempts\//);
}

/** Finishes every lesson over the plain forms, without looking: for tests that are about the paper. */
export async function readCourseQuickly(page: Page, baseURL: string, course = COURSE, lessons = 8): Promise<void> {
  const headers = { origin: baseURL };
  const begun = await page.request.post(`/learn/courses/${course}`, { headers });
  let address = begun.url();
  for (let number = 1; number <= lessons; number++) {
    const next = await page.request.post(address, { headers, form: { intent: "finish" } });
    expect(next.ok(), address).toBe(true);
    address = next.url();
  }
}

/** Answers the questions one after another with the script's own buttons. */
export async function answerOneByOne(page: Page, from = 1, to = 20, right = true): Promise<void> {
  const sections = await questionsOf(page);
  for (let number = from; number <= to; number++) {
    const section = sections[number - 1]!;
    await expect(section).toBeVisible();
    await answer(section, right);
    if (number < 20) await page.getByRole("button", { name: "Câu tiếp theo" }).click();
  }
}
