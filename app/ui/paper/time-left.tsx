import { useEffect, useRef, useState } from "react";
import { formatDateTime } from "~/domain/time";
import { Icon } from "~/ui/kit/icon";
import { useWords } from "~/ui/words/use-words";

export interface TimeLeftProps {
  deadlineAt: Date;
  /** Milliseconds to add to this device's clock to have the server's; null while the page runs without script. */
  clockOffset: number | null;
  onTimeUp: () => void;
}

const two = (value: number) => String(value).padStart(2, "0");

/** Time left: quiet minutes until five are left, then minutes and seconds. Said aloud at five minutes and at one. */
export function TimeLeft({ deadlineAt, clockOffset, onTimeUp }: TimeLeftProps) {
  const t = useWords();
  const [left, setLeft] = useState<number | null>(null);
  const done = useRef(onTimeUp);
  done.current = onTimeUp;

  useEffect(() => {
    if (clockOffset === null) return undefined;
    let over = false;
    const tick = () => {
      const rest = Math.max(0, deadlineAt.getTime() - (Date.now() + clockOffset));
      setLeft(rest);
      if (rest === 0 && !over) {
        over = true;
        done.current();
      }
    };
    tick();
    const timer = setInterval(tick, 1000);
    return () => clearInterval(timer);
  }, [deadlineAt, clockOffset]);

  const seconds = left === null ? null : Math.ceil(left / 1000);
  const urgent = seconds !== null && seconds <= 300;
  const clock = formatDateTime(deadlineAt).slice(-5);
  return (
    <div className={urgent ? "paper-time is-urgent" : "paper-time"}>
      <Icon name="clock" />
      <span role="timer" aria-label={t("paper.timeLeft")}>
        {seconds === null
          ? t("paper.endsAt", { time: clock })
          : urgent
            ? `${two(Math.floor(seconds / 60))}:${two(seconds % 60)}`
            : t("paper.minutesLeft", { minutes: Math.ceil(seconds / 60) })}
      </span>
      <span className="visually-hidden" role="status">
        {seconds !== null && seconds <= 300 ? t(seconds <= 60 ? "paper.oneMinute" : "paper.fiveMinutes") : ""}
      </span>
    </div>
  );
}
