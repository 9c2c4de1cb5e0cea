import type { EditorDocument, EditorMedia } from "~/domain/courses/drafts/lesson-editor";
import { COMPONENT_FORMS, controlOf, type Pair } from "~/domain/courses/lesson/component-forms";
import type { ComponentValues } from "~/domain/courses/lesson/component-values";
import { COMPONENTS, isMediaKind, LEVELS, MEDIA_FILES } from "~/domain/courses/lesson/components";
import { ComboBox } from "~/ui/kit/interactive/combo-box";
import { Select } from "~/ui/kit/select";
import { TextField } from "~/ui/kit/text-field";
import { useWords } from "~/ui/words/use-words";

export interface FieldFacts {
  documents: readonly EditorDocument[];
  media: readonly EditorMedia[];
}

export interface ComponentFieldsProps extends FieldFacts {
  values: ComponentValues;
  /** Names of fields that are missing: "1.nhan". */
  missing: readonly string[];
  onChange: (values: ComponentValues) => void;
  /** Before the names of this component's fields: "1.". */
  at?: string;
}

/** A label of the table of forms, in the language of the page. */
export function useSaid() {
  const t = useWords();
  return (pair: Pair) => pair[t.language === "vi" ? 0 : 1];
}

/** The errors of a field that was left empty. */
export function useMissing(missing: readonly string[], name: string): string[] | undefined {
  const t = useWords();
  return missing.includes(name) ? [t("editor.fieldMissing")] : undefined;
}

/** One value of a component. */
export function PropField({
  values,
  onChange,
  missing,
  documents,
  media,
  at = "",
  prop,
}: ComponentFieldsProps & { prop: string }) {
  const said = useSaid();
  const t = useWords();
  const field = COMPONENT_FORMS[values.name]!.fields[prop]!;
  const { required, kind } = COMPONENTS[values.name]!.props[prop]!;
  const control = controlOf(values.name, prop);
  const id = `field-${at}${prop}`;
  const value = values.props[prop] ?? "";
  const errors = useMissing(missing, at + prop);
  const set = (next: string | null) => {
    const { [prop]: _old, ...others } = values.props;
    onChange({ ...values, props: next === null || (next === "" && !required) ? others : { ...others, [prop]: next } });
  };
  const words = { label: said(field.label), hint: field.hint && said(field.hint), errors, optional: !required };
  if (control === "flag") return null;
  if (control === "document") {
    const options = documents.map(({ number, title, name, status }) => ({
      value: number,
      label: name,
      note: status === "expired" ? `${title} (${t("editor.expired")})` : title,
    }));
    return (
      <ComboBox
        id={id}
        name={at + prop}
        {...words}
        options={options}
        defaultValue={value}
        onChange={(next) => set(next ?? "")}
      />
    );
  }
  if (control === "level") {
    const options = Object.entries(LEVELS).map(([level, label]) => ({ value: level, label }));
    return (
      <Select
        id={id}
        name={at + prop}
        {...words}
        options={options}
        value={value}
        size="medium"
        onChange={(event) => set(event.target.value)}
      />
    );
  }
  if (control === "file" && isMediaKind(kind)) {
    const options = media
      .filter(({ path }) => MEDIA_FILES[kind].test(path))
      .map(({ path }) => ({ value: path, label: path.slice("media/".length) }));
    const hint = options.length === 0 ? t("editor.noFiles") : words.hint;
    return (
      <Select
        id={id}
        name={at + prop}
        {...words}
        hint={hint}
        options={options}
        value={value}
        onChange={(event) => set(event.target.value)}
      />
    );
  }
  return (
    <TextField
      id={id}
      name={at + prop}
      {...words}
      lang="vi"
      spellCheck
      value={value}
      onChange={(event) => set(event.target.value)}
    />
  );
}
