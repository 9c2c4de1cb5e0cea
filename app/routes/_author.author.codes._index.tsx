import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { requirePermission } from "~/http/viewer.server";
import { wordsFor } from "~/http/words.server";
import type { PageHandle } from "~/ui/frame/page-handle";
import { pageMeta } from "~/ui/frame/page-meta";
import { CodesPage } from "~/ui/local-code/codes-page";
import { listCodes } from "~/use-cases/author/local-codes";

export const meta = pageMeta;
export const handle: PageHandle = { section: "documents" };

export async function loader(args: LoaderFunctionArgs) {
  const { scope } = await requirePermission(args, "content.write");
  const text = (new URL(args.request.url).searchParams.get("q") ?? "").trim();
  return { title: wordsFor(args)("localCode.listTitle"), ...(await listCodes({ scope, text })) };
}

export default function CodesRoute() {
  const { codes, units, text } = useLoaderData<typeof loader>();
  return <CodesPage codes={codes} units={units} text={text} />;
}
