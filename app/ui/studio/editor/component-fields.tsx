import { Fragment } from "react";
import { COMPONENT_FORMS, controlOf } from "~/domain/courses/lesson/component-forms";
import { type ComponentValues, emptyValues } from "~/domain/courses/lesson/component-values";
import { COMPONENTS } from "~/domain/courses/lesson/components";
import { Button } from "~/ui/kit/button";
import { TextArea } from "~/ui/kit/text-area";
import { useWords } from "~/ui/words/use-words";
import { type ComponentFieldsProps, PropField, useMissing, useSaid } from "./prop-field";

/** The fields of a component and of its parts, as `component-forms` tells them. */
export function ComponentFields(props: ComponentFieldsProps) {
  const { values, onChange, at = "" } = props;
  const form = COMPONENT_FORMS[values.name]!;
  const rule = COMPONENTS[values.name]!;
  const fields = Object.keys(form.fields);
  const said = useSaid();
  const textErrors = useMissing(props.missing, `${at}text`);
  // A question comes before its text; what a way to act leads to comes after it.
  return (
    <>
      {fields.map((prop) => (
        <PropField key={prop} {...props} prop={prop} />
      ))}
      {form.text && rule.content === "prose" ? (
        <TextArea
          id={`field-${at}text`}
          name={`${at}text`}
          label={said(form.text.label)}
          rows={at === "" ? 5 : 3}
          lang="vi"
          spellCheck
          value={values.text}
          errors={textErrors}
          onChange={(event) => onChange({ ...values, text: event.target.value })}
        />
      ) : null}
      {rule.content === "oneList" ? <Items {...props} /> : null}
      {rule.parts ? <Parts {...props} /> : null}
    </>
  );
}

/** Steps: as many as wanted, in their order. */
function Items({ values, onChange, missing }: ComponentFieldsProps) {
  const t = useWords();
  const said = useSaid();
  const form = COMPONENT_FORMS[values.name]!;
  const set = (items: string[]) => onChange({ ...values, items });
  return (
    <>
      {values.items.map((item, index) => (
        <TextArea
          key={index}
          id={`field-item.${index}`}
          name={`item.${index}`}
          label={`${said(form.text!.label)} ${index + 1}`}
          rows={2}
          lang="vi"
          spellCheck
          value={item}
          errors={missing.includes(`item.${index}`) ? [t("editor.fieldMissing")] : undefined}
          onChange={(event) => set(values.items.map((each, place) => (place === index ? event.target.value : each)))}
        />
      ))}
      <Button type="button" kind="secondary" icon="plus" onClick={() => set([...values.items, ""])}>
        {t("editor.addPart", { part: said(form.text!.label).toLowerCase() })}
      </Button>
    </>
  );
}

function Parts(props: ComponentFieldsProps) {
  const { values, onChange } = props;
  const t = useWords();
  const said = useSaid();
  const set = (parts: ComponentValues[]) => onChange({ ...values, parts });
  const rules = COMPONENTS[values.name]!.parts!;
  return (
    <>
      {values.parts.map((part, index) => {
        const rule = rules.find(({ name }) => name === part.name)!;
        const count = values.parts.filter(({ name }) => name === part.name).length;
        const flag = Object.keys(COMPONENTS[part.name]!.props).find((prop) => controlOf(part.name, prop) === "flag");
        const label = said(COMPONENT_FORMS[part.name]!.label);
        return (
          <fieldset key={index} className="component-part">
            <legend>{rule.most > 1 ? `${label} ${index + 1}` : label}</legend>
            <ComponentFields
              {...props}
              at={`${index}.`}
              values={part}
              onChange={(next) => set(values.parts.map((each, place) => (place === index ? next : each)))}
            />
            {flag ? (
              <label className="component-flag">
                <input
                  type="radio"
                  name="flag"
                  checked={flag in part.props}
                  onChange={() => set(values.parts.map((each, place) => withFlag(each, flag, place === index)))}
                />
                <span>{said(COMPONENT_FORMS[part.name]!.fields[flag]!.label)}</span>
              </label>
            ) : null}
            {count > rule.least ? (
              <Button
                type="button"
                kind="quiet"
                icon="trash"
                onClick={() => set(values.parts.filter((_, place) => place !== index))}
              >
                {t("editor.removePart", { part: label.toLowerCase(), number: index + 1 })}
              </Button>
            ) : null}
          </fieldset>
        );
      })}
      {rules.map(({ name, most }) => {
        const label = said(COMPONENT_FORMS[name]!.label).toLowerCase();
        const full = values.parts.filter((part) => part.name === name).length >= most;
        return full || most === 1 ? (
          <Fragment key={name} />
        ) : (
          <Button
            key={name}
            type="button"
            kind="secondary"
            icon="plus"
            onClick={() => set([...values.parts, emptyValues(name)])}
          >
            {t("editor.addPart", { part: label })}
          </Button>
        );
      })}
    </>
  );
}

/** One of the parts has the flag at a time. */
function withFlag(part: ComponentValues, flag: string, on: boolean): ComponentValues {
  const { [flag]: _old, ...props } = part.props;
  return { ...part, props: on ? { ...props, [flag]: "" } : props };
}
