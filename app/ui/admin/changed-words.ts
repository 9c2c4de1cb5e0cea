import type { ChangedValue } from "~/domain/audit/changes";
import { ROLE_NAMES } from "~/domain/auth/permissions";
import { isStaffCategory } from "~/domain/organization/staff-category";
import { END_REASONS } from "~/domain/organization/staff-change";
import { CHANGE_KINDS } from "~/domain/organization/undo-change";
import { UNIT_KINDS } from "~/domain/organization/unit";
import { maskPersonalId } from "~/domain/organization/personal-id";
import { formatDateTime, formatDay } from "~/domain/time";
import { formatNumber } from "~/ui/words/format";
import type { WordKey } from "~/ui/words/catalogue.server";
import type { Translate } from "~/ui/words/translate";

/** The name of a field for people; one that has no word yet shows as it is stored, without its dots and capitals. */
export function changedFieldName(t: Translate, field: string): string {
  const last = field.split(".").at(-1) ?? field;
  const key = `audit.field_${last}` as WordKey;
  const word = t(key);
  return word === key ? last.replace(/([A-Z])/g, " $1").toLowerCase() : word;
}

/** A stored value as people read it: days, yes and no, the names of roles and kinds. */
export function changedValue(t: Translate, field: string, value: ChangedValue): string {
  if (value === null || value === "") return t("audit.nothing");
  if (typeof value === "boolean") return value ? t("audit.yes") : t("audit.no");
  if (typeof value === "number")
    return formatNumber(value, { language: t.language, decimals: Number.isInteger(value) ? 0 : 2 });
  if (/personalId/.test(field)) return maskPersonalId(value.replace(/\D/g, "")) ?? value;
  if (/^\d{4}-\d{2}-\d{2}$/.test(value)) return formatDay(value);
  if (/^\d{4}-\d{2}-\d{2}T[\d:.]+Z$/.test(value)) return formatDateTime(new Date(value));
  const role = ROLE_NAMES.find((name) => name === value);
  if (field === "role" && role) return t(`account.role_${role}`);
  if (field === "staffCategory" && isStaffCategory(value)) return t(`account.category_${value}`);
  const end = END_REASONS.find((name) => name === value);
  if (field === "endReason" && end) return t(`staffChange.end_${end}`);
  const undone = CHANGE_KINDS.find((name) => name === value);
  if (field === "undone" && undone) return t(`staffChange.entry_${undone}`);
  const kind = UNIT_KINDS.find((name) => name === value);
  if (field === "kind" && kind) return t(`account.kind_${kind}`);
  return value;
}
