import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { settingsForm } from "~/domain/organization/settings-form";
import { readForm, refuseForm } from "~/http/form.server";
import { redirectWithNotice } from "~/http/notice.server";
import { requirePermission } from "~/http/viewer.server";
import { wordsFor } from "~/http/words.server";
import { settingsPath } from "~/paths";
import { SettingsPage } from "~/ui/admin/settings-page";
import type { PageHandle } from "~/ui/frame/page-handle";
import { pageMeta } from "~/ui/frame/page-meta";
import { changeSettings } from "~/use-cases/admin/change-settings";
import { viewSettings } from "~/use-cases/admin/view-settings";

export const handle: PageHandle = { section: "settings" };
export const meta = pageMeta;

export async function loader(args: LoaderFunctionArgs) {
  await requirePermission(args, "settings.manage");
  return { title: wordsFor(args)("settings.title"), ...(await viewSettings()) };
}

export async function action(args: ActionFunctionArgs) {
  const { viewer, scope } = await requirePermission(args, "settings.manage");
  const submission = await readForm(args.request, settingsForm);
  if (submission.status !== "success") return refuseForm(submission);
  await changeSettings({ viewer, scope, values: submission.value, now: args.context.now });
  return redirectWithNotice(settingsPath(), wordsFor(args)("settings.saved"));
}

export default function Settings() {
  const { values, configured } = useLoaderData<typeof loader>();
  return <SettingsPage values={values} configured={configured} lastResult={useActionData<typeof action>()} />;
}
