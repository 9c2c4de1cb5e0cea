import { REVIEW_ITEMS } from "~/domain/assessment/policy";
import { FOLLOWED, REVIEW_COLUMNS, type ReviewColumn } from "~/domain/assessment/test-policy/policy-fields";
import { useWords } from "~/ui/words/use-words";
import type { FormState } from "../form-state";

/** What may be seen (down) and when (across); a column may say nothing of its own and be as another. */
export function ReviewMatrix({ form }: { form: FormState }) {
  const t = useWords();
  return (
    <section>
      <h2>{t("policy.partReview")}</h2>
      <p className="hint">{t("policy.matrixLead")}</p>
      <table className="data-table policy-matrix">
        <caption className="visually-hidden">{t("policy.partReview")}</caption>
        <thead>
          <tr>
            <th scope="col">{t("policy.what")}</th>
            {REVIEW_COLUMNS.map((column) => (
              <th scope="col" key={column}>
                {t(`policy.column_${column}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          <tr>
            <th scope="row">{t("policy.followsRow")}</th>
            {REVIEW_COLUMNS.map((column) => (
              <td key={column} data-label={t(`policy.column_${column}`)}>
                {isFollower(column) ? (
                  <Box
                    name={`follows.${column}`}
                    value="on"
                    checked={form.tick(`follows.${column}`).defaultChecked}
                    label={t(`policy.follows_${column}`)}
                    shown
                  />
                ) : null}
              </td>
            ))}
          </tr>
          {REVIEW_ITEMS.map((item) => (
            <tr key={item}>
              <th scope="row">{t(`policy.item_${item}`)}</th>
              {REVIEW_COLUMNS.map((column) => (
                <td key={column} data-label={t(`policy.column_${column}`)}>
                  <Box
                    name={`review.${column}`}
                    value={item}
                    checked={form.ticked(`review.${column}`).includes(item)}
                    label={`${t(`policy.item_${item}`)}: ${t(`policy.column_${column}`)}`}
                  />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

const isFollower = (column: ReviewColumn): column is keyof typeof FOLLOWED => column in FOLLOWED;

function Box(props: { name: string; value: string; checked: boolean; label: string; shown?: boolean }) {
  const { name, value, checked, label, shown } = props;
  return (
    <label className="option policy-box">
      <input type="checkbox" name={name} value={value} defaultChecked={checked} />
      <span className={shown ? "option-text text-sm" : "visually-hidden"}>{label}</span>
    </label>
  );
}
