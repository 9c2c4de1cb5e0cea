import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { requirePermission } from "~/http/viewer.server";
import type { PageHandle } from "~/ui/frame/page-handle";
import { pageMeta } from "~/ui/frame/page-meta";
import { PersonPage } from "~/ui/staff/person-page";
import { viewPerson } from "~/use-cases/hr/view-person";

export const meta = pageMeta;
export const handle: PageHandle = { section: "staff" };

export async function loader(args: LoaderFunctionArgs) {
  const { scope } = await requirePermission(args, "staff.view");
  const { record, trail } = await viewPerson({
    officialId: args.params["official"] ?? "",
    scope,
    now: args.context.now,
  });
  return { title: record.fullName, record, trail: trail.map(({ code, name }) => ({ code, name })) };
}

export default function Person() {
  return <PersonPage {...useLoaderData<typeof loader>()} />;
}
