import { slugOf } from "./clean-text";

/** "$course$/top/Giao tiếp, ứng xử" → "giao-tiep-ung-xu": the last part; undefined for Moodle's own top categories. */
export function topicOfCategory(category: string): string | undefined {
  // In Moodle "//" stands for one "/" of a name.
  const names = category.trim().split(/(?<!\/)\/(?!\/)/);
  const last = names.at(-1)?.replaceAll("//", "/").trim() ?? "";
  if (/^(?:top|\$\w+\$)$/i.test(last)) return undefined;
  return slugOf(last) || undefined;
}
