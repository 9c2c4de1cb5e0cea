import type { InputHTMLAttributes } from "react";
import { describing, Field, type FieldText } from "./field";

export interface PasswordFieldProps
  extends
    FieldText,
    Omit<InputHTMLAttributes<HTMLInputElement>, "className" | "style" | "size" | "type" | "defaultValue" | "value"> {
  id: string;
  name: string;
  autoComplete: "current-password" | "new-password";
}

/** Never drawn with what was typed before. Pasting and password managers are welcome. */
export function PasswordField({ label, hint, errors, optional, ...input }: PasswordFieldProps) {
  return (
    <Field id={input.id} label={label} hint={hint} errors={errors} optional={optional}>
      <input
        {...input}
        {...describing({ id: input.id, hint, errors })}
        type="password"
        spellCheck={false}
        autoCapitalize="none"
        className="input input-full"
      />
    </Field>
  );
}
