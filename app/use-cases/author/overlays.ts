import { actorOf } from "~/domain/audit/audit-event";
import { recordAudit } from "~/domain/audit/audit-store.server";
import type { Viewer } from "~/domain/auth/permissions";
import { quotesOf } from "~/domain/courses/lesson/block-html";
import { currentVersionOf, currentVersions } from "~/domain/courses/version-cache.server";
import { listDocuments } from "~/domain/documents/document-store.server";
import type { CodeUnit } from "~/domain/documents/local-code/local-code";
import type { OverlayValues } from "~/domain/documents/local-code/local-code-form";
import type { Overlay } from "~/domain/documents/local-code/overlay";
import { insertOverlay, listOverlaysOf, withdrawOverlay } from "~/domain/documents/local-code/overlay-store.server";
import { notFound } from "~/domain/problem";
import { db, inTransaction } from "~/platform/db.server";
import { unitOfCode } from "./local-codes";

const QUOTE = 90;

export interface OverlaysView {
  unit: CodeUnit;
  overlays: (Overlay & {
    writtenByName: string;
    lessonTitle: string | null;
    /** How the block begins; null where the version in use does not have it any more. */
    quote: string | null;
  })[];
  courses: { slug: string; title: string; lessons: { id: string; title: string }[] }[];
  documents: { number: string; title: string }[];
  /** The lesson that a place is chosen in; "" is every lesson of the course. */
  chosen: { course: string; lesson: string; blocks: { id: string; quote: string }[] } | null;
}

/** What a unit asks beyond national lessons, and the places where more can be said. */
export async function viewOverlays(input: {
  unitCode: string;
  scope: readonly string[];
  course: string | null;
  lesson: string | null;
}): Promise<OverlaysView> {
  const unit = await unitOfCode(input);
  const [own, versions, documents] = await Promise.all([
    listOverlaysOf({ unitId: unit.id }),
    currentVersions(),
    listDocuments(db),
  ]);
  const lessonOf = (course: string, lesson: string | null) =>
    versions.find(({ slug }) => slug === course)?.lesson(lesson ?? "");
  const course = versions.find(({ slug }) => slug === input.course);
  const lesson = course?.lesson(input.lesson ?? "");
  return {
    unit,
    overlays: own.map((overlay) => {
      const lesson = lessonOf(overlay.courseSlug, overlay.lessonId);
      const blocks = lesson && overlay.blockId ? quotesOf(lesson.segments, QUOTE) : [];
      const quote = blocks.find(({ id }) => id === overlay.blockId)?.quote ?? null;
      return { ...overlay, lessonTitle: lesson?.title ?? null, quote };
    }),
    courses: versions.map(({ slug, manifest }) => ({
      slug,
      title: manifest.title,
      lessons: manifest.lessons.map(({ id, title }) => ({ id, title })),
    })),
    documents: documents.map(({ number, title }) => ({ number, title })),
    chosen: course
      ? { course: course.slug, lesson: lesson?.id ?? "", blocks: lesson ? quotesOf(lesson.segments, QUOTE) : [] }
      : null,
  };
}

export type AddOverlayAnswer = { kind: "added" } | { kind: "refused"; reason: "no-such-place" | "no-such-document" };

export async function addOverlay(input: {
  viewer: Viewer;
  scope: readonly string[];
  unitCode: string;
  values: OverlayValues;
  now: Date;
}): Promise<AddOverlayAnswer> {
  const { viewer, values, now } = input;
  const unit = await unitOfCode(input);
  const version = await currentVersionOf(values.course);
  const lesson = version?.lesson(values.lesson);
  if (!version || (values.lesson !== "" && !lesson)) return { kind: "refused", reason: "no-such-place" };
  if (values.block !== "" && !quotesOf(lesson?.segments ?? [], QUOTE).some(({ id }) => id === values.block)) {
    return { kind: "refused", reason: "no-such-place" };
  }
  if (values.document !== "" && !(await listDocuments(db)).some(({ number }) => number === values.document)) {
    return { kind: "refused", reason: "no-such-document" };
  }
  const orNull = (text: string) => (text === "" ? null : text);
  await inTransaction(async (tx) => {
    const id = await insertOverlay(tx, {
      unitId: unit.id,
      courseSlug: values.course,
      lessonId: orNull(values.lesson),
      blockId: orNull(values.block),
      document: orNull(values.document),
      article: orNull(values.article),
      text: values.text,
      byName: viewer.displayName,
      now,
    });
    await recordAudit(tx, {
      actor: actorOf(viewer),
      action: "overlay.written",
      subject: { type: "overlay", id, label: unit.name },
      unitPath: unit.path,
      after: {
        course: version.manifest.title,
        lesson: lesson?.title ?? null,
        document: orNull(values.document),
        article: orNull(values.article),
        text: values.text,
      },
      at: now,
    });
  });
  return { kind: "added" };
}

export async function removeOverlay(input: {
  viewer: Viewer;
  scope: readonly string[];
  unitCode: string;
  overlayId: string;
  now: Date;
}): Promise<void> {
  const { viewer, overlayId, now } = input;
  const unit = await unitOfCode(input);
  await inTransaction(async (tx) => {
    const gone = await withdrawOverlay(tx, { id: overlayId, unitId: unit.id, now });
    if (!gone) throw notFound(`overlay ${overlayId}`);
    await recordAudit(tx, {
      actor: actorOf(viewer),
      action: "overlay.withdrawn",
      subject: { type: "overlay", id: overlayId, label: unit.name },
      unitPath: unit.path,
      before: gone,
      at: now,
    });
  });
}
