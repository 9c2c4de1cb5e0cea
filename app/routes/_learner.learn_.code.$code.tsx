import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { postedForm } from "~/http/form.server";
import { redirectWithNotice } from "~/http/notice.server";
import { requireOfficial } from "~/http/viewer.server";
import { wordsFor } from "~/http/words.server";
import { readCodePath } from "~/paths";
import type { PageHandle } from "~/ui/frame/page-handle";
import { pageMeta } from "~/ui/frame/page-meta";
import { ReadCodePage } from "~/ui/local-code/read-code-page";
import { acknowledgeCode, readCode } from "~/use-cases/learner/read-code";

export const handle: PageHandle = { section: "learning" };
export const meta = pageMeta;

export async function loader(args: LoaderFunctionArgs) {
  const { official } = await requireOfficial(args);
  const asked = new URL(args.request.url).searchParams;
  const number = (name: string) => Number(asked.get(name)) || null;
  const codeId = args.params["code"]!;
  const page = await readCode({ official, codeId, version: number("version"), against: number("against") });
  return { title: page.version.title, page };
}

export async function action(args: ActionFunctionArgs) {
  const viewer = await requireOfficial(args);
  const t = wordsFor(args);
  const codeId = args.params["code"]!;
  const version = Number((await postedForm(args.request)).get("version"));
  const answer = await acknowledgeCode({ viewer, codeId, version, now: args.context.now });
  return answer.kind === "refused"
    ? redirectWithNotice(readCodePath(codeId), t("localCode.newer"), "warning")
    : redirectWithNotice(readCodePath(codeId), t("localCode.confirmed"));
}

export default function ReadCodeRoute() {
  return <ReadCodePage page={useLoaderData<typeof loader>().page} />;
}
