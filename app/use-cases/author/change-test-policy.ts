import { sameValue } from "~/domain/assessment/test-policy/same-value";
import {
  type PolicyPreview,
  type PolicyRefusal,
  type PolicyView,
  TEST_FILE,
  testFileOf,
} from "~/domain/assessment/test-policy/policy-view";
import { writePolicy } from "~/domain/assessment/test-policy/write-policy";
import { actorOf } from "~/domain/audit/audit-event";
import { recordAudit } from "~/domain/audit/audit-store.server";
import type { Viewer } from "~/domain/auth/permissions";
import { drawFaults } from "~/domain/courses/check/check-draw";
import type { TestPolicy } from "~/domain/courses/course";
import { addChangeNote } from "~/domain/courses/drafts/shelf-store.server";
import { draftNotice, type SavedInDraft, type WorkingCourse } from "~/domain/courses/drafts/working-course";
import { countUnderWay } from "~/domain/enrolment/under-way-store.server";
import { db } from "~/platform/db.server";
import { changeDraft } from "./change-draft";
import { workingCourse } from "./working-course";

/** The rules of a test and what a form for them offers: of the open draft, or of the version in use. */
export async function viewTestPolicy(input: { slug: string }): Promise<PolicyView> {
  const working = await workingCourse(input.slug);
  const { slug, title, test, topics, questions, stands, number } = working;
  const ready = questions.filter(({ status }) => status === "ready");
  return {
    course: { slug, title },
    draft: draftNotice(working),
    published: number !== null,
    over: stands.test,
    policy: test,
    topics,
    documents: [...new Set(ready.map(({ citation }) => citation.document))].sort(),
    questions: ready.map(({ status, topic, citation, difficulty }) => ({ status, topic, citation, difficulty })),
  };
}

interface WantedPolicy {
  slug: string;
  over: string;
  policy: TestPolicy;
}

/** What would change, and for whom not. Nothing is written. */
export async function previewTestPolicy(
  input: WantedPolicy,
): Promise<{ kind: "preview"; preview: PolicyPreview } | ({ kind: "refused" } & PolicyRefusal)> {
  const working = await workingCourse(input.slug);
  const refusal = await refusalOf(working, input);
  if (refusal) return { kind: "refused", ...refusal };
  return { kind: "preview", preview: await previewOf(working, input.policy) };
}

export type PolicyAnswer = SavedInDraft | { kind: "unchanged" } | ({ kind: "refused" } & PolicyRefusal);

/** Writes these rules into the draft of the course; learners get them when it was approved and published. */
export async function changeTestPolicy(
  input: WantedPolicy & { viewer: Viewer; changeNote: string | null; now: Date },
): Promise<PolicyAnswer> {
  const { viewer, slug, over, policy, changeNote, now } = input;
  const working = await workingCourse(slug);
  const refusal = await refusalOf(working, input);
  if (refusal) return { kind: "refused", ...refusal };
  const before = working.test;
  if (before && sameValue(before, policy)) return { kind: "unchanged" };
  const actor = actorOf(viewer);
  const answer = await changeDraft({
    actor,
    slug,
    over: { part: "test", stand: over },
    change: (files) => new Map([[TEST_FILE, new TextEncoder().encode(writePolicy(policy, testFileOf(files)))]]),
    alongside: async (tx, draft) => {
      if (changeNote) await addChangeNote(tx, { draftId: draft.id, note: changeNote });
      await recordAudit(tx, {
        actor,
        action: "course.policy-changed",
        subject: { type: "course", id: draft.courseId ?? draft.id, label: working.title },
        before,
        after: { ...policy, draft: draft.id, ...(changeNote !== null && { changeNote }) },
        at: now,
      });
    },
    now,
  });
  if (answer.kind !== "refused") return answer;
  const { test } = await workingCourse(slug);
  return answer.reason === "overtaken"
    ? { ...answer, standing: await previewOf({ ...working, test }, policy) }
    : answer;
}

async function previewOf({ test, courseId }: WorkingCourse, policy: TestPolicy): Promise<PolicyPreview> {
  const underWay = courseId ? await countUnderWay(db, { courseId }) : { people: 0, inTest: 0 };
  return { before: test, after: policy, underWay };
}

async function refusalOf(working: WorkingCourse, { over, policy }: WantedPolicy): Promise<PolicyRefusal | null> {
  const { questions, topics, stands, draft } = working;
  if (draft && draft.state !== "editing") return { reason: "closed", state: draft.state };
  if (stands.test !== over) {
    return { reason: "overtaken", byName: null, at: null, standing: await previewOf(working, policy) };
  }
  const countable = !working.problems.some(({ severity }) => severity === "error");
  const faults = drawFaults(policy.draw, { topics: Object.keys(topics), questions, countable });
  return faults.length > 0 ? { reason: "draw", faults } : null;
}
