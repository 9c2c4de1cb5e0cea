import { type ActionFunctionArgs, data, type LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { newTokenForm } from "~/domain/integrations/api-token";
import { readFormWithUnits } from "~/http/unit-form.server";
import { requirePermission } from "~/http/viewer.server";
import { wordsFor } from "~/http/words.server";
import type { PageHandle } from "~/ui/frame/page-handle";
import { pageMeta } from "~/ui/frame/page-meta";
import { type NewTokenAnswer, NewTokenPage } from "~/ui/integrations/new-token-page";
import { createApiToken } from "~/use-cases/admin/api-tokens";
import { listUnitsToChoose } from "~/use-cases/admin/list-units-to-choose";

export const handle: PageHandle = { section: "integrations" };
export const meta = pageMeta;

export async function loader(args: LoaderFunctionArgs) {
  const { scope } = await requirePermission(args, "integrations.manage");
  return {
    title: wordsFor(args)("integrations.tokenTitle"),
    choice: await listUnitsToChoose({ scope, text: "" }),
  };
}

export async function action(args: ActionFunctionArgs) {
  const { viewer, scope } = await requirePermission(args, "integrations.manage");
  const t = wordsFor(args);
  const read = await readFormWithUnits(args.request, newTokenForm, (asked) => listUnitsToChoose({ scope, ...asked }));
  if (read.kind === "back") return read.answer;
  const { form, refuse } = read;
  const { name, unit: unitCode, scopes, expiresOn } = form;
  const made = await createApiToken({ viewer, scope, name, unitCode, scopes, expiresOn, now: args.context.now });
  if (made.kind === "created") return data<NewTokenAnswer>({ made: { name, token: made.token } });
  const fieldErrors: Record<string, string[]> =
    made.reason === "unit" ? { unit: [t("integrations.unitWrong")] } : { expiresOn: [t("integrations.expiryWrong")] };
  return refuse({ fieldErrors });
}

export default function NewToken() {
  return <NewTokenPage choice={useLoaderData<typeof loader>().choice} answer={useActionData<typeof action>()} />;
}
