/** What somebody else made of a question meanwhile, in the words of its form. */
import type { StandingField } from "../bank/question-page";
import type { FormField, Pair } from "./form-shape";
import { type FormValues, valuesOf } from "./form-values";
import { readQuestionText } from "./written-question";

interface Leaf {
  label: Pair;
  text: string;
}

/** The fields in which the text of the bank says something else than the form. */
export function differences(fields: readonly FormField[], mine: FormValues, standing: string): StandingField[] {
  const ours = leaves(fields, mine);
  const theirs = leaves(fields, valuesOf(fields, readQuestionText(standing)));
  return [...new Set([...theirs.keys(), ...ours.keys()])].flatMap((name) => {
    const [there, here] = [theirs.get(name), ours.get(name)];
    if ((there?.text ?? "").trim() === (here?.text ?? "").trim()) return [];
    return [{ label: (there ?? here)!.label, standing: there?.text ?? "" }];
  });
}

function leaves(
  fields: readonly FormField[],
  values: FormValues,
  around: Pair = ["", ""],
  before = "",
): Map<string, Leaf> {
  const found = new Map<string, Leaf>();
  for (const field of fields) {
    const name = `${before}${field.at}`;
    const value = values[field.at];
    const add = (more: Map<string, Leaf>) => more.forEach((leaf, key) => found.set(key, leaf));
    if (field.kind === "group") {
      add(leaves(field.fields, value as FormValues, named(around, field.label), `${name}.`));
    } else if (field.kind === "rows") {
      (value as FormValues[]).forEach((row, index) => {
        const item: Pair = [`${field.item[0]} ${index + 1}`, `${field.item[1]} ${index + 1}`];
        add(leaves(field.fields, row, named(around, item), `${name}[${index}].`));
      });
    } else {
      found.set(name, { label: named(around, field.label), text: typeof value === "string" ? value : "" });
    }
  }
  return found;
}

const named = (around: Pair, label: Pair): Pair => [join(around[0], label[0]), join(around[1], label[1])];
const join = (...parts: string[]) => parts.filter((part) => part !== "").join(" – ");
