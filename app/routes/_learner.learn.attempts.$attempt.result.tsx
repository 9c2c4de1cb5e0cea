import { type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { requireOfficial } from "~/http/viewer.server";
import { wordsFor } from "~/http/words.server";
import { attemptPath, coursePath, learningPath } from "~/paths";
import { Page } from "~/ui/frame/page";
import type { PageHandle } from "~/ui/frame/page-handle";
import { pageMeta } from "~/ui/frame/page-meta";
import { ResultViewPage } from "~/ui/result/result-view";
import { useWords } from "~/ui/words/use-words";
import { viewResult } from "~/use-cases/learner/view-result";

export const handle: PageHandle = { section: "learning" };
export const meta = pageMeta;

export async function loader(args: LoaderFunctionArgs) {
  const { official } = await requireOfficial(args);
  const view = await viewResult({ officialId: official.id, attemptId: args.params["attempt"]!, now: args.context.now });
  if (view.kind === "open") throw redirect(attemptPath(view.attemptId));
  return { title: wordsFor(args)("result.title"), page: view.page };
}

export default function ResultRoute() {
  const t = useWords();
  const { title, page } = useLoaderData<typeof loader>();
  const { course, result } = page;
  return (
    <Page
      title={title}
      kicker={result ? t("result.kicker", { course: course.title, number: result.number }) : course.title}
      crumbs={[
        { label: t("frame.learning"), href: learningPath() },
        { label: course.title, href: coursePath(course.slug) },
      ]}
    >
      <ResultViewPage page={page} />
    </Page>
  );
}
