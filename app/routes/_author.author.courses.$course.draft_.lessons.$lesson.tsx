import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { actorOf } from "~/domain/audit/audit-event";
import { cutLesson, readHead } from "~/domain/courses/lesson/front-matter-form";
import { postedForm } from "~/http/form.server";
import { redirectWithNotice } from "~/http/notice.server";
import { requirePermission } from "~/http/viewer.server";
import { wordsFor } from "~/http/words.server";
import { draftLessonPath } from "~/paths";
import type { PageHandle } from "~/ui/frame/page-handle";
import { pageMeta } from "~/ui/frame/page-meta";
import { EditorPage } from "~/ui/studio/editor/editor-page";
import { NoDraftPage } from "~/ui/studio/editor/no-draft-page";
import { openDraft } from "~/use-cases/author/open-draft";
import { saveLessonText } from "~/use-cases/author/save-lesson-text";
import { viewLessonEditor } from "~/use-cases/author/view-lesson-editor";

export const meta = pageMeta;
export const handle: PageHandle = { section: "library", script: true, words: ["editor", "lesson", "paper", "word"] };

export async function loader(args: LoaderFunctionArgs) {
  const { viewer } = await requirePermission(args, "content.write");
  const t = wordsFor(args);
  const slug = args.params["course"]!;
  const view = await viewLessonEditor({
    slug,
    lesson: args.params["lesson"]!,
    language: t.language,
    now: args.context.now,
  });
  const head = view && readHead(cutLesson(view.file.text).head);
  const title = t("editor.pageTitle", { title: head?.title || view?.file.id || slug });
  return { title, view, me: viewer.displayName, slug, lesson: args.params["lesson"]! };
}

/** Without script: the whole text at once, or the draft is opened. */
export async function action(args: ActionFunctionArgs) {
  const { viewer } = await requirePermission(args, "content.write");
  const [slug, lesson] = [args.params["course"]!, args.params["lesson"]!];
  const form = await postedForm(args.request);
  const { now } = args.context;
  const here = draftLessonPath(slug, lesson);
  if (form.get("intent") === "open") {
    await openDraft({ slug, actor: actorOf(viewer), now });
    return redirect(here);
  }
  const text = String(form.get("text") ?? "");
  const answer = await saveLessonText({
    slug,
    path: String(form.get("path")),
    text,
    over: Number(form.get("over")) || null,
    actor: actorOf(viewer),
    now,
  });
  if (answer.kind === "saved") return redirectWithNotice(here, wordsFor(args)("editor.saved"));
  return data({ answer, text }, { status: 409 });
}

export default function LessonEditorRoute() {
  const { view, slug, lesson } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  if (!view) return <NoDraftPage slug={slug} lesson={lesson} />;
  return <EditorPage key={view.draft.id + view.file.path} view={view} refused={refused} />;
}
