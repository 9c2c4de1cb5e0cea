import type { UnitChoice } from "~/domain/organization/unit-choice";
import { Button } from "~/ui/kit/button";
import { Select } from "~/ui/kit/select";
import { TextField } from "~/ui/kit/text-field";
import { useWords } from "~/ui/words/use-words";

export interface UnitSelectProps {
  id: string;
  name: string;
  label: string;
  choice: UnitChoice;
  defaultValue?: string;
  errors?: string[];
}

/**
 * A list of units that works without script among two thousand: the upper ones, and a box beside it that sends the form
 * with `intent=find-unit` to have the list made anew. What was typed elsewhere in the form is kept.
 */
export function UnitSelect({ id, name, label, choice, defaultValue, errors }: UnitSelectProps) {
  const t = useWords();
  const found = choice.units.map((unit) => ({
    value: unit.code,
    label: `${"\u2003".repeat(choice.text === "" ? indent(unit.depth, choice) : 0)}${unit.name}`,
  }));
  const only = found.length === 1 ? found[0]!.value : undefined;
  return (
    <div className="field">
      <Select
        id={id}
        name={name}
        label={label}
        options={found}
        defaultValue={defaultValue || only}
        errors={errors}
        required
        size="full"
      />
      {choice.more || choice.text !== "" ? (
        <div className="mt-3 border-l-[3px] border-rule pl-4">
          <TextField
            id={`${id}-find`}
            name="unitText"
            label={t("accountForm.filterUnits")}
            hint={
              choice.text === ""
                ? t("accountForm.filterUnitsHint")
                : t("accountForm.filterUnitsFound", { count: found.length, text: choice.text })
            }
            defaultValue={choice.text}
            maxLength={100}
            size="medium"
          />
          <div className="buttons mt-2">
            <Button kind="secondary" name="intent" value="find-unit" formNoValidate icon="filter">
              {t("accountForm.filterUnitsDo")}
            </Button>
          </div>
        </div>
      ) : null}
    </div>
  );
}

function indent(depth: number, { units }: UnitChoice): number {
  return depth - Math.min(...units.map((unit) => unit.depth));
}

/** The button that Enter presses: the first of a form, and "Lọc danh sách" is not what somebody means by Enter. */
export function EnterButton({ intent }: { intent: string }) {
  return <button className="visually-hidden" type="submit" name="intent" value={intent} tabIndex={-1} aria-hidden />;
}
