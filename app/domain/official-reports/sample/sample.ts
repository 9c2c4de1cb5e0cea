import { z } from "zod";
import { findUnitForm } from "../../organization/unit-choice";

export const MOST_IN_SAMPLE = 200;

export const sampleForm = z.discriminatedUnion("intent", [
  findUnitForm,
  z.object({
    intent: z.literal("draw"),
    period: z.uuid("officialReport.choosePeriod"),
    unit: z.string().min(1),
    size: z.coerce.number().int().min(1).max(MOST_IN_SAMPLE),
    seed: z
      .string()
      .trim()
      .regex(/^[\w.-]{4,64}$/, "officialReport.seedWrong"),
    reason: z.string().trim().min(5).max(300),
  }),
]);

/** Everything that the record holds of one person, as it stands in the tables; personal numbers are not among it. */
export interface ChainOfEvidence {
  official: { id: string; fullName: string; staffNumber: string; unit: string };
  employments: object[];
  turns: object[];
  lessons: object[];
  attempts: ChainAttempt[];
  completions: ChainCompletion[];
  certificates: ChainCertificate[];
  citations: ChainCitation[];
  audit: ChainAudit[];
}

export interface ChainAttempt {
  id: string;
  number: number;
  status: string;
  startedAt: string;
  submittedAt: string | null;
  percent: number | null;
  passed: boolean | null;
  courseSlug: string;
  answers: { questionId: string; question: unknown; response: unknown; points: number | null; savedAt: string }[];
  events: object[];
  markings: object[];
}

export interface ChainCompletion {
  id: string;
  revision: number;
  course_title: string;
  cycle: string;
  completed_at: string;
  score_percent: number | null;
  on_time: boolean | null;
  reason: string | null;
}

export interface ChainCertificate {
  id: string;
  serial: string;
  number: string;
  issuedAt: string;
  events: { kind: string; at: string; reason: string | null }[];
  documents: { sha256: string; kind: string; size: number }[];
}

export interface ChainCitation {
  courseSlug: string;
  version: number;
  lesson: string;
  citations: unknown;
}

export interface ChainAudit {
  id: string;
  at: string;
  action: string;
  actor: string;
  label: string;
  before: unknown;
  after: unknown;
}

/** How the sample was drawn, so that it can be drawn again. */
export interface SampleHead {
  period: { id: string; title: string };
  unit: { code: string; name: string };
  snapshot: { id: string; root: string; publicKey: string; signature: string } | null;
  seal: { number: number; root: string } | null;
  rule: string;
  seed: string;
  population: number;
  size: number;
  reason: string;
  drawnAt: string;
  drawnBy: string;
  /** Documents that the file store no longer has as they were issued. */
  missingFiles: { folder: string; number: string; serial: string; sha256: string; why: "lost" | "damaged" }[];
  officials: { place: number; folder: string; id: string; fullName: string; staffNumber: string; unit: string }[];
}
