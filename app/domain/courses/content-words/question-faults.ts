/** What the parser of questions says, in Vietnamese; a saying that is not in the list stays as it is. */
const FAULTS: Record<string, string> = {
  "needs exactly one correct option": "cần đúng một phương án đúng",
  "needs at least one correct option": "cần ít nhất một phương án đúng",
  "needs at least two options": "cần ít nhất hai phương án",
  "has more than ten options": "có hơn mười phương án",
  "needs at least two pairs": "cần ít nhất hai cặp",
  "has more than ten pairs": "có hơn mười cặp",
  "needs at least two steps": "cần ít nhất hai bước",
  "has more than ten steps": "có hơn mười bước",
  "a step id stands twice": "mã bước bị lặp lại",
  "a step stands twice": "một bước bị lặp lại",
  "needs at least one gap": "cần ít nhất một chỗ trống",
  "has more than ten gaps": "có hơn mười chỗ trống",
  "must stand in the text exactly once": "phải có đúng một lần trong text, dạng [[mã]]",
  "names a gap that is not in the list": "có chỗ trống [[…]] không nằm trong danh sách gaps",
  "needs at least one answer": "cần ít nhất một câu trả lời được chấp nhận",
  "has more than ten answers": "có hơn mười câu trả lời",
  "has more than thirty answers": "có hơn ba mươi câu trả lời",
  "needs an answer worth 100 percent": "cần một câu trả lời được 100 phần trăm điểm",
  "is longer than 200 characters": "dài hơn 200 ký tự",
  "must not begin above its end": "có số đầu (from) lớn hơn số cuối (to)",
  "needs at least two levels": "cần ít nhất hai mức",
  "has more than six levels": "có hơn sáu mức",
  "needs at least one criterion": "cần ít nhất một tiêu chí",
  "has more than eight criteria": "có hơn tám tiêu chí",
  "a criterion id stands twice": "mã tiêu chí bị lặp lại",
  "needs a level worth more than nothing": "cần một mức có điểm lớn hơn 0",
  "has more than six options": "có hơn sáu phương án",
  "needs a best option": "cần một phương án tốt nhất (grade: best)",
  "an option id stands twice": "mã phương án bị lặp lại",
  "an option stands twice": "một phương án bị lặp lại",
  "must name a lesson, because an option is a violation":
    "phải chỉ ra bài học (lesson hoặc remedial), vì có phương án là vi phạm",
  "must be from 0.25 to 20": "phải từ 0,25 đến 20",
  "has more than four hints": "có hơn bốn gợi ý",
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
  int: "số nguyên",
  boolean: "true hoặc false",
  array: "một danh sách",
  object: "một nhóm các dòng con",
};

/** Bounds that the schemas set without words of their own. */
function boundFault(message: string): string | undefined {
  const [, sign, bound] = /^Too (?:big|small): expected \w+ to (?:be|have) ([<>]=?)(\S+)/.exec(message) ?? [];
  if (sign === undefined) return undefined;
  const words = { "<=": "không quá", ">=": "ít nhất", "<": "nhỏ hơn", ">": "lớn hơn" }[sign]!;
  return `phải ${words} ${bound!.replace(".", ",")}${/ characters?$/.test(message) ? " ký tự" : ""}`;
}

function vietnamese(message: string): string {
  const type = /^Invalid input: expected (\w+), received/.exec(message)?.[1];
  if (type !== undefined) return /received undefined$/.test(message) ? "bị thiếu" : `phải là ${TYPES[type] ?? type}`;
  const strangers = /^Unrecognized keys?: (.+)$/.exec(message)?.[1];
  if (strangers !== undefined) return `có khóa không dùng được: ${strangers.replaceAll('"', "")}`;
  return FAULTS[message] ?? boundFault(message) ?? message;
}

/** "options.0.text stands twice" in the language of the reader. */
export function questionFault(path: string, message: string, language: "vi" | "en"): string {
  const listed = /^must be one of (.+)$/.exec(message)?.[1];
  const quoted = /^Invalid (?:option|input): expected (?:one of )?("[^"]*"(?:\|"[^"]*")*)$/.exec(message)?.[1];
  const choices = listed ?? quoted?.replaceAll('"', "").replaceAll("|", ", ");
  const words =
    choices !== undefined
      ? `${language === "en" ? "must be one of" : "phải là một trong"}: ${choices}`
      : language === "en"
        ? message
        : vietnamese(message);
  return path === "" ? words : `${path} ${words}`;
}
