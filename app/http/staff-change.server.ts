import type { OfficialAccount } from "~/domain/auth/official-account-store.server";
import { inScope, scopeOf, type Viewer } from "~/domain/auth/permissions";
import type { LockedOfficial } from "~/domain/organization/employment-store.server";
import type { DetailsFault, LeavingFault, ReturnFault, TransferFault } from "~/domain/organization/staff-change";
import type { UndoFault } from "~/domain/organization/undo-change";
import { formatDay, localDay } from "~/domain/time";
import { accountPath, accountsPath, correctionRequestPath, personPath } from "~/paths";
import type { WordKey } from "~/ui/words/catalogue.server";
import type { Translate } from "~/ui/words/translate";
import type { Refusal } from "./form.server";

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/** What was read of the person whose entry is to be changed. */
interface Seen {
  official: LockedOfficial;
  own: boolean;
  account: OfficialAccount | null;
  managesAccount: boolean;
  seesRecord: boolean;
}

/** Where the page came from: a correction request, the person's record, or, for an administrator, the account. */
export function wayBack(request: Request, viewer: Viewer, seen: Seen, t: Translate): { href: string; label: string } {
  const asked = new URL(request.url).searchParams.get("request") ?? "";
  const { official, account } = seen;
  if (UUID.test(asked) && inScope(official.unitPath, scopeOf(viewer, "record.correct")))
    return { href: correctionRequestPath(asked), label: t("myData.inboxTitle") };
  if (seen.seesRecord) return { href: personPath(official.id), label: official.fullName };
  const managed = seen.managesAccount && account;
  return { href: managed ? accountPath(account.accountId) : accountsPath(), label: t("account.listTitle") };
}

/** The head of a page that changes an entry; `only`: for whom it is, who has left or who is there. */
export function changeFrame(
  args: { request: Request },
  input: { viewer: Viewer; seen: Seen; only?: "there" | "left"; t: Translate },
) {
  const { viewer, seen, only, t } = input;
  const { official, own } = seen;
  const { unitId: _unit, unitPath: _path, firstPostOn: _first, ...shown } = official;
  const { leftOn } = official;
  let refused: string | null = null;
  if (own) refused = t("staffChange.forOneself");
  else if (only === "there" && leftOn !== null) refused = t("staffChange.hasLeft", { day: formatDay(leftOn) });
  else if (only === "left" && leftOn === null) refused = t("staffChange.isThere");
  return { official: shown, back: wayBack(args.request, viewer, seen, t), refused };
}

/** The account as a page shows it: the roles, and a link for those who may manage it. */
export function shownAccount(account: OfficialAccount | null, managed: boolean) {
  if (!account) return null;
  const { accountId, disabled, roles } = account;
  return {
    disabled,
    href: managed ? accountPath(accountId) : null,
    roles: roles.map(({ role, unitName }) => ({ role, unitName })),
  };
}

type Fault = TransferFault | ReturnFault | LeavingFault | DetailsFault | UndoFault | "for-oneself";

/** The sentence of each fault, and the field that it belongs to. */
const SENTENCES: Record<Fault, [WordKey, string | null]> = {
  "for-oneself": ["staffChange.forOneself", null],
  "has-left": ["staffChange.hasLeft", null],
  "nothing-changes": ["staffChange.nothingChanges", null],
  "first-day-in-future": ["staffChange.firstDayInFuture", "from"],
  "not-after-present-post": ["staffChange.notAfterPresentPost", "from"],
  "decided-in-future": ["staffChange.decidedInFuture", "decidedOn"],
  "is-there": ["staffChange.isThere", null],
  "before-leaving": ["staffChange.beforeLeaving", "from"],
  "last-day-not-over": ["staffChange.lastDayNotOver", "lastDay"],
  "before-present-post": ["staffChange.beforePresentPost", "lastDay"],
  "no-details-change": ["staffChange.noDetailsChange", null],
  "recruited-in-future": ["staffChange.recruitedInFuture", "recruitedOn"],
  "recruited-after-first-post": ["staffChange.recruitedAfterFirstPost", "recruitedOn"],
  "staff-number-taken": ["staffChange.staffNumberTaken", "staffNumber"],
  "nothing-to-undo": ["staffChange.nothingToUndo", null],
  overtaken: ["staffChange.overtaken", null],
  "other-unit-elsewhere": ["staffChange.otherUnitElsewhere", null],
  "other-unit-dissolved": ["staffChange.otherUnitDissolved", null],
};

/** Why it was not done, beside the field that it is about. */
export function staffChangeRefusal(reason: Fault, official: LockedOfficial, now: Date, t: Translate): Refusal {
  const [key, field] = SENTENCES[reason];
  const { leftOn, since, firstPostOn } = official;
  const day = reason === "recruited-after-first-post" ? firstPostOn : (leftOn ?? since);
  const sentence = t(key, { day: day ? formatDay(day) : "", today: formatDay(localDay(now)) });
  return field === null ? { formErrors: [sentence] } : { fieldErrors: { [field]: [sentence] } };
}
