import { isUnitCode, unitCodeFrom } from "./unit";

const LONGEST = 40;
const LONGEST_OWN = 24;

/**
 * Codes for a unit of this name, best first: the name itself ("Phường Rạch Giá" → "PHUONG-RACH-GIA"), then behind the
 * code above it ("SNV-PHONG-KE-TOAN"), then with a number, because many units have a "Phòng Kế toán".
 */
export function suggestedUnitCodes({ name, parentCode }: { name: string; parentCode: string }): string[] {
  const own = cutAtHyphen(unitCodeFrom(name) || "DON-VI", LONGEST_OWN);
  const below = `${cutAtHyphen(parentCode, LONGEST - own.length - 4)}-${own}`;
  const numbered = Array.from({ length: 98 }, (_, index) => `${below}-${index + 2}`);
  return [own, below, ...numbered].filter(isUnitCode);
}

function cutAtHyphen(code: string, longest: number): string {
  if (code.length <= longest) return code;
  const cut = code.slice(0, longest + 1);
  const hyphen = cut.lastIndexOf("-");
  return (hyphen > 0 ? cut.slice(0, hyphen) : code.slice(0, longest)).replace(/-+$/, "");
}
