import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { requirePermission } from "~/http/viewer.server";
import { wordsFor } from "~/http/words.server";
import { PrintedRegister } from "~/ui/certificate-book/printed-register";
import type { PageHandle } from "~/ui/frame/page-handle";
import { pageMeta } from "~/ui/frame/page-meta";
import { PRINTED_AT_ONCE, printRegister } from "~/use-cases/hr/view-register";

export const meta = pageMeta;
export const handle: PageHandle = { section: "certificates" };

export async function loader(args: LoaderFunctionArgs) {
  const { scope } = await requirePermission(args, "certificates.manage");
  const search = new URL(args.request.url).searchParams;
  const number = (name: string) => {
    const value = Number(search.get(name));
    return Number.isInteger(value) && value > 0 && value < 2_000_000_000 ? value : null;
  };
  const view = await printRegister({
    scope,
    book: search.get("book"),
    from: number("from"),
    upTo: number("to"),
    now: args.context.now,
  });
  return { title: wordsFor(args)("book.printTitle"), view, most: PRINTED_AT_ONCE };
}

export default function PrintRegister() {
  const { view, most } = useLoaderData<typeof loader>();
  return <PrintedRegister view={view} most={most} />;
}
