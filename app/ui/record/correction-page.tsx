import type { SubmissionResult } from "@conform-to/react";
import type { PlannedRevision, Revision } from "~/domain/completion/corrections/correction";
import { turnPath } from "~/paths";
import { Page } from "~/ui/frame/page";
import { EmptyState } from "~/ui/kit/empty-state";
import { useWords } from "~/ui/words/use-words";
import { CorrectionConfirm } from "./correction-confirm";
import { CorrectionFields } from "./correction-fields";

export interface CorrectionPageProps {
  kind: "facts" | "void" | "restore";
  turn: {
    enrolmentId: string;
    fullName: string;
    staffNumber: string;
    unitName: string;
    courseTitle: string;
    cycle: string;
    certificate: { number: string } | null;
  };
  /** The last row about the turn; null: there is nothing to correct. */
  last: Revision | null;
  /** What came back of the form; with `planned`, to be confirmed. */
  result: (SubmissionResult<string[]> & { planned?: PlannedRevision }) | undefined;
}

const TITLES = {
  facts: ["record.correctTitle", "record.correctLead"],
  void: ["record.voidTitle", "record.voidLead"],
  restore: ["record.restoreTitle", "record.restoreLead"],
} as const;

/** Corrects what is on record in two steps: what is to be, and a look at it beside what is. */
export function CorrectionPage({ kind, turn, last, result }: CorrectionPageProps) {
  const t = useWords();
  const [title, lead] = TITLES[kind];
  const planned = result?.planned;
  return (
    <Page
      title={t(planned ? "record.confirmTitle" : title)}
      kicker={planned ? t(title) : t("record.whyOf", { course: turn.courseTitle, cycle: turn.cycle })}
      lead={planned ? `${turn.fullName} (${turn.staffNumber}), ${turn.unitName}` : t(lead)}
      crumbs={[
        { label: turn.fullName, href: turnPath(turn.enrolmentId) },
        { label: `${turn.courseTitle}, ${turn.cycle}`, href: turnPath(turn.enrolmentId) },
      ]}
      width="reading"
    >
      {!last ? (
        <EmptyState icon="book" title={t("record.nothingToCorrect")}>
          {t("record.nothingToCorrectText")}
        </EmptyState>
      ) : planned ? (
        <CorrectionConfirm
          kind={kind}
          planned={planned}
          certificate={turn.certificate?.number ?? null}
          values={result.initialValue ?? {}}
        />
      ) : (
        <CorrectionFields kind={kind} last={last} result={result} />
      )}
    </Page>
  );
}
