import type { ReactNode } from "react";
import { useId } from "react";
import { useWords } from "~/ui/words/use-words";

export interface ProgressBarProps {
  value: number;
  max: number;
  /** What is being measured: "Tiến độ khóa học". */
  label: string;
  /** The words at the end of the line; "3 trên 10" when not given, nothing when null. */
  text?: ReactNode;
  /** The label is read aloud but not drawn. */
  hideLabel?: boolean;
}

/** A thin line that says in words what it shows. */
export function ProgressBar({ value, max, label, text, hideLabel }: ProgressBarProps) {
  const t = useWords();
  const id = useId();
  const words = text === undefined ? t("kit.progressOf", { done: value, total: max }) : text;
  return (
    <div className="progress">
      <div className="progress-words">
        <span id={id} className={hideLabel ? "visually-hidden" : undefined}>
          {label}
        </span>
        {words === null ? null : <span className="progress-text">{words}</span>}
      </div>
      <progress value={value} max={max} aria-labelledby={id} />
    </div>
  );
}
