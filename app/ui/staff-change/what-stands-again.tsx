import { formatDay } from "~/domain/time";
import type { Translate } from "~/ui/words/translate";
import { useWords } from "~/ui/words/use-words";
import type { ChangeFrame } from "./change-frame";
import { ChangeTable } from "./change-table";
import type { UndoShown } from "./undo-shown";

type Post = UndoShown["taken"];

/** Line by line what the entry says, and what stands when it is taken back. */
export function WhatStandsAgain({ official, undo }: { official: ChangeFrame["official"]; undo: UndoShown }) {
  const t = useWords();
  const { kind, taken, again, staffCategory } = undo;
  return (
    <ChangeTable
      after={t("staffChange.undoAfter")}
      lines={[
        { name: t("staffChange.columnUnit"), before: taken.unitName, after: again.unitName },
        { name: t("staffChange.position"), before: taken.positionTitle, after: again.positionTitle },
        {
          name: t("staffChange.category"),
          before: t(`account.category_${official.staffCategory}`),
          after: t(`account.category_${staffCategory}`),
        },
        {
          name: t("staffChange.columnDays"),
          before: kind === "leaving" ? left(t, taken) : since(t, taken),
          after: kind === "return" ? left(t, again) : since(t, again),
        },
        {
          name: t("staffChange.columnDecision"),
          before: paper(t, kind === "leaving" ? taken.end : taken.decision),
          after: paper(t, kind === "return" ? again.end : again.decision),
        },
      ]}
    />
  );
}

const since = (t: Translate, { from }: Post) => t("staffChange.fromOn", { from: formatDay(from) });

const left = (t: Translate, { until }: Post) =>
  until === null ? "–" : t("staffChange.undoLeftOn", { day: formatDay(until) });

function paper(t: Translate, by: { number: string | null; decidedOn: string | null } | null): string {
  if (!by || by.number === null) return "–";
  const { number, decidedOn } = by;
  return decidedOn === null ? number : t("staffChange.decisionOf", { number, day: formatDay(decidedOn) });
}
