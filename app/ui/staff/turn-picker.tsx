import { type CourseTurn, turnKey } from "~/domain/enrolment/course-turn";
import { Button } from "~/ui/kit/button";
import { Select } from "~/ui/kit/select";
import { useWords } from "~/ui/words/use-words";

export interface TurnPickerProps {
  turns: readonly CourseTurn[];
  turn: CourseTurn;
  /** The page itself, without its question. */
  action: string;
  /** What else the address keeps. */
  keep?: Record<string, string>;
}

/** Which course in which cycle the page is about; a choice only where there is one. */
export function TurnPicker({ turns, turn, action, keep = {} }: TurnPickerProps) {
  const t = useWords();
  const name = (each: CourseTurn) => t("staff.cycle", { course: each.title, cycle: each.cycle });
  if (turns.length < 2) return <p className="text-lg font-semibold">{name(turn)}</p>;
  return (
    <>
      <form method="get" action={action} className="no-print flex flex-wrap items-end gap-3">
        {Object.entries(keep).map(([field, value]) => (
          <input key={field} type="hidden" name={field} value={value} />
        ))}
        <Select
          id="course"
          name="course"
          label={t("staff.course")}
          placeholder={false}
          defaultValue={turnKey(turn)}
          options={turns.map((each) => ({ value: turnKey(each), label: name(each) }))}
        />
        <Button kind="secondary">{t("staff.showCourse")}</Button>
      </form>
      <p className="hidden text-lg font-semibold print:block">{name(turn)}</p>
    </>
  );
}
