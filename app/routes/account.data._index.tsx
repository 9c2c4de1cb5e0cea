import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { redirectWithNotice } from "~/http/notice.server";
import { requireViewer } from "~/http/viewer.server";
import { wordsFor } from "~/http/words.server";
import { jobPath } from "~/paths";
import type { PageHandle } from "~/ui/frame/page-handle";
import { pageMeta } from "~/ui/frame/page-meta";
import { OwnDataPage } from "~/ui/privacy/own-data-page";
import { requestOwnData } from "~/use-cases/account/request-own-data";

export const handle: PageHandle = { section: "record" };
export const meta = pageMeta;

export async function loader(args: LoaderFunctionArgs) {
  const viewer = await requireViewer(args);
  return { title: wordsFor(args)("myData.ownTitle"), hasRecord: viewer.official !== null };
}

export async function action(args: ActionFunctionArgs) {
  const viewer = await requireViewer(args);
  const job = await requestOwnData({ viewer, now: args.context.now });
  return redirectWithNotice(jobPath(job), wordsFor(args)("myData.ownStarted"), "info");
}

export default function OwnDataRoute() {
  return <OwnDataPage hasRecord={useLoaderData<typeof loader>().hasRecord} />;
}
