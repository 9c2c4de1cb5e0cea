import type { ShelfEntry, ShelfView } from "~/domain/courses/drafts/shelf-view";
import { formatDateTime } from "~/domain/time";
import { draftPath } from "~/paths";
import { Button } from "~/ui/kit/button";
import { DataTable } from "~/ui/kit/data-table";
import { PostForm } from "~/ui/kit/post-form";
import { SectionHeading } from "~/ui/kit/section-heading";
import { StatusTag } from "~/ui/kit/status-tag";
import { useWords } from "~/ui/words/use-words";

const TONES = {
  editing: "info",
  in_review: "warning",
  approved: "success",
  published: "neutral",
  discarded: "neutral",
} as const;

/** The drafts that are being worked on, and those that can be taken up again. */
export function Shelf({ shelf: { open, discarded } }: { shelf: ShelfView }) {
  const t = useWords();
  return (
    <>
      {open.length > 0 ? (
        <section>
          <SectionHeading lead={t("draft.shelfLead")}>{t("draft.shelfTitle")}</SectionHeading>
          <DataTable
            caption={t("draft.shelfTitle")}
            hideCaption
            rows={open}
            rowKey={({ id }) => id}
            columns={[
              {
                key: "course",
                header: t("draft.shelfCourse"),
                rowHeader: true,
                cell: ({ slug, title }) => <a href={draftPath(slug)}>{title}</a>,
              },
              {
                key: "state",
                header: t("draft.factState"),
                cell: ({ state }) => <StatusTag tone={TONES[state]}>{t(`draft.state_${state}`)}</StatusTag>,
              },
              { key: "base", header: t("draft.shelfBase"), cell: (entry) => <Base entry={entry} /> },
              {
                key: "opened",
                header: t("draft.shelfOpened"),
                cell: ({ createdByName, createdAt }) =>
                  t("draft.shelfWhen", { name: createdByName, date: formatDateTime(createdAt) }),
              },
              {
                key: "touched",
                header: t("draft.shelfTouched"),
                cell: ({ touchedAt, touchedByName }) =>
                  touchedAt && touchedByName
                    ? t("draft.shelfWhen", { name: touchedByName, date: formatDateTime(touchedAt) })
                    : t("draft.shelfUntouched"),
              },
            ]}
          />
        </section>
      ) : null}
      {discarded.length > 0 ? (
        <section>
          <SectionHeading lead={t("draft.shelfDiscardedLead")}>{t("draft.shelfDiscarded")}</SectionHeading>
          <DataTable
            caption={t("draft.shelfDiscarded")}
            hideCaption
            rows={discarded}
            rowKey={({ id }) => id}
            columns={[
              { key: "course", header: t("draft.shelfCourse"), rowHeader: true, cell: ({ title }) => title },
              { key: "base", header: t("draft.shelfBase"), cell: (entry) => <Base entry={entry} /> },
              {
                key: "closed",
                header: t("draft.shelfClosed"),
                cell: ({ closedAt }) => closedAt && formatDateTime(closedAt),
              },
              {
                key: "reopen",
                header: t("draft.reopen"),
                cell: ({ id, title }) => (
                  <PostForm>
                    <input type="hidden" name="draft" value={id} />
                    <Button
                      kind="secondary"
                      name="intent"
                      value="reopen"
                      aria-label={t("draft.reopenLabel", { title })}
                    >
                      {t("draft.reopen")}
                    </Button>
                  </PostForm>
                ),
              },
            ]}
          />
        </section>
      ) : null}
    </>
  );
}

function Base({ entry: { baseNumber } }: { entry: ShelfEntry }) {
  const t = useWords();
  return baseNumber === null ? t("draft.shelfBaseNone") : t("draft.shelfBaseVersion", { number: String(baseNumber) });
}
