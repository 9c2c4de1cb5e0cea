import type { Agency } from "~/domain/organization/agency";
import { NOTICE_SINCE, NOTICE_VERSION } from "~/domain/privacy/notice";
import { RECORD_CLASSES, type RetentionPlan, TIMED_CLASSES } from "~/domain/privacy/retention";
import { formatDay } from "~/domain/time";
import { DataTable } from "~/ui/kit/data-table";
import { DescriptionList } from "~/ui/kit/description-list";
import { useWords } from "~/ui/words/use-words";
import { periodWords } from "./period-words";

const KEPT = [
  "Staff",
  "PersonalId",
  "Account",
  "Session",
  "Progress",
  "Attempts",
  "Results",
  "Access",
  "Audit",
] as const;
const NOT_DONE = ["Track", "Camera", "Share"] as const;
const RIGHTS = ["View", "Looked", "Correct"] as const;

/** The notice on personal data: the same for whoever looks at it and for who is shown it after signing in. */
export function NoticeText({ agency, plan }: { agency: Agency; plan: RetentionPlan }) {
  const t = useWords();
  return (
    <div className="prose">
      <p className="muted">{t("notice.version", { version: String(NOTICE_VERSION), date: formatDay(NOTICE_SINCE) })}</p>
      <h2>{t("notice.controllerTitle")}</h2>
      <p>{agency.configured ? t("notice.controller", { agency: agency.name }) : t("notice.controllerMissing")}</p>
      <DescriptionList
        facts={[
          { term: t("notice.address"), detail: agency.address },
          { term: t("notice.phone"), detail: agency.phone },
          { term: t("notice.email"), detail: agency.supportEmail },
        ]}
      />
      <h2>{t("notice.basisTitle")}</h2>
      <p>{t("notice.basis")}</p>
      <h2>{t("notice.dataTitle")}</h2>
      <DataTable
        caption={t("notice.dataTitle")}
        hideCaption
        rows={KEPT}
        rowKey={(name) => name}
        columns={[
          { key: "data", header: t("notice.data"), cell: (name) => t(`notice.data${name}`), rowHeader: true },
          { key: "why", header: t("notice.purpose"), cell: (name) => t(`notice.data${name}Why`) },
        ]}
      />
      <h2>{t("notice.notTitle")}</h2>
      <ul>
        {NOT_DONE.map((name) => (
          <li key={name}>{t(`notice.not${name}`)}</li>
        ))}
      </ul>
      <h2>{t("notice.cookiesTitle")}</h2>
      <p>{t("notice.cookies")}</p>
      <h2>{t("notice.whoTitle")}</h2>
      <p>{t("notice.who")}</p>
      <p>{t("notice.whoLogged")}</p>
      <p>{t("notice.whoOutside")}</p>
      <h2>{t("notice.keptTitle")}</h2>
      <Kept plan={plan} />
      <h2>{t("notice.rightsTitle")}</h2>
      <p>{t("notice.rights")}</p>
      <ul>
        {RIGHTS.map((name) => (
          <li key={name}>{t(`notice.right${name}`)}</li>
        ))}
      </ul>
      <p>{t("notice.rightsOther")}</p>
    </div>
  );
}

function Kept({ plan }: { plan: RetentionPlan }) {
  const t = useWords();
  const ruled = RECORD_CLASSES.filter((name) => plan.rules[name] !== "");
  return (
    <>
      <p>{t("notice.keptRecord")}</p>
      {ruled.length > 0 ? (
        <ul>
          {ruled.map((name) => (
            <li key={name}>
              {t(`retention.class_${name}`)}: {plan.rules[name]}
            </li>
          ))}
        </ul>
      ) : null}
      <DataTable
        caption={t("notice.keptTitle")}
        hideCaption
        rows={TIMED_CLASSES}
        rowKey={({ name }) => name}
        columns={[
          { key: "data", header: t("notice.kept"), cell: ({ name }) => t(`retention.class_${name}`), rowHeader: true },
          { key: "for", header: t("notice.keptFor"), cell: ({ name }) => periodWords(t, name, plan.days[name]) },
        ]}
      />
    </>
  );
}
