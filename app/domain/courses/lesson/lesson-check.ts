/** What the rules of a lesson are checked against, and what they find. */
import { toString } from "mdast-util-to-string";
import type { Node } from "unist";
import { foldName } from "../../organization/names";
import { type DocumentRegister, notYetInForce, statusOn } from "../../documents/document";
import { problemAt, type ContentProblem, type ContentRule, type Place } from "../content-problem";
import { suggestion } from "../nearest-word";
import { formatDay, type LocalDay } from "../../time";
import type { YamlSource } from "../yaml-source";
import type { Citation } from "../course";

export interface LessonSurroundings {
  register: DocumentRegister;
  /** The day in Vietnam, by which documents are in force or not; left out, their entered status counts. */
  today?: LocalDay;
  lessonIds: readonly string[];
  /** Paths of the images in the course: "media/….png". */
  media: ReadonlySet<string>;
}

/** One run of the rules over one lesson. */
export class LessonCheck {
  readonly problems: ContentProblem[] = [];
  readonly citations: Citation[] = [];
  /** Ids of the lesson with the line on which each stands. */
  readonly ids = new Map<string, number>();

  constructor(
    readonly file: string,
    readonly around: LessonSurroundings,
  ) {}

  report(at: Node | Place | undefined, rule: ContentRule, values: ContentProblem["values"] = {}): void {
    const place = at && "type" in at ? at.position?.start : at;
    this.problems.push(problemAt(this.file, place, rule, values));
  }

  takeId(id: string, at: Node): void {
    const line = this.ids.get(id);
    if (line !== undefined) this.report(at, "id-duplicate", { id, line });
    else this.ids.set(id, at.position?.start.line ?? 1);
  }

  cite(citation: Citation, at: Node): void {
    this.citations.push(citation);
    this.problems.push(...checkCitation(citation, this.around, this.file, at.position?.start));
  }
}

/**
 * Only what stands in the register can be cited, and what is no longer in force only when the text says so on purpose. What is
 * not in force yet is told of and hinders nothing: lessons are written before the day comes.
 */
export function checkCitation(
  citation: Pick<Citation, "document" | "expired">,
  { register, today = "" }: Pick<LessonSurroundings, "register" | "today">,
  file: string,
  place: Place | undefined,
): ContentProblem[] {
  const number = citation.document;
  const document = register.get(number);
  if (!document) {
    return [problemAt(file, place, "document-unregistered", { number, ...suggestion(number, [...register.keys()]) })];
  }
  if (statusOn(document, today) !== "expired") {
    if (citation.expired) return [problemAt(file, place, "document-not-expired", { number }, "warning")];
    if (today === "" || !notYetInForce(document, today)) return [];
    const day = formatDay(document.effectiveOn!);
    return [problemAt(file, place, "document-not-yet-in-force", { number, day }, "warning")];
  }
  if (citation.expired) return [];
  const replacedBy = document.replacedBy ? `(${document.replacedBy})` : "";
  return [problemAt(file, place, "document-expired", { number, replacedBy })];
}

export function checkReviewDays(
  value: { reviewedOn: string; reviewAgainBy: string },
  yaml: YamlSource,
  today: string,
): ContentProblem[] {
  const place = yaml.placeOf(["reviewAgainBy"]);
  if (value.reviewAgainBy <= value.reviewedOn) return [problemAt(yaml.file, place, "review-order")];
  return value.reviewAgainBy < today
    ? [problemAt(yaml.file, place, "review-overdue", { day: formatDay(value.reviewAgainBy) }, "warning")]
    : [];
}

/** "Bốn nội dung của Đề án" → "muc-bon-noi-dung-cua-de-an" */
export function headingId(heading: Node): string {
  const words = foldName(toString(heading))
    .replace(/[^a-z0-9]+/g, "-")
    .replace(/^-+|-+$/g, "");
  return `muc-${words.slice(0, 80) || "khong-ten"}`;
}

/** The same id with a number when it is taken: headings may repeat, ids may not. */
export function freeId(wanted: string, taken: (id: string) => boolean): string {
  if (!taken(wanted)) return wanted;
  let number = 2;
  while (taken(`${wanted}-${number}`)) number++;
  return `${wanted}-${number}`;
}
