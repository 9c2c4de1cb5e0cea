import type { TextareaHTMLAttributes } from "react";
import { describing, Field, type FieldText } from "./field";

export interface TextAreaProps
  extends FieldText, Omit<TextareaHTMLAttributes<HTMLTextAreaElement>, "className" | "style"> {
  id: string;
  name: string;
}

export function TextArea({ label, hint, errors, optional, rows = 4, ...area }: TextAreaProps) {
  return (
    <Field id={area.id} label={label} hint={hint} errors={errors} optional={optional}>
      <textarea {...area} rows={rows} {...describing({ id: area.id, hint, errors })} className="input input-full" />
    </Field>
  );
}
