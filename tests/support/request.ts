import type { Viewer } from "~/domain/auth/permissions";

/** What a loader or an action gets when this viewer asks for an address; with `form` it is a POST. */
export function buildArgs(input: {
  viewer: Viewer;
  url: string;
  params?: Record<string, string>;
  /** Fields; as a list when a name stands several times; `FormData` is sent as multipart, for files. */
  form?: Record<string, string> | [name: string, value: string][] | FormData;
  now?: Date;
}) {
  const request = new Request(
    new URL(input.url, "http://localhost"),
    input.form
      ? { method: "POST", body: input.form instanceof FormData ? input.form : new URLSearchParams(input.form) }
      : {},
  );
  const context = {
    requestId: "test",
    nonce: "x",
    ip: null,
    userAgent: null,
    now: input.now ?? new Date("2026-11-23T03:05:00Z"),
    appendCookie: () => undefined,
    cache: { viewer: Promise.resolve(input.viewer) },
  };
  return { request, params: input.params ?? {}, context };
}
