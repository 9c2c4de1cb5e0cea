import { redirect } from "@remix-run/node";
import { readSession } from "~/domain/auth/lucia.server";
import { isWithin, may, type OfficialIdentity, type Permission, scopeOf, type Viewer } from "~/domain/auth/permissions";
import { forbidden, notFound } from "~/domain/problem";
import { passwordPath, signInPath } from "~/paths";
import type { LoadContext } from "./load-context";

export interface GuardArgs {
  request: Request;
  context: LoadContext;
}

/** Who is there, or null. Read once per request, however many loaders ask. */
export function viewerOf({ request, context }: GuardArgs): Promise<Viewer | null> {
  return (context.cache.viewer ??= readViewer(request, context));
}

async function readViewer(request: Request, context: LoadContext): Promise<Viewer | null> {
  const { viewer, setCookie } = await readSession(request.headers.get("cookie"));
  if (setCookie !== null) context.appendCookie(setCookie);
  return viewer && { ...viewer, ip: context.ip };
}

/** The guard of every page behind the door: nobody there → to sign-in and back here afterwards. */
export async function requireViewer(args: GuardArgs): Promise<Viewer> {
  const viewer = await viewerOf(args);
  const url = new URL(args.request.url);
  if (!viewer) {
    const back = args.request.method === "GET" ? url.pathname.replace(/\.data$/, "") + url.search : undefined;
    throw redirect(signInPath(back));
  }
  if (viewer.mustChangePassword && url.pathname.replace(/\.data$/, "") !== passwordPath())
    throw redirect(passwordPath());
  return viewer;
}

export interface OfficialViewer extends Viewer {
  official: OfficialIdentity;
}

/** The guard of the learner's pages: an account without a person behind it has nothing to learn. */
export async function requireOfficial(args: GuardArgs): Promise<OfficialViewer> {
  const viewer = await requireViewer(args);
  if (!viewer.official) throw notFound(`account ${viewer.accountId} belongs to no official`);
  return viewer as OfficialViewer;
}

/**
 * The guard of the pages of HR, authors and administrators; `scope` lists the unit paths that may be seen. Of several permissions one
 * suffices, and the scope is that of those that are held.
 */
export async function requirePermission(
  args: GuardArgs,
  permission: Permission | readonly Permission[],
): Promise<{ viewer: Viewer; scope: string[] }> {
  const viewer = await requireViewer(args);
  const wanted = typeof permission === "string" ? [permission] : permission;
  if (!wanted.some((one) => may(viewer, one)))
    throw forbidden(`account ${viewer.accountId} lacks ${wanted.join(", ")}`);
  const paths = [...new Set(wanted.flatMap((one) => scopeOf(viewer, one)))];
  return { viewer, scope: paths.filter((path) => !paths.some((other) => other !== path && isWithin(path, other))) };
}
