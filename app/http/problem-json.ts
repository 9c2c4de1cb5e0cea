/** A refusal for programs: `application/problem+json` of RFC 9457. */
export function problemJson(input: {
  status: number;
  /** The part of /api/docs that tells of it. */
  kind: string;
  title: string;
  detail?: string;
  headers?: Record<string, string>;
}): Response {
  const { status, kind, title, detail } = input;
  return new Response(JSON.stringify({ type: `/api/docs#${kind}`, title, status, ...(detail && { detail }) }), {
    status,
    headers: {
      "Content-Type": "application/problem+json; charset=utf-8",
      "Cache-Control": "no-store",
      ...input.headers,
    },
  });
}
