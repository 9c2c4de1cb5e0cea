import { expect, type Locator, type Page, test } from "@playwright/test";
import { reach } from "./support/keys";
import { beginTest, readCourseQuickly } from "./support/learning";
import { freshLearner, signIn } from "./support/people";

/** Chooses among radio buttons with the arrows, ticks a box with the space bar. */
async function choose(page: Page, question: Locator, label: string): Promise<void> {
  const input = question.getByLabel(label, { exact: true });
  if ((await input.getAttribute("type")) === "checkbox") {
    await reach(page, input);
    return page.keyboard.press("Space");
  }
  await reach(page, question.locator("input[type=radio]").first());
  await page.keyboard.press("Space");
  for (let step = 0; step < 6 && !(await input.isChecked()); step++) await page.keyboard.press("ArrowDown");
  await expect(input).toBeChecked();
}

async function select(page: Page, target: Locator, label: string): Promise<void> {
  await reach(page, target);
  const texts = (await target.locator("option").allInnerTexts()).map((text) => text.trim());
  for (let step = 0; step < texts.indexOf(label); step++) await page.keyboard.press("ArrowDown");
  await expect(target.locator("option:checked")).toHaveText(label);
}

const rowWith = (question: Locator, text: string) => question.locator("li", { hasText: text }).locator("select");

async function rows(page: Page, question: Locator, wanted: Record<string, string>): Promise<void> {
  for (const [text, label] of Object.entries(wanted)) {
    await question.evaluate((element) => (element as HTMLElement).focus());
    await select(page, rowWith(question, text), label);
  }
}

async function write(page: Page, field: Locator, words: string): Promise<void> {
  await reach(page, field);
  await page.keyboard.type(words);
}

/** How each question of the course "du-cac-dang" is answered without a pointer. */
const BY_KEYBOARD: Record<string, (page: Page, question: Locator) => Promise<void>> = {
  "dd-mot-dap-an": (page, question) => choose(page, question, "Hướng dẫn người lớn tuổi lấy số"),
  "dd-nhieu-dap-an": async (page, question) => {
    for (const label of ["Xin lỗi vì phải chờ", "Báo thời gian dự kiến"]) {
      await question.evaluate((element) => (element as HTMLElement).focus());
      await choose(page, question, label);
    }
  },
  "dd-dung-sai": (page, question) => choose(page, question, "Đúng"),
  "dd-ghep-doi": (page, question) =>
    rows(page, question, { "Người dân vừa đến": "Xin chào", "Phải chờ lâu": "Xin lỗi" }),
  "dd-thu-tu": (page, question) =>
    rows(page, question, { "Nghe hết ý kiến": "1", "Nhắc lại ý chính": "2", "Hướng dẫn thủ tục": "3" }),
  "dd-dien-cho-trong": async (page, question) => {
    await select(page, question.locator("select").nth(0), "tôn trọng");
    await select(page, question.locator("select").nth(1), "hướng dẫn");
  },
  "dd-tra-loi-ngan": (page, question) => write(page, question.locator("input[type=text]"), "mot cua"),
  "dd-so": (page, question) => write(page, question.locator("input[type=text]"), "4"),
  "dd-suy-ngam": (page, question) => write(page, question.locator("textarea"), "Nghe hết rồi mới trả lời."),
  "dd-kho-xu": (page, question) => choose(page, question, "Từ chối và giải thích thứ tự tiếp nhận"),
  "dd-bat-buoc": (page, question) => choose(page, question, "Lắng nghe"),
};

test("every kind is answered with the keyboard alone, handed in, and earns full marks @desktop", async ({
  page,
  baseURL,
}) => {
  test.setTimeout(150_000);
  const { identifier } = await freshLearner(baseURL!, 15);
  await signIn(page, identifier);
  await readCourseQuickly(page, baseURL!, "du-cac-dang", 1);
  await beginTest(page, "du-cac-dang");
  await expect(page.locator(".paper.is-ready")).toBeVisible();
  const shown = page.locator(".paper-question:visible");
  for (let number = 1; number <= 11; number++) {
    const id = (await shown.getAttribute("data-question"))!;
    await BY_KEYBOARD[id]!(page, shown);
    if (number === 11) break;
    await reach(page, page.getByRole("button", { name: "Câu tiếp theo" }));
    await page.keyboard.press("Enter");
    await expect(shown).not.toHaveAttribute("data-question", id);
  }
  await reach(page, page.getByRole("button", { name: "Nộp bài" }));
  await page.keyboard.press("Enter");
  await reach(page, page.getByRole("dialog").getByRole("button", { name: "Nộp bài ngay" }));
  await page.keyboard.press("Enter");
  await expect(page.getByText("Kết quả 100%, mức đạt 60%.")).toBeVisible();
});
