import { openApiDocument } from "~/domain/integrations/api-document";
import { JsonAnswer } from "~/http/json-answer";
import { absolute } from "~/http/api-answer.server";

export function loader() {
  return new JsonAnswer(openApiDocument(absolute("")));
}
