import { type Job, JOB_FILE_DAYS } from "~/domain/jobs/job";
import { formatDateTime } from "~/domain/time";
import { jobFilePath, jobPath, jobsPath } from "~/paths";
import { Page } from "~/ui/frame/page";
import { Button } from "~/ui/kit/button";
import { DataTable } from "~/ui/kit/data-table";
import { EmptyState } from "~/ui/kit/empty-state";
import { Notice } from "~/ui/kit/notice";
import { ProgressBar } from "~/ui/kit/progress-bar";
import { StatusTag } from "~/ui/kit/status-tag";
import { formatBytes } from "~/ui/words/format";
import { useWords } from "~/ui/words/use-words";

const TONE = { waiting: "neutral", running: "info", done: "success", failed: "danger" } as const;

/** How far it is, and what came of it. */
export function JobPage({ title, job }: { title: string; job: Job }) {
  const t = useWords();
  return (
    <Page title={title} kicker={t("jobs.title")} lead={job.label} width="reading">
      {job.state === "waiting" || job.state === "running" ? <Progress job={job} /> : <Result job={job} />}
      <p className="no-print">
        <a href={jobsPath()}>{t("jobs.back")}</a>
      </p>
    </Page>
  );
}

function Progress({ job: { id, state, done, total } }: { job: Job }) {
  const t = useWords();
  const text =
    state === "waiting"
      ? t("jobs.state_waiting")
      : total !== null
        ? t("jobs.progressOf", { done, total })
        : done > 0
          ? t("jobs.progressSome", { done })
          : t("jobs.progressBegun");
  return (
    <section className="card card-strong" role="status" aria-live="polite">
      <ProgressBar label={t("jobs.progress")} value={total ? done : 0} max={total || 1} text={text} />
      <p className="buttons no-print">
        <Button kind="quiet" href={jobPath(id)}>
          {t("jobs.refresh")}
        </Button>
      </p>
    </section>
  );
}

function Result({ job }: { job: Job }) {
  const t = useWords();
  const { outcome, fileThere, finishedAt } = job;
  if (job.state === "failed") {
    // Each work names its own reasons and figures; their words stand in the area `jobs` under these names.
    const why = `jobs.refused_${outcome?.refused ?? "fault"}` as "jobs.refused_fault";
    return (
      <Notice kind="danger" title={t("jobs.failedTitle")} live>
        {t(why)}
      </Notice>
    );
  }
  const file = outcome?.file;
  return (
    <Notice kind="success" title={t("jobs.doneTitle")} live>
      <p>{t("jobs.doneAt", { at: finishedAt ? formatDateTime(new Date(finishedAt)) : "" })}</p>
      {Object.entries(outcome?.counts ?? {}).map(([name, count]) => (
        <p key={name}>{t(`jobs.count_${name}` as "jobs.progressSome", { count, done: count })}</p>
      ))}
      {file && fileThere ? (
        <>
          <p>
            <Button href={jobFilePath(job.id)}>
              {t("jobs.download", { name: file.name, size: formatBytes(file.size, { language: t.language }) })}
            </Button>
          </p>
          <p>{t("jobs.fileUntil", { days: JOB_FILE_DAYS })}</p>
        </>
      ) : null}
      {file && !fileThere ? <p>{t("jobs.fileGone")}</p> : null}
    </Notice>
  );
}

export function JobsPage({ title, jobs }: { title: string; jobs: Job[] }) {
  const t = useWords();
  return (
    <Page title={title} lead={t("jobs.lead")}>
      <DataTable
        caption={t("jobs.listCaption")}
        rows={jobs}
        rowKey={({ id }) => id}
        empty={<EmptyState title={t("jobs.noneTitle")}>{t("jobs.none")}</EmptyState>}
        columns={[
          {
            key: "what",
            header: t("jobs.what"),
            rowHeader: true,
            cell: ({ id, kind, label }) => (
              <>
                <a href={jobPath(id)}>{t(`jobs.kind_${kind}` as "jobs.what")}</a>
                <br />
                {label}
              </>
            ),
          },
          {
            key: "state",
            header: t("jobs.state"),
            cell: ({ state }) => <StatusTag tone={TONE[state]}>{t(`jobs.state_${state}`)}</StatusTag>,
          },
          { key: "asked", header: t("jobs.asked"), cell: ({ requestedAt }) => formatDateTime(new Date(requestedAt)) },
        ]}
      />
    </Page>
  );
}
