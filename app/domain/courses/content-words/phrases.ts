/** Parts of sentences that a rule names by a code ("phrase:day"), so that a problem can be told in either language. */
const PHRASES = {
  text: ["một đoạn chữ", "some text"],
  number: ["một số", "a number"],
  integer: ["một số nguyên", "a whole number"],
  boolean: ["true hoặc false", "true or false"],
  list: ["một danh sách", "a list"],
  group: ["một nhóm khóa", "a group of keys"],
  day: ["một ngày dạng 2026-11-23", "a day like 2026-11-23"],
  slug: ["chữ thường không dấu, chữ số và gạch nối", "lower-case letters, digits and hyphens"],
  identifier: [
    "chữ thường không dấu, chữ số và gạch nối, bắt đầu bằng chữ (không bắt đầu bằng b- hoặc muc-)",
    "lower-case letters, digits and hyphens, beginning with a letter (not with b- or muc-)",
  ],
  lessonFile: [
    "tên tệp bài học không có đuôi, ví dụ 01-tong-quan",
    "the name of a lesson file without its extension, like 01-overview",
  ],
  flag: ["chỉ tên thuộc tính, không có giá trị", "the name alone, without a value"],
  topLevel: [
    "ở ngoài cùng của bài, trên dòng riêng, không nằm trong thành phần khác",
    "at the top level of the lesson, on lines of its own, not inside another component",
  ],
  inSentence: ["trong câu văn, ngay sau điều được viện dẫn", "within a sentence, right after what it supports"],
  inSituation: ["ngay bên trong <TinhHuong>", "directly inside <TinhHuong>"],
  inCheck: ["ngay bên trong <KiemTra>", "directly inside <KiemTra>"],
  inDoAndAvoid: ["ngay bên trong <NenTranh>", "directly inside <NenTranh>"],
  inComparison: ["ngay bên trong <SoSanh>", "directly inside <SoSanh>"],
  inCards: ["ngay bên trong <TheGhiNho>", "directly inside <TheGhiNho>"],
  image: ["một hình trong media/, ví dụ media/so-do.png", "an image in media/, like media/diagram.png"],
  video: ["một tệp media/….mp4 hoặc media/….webm", "a file media/….mp4 or media/….webm"],
  captions: ["một tệp phụ đề media/….vtt", "a file of captions media/….vtt"],
  audio: ["một tệp media/….mp3 hoặc media/….ogg", "a file media/….mp3 or media/….ogg"],
  pdf: ["một tệp media/….pdf", "a file media/….pdf"],
  nothing: ["thẻ tự đóng, không có nội dung: <CanCu … />", "nothing, the tag closes itself: <CanCu … />"],
  prose: ["đoạn văn, danh sách, bảng và hình", "paragraphs, lists, tables and images"],
  choices: ["các <LuaChon>", "<LuaChon> elements"],
  doAndAvoid: ["một <Nen> và một <Tranh>", "one <Nen> and one <Tranh>"],
  columns: ["hai <Cot>", "two <Cot> elements"],
  cards: ["các <The>", "<The> elements"],
  oneList: ["một danh sách đánh số", "one numbered list"],
  words: ["chữ", "words"],
  topicOrDocument: [
    "topic (chủ đề) hoặc document (văn bản được viện dẫn): mỗi dòng rút câu phải có ít nhất một",
    "a topic or a document: each line of the draw names at least one",
  ],
  notBeforeOpening: ["ngày không sớm hơn ngày mở (opensOn)", "a day that is not before the opening day (opensOn)"],
  onlyForPractice: [
    "true chỉ khi feedback là at-once hoặc with-hints (bài luyện tập)",
    "true only when feedback is at-once or with-hints (a practice test)",
  ],
} as const;

export type Phrase = keyof typeof PHRASES;

export const phraseCode = (name: Phrase) => `phrase:${name}`;

/** The words of a code; any other value as it is. */
export function phrase(value: string | number, language: "vi" | "en"): string {
  const text = String(value);
  const pair = text.startsWith("phrase:") ? PHRASES[text.slice("phrase:".length) as Phrase] : undefined;
  return pair ? pair[language === "vi" ? 0 : 1] : text;
}
