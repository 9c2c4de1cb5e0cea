import { type Db, query } from "~/platform/db.server";
import { changesOf } from "../../audit/changes";
import type { OwnDataPartName, OwnDataRow } from "./parts";

const COURSE = `c.title AS course, e.cycle`;
const OF_TURN = `JOIN enrolment e ON e.id = x.enrolment_id JOIN course c ON c.id = e.course_id`;
const OF_ATTEMPT = `JOIN attempt a ON a.id = x.attempt_id JOIN enrolment e ON e.id = a.enrolment_id JOIN course c ON c.id = e.course_id`;
const LESSON = (version: string) =>
  `coalesce((SELECT l.compiled->>'title' FROM lesson_version l WHERE l.version_id = ${version} AND l.lesson_id = x.lesson_id), x.lesson_id) AS lesson`;

/** By the id of the account alone: each names its columns one by one, so that a secret that is added later is not in it. */
const OF_ACCOUNT = {
  account: `SELECT identifier, display_name AS "displayName", created_at AS "createdAt", last_sign_in_at AS "lastSignInAt",
    disabled_at AS "disabledAt", notice_version AS "noticeVersion", notice_at AS "noticeAt" FROM account WHERE id = $1::uuid`,
  roles: `SELECT g.role::text AS role, u.name AS unit, g.granted_at AS "grantedAt", g.revoked_at AS "revokedAt"
    FROM role_grant g JOIN unit u ON u.id = g.unit_id WHERE g.account_id = $1::uuid ORDER BY g.granted_at`,
  sessions: `SELECT created_at AS "createdAt", expires_at AS "expiresAt", ip, user_agent AS "userAgent"
    FROM session WHERE account_id = $1::uuid ORDER BY created_at`,
  jobs: `SELECT kind, label, requested_at AS "requestedAt", state::text AS state, finished_at AS "finishedAt"
    FROM long_job WHERE requested_by = $1::uuid ORDER BY requested_at`,
} satisfies Partial<Record<OwnDataPartName, string>>;

