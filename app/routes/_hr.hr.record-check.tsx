import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { requirePermission } from "~/http/viewer.server";
import { wordsFor } from "~/http/words.server";
import { recordCheckPath } from "~/paths";
import type { PageHandle } from "~/ui/frame/page-handle";
import { pageMeta } from "~/ui/frame/page-meta";
import { RecordCheckPageView } from "~/ui/seals/record-check-page";
import { viewRecordCheck } from "~/use-cases/hr/view-record-check";

export const meta = pageMeta;
export const handle: PageHandle = { section: "overview" };

export async function loader(args: LoaderFunctionArgs) {
  const { scope } = await requirePermission(args, "record.correct");
  const asked = Number(new URL(args.request.url).searchParams.get("after"));
  const after = Number.isSafeInteger(asked) && asked > 0 && asked < 2 ** 31 ? asked : 0;
  return {
    title: wordsFor(args)("seals.checkTitle"),
    page: await viewRecordCheck({ scope, after }),
    first: after === 0,
  };
}

export default function RecordCheck() {
  const { page, first } = useLoaderData<typeof loader>();
  return <RecordCheckPageView page={page} first={first} pathOf={recordCheckPath} seesPeople={true} />;
}
