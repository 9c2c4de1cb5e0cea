/** Two texts line by line, with what lies far from any difference left out. */
import { diffLines } from "diff";

export interface DiffLine {
  /** `gap`: so many lines that both have are left out. */
  kind: "same" | "mine" | "theirs" | "gap";
  text: string;
}

const AROUND = 2;

export function lineDifference(mine: string, theirs: string): DiffLine[] {
  const lines = diffLines(mine, theirs).flatMap(({ value, added, removed }): DiffLine[] =>
    value
      .replace(/\n$/, "")
      .split("\n")
      .map((text) => ({ kind: added ? "theirs" : removed ? "mine" : "same", text })),
  );
  const near = lines.map((_, at) =>
    lines.slice(Math.max(0, at - AROUND), at + AROUND + 1).some(({ kind }) => kind !== "same"),
  );
  const shown: DiffLine[] = [];
  lines.forEach((line, at) => {
    if (near[at]) shown.push(line);
    else if (shown.at(-1)?.kind === "gap") shown.at(-1)!.text = String(Number(shown.at(-1)!.text) + 1);
    else shown.push({ kind: "gap", text: "1" });
  });
  return shown;
}
