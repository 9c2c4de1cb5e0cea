import { actorOf } from "~/domain/audit/audit-event";
import { recordAudit } from "~/domain/audit/audit-store.server";
import type { Viewer } from "~/domain/auth/permissions";
import { quotesOf } from "~/domain/courses/lesson/block-html";
import type { ReaderReport, ReportInInbox, ReportState } from "~/domain/courses/reports/report";
import type { AnswerValues } from "~/domain/courses/reports/report-form";
import { answerReport, countReports, findReport, listReports } from "~/domain/courses/reports/report-store.server";
import { currentVersionOf } from "~/domain/courses/version-cache.server";
import { notFound } from "~/domain/problem";
import { inTransaction } from "~/platform/db.server";

export async function listReaderReports(input: {
  state: ReportState;
}): Promise<{ reports: ReaderReport[]; counts: Record<ReportState, number> }> {
  const [reports, counts] = await Promise.all([listReports(input), countReports()]);
  return { reports, counts };
}

export async function countNewReports(): Promise<number> {
  return (await countReports()).new;
}

/** A report, and whether its block reads the same in the version in use. */
export async function viewReaderReport(input: { id: string }): Promise<ReportInInbox> {
  const report = await findReport(input);
  if (!report) throw notFound(`report ${input.id}`);
  const version = await currentVersionOf(report.course.slug);
  const lesson = version?.lesson(report.lessonId);
  const stillThere =
    report.blockId !== null && quotesOf(lesson?.segments ?? [], 300).some(({ id }) => id === report.blockId);
  return { report, currentVersion: version?.number ?? report.version, stillThere };
}

export type AnswerReportAnswer = { kind: "saved" } | { kind: "refused"; reason: "no-such-version" };

/** Answers a report, or closes it; the reader sees both. */
export async function answerReaderReport(input: {
  viewer: Viewer;
  id: string;
  values: AnswerValues;
  now: Date;
}): Promise<AnswerReportAnswer> {
  const { viewer, id, values, now } = input;
  const { report, currentVersion } = await viewReaderReport({ id });
  const { mendedIn } = values;
  if (mendedIn !== null && !(Number.isInteger(mendedIn) && mendedIn > report.version && mendedIn <= currentVersion)) {
    return { kind: "refused", reason: "no-such-version" };
  }
  await inTransaction(async (tx) => {
    await answerReport(tx, { id, values, byName: viewer.displayName, now });
    await recordAudit(tx, {
      actor: actorOf(viewer),
      action: "report.answered",
      subject: { type: "report", id, label: `${report.course.title}: ${report.lessonTitle}` },
      before: { state: report.state, text: report.answer, mendedIn: report.mendedIn },
      after: {
        state: values.intent === "answer" ? "answered" : "closed",
        text: values.answer || report.answer,
        mendedIn,
      },
      at: now,
    });
  });
  return { kind: "saved" };
}
