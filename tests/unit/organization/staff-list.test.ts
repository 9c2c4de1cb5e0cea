import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { nameMatches, nameSearch } from "~/domain/organization/name-search";
import { isPersonalId, lastDigitsOf, maskPersonalId, readPersonalId } from "~/domain/organization/personal-id";
import {
  codesOf,
  depthOf,
  isUnitCode,
  kindFromName,
  pathsDownTo,
  unitCodeFrom,
  unitPathOf,
} from "~/domain/organization/unit";
import { reachesRoot } from "~/domain/organization/unit-scope";

const twelveDigits = fc.stringMatching(/^\d{12}$/);

describe("a personal ID", () => {
  test("is twelve digits and stays text, with the zero that most begin with", () => {
    expect(isPersonalId("089301000123")).toBe(true);
    expect(readPersonalId(" 089 301 000 123 ")).toBe("089301000123");
    for (const wrong of ["", "89301000123", "0893010001234", "08930100012A", "٠٨٩٣٠١٠٠٠١٢٣"]) {
      expect(isPersonalId(wrong)).toBe(false);
      expect(readPersonalId(wrong)).toBeNull();
    }
  });

  test("is shown with its last three digits at most", () => {
    expect(maskPersonalId("089301000123")).toBe("xxx xxx xxx 123");
    expect(maskPersonalId("123")).toBe("xxx xxx xxx 123");
    expect(maskPersonalId(null)).toBeNull();
    fc.assert(
      fc.property(twelveDigits, (id) => {
        expect(maskPersonalId(id)!.replace(/\D/g, "")).toBe(lastDigitsOf(id));
        expect(lastDigitsOf(id)).toHaveLength(3);
      }),
    );
  });
});

describe("searching by name", () => {
  test.each(["dang my", "đặng", "my dang", "ĐẶNG THỊ MỸ", "dan m", "  mỹ  "])("%j finds Đặng Thị Mỹ", (text) => {
    expect(nameMatches("Đặng Thị Mỹ", text)).toBe(true);
  });

  test.each(["ang", "dang lan", "hi my"])("%j does not", (text) => {
    expect(nameMatches("Đặng Thị Mỹ", text)).toBe(false);
  });

  test("signs that mean something to LIKE mean themselves", () => {
    expect(nameSearch("a%_\\")).toEqual({
      staffNumber: null,
      words: [{ atStart: "a\\%\\_\\\\%", inside: "% a\\%\\_\\\\%" }],
    });
  });

  test("nothing typed is no search, and a number may be a staff number", () => {
    expect(nameSearch("  ")).toBeNull();
    expect(nameMatches("Lê Lan", " ")).toBe(true);
    expect(nameSearch(" ag 000123")).toMatchObject({ staffNumber: "AG000123" });
  });
});

describe("a unit", () => {
  test("stands on a path of codes from the root", () => {
    expect(unitPathOf(null, "AG")).toBe("AG");
    expect(unitPathOf("AG/SNV", "SNV-CCVC")).toBe("AG/SNV/SNV-CCVC");
    expect(depthOf("AG/SNV/SNV-CCVC")).toBe(2);
    expect(codesOf("AG/SNV")).toEqual(["AG", "SNV"]);
    expect(pathsDownTo("AG/SNV/SNV-CCVC")).toEqual(["AG", "AG/SNV", "AG/SNV/SNV-CCVC"]);
  });

  test("has a code of capital letters, digits and single hyphens", () => {
    expect(unitCodeFrom("Phường Rạch Giá")).toBe("PHUONG-RACH-GIA");
    expect(unitCodeFrom("Phòng Văn hóa - Xã hội")).toBe("PHONG-VAN-HOA-XA-HOI");
    for (const wrong of ["", "snv", "SNV-", "-SNV", "S--V", "S/V", "SỞ", "S".repeat(41)]) {
      expect(isUnitCode(wrong)).toBe(false);
    }
  });

  test("tells its kind by its name", () => {
    expect(kindFromName("Sở Nội vụ tỉnh An Giang")).toBe("department");
    expect(kindFromName("Ủy ban nhân dân phường Rạch Giá")).toBe("commune");
    expect(kindFromName("Trường THPT Nguyễn Hiền")).toBe("school");
    expect(kindFromName("Bệnh viện Đa khoa")).toBe("public_service_unit");
    expect(kindFromName("Ủy ban nhân dân tỉnh An Giang")).toBe("province");
  });

  test("is in everybody's reach only from a root", () => {
    expect(reachesRoot(["AG"])).toBe(true);
    expect(reachesRoot(["AG/SNV", "AG/STP"])).toBe(false);
  });
});
