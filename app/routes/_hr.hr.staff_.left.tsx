import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { readStaffFilter } from "~/http/staff-filter";
import { requirePermission } from "~/http/viewer.server";
import { wordsFor } from "~/http/words.server";
import type { PageHandle } from "~/ui/frame/page-handle";
import { pageMeta } from "~/ui/frame/page-meta";
import { LeftStaffPage } from "~/ui/staff-change/left-staff-page";
import { listLeftStaff } from "~/use-cases/hr/list-left-staff";

export const meta = pageMeta;
export const handle: PageHandle = { section: "staff" };

export async function loader(args: LoaderFunctionArgs) {
  const { scope } = await requirePermission(args, "staff.view");
  const { filter } = readStaffFilter(args.request);
  const { people, next } = await listLeftStaff({ scope, text: filter.text, after: filter.after ?? null });
  return {
    title: wordsFor(args)("staffChange.leftTitle"),
    text: filter.text,
    next,
    people: people.map(({ id, fullName, staffNumber, positionTitle, unitName, leftOn }) => ({
      ...{ id, fullName, staffNumber, positionTitle, unitName, leftOn },
    })),
  };
}

export default function LeftStaff() {
  const { people, next, text } = useLoaderData<typeof loader>();
  return <LeftStaffPage people={people} next={next} text={text} />;
}
