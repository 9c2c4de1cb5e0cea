/** TCVN3 (ABC) and VNI text, read as Windows-1252 → Unicode (NFC). */

// One sign, one letter: TCVN 5712:1993 (VN3). Only the letters without a tone have capitals; the others are capital by their font.
const TCVN3_LETTERS =
  "a1Ă a2Â a3Ê a4Ô a5Ơ a6Ư a7Đ a8ă a9â aaê abô acơ adư aeđ b5à b6ả b7ã b8á b9ạ bbằ bcẳ bdẵ beắ c6ặ c7ầ c8ẩ c9ẫ caấ cbậ " +
  "ccè ceẻ cfẽ d0é d1ẹ d2ề d3ể d4ễ d5ế d6ệ d7ì d8ỉ dcĩ ddí deị dfò e1ỏ e2õ e3ó e4ọ e5ồ e6ổ e7ỗ e8ố e9ộ eaờ ebở ecỡ edớ " +
  "eeợ efù f1ủ f2ũ f3ú f4ụ f5ừ f6ử f7ữ f8ứ f9ự faỳ fbỷ fcỹ fdý feỵ";

const TCVN3 = new Map(
  TCVN3_LETTERS.split(" ").map((pair) => [String.fromCharCode(Number.parseInt(pair.slice(0, 2), 16)), pair.slice(2)]),
);

export const fromTcvn3 = (text: string): string => text.replace(/[\u00a1-\u00fe]/g, (sign) => TCVN3.get(sign) ?? sign);

const [GRAVE, ACUTE, TILDE, HOOK, DOT, BREVE, ROOF] = [
  "\u0300",
  "\u0301",
  "\u0303",
  "\u0309",
  "\u0323",
  "\u0306",
  "\u0302",
];

// VNI: most letters are a base and a sign behind it.
const VNI_MARKS: Record<string, string> = {
  ù: ACUTE, ø: GRAVE, û: HOOK, õ: TILDE, ï: DOT,
  ê: BREVE, é: BREVE + ACUTE, è: BREVE + GRAVE, ú: BREVE + HOOK, ü: BREVE + TILDE, ë: BREVE + DOT,
  â: ROOF, á: ROOF + ACUTE, à: ROOF + GRAVE, å: ROOF + HOOK, ã: ROOF + TILDE, ä: ROOF + DOT,
}; // prettier-ignore
const VNI_SINGLE: Record<string, string> = {
  ñ: "đ", Ñ: "Đ", ô: "ơ", Ô: "Ơ", ö: "ư", Ö: "Ư", í: "í", Í: "Í", ì: "ì", Ì: "Ì", æ: "ỉ", Æ: "Ỉ", ó: "ĩ", Ó: "Ĩ", ò: "ị", Ò: "Ị",
  î: "ỵ", Î: "Ỵ",
}; // prettier-ignore
const VNI = /([aeouyôö])([ùøûõïêéèúüëâáàåãä])|[ñôöíìæóòî]/gi;
/** Only an "a" takes a breve. */
const BREVES = "êéèúüë";

export function fromVni(text: string): string {
  return text.replace(VNI, (whole, base: string | undefined, mark: string | undefined) => {
    if (base === undefined || mark === undefined) return VNI_SINGLE[whole] ?? whole;
    const sign = mark.toLowerCase();
    if (BREVES.includes(sign) && !/a/i.test(base)) return whole;
    return `${VNI_SINGLE[base] ?? base}${VNI_MARKS[sign]}`.normalize("NFC");
  });
}
