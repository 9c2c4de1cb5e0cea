import type { ActionFunctionArgs } from "@remix-run/node";
import { actorOf } from "~/domain/audit/audit-event";
import { postedForm } from "~/http/form.server";
import { faultInWords, readUploads } from "~/http/media-form.server";
import { requirePermission } from "~/http/viewer.server";
import { wordsFor } from "~/http/words.server";
import { addDraftMedium } from "~/use-cases/author/add-draft-media";

/** The editor puts one file among the media of the draft without leaving the lesson; it gets the file's place, or what is wrong. */
export async function action(args: ActionFunctionArgs) {
  const { viewer } = await requirePermission(args, "content.write");
  const t = wordsFor(args);
  const [row] = await readUploads(await postedForm(args.request));
  if (!row) return Response.json({ errors: [{ field: "file", message: t("media.needsFile") }] }, { status: 400 });
  const { handedUp } = row;
  const slug = args.params["course"]!;
  const answer = await addDraftMedium({ slug, handedUp, actor: actorOf(viewer), now: args.context.now });
  if (answer.kind === "added") {
    const { path, alt, size, address } = answer;
    return Response.json({ path, alt, size, address });
  }
  if (answer.reason === "closed") {
    return Response.json({ errors: [{ field: "file", message: t("media.refusedClosed") }] }, { status: 409 });
  }
  const errors = answer.faults.map((fault) => ({ field: fault.field, message: faultInWords(fault, t) }));
  return Response.json({ errors }, { status: 400 });
}
