import type { Revision } from "~/domain/completion/corrections/correction";
import { formatDate, formatDateTime, formatDay } from "~/domain/time";
import { DescriptionList } from "~/ui/kit/description-list";
import type { Translate } from "~/ui/words/translate";
import { useWords } from "~/ui/words/use-words";
import { percentWords } from "./turn-section";

const KINDS = {
  facts: "record.kindFacts",
  void: "record.kindVoid",
  recognised: "record.kindRecognised",
  "earned-again": "record.kindEarnedAgain",
} as const;

export function revisionTitle(t: Translate, { correction, recognition }: Revision): string {
  if (correction) return t(KINDS[correction]);
  return t(recognition ? "record.kindRecognised" : "record.kindEarned");
}

/** Every row that the record has about a turn, the first one first: none is ever changed. */
export function RevisionHistory({
  revisions,
  decisionHref,
}: {
  revisions: readonly Revision[];
  decisionHref: (recognitionId: string) => string;
}) {
  const t = useWords();
  if (revisions.length === 0) return <p className="muted">{t("record.historyNone")}</p>;
  return (
    <ol className="flex flex-col gap-4 list-none p-0">
      {revisions.map((revision) => (
        <li key={revision.id} className="card break-inside-avoid">
          <p className="kicker">{t("record.revision", { number: String(revision.revision + 1) })}</p>
          <h3 className="card-title">{revisionTitle(t, revision)}</h3>
          <DescriptionList facts={factsOf(t, revision, decisionHref)} />
        </li>
      ))}
    </ol>
  );
}

function factsOf(t: Translate, revision: Revision, decisionHref: (id: string) => string) {
  const { correction, recognition, reason } = revision;
  const stands = correction !== "void";
  return [
    { term: t("record.recordedAt"), detail: formatDateTime(revision.recordedAt) },
    { term: t("record.recordedBy"), detail: revision.recordedByName ?? t("record.byPlatform") },
    { term: t("record.reason"), detail: reason !== recognition?.learned && reason },
    { term: t("record.completedOn"), detail: stands && formatDate(revision.completedAt) },
    {
      term: t("record.onTime"),
      detail: stands && revision.onTime !== null && t(revision.onTime ? "record.yes" : "record.no"),
    },
    {
      term: t("record.score"),
      detail: stands && revision.scorePercent !== null && percentWords(t, revision.scorePercent),
    },
    {
      term: t("record.decision"),
      detail:
        stands &&
        recognition &&
        t("record.decisionIs", {
          number: recognition.decisionNumber,
          day: formatDay(recognition.decidedOn),
          issuer: recognition.issuer,
        }),
    },
    { term: t("record.learned"), detail: stands && recognition?.learned },
    {
      term: t("record.file"),
      detail: stands && recognition?.fileName && <a href={decisionHref(recognition.id)}>{recognition.fileName}</a>,
    },
  ].map(({ term, detail }) => ({ term, detail: detail === false ? null : detail }));
}
