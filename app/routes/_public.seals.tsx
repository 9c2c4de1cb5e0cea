import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { wordsFor } from "~/http/words.server";
import { pageMeta } from "~/ui/frame/page-meta";
import { SealsPageView } from "~/ui/seals/seals-page";
import { viewSeals } from "~/use-cases/public/view-seals";

export const meta = pageMeta;

export async function loader(args: LoaderFunctionArgs) {
  const asked = Number(new URL(args.request.url).searchParams.get("below"));
  const below = Number.isSafeInteger(asked) && asked > 0 && asked < 2 ** 31 ? asked : null;
  return { title: wordsFor(args)("seals.title"), page: await viewSeals({ below }), first: below === null };
}

export default function Seals() {
  const { page, first } = useLoaderData<typeof loader>();
  return <SealsPageView page={page} first={first} />;
}
