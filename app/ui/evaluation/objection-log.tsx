import type { Objection } from "~/domain/evaluation/objection";
import { formatDateTime } from "~/domain/time";
import { StatusTag } from "~/ui/kit/status-tag";
import { useWords } from "~/ui/words/use-words";

/** What was objected to and what came of it: nothing of it is ever changed. */
export function ObjectionLog({ log }: { log: readonly Objection[] }) {
  const t = useWords();
  return (
    <ol className="card-list">
      {log.map((each) => (
        <li key={each.id} className="card break-inside-avoid">
          <p className="flex flex-wrap items-center gap-3">
            <strong>{each.rowKey === null ? t("evaluation.whole") : each.rowLabel}</strong>
            <span className="muted tabular">{formatDateTime(each.madeAt)}</span>
            {each.answer ? (
              <StatusTag tone={each.answer.verdict === "accepted" ? "success" : "neutral"}>
                {t(`evaluation.verdict_${each.answer.verdict}`)}
              </StatusTag>
            ) : (
              <StatusTag tone="warning" icon="flag">
                {t("evaluation.waitingAnswer")}
              </StatusTag>
            )}
          </p>
          <p className="whitespace-pre-line">{each.reason}</p>
          {each.answer ? (
            <div>
              <p className="muted text-sm">
                {t("evaluation.answeredOn", {
                  verdict: t(`evaluation.verdict_${each.answer.verdict}`),
                  name: each.answer.byName,
                  at: formatDateTime(each.answer.at),
                })}
              </p>
              <p className="whitespace-pre-line">{each.answer.text}</p>
            </div>
          ) : null}
        </li>
      ))}
    </ol>
  );
}
