import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { isRequestState } from "~/domain/privacy/correction-request";
import { requirePermission } from "~/http/viewer.server";
import { wordsFor } from "~/http/words.server";
import type { PageHandle } from "~/ui/frame/page-handle";
import { pageMeta } from "~/ui/frame/page-meta";
import { RequestInboxPage } from "~/ui/privacy/request-inbox-page";
import { listCorrectionRequests } from "~/use-cases/hr/correction-requests";

export const meta = pageMeta;
export const handle: PageHandle = { section: "staff" };

export async function loader(args: LoaderFunctionArgs) {
  const { scope } = await requirePermission(args, "record.correct");
  const search = new URL(args.request.url).searchParams;
  const asked = search.get("state");
  const state = isRequestState(asked) ? asked : "open";
  const after = search.get("after");
  const page = await listCorrectionRequests({ state, scope, after });
  return { title: wordsFor(args)("myData.inboxTitle"), page, state, after };
}

export default function CorrectionRequestsRoute() {
  const { page, state, after } = useLoaderData<typeof loader>();
  return <RequestInboxPage page={page} state={state} after={after} />;
}
