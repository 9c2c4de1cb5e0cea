import { expect, type Page, test } from "@playwright/test";
import { answer, questionsOf } from "./support/bank";
import { beginTest, readCourseQuickly } from "./support/learning";
import { freshLearner, signIn } from "./support/people";

// A course of the browser tests with one question of each kind; everything secret in it says KHOA-MAT.
const ALL = "du-cac-dang";
const SECRET = /KHOA-MAT|"correct"|feedback|explanation|whenTrue|rightAnswer|consequence|"grade"|violation|buoc-nghe/i;

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

test("every kind can be answered with the keyboard alone, and earns full marks @desktop", async ({ page, baseURL }) => {
  test.setTimeout(120_000);
  await openTest(page, baseURL!, 11, ALL);
  await expect(page.locator(".paper.is-ready")).toBeVisible();
  const { keyboard } = page;
  const press = async (...keys: string[]) => {
    for (const key of keys) await keyboard.press(key);
  };
  const visible = page.locator(".paper-question:visible");
  /** To the field by Tab, as many times as it takes. */
  const reach = async (target: ReturnType<Page["locator"]>) => {
    for (let step = 0; step < 60; step++) {
      if (await target.evaluate((element) => element === document.activeElement)) return;
      await press("Tab");
    }
    throw new Error("cannot be reached by Tab");
  };
  const choose = async (label: string) => {
    const input = visible.getByLabel(label, { exact: true });
    const radio = (await input.getAttribute("type")) === "radio";
    if (!radio) {
      await reach(input);
      return press("Space");
    }
    await reach(visible.locator("input[type=radio]").first());
    for (let step = 0; step < 6 && !(await input.isChecked()); step++) await press(step === 0 ? "Space" : "ArrowDown");
    await expect(input).toBeChecked();
  };
  const select = async (place: number, label: string) => {
    const target = visible.locator("select").nth(place);
    await reach(target);
    const texts = (await target.locator("option").allInnerTexts()).map((text) => text.trim());
    for (let step = 0; step < texts.indexOf(label); step++) await press("ArrowDown");
    await expect(target.locator("option:checked")).toHaveText(label);
  };
  const next = async () => {
    await reach(page.getByRole("button", { name: "Câu tiếp theo" }));
    await press("Enter");
  };
  const rowOf = async (text: string) => {
    const labels = await visible.locator("li label").allInnerTexts();
    return labels.findIndex((label) => label.trim() === text);
  };

  await choose("Hướng dẫn người lớn tuổi lấy số");
  await next();
  await choose("Xin lỗi vì phải chờ");
  await page.locator("h1").evaluate((element) => (element as HTMLElement).focus());
  await visible.evaluate((element) => (element as HTMLElement).focus());
  await choose("Báo thời gian dự kiến");
  await next();
  await choose("Đúng");
  await next();
  for (const [left, right] of [
    ["Người dân vừa đến", "Xin chào"],
    ["Phải chờ lâu", "Xin lỗi"],
  ] as const) {
    await visible.evaluate((element) => (element as HTMLElement).focus());
    await select(await rowOf(left), right);
  }
  await next();
  for (const [index, step] of ["Nghe hết ý kiến", "Nhắc lại ý chính", "Hướng dẫn thủ tục"].entries()) {
    const target = visible.locator("li", { hasText: step }).locator("select");
    await visible.evaluate((element) => (element as HTMLElement).focus());
    await reach(target);
    await keyboard.type(String(index + 1));
    await expect(target).toHaveValue(String(index + 1));
  }
  await next();
  await select(0, "tôn trọng");
  await select(1, "hướng dẫn");
  await next();
  for (const words of ["mot cua", "4"]) {
    await reach(visible.locator("input[type=text]"));
    await keyboard.type(words);
    await next();
  }
  await reach(visible.locator("textarea"));
  await keyboard.type("Nghe hết rồi mới trả lời.");
  await next();
  await choose("Từ chối và giải thích thứ tự tiếp nhận");
  await next();
  await choose("Lắng nghe");
  await reach(page.getByRole("button", { name: "Nộp bài" }));
  await press("Enter");
  await reach(page.getByRole("dialog").getByRole("button", { name: "Nộp bài ngay" }));
  await press("Enter");
  await expect(page.getByText("Kết quả 100%, mức đạt 60%.")).toBeVisible();
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
