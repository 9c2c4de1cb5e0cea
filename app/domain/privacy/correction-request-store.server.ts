import { type Db, query } from "~/platform/db.server";
import { withinScopeSql } from "../organization/unit-scope";
import {
  type CorrectionRequest,
  type RequestAnswer,
  type RequestInInbox,
  REQUESTS_OPEN_AT_ONCE,
  type RequestState,
  type RequestValues,
} from "./correction-request";

const REQUEST = `r.id, r.subject, r.text, r.asked_at AS "askedAt", r.state::text AS state, r.answer, r.answered_at AS "answeredAt",
  r.answered_by_name AS "answeredByName"`;
const IN_INBOX = `SELECT ${REQUEST}, json_build_object('id', o.id, 'fullName', o.full_name, 'staffNumber', o.staff_number,
    'positionTitle', o.position_title, 'unitName', u.name, 'left', o.left_on IS NOT NULL) AS official
  FROM correction_request r JOIN official o ON o.id = r.official_id JOIN unit u ON u.id = o.unit_id`;

/** Keeps a request; null when so many of this person's wait already. One person's come one after the other. */
export async function insertRequest(
  tx: Db,
  input: { officialId: string; values: RequestValues; now: Date },
): Promise<string | null> {
  const { officialId, values, now } = input;
  await tx.$executeRaw`select pg_advisory_xact_lock(hashtextextended(${`correction-request:${officialId}`}, 0))`;
  const [row] = await tx.$queryRaw<{ id: string }[]>`
    INSERT INTO correction_request (official_id, subject, text, asked_at)
    SELECT ${officialId}::uuid, ${values.subject}, ${values.text}, ${now}
    WHERE (SELECT count(*) FROM correction_request WHERE official_id = ${officialId}::uuid AND state = 'open') < ${REQUESTS_OPEN_AT_ONCE}
    RETURNING id`;
  return row?.id ?? null;
}

/** What this person has asked for, the latest first. */
export function listRequestsOf(input: { officialId: string }): Promise<CorrectionRequest[]> {
  return query<CorrectionRequest>(
    "correction-request.of",
    `SELECT ${REQUEST} FROM correction_request r WHERE r.official_id = $1::uuid ORDER BY r.asked_at DESC, r.id DESC LIMIT 200`,
    [input.officialId],
  );
}

const PAGE = 50;

/** The inbox of a scope: those that wait longest first, of the answered ones the latest. */
export async function listRequestsInScope(input: {
  state: RequestState;
  scope: readonly string[];
  after: string | null;
}): Promise<{ requests: RequestInInbox[]; next: string | null }> {
  const { state, scope } = input;
  const after = input.after && UUID.test(input.after) ? input.after : null;
  const [order, beyond] = state === "open" ? ["ASC", ">"] : ["DESC", "<"];
  const rows = await query<RequestInInbox>(
    `correction-request.inbox-${order}`,
    `${IN_INBOX} WHERE r.state = $1::correction_request_state AND ${withinScopeSql("u.path", 2)}
       AND ($3::uuid IS NULL OR (r.asked_at, r.id) ${beyond} (SELECT x.asked_at, x.id FROM correction_request x WHERE x.id = $3::uuid))
     ORDER BY r.asked_at ${order}, r.id ${order} LIMIT ${PAGE + 1}`,
    [state, scope, after],
  );
  const requests = rows.slice(0, PAGE);
  return { requests, next: rows.length > PAGE ? (requests.at(-1)?.id ?? null) : null };
}

export async function countRequests(input: { scope: readonly string[] }): Promise<Record<RequestState, number>> {
  const rows = await query<{ state: RequestState; count: number }>(
    "correction-request.count",
    `SELECT r.state::text AS state, count(*)::int AS count
     FROM correction_request r JOIN official o ON o.id = r.official_id JOIN unit u ON u.id = o.unit_id
     WHERE ${withinScopeSql("u.path", 1)} GROUP BY r.state`,
    [input.scope],
  );
  return { open: 0, accepted: 0, rejected: 0, ...Object.fromEntries(rows.map(({ state, count }) => [state, count])) };
}

export async function findRequestInScope(input: {
  id: string;
  scope: readonly string[];
}): Promise<(RequestInInbox & { unitPath: string }) | null> {
  const [row] = await query<RequestInInbox & { unitPath: string }>(
    "correction-request.find",
    `${IN_INBOX.replace(" AS official", ' AS official, u.path AS "unitPath"')} WHERE r.id::text = $1 AND ${withinScopeSql("u.path", 2)}`,
    [input.id, input.scope],
  );
  return row ?? null;
}

/** Writes the answer; false when somebody else has answered it. */
export async function answerRequest(
  tx: Db,
  input: { id: string; values: RequestAnswer; by: { accountId: string; name: string }; now: Date },
): Promise<boolean> {
  const { id, values, by, now } = input;
  const { count } = await tx.correctionRequest.updateMany({
    where: { id, state: "open" },
    data: {
      state: values.intent,
      answer: values.answer,
      answeredAt: now,
      answeredBy: by.accountId,
      answeredByName: by.name,
    },
  });
  return count > 0;
}

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;
