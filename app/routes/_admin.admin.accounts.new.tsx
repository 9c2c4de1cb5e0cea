import { type ActionFunctionArgs, data, type LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { accountForm } from "~/domain/auth/account-forms";
import { readFormWithUnits } from "~/http/unit-form.server";
import { requirePermission } from "~/http/viewer.server";
import { wordsFor } from "~/http/words.server";
import { signInPath } from "~/paths";
import { AccountFormPage, type AccountFormAnswer } from "~/ui/admin/account-form-page";
import type { PageHandle } from "~/ui/frame/page-handle";
import { pageMeta } from "~/ui/frame/page-meta";
import { createAccount } from "~/use-cases/admin/create-account";
import { listStaffWithoutAccount } from "~/use-cases/admin/list-staff-without-account";
import { listUnitsToChoose } from "~/use-cases/admin/list-units-to-choose";

export const handle: PageHandle = { section: "accounts" };
export const meta = pageMeta;

/** Which field a refusal belongs to, and its sentence. */
const REFUSED = {
  "staff-number-taken": ["staffNumber", "accountForm.staffNumberTaken"],
  "personal-id-taken": ["personalId", "accountForm.personalIdTaken"],
  "personal-id-invalid": ["personalId", "accountForm.personalIdInvalid"],
  "recruited-in-future": ["recruitedOn", "accountForm.recruitedInFuture"],
  "identifier-invalid": ["identifier", "accountForm.identifierInvalid"],
  "identifier-taken": ["identifier", "accountForm.identifierTaken"],
  "has-account": ["officialId", "accountForm.hasAccount"],
} as const;

export async function loader(args: LoaderFunctionArgs) {
  const { scope } = await requirePermission(args, "accounts.manage");
  const asked = new URL(args.request.url).searchParams;
  const listed = asked.get("for") === "listed";
  const text = (asked.get("q") ?? "").slice(0, 200);
  const [choice, staff] = await Promise.all([
    listUnitsToChoose({ scope, text: "" }),
    listed ? listStaffWithoutAccount({ scope, text }) : null,
  ]);
  return { title: wordsFor(args)("accountForm.title"), choice, staff, text };
}

export async function action(args: ActionFunctionArgs) {
  const { viewer, scope } = await requirePermission(args, "accounts.manage");
  const t = wordsFor(args);
  const read = await readFormWithUnits(args.request, accountForm, (asked) => listUnitsToChoose({ scope, ...asked }));
  if (read.kind === "back") return read.answer;
  const { form, refuse } = read;
  const answer =
    form.intent === "create-listed"
      ? await createAccount({
          viewer,
          scope,
          owner: { kind: "listed", officialId: form.officialId },
          identifier: null,
          now: args.context.now,
        })
      : await createAccount({
          viewer,
          scope,
          owner: {
            kind: "new",
            fullName: form.fullName,
            staffNumber: form.staffNumber,
            unitCode: form.unit,
            positionTitle: form.positionTitle,
            staffCategory: form.staffCategory,
            recruitedOn: form.recruitedOn ?? null,
            email: form.email ?? null,
            personalId: form.personalId ?? null,
          },
          identifier: form.identifier ?? null,
          now: args.context.now,
        });
  if (answer.kind === "created") {
    const slip = { ...answer, address: new URL(signInPath(), args.request.url).href };
    return data<AccountFormAnswer>({ slip }, { status: 201 });
  }
  const [field, sentence] = REFUSED[answer.reason];
  const refused = field === "officialId" ? { formErrors: [t(sentence)] } : { fieldErrors: { [field]: [t(sentence)] } };
  return refuse(refused);
}

export default function NewAccount() {
  const { choice, staff, text } = useLoaderData<typeof loader>();
  return <AccountFormPage choice={choice} staff={staff} text={text} answer={useActionData<typeof action>()} />;
}
