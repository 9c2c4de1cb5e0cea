import { actorOf } from "~/domain/audit/audit-event";
import { recordAudit } from "~/domain/audit/audit-store.server";
import type { Viewer } from "~/domain/auth/permissions";
import { scopeWithin } from "~/domain/evaluation/evidence-cursor";
import type { EvidencePerson } from "~/domain/evaluation/evidence";
import type { Objection, Verdict } from "~/domain/evaluation/objection";
import {
  findObjection,
  insertAnswer,
  listObjections,
  listObjectionsOf,
} from "~/domain/evaluation/objection-store.server";
import type { EvaluationPeriod } from "~/domain/evaluation/period";
import { notFound } from "~/domain/problem";
import { db, inTransaction } from "~/platform/db.server";
import { extractOf } from "../learner/view-my-evaluation";
import { findPeriodInScope } from "./evaluation-periods";

export async function listPeriodObjections(input: {
  periodId: string;
  scope: readonly string[];
  answered: boolean;
  after: string | null;
}): Promise<{ period: EvaluationPeriod; objections: Objection[]; next: string | null }> {
  const period = await findPeriodInScope({ id: input.periodId, scope: input.scope });
  const scope = scopeWithin(input.scope, period.unit.path);
  return { period, ...(await listObjections(db, { ...input, periodId: period.id, scope })) };
}

export interface ObjectionView {
  period: EvaluationPeriod;
  objection: Objection;
  /** What the officer may see of the person's evidence, as it stands. */
  people: EvidencePerson[];
  /** All that this person has objected to in this period, with the answers. */
  log: Objection[];
}

export async function viewObjection(input: {
  periodId: string;
  objectionId: string;
  scope: readonly string[];
  now: Date;
}): Promise<ObjectionView> {
  const { now } = input;
  const period = await findPeriodInScope({ id: input.periodId, scope: input.scope });
  const scope = scopeWithin(input.scope, period.unit.path);
  const objection = await findObjection(db, { id: input.objectionId, periodId: period.id, scope });
  if (!objection) throw notFound(`objection ${input.objectionId}`);
  const { people } = await extractOf({ period, officialId: objection.official.id, now });
  return {
    period,
    objection,
    people: people
      .filter(({ unitPath }) => scopeWithin([unitPath], period.unit.path).length > 0)
      .filter(({ unitPath }) => scope.some((path) => unitPath === path || unitPath.startsWith(`${path}/`))),
    log: await listObjectionsOf(db, { periodId: period.id, officialId: objection.official.id }),
  };
}

export type AnswerObjectionAnswer =
  { kind: "answered" } | { kind: "refused"; reason: "already-answered" | "own-objection" };

/** Accepted with what was done, or rejected with the reason. Nobody answers what they have written themselves. */
export async function answerObjection(input: {
  periodId: string;
  objectionId: string;
  scope: readonly string[];
  viewer: Viewer;
  verdict: Verdict;
  answer: string;
  now: Date;
}): Promise<AnswerObjectionAnswer> {
  const { viewer, verdict, answer, now } = input;
  const { period, objection } = await viewObjection(input);
  if (viewer.official?.id === objection.official.id) return { kind: "refused", reason: "own-objection" };
  return inTransaction(async (tx) => {
    const by = { accountId: viewer.accountId, name: viewer.displayName };
    if (!(await insertAnswer(tx, { objectionId: objection.id, verdict, answer, by, now })))
      return { kind: "refused", reason: "already-answered" };
    await recordAudit(tx, {
      actor: actorOf(viewer),
      action: "evaluation.answered",
      subject: {
        type: "evaluation-objection",
        id: objection.id,
        label: `${objection.official.fullName} – ${period.title}`,
      },
      unitPath: period.unit.path,
      before: { row: objection.rowLabel, reason: objection.reason },
      after: { verdict, answer },
      at: now,
    });
    return { kind: "answered" };
  });
}
