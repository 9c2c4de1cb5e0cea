import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { operationsToRead } from "~/domain/integrations/api-document";
import { messagesOf } from "~/domain/integrations/webhook-event";
import { absolute, apiLinks } from "~/http/api-answer.server";
import { wordsFor } from "~/http/words.server";
import { certificateApiPath } from "~/domain/integrations/api-addresses";
import { pageMeta } from "~/ui/frame/page-meta";
import { ApiDocsPage } from "~/ui/integrations/api-docs-page";

export const meta = pageMeta;

export function loader(args: LoaderFunctionArgs) {
  const [example] = messagesOf(
    {
      id: "48213",
      at: new Date("2026-11-26T03:00:00Z"),
      action: "certificate.revoked",
      subjectType: "certificate",
      subjectId: "3b241101-e2bb-4255-8caf-4136c566a962",
      unitPath: "AG/SNV",
      officialId: "9c858901-8a57-4791-81fe-4c455b099bc9",
      serial: "7K2M9QXR4T",
      completionId: null,
      courseId: null,
      cycle: "2026",
      amends: [],
    },
    {
      ...apiLinks,
      certificate: (serial) => absolute(certificateApiPath(serial)),
    },
  );
  return {
    title: wordsFor(args)("api.docsTitle"),
    origin: absolute(""),
    operations: operationsToRead(),
    example: JSON.stringify(example, null, 2),
  };
}

export default function ApiDocs() {
  return <ApiDocsPage {...useLoaderData<typeof loader>()} />;
}
