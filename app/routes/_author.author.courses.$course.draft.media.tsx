import { type ActionFunctionArgs, data, type LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { actorOf } from "~/domain/audit/audit-event";
import { postedForm } from "~/http/form.server";
import { changeMedium } from "~/http/media-change.server";
import { MOST_ROWS, readUploads, uploadResult } from "~/http/media-form.server";
import { redirectWithNotice } from "~/http/notice.server";
import { requirePermission } from "~/http/viewer.server";
import { wordsFor } from "~/http/words.server";
import { draftMediaPath } from "~/paths";
import type { PageHandle } from "~/ui/frame/page-handle";
import { pageMeta } from "~/ui/frame/page-meta";
import { MediaPage } from "~/ui/media/media-page";
import { addDraftMedium } from "~/use-cases/author/add-draft-media";
import * as changes from "~/use-cases/author/change-draft-media";
import { viewDraftMedia } from "~/use-cases/author/view-draft-media";

export const meta = pageMeta;
export const handle: PageHandle = { section: "library" };

export async function loader(args: LoaderFunctionArgs) {
  await requirePermission(args, "content.write");
  const view = await viewDraftMedia({ slug: args.params["course"]! });
  const asked = Number(new URL(args.request.url).searchParams.get("rows"));
  const rows = Number.isInteger(asked) ? Math.min(Math.max(asked, 3), MOST_ROWS) : 3;
  return { title: wordsFor(args)("media.title"), view, rows };
}

export async function action(args: ActionFunctionArgs) {
  const { viewer } = await requirePermission(args, "content.write");
  const t = wordsFor(args);
  const slug = args.params["course"]!;
  const form = await postedForm(args.request);
  const asked = { slug, actor: actorOf(viewer), now: args.context.now };
  const back = draftMediaPath(slug);
  if (form.get("intent") !== "upload") {
    const { describeDraftMedium, renameDraftMedium, replaceDraftMedium, deleteDraftMedium } = changes;
    const does = {
      describe: describeDraftMedium,
      rename: renameDraftMedium,
      replace: replaceDraftMedium,
      delete: deleteDraftMedium,
    };
    const { text, kind } = await changeMedium(form, asked, does, t);
    return redirectWithNotice(back, text, kind);
  }
  const uploads = await readUploads(form);
  const added: string[] = [];
  const faults: Parameters<typeof uploadResult>[0][number][] = [];
  for (const row of uploads) {
    const answer = await addDraftMedium({ ...asked, handedUp: row.handedUp });
    if (answer.kind === "added") added.push(answer.path.slice("media/".length));
    else if (answer.reason === "closed") return redirectWithNotice(back, t("media.refusedClosed"), "danger");
    else faults.push({ row, faults: answer.faults });
  }
  if (uploads.length === 0) {
    const error = { "rows[0].file": [t("media.needsFile")] };
    return data({ result: { status: "error" as const, error }, added }, { status: 400 });
  }
  if (faults.length > 0) return data({ result: uploadResult(faults, t), added }, { status: 400 });
  return redirectWithNotice(back, t("media.added", { names: added.join(", ") }));
}

export default function DraftMediaRoute() {
  const { view, rows } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>() as { result?: never; added?: string[] } | undefined;
  return <MediaPage view={view} rows={rows} result={answer?.result} added={answer?.added ?? []} />;
}
