import { inForce, type Revision } from "~/domain/completion/corrections/correction";
import { Button } from "~/ui/kit/button";
import { useWords } from "~/ui/words/use-words";

/** What an officer may do about what is on record, as it stands now. */
export function CorrectionLinks({
  revisions,
  hrefOf,
  recogniseHref,
}: {
  revisions: readonly Revision[];
  hrefOf: (kind: "facts" | "void" | "restore") => string;
  recogniseHref: string;
}) {
  const t = useWords();
  if (inForce(revisions)) {
    return (
      <p className="buttons no-print mt-8">
        <Button kind="secondary" href={hrefOf("facts")}>
          {t("record.correct")}
        </Button>
        <Button kind="secondary" href={hrefOf("void")}>
          {t("record.void")}
        </Button>
      </p>
    );
  }
  return (
    <p className="buttons no-print mt-8">
      <Button kind="secondary" href={recogniseHref}>
        {t("record.recogniseTurn")}
      </Button>
      {revisions.length > 0 ? (
        <Button kind="secondary" href={hrefOf("restore")}>
          {t("record.restore")}
        </Button>
      ) : null}
    </p>
  );
}
