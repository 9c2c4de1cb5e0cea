import { createHash } from "node:crypto";
import type { z } from "zod";
import type { ApiLinks } from "~/domain/integrations/api-schemas";
import { amendmentsApiPath, evidenceApiPath } from "~/domain/integrations/api-addresses";
import { verifyPath } from "~/paths";
import { env } from "~/platform/env.server";

/**
 * An answer of the API, checked against the schema that the OpenAPI document shows. Who has it already (`If-None-Match`) is told so and
 * gets nothing else.
 */
export function apiAnswer<Schema extends z.ZodType>(input: {
  request: Request;
  schema: Schema;
  value: z.input<Schema>;
  headers: Record<string, string>;
  /** Fields that only say when it was read: with other ones the answer is still the same. */
  timeOnly?: readonly string[];
}): Response {
  const value = input.schema.parse(input.value) as object;
  const body = JSON.stringify(value);
  const lasting = Object.entries(value).filter(([field]) => !input.timeOnly?.includes(field));
  const etag = `W/"${createHash("sha256").update(JSON.stringify(lasting)).digest("base64url")}"`;
  const headers = { ...input.headers, ETag: etag, "Cache-Control": "private, no-cache", Vary: "Authorization" };
  const known = (input.request.headers.get("if-none-match") ?? "")
    .split(",")
    .map((one) => one.trim().replace(/^(?!W\/)/, "W/"));
  if (known.includes(etag)) return new Response(null, { status: 304, headers });
  return new Response(body, { headers: { ...headers, "Content-Type": "application/json; charset=utf-8" } });
}

/** An address of this platform as a program calls it from outside. */
export const absolute = (path: string) => env().origin + path;

export const apiLinks: ApiLinks = {
  verify: (serial) => absolute(verifyPath(serial)),
  evidence: (periodId) => absolute(evidenceApiPath(periodId)),
  amendments: (periodId) => absolute(amendmentsApiPath(periodId)),
};

/** The same question from another place on. */
export function nextUrl(request: Request, after: string | null): string | null {
  if (after === null) return null;
  const { pathname, searchParams } = new URL(request.url);
  searchParams.set("after", after);
  return absolute(`${pathname}?${searchParams.toString()}`);
}
