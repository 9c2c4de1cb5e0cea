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

/** What YAML has instead, in words of an officer: the kinds of values that the schema names. */
const TYPES: Record<string, string> = {
  string: "chữ",
  number: "số",
  boolean: "true hoặc false",
  array: "một danh sách",
  object: "một nhóm các dòng con",
};

/** "options.0.text stands twice" in the language of the reader. */
export function questionFault(path: string, message: string, language: "vi" | "en"): string {
  const listed = /^must be one of (.+)$/.exec(message)?.[1];
  const quoted = /^Invalid (?:option|input): expected (?:one of )?("[^"]*"(?:\|"[^"]*")*)$/.exec(message)?.[1];
  const choices = listed ?? quoted?.replaceAll('"', "").replaceAll("|", ", ");
  const type = /^Invalid input: expected (\w+), received/.exec(message)?.[1];
  const words =
    choices !== undefined
      ? `${language === "en" ? "must be one of" : "phải là một trong"}: ${choices}`
      : language === "en"
        ? message
        : type !== undefined
          ? `phải là ${TYPES[type] ?? type}`
          : (FAULTS[message] ?? message);
  return path === "" ? words : `${path} ${words}`;
}
