import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { postedForm } from "~/http/form.server";
import { redirectWithNotice } from "~/http/notice.server";
import { requireOfficial } from "~/http/viewer.server";
import { wordsFor } from "~/http/words.server";
import { learningPath } from "~/paths";
import type { PageHandle } from "~/ui/frame/page-handle";
import { pageMeta } from "~/ui/frame/page-meta";
import { MySupplementPage } from "~/ui/supplements/my-supplement-page";
import { finishSupplement } from "~/use-cases/learner/finish-supplement";
import { viewSupplement } from "~/use-cases/learner/view-supplement";

export const handle: PageHandle = { section: "learning" };
export const meta = pageMeta;

export async function loader(args: LoaderFunctionArgs) {
  const { official } = await requireOfficial(args);
  const id = args.params["supplement"]!;
  const page = await viewSupplement({ officialId: official.id, id, now: args.context.now });
  return { title: page.supplement.title, page };
}

export async function action(args: ActionFunctionArgs) {
  const viewer = await requireOfficial(args);
  const form = await postedForm(args.request);
  const answer = await finishSupplement({ viewer, id: args.params["supplement"]!, form, now: args.context.now });
  if (answer.kind === "not-yet") return answer.answered;
  return redirectWithNotice(learningPath(), wordsFor(args)("supplement.done", { title: answer.title }));
}

export default function MySupplementRoute() {
  return <MySupplementPage page={useLoaderData<typeof loader>().page} answered={useActionData<typeof action>()} />;
}
