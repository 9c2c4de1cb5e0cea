import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { readStaffFilter } from "~/http/staff-filter";
import { requirePermission } from "~/http/viewer.server";
import type { PageHandle } from "~/ui/frame/page-handle";
import { pageMeta } from "~/ui/frame/page-meta";
import { UnitPage } from "~/ui/staff/unit-page";
import { viewUnit } from "~/use-cases/hr/view-unit";

export const meta = pageMeta;
export const handle: PageHandle = { section: "overview" };

export async function loader(args: LoaderFunctionArgs) {
  const { scope } = await requirePermission(args, "staff.view");
  const { course, filter } = readStaffFilter(args.request);
  const view = await viewUnit({ scope, unitCode: args.params["unit"] ?? "", course, filter, now: args.context.now });
  return { title: view.unit.name, view };
}

export default function Unit() {
  return <UnitPage view={useLoaderData<typeof loader>().view} />;
}
