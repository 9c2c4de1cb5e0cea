import { type ActionFunctionArgs, data, type LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { UPLOAD_LIMIT } from "~/domain/certificates/signing/uploaded-signature";
import { postedForm } from "~/http/form.server";
import { redirectWithNotice } from "~/http/notice.server";
import { requirePermission } from "~/http/viewer.server";
import { wordsFor } from "~/http/words.server";
import { signedCopyIssuedPath, signedCopyPath } from "~/paths";
import { SignedCopyPage } from "~/ui/certificates/signed-copy-page";
import type { PageHandle } from "~/ui/frame/page-handle";
import { pageMeta } from "~/ui/frame/page-meta";
import { uploadSignedCopy, viewSignedCopy } from "~/use-cases/hr/signed-copy";

export const meta = pageMeta;
export const handle: PageHandle = { section: "overview" };

export async function loader(args: LoaderFunctionArgs) {
  const { scope } = await requirePermission(args, "certificates.manage");
  const view = await viewSignedCopy({ scope, serial: args.params["serial"] ?? "", now: args.context.now });
  return { title: wordsFor(args)("signedCopy.title"), view };
}

/** Nothing is kept of a file that is refused; the page says why. */
export async function action(args: ActionFunctionArgs) {
  const { viewer, scope } = await requirePermission(args, "certificates.manage");
  const serial = args.params["serial"] ?? "";
  const { now } = args.context;
  const file = (await postedForm(args.request)).get("file");
  if (file instanceof File && file.size > UPLOAD_LIMIT) return data({ refused: "too-large" as const }, { status: 400 });
  const bytes = file instanceof File ? new Uint8Array(await file.arrayBuffer()) : new Uint8Array();
  const answer = await uploadSignedCopy({ viewer, scope, serial, bytes, now });
  if (answer.kind === "refused") return data({ refused: answer.reason }, { status: 400 });
  return redirectWithNotice(signedCopyPath(serial), wordsFor(args)("signedCopy.done"));
}

export default function SignedCopy() {
  const { title, view } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>()?.refused;
  return (
    <SignedCopyPage
      title={title}
      view={view}
      refused={refused}
      issuedHref={signedCopyIssuedPath(view.serial)}
      crumbs={[]}
    />
  );
}
