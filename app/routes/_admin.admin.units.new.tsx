import { type ActionFunctionArgs, type LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { unitForm } from "~/domain/organization/unit-form";
import { redirectWithNotice } from "~/http/notice.server";
import { readFormWithUnits } from "~/http/unit-form.server";
import { requirePermission } from "~/http/viewer.server";
import { wordsFor } from "~/http/words.server";
import { newUnitPath } from "~/paths";
import { UnitFormPage } from "~/ui/admin/unit-form-page";
import type { PageHandle } from "~/ui/frame/page-handle";
import { pageMeta } from "~/ui/frame/page-meta";
import { createUnit } from "~/use-cases/admin/create-unit";
import { listUnitsBelow } from "~/use-cases/admin/list-units-below";
import { listUnitsToChoose } from "~/use-cases/admin/list-units-to-choose";

export const handle: PageHandle = { section: "accounts" };
export const meta = pageMeta;

export async function loader(args: LoaderFunctionArgs) {
  const { scope } = await requirePermission(args, "accounts.manage");
  const parentCode = new URL(args.request.url).searchParams.get("parent");
  const [choice, existing] = await Promise.all([
    listUnitsToChoose({ scope, text: "", chosenCode: parentCode }),
    listUnitsBelow({ scope, unitCode: parentCode }),
  ]);
  return { title: wordsFor(args)("accountForm.unitTitle"), choice, existing };
}

export async function action(args: ActionFunctionArgs) {
  const { viewer, scope } = await requirePermission(args, "accounts.manage");
  const t = wordsFor(args);
  const read = await readFormWithUnits(args.request, unitForm, (asked) => listUnitsToChoose({ scope, ...asked }));
  if (read.kind === "back") return read.answer;
  const { form, refuse } = read;
  const { unit: parentCode, name, kind, code = null } = form;
  const answer = await createUnit({ viewer, scope, parentCode, name, kind, code, now: args.context.now });
  if (answer.kind === "created") {
    const { unit, parentName } = answer;
    return redirectWithNotice(
      newUnitPath(parentCode),
      t("accountForm.unitCreated", { name: unit.name, code: unit.code, parent: parentName }),
    );
  }
  const sentence = t(answer.reason === "code-taken" ? "accountForm.unitCodeTaken" : "accountForm.unitCodeInvalid");
  return refuse({ fieldErrors: { code: [sentence] } });
}

export default function NewUnit() {
  const { choice, existing } = useLoaderData<typeof loader>();
  return <UnitFormPage choice={choice} existing={existing} answer={useActionData<typeof action>()} />;
}
