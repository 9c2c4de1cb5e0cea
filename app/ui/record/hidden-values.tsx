/** What was typed, sent once more by the page that asks whether it is right. */
export function HiddenValues({ values }: { values: Record<string, unknown> }) {
  return Object.entries(values).map(([name, value]) =>
    name !== "step" && typeof value === "string" ? <input key={name} type="hidden" name={name} value={value} /> : null,
  );
}
