import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { foldName, givenNameOf, sortNameOf, tidyName } from "~/domain/organization/names";

const byKey = (a: string, b: string) => {
  const [left, right] = [sortNameOf(a), sortNameOf(b)];
  return left < right ? -1 : left > right ? 1 : 0;
};

const VOWELS = "aàảãáạăằẳẵắặâầẩẫấậeèẻẽéẹêềểễếệiìỉĩíịoòỏõóọôồổỗốộơờởỡớợuùủũúụưừửữứựyỳỷỹýỵ";
/** A syllable as Vietnamese ones are built: one vowel that may carry marks and a tone. */
const syllable = fc
  .tuple(
    fc.constantFrom(
      "",
      "b",
      "c",
      "ch",
      "d",
      "đ",
      "g",
      "gi",
      "h",
      "kh",
      "l",
      "m",
      "n",
      "ng",
      "ngh",
      "nh",
      "ph",
      "qu",
      "s",
      "t",
      "th",
      "tr",
      "v",
      "x",
    ),
    fc.constantFrom(...VOWELS),
    fc.constantFrom("", "c", "ch", "m", "n", "ng", "nh", "p", "t"),
  )
  .map((parts) => parts.join(""));
const fullName = fc
  .array(syllable, { minLength: 1, maxLength: 5 })
  .map((words) => words.map((word) => word[0]!.toUpperCase() + word.slice(1)).join(" "));

describe("folding", () => {
  test("takes the marks off, makes đ a d, and leaves one space between words", () => {
    expect(foldName("  Đặng   Thị Mỹ ")).toBe("dang thi my");
    expect(foldName("NGUYỄN ƯNG ỷ")).toBe("nguyen ung y");
  });

  test("does not depend on how the letters were composed, nor on case", () => {
    fc.assert(
      fc.property(fullName, (name) => {
        expect(foldName(name.normalize("NFD"))).toBe(foldName(name));
        expect(foldName(name.toUpperCase())).toBe(foldName(name));
      }),
    );
  });

  test("leaves nothing but plain letters, and folding twice is folding once", () => {
    fc.assert(
      fc.property(fullName, (name) => {
        expect(foldName(name)).toMatch(/^[a-z]+( [a-z]+)*$/);
        expect(foldName(foldName(name))).toBe(foldName(name));
      }),
    );
  });

  test("the given name is the last word", () => {
    expect(givenNameOf("Đặng Thị Mỹ ")).toBe("Mỹ");
    expect(givenNameOf("")).toBe("");
    expect(tidyName(" Lê \u00a0 Văn  Tám ".normalize("NFD"))).toBe("Lê Văn Tám");
  });
});

describe("the order of a list", () => {
  test("goes by the given name first, then by family and middle names", () => {
    const names = ["Nguyễn Văn Bình", "Trần Văn An", "Lê Văn Bình", "Nguyễn Thị An", "Lê Thị Bình"];
    expect([...names].sort(byKey)).toEqual([
      "Nguyễn Thị An",
      "Trần Văn An",
      "Lê Thị Bình",
      "Lê Văn Bình",
      "Nguyễn Văn Bình",
    ]);
  });

  test("letters come before tones: a, ă, â; d, đ; o, ô, ơ; u, ư", () => {
    const letters = ["An", "Ăn", "Ân", "Do", "Đo", "Đô", "Đơ", "Tu", "Tư"];
    expect([...letters].reverse().sort(byKey)).toEqual(letters);
  });

  test("tones follow ngang, huyền, hỏi, ngã, sắc, nặng, and decide only between equal words", () => {
    const tones = ["Ma", "Mà", "Mả", "Mã", "Má", "Mạ", "Man"];
    expect([...tones].reverse().sort(byKey)).toEqual(tones);
  });

  test("is the order of the Unicode rules for Vietnamese, word for word", () => {
    const vietnamese = new Intl.Collator("vi");
    fc.assert(
      fc.property(syllable, syllable, (a, b) => {
        expect(Math.sign(byKey(a, b))).toBe(Math.sign(vietnamese.compare(a, b)));
      }),
      { numRuns: 3_000 },
    );
  });

  test("the key is plain ASCII, so that byte order is the order everywhere", () => {
    fc.assert(fc.property(fullName, (name) => void expect(sortNameOf(name)).toMatch(/^[a-z0-9. ]*$/)));
  });

  test("a longer name follows the one that it begins with", () => {
    fc.assert(
      fc.property(syllable, fullName, syllable, (family, middle, given) => {
        expect(byKey(`${family} ${given}`, `${family} ${middle} ${given}`)).toBe(-1);
      }),
    );
  });
});
