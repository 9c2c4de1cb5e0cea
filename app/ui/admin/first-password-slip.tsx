import type { ReactNode } from "react";
import { DescriptionList } from "~/ui/kit/description-list";
import { Notice } from "~/ui/kit/notice";
import { useWords } from "~/ui/words/use-words";

/** What an administrator hands over with a first password; it is on no other page. */
export interface FirstPassword {
  displayName: string;
  identifier: string;
  password: string;
  /** Where to sign in, as people type it. */
  address: string;
  coursesGiven: number;
}

export interface FirstPasswordSlipProps {
  slip: FirstPassword;
  /** Where to go from here. */
  children: ReactNode;
}

/** Prints as a slip of paper: the warning and the buttons stay on the screen. */
export function FirstPasswordSlip({ slip, children }: FirstPasswordSlipProps) {
  const t = useWords();
  const large = "text-lg font-semibold tracking-wide select-all";
  return (
    <div className="form">
      <div className="no-print">
        <Notice kind="warning" title={t("account.slipOnce")} live>
          {t("account.slipOnceText")}
        </Notice>
      </div>
      <section className="card card-strong max-w-reading" aria-labelledby="slip-title">
        <h2 id="slip-title" className="card-title">
          {t("account.slipTitle")}
        </h2>
        <DescriptionList
          facts={[
            { term: t("account.slipName"), detail: slip.displayName },
            { term: t("account.slipAddress"), detail: slip.address },
            { term: t("account.factIdentifier"), detail: <code className={large}>{slip.identifier}</code> },
            { term: t("account.slipPassword"), detail: <code className={large}>{slip.password}</code> },
          ]}
        />
        {slip.coursesGiven > 0 ? <p>{t("account.slipCourses", { count: slip.coursesGiven })}</p> : null}
        <p>{t("account.slipNote")}</p>
      </section>
      <div className="buttons no-print">{children}</div>
    </div>
  );
}
