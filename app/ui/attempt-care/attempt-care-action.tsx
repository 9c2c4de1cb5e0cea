import type { AttemptCareLink } from "~/domain/assessment/attempt-care/attempt-care";
import { attemptCarePath } from "~/paths";
import { useWords } from "~/ui/words/use-words";

const OFFERS = { "add-time": "accommodation.addTime", reopen: "accommodation.reopenShort" } as const;

/** In the list of a person's attempts: what can be done, and whether the clock handed it in. */
export function AttemptCareAction({ link }: { link: AttemptCareLink }) {
  const t = useWords();
  return (
    <>
      <a href={attemptCarePath(link.attemptId)}>{t(link.offer ? OFFERS[link.offer] : "accommodation.details")}</a>
      {link.byTimer ? <span className="hint block">{t("accommodation.byTimerShort")}</span> : null}
    </>
  );
}
