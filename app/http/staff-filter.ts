import type { PeopleFilter } from "~/domain/enrolment/overview";
import { isStaffStatus } from "~/domain/enrolment/staff-status";

const LONGEST_SEARCH = 100;

/** What an address of HR's pages asks for; what it cannot mean is left out. */
export function readStaffFilter(request: Request): {
  unit: string | null;
  course: string | null;
  filter: PeopleFilter;
} {
  const asked = new URL(request.url).searchParams;
  const status = asked.get("status");
  return {
    unit: asked.get("unit") || null,
    course: asked.get("course") || null,
    filter: {
      status: isStaffStatus(status) ? status : null,
      // PostgreSQL takes no zero character in a text.
      text: (asked.get("q") ?? "").replaceAll("\0", "").normalize("NFC").trim().slice(0, LONGEST_SEARCH),
      after: asked.get("after"),
    },
  };
}
