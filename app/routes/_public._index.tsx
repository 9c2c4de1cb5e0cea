import { type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { viewerOf } from "~/http/viewer.server";
import { signInPath } from "~/paths";
import { firstPathFor } from "~/ui/frame/navigation";

export async function loader(args: LoaderFunctionArgs) {
  const viewer = await viewerOf(args);
  return redirect(viewer ? firstPathFor(viewer) : signInPath());
}
