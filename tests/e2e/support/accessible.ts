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
  const overflow = await page.evaluate(
    () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
  );
  expect(overflow, `${address} scrolls sideways`).toBeLessThanOrEqual(0);
}
