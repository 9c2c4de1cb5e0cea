import type { PostHeld } from "~/domain/organization/staff-change";
import { formatDay } from "~/domain/time";
import { DataTable } from "~/ui/kit/data-table";
import { SectionHeading } from "~/ui/kit/section-heading";
import type { Translate } from "~/ui/words/translate";
import { useWords } from "~/ui/words/use-words";

/** Where somebody was when, the latest first; `undoHref`: where the latest entry is taken back, for those who may. */
export function PostsTable({ posts, undoHref }: { posts: readonly PostHeld[]; undoHref?: string }) {
  const t = useWords();
  const latest = posts[0];
  return (
    <section className="flex flex-col gap-4">
      <SectionHeading lead={t("staffChange.postsLead")}>{t("staffChange.posts")}</SectionHeading>
      <DataTable
        hideCaption
        caption={t("staffChange.postsCaption")}
        rows={posts}
        rowKey={(post) => post.from}
        empty={<p>{t("staffChange.postsNone")}</p>}
        columns={[
          { key: "unit", header: t("staffChange.columnUnit"), rowHeader: true, cell: (post) => post.unitName },
          { key: "position", header: t("staffChange.columnPosition"), cell: (post) => post.positionTitle },
          { key: "days", header: t("staffChange.columnDays"), cell: (post) => daysOf(t, post) },
          {
            key: "decision",
            header: t("staffChange.columnDecision"),
            cell: (post) => (
              <>
                <Decisions post={post} />
                {undoHref && post === latest ? (
                  <span className="hint no-print">
                    <a href={undoHref}>{t("staffChange.undoTitle")}</a>
                  </span>
                ) : null}
              </>
            ),
          },
        ]}
      />
    </section>
  );
}

function daysOf(t: Translate, { from, lastDay }: PostHeld): string {
  return lastDay === null
    ? t("staffChange.fromOn", { from: formatDay(from) })
    : t("staffChange.fromTo", { from: formatDay(from), to: formatDay(lastDay) });
}

function decisionWords(t: Translate, number: string, decidedOn: string | null): string {
  return decidedOn === null ? number : t("staffChange.decisionOf", { number, day: formatDay(decidedOn) });
}

function Decisions({ post: { decision, end } }: { post: PostHeld }) {
  const t = useWords();
  const taken = decision && decisionWords(t, decision.number, decision.decidedOn);
  const reason = end && t(`staffChange.end_${end.reason}`);
  const by = end?.decisionNumber ? decisionWords(t, end.decisionNumber, end.decidedOn) : null;
  return (
    <>
      {taken ?? "–"}
      {reason ? (
        <span className="hint">
          {by ? t("staffChange.leftBy", { reason, decision: by }) : t("staffChange.leftBecause", { reason })}
        </span>
      ) : null}
    </>
  );
}
