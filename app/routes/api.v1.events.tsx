import type { LoaderFunctionArgs } from "@remix-run/node";
import { apiEvents } from "~/domain/integrations/api-schemas";
import { messagesOf } from "~/domain/integrations/webhook-event";
import { absolute, apiAnswer, apiLinks, nextUrl } from "~/http/api-answer.server";
import { readApiQuestion } from "~/http/api-question.server";
import { requireToken } from "~/http/bearer.server";
import { certificateApiPath } from "~/domain/integrations/api-addresses";
import { readEventsForApi } from "~/use-cases/api/read-feeds";

export async function loader(args: LoaderFunctionArgs) {
  const { token, headers } = await requireToken(args, "events:read");
  const page = await readEventsForApi({ unitPath: token.unitPath, ...readApiQuestion(args) });
  const links = { ...apiLinks, certificate: (serial: string) => absolute(certificateApiPath(serial)) };
  const value = {
    events: page.events.flatMap((event) => messagesOf(event, links)),
    next: nextUrl(args.request, page.next)!,
  };
  return apiAnswer({ request: args.request, schema: apiEvents, value, headers });
}
