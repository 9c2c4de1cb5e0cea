import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { may } from "~/domain/auth/permissions";
import { parseDay } from "~/domain/time";
import { requirePermission } from "~/http/viewer.server";
import { wordsFor } from "~/http/words.server";
import type { PageHandle } from "~/ui/frame/page-handle";
import { pageMeta } from "~/ui/frame/page-meta";
import { StatisticsPage } from "~/ui/library/statistics-page";
import { viewStatistics } from "~/use-cases/author/view-statistics";

export const meta = pageMeta;
export const handle: PageHandle = { section: "library" };

export async function loader(args: LoaderFunctionArgs) {
  const { viewer } = await requirePermission(args, "content.preview");
  const asked = new URL(args.request.url).searchParams;
  const said = (name: string) => (asked.get(name) ?? "").trim().slice(0, 20);
  const [from, to, number] = [said("from"), said("to"), said("version")];
  const attempts = said("attempts") === "all" ? ("all" as const) : ("first" as const);
  const view = await viewStatistics({
    slug: args.params["course"]!,
    version: /^\d{1,6}$/.test(number) ? Number(number) : null,
    attempts,
    from: parseDay(from),
    to: parseDay(to),
  });
  const filter = { attempts, version: String(view.version), from, to };
  const badDays = [from, to].filter((day) => day !== "" && parseDay(day) === null);
  return {
    title: wordsFor(args)("statistics.title"),
    view,
    filter,
    badDays,
    mayViewSignals: may(viewer, "signals.view"),
  };
}

export default function StatisticsRoute() {
  return <StatisticsPage {...useLoaderData<typeof loader>()} />;
}
