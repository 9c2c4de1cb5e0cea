import type { FormField, Pair } from "./form-shape";

/** "Cách xử lý 2 – Hệ quả" for "options[1].consequence"; null for what is no field of the form. */
export function fieldLabel(fields: readonly FormField[], name: string): Pair | null {
  const path = name.split(/[.[\]]+/).filter((part) => part !== "");
  const labels: Pair[] = [];
  let inside = fields;
  while (path.length > 0) {
    const field = inside.find(({ at }) => at === path[0]);
    if (!field) break;
    path.shift();
    const place = field.kind === "rows" && /^\d+$/.test(path[0] ?? "") ? Number(path.shift()) + 1 : null;
    const last = path.length === 0 && place === null;
    if (field.kind === "rows" && place !== null)
      labels.push([`${field.item[0]} ${place}`, `${field.item[1]} ${place}`]);
    else if (field.kind !== "group" || last) labels.push(field.label);
    inside = field.kind === "rows" || field.kind === "group" ? field.fields : [];
  }
  if (labels.length === 0) return null;
  return [labels.map(([vi]) => vi).join(" – "), labels.map(([, en]) => en).join(" – ")];
}
