import type { LoaderFunctionArgs } from "@remix-run/node";
import { wordsFor } from "~/http/words.server";
import { Page } from "~/ui/frame/page";
import { pageMeta } from "~/ui/frame/page-meta";
import { useWords } from "~/ui/words/use-words";

export const meta = pageMeta;

export function loader(args: LoaderFunctionArgs) {
  return { title: wordsFor(args)("public.accessibilityTitle") };
}

const MEANS = ["Display", "Keyboard", "Script", "Colour", "Zoom", "Print"] as const;

export default function AccessibilityPage() {
  const t = useWords();
  return (
    <Page title={t("public.accessibilityTitle")} lead={t("public.accessibilityLead")} width="reading">
      <div className="prose">
        <h2>{t("public.accessibilityGoalTitle")}</h2>
        <p>{t("public.accessibilityGoal")}</p>
        <h2>{t("public.accessibilityMeansTitle")}</h2>
        <ul>
          {MEANS.map((name) => (
            <li key={name}>{t(`public.accessibilityMeans${name}`)}</li>
          ))}
        </ul>
        <h2>{t("public.accessibilityLimitsTitle")}</h2>
        <p>{t("public.accessibilityLimitPdf")}</p>
        <h2>{t("public.accessibilityReportTitle")}</h2>
        <p>{t("public.accessibilityReport")}</p>
      </div>
    </Page>
  );
}
