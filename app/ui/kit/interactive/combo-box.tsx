import { useMemo, useState } from "react";
import { Button as AriaButton } from "react-aria-components/Button";
import { ComboBox as AriaComboBox } from "react-aria-components/ComboBox";
import { Input } from "react-aria-components/Input";
import { Label } from "react-aria-components/Label";
import { ListBox, ListBoxItem } from "react-aria-components/ListBox";
import { Popover } from "react-aria-components/Popover";
import { foldName } from "~/domain/organization/names";
import { useWords } from "~/ui/words/use-words";
import { describing, FieldErrors, type FieldText, hasErrors, OptionalMark } from "../field";
import { Icon } from "../icon";
import { Select } from "../select";
import { PageLocale } from "./locale";
import { useHydrated } from "./use-hydrated";

export interface ComboBoxOption {
  value: string;
  label: string;
  /** A second line: the unit above it. */
  note?: string;
}

export interface ComboBoxProps extends FieldText {
  id: string;
  name: string;
  options: readonly ComboBoxOption[];
  defaultValue?: string;
  required?: boolean;
  onChange?: (value: string | null) => void;
}

/** More would be scrolled past, not read: typing another letter is quicker. */
const MOST_SHOWN = 50;

/** One of many, found by typing, with or without diacritics. Until the script runs it is the browser's own list. */
export function ComboBox(props: ComboBoxProps) {
  if (useHydrated()) return <TypedComboBox {...props} />;
  const { options, onChange: _unheard, ...select } = props;
  return <Select {...select} options={options} />;
}

function TypedComboBox({ id, name, label, hint, errors, optional, options, defaultValue, onChange }: ComboBoxProps) {
  const t = useWords();
  const initial = options.find((option) => option.value === defaultValue);
  const [chosen, setChosen] = useState<ComboBoxOption | null>(initial ?? null);
  const [typed, setTyped] = useState(initial?.label ?? "");
  const folded = useMemo(
    () => options.map((option) => ({ option, text: foldName(`${option.label} ${option.note ?? ""}`) })),
    [options],
  );
  const shown = useMemo(() => {
    const words = chosen?.label === typed ? [] : foldName(typed).split(" ");
    return folded.filter(({ text }) => words.every((word) => text.includes(word))).slice(0, MOST_SHOWN);
  }, [folded, typed, chosen]);

  function choose(value: string | null) {
    const option = options.find((each) => each.value === value) ?? null;
    setChosen(option);
    setTyped(option?.label ?? "");
    onChange?.(option?.value ?? null);
  }

  return (
    <PageLocale>
      <AriaComboBox
        className={hasErrors(errors) ? "field field-wrong" : "field"}
        items={shown.map(({ option }) => option)}
        inputValue={typed}
        onInputChange={setTyped}
        selectedKey={chosen?.value ?? null}
        onSelectionChange={(key) => choose(key === null ? null : String(key))}
        defaultFilter={() => true}
        menuTrigger="focus"
        allowsEmptyCollection
      >
        <Label htmlFor={id}>
          {label}
          {optional ? <OptionalMark /> : null}
        </Label>
        {hint ? (
          <p className="hint" id={`${id}-hint`}>
            {hint}
          </p>
        ) : null}
        <FieldErrors id={id} errors={errors} />
        <div className="combo">
          <Input id={id} className="input input-full" {...describing({ id, hint, errors })} />
          <AriaButton className="combo-button" aria-label={t("kit.showOptions")}>
            <Icon name="down" />
          </AriaButton>
        </div>
        <input type="hidden" name={name} value={chosen?.value ?? ""} />
        <Popover className="popover popover-field">
          <ListBox<ComboBoxOption>
            className="popover-list"
            renderEmptyState={() => <p className="popover-empty">{t("kit.noOptions")}</p>}
          >
            {(option) => (
              <ListBoxItem id={option.value} textValue={option.label} className="popover-item">
                <span>{option.label}</span>
                {option.note ? <span className="hint">{option.note}</span> : null}
              </ListBoxItem>
            )}
          </ListBox>
        </Popover>
      </AriaComboBox>
    </PageLocale>
  );
}
