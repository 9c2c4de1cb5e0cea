/** What happened to a certificate after it was issued; the paper itself never changes. */
export type CertificateEventKind = "issued" | "revoked" | "expired" | "reissued";

export interface CertificateEventFact {
  kind: CertificateEventKind;
  at: Date;
  /** `ReasonClass`, as it was written down. */
  reasonClass?: string | null;
}

export type CertificateStatus = "valid" | "revoked" | "expired" | "reissued";

export interface CertificateStanding {
  status: CertificateStatus;
  /** The instant from which that is so. */
  since: Date;
}

/** The graver word wins: a paper that was withdrawn stays withdrawn, whatever else is written later. */
const GRAVEST_FIRST: readonly CertificateStatus[] = ["revoked", "reissued", "expired"];

/**
 * What a certificate is worth now. An event that is dated later than now has not happened yet (an end of validity may
 * be written down in advance).
 */
export function standingOf(input: {
  issuedAt: Date;
  events: readonly CertificateEventFact[];
  now: Date;
}): CertificateStanding {
  const past = input.events.filter((event) => event.at.getTime() <= input.now.getTime());
  for (const status of GRAVEST_FIRST) {
    const instants = past.filter((event) => event.kind === status).map((event) => event.at.getTime());
    if (instants.length > 0) return { status, since: new Date(Math.min(...instants)) };
  }
  return { status: "valid", since: input.issuedAt };
}

/** The event that a standing rests on. */
export function decisiveEvent<Event extends CertificateEventFact>(
  events: readonly Event[],
  { status, since }: CertificateStanding,
): Event | null {
  if (status === "valid") return null;
  return events.find((event) => event.kind === status && event.at.getTime() === since.getTime()) ?? null;
}
