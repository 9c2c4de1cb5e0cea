import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { endpointForm } from "~/domain/integrations/webhook";
import { badRequest } from "~/domain/problem";
import { formatDay, parseDay } from "~/domain/time";
import { postedForm } from "~/http/form.server";
import { redirectWithNotice } from "~/http/notice.server";
import { requirePermission } from "~/http/viewer.server";
import { wordsFor } from "~/http/words.server";
import { endpointPath, integrationsPath, jobPath } from "~/paths";
import type { PageHandle } from "~/ui/frame/page-handle";
import { pageMeta } from "~/ui/frame/page-meta";
import { type EndpointAnswer, EndpointPage } from "~/ui/integrations/endpoint-page";
import { sendWebhooksSince } from "~/use-cases/admin/send-webhooks-since";
import {
  changeWebhook,
  replaceWebhookSecret,
  sendWebhookAgain,
  tryWebhook,
  viewWebhook,
} from "~/use-cases/admin/webhooks";

export const handle: PageHandle = { section: "integrations" };
export const meta = pageMeta;

const SAID = { pause: "wasPaused", resume: "wasResumed", remove: "wasRemoved" } as const;
const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

export async function loader(args: LoaderFunctionArgs) {
  const { viewer, scope } = await requirePermission(args, "integrations.manage");
  const asked = new URL(args.request.url).searchParams;
  const id = (name: string) => (UUID.test(asked.get(name) ?? "") ? asked.get(name) : null);
  const given = asked.get("state");
  const state = given === "waiting" || given === "delivered" || given === "given-up" ? given : null;
  const before = id("before");
  const endpointId = args.params["endpoint"]!;
  const view = await viewWebhook({ viewer, scope, endpointId, state, before, deliveryId: id("delivery") });
  return { title: view.endpoint.name, ...view, state, before, now: args.context.now };
}

export async function action(args: ActionFunctionArgs) {
  const { viewer, scope } = await requirePermission(args, "integrations.manage");
  const t = wordsFor(args);
  const endpointId = args.params["endpoint"]!;
  const asked = { viewer, scope, endpointId, now: args.context.now };
  const parsed = endpointForm.safeParse(Object.fromEntries(await postedForm(args.request)));
  // The address is looked at first: somebody else's is not found, whatever is asked of it.
  await viewWebhook({ viewer, scope, endpointId, state: null, before: null, deliveryId: null });
  if (!parsed.success) throw badRequest("no such change of a webhook");
  const form = parsed.data;
  const here = (sentence: string) => redirectWithNotice(endpointPath(endpointId), sentence);
  if (form.intent === "send-since") {
    const refused = (message: string, status: number) =>
      data<EndpointAnswer>({ sinceError: { typed: form.since, message } }, { status });
    const since = parseDay(form.since);
    if (since === null) return refused(t("integrations.dayWrong"), 400);
    const answer = await sendWebhooksSince({ ...asked, since });
    if (answer.kind === "asked") return redirect(jobPath(answer.jobId));
    const { askedBy, since: day } = answer.running;
    return refused(t("integrations.againUnderWay", { name: askedBy, day: formatDay(day) }), 409);
  }
  if (form.intent === "send-again") {
    await sendWebhookAgain({ ...asked, deliveryId: form.delivery });
    return here(t("integrations.sentAgain"));
  }
  if (form.intent === "new-secret") return data<EndpointAnswer>(await replaceWebhookSecret(asked));
  if (form.intent === "try") {
    await tryWebhook(asked);
    return here(t("integrations.tried"));
  }
  const { name } = await changeWebhook({ ...asked, change: form.intent });
  if (form.intent === "remove") return redirectWithNotice(integrationsPath(), t("integrations.wasRemoved", { name }));
  return here(t(`integrations.${SAID[form.intent]}`));
}

export default function Endpoint() {
  const { title: _, ...view } = useLoaderData<typeof loader>();
  return <EndpointPage {...view} answer={useActionData<typeof action>()} />;
}
