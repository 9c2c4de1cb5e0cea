import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import type { Locator, Page } from "@playwright/test";
import { parse } from "yaml";

interface BankQuestion {
  id: string;
  type: string;
  options?: { text: string; correct?: boolean }[];
  answer?: boolean;
  pairs?: { left: string; right: string }[];
}

export const COURSE = "van-hoa-cong-vu";
const folder = path.join("content", "courses", COURSE, "bank");
const tidy = (text: string) => text.replace(/\s+/g, " ").trim();

/** The keys, read where the author wrote them: the browser never has them. */
const bank = new Map(
  readdirSync(folder).flatMap((file) => {
    const { questions } = parse(readFileSync(path.join(folder, file), "utf8")) as { questions: BankQuestion[] };
    return questions.map((question) => [question.id, question] as const);
  }),
);

export async function questionsOf(page: Page): Promise<Locator[]> {
  return page.locator("[data-question]").all();
}

/** Chooses the right answer of a question (or a wrong one), as a person would: by what the options say. */
export async function answer(section: Locator, right = true): Promise<void> {
  const question = bank.get((await section.getAttribute("data-question"))!)!;
  if (question.pairs) {
    for (const row of await section.locator("li").all()) {
      const left = tidy(await row.locator("label").innerText());
      const pair = question.pairs.find((each) => tidy(each.left) === left)!;
      const other = question.pairs.find((each) => each.right !== pair.right)!;
      await row.locator("select").selectOption({ label: tidy(right ? pair.right : other.right) });
    }
    return;
  }
  const wanted = question.options
    ? question.options.filter((option) => (option.correct === true) === right).map((option) => tidy(option.text))
    : [question.answer === right ? "Đúng" : "Sai"];
  for (const label of await section.locator(".options label").all()) {
    const input = label.locator("input");
    const choose = wanted.includes(tidy(await label.innerText()));
    if ((await input.getAttribute("type")) === "checkbox") await input.setChecked(choose);
    else if (choose) {
      await input.check();
      return;
    }
  }
}

/** Chooses anything, with one movement: the question is answered from then on. */
export async function touch(section: Locator): Promise<void> {
  const option = section.locator(".options input").first();
  if ((await option.count()) > 0) await option.check();
  else await section.locator("select").first().selectOption({ index: 1 });
}
