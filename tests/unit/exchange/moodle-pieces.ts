import { read } from "./reading";

/** Pieces of Moodle XML for tests. */
const quiz = (inner: string) => `<?xml version="1.0" encoding="UTF-8"?>\n<quiz>\n${inner}\n</quiz>\n`;
export const named = (type: string, inner: string) =>
  `<question type="${type}"><name><text>Tên</text></name><questiontext format="html"><text><![CDATA[<p>Câu hỏi <b>nào</b>?</p>]]></text></questiontext>${inner}</question>`;
export const answer = (fraction: string, text: string, feedback = "") =>
  `<answer fraction="${fraction}" format="html"><text>${text}</text><feedback format="html"><text>${feedback}</text></feedback></answer>`;
/** What comes of a file with these questions; the first begins on line 3. */
export const xml = (inner: string) => read(quiz(inner), "moodle-xml");
