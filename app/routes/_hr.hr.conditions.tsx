import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { readStaffFilter } from "~/http/staff-filter";
import { requirePermission } from "~/http/viewer.server";
import { wordsFor } from "~/http/words.server";
import { FindPersonPage } from "~/ui/accommodations/find-person-page";
import { pageMeta } from "~/ui/frame/page-meta";
import { findPeople } from "~/use-cases/hr/find-people";

export const meta = pageMeta;

export async function loader(args: LoaderFunctionArgs) {
  const { scope } = await requirePermission(args, "accommodation.grant");
  const { filter } = readStaffFilter(args.request);
  return {
    title: wordsFor(args)("accommodation.findTitle"),
    found: await findPeople({ scope, text: filter.text, now: args.context.now }),
  };
}

export default function FindForConditions() {
  return <FindPersonPage found={useLoaderData<typeof loader>().found} />;
}
