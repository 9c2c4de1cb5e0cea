import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { isAuditAction } from "~/domain/audit/audit-trail";
import { parseDay } from "~/domain/time";
import { requirePermission } from "~/http/viewer.server";
import { wordsFor } from "~/http/words.server";
import { AuditPage } from "~/ui/admin/audit-page";
import type { PageHandle } from "~/ui/frame/page-handle";
import { pageMeta } from "~/ui/frame/page-meta";
import { listAuditEvents } from "~/use-cases/admin/list-audit-events";

export const handle: PageHandle = { section: "audit" };
export const meta = pageMeta;

export async function loader(args: LoaderFunctionArgs) {
  const { scope } = await requirePermission(args, "audit.view");
  const asked = new URL(args.request.url).searchParams;
  const said = (name: string) => (asked.get(name) ?? "").trim().slice(0, 200);
  const action = said("action");
  const filter = {
    q: said("q"),
    action: isAuditAction(action) ? action : "",
    from: said("from"),
    to: said("to"),
    before: said("before"),
  };
  const page = await listAuditEvents({
    scope,
    text: filter.q,
    action: isAuditAction(action) ? action : null,
    from: parseDay(filter.from),
    to: parseDay(filter.to),
    before: filter.before || null,
    now: args.context.now,
  });
  const badDays = [filter.from, filter.to].filter((day) => day !== "" && parseDay(day) === null);
  return { title: wordsFor(args)("audit.title"), page, filter, badDays };
}

export default function Audit() {
  const { page, filter, badDays } = useLoaderData<typeof loader>();
  return <AuditPage page={page} filter={filter} badDays={badDays} />;
}
