import { query } from "~/platform/db.server";
import { type CertificateEventFact, standingOf } from "../certificates/standing";
import { testSchema } from "../courses/content-schemas";
import type { CourseManifest } from "../courses/course";
import { pathsDownTo } from "../organization/unit";
import type { StaffCategory } from "../organization/staff-category";
import type { LocalDay } from "../time";
import type { CompletionFact, PersonFacts, SupplementTurn, TurnFacts, VersionFacts } from "./person-facts";

interface StoredCompletion extends Omit<CompletionFact, "completedAt" | "recordedAt"> {
  completedAt: string;
  recordedAt: string;
  correction: string | null;
}

interface StoredTurn extends Pick<TurnFacts, "courseId" | "courseSlug" | "cycle" | "versionId" | "required" | "dueOn"> {
  createdAt: string;
  startedAt: string | null;
  assignedAt: string | null;
  careAt: string | null;
  attempts:
    | {
        number: number;
        status: "open" | "submitted";
        startedAt: string;
        deadlineAt: string;
        submittedAt: string | null;
        passed: boolean | null;
        percent: number | null;
        awaitsMarking: boolean;
      }[]
    | null;
  completion: StoredCompletion | null;
  certificate: {
    serial: string;
    number: string;
    issuedAt: string;
    events: { kind: CertificateEventFact["kind"]; at: string }[] | null;
  } | null;
}

interface Row {
  officialId: string;
  fullName: string;
  sortName: string;
  staffNumber: string;
  staffCategory: StaffCategory;
  personalIdLast: string | null;
  employments:
    | {
        unitId: string;
        positionTitle: string;
        from: LocalDay;
        to: LocalDay | null;
        code: string;
        name: string;
        path: string;
      }[]
    | null;
  turns: StoredTurn[] | null;
  supplements:
    (Omit<SupplementTurn, "publishedAt" | "doneAt"> & { publishedAt: string; doneAt: string | null })[] | null;
  objections: { rowKey: string | null; madeAt: string; answeredAt: string | null }[] | null;
}

