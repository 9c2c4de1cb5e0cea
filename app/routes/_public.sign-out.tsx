import { type ActionFunctionArgs, redirect } from "@remix-run/node";
import { viewerOf } from "~/http/viewer.server";
import { homePath, signInPath } from "~/paths";
import { signOut } from "~/use-cases/public/sign-out";

/** Only a form signs out: an address that did it could be put into a picture on another page. */
export async function action(args: ActionFunctionArgs) {
  const viewer = await viewerOf(args);
  const setCookie = await signOut({ cookieHeader: args.request.headers.get("cookie"), viewer, now: args.context.now });
  return redirect(signInPath(), { headers: { "Set-Cookie": setCookie } });
}

export function loader() {
  return redirect(homePath());
}
