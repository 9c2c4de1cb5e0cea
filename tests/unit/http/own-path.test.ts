import { expect, test } from "vitest";
import { ownPath } from "~/http/own-path";

test.each(["/", "/learn", "/hr/staff?q=nguyen&unit=AG", "/learn/courses/a#b"])(
  "%s is an address of this site",
  (path) => {
    expect(ownPath(path)).toBe(path);
  },
);

test.each([
  null,
  undefined,
  "",
  "learn",
  "https://evil.test/",
  "//evil.test",
  "/\\evil.test",
  "/\t/evil.test",
  "/\n/evil.test",
  "javascript:alert(1)",
])("%j is none", (value) => {
  expect(ownPath(value)).toBeNull();
});

test("dots cannot climb to another host", () => {
  expect(ownPath("/..//evil.test")).toBeNull();
  expect(ownPath("/learn/../record")).toBe("/record");
});
