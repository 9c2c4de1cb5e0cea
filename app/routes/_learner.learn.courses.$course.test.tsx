import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { postedForm } from "~/http/form.server";
import { requireOfficial } from "~/http/viewer.server";
import { attemptPath, coursePath, learningPath, testPath } from "~/paths";
import { Page } from "~/ui/frame/page";
import type { PageHandle } from "~/ui/frame/page-handle";
import { pageMeta } from "~/ui/frame/page-meta";
import { TestIntro } from "~/ui/paper/test-intro";
import { useWords } from "~/ui/words/use-words";
import { startTest } from "~/use-cases/learner/start-test";
import { viewTest } from "~/use-cases/learner/view-test";

export const handle: PageHandle = { section: "learning" };
export const meta = pageMeta;

export async function loader(args: LoaderFunctionArgs) {
  const viewer = await requireOfficial(args);
  const courseSlug = args.params["course"]!;
  const test = await viewTest({ officialId: viewer.official.id, courseSlug, now: args.context.now });
  if (!test) throw redirect(coursePath(courseSlug));
  return { title: test.policy.title, test };
}

export async function action(args: ActionFunctionArgs) {
  const viewer = await requireOfficial(args);
  const courseSlug = args.params["course"]!;
  const key = { officialId: viewer.official.id, courseSlug, now: args.context.now };
  const honour = (await postedForm(args.request)).get("honour") === "on";
  const answer = await startTest({ viewer, ...key, honour });
  if (answer.kind === "refused" && answer.reason === "honour-first")
    return data({ honourMissing: true }, { status: 400 });
  // A refusal is told by the page of the rules itself.
  return redirect(answer.kind === "refused" ? testPath(courseSlug) : attemptPath(answer.attemptId));
}

export default function TestPage() {
  const t = useWords();
  const { title, test } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  return (
    <Page
      title={title}
      kicker={test.course.title}
      crumbs={[
        { label: t("frame.learning"), href: learningPath() },
        { label: test.course.title, href: coursePath(test.course.slug) },
      ]}
    >
      <TestIntro test={test} honourMissing={answer?.honourMissing} />
    </Page>
  );
}
