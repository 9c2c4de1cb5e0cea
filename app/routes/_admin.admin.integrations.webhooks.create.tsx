import { type ActionFunctionArgs, data, type LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { newEndpointForm } from "~/domain/integrations/webhook";
import { readFormWithUnits } from "~/http/unit-form.server";
import { requirePermission } from "~/http/viewer.server";
import { wordsFor } from "~/http/words.server";
import type { PageHandle } from "~/ui/frame/page-handle";
import { pageMeta } from "~/ui/frame/page-meta";
import { type NewEndpointAnswer, NewEndpointPage } from "~/ui/integrations/new-endpoint-page";
import { listUnitsToChoose } from "~/use-cases/admin/list-units-to-choose";
import { createWebhook } from "~/use-cases/admin/webhooks";

export const handle: PageHandle = { section: "integrations" };
export const meta = pageMeta;

export async function loader(args: LoaderFunctionArgs) {
  const { scope } = await requirePermission(args, "integrations.manage");
  return {
    title: wordsFor(args)("integrations.hookTitle"),
    choice: await listUnitsToChoose({ scope, text: "" }),
  };
}

export async function action(args: ActionFunctionArgs) {
  const { viewer, scope } = await requirePermission(args, "integrations.manage");
  const t = wordsFor(args);
  const read = await readFormWithUnits(args.request, newEndpointForm, (asked) =>
    listUnitsToChoose({ scope, ...asked }),
  );
  if (read.kind === "back") return read.answer;
  const { form, refuse } = read;
  const { name, url, unit: unitCode, events } = form;
  const made = await createWebhook({ viewer, scope, name, url, unitCode, events, now: args.context.now });
  if (made.kind === "created")
    return data<NewEndpointAnswer>({ made: { id: made.endpointId, name, secret: made.secret } });
  const fieldErrors: Record<string, string[]> =
    made.reason === "unit"
      ? { unit: [t("integrations.unitWrong")] }
      : { url: [t(`integrations.address_${made.reason}`)] };
  return refuse({ fieldErrors });
}

export default function NewEndpoint() {
  return <NewEndpointPage choice={useLoaderData<typeof loader>().choice} answer={useActionData<typeof action>()} />;
}
