import { actorOf } from "~/domain/audit/audit-event";
import { recordAudit } from "~/domain/audit/audit-store.server";
import type { Viewer } from "~/domain/auth/permissions";
import { canBeAsked } from "~/domain/completion/supplements/delta";
import { chosenParts, type SupplementFault, supplementFault } from "~/domain/completion/supplements/supplement";
import type { SupplementValues } from "~/domain/completion/supplements/supplement-form";
import { countConcerned, insertSupplement } from "~/domain/completion/supplements/supplement-store.server";
import { findCourse } from "~/domain/courses/course-store.server";
import { courseVersion } from "~/domain/courses/version-cache.server";
import { findKeptDocument } from "~/domain/documents/document-store.server";
import { notFound } from "~/domain/problem";
import { localDay } from "~/domain/time";
import { db, inTransaction, LONG_WORK } from "~/platform/db.server";
import { readVersionText } from "./view-law-change";

export type PublishSupplementAnswer =
  | { kind: "published"; id: string; people: number }
  | { kind: "refused"; reason: "overtaken" | SupplementFault | "nobody" };

/**
 * Makes the chosen blocks and questions of the version in use due for everybody within the scope who finished an earlier one.
 * Their completions and certificates stay as they are.
 */
export async function publishSupplement(input: {
  viewer: Viewer;
  scope: readonly string[];
  number: string;
  values: SupplementValues;
  now: Date;
}): Promise<PublishSupplementAnswer> {
  const { viewer, scope, number, now } = input;
  const { course: slug, from, over, title, reason, dueOn, block, question } = input.values;
  const [course, document] = await Promise.all([findCourse(db, slug), findKeptDocument(db, number)]);
  if (!course?.currentVersionId || !document) throw notFound(`course ${slug} and document ${number}`);
  if (course.currentNumber !== over || from >= over) return { kind: "refused", reason: "overtaken" };
  const text = await readVersionText(course.id, course.currentVersionId);
  const chosen = chosenParts(
    { blocks: block, questions: question },
    {
      lessons: text.lessons.map((lesson) => ({
        ...lesson,
        blocks: lesson.blocks.filter(({ kind }) => kind === "text").map(({ id }) => id),
      })),
      questions: text.questions.filter(canBeAsked).map(({ id }) => id),
    },
  );
  if (!chosen) return { kind: "refused", reason: "overtaken" };
  const fault = supplementFault(chosen, { dueOn, today: localDay(now) });
  if (fault) return { kind: "refused", reason: fault };
  const { manifest } = await courseVersion(course.currentVersionId);
  return inTransaction(async (tx): Promise<PublishSupplementAnswer> => {
    if ((await countConcerned(tx, { courseId: course.id, upToNumber: from, scope })) === 0) {
      return { kind: "refused", reason: "nobody" };
    }
    const inserted = await insertSupplement(tx, {
      ...chosen,
      courseId: course.id,
      versionId: course.currentVersionId!,
      upToNumber: from,
      document: number,
      title,
      reason,
      dueOn,
      publishedBy: viewer.accountId,
      publishedByName: viewer.displayName,
      scope,
      now,
    });
    await recordAudit(tx, {
      actor: actorOf(viewer),
      action: "supplement.published",
      subject: { type: "supplement", id: inserted.id, label: title },
      after: {
        course: manifest.title,
        document: number,
        upTo: from,
        version: over,
        dueOn,
        reason,
        blocks: block.length,
        questions: question.length,
        people: inserted.people,
      },
      at: now,
    });
    return { kind: "published", ...inserted };
  }, LONG_WORK);
}
