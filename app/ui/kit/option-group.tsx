import type { ReactNode } from "react";
import { describing, FieldErrors, type FieldText, hasErrors, OptionalMark } from "./field";

export interface GroupOption {
  value: string;
  label: ReactNode;
  hint?: ReactNode;
  disabled?: boolean;
}

interface OptionGroupProps extends FieldText {
  id: string;
  name: string;
  options: readonly GroupOption[];
  required?: boolean;
  disabled?: boolean;
  form?: string;
  /** Side by side where there is room: for two or three short options. */
  inline?: boolean;
  onChange?: (value: string, checked: boolean) => void;
}

export interface RadioGroupProps extends OptionGroupProps {
  defaultValue?: string;
}

export interface CheckboxGroupProps extends OptionGroupProps {
  defaultValue?: readonly string[];
}

/** One of a few: all of them in sight. */
export function RadioGroup({ defaultValue, ...group }: RadioGroupProps) {
  return <OptionGroup {...group} type="radio" chosen={defaultValue === undefined ? [] : [defaultValue]} />;
}

/** Some of a few. */
export function CheckboxGroup({ defaultValue = [], ...group }: CheckboxGroupProps) {
  return <OptionGroup {...group} type="checkbox" chosen={defaultValue} />;
}

interface DrawnGroupProps extends OptionGroupProps {
  type: "radio" | "checkbox";
  chosen: readonly string[];
}

function OptionGroup({
  type,
  chosen,
  id,
  name,
  label,
  hint,
  errors,
  optional,
  options,
  inline,
  onChange,
  ...rest
}: DrawnGroupProps) {
  const { required, disabled, form } = rest;
  return (
    <fieldset
      id={id}
      tabIndex={-1}
      className={hasErrors(errors) ? "field field-wrong" : "field"}
      disabled={disabled}
      {...describing({ id, hint, errors })}
      aria-invalid={undefined}
    >
      <legend>
        {label}
        {optional ? <OptionalMark /> : null}
      </legend>
      {hint ? (
        <p className="hint" id={`${id}-hint`}>
          {hint}
        </p>
      ) : null}
      <FieldErrors id={id} errors={errors} />
      <div className={inline ? "options options-inline" : "options"}>
        {options.map((option) => (
          <label className="option" key={option.value}>
            <input
              type={type}
              name={name}
              value={option.value}
              form={form}
              defaultChecked={chosen.includes(option.value)}
              disabled={option.disabled}
              required={required && type === "radio"}
              onChange={onChange ? (event) => onChange(option.value, event.currentTarget.checked) : undefined}
            />
            <span className="option-text">
              {option.label}
              {option.hint ? <span className="hint">{option.hint}</span> : null}
            </span>
          </label>
        ))}
      </div>
    </fieldset>
  );
}