const OF_OFFICIAL = {
  person: `SELECT o.full_name AS "fullName", o.staff_number AS "staffNumber", o.staff_category::text AS "staffCategory",
    o.position_title AS "positionTitle", u.name AS unit, o.recruited_on::text AS "recruitedOn", o.left_on::text AS "leftOn", o.email,
    'xxx xxx xxx ' || o.personal_id_last AS "personalId", o.created_at AS "createdAt", o.changed_at AS "changedAt"
    FROM official o JOIN unit u ON u.id = o.unit_id WHERE o.id = $1::uuid`,
  employments: `SELECT u.name AS unit, x.position_title AS "positionTitle", x.valid_from::text AS "validFrom", x.valid_to::text AS "validTo",
    x.decision_number AS "decisionNumber", x.decided_on::text AS "decidedOn", x.end_reason AS "endReason",
    x.end_decision_number AS "endDecisionNumber", x.end_decided_on::text AS "endDecidedOn",
    x.staff_category::text AS "staffCategory", x.recorded_at AS "recordedAt"
    FROM employment x JOIN unit u ON u.id = x.unit_id WHERE x.official_id = $1::uuid ORDER BY x.valid_from`,
  enrolments: `SELECT ${COURSE}, v.number AS version, e.required, e.due_on::text AS "dueOn", e.created_at AS "createdAt",
    e.started_at AS "startedAt", e.completed_at AS "completedAt"
    FROM enrolment e JOIN course c ON c.id = e.course_id JOIN course_version v ON v.id = e.version_id
    WHERE e.official_id = $1::uuid ORDER BY e.created_at`,
  lessons: `SELECT ${COURSE}, ${LESSON("e.version_id")}, x.opened_at AS "openedAt", x.last_seen_at AS "lastSeenAt", x.resume_at AS "resumeAt",
    x.finished_at AS "finishedAt", x.checks FROM lesson_progress x ${OF_TURN} WHERE e.official_id = $1::uuid ORDER BY x.opened_at`,
  packages: `SELECT ${COURSE}, ${LESSON("e.version_id")}, x.status, x.score_percent::float AS "scorePercent",
    x.earlier_seconds + x.session_seconds AS seconds, x.cmi AS kept, x.updated_at AS "updatedAt"
    FROM scorm_progress x ${OF_TURN} WHERE e.official_id = $1::uuid ORDER BY x.updated_at`,
  attempts: `SELECT ${COURSE}, a.number AS attempt, a.status::text AS status, a.started_at AS "startedAt", a.deadline_at AS "deadlineAt",
    a.submitted_at AS "submittedAt", a.by_timer AS "byTimer", a.awaits_marking AS "awaitsMarking", a.percent::float AS percent, a.passed
    FROM attempt a JOIN enrolment e ON e.id = a.enrolment_id JOIN course c ON c.id = e.course_id
    WHERE a.official_id = $1::uuid ORDER BY a.started_at`,
  answers: `SELECT ${COURSE}, a.number AS attempt, x.question_id AS question, x.response, x.marked, x.tries, x.saved_at AS "savedAt"
    FROM answer x ${OF_ATTEMPT} WHERE a.official_id = $1::uuid ORDER BY a.started_at, x.saved_at, x.question_id`,
  // Who did it, and what stood before and after, may tell what the review does not: here stands what was done and why.
  attemptEvents: `SELECT ${COURSE}, a.number AS attempt, x.kind, x.at, CASE WHEN x.kind = 'regraded' THEN NULL ELSE x.reason END AS reason
    FROM attempt_event x ${OF_ATTEMPT} WHERE a.official_id = $1::uuid ORDER BY x.at`,
  remedials: `SELECT ${COURSE}, ${LESSON("e.version_id")}, x.question_id AS question, x.due_from AS "dueFrom", x.done_at AS "doneAt"
    FROM remedial_duty x ${OF_TURN} WHERE e.official_id = $1::uuid ORDER BY x.due_from`,
  completions: `SELECT x.course_title AS course, x.cycle, x.revision, x.completed_at AS "completedAt", x.recorded_at AS "recordedAt",
    x.full_name AS "fullName", x.position_title AS "positionTitle", x.unit_path_names AS unit, x.started_at AS "startedAt",
    x.due_on::text AS "dueOn", x.on_time AS "onTime", x.score_percent::float AS "scorePercent", x.attempts_used AS "attemptsUsed",
    x.because, x.reason FROM completion x WHERE x.official_id = $1::uuid ORDER BY x.recorded_at, x.revision`,
  recognised: `SELECT c.title AS course, x.cycle, x.decision_number AS "decisionNumber", x.decided_on::text AS "decidedOn", x.issuer, x.learned,
    x.recorded_at AS "recordedAt" FROM recognised_learning x JOIN course c ON c.id = x.course_id
    WHERE x.official_id = $1::uuid ORDER BY x.recorded_at`,
  objections: `SELECT p.title AS period, x.row_label AS about, x.reason, x.made_at AS "madeAt", n.verdict, n.answer, n.answered_at AS "answeredAt"
    FROM evaluation_objection x JOIN evaluation_period p ON p.id = x.period_id LEFT JOIN evaluation_objection_answer n ON n.objection_id = x.id
    WHERE x.official_id = $1::uuid ORDER BY x.made_at`,
  certificates: `SELECT g.number, g.serial, c.title AS course, g.cycle, g.issued_at AS "issuedAt", g.facts
    FROM certificate g JOIN course c ON c.id = g.course_id WHERE g.official_id = $1::uuid ORDER BY g.issued_at`,
  certificateEvents: `SELECT g.number, x.kind::text AS kind, x.at, x.reason
    FROM certificate_event x JOIN certificate g ON g.id = x.certificate_id WHERE g.official_id = $1::uuid ORDER BY x.at`,
  supplements: `SELECT c.title AS course, s.title, s.due_on::text AS "dueOn", n.done_at AS "doneAt", n.answers
    FROM supplement_duty d JOIN supplement s ON s.id = d.supplement_id JOIN course c ON c.id = s.course_id
    LEFT JOIN supplement_completion n ON n.supplement_id = d.supplement_id AND n.official_id = d.official_id
    WHERE d.official_id = $1::uuid ORDER BY s.published_at`,
  accommodations: `SELECT c.title AS course, x.time_factor::float AS "timeFactor", x.untimed, x.extra_attempts AS "extraAttempts",
    x.closes_on::text AS "closesOn", x.valid_from::text AS "validFrom", x.valid_to::text AS "validTo", x.reason,
    x.granted_at AS "grantedAt", x.revoked_at AS "revokedAt", x.revoke_reason AS "revokeReason"
    FROM accommodation x LEFT JOIN course c ON c.id = x.course_id WHERE x.official_id = $1::uuid ORDER BY x.granted_at`,
  acknowledgements: `SELECT v.title, v.number AS version, x.at
    FROM code_acknowledgement x JOIN local_code_version v ON v.id = x.version_id WHERE x.official_id = $1::uuid ORDER BY x.at`,
  reports: `SELECT c.title AS course, ${LESSON("x.version_id")}, x.quote, x.text, x.reported_at AS "reportedAt", x.state::text AS state, x.answer
    FROM reader_report x JOIN course_version v ON v.id = x.version_id JOIN course c ON c.id = v.course_id
    WHERE x.official_id = $1::uuid ORDER BY x.reported_at`,
  requests: `SELECT subject, text, asked_at AS "askedAt", state::text AS state, answer, answered_at AS "answeredAt"
    FROM correction_request WHERE official_id = $1::uuid ORDER BY asked_at`,
} satisfies Partial<Record<OwnDataPartName, string>>;

const isOfAccount = (name: string): name is keyof typeof OF_ACCOUNT => name in OF_ACCOUNT;

