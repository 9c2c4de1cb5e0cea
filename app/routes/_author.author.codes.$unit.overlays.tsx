import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { overlayForm } from "~/domain/documents/local-code/local-code-form";
import { postedForm, readForm, refuseForm } from "~/http/form.server";
import { redirectWithNotice } from "~/http/notice.server";
import { requirePermission } from "~/http/viewer.server";
import { wordsFor } from "~/http/words.server";
import { overlaysPath } from "~/paths";
import type { PageHandle } from "~/ui/frame/page-handle";
import { pageMeta } from "~/ui/frame/page-meta";
import { OverlaysPage } from "~/ui/local-code/overlays-page";
import { unitOfCode } from "~/use-cases/author/local-codes";
import { addOverlay, removeOverlay, viewOverlays } from "~/use-cases/author/overlays";

export const meta = pageMeta;
export const handle: PageHandle = { section: "documents" };

/** The lesson is chosen as "course/lesson" in one list, or named in the address. */
export async function loader(args: LoaderFunctionArgs) {
  const { scope } = await requirePermission(args, "content.write");
  const asked = new URL(args.request.url).searchParams;
  const [course = null, lesson = null] = asked.get("place")?.split("/") ?? [asked.get("course"), asked.get("lesson")];
  const view = await viewOverlays({ unitCode: args.params["unit"]!, scope, course, lesson });
  return { title: wordsFor(args)("localCode.overlaysTitle", { unit: view.unit.name }), view };
}

export async function action(args: ActionFunctionArgs) {
  const { viewer, scope } = await requirePermission(args, "content.write");
  const t = wordsFor(args);
  const unitCode = args.params["unit"]!;
  await unitOfCode({ unitCode, scope });
  const { now } = args.context;
  const overlayId = (await postedForm(args.request.clone())).get("remove");
  if (typeof overlayId === "string") {
    await removeOverlay({ viewer, scope, unitCode, overlayId, now });
    return redirectWithNotice(overlaysPath(unitCode), t("localCode.removed"));
  }
  const submission = await readForm(args.request, overlayForm);
  if (submission.status !== "success") return refuseForm(submission);
  const answer = await addOverlay({ viewer, scope, unitCode, values: submission.value, now });
  if (answer.kind === "refused") {
    const word = answer.reason === "no-such-place" ? "noSuchPlace" : "noSuchDocument";
    return refuseForm(submission, { formErrors: [t(`localCode.${word}`)] });
  }
  const { course, lesson } = submission.value;
  return redirectWithNotice(overlaysPath(unitCode, { course, lesson }), t("localCode.added"));
}

export default function OverlaysRoute() {
  return <OverlaysPage view={useLoaderData<typeof loader>().view} result={useActionData<typeof action>()} />;
}
