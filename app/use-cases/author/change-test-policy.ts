import { sameValue } from "~/domain/assessment/test-policy/same-value";
import {
  type PolicyPreview,
  type PolicyRefusal,
  type PolicyView,
  TEST_FILE,
  testFileOf,
} from "~/domain/assessment/test-policy/policy-view";
import { writePolicy } from "~/domain/assessment/test-policy/write-policy";
import { type Actor, actorOf } from "~/domain/audit/audit-event";
import { recordAudit } from "~/domain/audit/audit-store.server";
import type { Viewer } from "~/domain/auth/permissions";
import { drawFaults } from "~/domain/courses/check/check-draw";
import type { TestPolicy } from "~/domain/courses/course";
import { type CourseVersion, currentVersionOf } from "~/domain/courses/version-cache.server";
import { countUnderWay } from "~/domain/enrolment/under-way-store.server";
import { notFound } from "~/domain/problem";
import { db } from "~/platform/db.server";
import { publishChangedFiles } from "./publish-changed-files";

/** The rules of a test and what a form for them offers. */
export async function viewTestPolicy(input: { slug: string }): Promise<PolicyView> {
  const { slug, number, manifest, questions } = await courseNow(input.slug);
  const ready = questions.filter(({ status }) => status === "ready");
  return {
    course: { slug, title: manifest.title },
    number,
    policy: manifest.test,
    topics: manifest.topics,
    documents: [...new Set(ready.map(({ citation }) => citation.document))].sort(),
    questions: ready.map(({ status, topic, citation, difficulty }) => ({ status, topic, citation, difficulty })),
  };
}

interface WantedPolicy {
  slug: string;
  over: number;
  policy: TestPolicy;
}

/** What would change, and for whom not. Nothing is written. */
export async function previewTestPolicy(
  input: WantedPolicy,
): Promise<{ kind: "preview"; preview: PolicyPreview } | ({ kind: "refused" } & PolicyRefusal)> {
  const { policy } = input;
  const version = await courseNow(input.slug);
  const refusal = refusalOf(version, input);
  if (refusal) return { kind: "refused", ...refusal };
  const underWay = await countUnderWay(db, { courseId: version.courseId });
  return { kind: "preview", preview: { before: version.manifest.test, after: policy, underWay } };
}

export type PolicyAnswer =
  | { kind: "published"; number: number; restored: boolean }
  | { kind: "unchanged"; number: number }
  | ({ kind: "refused" } & PolicyRefusal);

/** Publishes the course with these rules. Papers and people under way keep those that they began with. */
export async function changeTestPolicy(
  input: WantedPolicy & { viewer: Viewer; changeNote: string | null; now: Date },
): Promise<PolicyAnswer> {
  const { viewer, slug, over, policy, changeNote, now } = input;
  const version = await courseNow(slug);
  const refusal = refusalOf(version, input);
  if (refusal) return { kind: "refused", ...refusal };
  const before = version.manifest.test;
  if (before && sameValue(before, policy)) return { kind: "unchanged", number: version.number };
  const actor: Actor = actorOf(viewer);
  return publishChangedFiles({
    actor,
    slug,
    over,
    change: (files) => new Map([[TEST_FILE, new TextEncoder().encode(writePolicy(policy, testFileOf(files)))]]),
    changeNote,
    alongside: (tx, made) =>
      recordAudit(tx, {
        actor,
        action: "course.policy-changed",
        subject: { type: "course", id: made.courseId, label: version.manifest.title },
        before,
        after: { ...policy, version: made.number, ...(changeNote !== null && { changeNote }) },
        at: now,
      }),
    now,
  });
}

async function courseNow(slug: string): Promise<CourseVersion> {
  const version = await currentVersionOf(slug);
  if (!version) throw notFound(`course ${slug}`);
  return version;
}

function refusalOf(version: CourseVersion, { over, policy }: WantedPolicy): PolicyRefusal | null {
  if (version.number !== over) return { reason: "overtaken", number: version.number };
  const { questions, manifest } = version;
  const faults = drawFaults(policy.draw, { topics: Object.keys(manifest.topics), questions, countable: true });
  return faults.length > 0 ? { reason: "draw", faults } : null;
}
