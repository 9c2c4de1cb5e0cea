import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";

const css = readFileSync(new URL("../../../app/ui/styles/tokens.css", import.meta.url), "utf8");

/** The colours that stand between the braces after `opening`. */
function coloursIn(opening: string): Record<string, string> {
  const block = css.slice(css.indexOf(opening) + opening.length).split("}")[0]!;
  return Object.fromEntries(
    [...block.matchAll(/--color-([\w-]+): (#[0-9a-f]{6});/g)].map(([, name, value]) => [name!, value!]),
  );
}

const light = coloursIn("@theme static {");
const themes: Record<string, Record<string, string>> = {
  light,
  dark: { ...light, ...coloursIn("@variant dark {") },
  contrast: { ...light, ...coloursIn("@variant contrast {") },
};

function luminance(hex: string): number {
  const [r, g, b] = [1, 3, 5].map((at) => {
    const part = parseInt(hex.slice(at, at + 2), 16) / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  }) as [number, number, number];
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

function contrast(a: string, b: string): number {
  const [dark, bright] = [luminance(a), luminance(b)].sort((x, y) => x - y) as [number, number];
  return (bright + 0.05) / (dark + 0.05);
}

describe.each(Object.entries(themes))("in the %s theme", (_name, colour) => {
  const between = (front: string, back: string) => contrast(colour[front]!, colour[back]!);

  test.each(["paper", "surface", "sunken"])("text is easy to read on %s (7:1)", (ground) => {
    for (const text of ["ink", "muted", "accent"]) expect(between(text, ground), text).toBeGreaterThanOrEqual(7);
  });

  test.each(["info", "success", "warning", "danger"])(
    "a state reads on paper, on cards and on its own wash (7:1): %s",
    (state) => {
      for (const ground of ["paper", "surface", `${state}-wash`])
        expect(between(state, ground), ground).toBeGreaterThanOrEqual(7);
      for (const text of ["ink", "muted"]) expect(between(text, `${state}-wash`), text).toBeGreaterThanOrEqual(7);
    },
  );

  test("words on buttons read (7:1), also under the pointer", () => {
    expect(between("on-accent", "accent")).toBeGreaterThanOrEqual(7);
    expect(between("on-accent", "accent-strong")).toBeGreaterThanOrEqual(7);
    expect(between("accent", "accent-wash")).toBeGreaterThanOrEqual(7);
    expect(between("paper", "danger")).toBeGreaterThanOrEqual(7);
    expect(between("paper", "danger-strong")).toBeGreaterThanOrEqual(7);
  });

  test("edges of fields and the focus ring are seen (4.5:1 and 3:1)", () => {
    for (const ground of ["paper", "surface", "sunken"]) {
      expect(between("focus", ground), ground).toBeGreaterThanOrEqual(4.5);
      expect(between("edge", ground), ground).toBeGreaterThanOrEqual(3);
    }
  });
});
