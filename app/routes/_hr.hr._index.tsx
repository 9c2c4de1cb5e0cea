import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { may, scopeOf } from "~/domain/auth/permissions";
import { readStaffFilter } from "~/http/staff-filter";
import { requirePermission } from "~/http/viewer.server";
import { wordsFor } from "~/http/words.server";
import type { PageHandle } from "~/ui/frame/page-handle";
import { pageMeta } from "~/ui/frame/page-meta";
import { OverviewPage } from "~/ui/staff/overview-page";
import { countOpenRequests } from "~/use-cases/hr/correction-requests";
import { viewOverview } from "~/use-cases/hr/view-overview";

export const meta = pageMeta;
export const handle: PageHandle = { section: "overview" };

export async function loader(args: LoaderFunctionArgs) {
  const { viewer, scope } = await requirePermission(args, "staff.view");
  const { course } = readStaffFilter(args.request);
  return {
    title: wordsFor(args)("staff.overviewTitle"),
    view: await viewOverview({ scope, course, now: args.context.now }),
    mayCare: may(viewer, "accommodation.grant"),
    mayViewSignals: may(viewer, "signals.view"),
    openRequests: may(viewer, "record.correct")
      ? await countOpenRequests({ scope: scopeOf(viewer, "record.correct") })
      : null,
  };
}

export default function Overview() {
  return <OverviewPage {...useLoaderData<typeof loader>()} />;
}
