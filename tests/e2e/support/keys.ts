import type { Locator, Page } from "@playwright/test";

/** The field by Tab alone, as many times as it takes. */
export async function reach(page: Page, target: Locator): Promise<void> {
  for (let step = 0; step < 60; step++) {
    if (await target.evaluate((element) => element === document.activeElement)) return;
    await page.keyboard.press("Tab");
  }
  throw new Error(`cannot be reached by Tab: ${String(target)}`);
}
