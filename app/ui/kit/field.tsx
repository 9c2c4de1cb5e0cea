import type { ReactNode } from "react";
import { useWords } from "~/ui/words/use-words";
import { Icon } from "./icon";

/** What every field takes. `id`, `name`, `defaultValue`, `aria-*` come from conform's getInputProps and the like. */
export interface FieldText {
  label: ReactNode;
  hint?: ReactNode;
  /** Sentences that say what is wrong and how to mend it. */
  errors?: string[];
  /** Says "không bắt buộc" beside the label; what is required says nothing. */
  optional?: boolean;
}

export interface FieldProps extends FieldText {
  id: string;
  children: ReactNode;
}

export function hasErrors(errors: string[] | undefined): boolean {
  return errors !== undefined && errors.length > 0;
}

/** What points from an input to its hint and its errors. */
export function describing({ id, hint, errors }: { id: string; hint?: ReactNode; errors?: string[] }) {
  const ids = [hint ? `${id}-hint` : null, hasErrors(errors) ? `${id}-error` : null].filter((part) => part !== null);
  return {
    "aria-describedby": ids.length > 0 ? ids.join(" ") : undefined,
    "aria-invalid": hasErrors(errors) ? true : undefined,
  } as const;
}

/** Label, hint and errors around one input. */
export function Field({ id, label, hint, errors, optional, children }: FieldProps) {
  return (
    <div className={hasErrors(errors) ? "field field-wrong" : "field"}>
      <label htmlFor={id}>
        {label}
        {optional ? <OptionalMark /> : null}
      </label>
      {hint ? (
        <p className="hint" id={`${id}-hint`}>
          {hint}
        </p>
      ) : null}
      <FieldErrors id={id} errors={errors} />
      {children}
    </div>
  );
}

export function FieldErrors({ id, errors }: { id: string; errors?: string[] }) {
  const t = useWords();
  if (!errors || errors.length === 0) return null;
  return (
    <p className="field-error" id={`${id}-error`}>
      <Icon name="stop" />
      <span>
        <span className="visually-hidden">{t("kit.errorPrefix")} </span>
        {errors.join(" ")}
      </span>
    </p>
  );
}

export function OptionalMark() {
  const t = useWords();
  return <span className="optional"> ({t("kit.optional")})</span>;
}
