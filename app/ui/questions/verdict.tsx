import { Icon } from "~/ui/kit/icon";
import { useWords } from "~/ui/words/use-words";

/** Right or not, as a sign that is also read aloud; nothing while it may not be seen. */
export function Verdict({ correct }: { correct: boolean | null }) {
  const t = useWords();
  if (correct === null) return null;
  return (
    <>
      <Icon
        name={correct ? "check" : "close"}
        label={t(correct ? "result.outcomeRight" : "result.outcomeWrong")}
      />{" "}
    </>
  );
}
