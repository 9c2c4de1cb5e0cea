import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { z } from "zod";
import { actorOf } from "~/domain/audit/audit-event";
import { requirePermission } from "~/http/viewer.server";
import { bePresent, stopBeingPresent } from "~/use-cases/author/be-present";
import { saveLessonText } from "~/use-cases/author/save-lesson-text";
import { readLessonRevision, viewLessonHistory } from "~/use-cases/author/view-lesson-history";
import { notFound } from "~/domain/problem";

const NOT_KEPT = { "Cache-Control": "no-store" };

// No text in PostgreSQL holds U+0000.
const path = z
  .string()
  .max(200)
  .regex(/^[^\0]*$/);
const message = z.discriminatedUnion("intent", [
  z.object({
    intent: z.literal("save"),
    path,
    text: z.string(),
    over: z.number().int().nullable(),
  }),
  z.object({ intent: z.literal("here"), path }),
  z.object({ intent: z.literal("gone") }),
]);

/** Takes what the editor's script sends: the text of a lesson as it is typed, and who is there. 409: it was not saved. */
export async function action(args: ActionFunctionArgs) {
  const { viewer } = await requirePermission(args, "content.write");
  const slug = args.params["course"]!;
  const { now } = args.context;
  const read = message.safeParse(await args.request.json().catch(() => null));
  if (!read.success) return Response.json({ kind: "refused", reason: "not-a-lesson" }, { status: 400 });
  const sent = read.data;
  if (sent.intent === "gone") {
    await stopBeingPresent({ slug, accountId: viewer.accountId });
    return Response.json({}, { headers: NOT_KEPT });
  }
  if (sent.intent === "here") {
    const present = await bePresent({ slug, path: sent.path, writer: viewer, now });
    return Response.json(present, { headers: NOT_KEPT });
  }
  const { path, text, over } = sent;
  const answer = await saveLessonText({ slug, path, text, over, actor: actorOf(viewer), now });
  return Response.json(answer, { status: answer.kind === "saved" ? 200 : 409, headers: NOT_KEPT });
}

/** The steps in which a lesson was written, or one of them. */
export async function loader(args: LoaderFunctionArgs) {
  await requirePermission(args, "content.write");
  const slug = args.params["course"]!;
  const { searchParams } = new URL(args.request.url);
  const path = searchParams.get("history");
  const revision = searchParams.get("revision");
  if (path === null) throw notFound("no file of the draft is named");
  const answer =
    revision === null
      ? { revisions: await viewLessonHistory({ slug, path }) }
      : { text: await readLessonRevision({ slug, path, revision: Number(revision) || 0 }) };
  return Response.json(answer, { headers: NOT_KEPT });
}
