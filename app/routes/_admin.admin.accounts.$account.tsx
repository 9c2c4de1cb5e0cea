import { type ActionFunctionArgs, data, type LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { accountChangeForm } from "~/domain/auth/account-forms";
import { redirectWithNotice } from "~/http/notice.server";
import { readFormWithUnits } from "~/http/unit-form.server";
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
  const read = await readFormWithUnits(args.request, accountChangeForm, (asked) =>
    listUnitsToChoose({ scope, ...asked }),
  );
  if (read.kind === "back") return read.answer;
  const { form: change, refuse } = read;
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
  return refuse({ formErrors: [refusedChange(t, answer.reason)] });
}

export default function Account() {
  const { view, choice } = useLoaderData<typeof loader>();
  return <AccountPage {...view} choice={choice} answer={useActionData<typeof action>()} />;
}
