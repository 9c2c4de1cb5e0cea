import type { ReactNode } from "react";
import type { RowsField } from "~/domain/assessment/question-form/form-shape";
import { WAS } from "~/domain/assessment/question-form/form-values";
import { Button } from "~/ui/kit/button";
import { FieldErrors, OptionalMark } from "~/ui/kit/field";
import { Icon, type IconName } from "~/ui/kit/icon";
import { useWords } from "~/ui/words/use-words";
import { useDesk, useHint, usePair } from "./writing-desk";

/** In a row of a list, what says which list and which row. */
export interface RowAt {
  list: string;
  index: number;
}

interface FormRowsProps {
  field: RowsField;
  name: string;
  /** The fields of a row, by what their names begin with. */
  inside: (before: string, row: RowAt) => ReactNode;
}

/**
 * Rows of one shape. Each button is one of the form: without script the page comes back with the rows changed and all that was
 * typed; with it the same is done at once.
 */
export function FormRows({ field, name, inside }: FormRowsProps) {
  const t = useWords();
  const say = usePair();
  const { form, removed, focus } = useDesk();
  const count = form.rows(name);
  const { id } = form.field(name);
  const errors = form.errors(name);
  const item = say(field.item);
  const small = item.toLocaleLowerCase(t.language);
  const hint = useHint(name, field.hint);
  return (
    <fieldset id={id} className={errors.length > 0 ? "form-rows field-wrong" : "form-rows"} tabIndex={-1}>
      <legend>
        {say(field.label)}
        {field.optional ? <OptionalMark /> : null}
      </legend>
      {hint ? <p className="hint">{hint}</p> : null}
      <FieldErrors id={id} errors={errors} />
      {Array.from({ length: count }, (_, index) => (
        <Row key={index} field={field} name={name} index={index} last={index === count - 1} inside={inside} />
      ))}
      {removed?.list === name ? (
        <p className="form-rows-removed">
          {t("question.rowRemoved", { item, place: removed.index + 1 })}{" "}
          <Button
            kind="secondary"
            name="intent"
            value="restore:"
            id={form.field(`${name}.restore`).id}
            autoFocus={focus === `${name}.restore`}
          >
            {t("question.restoreRow")}
          </Button>
        </p>
      ) : null}
      {count < field.most ? (
        <Button kind="secondary" icon="plus" name="intent" value={`add:${name}`} id={form.field(`${name}.add`).id}>
          {t("question.addRow", { item: small })}
        </Button>
      ) : (
        <p className="hint">{t("question.mostRows", { count: field.most })}</p>
      )}
    </fieldset>
  );
}

function Row(props: FormRowsProps & { index: number; last: boolean }) {
  const t = useWords();
  const say = usePair();
  const { form } = useDesk();
  const { field, name, index, last, inside } = props;
  const row = `${name}[${index}]`;
  const called = `${say(field.item)} ${index + 1}`;
  const errors = form.errors(row);
  const { id } = form.field(row);
  const shownId = field.fields.some(({ at }) => at === "id");
  return (
    <fieldset id={id} className="form-row" tabIndex={-1}>
      <legend>{called}</legend>
      <FieldErrors id={id} errors={errors} />
      <input type="hidden" name={`${row}.${WAS}`} value={form.field(`${row}.${WAS}`).defaultValue} />
      {field.ids && !shownId ? (
        <input type="hidden" name={`${row}.id`} value={form.field(`${row}.id`).defaultValue} />
      ) : null}
      <div className="form-cells">{inside(`${row}.`, { list: name, index })}</div>
      <div className="form-row-moves">
        <Move way="up" row={row} icon="up" label={t("question.moveUp", { row: called })} shut={index === 0} />
        <Move way="down" row={row} icon="down" label={t("question.moveDown", { row: called })} shut={last} />
        <Move way="remove" row={row} icon="trash" label={t("question.removeRow", { row: called })} />
      </div>
    </fieldset>
  );
}

function Move(props: { way: "up" | "down" | "remove"; row: string; icon: IconName; label: string; shut?: boolean }) {
  const { form, focus } = useDesk();
  const { way, row, icon, label, shut } = props;
  return (
    <button
      type="submit"
      name="intent"
      value={`${way}:${row}`}
      id={form.field(`${row}.${way}`).id}
      className="button button-quiet form-row-move"
      aria-label={label}
      title={label}
      disabled={shut}
      autoFocus={focus === `${row}.${way}`}
    >
      <Icon name={icon} />
    </button>
  );
}
