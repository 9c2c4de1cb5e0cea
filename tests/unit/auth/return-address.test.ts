import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { ownPath } from "~/http/own-path";

describe("where sign-in may lead to", () => {
  test.each(["/", "/learn", "/learn/courses/van-hoa-cong-vu?x=1#muc-2", "/hr/units/AG%2FSNV"])(
    "%s stays on this site",
    (path) => {
      expect(ownPath(path)).toBe(path);
    },
  );

  test.each([
    "https://evil.example/",
    "//evil.example",
    "/\\evil.example",
    "\\\\evil.example",
    "/\t/evil.example",
    "/\n/evil.example",
    " /learn",
    "learn",
    "javascript:alert(1)",
    "",
    null,
    undefined,
    ["/learn"],
  ])("%j leads nowhere", (value) => {
    expect(ownPath(value)).toBeNull();
  });

  test("whatever somebody writes, a browser never leaves this site by it", () => {
    const nasty = fc.array(
      fc.constantFrom("/", "\\", ".", "..", "@", ":", "\t", "\n", "evil.example", "http:", "?", "#", "%2f", "%5c", "a"),
      { maxLength: 12 },
    );
    fc.assert(
      fc.property(
        fc.oneof(
          nasty.map((parts) => parts.join("")),
          fc.string(),
          fc.webUrl(),
        ),
        (typed) => {
          const path = ownPath(typed);
          if (path === null) return;
          expect(new URL(path, "https://hoctap.example/sign-in").origin).toBe("https://hoctap.example");
        },
      ),
      { numRuns: 2_000 },
    );
  });
});
