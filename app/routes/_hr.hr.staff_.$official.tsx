import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { inScope, scopeOf } from "~/domain/auth/permissions";
import { requirePermission } from "~/http/viewer.server";
import type { PageHandle } from "~/ui/frame/page-handle";
import { pageMeta } from "~/ui/frame/page-meta";
import { PersonPage } from "~/ui/staff/person-page";
import { listAccommodations } from "~/use-cases/hr/list-accommodations";
import { listAttemptCare } from "~/use-cases/hr/view-attempt-care";
import { viewPerson } from "~/use-cases/hr/view-person";

export const meta = pageMeta;
export const handle: PageHandle = { section: "staff" };

export async function loader(args: LoaderFunctionArgs) {
  const { viewer, scope } = await requirePermission(args, "staff.view");
  const { now } = args.context;
  const { record, trail, entry } = await viewPerson({ viewer, officialId: args.params["official"] ?? "", scope, now });
  const granting = scopeOf(viewer, "accommodation.grant");
  return {
    title: record.fullName,
    record,
    entry,
    trail: trail.map(({ code, name }) => ({ code, name })),
    corrects: viewer.official?.id !== record.id && inScope(record.unitPath, scopeOf(viewer, "record.correct")),
    // Only for those who may grant it, and only where: others do not even see that there is something.
    care: inScope(record.unitPath, granting)
      ? {
          accommodations: await listAccommodations({ officialId: record.id, scope: granting, now }),
          attempts: await listAttemptCare({ asker: viewer.official, officialId: record.id, scope: granting }),
        }
      : null,
  };
}

export default function Person() {
  return <PersonPage {...useLoaderData<typeof loader>()} />;
}
