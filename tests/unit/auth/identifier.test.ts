import fc from "fast-check";
import { expect, test } from "vitest";
import { identifiersFrom, isIdentifier } from "~/domain/auth/identifier";
import { isUnitCode } from "~/domain/organization/unit";
import { suggestedUnitCodes } from "~/domain/organization/unit-code-suggestion";

test("the staff number in small letters is what people sign in with", () => {
  expect(identifiersFrom("AG000123")[0]).toBe("ag000123");
  expect(identifiersFrom("SNV/12.A")[0]).toBe("snv-12.a");
  expect(identifiersFrom("7")[0]).toBe("nv-7");
});

test("every staff number leads to names that can be signed in with", () => {
  fc.assert(
    fc.property(fc.string({ maxLength: 80, unit: "grapheme" }), (staffNumber) => {
      const names = identifiersFrom(staffNumber);
      expect(names.length).toBeGreaterThan(0);
      expect(names.every(isIdentifier)).toBe(true);
      expect(new Set(names).size).toBe(names.length);
    }),
  );
});

test("a unit's code is made from its name, then with the code above it, then with a number", () => {
  expect(suggestedUnitCodes({ name: "Phường Rạch Giá", parentCode: "AG" }).slice(0, 3)).toEqual([
    "PHUONG-RACH-GIA",
    "AG-PHUONG-RACH-GIA",
    "AG-PHUONG-RACH-GIA-2",
  ]);
});

test("every name leads to codes that a unit may have", () => {
  const parent = fc
    .array(fc.stringMatching(/^[A-Z0-9]{1,9}$/), { minLength: 1, maxLength: 4 })
    .map((parts) => parts.join("-"));
  fc.assert(
    fc.property(fc.string({ maxLength: 200, unit: "grapheme" }), parent, (name, parentCode) => {
      const codes = suggestedUnitCodes({ name, parentCode });
      expect(codes.length).toBeGreaterThan(90);
      expect(codes.every(isUnitCode)).toBe(true);
    }),
  );
});
