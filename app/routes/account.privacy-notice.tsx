import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { redirectWithNotice } from "~/http/notice.server";
import { ownPath } from "~/http/own-path";
import { requireViewer } from "~/http/viewer.server";
import { wordsFor } from "~/http/words.server";
import { firstPathFor } from "~/ui/frame/navigation";
import { pageMeta } from "~/ui/frame/page-meta";
import { NoticePage } from "~/ui/privacy/notice-page";
import { acknowledgeNotice, viewNoticeRead } from "~/use-cases/account/acknowledge-notice";
import { readNotice } from "~/use-cases/public/read-notice";

export const meta = pageMeta;

const nextOf = (request: Request) => ownPath(new URL(request.url).searchParams.get("next"));

export async function loader(args: LoaderFunctionArgs) {
  const viewer = await requireViewer(args);
  const next = nextOf(args.request);
  const [notice, read] = await Promise.all([readNotice(), viewNoticeRead(viewer)]);
  const title = wordsFor(args)("notice.title");
  return { title, ...notice, readAt: read?.at ?? null, next, onward: next ?? firstPathFor(viewer) };
}

export async function action(args: ActionFunctionArgs) {
  const viewer = await requireViewer(args);
  await acknowledgeNotice({ viewer, now: args.context.now });
  return redirectWithNotice(nextOf(args.request) ?? firstPathFor(viewer), wordsFor(args)("notice.thanks"));
}

export default function PrivacyNoticeRoute() {
  const { agency, plan, readAt, next, onward } = useLoaderData<typeof loader>();
  return <NoticePage agency={agency} plan={plan} readAt={readAt} next={next} onward={onward} />;
}
