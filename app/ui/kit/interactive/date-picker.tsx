import { type CalendarDate, parseDate } from "@internationalized/date";
import { useRef, useState } from "react";
import { Button as AriaButton } from "react-aria-components/Button";
import { Calendar, CalendarCell, CalendarGrid } from "react-aria-components/Calendar";
import { Dialog, DialogTrigger } from "react-aria-components/Dialog";
import { Heading } from "react-aria-components/Heading";
import { Popover } from "react-aria-components/Popover";
import { formatDay, parseDay } from "~/domain/time";
import { useWords } from "~/ui/words/use-words";
import { describing, Field, type FieldText } from "../field";
import { Icon } from "../icon";
import { PageLocale } from "./locale";
import { useHydrated } from "./use-hydrated";

export interface DatePickerProps extends Omit<FieldText, "hint"> {
  id: string;
  name: string;
  /** "23/11/2026" or "2026-11-23"; what cannot be read is shown as it was typed. */
  defaultValue?: string;
  hint?: string;
  required?: boolean;
  /** Days that can be chosen in the calendar, as "2026-11-23". */
  min?: string;
  max?: string;
}

/** A day typed as dd/mm/yyyy, which works without script; with it, a calendar stands beside the box. Read with `parseDay`. */
export function DatePicker({
  label,
  hint,
  errors,
  optional,
  id,
  name,
  defaultValue = "",
  required,
  min,
  max,
}: DatePickerProps) {
  const t = useWords();
  const hydrated = useHydrated();
  // What was posted under this name twice comes back as a list, whatever its type says.
  const typed = String(defaultValue);
  const day = parseDay(typed);
  const [text, setText] = useState(day === null ? typed : formatDay(day));
  const help = hint ?? t("kit.dateHint");
  const input = useRef<HTMLInputElement>(null);
  return (
    <Field id={id} label={label} hint={help} errors={errors} optional={optional}>
      <div className="date-line">
        <input
          ref={input}
          id={id}
          name={name}
          type="text"
          inputMode="numeric"
          autoComplete="off"
          required={required}
          value={text}
          onChange={(event) => setText(event.currentTarget.value)}
          {...describing({ id, hint: help, errors })}
          className="input input-short"
        />
        {hydrated ? (
          <CalendarButton
            chosen={readDate(text)}
            min={readDate(min)}
            max={readDate(max)}
            onChoose={(date) => {
              setText(formatDay(date.toString()));
              input.current?.focus();
            }}
          />
        ) : null}
      </div>
    </Field>
  );
}

function readDate(text: string | undefined): CalendarDate | null {
  const day = parseDay(text ?? "");
  return day === null ? null : parseDate(day);
}

interface CalendarButtonProps {
  chosen: CalendarDate | null;
  min: CalendarDate | null;
  max: CalendarDate | null;
  onChoose: (date: CalendarDate) => void;
}

function CalendarButton({ chosen, min, max, onChoose }: CalendarButtonProps) {
  const t = useWords();
  return (
    <PageLocale>
      <DialogTrigger>
        <AriaButton className="button button-secondary" aria-label={t("kit.openCalendar")}>
          <Icon name="calendar" />
        </AriaButton>
        <Popover className="popover" placement="bottom start">
          <Dialog aria-label={t("kit.calendarTitle")} className="calendar-dialog">
            {({ close }) => (
              <Calendar
                aria-label={t("kit.calendarTitle")}
                defaultValue={chosen}
                minValue={min}
                maxValue={max}
                firstDayOfWeek="mon"
                autoFocus
                onChange={(date) => {
                  onChoose(date as CalendarDate);
                  close();
                }}
              >
                <header className="calendar-head">
                  <AriaButton slot="previous" className="button button-quiet" aria-label={t("kit.previousMonth")}>
                    <Icon name="left" />
                  </AriaButton>
                  <Heading />
                  <AriaButton slot="next" className="button button-quiet" aria-label={t("kit.nextMonth")}>
                    <Icon name="right" />
                  </AriaButton>
                </header>
                <CalendarGrid className="calendar-grid" weekdayStyle="short">
                  {(date) => <CalendarCell date={date} className="calendar-cell" />}
                </CalendarGrid>
              </Calendar>
            )}
          </Dialog>
        </Popover>
      </DialogTrigger>
    </PageLocale>
  );
}