// `valid_to` is the first day on which a post is no longer held, `to` its last one.
// $1: officials, $2 and $3: first and last day of the period, $4: the period. Lessons say nothing here: what is finished is a completion.
const FACTS = `
SELECT o.id AS "officialId", o.full_name AS "fullName", o.sort_name AS "sortName", o.staff_number AS "staffNumber",
  o.staff_category::text AS "staffCategory", o.personal_id_last AS "personalIdLast",
  (SELECT json_agg(json_build_object('unitId', m.unit_id, 'positionTitle', m.position_title, 'from', m.valid_from,
     'to', coalesce(m.valid_to, o.left_on) - 1, 'code', u.code, 'name', u.name, 'path', u.path) ORDER BY m.valid_from)
   FROM employment m JOIN unit u ON u.id = m.unit_id WHERE m.official_id = o.id AND m.valid_from <= $3::date
     AND coalesce(m.valid_to, o.left_on, 'infinity'::date) > $2::date) AS employments,
  (SELECT json_agg(json_build_object('courseId', e.course_id, 'courseSlug', c.slug, 'cycle', e.cycle, 'versionId', e.version_id,
     'required', e.required, 'dueOn', e.due_on, 'createdAt', e.created_at, 'startedAt', e.started_at, 'assignedAt', a.assigned_at,
     'careAt', (SELECT max(v.at) FROM attempt t JOIN attempt_event v ON v.attempt_id = t.id WHERE t.enrolment_id = e.id),
     'attempts', (SELECT json_agg(json_build_object('number', t.number, 'status', t.status, 'startedAt', t.started_at,
        'deadlineAt', t.deadline_at, 'submittedAt', t.submitted_at, 'passed', t.passed, 'percent', t.percent,
        'awaitsMarking', t.awaits_marking) ORDER BY t.number)
      FROM attempt t WHERE t.enrolment_id = e.id AND t.status <> 'voided'),
     'completion', (SELECT json_build_object('id', k.id, 'revision', k.revision, 'versionId', k.version_id, 'courseTitle', k.course_title,
        'completedAt', k.completed_at, 'recordedAt', k.recorded_at, 'scorePercent', k.score_percent, 'onTime', k.on_time,
        'attemptsUsed', k.attempts_used, 'reason', k.reason, 'correction', k.correction,
        'recognised', (SELECT json_build_object('number', r.decision_number, 'decidedOn', r.decided_on) FROM recognised_learning r
          WHERE r.id = k.recognised_id))
      FROM completion k WHERE k.official_id = e.official_id AND k.course_id = e.course_id AND k.cycle = e.cycle
      ORDER BY k.revision DESC LIMIT 1),
     'certificate', (SELECT json_build_object('serial', g.serial, 'number', g.number, 'issuedAt', g.issued_at,
        'events', (SELECT json_agg(json_build_object('kind', v.kind, 'at', v.at)) FROM certificate_event v WHERE v.certificate_id = g.id))
      FROM certificate g WHERE g.official_id = e.official_id AND g.course_id = e.course_id AND g.cycle = e.cycle
      ORDER BY g.issued_at DESC, g.id LIMIT 1)))
   FROM enrolment e JOIN course c ON c.id = e.course_id LEFT JOIN assignment a ON a.id = e.assignment_id
   WHERE e.official_id = o.id AND (e.completed_at IS NULL OR e.completed_at >= ($2::date - 1) OR EXISTS (
     SELECT 1 FROM completion k WHERE k.official_id = e.official_id AND k.course_id = e.course_id AND k.cycle = e.cycle
       AND (k.completed_at >= ($2::date - 1) OR k.recorded_at >= ($2::date - 1))))) AS turns,
  (SELECT json_agg(json_build_object('id', s.id, 'title', s.title, 'document', s.document, 'courseSlug', c.slug, 'cycle', e.cycle,
     'versionId', s.version_id, 'publishedAt', s.published_at, 'dueOn', s.due_on, 'doneAt', n.done_at))
   FROM supplement_duty d JOIN supplement s ON s.id = d.supplement_id JOIN course c ON c.id = s.course_id
   JOIN enrolment e ON e.id = d.enrolment_id
   LEFT JOIN supplement_completion n ON n.supplement_id = d.supplement_id AND n.official_id = d.official_id
   WHERE d.official_id = o.id AND (n.done_at IS NULL OR n.done_at >= ($2::date - 1))) AS supplements,
  (SELECT json_agg(json_build_object('rowKey', j.row_key, 'madeAt', j.made_at, 'answeredAt', w.answered_at))
   FROM evaluation_objection j LEFT JOIN evaluation_objection_answer w ON w.objection_id = j.id
   WHERE j.official_id = o.id AND j.period_id = $4::uuid) AS objections
FROM official o WHERE o.id = ANY($1::uuid[])`;

/** Everything that evidence of these officials is made of: one statement, and one for the names of the units above. */
export async function readPersonFacts(input: {
  officialIds: readonly string[];
  period: { id: string; fromOn: LocalDay; toOn: LocalDay };
  now: Date;
}): Promise<Map<string, PersonFacts>> {
  const { officialIds, period, now } = input;
  const rows = await query<Row>("evaluation-facts", FACTS, [officialIds, period.fromOn, period.toOn, period.id]);
  const paths = new Set(
    rows.flatMap(({ employments }) => (employments ?? []).flatMap(({ path }) => pathsDownTo(path))),
  );
  const above = await query<{ path: string; name: string }>(
    "evaluation-unit-names",
    "SELECT path, name FROM unit WHERE path = ANY($1::text[])",
    [[...paths]],
  );
  const names = new Map(above.map(({ path, name }) => [path, name]));
  return new Map(rows.map((row) => [row.officialId, read(row, names, now)]));
}

const date = (text: string | null): Date | null => (text === null ? null : new Date(text));

