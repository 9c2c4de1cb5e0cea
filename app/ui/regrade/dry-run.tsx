import type { RegradePreview, RegradeVerdict } from "~/domain/assessment/regrade/regrade-view";
import { Button } from "~/ui/kit/button";
import { DataTable } from "~/ui/kit/data-table";
import { DescriptionList } from "~/ui/kit/description-list";
import { Notice } from "~/ui/kit/notice";
import { PostForm } from "~/ui/kit/post-form";
import { StatNumber, StatRow } from "~/ui/kit/stat-number";
import { formatNumber } from "~/ui/words/format";
import type { Translate } from "~/ui/words/translate";
import { useWords } from "~/ui/words/use-words";
import { percentOf, resultInWords } from "./regrade-words";
import { postedFields, type RegradeResult } from "./typed";

export interface DryRunProps {
  preview: RegradePreview;
  result: RegradeResult;
  /** The decision was confirmed on other figures than these. */
  changed: boolean;
}

/** What the decision would do; and the button that does it, with everything that was filled in. */
export function DryRun({ preview, result, changed }: DryRunProps) {
  const t = useWords();
  const { totals } = preview;
  const number = (value: number) => formatNumber(value, { language: t.language });
  const some = (value: number) => (value > 0 ? number(value) : null);
  const carried = postedFields(result?.initialValue).filter(([name]) => name !== "intent" && name !== "fingerprint");
  return (
    <section className="card card-strong" role="status">
      <h2 className="card-title">{t("regrade.previewTitle")}</h2>
      {changed ? (
        <Notice kind="warning" title={t("regrade.changedTitle")}>
          {t("regrade.changedText")}
        </Notice>
      ) : null}
      {totals.papers === 0 ? (
        <p>{t("regrade.nobodyYet")}</p>
      ) : (
        <>
          <p>{t("regrade.previewLead", { count: totals.papers, versions: preview.versions.join(", ") })}</p>
          <StatRow>
            <StatNumber value={number(totals.nowPassing)} label={t("regrade.nowPassing")} />
            <StatNumber value={number(totals.noLongerPassing)} label={t("regrade.noLongerPassing")} />
            <StatNumber value={number(totals.keptPassing)} label={t("regrade.keptPassing")} />
          </StatRow>
          <DescriptionList
            facts={[
              { term: t("regrade.raised"), detail: some(totals.raised) },
              { term: t("regrade.lowered"), detail: some(totals.lowered) },
              { term: t("regrade.kept"), detail: some(totals.kept) },
              { term: t("regrade.settled"), detail: some(totals.settled) },
              { term: t("regrade.waiting"), detail: some(totals.waiting) },
              { term: t("regrade.unchanged"), detail: some(totals.unchanged) },
            ]}
          />
          {totals.nowPassing > 0 ? <p>{t("regrade.earns")}</p> : null}
          {totals.toLookAt > 0 ? (
            <Notice kind="warning" title={t("regrade.toLookAtTitle", { count: totals.toLookAt })}>
              {t("regrade.toLookAtText")}
            </Notice>
          ) : null}
          <Verdicts preview={preview} />
        </>
      )}
      <PostForm>
        {carried.map(([name, value], index) => (
          <input key={`${name} ${index}`} type="hidden" name={name} value={value} />
        ))}
        <input type="hidden" name="fingerprint" value={preview.fingerprint} />
        <p className="hint">{t("regrade.confirmText")}</p>
        <div className="buttons">
          <Button kind={totals.noLongerPassing > 0 ? "danger" : "primary"} name="intent" value="confirm">
            {t("regrade.confirm")}
          </Button>
          <a href="#regrade-edit">{t("regrade.edit")}</a>
        </div>
      </PostForm>
    </section>
  );
}

function Verdicts({ preview: { verdicts, more, elsewhere } }: { preview: RegradePreview }) {
  const t = useWords();
  if (verdicts.length + more + elsewhere === 0) return <p>{t("regrade.noVerdicts")}</p>;
  return (
    <>
      {verdicts.length > 0 ? (
        <DataTable
          caption={t("regrade.verdicts")}
          rows={verdicts}
          rowKey={({ attemptId }) => attemptId}
          columns={[
            { key: "person", header: t("regrade.person"), rowHeader: true, cell: ({ fullName }) => fullName },
            { key: "unit", header: t("regrade.unit"), cell: ({ unitName }) => unitName },
            {
              key: "attempt",
              header: t("regrade.attempt"),
              numeric: true,
              cell: ({ attempt }) => formatNumber(attempt, { language: t.language }),
            },
            { key: "change", header: t("regrade.change"), cell: (row) => changeInWords(t, row) },
            {
              key: "certificate",
              header: t("regrade.certificate"),
              cell: ({ certificate, completed }) =>
                certificate ?? t(completed ? "regrade.completedOnly" : "regrade.noCertificate"),
            },
          ]}
        />
      ) : null}
      {more > 0 ? <p>{t("regrade.more", { count: more })}</p> : null}
      {elsewhere > 0 ? <p>{t("regrade.elsewhere", { count: elsewhere })}</p> : null}
    </>
  );
}

function changeInWords(t: Translate, { verdict, before, byKey }: RegradeVerdict): string {
  if (verdict !== "kept-passing")
    return t("regrade.fromTo", { before: resultInWords(t, before), after: resultInWords(t, byKey) });
  return t("regrade.verdictKept", { percent: percentOf(t, before.percent!), byKey: resultInWords(t, byKey) });
}
