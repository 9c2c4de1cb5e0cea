import { describe, expect, test } from "vitest";
import { decodeText } from "~/domain/assessment/exchange/encoding/decode";
import { fromTcvn3, fromVni } from "~/platform/vietnamese/old-encodings";
import { isSyllable } from "~/platform/vietnamese/syllable";
import { readTextFile } from "~/domain/assessment/exchange/read-text";

const UNICODE =
  "Cộng hòa xã hội chủ nghĩa Việt Nam. Độc lập - Tự do - Hạnh phúc. Ứng xử với người dân thế nào là đúng quy định?";
/** The same, typed with .VnTime: capitals with a tone come from the font alone. */
const TCVN3 =
  "Céng hßa x· héi chñ nghÜa ViÖt Nam. §éc lËp - Tù do - H¹nh phóc. øng xö víi ng­êi d©n thÕ nµo lµ ®óng quy ®Þnh?";
/** The same, typed with VNI-Times. */
const VNI =
  "Coäng hoøa xaõ hoäi chuû nghóa Vieät Nam. Ñoäc laäp - Töï do - Haïnh phuùc. ÖÙng xöû vôùi ngöôøi daân theá naøo laø ñuùng quy ñònh?";

const latin = (text: string) => Uint8Array.from(text, (sign) => sign.charCodeAt(0));
const utf8 = (text: string) => new TextEncoder().encode(text);

