import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { may, scopeOf } from "~/domain/auth/permissions";
import { parseDay } from "~/domain/time";
import { requirePermission } from "~/http/viewer.server";
import { wordsFor } from "~/http/words.server";
import type { PageHandle } from "~/ui/frame/page-handle";
import { pageMeta } from "~/ui/frame/page-meta";
import { SignalsPage } from "~/ui/library/signals-page";
import { viewSignals } from "~/use-cases/author/view-signals";

export const meta = pageMeta;
export const handle: PageHandle = { section: "library" };

export async function loader(args: LoaderFunctionArgs) {
  const { viewer, scope } = await requirePermission(args, "signals.view");
  const asked = new URL(args.request.url).searchParams;
  const said = (name: string, most: number) => (asked.get(name) ?? "").trim().slice(0, most);
  const [unit, from, to] = [said("unit", 60), said("from", 20), said("to", 20)];
  const view = await viewSignals({
    slug: args.params["course"]!,
    scope,
    named: scopeOf(viewer, "staff.view"),
    unit: unit === "" ? null : unit,
    from: parseDay(from),
    to: parseDay(to),
  });
  return {
    title: wordsFor(args)("signals.title"),
    view,
    filter: { unit, from, to },
    badDays: [from, to].filter((day) => day !== "" && parseDay(day) === null),
    from: may(viewer, "content.preview") ? ("library" as const) : ("overview" as const),
  };
}

export default function SignalsRoute() {
  return <SignalsPage {...useLoaderData<typeof loader>()} />;
}
