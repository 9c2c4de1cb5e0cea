import { type ActionFunctionArgs, redirect } from "@remix-run/node";
import { postedForm } from "~/http/form.server";
import { ownPath } from "~/http/own-path";
import { changedPreferences, preferencesCookie, readPreferences } from "~/http/preferences.server";
import { homePath } from "~/paths";

/** One button of the display menu was pressed: kept, and back to where it was pressed. */
export async function action({ request, context }: ActionFunctionArgs) {
  const form = await postedForm(request);
  context.appendCookie(preferencesCookie(changedPreferences(readPreferences(request), form)));
  return redirect(ownPath(form.get("returnTo")) ?? homePath());
}

export function loader() {
  return redirect(homePath());
}
