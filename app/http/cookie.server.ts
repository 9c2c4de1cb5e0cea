import { env } from "~/platform/env.server";

/** The value of one cookie of a request, decoded; null when it is not there. */
export function cookieValue(request: Request, name: string): string | null {
  for (const pair of (request.headers.get("cookie") ?? "").split(";")) {
    const equals = pair.indexOf("=");
    if (equals > 0 && pair.slice(0, equals).trim() === name) return decoded(pair.slice(equals + 1).trim());
  }
  return null;
}

function decoded(value: string): string | null {
  try {
    return decodeURIComponent(value);
  } catch {
    return null;
  }
}

/** A Set-Cookie header for the whole site, out of reach of scripts. `maxAge` in seconds; 0 takes the cookie away. */
export function cookieHeader({ name, value, maxAge }: { name: string; value: string; maxAge: number }): string {
  const secure = env().production || env().origin.startsWith("https:") ? "; Secure" : "";
  return `${name}=${encodeURIComponent(value)}; Path=/; Max-Age=${maxAge}; HttpOnly; SameSite=Lax${secure}`;
}
