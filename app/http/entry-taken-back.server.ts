import type { LockedOfficial } from "~/domain/organization/employment-store.server";
import { type LatestChange, headcountsAfter, type PostEntry } from "~/domain/organization/undo-change";
import { addDays, formatDay } from "~/domain/time";
import { staffChangePath } from "~/paths";
import type { Translate } from "~/ui/words/translate";

/** An entry, and what stands without it, as a page shows them. */
export function shownChange(change: LatestChange) {
  const { kind, taken, again, revision } = change;
  return { kind, revision, taken: shownPost(taken), again: shownPost(again), counts: headcountsAfter(change) };
}

const shownPost = ({ unitName, positionTitle, from, until, decision, end }: PostEntry) => ({
  unitName,
  positionTitle,
  from,
  until,
  decision,
  end,
});

/** The fields of the forms that an entry is typed into. */
const FIELDS = ["unit", "positionTitle", "staffCategory", "from", "lastDay", "reason", "decisionNumber", "decidedOn"];

/** Where the entry that was taken back is entered anew: the form begins with what it said. */
export function enterAnewPath(
  request: Request,
  official: Pick<LockedOfficial, "id" | "staffCategory">,
  { kind, taken }: LatestChange,
): string {
  const back = new URL(request.url).searchParams.get("request") ?? undefined;
  const paper = kind === "leaving" ? taken.end : taken.decision;
  const typed = {
    ...(kind === "leaving"
      ? { lastDay: taken.until ? formatDay(addDays(taken.until, -1)) : undefined, reason: taken.end?.reason }
      : {
          unit: taken.unitCode,
          positionTitle: taken.positionTitle,
          staffCategory: official.staffCategory,
          from: formatDay(taken.from),
        }),
    decisionNumber: paper?.number ?? undefined,
    decidedOn: paper?.decidedOn ? formatDay(paper.decidedOn) : undefined,
  };
  return staffChangePath(official.id, kind === "leaving" ? "leave" : kind, back, typed);
}

/** What the address says of the fields that such a form begins with; it is typed text like any other, and looked at when it is sent. */
export function typedBefore(request: Request): Record<string, string> {
  const asked = new URL(request.url).searchParams;
  const given = FIELDS.map((name) => [name, (asked.get(name) ?? "").slice(0, 200)] as const);
  return Object.fromEntries(given.filter(([, text]) => text !== ""));
}

/** What is said after an entry was taken back. */
export function undoneWords(
  t: Translate,
  input: { fullName: string; change: LatestChange; coursesTaken: number; coursesGiven: number; account: string },
): string {
  const { fullName: name, change, coursesTaken, coursesGiven, account } = input;
  const { kind, again } = change;
  const sentences = [
    kind === "return"
      ? t("staffChange.undoneLeft", { name, day: again.until ? formatDay(again.until) : "" })
      : t("staffChange.undone", { name, unit: again.unitName }),
    coursesTaken > 0 ? t("staffChange.undoneTaken", { count: coursesTaken }) : "",
    coursesGiven > 0 ? t("staffChange.undoneGiven", { count: coursesGiven }) : "",
    kind === "leaving" && account === "locked-before" ? t("staffChange.undoAccount") : "",
    kind === "return" && account === "locked" ? t("staffChange.account_locked") : "",
    kind === "return" && account === "administers" ? t("staffChange.account_administers") : "",
  ];
  return sentences.filter((sentence) => sentence !== "").join(" ");
}
