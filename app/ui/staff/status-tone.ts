import type { StaffStatus } from "~/domain/enrolment/staff-status";
import type { StatusTone } from "~/ui/kit/status-tag";

export const STATUS_TONES: Record<StaffStatus, StatusTone> = {
  completed: "success",
  overdue: "danger",
  "in-progress": "info",
  "not-started": "neutral",
  "not-asked": "neutral",
};
