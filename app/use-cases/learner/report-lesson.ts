import { actorOf } from "~/domain/audit/audit-event";
import { recordAudit } from "~/domain/audit/audit-store.server";
import type { OfficialIdentity, Viewer } from "~/domain/auth/permissions";
import { findLearningRecord } from "~/domain/completion/learning-record-store.server";
import { quotesOf } from "~/domain/courses/lesson/block-html";
import type { ReaderReport, ReportPage } from "~/domain/courses/reports/report";
import type { ReportValues } from "~/domain/courses/reports/report-form";
import { insertReport, listReportsOf } from "~/domain/courses/reports/report-store.server";
import { courseVersion, currentVersionOf } from "~/domain/courses/version-cache.server";
import { notFound } from "~/domain/problem";
import { inTransaction } from "~/platform/db.server";

const IN_LIST = 90;
const KEPT = 300;

interface Place {
  officialId: string;
  courseSlug: string;
  lessonId: string;
}

/** The lesson in the version that the reader learns from. */
async function openLesson({ officialId, courseSlug, lessonId }: Place) {
  const record = await findLearningRecord({ officialId, courseSlug });
  const version = record?.startedAt ? await courseVersion(record.versionId) : await currentVersionOf(courseSlug);
  const lesson = version?.lesson(lessonId);
  if (!version || !lesson) throw notFound(`lesson ${lessonId} of ${courseSlug}`);
  return { version, lesson };
}

export async function viewReportForm(input: Place): Promise<ReportPage> {
  const { version, lesson } = await openLesson(input);
  return {
    course: { slug: version.slug, title: version.manifest.title },
    lesson: { id: lesson.id, title: lesson.title },
    blocks: quotesOf(lesson.segments, IN_LIST),
  };
}

export type ReportAnswer = { kind: "sent" } | { kind: "refused"; reason: "too-many" };

/** Sends a report on a block, or on the lesson as a whole, with the version that the reader had before them. */
export async function reportLesson(
  input: Place & { viewer: Viewer & { official: OfficialIdentity }; values: ReportValues; now: Date },
): Promise<ReportAnswer> {
  const { viewer, values, officialId, now } = input;
  const { version, lesson } = await openLesson(input);
  // A block that this version does not have: the page was an old one, and the report is on the lesson.
  const block = quotesOf(lesson.segments, KEPT).find(({ id }) => id === values.block);
  return inTransaction(async (tx): Promise<ReportAnswer> => {
    const id = await insertReport(tx, {
      officialId,
      versionId: version.id,
      lessonId: lesson.id,
      blockId: block?.id ?? null,
      quote: block?.quote ?? "",
      text: values.text,
      now,
    });
    if (id === null) return { kind: "refused", reason: "too-many" };
    await recordAudit(tx, {
      actor: actorOf(viewer),
      action: "report.sent",
      subject: { type: "report", id, label: `${version.manifest.title}: ${lesson.title}` },
      unitPath: viewer.official.unitPath,
      after: { course: version.manifest.title, lesson: lesson.title, version: version.number },
      at: now,
    });
    return { kind: "sent" };
  });
}

/** What the reader has reported, with the answers. */
export async function listMyReports(input: { officialId: string }): Promise<ReaderReport[]> {
  return listReportsOf(input);
}
