import { isStaffCategory } from "~/domain/organization/staff-category";
import { formatDay, type LocalDay } from "~/domain/time";
import { Notice } from "~/ui/kit/notice";
import type { Translate } from "~/ui/words/translate";
import { useWords } from "~/ui/words/use-words";
import type { ChangeAccount, ChangeFrame } from "./change-frame";
import { MakeOrEdit } from "./change-page";
import { ChangeTable } from "./change-table";

export interface PostConfirmed {
  unitName: string;
  sameUnit: boolean;
  asked: { courseTitle: string; dueOn: LocalDay }[];
  account: ChangeAccount | null;
}

/** What follows from a new post, before it is recorded. */
export function PostConfirm({
  kind,
  official,
  confirm,
  values,
}: {
  kind: "transfer" | "return";
  official: ChangeFrame["official"];
  confirm: PostConfirmed;
  values: Record<string, unknown>;
}) {
  const t = useWords();
  const text = (name: string) => (typeof values[name] === "string" ? values[name] : "");
  const category = text("staffCategory");
  const { unitName, sameUnit, asked, account } = confirm;
  return (
    <div className="flex flex-col gap-6">
      <ChangeTable
        lines={[
          { name: t("staffChange.columnUnit"), before: official.unitName, after: unitName },
          { name: t("staffChange.position"), before: official.positionTitle, after: text("positionTitle") },
          {
            name: t("staffChange.category"),
            before: t(`account.category_${official.staffCategory}`),
            after: isStaffCategory(category) ? t(`account.category_${category}`) : category,
          },
          {
            name: t("staffChange.columnDays"),
            before: daysBefore(t, official),
            after: t("staffChange.fromOn", { from: text("from") }),
          },
          {
            name: t("staffChange.columnDecision"),
            before: "–",
            after: t("staffChange.decisionOf", { number: text("decisionNumber"), day: text("decidedOn") }),
          },
        ]}
      />
      {sameUnit ? (
        <p>{t("staffChange.sameUnitNote")}</p>
      ) : (
        <>
          <p>{t("staffChange.staysNote")}</p>
          {asked.length === 0 ? (
            <p>{t("staffChange.askedNothing")}</p>
          ) : (
            <WhatIsAsked title={t("staffChange.askedTitle")} asked={asked} />
          )}
        </>
      )}
      {account ? <RolesNotice account={account} /> : null}
      {kind === "return" && account?.disabled ? <Notice>{t("staffChange.returnAccount")}</Notice> : null}
      <MakeOrEdit values={values} />
    </div>
  );
}

function daysBefore(t: Translate, { since, leftOn }: ChangeFrame["official"]): string {
  if (leftOn !== null) return `${t("staffChange.leftOn")} ${formatDay(leftOn)}`;
  return since === null ? "–" : t("staffChange.fromOn", { from: formatDay(since) });
}

/** What is asked of everybody in the unit that the person joins. */
export function WhatIsAsked({ title, asked }: { title: string; asked: PostConfirmed["asked"] }) {
  const t = useWords();
  return (
    <section>
      <h2 className="text-lg font-semibold">{title}</h2>
      <ul className="list-disc pl-6">
        {asked.map(({ courseTitle, dueOn }) => (
          <li key={`${courseTitle}${dueOn}`}>
            {t("staffChange.askedLine", { course: courseTitle, day: formatDay(dueOn) })}
          </li>
        ))}
      </ul>
      <p>{t("staffChange.askedNote")}</p>
    </section>
  );
}

/** Roles are held in a unit and do not follow the person: whoever administers accounts has to look at them. */
export function RolesNotice({ account: { roles, href } }: { account: ChangeAccount }) {
  const t = useWords();
  if (roles.length === 0) return null;
  return (
    <Notice kind="warning" title={t("staffChange.rolesTitle")}>
      <ul className="list-disc pl-6">
        {roles.map(({ role, unitName }) => (
          <li key={`${role}${unitName}`}>
            {t("staffChange.roleLine", { role: t(`account.role_${role}`), unit: unitName })}
          </li>
        ))}
      </ul>
      <p>{t("staffChange.rolesNote")}</p>
      {href ? (
        <p>
          <a href={href}>{t("staffChange.openAccount")}</a>
        </p>
      ) : null}
    </Notice>
  );
}