function read(row: Row, names: ReadonlyMap<string, string>, now: Date): PersonFacts {
  return {
    ...row,
    employments: (row.employments ?? []).map(({ code, name, path, ...stay }) => {
      const namesAbove = pathsDownTo(path)
        .slice(0, -1)
        .flatMap((each) => names.get(each) ?? [])
        .join(" › ");
      return { ...stay, unit: { id: stay.unitId, code, name, path, namesAbove } };
    }),
    turns: (row.turns ?? []).map((turn) => readTurn(turn, now)),
    supplements: (row.supplements ?? []).map((each) => ({
      ...each,
      publishedAt: new Date(each.publishedAt),
      doneAt: date(each.doneAt),
    })),
    objections: (row.objections ?? []).map((each) => ({
      ...each,
      madeAt: new Date(each.madeAt),
      answeredAt: date(each.answeredAt),
    })),
  };
}

function readTurn({ completion, certificate, attempts, ...turn }: StoredTurn, now: Date): TurnFacts {
  return {
    ...turn,
    createdAt: new Date(turn.createdAt),
    startedAt: date(turn.startedAt),
    assignedAt: date(turn.assignedAt),
    careAt: date(turn.careAt),
    lessons: [],
    remedials: [],
    accommodations: [],
    attempts: (attempts ?? []).map((attempt) => ({
      ...attempt,
      id: "",
      startedAt: new Date(attempt.startedAt),
      deadlineAt: new Date(attempt.deadlineAt),
      submittedAt: date(attempt.submittedAt),
    })),
    completion: completion && completion.correction !== "void" ? readCompletion(completion) : null,
    voided:
      completion?.correction === "void"
        ? { at: new Date(completion.recordedAt), reason: completion.reason ?? "" }
        : null,
    certificate: certificate && readCertificate(certificate, now),
  };
}

function readCompletion({ correction: _, ...completion }: StoredCompletion): CompletionFact {
  return {
    ...completion,
    completedAt: new Date(completion.completedAt),
    recordedAt: new Date(completion.recordedAt),
  };
}

function readCertificate(
  { serial, number, issuedAt: issued, events }: NonNullable<StoredTurn["certificate"]>,
  now: Date,
): NonNullable<TurnFacts["certificate"]> {
  const issuedAt = new Date(issued);
  const facts = (events ?? []).map(({ kind, at }) => ({ kind, at: new Date(at) }));
  const { status, since } = standingOf({ issuedAt, events: facts, now });
  return { serial, number, issuedAt, status, changedAt: since };
}

// Versions never change: what was read once is kept.
const versions = new Map<string, VersionFacts>();

/** The published versions that these facts name. */
export async function versionsOf(people: Iterable<PersonFacts>): Promise<ReadonlyMap<string, VersionFacts>> {
  const wanted = new Set<string>();
  for (const { turns, supplements } of people) {
    for (const { versionId, completion } of turns) wanted.add(completion?.versionId ?? versionId).add(versionId);
    for (const { versionId } of supplements) wanted.add(versionId);
  }
  const missing = [...wanted].filter((id) => !versions.has(id));
  if (missing.length > 0) {
    const rows = await query<{ id: string; number: number; manifest: CourseManifest; documents: string | null }>(
      "evaluation-versions",
      `SELECT v.id, v.number, v.manifest, (SELECT string_agg(DISTINCT b->>'document', '; ') FROM lesson_version l,
         jsonb_array_elements(coalesce(l.compiled->'legalBasis', '[]')) b WHERE l.version_id = v.id) AS documents
       FROM course_version v WHERE v.id = ANY($1::uuid[])`,
      [missing],
    );
    for (const { id, number, manifest, documents } of rows) {
      // What older versions do not say yet has its default.
      const test = manifest.test && testSchema.parse(manifest.test);
      // What a course names for its certificate, else the documents that its lessons rest on.
      const legalBasis = manifest.certificate.legalBasis ?? documents;
      versions.set(id, { number, manifest: { ...manifest, test }, legalBasis });
    }
  }
  return versions;
}
