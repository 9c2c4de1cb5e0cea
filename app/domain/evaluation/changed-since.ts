/**
 * A condition in SQL: something of an official's evidence has changed since an instant. Whatever can change a line leaves a time of its
 * own somewhere; that a day passed on which something was due counts too. All but `official` are numbers of parameters ("$9").
 */
export function changedSince(names: { official: string; since: string; lastDay: string; period: string }): string {
  const at = `${names.since}::timestamptz`;
  return `${names.official} IN (
  SELECT official_id FROM enrolment WHERE created_at >= ${at} OR started_at >= ${at}
    OR (completed_at IS NULL AND due_on >= (${at})::date - 1 AND due_on <= ${names.lastDay}::date)
  UNION ALL SELECT e.official_id FROM enrolment e JOIN assignment a ON a.id = e.assignment_id
    WHERE a.assigned_at >= ${at} OR a.withdrawn_at >= ${at}
  UNION ALL SELECT official_id FROM completion WHERE recorded_at >= ${at} OR completed_at >= ${at}
  UNION ALL SELECT official_id FROM attempt WHERE submitted_at >= ${at} OR started_at >= ${at}
  UNION ALL SELECT t.official_id FROM attempt_event v JOIN attempt t ON t.id = v.attempt_id WHERE v.at >= ${at}
  UNION ALL SELECT g.official_id FROM certificate_event v JOIN certificate g ON g.id = v.certificate_id WHERE v.at >= ${at}
  UNION ALL SELECT d.official_id FROM supplement_duty d JOIN supplement s ON s.id = d.supplement_id WHERE s.published_at >= ${at}
    OR (s.due_on >= (${at})::date - 1 AND s.due_on <= ${names.lastDay}::date)
  UNION ALL SELECT official_id FROM supplement_completion WHERE done_at >= ${at}
  UNION ALL SELECT id FROM official WHERE changed_at >= ${at}
  UNION ALL SELECT official_id FROM employment WHERE valid_from >= (${at})::date - 1 OR valid_to >= (${at})::date - 1
  UNION ALL SELECT j.official_id FROM evaluation_objection j LEFT JOIN evaluation_objection_answer w ON w.objection_id = j.id
    WHERE j.period_id = ${names.period}::uuid AND (j.made_at >= ${at} OR w.answered_at >= ${at}))`;
}
