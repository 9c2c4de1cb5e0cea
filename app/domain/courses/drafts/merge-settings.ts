/** Two people set a course up at once: what each changed stands, and where both changed the same it is asked. */
import type { CourseSettings } from "./course-yaml";

export type SettingsField = keyof CourseSettings;

export interface MergedSettings {
  merged: CourseSettings;
  /** Fields that both changed, to different values; `merged` has mine there. */
  conflicts: SettingsField[];
}

export function mergeSettings(input: {
  /** What stood there when my form was made. */
  seen: Partial<CourseSettings>;
  mine: CourseSettings;
  theirs: CourseSettings;
}): MergedSettings {
  const { seen, mine, theirs } = input;
  const same = (a: unknown, b: unknown) => JSON.stringify(a) === JSON.stringify(b);
  const fields = Object.keys(mine) as SettingsField[];
  const conflicts = fields.filter(
    (field) =>
      !same(mine[field], theirs[field]) && !same(mine[field], seen[field]) && !same(theirs[field], seen[field]),
  );
  const kept = fields.map((field) => [field, same(mine[field], seen[field]) ? theirs[field] : mine[field]] as const);
  return { merged: Object.fromEntries(kept) as unknown as CourseSettings, conflicts };
}
