import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { wordsFor } from "~/http/words.server";
import { Page } from "~/ui/frame/page";
import { pageMeta } from "~/ui/frame/page-meta";
import { DataTable } from "~/ui/kit/data-table";
import { useWords } from "~/ui/words/use-words";
import { readAgency } from "~/use-cases/public/read-agency";

export const meta = pageMeta;

export async function loader(args: LoaderFunctionArgs) {
  return { title: wordsFor(args)("public.privacyTitle"), agency: await readAgency() };
}

const KEPT = ["Staff", "PersonalId", "Account", "Session", "Progress", "Attempts", "Results", "Audit"] as const;
const NOT_DONE = ["Track", "Camera", "Share"] as const;

export default function PrivacyPage() {
  const t = useWords();
  const { agency } = useLoaderData<typeof loader>();
  return (
    <Page title={t("public.privacyTitle")} lead={t("public.privacyLead")} width="reading">
      <div className="prose">
        <p>
          {agency.configured
            ? t("public.privacyController", { agency: agency.name })
            : t("public.privacyControllerMissing")}
        </p>
        <h2>{t("public.privacyDataTitle")}</h2>
        <DataTable
          caption={t("public.privacyDataTitle")}
          hideCaption
          rows={KEPT}
          rowKey={(name) => name}
          columns={[
            {
              key: "data",
              header: t("public.privacyData"),
              cell: (name) => t(`public.privacy${name}`),
              rowHeader: true,
            },
            { key: "why", header: t("public.privacyPurpose"), cell: (name) => t(`public.privacy${name}Why`) },
          ]}
        />
        <h2>{t("public.privacyNotTitle")}</h2>
        <ul>
          {NOT_DONE.map((name) => (
            <li key={name}>{t(`public.privacyNot${name}`)}</li>
          ))}
        </ul>
        <h2>{t("public.privacyCookiesTitle")}</h2>
        <p>{t("public.privacyCookies")}</p>
        <h2>{t("public.privacyWhoTitle")}</h2>
        <p>{t("public.privacyWho")}</p>
        <h2>{t("public.privacyRightsTitle")}</h2>
        <p>{t("public.privacyRights")}</p>
      </div>
    </Page>
  );
}
