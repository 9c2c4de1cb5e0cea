import type { FormField, PlainField } from "~/domain/assessment/question-form/form-shape";
import { keyName } from "~/domain/assessment/question-form/form-values";
import { Checkbox } from "~/ui/kit/checkbox";
import { Disclosure } from "~/ui/kit/disclosure";
import { FieldErrors } from "~/ui/kit/field";
import { Select } from "~/ui/kit/select";
import { TextArea } from "~/ui/kit/text-area";
import { TextField } from "~/ui/kit/text-field";
import { CaseFields, DocumentField, LessonField, PlaceField, SectionField, TopicField } from "./choice-fields";
import { FormRows, type RowAt } from "./form-rows";
import { useDesk, useField, useHint, usePair } from "./writing-desk";

/** The fields of a form as its description has them. `before`: the name of what they stand in, with its dot. */
export function FormFields(props: { fields: readonly FormField[]; before?: string; row?: RowAt }) {
  const { fields, before = "", row } = props;
  return fields.map((field) => {
    const name = `${before}${field.at}`;
    if (field.kind === "rows") {
      return (
        <FormRows
          key={name}
          field={field}
          name={name}
          inside={(start, at) => <FormFields fields={field.fields} before={start} row={at} />}
        />
      );
    }
    if (field.kind === "group") return <Group key={name} field={field} name={name} />;
    return (
      <div key={name} className={`form-cell form-cell-${field.kind}`}>
        {field.kind === "key" ? <KeyField field={field} row={row!} /> : <OneField field={field} name={name} />}
      </div>
    );
  });
}

function OneField({ field, name }: { field: PlainField; name: string }) {
  const say = usePair();
  const props = { ...useField(name, field.hint), label: say(field.label), optional: field.optional };
  const { form } = useDesk();
  switch (field.kind) {
    case "text":
      return <TextArea {...props} rows={name === "stem" || name === "text" ? 3 : 2} />;
    case "number":
      return <TextField {...props} size="short" inputMode="decimal" autoComplete="off" />;
    case "tick":
      return <Checkbox {...form.tick(name)} label={props.label} hint={props.hint} />;
    case "pick":
      return <PickField field={field} name={name} />;
    case "document":
      return <DocumentField {...props} />;
    case "lesson":
      return <LessonField {...props} />;
    case "section":
      return <SectionField {...props} />;
    case "topic":
      return <TopicField {...props} />;
    case "case":
      return <CaseFields {...props} />;
    default:
      return /(^|\.)citation\.(article|clause)$/.test(name) ? <PlaceField {...props} /> : <TextField {...props} />;
  }
}

function PickField({ field, name }: { field: Extract<PlainField, { kind: "pick" }>; name: string }) {
  const say = usePair();
  const props = useField(name, field.hint);
  const known = field.options.map(({ value, label }) => ({ value, label: say(label) }));
  const { defaultValue: value } = props;
  // What stands in the text and is none of them is shown, so that it is not lost unseen.
  const options =
    value === "" || known.some((each) => each.value === value) ? known : [{ value, label: value }, ...known];
  return (
    <Select {...props} label={say(field.label)} options={options} placeholder={value === "" ? undefined : false} />
  );
}

/** The one right row of a list: a radio in each of them. */
function KeyField({ field, row }: { field: PlainField; row: RowAt }) {
  const say = usePair();
  const { form } = useDesk();
  const here = form.tick(`${row.list}[${row.index}].${field.at}`);
  return (
    <div className="field">
      <label className="option">
        <input
          type="radio"
          id={here.id}
          name={keyName(row.list, field.at)}
          value={row.index}
          defaultChecked={here.defaultChecked}
        />
        <span className="option-text">{say(field.label)}</span>
      </label>
    </div>
  );
}

function Group({ field, name }: { field: Extract<FormField, { kind: "group" }>; name: string }) {
  const say = usePair();
  const { form, focus } = useDesk();
  const hint = useHint(name, field.hint);
  const { id } = form.field(name);
  const errors = form.errors(name);
  const inside = (
    <>
      {hint ? <p className="hint">{hint}</p> : null}
      <FieldErrors id={id} errors={errors} />
      <div className="form-cells">
        <FormFields fields={field.fields} before={`${name}.`} />
      </div>
    </>
  );
  if (!field.optional) {
    return (
      <fieldset id={id} className="form-group" tabIndex={-1}>
        <legend>{say(field.label)}</legend>
        {inside}
      </fieldset>
    );
  }
  const filled = field.fields.some(({ at }) => form.field(`${name}.${at}`).defaultValue !== "");
  const wrong = form.wrongWithin(name);
  return (
    <div id={id} className="form-cell" tabIndex={-1}>
      <Disclosure summary={say(field.label)} open={filled || wrong || (focus?.startsWith(`${name}.`) ?? false)}>
        {inside}
      </Disclosure>
    </div>
  );
}
