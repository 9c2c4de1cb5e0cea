import type { SelectHTMLAttributes } from "react";
import { useWords } from "~/ui/words/use-words";
import { describing, Field, type FieldText } from "./field";

export interface Option {
  value: string;
  label: string;
  disabled?: boolean;
}

export interface SelectProps
  extends FieldText, Omit<SelectHTMLAttributes<HTMLSelectElement>, "className" | "style" | "size"> {
  id: string;
  name: string;
  options: readonly Option[];
  /** The first, empty line; false leaves it out. */
  placeholder?: string | false;
  size?: "short" | "medium" | "full";
}

/** The browser's own list: it works with every keyboard, reader and phone. */
export function Select({ label, hint, errors, optional, options, placeholder, size = "full", ...select }: SelectProps) {
  const t = useWords();
  return (
    <Field id={select.id} label={label} hint={hint} errors={errors} optional={optional}>
      <select {...select} {...describing({ id: select.id, hint, errors })} className={`input input-${size}`}>
        {placeholder === false ? null : <option value="">{placeholder ?? t("kit.chooseOne")}</option>}
        {options.map((option) => (
          <option key={option.value} value={option.value} disabled={option.disabled}>
            {option.label}
          </option>
        ))}
      </select>
    </Field>
  );
}
