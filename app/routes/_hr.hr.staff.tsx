import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { readStaffFilter } from "~/http/staff-filter";
import { requirePermission } from "~/http/viewer.server";
import { wordsFor } from "~/http/words.server";
import type { PageHandle } from "~/ui/frame/page-handle";
import { pageMeta } from "~/ui/frame/page-meta";
import { StaffListPage } from "~/ui/staff/staff-page";
import { searchStaff } from "~/use-cases/hr/search-staff";

export const meta = pageMeta;
export const handle: PageHandle = { section: "staff" };

export async function loader(args: LoaderFunctionArgs) {
  const { scope } = await requirePermission(args, "staff.view");
  const { unit, course, filter } = readStaffFilter(args.request);
  const view = await searchStaff({ scope, unitCode: unit, course, filter, now: args.context.now });
  return { title: wordsFor(args)("staff.staffTitle"), view };
}

export default function StaffList() {
  return <StaffListPage view={useLoaderData<typeof loader>().view} />;
}
