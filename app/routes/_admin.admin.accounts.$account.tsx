import { type ActionFunctionArgs, data, type LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { accountChangeForm } from "~/domain/auth/account-forms";
import { readForm } from "~/http/form.server";
import { redirectWithNotice } from "~/http/notice.server";
import { requirePermission } from "~/http/viewer.server";
import { wordsFor } from "~/http/words.server";
import { accountPath, signInPath } from "~/paths";
import { AccountPage, type AccountPageAnswer } from "~/ui/admin/account-page";
import { refusedChange, saidChange } from "~/ui/admin/account-change-words";
import type { PageHandle } from "~/ui/frame/page-handle";
import { pageMeta } from "~/ui/frame/page-meta";
import { changeAccount } from "~/use-cases/admin/change-account";
import { listUnitsToChoose } from "~/use-cases/admin/list-units-to-choose";
import { viewAccount } from "~/use-cases/admin/view-account";

export const handle: PageHandle = { section: "accounts" };
export const meta = pageMeta;

export async function loader(args: LoaderFunctionArgs) {
  const { viewer, scope } = await requirePermission(args, "accounts.manage");
  const accountId = args.params["account"]!;
  const [view, choice] = await Promise.all([
    viewAccount({ viewer, scope, accountId, now: args.context.now }),
    listUnitsToChoose({ scope, text: "" }),
  ]);
  return { title: view.account.displayName, view, choice };
}

export async function action(args: ActionFunctionArgs) {
  const { viewer, scope } = await requirePermission(args, "accounts.manage");
  const accountId = args.params["account"]!;
  const t = wordsFor(args);
  const { now } = args.context;
  const submission = await readForm(args.request, accountChangeForm);
  const chosen = () => {
    const { unit, unitText } = submission.payload as Record<string, string | undefined>;
    return listUnitsToChoose({ scope, text: unitText ?? "", chosenCode: unit });
  };
  if (submission.status !== "success") {
    return data<AccountPageAnswer>({ lastResult: submission.reply(), choice: await chosen() }, { status: 400 });
  }
  const change = submission.value;
  if (change.intent === "find-unit")
    return data<AccountPageAnswer>({ lastResult: submission.reply(), choice: await chosen() });
  const answer = await changeAccount({ viewer, scope, accountId, change, now });
  if (answer.kind === "reset") {
    const { identifier, displayName, password } = answer;
    const slip = {
      identifier,
      displayName,
      password,
      coursesGiven: 0,
      address: new URL(signInPath(), args.request.url).href,
    };
    return data<AccountPageAnswer>({ slip });
  }
  if (answer.kind !== "refused") return redirectWithNotice(accountPath(accountId), saidChange(t, answer));
  const lastResult = submission.reply({ formErrors: [refusedChange(t, answer.reason)] });
  return data<AccountPageAnswer>({ lastResult, choice: await chosen() }, { status: 400 });
}

export default function Account() {
  const { view, choice } = useLoaderData<typeof loader>();
  return <AccountPage {...view} choice={choice} answer={useActionData<typeof action>()} />;
}
