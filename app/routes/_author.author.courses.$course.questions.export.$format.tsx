import type { LoaderFunctionArgs } from "@remix-run/node";
import { EXCHANGE_FORMATS, type ExchangeFormat } from "~/domain/assessment/exchange/exchange";
import { notFound } from "~/domain/problem";
import { download } from "~/http/download.server";
import { requirePermission } from "~/http/viewer.server";
import { exportBank, questionTemplate } from "~/use-cases/author/export-bank";

const SHEET = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
const TYPES: Record<ExchangeFormat, string> = {
  gift: "text/plain; charset=utf-8",
  "moodle-xml": "application/xml; charset=utf-8",
  aiken: "text/plain; charset=utf-8",
  yaml: "text/yaml; charset=utf-8",
  xlsx: SHEET,
};

/** The questions as a file of one format; "template" is the empty spreadsheet. */
export async function loader(args: LoaderFunctionArgs) {
  await requirePermission(args, "content.write");
  const { course: slug = "", format: asked } = args.params;
  if (asked === "template") return download({ ...(await questionTemplate()), type: SHEET });
  const format = EXCHANGE_FORMATS.find((each) => each === asked);
  if (!format) throw notFound(`questions as ${asked}`);
  const topic = new URL(args.request.url).searchParams.get("topic") || null;
  return download({ ...(await exportBank({ slug, topic, format })), type: TYPES[format] });
}
