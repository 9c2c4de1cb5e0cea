import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { localCodeForm } from "~/domain/documents/local-code/local-code-form";
import { readForm, refuseForm } from "~/http/form.server";
import { redirectWithNotice } from "~/http/notice.server";
import { requirePermission } from "~/http/viewer.server";
import { wordsFor } from "~/http/words.server";
import { localCodePath } from "~/paths";
import type { PageHandle } from "~/ui/frame/page-handle";
import { pageMeta } from "~/ui/frame/page-meta";
import { CodeFormPage } from "~/ui/local-code/code-form-page";
import { saveCode, unitOfCode, viewCode } from "~/use-cases/author/local-codes";

export const meta = pageMeta;
export const handle: PageHandle = { section: "documents" };

export async function loader(args: LoaderFunctionArgs) {
  const { scope } = await requirePermission(args, "content.write");
  const code = await viewCode({ unitCode: args.params["unit"]!, scope });
  return { title: wordsFor(args)("localCode.editTitle", { unit: code.unit.name }), code };
}

export async function action(args: ActionFunctionArgs) {
  const { viewer, scope } = await requirePermission(args, "content.write");
  const t = wordsFor(args);
  const unitCode = args.params["unit"]!;
  await unitOfCode({ unitCode, scope });
  const submission = await readForm(args.request, localCodeForm);
  if (submission.status !== "success") return refuseForm(submission);
  const answer = await saveCode({ viewer, scope, unitCode, values: submission.value, now: args.context.now });
  if (answer.kind === "refused") {
    const word = answer.reason === "overtaken" ? "overtaken" : "sameAsBefore";
    return refuseForm(submission, { formErrors: [t(`localCode.${word}`)] });
  }
  return redirectWithNotice(
    localCodePath(unitCode),
    answer.kind === "published" ? t("localCode.published", { number: String(answer.number) }) : t("localCode.saved"),
  );
}

export default function CodeRoute() {
  return <CodeFormPage code={useLoaderData<typeof loader>().code} result={useActionData<typeof action>()} />;
}
