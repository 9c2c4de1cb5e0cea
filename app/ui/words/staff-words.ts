import { daysUntil, formatDate, formatDateTime } from "~/domain/time";
import type { StaffRow, StaffStatus } from "~/domain/enrolment/staff-status";
import type { StaffCategory } from "~/domain/organization/staff-category";
import { dueInWords } from "./format";
import type { Translate } from "./translate";

const STATUS = {
  completed: "staff.statusCompleted",
  overdue: "staff.statusOverdue",
  "in-progress": "staff.statusInProgress",
  "not-started": "staff.statusNotStarted",
  "not-asked": "staff.statusNotAsked",
} as const satisfies Record<StaffStatus, string>;

export function statusWord(t: Translate, status: StaffStatus): string {
  return t(STATUS[status]);
}

const CATEGORY = {
  cadre: "staff.categoryCadre",
  civil_servant: "staff.categoryCivilServant",
  public_employee: "staff.categoryPublicEmployee",
  contract_worker: "staff.categoryContractWorker",
} as const;

export function categoryWord(t: Translate, category: StaffCategory): string {
  return t(CATEGORY[category]);
}

/** What stands beside the status: how late, how long still, when done. */
export function statusDetail(
  t: Translate,
  { status, turn }: Pick<StaffRow, "status" | "turn">,
  asOf: Date,
): string | null {
  if (!turn) return null;
  if (turn.completedAt) {
    return t(turn.recognised ? "staff.recognisedOn" : "staff.completedOn", { day: formatDate(turn.completedAt) });
  }
  const due = turn.dueOn === null ? null : dueInWords(t, daysUntil(turn.dueOn, asOf));
  if (status !== "overdue") return due;
  return `${due}, ${t(turn.startedAt ? "staff.lateInProgress" : "staff.lateNotStarted")}`;
}

/** "Số liệu tính đến 10:05 ngày 23/11/2026." */
export function asOfWords(t: Translate, at: Date): string {
  const [day = "", time = ""] = formatDateTime(at).split(" ");
  return t("staff.asOf", { time, day });
}
