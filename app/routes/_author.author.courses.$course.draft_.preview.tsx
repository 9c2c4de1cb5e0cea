import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { z } from "zod";
import { requirePermission } from "~/http/viewer.server";
import { wordsFor } from "~/http/words.server";
import { previewDraftLesson } from "~/use-cases/author/preview-draft-lesson";
import { readDraftComponent } from "~/use-cases/author/read-draft-component";
import { showPalette } from "~/use-cases/author/show-palette";

const NOT_KEPT = { "Cache-Control": "no-store" };
const MOST = 400_000;

const message = z.discriminatedUnion("intent", [
  z.object({
    intent: z.literal("preview"),
    path: z.string().max(200),
    text: z.string().max(MOST),
    page: z.string().max(40),
  }),
  z.object({ intent: z.literal("component"), text: z.string().max(MOST), offset: z.number().int().min(0) }),
]);

/** A lesson as it would look, or the component at a place of its text: what the editor's script asks while somebody types. */
export async function action(args: ActionFunctionArgs) {
  const { viewer } = await requirePermission(args, "content.write");
  const slug = args.params["course"]!;
  const read = message.safeParse(await args.request.json().catch(() => null));
  if (!read.success) return Response.json({ kind: "too-slow" }, { status: 400 });
  if (read.data.intent === "component") {
    const component = await readDraftComponent({ slug, ...read.data });
    return Response.json({ component }, { headers: NOT_KEPT });
  }
  const { path, text, page } = read.data;
  const preview = await previewDraftLesson({
    slug,
    path,
    text,
    writer: `${viewer.accountId} ${page}`,
    language: wordsFor(args).language,
    now: args.context.now,
  });
  return Response.json(preview, { headers: NOT_KEPT });
}

/** Every component as learners see it, for the palette. */
export async function loader(args: LoaderFunctionArgs) {
  await requirePermission(args, "content.write");
  return Response.json(await showPalette(), { headers: NOT_KEPT });
}
