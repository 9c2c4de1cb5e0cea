import { existsSync, readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import type { Locator, Page } from "@playwright/test";
import { parse } from "yaml";

interface BankQuestion {
  id: string;
  type: string;
  options?: { text: string; correct?: boolean; grade?: string }[];
  answer?: boolean;
  pairs?: { left: string; right: string }[];
  items?: { text: string }[];
  text?: string;
  gaps?: { id: string; options: { text: string; correct?: boolean }[] }[];
  answers?: { text?: string; from?: number; to?: number; percent?: number }[];
}

export const COURSE = "van-hoa-cong-vu";
// A course that is a package has no bank.
const folders = ["content/courses", "tests/e2e/content/courses"]
  .flatMap((root) => readdirSync(root).map((course) => path.join(root, course, "bank")))
  .filter((folder) => existsSync(folder));
const tidy = (text: string) => text.replace(/\s+/g, " ").trim();

/** The keys, read where the author wrote them: the browser never has them. */
const bank = new Map(
  folders.flatMap((folder) =>
    readdirSync(folder).flatMap((file) => {
      const { questions } = parse(readFileSync(path.join(folder, file), "utf8")) as { questions: BankQuestion[] };
      return questions.map((question) => [question.id, question] as const);
    }),
  ),
);

export async function questionsOf(page: Page): Promise<Locator[]> {
  return page.locator("[data-question]").all();
}

/** Answers a question rightly (or wrongly), as a person would: by what the options say. */
export async function answer(section: Locator, right = true): Promise<void> {
  const question = bank.get((await section.getAttribute("data-question"))!)!;
  const choose = (place: number, label: string) =>
    section
      .locator("select")
      .nth(place)
      .selectOption({ label: tidy(label) });
  switch (question.type) {
    case "matching": {
      const pairs = question.pairs!;
      return eachRow(section, async (text, row) => {
        const pair = pairs.find(({ left }) => tidy(left) === text)!;
        const other = pairs.find((each) => each.right !== pair.right)!;
        await row.locator("select").selectOption({ label: tidy(right ? pair.right : other.right) });
      });
    }
    case "ordering": {
      const items = question.items!;
      return eachRow(section, async (text, row) => {
        const place = items.findIndex((item) => tidy(item.text) === text);
        await row.locator("select").selectOption(String(((place + (right ? 0 : 1)) % items.length) + 1));
      });
    }
    case "inline-choice": {
      const order = [...question.text!.matchAll(/\[\[([a-z0-9-]+)\]\]/g)].map(([, id]) => id);
      for (const [place, id] of order.entries()) {
        const { options } = question.gaps!.find((gap) => gap.id === id)!;
        await choose(place, options.find(({ correct = false }) => correct === right)!.text);
      }
      return;
    }
    case "short-answer":
    case "numeric":
    case "reflection":
      return section.locator("input[type=text], textarea").fill(wordsFor(question, right));
    default:
      return chooseOptions(section, wantedOptions(question, right));
  }
}

async function eachRow(section: Locator, choose: (text: string, row: Locator) => Promise<unknown>): Promise<void> {
  for (const row of await section.locator("li").all()) await choose(tidy(await row.locator("label").innerText()), row);
}

function wordsFor({ type, answers = [] }: BankQuestion, right: boolean): string {
  if (type === "reflection") return "Lắng nghe hết ý kiến rồi mới trả lời, ghi lại nội dung và hẹn thời gian cụ thể.";
  if (!right) return type === "numeric" ? String(Math.max(...answers.map(({ to }) => to!)) + 1) : "chưa rõ";
  const full = answers.find(({ percent = 100 }) => percent === 100)!;
  return type === "numeric" ? String(full.from).replace(".", ",") : full.text!.replace(/(?<!\\)\*/g, "").trim();
}

function wantedOptions({ type, options, answer: truth }: BankQuestion, right: boolean): string[] {
  if (!options) return [truth === right ? "Đúng" : "Sai"];
  const wanted = options.filter(({ correct = false, grade }) =>
    type === "dilemma" ? (right ? grade === "best" : grade === "risky" || grade === "violation") : correct === right,
  );
  return wanted.map(({ text }) => tidy(text));
}

async function chooseOptions(section: Locator, wanted: readonly string[]): Promise<void> {
  for (const label of await section.locator(".options label").all()) {
    const input = label.locator("input");
    const choose = wanted.includes(tidy(await label.innerText()));
    if ((await input.getAttribute("type")) === "checkbox") await input.setChecked(choose);
    else if (choose) return input.check();
  }
}

/** Answers anything, with one movement: the question is answered from then on. */
export async function touch(section: Locator): Promise<void> {
  const option = section.locator(".options input").first();
  const choice = section.locator("select").first();
  if ((await option.count()) > 0) await option.check();
  else if ((await choice.count()) > 0) await choice.selectOption({ index: 1 });
  else await section.locator("input[type=text], textarea").fill("3");
}
