import type { Viewer } from "../auth/permissions";

export interface Actor {
  accountId: string | null;
  name: string;
  ip: string | null;
}

/** The platform acting by itself: publishing at start, handing in when time is up. */
export const SYSTEM_ACTOR: Actor = { accountId: null, name: "Hệ thống", ip: null };

export function actorOf(viewer: Viewer): Actor {
  return { accountId: viewer.accountId, name: viewer.displayName, ip: viewer.ip };
}

/** Everything that is worth asking about later. The words for people are in ui/words, area `audit`. */
export const AUDIT_ACTIONS = [
  "session.started",
  "session.refused",
  "session.ended",
  "account.created",
  "account.disabled",
  "account.enabled",
  "account.password-reset",
  "account.password-changed",
  "role.granted",
  "role.revoked",
  "official.created",
  "official.transferred",
  "official.left",
  "official.returned",
  "official.change-undone",
  "official.corrected",
  "unit.created",
  "draft.opened",
  "draft.imported",
  "draft.submitted",
  "draft.decided",
  "draft.withdrawn",
  "draft.discarded",
  "draft.media-changed",
  "document.registered",
  "document.changed",
  "supplement.published",
  "supplement.done",
  "code.saved",
  "code.published",
  "code.acknowledged",
  "overlay.written",
  "overlay.withdrawn",
  "report.sent",
  "report.answered",
  "draft.rebased",
  "draft.reopened",
  "course.signoff-changed",
  "draft.word-imported",
  "course.published",
  "course.unpublished",
  "course.offered-again",
  "course.people-moved",
  "assignment.created",
  "assignment.withdrawn",
  "attempt.started",
  "attempt.submitted",
  "attempt.asked-more",
  "attempt.reopened",
  "attempt.time-added",
  "attempt.marked",
  "attempt.answer-file",
  "question.regraded",
  "remedial.read",
  "accommodation.granted",
  "accommodation.revoked",
  "course.policy-changed",
  "questions.imported",
  "completion.recorded",
  "completion.corrected",
  "completion.voided",
  "learning.recognised",
  "certificate.issued",
  "certificate.revoked",
  "certificate.signed-copy-uploaded",
  "certificate.expired",
  "certificate.reissued",
  "certificate.number-voided",
  "certificate.template-saved",
  "certificates.exported",
  "certificates.bulk-asked",
  "staff.exported",
  "evaluation.opened",
  "evaluation.changed",
  "evaluation.template-written",
  "evaluation.objected",
  "evaluation.answered",
  "evaluation.closing",
  "evaluation.reopened",
  "evaluation.closed",
  "evaluation.exported",
  "setting.changed",
  "api-token.created",
  "api-token.revoked",
  "webhook.created",
  "webhook.paused",
  "webhook.resumed",
  "webhook.removed",
  "webhook.secret-changed",
  "webhook.sent-again",
  "report.made",
  "sample.asked",
  "sample.drawn",
  "notice.read",
  "own-data.requested",
  "correction-request.sent",
  "correction-request.answered",
  "retention.changed",
  "retention.carried-out",
] as const;
export type AuditAction = (typeof AUDIT_ACTIONS)[number];

export interface NewAuditEvent {
  actor: Actor;
  action: AuditAction;
  subject: { type: string; id: string; label: string };
  /** The unit that the subject belongs to, so that the trail can be read per unit. */
  unitPath?: string | null;
  before?: object | null;
  after?: object | null;
  at: Date;
}
