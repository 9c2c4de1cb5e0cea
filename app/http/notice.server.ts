import { redirect } from "@remix-run/node";
import { z } from "zod";
import { cookieHeader, cookieValue } from "./cookie.server";
import type { LoadContext } from "./load-context";

const NAME = "notice";
const TWO_MINUTES = 120;
/** A cookie holds 4 KB at most. */
const LONGEST = 600;

const notice = z.object({ kind: z.enum(["success", "info", "warning", "danger"]), text: z.string().min(1) });
export type PassingNotice = z.infer<typeof notice>;

/** After something was done: on to the next page, which says it once. */
export function redirectWithNotice(path: string, text: string, kind: PassingNotice["kind"] = "success"): Response {
  const json = JSON.stringify({ kind, text: text.slice(0, LONGEST) } satisfies PassingNotice);
  const value = Buffer.from(json).toString("base64url");
  return redirect(path, { headers: { "Set-Cookie": cookieHeader({ name: NAME, value, maxAge: TWO_MINUTES }) } });
}

/** The notice that waits for this reader, taken away as it is read. */
export function takeNotice({ request, context }: { request: Request; context: LoadContext }): PassingNotice | null {
  const value = cookieValue(request, NAME);
  if (value === null) return null;
  context.appendCookie(cookieHeader({ name: NAME, value: "", maxAge: 0 }));
  return parsed(value);
}

function parsed(value: string): PassingNotice | null {
  try {
    return notice.safeParse(JSON.parse(Buffer.from(value, "base64url").toString())).data ?? null;
  } catch {
    return null;
  }
}
