import type { InputHTMLAttributes } from "react";
import { describing, Field, type FieldText } from "./field";

type InputProps = Omit<InputHTMLAttributes<HTMLInputElement>, "className" | "style" | "size">;

export interface TextFieldProps extends FieldText, InputProps {
  id: string;
  name: string;
  /** How wide the box is: as wide as what is expected in it. */
  size?: "short" | "medium" | "full";
}

/** `<TextField {...getInputProps(fields.name, { type: "text" })} label=… errors={fields.name.errors} />` */
export function TextField({ label, hint, errors, optional, size = "full", ...input }: TextFieldProps) {
  return (
    <Field id={input.id} label={label} hint={hint} errors={errors} optional={optional}>
      <input type="text" {...input} {...describing({ id: input.id, hint, errors })} className={`input input-${size}`} />
    </Field>
  );
}
