import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { badRequest } from "~/domain/problem";
import { postedForm } from "~/http/form.server";
import { redirectWithNotice } from "~/http/notice.server";
import { requirePermission } from "~/http/viewer.server";
import { wordsFor } from "~/http/words.server";
import { integrationsPath } from "~/paths";
import type { PageHandle } from "~/ui/frame/page-handle";
import { pageMeta } from "~/ui/frame/page-meta";
import { IntegrationsPage } from "~/ui/integrations/integrations-page";
import { listApiTokens, revokeApiToken } from "~/use-cases/admin/api-tokens";
import { listWebhooks } from "~/use-cases/admin/webhooks";

export const handle: PageHandle = { section: "integrations" };
export const meta = pageMeta;

export async function loader(args: LoaderFunctionArgs) {
  const { scope } = await requirePermission(args, "integrations.manage");
  const [tokens, endpoints] = await Promise.all([listApiTokens({ scope }), listWebhooks({ scope })]);
  return { title: wordsFor(args)("integrations.title"), tokens, endpoints, now: args.context.now };
}

export async function action(args: ActionFunctionArgs) {
  const { viewer, scope } = await requirePermission(args, "integrations.manage");
  const tokenId = (await postedForm(args.request)).get("revoke");
  if (typeof tokenId !== "string" || !/^[0-9a-f-]{36}$/.test(tokenId)) throw badRequest("no token named");
  const { name } = await revokeApiToken({ viewer, scope, tokenId, now: args.context.now });
  return redirectWithNotice(integrationsPath(), wordsFor(args)("integrations.revoked", { name }));
}

export default function Integrations() {
  const { tokens, endpoints, now } = useLoaderData<typeof loader>();
  return <IntegrationsPage tokens={tokens} endpoints={endpoints} now={now} />;
}
