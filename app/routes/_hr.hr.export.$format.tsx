import type { LoaderFunctionArgs } from "@remix-run/node";
import { actorOf } from "~/domain/audit/audit-event";
import { notFound } from "~/domain/problem";
import { readStaffFilter } from "~/http/staff-filter";
import { staffSheetResponse } from "~/http/staff-sheet.server";
import { requirePermission } from "~/http/viewer.server";
import { wordsFor } from "~/http/words.server";
import { exportStaff } from "~/use-cases/hr/export-staff";

/** The staff list as a file: /hr/export/xlsx and /hr/export/csv, with the filter of the page that led here. */
export async function loader(args: LoaderFunctionArgs) {
  const { viewer, scope } = await requirePermission(args, "staff.export");
  const { format } = args.params;
  if (format !== "xlsx" && format !== "csv") throw notFound(`export as ${format}`);
  const { unit, course, filter } = readStaffFilter(args.request);
  const { status, text } = filter;
  const sheet = await exportStaff({
    actor: actorOf(viewer),
    scope,
    unitCode: unit,
    course,
    status,
    text,
    format,
    now: args.context.now,
  });
  return staffSheetResponse({ sheet, format, by: viewer.displayName, t: wordsFor(args) });
}
