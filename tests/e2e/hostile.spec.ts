import { expect, test } from "@playwright/test";
import { signIn } from "./support/people";

declare global {
  interface Window {
    attacked?: string[];
  }
}

test("a lesson full of attacks that are only words runs nothing in a reader's browser @desktop", async ({ page }) => {
  const seen: string[] = [];
  page.on("dialog", (dialog) => {
    seen.push(`dialog ${dialog.message()}`);
    void dialog.dismiss();
  });
  page.on("console", (message) => {
    if (message.type() === "error") seen.push(`console ${message.text()}`);
  });
  page.on("request", (request) => {
    const { hostname } = new URL(request.url());
    if (request.url().startsWith("http") && hostname !== "localhost") seen.push(`request ${request.url()}`);
  });
  await page.addInitScript(() => {
    window.attacked = [];
    window.alert = (words) => void window.attacked!.push(String(words));
    document.addEventListener("securitypolicyviolation", (violation) => {
      window.attacked!.push(`${violation.violatedDirective} ${violation.blockedURI}`);
    });
  });
  await signIn(page, "canbodaotao");
  await page.goto("/author/courses/thu-thach/lessons/thu");
  await expect(page.getByText("<script>alert(1)</script>").first()).toBeVisible();
  // Everything that can be pointed at or opened is; nothing of the author's answers.
  for (const each of await page.locator(".lesson summary, .lesson a, .lesson img, .lesson h2").all()) {
    await each.hover({ trial: false, force: true }).catch(() => undefined);
  }
  for (const summary of await page.locator(".lesson summary").all()) await summary.click();
  const inside = await page
    .locator(".lesson-prose")
    .evaluateAll((roots) =>
      roots.flatMap((root) =>
        [...root.querySelectorAll("*")].flatMap((element) => [
          ...(/^(script|style|svg|math|iframe|object|embed|form|input|base|meta|link)$/i.test(element.tagName)
            ? [element.tagName]
            : []),
          ...element.getAttributeNames().filter((name) => /^on|^style$|^srcdoc$/i.test(name)),
        ]),
      ),
    );
  expect(inside).toEqual([]);
  expect(await page.evaluate(() => window.attacked)).toEqual([]);
  expect(seen).toEqual([]);
});
