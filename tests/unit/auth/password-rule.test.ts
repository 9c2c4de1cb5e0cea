import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { makeFirstPassword } from "~/domain/auth/first-password.server";
import { checkPasswordStrength } from "~/domain/auth/password-rule";

describe("the rule for passwords that people choose", () => {
  test.each([
    ["ngan", "too-short"],
    ["chín ký tự".slice(0, 9), "too-short"],
    ["matkhau1", "too-short"],
    ["Mật khẩu 123", "too-common"],
    ["password1234", "too-common"],
    ["matkhau-2026", "too-common"],
    ["aaaaaaaaaaaaaa", "too-common"],
    ["abababababab", "too-common"],
    ["ag000123-2026", "contains-identifier"],
    ["AG000123!!!!", "contains-identifier"],
    ["x".repeat(201), "too-long"],
  ])("%s is refused: %s", (password, weakness) => {
    expect(checkPasswordStrength(password, "ag000123")).toBe(weakness);
  });

  test.each(["sông núi nước nam", "ba con voi bay qua cầu", "Trời-xanh-mây-trắng", "k7mf-pq3x-9hnd"])(
    "%s is good enough",
    (password) => {
      expect(checkPasswordStrength(password, "ag000123")).toBeNull();
    },
  );

  test("signs, digits and capitals are not asked for", () => {
    expect(checkPasswordStrength("thuyền về bến lúc hoàng hôn", "hocvien")).toBeNull();
  });

  test("length is counted in letters as people see them, not in bytes", () => {
    expect(checkPasswordStrength("🌾🌊🌙🌞🌳🍃🐟🐂🛶🏡", "hocvien")).not.toBe("too-short");
  });

  test("what has fewer than ten letters is always refused", () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 9, unit: "grapheme-ascii" }), (password) => {
        expect(checkPasswordStrength(password, "hocvien")).toBe("too-short");
      }),
    );
  });
});

describe("a first password", () => {
  test("passes the rule, reads in three groups and has no sign that looks like another", () => {
    const made = Array.from({ length: 200 }, () => makeFirstPassword("ag000123"));
    for (const password of made) {
      expect(password).toMatch(/^[a-z2-9]{4}-[a-z2-9]{4}-[a-z2-9]{4}$/);
      expect(password).not.toMatch(/[01lo]/);
      expect(checkPasswordStrength(password, "ag000123")).toBeNull();
    }
    expect(new Set(made).size).toBe(made.length);
  });
});
