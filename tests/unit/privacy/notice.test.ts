import { createHash } from "node:crypto";
import { expect, test } from "vitest";
import { hasReadNotice, NOTICE_VERSION } from "~/domain/privacy/notice";
import { catalogue } from "~/ui/words/catalogue.server";

/** Of each version the words that people were shown. A changed text is a new version, with a line of its own. */
const SHOWN: Record<number, string> = {
  1: "e60016dbb3081fbb",
};

test("the words of the notice are those of its version: whoever changes them raises the version", () => {
  const words = JSON.stringify(catalogue.vi["notice"]);
  expect(createHash("sha256").update(words).digest("hex").slice(0, 16)).toBe(SHOWN[NOTICE_VERSION]);
});

test("the notice asks for no consent and claims no period of the law", () => {
  const words = Object.values(catalogue.vi["notice"]!).join("\n");
  expect(words).toContain("không phải là sự đồng ý");
  expect(words).not.toMatch(/tôi đồng ý|\d+ giờ|\d+ ngày|356\/2025/i);
});

test("an earlier version that was read is not this one", () => {
  expect(hasReadNotice(null)).toBe(false);
  expect(hasReadNotice(NOTICE_VERSION - 1)).toBe(false);
  expect(hasReadNotice(NOTICE_VERSION)).toBe(true);
});
