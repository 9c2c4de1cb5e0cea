import { type PublishJob, progressOf } from "~/domain/courses/drafts/publish-job";
import { draftPublishPath, libraryCoursePath } from "~/paths";
import { Button } from "~/ui/kit/button";
import { Notice } from "~/ui/kit/notice";
import { ProgressBar } from "~/ui/kit/progress-bar";
import { useWords } from "~/ui/words/use-words";

/** How far the work is; read aloud as it changes. */
export function JobProgress({ job }: { job: PublishJob }) {
  const t = useWords();
  const { value, max } = progressOf(job);
  const { step, lessonsDone, lessonsInAll } = job;
  const text =
    step === "compiling"
      ? t("review.step_compiling", { done: lessonsDone, total: lessonsInAll })
      : t(`review.step_${step}`);
  return (
    <section className="card card-strong" role="status" aria-live="polite">
      <ProgressBar label={t("review.progress")} value={value} max={max} text={text} />
      <p className="buttons no-print">
        <Button kind="quiet" href={draftPublishPath(job.slug)}>
          {t("review.refresh")}
        </Button>
      </p>
    </section>
  );
}

/** What came of it. */
export function JobResult({ job: { outcome }, slug }: { job: PublishJob; slug: string }) {
  const t = useWords();
  if (!outcome) return null;
  if (outcome.kind !== "published") {
    return (
      <Notice kind="danger" title={t("review.failedTitle")} live>
        {t(`review.failed_${outcome.kind}`)}
      </Notice>
    );
  }
  const { number, restored, moved, completed } = outcome;
  return (
    <Notice kind="success" title={t("review.publishedTitle", { number: String(number) })} live>
      {restored ? <p>{t("review.publishedRestored", { number: String(number) })}</p> : null}
      {moved > 0 ? <p>{t("review.publishedMoved", { count: moved })}</p> : null}
      {completed > 0 ? <p>{t("review.publishedCompleted", { count: completed })}</p> : null}
      <p>
        <a href={libraryCoursePath(slug)}>{t("review.toCourse")}</a>
      </p>
    </Notice>
  );
}
