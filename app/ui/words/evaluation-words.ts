import type { FieldChange } from "~/domain/evaluation/amendment";
import { formatDay } from "~/domain/time";
import { formatNumber } from "~/ui/words/format";
import { categoryWord } from "~/ui/words/staff-words";
import type { Translate } from "~/ui/words/translate";

const DAYS = new Set(["assignedOn", "dueOn", "completedOn"]);

/** "Hạn: 10/11/2026 → 15/12/2026" */
export function changeWords(t: Translate, { field, before, after }: FieldChange): string {
  const said = (value: FieldChange["before"]) => valueWords(t, field, value);
  return t("evaluation.beforeAfter", {
    field: t(`evaluation.field_${field}` as "evaluation.field_dueOn"),
    before: said(before),
    after: said(after),
  });
}

function valueWords(t: Translate, field: string, value: FieldChange["before"]): string {
  if (value === null || value === "") return t("kit.noValue");
  if (typeof value === "boolean") return t(value ? "staff.yes" : "staff.no");
  if (typeof value === "number")
    return formatNumber(value, { language: t.language, decimals: Number.isInteger(value) ? 0 : 2 });
  if (DAYS.has(field)) return formatDay(value);
  if (field === "status") return t(`evaluation.status_${value}` as "evaluation.status_overdue");
  if (field === "origin") return t(`evaluation.origin_${value}` as "evaluation.origin_earned");
  if (field === "certificateStatus") return t(`evaluation.certificate_${value}` as "evaluation.certificate_valid");
  if (field === "staffCategory") return categoryWord(t, value as "cadre");
  return value;
}
