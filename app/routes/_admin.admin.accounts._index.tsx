import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { isAccountStatus } from "~/domain/auth/account";
import { ROLE_NAMES } from "~/domain/auth/permissions";
import { requirePermission } from "~/http/viewer.server";
import { wordsFor } from "~/http/words.server";
import { AccountsPage } from "~/ui/admin/accounts-page";
import type { PageHandle } from "~/ui/frame/page-handle";
import { pageMeta } from "~/ui/frame/page-meta";
import { listAccounts } from "~/use-cases/admin/list-accounts";

export const handle: PageHandle = { section: "accounts" };
export const meta = pageMeta;

export async function loader(args: LoaderFunctionArgs) {
  const { scope } = await requirePermission(args, "accounts.manage");
  const asked = new URL(args.request.url).searchParams;
  const text = (asked.get("q") ?? "").slice(0, 200);
  const role = (["any", ...ROLE_NAMES] as const).find((name) => name === asked.get("role")) ?? null;
  const typedStatus = asked.get("status") ?? "";
  const status = isAccountStatus(typedStatus) ? typedStatus : null;
  const after = asked.get("after");
  const page = await listAccounts({ scope, text, role, status, after });
  return { title: wordsFor(args)("account.listTitle"), page, filter: { text, role, status, after } };
}

export default function Accounts() {
  const { page, filter } = useLoaderData<typeof loader>();
  return <AccountsPage page={page} filter={filter} />;
}
