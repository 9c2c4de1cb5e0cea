/** What the parser of questions says, in Vietnamese; a saying that is not in the list stays as it is. */
const FAULTS: Record<string, string> = {
  "needs exactly one correct option": "cần đúng một phương án đúng",
  "needs at least one correct option": "cần ít nhất một phương án đúng",
  "needs at least two options": "cần ít nhất hai phương án",
  "has more than ten options": "có hơn mười phương án",
  "needs at least two pairs": "cần ít nhất hai cặp",
  "has more than ten pairs": "có hơn mười cặp",
  "stands twice": "bị lặp lại",
  "a pair id stands twice": "mã cặp bị lặp lại",
  "a left side stands twice": "vế trái bị lặp lại",
  "must be lower-case letters, digits and hyphens": "chỉ gồm chữ thường không dấu, chữ số và gạch nối",
  "must not be empty": "không được để trống",
};

/** "options.0.text stands twice" in the language of the reader. */
export function questionFault(path: string, message: string, language: "vi" | "en"): string {
  const choices = /^must be one of (.+)$/.exec(message)?.[1];
  const words = language === "en" ? message : choices ? `phải là một trong: ${choices}` : (FAULTS[message] ?? message);
  return path === "" ? words : `${path} ${words}`;
}
