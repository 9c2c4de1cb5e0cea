import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { requireOfficial } from "~/http/viewer.server";
import { wordsFor } from "~/http/words.server";
import type { PageHandle } from "~/ui/frame/page-handle";
import { pageMeta } from "~/ui/frame/page-meta";
import { WhoLookedPage } from "~/ui/privacy/who-looked-page";
import { listMyAccesses } from "~/use-cases/account/list-my-accesses";
import { readNotice } from "~/use-cases/public/read-notice";

export const handle: PageHandle = { section: "record" };
export const meta = pageMeta;

export async function loader(args: LoaderFunctionArgs) {
  const { official } = await requireOfficial(args);
  const before = new URL(args.request.url).searchParams.get("before");
  const [page, { plan }] = await Promise.all([listMyAccesses({ official, before }), readNotice()]);
  return { title: wordsFor(args)("myData.lookedTitle"), page, before, keptDays: plan.days.accesses };
}

export default function WhoLookedRoute() {
  const { page, before, keptDays } = useLoaderData<typeof loader>();
  return <WhoLookedPage page={page} before={before} keptDays={keptDays} />;
}
