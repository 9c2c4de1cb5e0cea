import { shortRoot, type SealMark } from "~/domain/seals/seal";
import { formatDay } from "~/domain/time";
import { sealsPath } from "~/paths";
import { useWords } from "~/ui/words/use-words";

/** Where the record stood when this was printed; with it an export can be held against the paper years later. */
export function SealLine({ seal }: { seal: SealMark | null }) {
  const t = useWords();
  if (!seal) return <p className="hint">{t("seals.lineNone")}</p>;
  const { number, day, root } = seal;
  return (
    <p className="hint">
      <a href={sealsPath()}>
        {t("seals.line", { number: String(number), day: formatDay(day), root: shortRoot(root) })}
      </a>
    </p>
  );
}
