import { formEntries } from "~/domain/assessment/test-policy/policy-fields";
import type { PolicyPreview, PolicyView } from "~/domain/assessment/test-policy/policy-view";
import { Button } from "~/ui/kit/button";
import { DataTable } from "~/ui/kit/data-table";
import { PostForm } from "~/ui/kit/post-form";
import { useWords } from "~/ui/words/use-words";
import { policyChanges } from "./policy-words";

/** Before and after, in words, and who is not reached; nothing is written until it is confirmed. */
export function PolicySummary({
  view,
  preview,
  fields,
}: {
  view: PolicyView;
  preview: PolicyPreview;
  /** The form as it was sent, to be sent again. */
  fields: object;
}) {
  const t = useWords();
  const { before, after, underWay } = preview;
  const changes = policyChanges(t, { before, after, topics: view.topics });
  const { intent: _, over: __, ...typed } = fields as Record<string, unknown>;
  return (
    <section className="card card-strong" role="status">
      <h2 className="card-title">{t("policy.previewTitle")}</h2>
      {changes.length === 0 ? (
        <p>{t("policy.nothingChanged")}</p>
      ) : (
        <DataTable
          caption={t("policy.previewTitle")}
          hideCaption
          rows={changes}
          rowKey={({ key }) => key}
          columns={[
            { key: "rule", header: t("policy.field"), rowHeader: true, cell: ({ key }) => t(`policy.key_${key}`) },
            { key: "before", header: t("policy.before"), cell: (change) => change.before ?? t("policy.none") },
            { key: "after", header: t("policy.after"), cell: (change) => change.after ?? t("policy.none") },
          ]}
        />
      )}
      <p>
        {underWay.people === 0
          ? t("policy.affectedNobody")
          : `${t("policy.affected", { count: underWay.people })} ${
              underWay.inTest > 0 ? t("policy.affectedOpen", { count: underWay.inTest }) : ""
            }`}
      </p>
      <PostForm>
        {/* Over what stands there now: that is what the table shows. */}
        <input type="hidden" name="over" value={view.over} />
        {formEntries(typed).map(([name, value], index) => (
          <input key={index} type="hidden" name={name} value={value} />
        ))}
        <div className="buttons">
          {changes.length > 0 ? (
            <Button name="intent" value="confirm">
              {t("policy.publish")}
            </Button>
          ) : null}
          <a href="#policy">{t("policy.change")}</a>
        </div>
      </PostForm>
    </section>
  );
}
