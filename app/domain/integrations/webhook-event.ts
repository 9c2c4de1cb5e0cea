/** What another system can be told of. */
export const WEBHOOK_EVENTS = [
  "completion.recorded",
  "completion.corrected",
  "completion.recognised",
  "certificate.issued",
  "certificate.revoked",
  "certificate.reissued",
  "certificate.expired",
  "period.closed",
  "period.amended",
] as const;
export type WebhookEvent = (typeof WEBHOOK_EVENTS)[number];

/** What the trail calls otherwise. */
const CALLED: Readonly<Record<string, WebhookEvent>> = {
  "evaluation.closed": "period.closed",
  "learning.recognised": "completion.recognised",
  // The last word on a turn is another one: what it is now, the receiver reads.
  "completion.voided": "completion.corrected",
};
/** Actions of the trail that are told. */
export const TOLD_ACTIONS: readonly string[] = [...WEBHOOK_EVENTS, ...Object.keys(CALLED)];

/** A trial that an administrator sends by hand. */
export const TRIAL = "webhook.trial";

/** Something that happened, as it is read from the audit trail together with what it is about. */
export interface TrailEvent {
  id: string;
  at: Date;
  action: string;
  subjectType: string;
  subjectId: string;
  unitPath: string | null;
  /** Whose record it is; null for a period. */
  officialId: string | null;
  serial: string | null;
  completionId: string | null;
  courseId: string | null;
  cycle: string | null;
  /** Closed periods whose figures this may amend: what is told of falls into them, and came after they were frozen. */
  amends: string[];
}

/** Whether those who are told of a unit and what is below it are told of this. What belongs to no unit concerns everybody. */
export function concerns(event: Pick<TrailEvent, "unitPath" | "officialId">, unitPath: string): boolean {
  if (event.unitPath === null) return event.officialId === null;
  if (event.officialId === null && isBelow(unitPath, event.unitPath)) return true;
  return isBelow(event.unitPath, unitPath);
}

const isBelow = (path: string, unitPath: string) => path === unitPath || path.startsWith(`${unitPath}/`);

/** What is about the same person or the same period is told in the order in which it happened. */
export const orderKeyOf = (event: TrailEvent) => event.officialId ?? `${event.subjectType}:${event.subjectId}`;

/** Addresses of this platform that a receiver asks for more. */
export interface BodyLinks {
  certificate(serial: string): string;
  evidence(periodId: string): string;
  amendments(periodId: string): string;
}

/** An event as the messages that it makes: itself, and that closed figures may be amended by it. */
export function messagesOf(event: TrailEvent, links: BodyLinks): WebhookMessage[] {
  const type = CALLED[event.action] ?? (event.action as WebhookEvent);
  const itself = messageOf(type, event, links);
  return event.amends.length === 0 ? [itself] : [itself, messageOf("period.amended", event, links)];
}

export type WebhookMessage = ReturnType<typeof messageOf>;

/** No name and nothing about a person but ids: who may know more asks for it, with a token. */
function messageOf(type: WebhookEvent, event: TrailEvent, links: BodyLinks) {
  const ofPeriod = event.subjectType === "evaluation-period";
  const periods = type === "period.amended" ? event.amends : ofPeriod ? [event.subjectId] : [];
  return {
    type,
    timestamp: event.at.toISOString(),
    data: {
      eventId: event.id,
      subject: { type: event.subjectType, id: event.subjectId },
      ...(event.unitPath !== null && { unit: event.unitPath }),
      ...(event.officialId !== null && { officialId: event.officialId }),
      ...(event.completionId !== null && { completionId: event.completionId }),
      ...(event.courseId !== null && { courseId: event.courseId }),
      ...(event.cycle !== null && { cycle: event.cycle }),
      ...(event.serial !== null && { serial: event.serial }),
      ...(periods.length > 0 && { periods }),
      links: {
        ...(event.serial !== null && { certificate: links.certificate(event.serial) }),
        ...(periods.length > 0 && { evidence: periods.map((id) => links.evidence(id)) }),
        ...(type === "period.amended" && { amendments: periods.map((id) => links.amendments(id)) }),
      },
    },
  };
}

export function trialBody(input: { endpointName: string; at: Date }): string {
  return JSON.stringify({
    type: TRIAL,
    timestamp: input.at.toISOString(),
    data: { endpoint: input.endpointName, links: {} },
  });
}
