import type { Language, Translate } from "./translate";

export interface NumberFormat {
  /** Digits after the decimal sign; 0 when not said. */
  decimals?: number;
  language?: Language;
}

/** 12345.5 → "12.346", with one decimal "12.345,5"; in English "12,345.5". */
export function formatNumber(value: number, { decimals = 0, language = "vi" }: NumberFormat = {}): string {
  const [whole = "0", fraction] = Math.abs(value).toFixed(decimals).split(".");
  const [thousands, decimal] = language === "vi" ? [".", ","] : [",", "."];
  const grouped = whole.replace(/\B(?=(\d{3})+(?!\d))/g, thousands);
  const text = fraction === undefined ? grouped : `${grouped}${decimal}${fraction}`;
  return value < 0 && /[1-9]/.test(text) ? `-${text}` : text;
}

/** Marks without needless zeros: 1 → "1", 0.5 → "0,5", 1/3 → "0,33". */
export function formatMarks(value: number, language?: Language): string {
  const decimals = [0, 1].find((digits) => Number(value.toFixed(digits)) === value) ?? 2;
  return formatNumber(value, { decimals, language });
}

/** A share between 0 and 1 → "87,5%". A share under 1 never reads as 100%, one above 0 never as 0%. */
export function formatPercent(share: number, { decimals = 0, language = "vi" }: NumberFormat = {}): string {
  const step = 10 ** -decimals;
  let percent = Number((share * 100).toFixed(decimals));
  if (share < 1 && percent >= 100) percent = 100 - step;
  if (share > 0 && percent <= 0) percent = step;
  return `${formatNumber(percent, { decimals, language })}%`;
}

const BYTE_UNITS = ["B", "KB", "MB", "GB"] as const;

/** 1536 → "1,5 KB" */
export function formatBytes(bytes: number, { language = "vi" }: { language?: Language } = {}): string {
  let value = bytes;
  let unit = 0;
  while (value >= 1024 && unit < BYTE_UNITS.length - 1) {
    value /= 1024;
    unit += 1;
  }
  const decimals = unit > 0 && value < 10 ? 1 : 0;
  return `${formatNumber(value, { decimals, language })} ${BYTE_UNITS[unit]}`;
}

/** Days until the due day (`daysUntil` of ~/domain/time) as words: "còn 5 ngày", "hạn hôm nay", "quá hạn 3 ngày". */
export function dueInWords(t: Translate, daysLeft: number): string {
  if (daysLeft > 1) return t("kit.dueIn", { count: daysLeft });
  if (daysLeft === 1) return t("kit.dueTomorrow");
  if (daysLeft === 0) return t("kit.dueToday");
  return t("kit.overdueBy", { count: -daysLeft });
}

/** Days since something happened as words: "hôm nay", "hôm qua", "3 ngày trước". */
export function sinceInWords(t: Translate, daysAgo: number): string {
  if (daysAgo <= 0) return t("kit.today");
  if (daysAgo === 1) return t("kit.yesterday");
  return t("kit.daysAgo", { count: daysAgo });
}

/** 95 minutes → "1 giờ 35 phút"; 60 → "1 giờ"; 20 → "20 phút". */
export function durationInWords(t: Translate, minutes: number): string {
  const hours = Math.floor(minutes / 60);
  const rest = minutes % 60;
  if (hours === 0) return t("kit.minutes", { count: rest });
  if (rest === 0) return t("kit.hours", { count: hours });
  return `${t("kit.hours", { count: hours })} ${t("kit.minutes", { count: rest })}`;
}