describe("old Vietnamese encodings", () => {
  test("each letter of TCVN3 and VNI", () => {
    const capitalless = (text: string) => text.replace("Ứng", "ứng");
    expect(fromTcvn3(TCVN3)).toBe(capitalless(UNICODE));
    expect(fromVni(VNI)).toBe(UNICODE);
    expect(fromTcvn3("µ¶·¸¹ ¨»¼½¾Æ ©ÇÈÉÊË ÌÎÏÐÑ ªÒÓÔÕÖ ×ØÜÝÞ ßáâãä «åæçèé ¬êëìíî ïñòóô ­õö÷øù úûüýþ ®")).toBe(
      "àảãáạ ăằẳẵắặ âầẩẫấậ èẻẽéẹ êềểễếệ ìỉĩíị òỏõóọ ôồổỗốộ ơờởỡớợ ùủũúụ ưừửữứự ỳỷỹýỵ đ",
    );
    expect(
      fromVni(
        "aøaûaõaùaï aêaèaúaüaéaë aâaàaåaãaáaä eøeûeõeùeï eâeàeåeãeáeä ìæóíò oøoûoõoùoï oâoàoåoãoáoä ôôøôûôõôùôï uøuûuõuùuï ööøöûöõöùöï yøyûyõyùî ñÑ",
      ),
    ).toBe("àảãáạ ăằẳẵắặ âầẩẫấậ èẻẽéẹ êềểễếệ ìỉĩíị òỏõóọ ôồổỗốộ ơờởỡớợ ùủũúụ ưừửữứự ỳỷỹýỵ đĐ");
  });

  test("a sign of VNI that fits no letter before it stays", () => {
    expect(fromVni("eé bã")).toBe("eé bã");
  });

  test.each([
    ["bytes of TCVN3", latin(TCVN3), "tcvn3"],
    ["bytes of VNI", latin(VNI), "vni"],
    ["TCVN3 within UTF-8, as copied from Word", utf8(TCVN3), "tcvn3"],
    ["VNI within UTF-8", utf8(VNI), "vni"],
  ] as const)("%s are recognised, and shown before and after", (_, bytes, from) => {
    const decoded = decodeText(bytes);
    if (!decoded.ok) throw new Error(decoded.reason.rule);
    expect(decoded.text.toLowerCase()).toBe(UNICODE.toLowerCase());
    expect(decoded.text).toBe(decoded.text.normalize("NFC"));
    expect(decoded.conversion).toMatchObject({ from, samples: [{ line: 1 }] });
    expect(decoded.conversion!.samples[0]!.before).toContain(from === "vni" ? "Coäng" : "Céng");
    expect(decoded.conversion!.samples[0]!.after).toContain("Cộng hòa xã hội");
  });

  test("Windows-1258, whose tones are signs of their own", () => {
    // "Việt Nam, đúng quy định, người dân" as that code page has it.
    const bytes = latin("Vi\u00ea\u00f2t Nam, \u00f0u\u00ecng quy \u00f0i\u00f2nh, ng\u00fd\u00f5\u00cci d\u00e2n");
    expect(decodeText(bytes)).toMatchObject({
      ok: true,
      text: "Việt Nam, đúng quy định, người dân",
      conversion: { from: "windows-1258" },
    });
  });

  test.each([
    ["today's Vietnamese", UNICODE],
    ["Vietnamese with few special letters", "Hà có ba lá thư, cô bé và bà mẹ. Là thế à? Cá, gà, và bê."],
    ["English with quotation marks", "“Don’t” – he said… café, naïve"],
    ["French", "Où est le garçon français, né à Orléans? Élève très âgé, déjà là."],
    ["German", "Übung für Anfänger: Größe, Äpfel, schön."],
    ["nothing but ASCII", "Cong chuc lam gi truoc?"],
  ])("%s is left alone", (_, text) => {
    expect(decodeText(utf8(text))).toEqual({ ok: true, text, conversion: null });
  });

  test("in a file of both, only the old lines are converted", () => {
    const decoded = decodeText(utf8(`${UNICODE}\n${TCVN3}\nLà bà ấy.`));
    expect(decoded).toMatchObject({ ok: true, text: `${UNICODE}\n${UNICODE.replace("Ứng", "ứng")}\nLà bà ấy.` });
  });

  test("decomposed letters are composed", () => {
    expect(decodeText(utf8(UNICODE.normalize("NFD")))).toMatchObject({ ok: true, text: UNICODE, conversion: null });
  });

  test("UTF-8 and UTF-16, with and without their marks", () => {
    const wide = (text: string, big: boolean) =>
      Uint8Array.from(
        [...text].flatMap((sign) => {
          const [low, high] = [sign.charCodeAt(0) & 255, sign.charCodeAt(0) >> 8];
          return big ? [high, low] : [low, high];
        }),
      );
    const text = "Thu tuc hanh chinh: câu hỏi?{T}";
    for (const bytes of [
      utf8(`\ufeff${text}`),
      wide(`\ufeff${text}`, true),
      wide(`\ufeff${text}`, false),
      wide(text, false),
      wide(text, true),
    ]) {
      expect(readTextFile(bytes, "gift").taken[0]?.question.stem).toBe("Thu tuc hanh chinh: câu hỏi?");
    }
  });

  test("a whole question file in TCVN3 becomes questions in Unicode", () => {
    const report = readTextFile(latin("::C©u 1::C¸n bé lµm g× tr­íc?{=Tù giíi thiÖu ~Hái tªn}\r\n"), "gift");
    expect(report.taken[0]!.question).toMatchObject({
      id: "cau-1",
      stem: "Cán bộ làm gì trước?",
      options: [{ text: "Tự giới thiệu" }, { text: "Hỏi tên" }],
    });
    expect(report.notes.map(({ rule }) => rule)).toEqual(["converted"]);
    expect(report.conversion).toMatchObject({ from: "tcvn3" });
  });
});

describe("syllables", () => {
  test.each(["nghiêng", "quyết", "khuỷu", "giếng", "ượt", "xoong", "thuở", "quốc", "y", "ấy"])("%s is one", (word) => {
    expect(isSyllable(word)).toBe(true);
  });
  test.each(["lµm", "céng-", "strange", "ngờo", "tấtt", "các­", "cac", "hạ́"])("%s is none", (word) => {
    expect(isSyllable(word)).toBe(false);
  });
});
