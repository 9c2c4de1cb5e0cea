import { type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { requireOfficial } from "~/http/viewer.server";
import { wordsFor } from "~/http/words.server";
import { readCodePath } from "~/paths";
import { Page } from "~/ui/frame/page";
import type { PageHandle } from "~/ui/frame/page-handle";
import { pageMeta } from "~/ui/frame/page-meta";
import { EmptyState } from "~/ui/kit/empty-state";
import { useWords } from "~/ui/words/use-words";
import { nearestCode } from "~/use-cases/learner/read-code";

export const handle: PageHandle = { section: "learning" };
export const meta = pageMeta;

/** On to the code of the nearest unit that has one. */
export async function loader(args: LoaderFunctionArgs) {
  const { official } = await requireOfficial(args);
  const codeId = await nearestCode({ official });
  if (codeId !== null) throw redirect(readCodePath(codeId));
  return { title: wordsFor(args)("localCode.readTitle") };
}

export default function MyCodeRoute() {
  const t = useWords();
  return (
    <Page title={useLoaderData<typeof loader>().title} width="reading">
      <EmptyState icon="document" title={t("localCode.emptyTitle")}>
        {t("localCode.emptyText")}
      </EmptyState>
    </Page>
  );
}
