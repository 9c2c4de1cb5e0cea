/** The cases of a bank file: texts that several questions are about, each told once. A question carries its own whole. */
import type { CaseText } from "../../assessment/question";
import { problemAt, type ContentProblem } from "../content-problem";
import { phraseCode } from "../content-words/phrases";
import { suggestion } from "../nearest-word";
import type { YamlPath, YamlSource } from "../yaml-source";

/** Where each id of a course was met first. */
export type Seen = Map<string, { file: string; line: number }>;

export class BankCases {
  private readonly used = new Set<string>();
  private readonly cases: ReadonlyMap<string, CaseText>;

  constructor(
    private readonly yaml: YamlSource,
    private readonly told: readonly CaseText[],
  ) {
    this.cases = new Map(told.map((each) => [each.id, each]));
  }

  /** Ids are those of the course, so that questions of several files can stand in one. */
  doubles(seen: Seen): ContentProblem[] {
    return this.told.flatMap(({ id }, index) => {
      const place = this.yaml.placeOf(["cases", index, "id"]);
      const twin = seen.get(id);
      if (!twin) seen.set(id, { file: this.yaml.file, line: place.line });
      return twin ? [problemAt(this.yaml.file, place, "case-duplicate", { id, file: twin.file, line: twin.line })] : [];
    });
  }

  /** What stands as `case` of a question → the case, or what is wrong with it. */
  named(name: unknown, path: YamlPath): CaseText | ContentProblem {
    const place = this.yaml.placeOf(path);
    if (typeof name !== "string") {
      const values = { key: path.join("."), expected: phraseCode("slug") };
      return problemAt(this.yaml.file, place, "wrong-value", values);
    }
    this.used.add(name);
    const found = this.cases.get(name);
    if (found) return found;
    const values = { case: name, ...suggestion(name, [...this.cases.keys()]) };
    return problemAt(this.yaml.file, place, "case-unknown", values);
  }

  /** Told, and no question asks about it: a warning, for it is in nobody's way. */
  unused(): ContentProblem[] {
    return this.told.flatMap(({ id }, index) => {
      const place = this.yaml.placeOf(["cases", index, "id"]);
      return this.used.has(id) ? [] : [problemAt(this.yaml.file, place, "case-unused", { id }, "warning")];
    });
  }
}
