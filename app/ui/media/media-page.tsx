import type { SubmissionResult } from "@conform-to/react";
import { MEDIA_TOTAL_MB } from "~/domain/courses/media/media-kind";
import type { DraftMedium } from "~/domain/courses/media/draft-media";
import { draftPath, libraryCoursePath, libraryPath } from "~/paths";
import { Page } from "~/ui/frame/page";
import { EmptyState } from "~/ui/kit/empty-state";
import { Notice } from "~/ui/kit/notice";
import { formatBytes } from "~/ui/words/format";
import { useWords } from "~/ui/words/use-words";
import { MediaItem } from "./media-item";
import { UploadForm } from "./upload-form";

export interface MediaPageProps {
  view: { slug: string; title: string; state: string; media: DraftMedium[] };
  /** How many files the form has room for. */
  rows: number;
  result: SubmissionResult<string[]> | undefined;
  /** Files of the same form that were taken while others were not. */
  added: string[];
}

/** The media of a draft: what there is and where it is used, and the form for more. */
export function MediaPage({ view: { slug, title, state, media }, rows, result, added }: MediaPageProps) {
  const t = useWords();
  const open = state === "editing";
  const size = formatBytes(
    media.reduce((sum, each) => sum + each.size, 0),
    { language: t.language },
  );
  return (
    <Page
      kicker={title}
      title={t("media.title")}
      lead={t("media.lead")}
      crumbs={[
        { label: t("library.title"), href: libraryPath() },
        { label: title, href: libraryCoursePath(slug) },
        { label: t("media.back"), href: draftPath(slug) },
      ]}
      width="reading"
    >
      {added.length > 0 ? (
        <Notice kind="success" live>
          {t("media.added", { names: added.join(", ") })}
        </Notice>
      ) : null}
      {open ? null : <Notice kind="info">{t("media.closed")}</Notice>}
      {open ? <UploadForm slug={slug} rows={rows} result={result} /> : null}
      <section>
        <h2>{t("media.summary", { count: media.length, size, limit: MEDIA_TOTAL_MB })}</h2>
        {media.length === 0 ? <EmptyState title={t("media.empty")}>{t("media.emptyText")}</EmptyState> : null}
        <ul className="media-list">
          {media.map((medium) => (
            <MediaItem key={medium.path} slug={slug} medium={medium} open={open} />
          ))}
        </ul>
      </section>
    </Page>
  );
}
