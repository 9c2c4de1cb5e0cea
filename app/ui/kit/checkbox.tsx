import type { InputHTMLAttributes } from "react";
import { describing, FieldErrors, type FieldText, hasErrors } from "./field";

export interface CheckboxProps
  extends
    Omit<FieldText, "optional">,
    Omit<InputHTMLAttributes<HTMLInputElement>, "className" | "style" | "size" | "type"> {
  id: string;
  name: string;
}

/** One yes or no; the whole line is the target. */
export function Checkbox({ label, hint, errors, ...input }: CheckboxProps) {
  return (
    <div className={hasErrors(errors) ? "field field-wrong" : "field"}>
      <FieldErrors id={input.id} errors={errors} />
      <label className="option">
        <input {...input} type="checkbox" {...describing({ id: input.id, hint, errors })} />
        <span className="option-text">
          {label}
          {hint ? (
            <span className="hint" id={`${input.id}-hint`}>
              {hint}
            </span>
          ) : null}
        </span>
      </label>
    </div>
  );
}
