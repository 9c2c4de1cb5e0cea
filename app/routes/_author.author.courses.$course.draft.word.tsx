import { type ActionFunctionArgs, data, type LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { actorOf } from "~/domain/audit/audit-event";
import { postedForm } from "~/http/form.server";
import { redirectWithNotice } from "~/http/notice.server";
import { requirePermission } from "~/http/viewer.server";
import { readWordForm, wordFaults } from "~/http/word-form.server";
import { wordsFor } from "~/http/words.server";
import { draftLessonPath, draftWordPath } from "~/paths";
import type { PageHandle } from "~/ui/frame/page-handle";
import { pageMeta } from "~/ui/frame/page-meta";
import { WordPage, type WordPageProps } from "~/ui/media/word-page";
import { previewWord } from "~/use-cases/author/preview-word";
import { readWord } from "~/use-cases/author/read-word";
import { saveWordLesson } from "~/use-cases/author/save-word-lesson";
import { viewWordStart } from "~/use-cases/author/view-word-start";

export const meta = pageMeta;
export const handle: PageHandle = { section: "library" };

export async function loader(args: LoaderFunctionArgs) {
  await requirePermission(args, "content.write");
  const start = await viewWordStart({ slug: args.params["course"]! });
  return { title: wordsFor(args)("word.title"), start };
}

const REFUSED = {
  "old-format": "word.refusedOldFormat",
  "not-docx": "word.refusedNotDocx",
  damaged: "word.refusedDamaged",
  "too-large": "word.refusedTooLarge",
  empty: "word.refusedEmpty",
  closed: "word.closed",
} as const;

export async function action(args: ActionFunctionArgs) {
  const { viewer } = await requirePermission(args, "content.write");
  const t = wordsFor(args);
  const slug = args.params["course"]!;
  const form = await postedForm(args.request);
  const intent = form.get("intent");
  const refuse = (errors: Record<string, string[]>) =>
    data<Answer>({ text: null, preview: null, errors }, { status: 400 });
  if (intent !== "save" && intent !== "again") {
    const file = form.get("file");
    if (!(file instanceof File) || file.size === 0) return refuse({ file: [t("word.needsFile")] });
    const bytes = new Uint8Array(await file.arrayBuffer());
    const answer = await readWord({ slug, file: { name: file.name, bytes } });
    if (answer.kind === "refused") return refuse({ file: [t(REFUSED[answer.reason], { limit: 25 })] });
    const { kind: _, ...text } = answer;
    return data<Answer>({ text: { ...text, inPlaceOf: null }, preview: await previewWord(text), errors: {} });
  }
  const typed = readWordForm(form);
  const errors = intent === "save" ? wordFaults(typed, t) : {};
  if (intent === "again" || Object.keys(errors).length > 0) {
    const text = { ...typed, losses: null, converted: null };
    const status = intent === "again" ? 200 : 400;
    return data<Answer>({ text, preview: await previewWord(typed), errors }, { status });
  }
  const saved = await saveWordLesson({ slug, ...typed, actor: actorOf(viewer), now: args.context.now });
  if (saved.kind === "refused") return redirectWithNotice(draftWordPath(slug), t("word.closed"), "danger");
  const said = t(typed.inPlaceOf ? "word.replaced" : "word.saved", { title: typed.title });
  return redirectWithNotice(draftLessonPath(slug, saved.file.replace(/^\d\d-/, "")), said);
}

type Answer = Pick<WordPageProps, "text" | "preview" | "errors">;

export default function WordRoute() {
  const { start } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>() as Answer | undefined;
  return <WordPage start={start} {...(answer ?? { text: null, preview: null, errors: {} })} />;
}
