import type { PlannedRevision, Revision } from "~/domain/completion/corrections/correction";
import { formatDate } from "~/domain/time";
import { Button } from "~/ui/kit/button";
import { DataTable } from "~/ui/kit/data-table";
import { Notice } from "~/ui/kit/notice";
import { PostForm } from "~/ui/kit/post-form";
import { useWords } from "~/ui/words/use-words";
import { HiddenValues } from "./hidden-values";
import { percentWords } from "./turn-section";

/** What is on record and what will be, side by side; then it is written, or typed again. */
export function CorrectionConfirm({
  kind,
  planned,
  certificate,
  values,
}: {
  kind: "facts" | "void" | "restore";
  planned: PlannedRevision;
  certificate: string | null;
  /** What was typed, to be sent once more. */
  values: Record<string, unknown>;
}) {
  const t = useWords();
  const told = (row: Pick<Revision, "completedAt" | "onTime" | "scorePercent" | "correction">) =>
    row.correction === "void"
      ? { completed: t("record.noneInForce"), onTime: t("kit.noValue"), score: t("kit.noValue") }
      : {
          completed: formatDate(row.completedAt),
          onTime: row.onTime === null ? t("kit.noValue") : t(row.onTime ? "record.yes" : "record.no"),
          score: row.scorePercent === null ? t("kit.noValue") : percentWords(t, row.scorePercent),
        };
  const [before, after] = [told(planned.corrects), told(planned)];
  const rows = [
    { name: t("record.completedOn"), before: before.completed, after: after.completed },
    { name: t("record.onTime"), before: before.onTime, after: after.onTime },
    { name: t("record.score"), before: before.score, after: after.score },
  ];
  const reason = values["reason"];
  return (
    <div className="flex flex-col gap-6">
      <DataTable
        hideCaption
        caption={t("record.confirmTitle")}
        rows={rows}
        rowKey={({ name }) => name}
        columns={[
          { key: "name", header: t("record.what"), rowHeader: true, cell: (row) => row.name },
          { key: "before", header: t("record.before"), cell: (row) => row.before },
          {
            key: "after",
            header: t("record.after"),
            cell: (row) => (row.after === row.before ? row.after : <strong>{row.after}</strong>),
          },
        ]}
      />
      <p>
        {t("record.reason")}: {typeof reason === "string" ? reason : ""}
      </p>
      {certificate && kind !== "restore" ? (
        <Notice kind="warning">
          {t(kind === "void" ? "record.certificateStays" : "record.certificateFacts", { number: certificate })}
        </Notice>
      ) : null}
      <PostForm>
        <HiddenValues values={values} />
        <div className="buttons">
          <Button kind={kind === "void" ? "danger" : "primary"} name="step" value="make">
            {t("record.make")}
          </Button>
          <Button kind="secondary" name="step" value="edit">
            {t("record.change")}
          </Button>
        </div>
      </PostForm>
    </div>
  );
}
