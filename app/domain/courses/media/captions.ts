/** Captions as WebVTT: whether a player could read them. Pure: the editor and both doors ask the same. */
import { problemAt, type ContentProblem } from "../content-problem";

const TIMES =
  /^(?:(\d{2,}):)?([0-5]\d):([0-5]\d)\.(\d{3})[ \t]+-->[ \t]+(?:(\d{2,}):)?([0-5]\d):([0-5]\d)\.(\d{3})(?:[ \t]+\S.*)?$/;

/** Problems with the lines on which they stand; none: the captions can be shown. */
export function checkCaptions(text: string, file: string): ContentProblem[] {
  const lines = text.replace(/^\ufeff/, "").split(/\r\n|\r|\n/);
  if (!/^WEBVTT(?:[ \t].*)?$/.test(lines[0] ?? "")) return [problemAt(file, null, "captions-header")];
  const problems: ContentProblem[] = [];
  let cues = 0;
  let last = 0;
  lines.forEach((line, index) => {
    // Notes and styles stand between cues and may hold anything but an arrow.
    if (!line.includes("-->")) return;
    const place = { line: index + 1, column: 1 };
    const shown = { text: line.trim().slice(0, 60) };
    const times = TIMES.exec(line.trim());
    if (!times) return void problems.push(problemAt(file, place, "captions-time", shown));
    const [from, to] = [seconds(times.slice(1, 5)), seconds(times.slice(5, 9))];
    if (to <= from || from < last) problems.push(problemAt(file, place, "captions-order", shown));
    last = from;
    if ((lines[index + 1] ?? "").trim() !== "") cues++;
  });
  if (problems.length === 0 && cues === 0) problems.push(problemAt(file, null, "captions-empty"));
  return problems;
}

const seconds = ([hours, minutes, whole, thousandths]: (string | undefined)[]) =>
  Number(hours ?? 0) * 3600 + Number(minutes) * 60 + Number(whole) + Number(thousandths) / 1000;
