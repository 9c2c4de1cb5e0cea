import { actorOf } from "~/domain/audit/audit-event";
import { recordAudit } from "~/domain/audit/audit-store.server";
import type { Viewer } from "~/domain/auth/permissions";
import type { RequestAnswer, RequestInInbox, RequestPage, RequestState } from "~/domain/privacy/correction-request";
import {
  answerRequest,
  countRequests,
  findRequestInScope,
  listRequestsInScope,
} from "~/domain/privacy/correction-request-store.server";
import { notFound } from "~/domain/problem";
import { inTransaction } from "~/platform/db.server";

/** What people of the scope have asked to be corrected. */
export async function listCorrectionRequests(input: {
  state: RequestState;
  scope: readonly string[];
  after: string | null;
}): Promise<RequestPage> {
  const [page, counts] = await Promise.all([listRequestsInScope(input), countRequests(input)]);
  return { ...page, counts };
}

/** How many wait for an answer. */
export async function countOpenRequests(input: { scope: readonly string[] }): Promise<number> {
  return (await countRequests(input)).open;
}

export interface RequestView {
  request: RequestInInbox;
  /** It is the viewer's own: somebody else answers it. */
  own: boolean;
  unitPath: string;
}

export async function viewCorrectionRequest(input: {
  viewer: Viewer;
  id: string;
  scope: readonly string[];
}): Promise<RequestView> {
  const { unitPath, ...request } = await findOne(input);
  return { request, unitPath, own: request.official.id === input.viewer.official?.id };
}

async function findOne(input: { id: string; scope: readonly string[] }) {
  const request = await findRequestInScope(input);
  if (!request) throw notFound(`correction request ${input.id}`);
  return request;
}

export type RequestAnswered = { kind: "answered" } | { kind: "refused"; reason: "answered-before" | "own-request" };

/**
 * Says what was done about a request, or why nothing was. The record itself is changed where it always is (staff list, corrections of
 * completions, certificates): the answer only tells of it.
 */
export async function answerCorrectionRequest(input: {
  viewer: Viewer;
  scope: readonly string[];
  id: string;
  values: RequestAnswer;
  now: Date;
}): Promise<RequestAnswered> {
  const { viewer, values, now } = input;
  const request = await findOne(input);
  if (request.official.id === viewer.official?.id) return { kind: "refused", reason: "own-request" };
  return inTransaction(async (tx): Promise<RequestAnswered> => {
    const by = { accountId: viewer.accountId, name: viewer.displayName };
    if (!(await answerRequest(tx, { id: request.id, values, by, now })))
      return { kind: "refused", reason: "answered-before" };
    await recordAudit(tx, {
      actor: actorOf(viewer),
      action: "correction-request.answered",
      subject: { type: "correction-request", id: request.id, label: request.official.fullName },
      unitPath: request.unitPath,
      before: { state: "open" },
      after: { state: values.intent, answer: values.answer },
      at: now,
    });
    return { kind: "answered" };
  });
}