/** The parts that are rows of the database as they stand: of this account and the person behind it, and of nobody else. */
export async function readOwnRows(input: {
  accountId: string;
  officialId: string | null;
}): Promise<Partial<Record<OwnDataPartName, OwnDataRow[]>>> {
  const { accountId, officialId } = input;
  const parts: Partial<Record<OwnDataPartName, OwnDataRow[]>> = {};
  for (const [name, text] of Object.entries({ ...OF_ACCOUNT, ...OF_OFFICIAL })) {
    const id = isOfAccount(name) ? accountId : officialId;
    parts[name as OwnDataPartName] = id === null ? [] : await query<OwnDataRow>(`own-data.${name}`, text, [id]);
  }
  return parts;
}

interface AuditRow {
  at: Date;
  action: string;
  by: string;
  own: boolean;
  label: string;
  ip: string | null;
  before: unknown;
  after: unknown;
}

/** What was done by this account, and what was done to the person; of the former only those things are named that are the person's own. */
export async function readOwnAudit(input: { accountId: string; officialId: string | null }): Promise<OwnDataRow[]> {
  const rows = await query<AuditRow>(
    "own-data.audit",
    `WITH own AS (
       SELECT 'account' AS type, $1::text AS id
       UNION ALL SELECT 'official', $2::text WHERE $2::text IS NOT NULL
       UNION ALL SELECT 'enrolment', id::text FROM enrolment WHERE official_id = $2::text::uuid
       UNION ALL SELECT 'attempt', id::text FROM attempt WHERE official_id = $2::text::uuid
       UNION ALL SELECT 'completion', id::text FROM completion WHERE official_id = $2::text::uuid
       UNION ALL SELECT 'certificate', id::text FROM certificate WHERE official_id = $2::text::uuid
       UNION ALL SELECT 'report', id::text FROM reader_report WHERE official_id = $2::text::uuid
       UNION ALL SELECT 'correction-request', id::text FROM correction_request WHERE official_id = $2::text::uuid
     ), seen AS (
       SELECT x.*, true AS own FROM audit_event x JOIN own ON own.type = x.subject_type AND own.id = x.subject_id
       UNION ALL
       SELECT x.*, false FROM audit_event x WHERE x.actor_id = $1::text::uuid
         AND NOT EXISTS (SELECT 1 FROM own WHERE own.type = x.subject_type AND own.id = x.subject_id)
     )
     SELECT at, action, own, subject_label AS label, before, after, CASE WHEN actor_id = $1::text::uuid THEN ip END AS ip,
       CASE WHEN actor_id = $1::text::uuid THEN 'self' WHEN actor_id IS NOT NULL THEN 'officer'
         WHEN action = 'session.refused' THEN 'unknown' ELSE 'system' END AS by
     FROM seen ORDER BY at, id`,
    [input.accountId, input.officialId],
  );
  return rows.map(({ at, action, by, own, label, ip, before, after }) => ({
    at,
    action,
    by,
    subject: own ? label : null,
    ip,
    // What an officer did to other things and people is theirs; that it was done is this account's.
    changes: own ? changesOf(before, after) : [],
  }));
}

export interface OwnCertificateFile {
  name: string;
  sha256: string;
  number: string;
  serial: string;
  issuer: string | null;
}

/** The papers that were issued to the person, as they lie in the file store. */
export function listOwnCertificateFiles(input: { officialId: string }): Promise<OwnCertificateFile[]> {
  return query<OwnCertificateFile>(
    "own-data.files",
    `SELECT replace(g.number, '/', '-') || CASE WHEN d.kind = 'issued' THEN '' ELSE '-ban-ky-so' END AS name, d.sha256,
       g.number, g.serial, g.facts->>'issuerName' AS issuer
     FROM certificate_document d JOIN certificate g ON g.id = d.certificate_id
     WHERE g.official_id = $1::uuid ORDER BY d.made_at, d.id`,
    [input.officialId],
  );
}

/** The attempts that have a result to look at. */
export function listReviewableAttempts(input: {
  officialId: string;
}): Promise<{ id: string; course: string; cycle: string; attempt: number }[]> {
  return query(
    "own-data.reviewable",
    `SELECT a.id, ${COURSE}, a.number AS attempt FROM attempt a JOIN enrolment e ON e.id = a.enrolment_id JOIN course c ON c.id = e.course_id
     WHERE a.official_id = $1::uuid AND a.status = 'submitted' ORDER BY a.started_at`,
    [input.officialId],
  );
}

/** Whose data a job is about, read anew when it runs. */
export async function findOwner(
  db: Db,
  accountId: string,
): Promise<{ name: string; officialId: string | null } | null> {
  const account = await db.account.findUnique({
    where: { id: accountId },
    select: { displayName: true, officialId: true },
  });
  return account && { name: account.displayName, officialId: account.officialId };
}
