import { describe, expect, test } from "vitest";
import { changedPreferences, preferencesCookie, readPreferences } from "~/http/preferences.server";
import { DEFAULT_PREFERENCES } from "~/ui/words/preferences";

const requestWith = (cookie?: string) => new Request("http://site.test/", { headers: cookie ? { cookie } : {} });
const cookieOf = (setCookie: string) => setCookie.split(";")[0]!;

function form(fields: Record<string, string>): FormData {
  const data = new FormData();
  for (const [name, value] of Object.entries(fields)) data.set(name, value);
  return data;
}

describe("how somebody wants to see the site", () => {
  test("is the default until something was chosen", () => {
    expect(readPreferences(requestWith())).toEqual(DEFAULT_PREFERENCES);
  });

  test("is read back as it was kept", () => {
    const chosen = { theme: "contrast", textSize: "larger", language: "en" } as const;
    expect(readPreferences(requestWith(`other=1; ${cookieOf(preferencesCookie(chosen))}; more=2`))).toEqual(chosen);
  });

  test("is kept for a year, out of reach of scripts", () => {
    expect(preferencesCookie(DEFAULT_PREFERENCES)).toMatch(/; Path=\/; Max-Age=31536000; HttpOnly; SameSite=Lax/);
  });

  test.each(["prefs=", "prefs=%E0%A4%A", "prefs=theme%3Dpink", 'prefs={"theme":"dark"}'])(
    "is the default when the cookie is %s",
    (cookie) => {
      expect(readPreferences(requestWith(cookie))).toEqual(DEFAULT_PREFERENCES);
    },
  );

  test("one button changes one thing", () => {
    const before = { theme: "dark", textSize: "large", language: "vi" } as const;
    expect(changedPreferences(before, form({ language: "en", returnTo: "/learn" }))).toEqual({
      ...before,
      language: "en",
    });
  });

  test("an unknown choice changes nothing", () => {
    expect(changedPreferences(DEFAULT_PREFERENCES, form({ theme: "pink" }))).toEqual(DEFAULT_PREFERENCES);
  });
});
