import AxeBuilder from "@axe-core/playwright";
import { expect, type Page } from "@playwright/test";

const COLOURS = ["color-contrast", "link-in-text-block"];

/** Everything in the light theme; in the dark one, and there on the wide screen alone, what a theme changes: the colours. */
export async function check(page: Page, address: string): Promise<void> {
  const wide = (page.viewportSize()?.width ?? 0) > 600;
  for (const theme of wide ? (["light", "dark"] as const) : (["light"] as const)) {
    // Without motion, so that no colour is measured half-way between two themes.
    await page.emulateMedia({ colorScheme: theme, reducedMotion: "reduce" });
    // In the page itself: without it each look opens a tab of its own to gather what frames say, and there are no strange frames here.
    const axe = new AxeBuilder({ page }).setLegacyMode();
    // The same markup on a small screen: there only what a screen changes.
    if (!wide) axe.withRules([...COLOURS, "target-size", "scrollable-region-focusable", "region", "meta-viewport"]);
    else if (theme === "light") axe.withTags(["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]);
    else axe.withRules(COLOURS);
    const { violations } = await axe.analyze();
    expect(
      violations.map(({ id, nodes }) => `${id}: ${nodes[0]!.html}`),
      `${address} (${theme})`,
    ).toEqual([]);
  }
  await fits(page, address);
  if (wide) return;
  // A page at 400 % (WCAG 1.4.10), with the largest letters on top of it.
  const size = page.viewportSize()!;
  await page.setViewportSize({ ...size, width: 320 });
  const before = await letters(page, "larger");
  await fits(page, `${address} at 320 px`);
  await letters(page, before);
  await page.setViewportSize(size);
}

async function fits(page: Page, address: string): Promise<void> {
  const overflow = await page.evaluate(
    () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
  );
  expect(overflow, `${address} scrolls sideways`).toBeLessThanOrEqual(0);
}

/** Answers how large they were. */
const letters = (page: Page, size: string): Promise<string> =>
  page.evaluate((wanted) => {
    const { dataset } = document.documentElement;
    const before = dataset["textSize"] ?? "normal";
    dataset["textSize"] = wanted;
    return before;
  }, size);
