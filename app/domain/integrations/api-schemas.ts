import { z } from "zod";
import type { EvidencePerson, EvidenceRow } from "../evaluation/evidence";
import type { EvaluationPeriod } from "../evaluation/period";
import { STAFF_CATEGORIES } from "../organization/staff-category";
import { WEBHOOK_EVENTS } from "./webhook-event";

/**
 * What the API answers. An answer is checked against these before it leaves, and the OpenAPI document is made of the same: what is
 * written there is what comes. Descriptions are Vietnamese, as those who connect their software read them.
 */
const day = z.iso.date().describe("Ngày theo giờ Việt Nam, YYYY-MM-DD");
export const instant = z.iso.datetime().describe("Thời điểm UTC, ISO 8601");

export const apiPeriod = z.strictObject({
  id: z.uuid(),
  kind: z.enum(["month", "quarter", "year"]),
  title: z.string(),
  unit: z.strictObject({ code: z.string(), name: z.string() }),
  fromOn: day,
  toOn: day,
  cutOffOn: day.describe("Ngày cuối cùng được tính số liệu"),
  state: z.enum(["open", "closing", "closed"]),
  closedAt: instant.nullable(),
  snapshotId: z.uuid().nullable(),
  links: z.strictObject({ evidence: z.url(), amendments: z.url() }),
});
export const apiPeriods = z.strictObject({ periods: z.array(apiPeriod) });

const certificate = z.strictObject({
  number: z.string().nullable(),
  serial: z.string(),
  status: z.enum(["valid", "revoked", "expired", "reissued"]).nullable(),
  verifyUrl: z.url(),
});

const evidenceRow = z.strictObject({
  key: z.string().describe("Không đổi qua các lần đọc: dùng để ghi đè dòng cũ"),
  kind: z.enum(["course", "supplement"]),
  positionTitle: z.string(),
  partFrom: day,
  partTo: day,
  courseSlug: z.string(),
  courseTitle: z.string(),
  cycle: z.string(),
  versionNumber: z.int(),
  legalBasis: z.string().nullable(),
  required: z.boolean(),
  assignedOn: day.nullable(),
  dueOn: day.nullable(),
  status: z.enum(["completed", "overdue", "in-progress", "not-started"]),
  completedOn: day.nullable(),
  onTime: z.boolean().nullable(),
  bestScore: z.number().nullable().describe("Điểm bài kiểm tra cao nhất, theo %. Không phải điểm đánh giá."),
  attempts: z.int(),
  certificate: certificate.nullable(),
  origin: z.enum(["earned", "corrected", "recognised"]).nullable(),
  originNote: z.string().nullable(),
  revision: z.int().nullable(),
  criteria: z.array(z.string()).describe("Tiêu chí gợi ý: I.1, I.2, II.1, II.4. Người đánh giá quyết định."),
  contested: z.boolean().describe("Cá nhân đang đề nghị xem lại dòng này"),
  changedAt: instant,
});

export const apiPerson = z.strictObject({
  officialId: z.uuid(),
  fullName: z.string(),
  staffNumber: z.string(),
  staffCategory: z.enum(STAFF_CATEGORIES),
  personalIdMasked: z.string().nullable().describe("Chỉ ba số cuối"),
  unit: z.strictObject({ code: z.string(), name: z.string(), above: z.string() }),
  parts: z.array(z.strictObject({ positionTitle: z.string(), from: day, to: day })),
  contested: z.boolean(),
  changedAt: instant,
  rows: z.array(evidenceRow),
});

export const apiEvidence = z.strictObject({
  period: apiPeriod,
  asOf: instant.describe("Số liệu tính đến thời điểm này"),
  snapshot: z.strictObject({ id: z.uuid(), root: z.string() }).nullable().describe("null khi kỳ còn mở"),
  people: z.array(apiPerson),
  next: z.url().nullable().describe("Trang sau; null là hết"),
  changesSince: instant.nullable().describe("Ở trang đầu: gửi lại giá trị này ở tham số since để chỉ lấy thay đổi"),
});

export const apiCertificates = z.strictObject({
  certificates: z.array(
    z.strictObject({
      serial: z.string(),
      number: z.string(),
      officialId: z.uuid(),
      courseSlug: z.string(),
      cycle: z.string(),
      issuedAt: instant,
      lastEvent: z.enum(["issued", "revoked", "expired", "reissued"]),
      changedAt: instant,
      links: z.strictObject({ certificate: z.url(), verify: z.url() }),
    }),
  ),
  next: z.url().nullable(),
});

export const apiEvents = z.strictObject({
  events: z.array(
    z.strictObject({
      type: z.enum(WEBHOOK_EVENTS),
      timestamp: instant,
      data: z.strictObject({
        eventId: z.string(),
        subject: z.strictObject({ type: z.string(), id: z.string() }),
        unit: z.string().optional(),
        officialId: z.uuid().optional(),
        completionId: z.uuid().optional(),
        courseId: z.uuid().optional(),
        cycle: z.string().optional(),
        serial: z.string().optional(),
        periods: z.array(z.uuid()).optional(),
        links: z.strictObject({
          certificate: z.url().optional(),
          evidence: z.array(z.url()).optional(),
          amendments: z.array(z.url()).optional(),
        }),
      }),
    }),
  ),
  next: z.url().describe("Địa chỉ đọc tiếp, kể cả khi chưa có sự kiện mới"),
});

/** RFC 9457. */
export const apiProblem = z.looseObject({
  type: z.string(),
  title: z.string(),
  status: z.int(),
  detail: z.string().optional(),
});

/** Addresses that stand in answers. */
export interface ApiLinks {
  verify(serial: string): string;
  evidence(periodId: string): string;
  amendments(periodId: string): string;
}

export function periodForApi(period: EvaluationPeriod, links: ApiLinks): z.input<typeof apiPeriod> {
  const { id, kind, title, unit, fromOn, toOn, cutOffOn, state, closedAt, snapshotId } = period;
  return {
    id,
    kind,
    title,
    unit: { code: unit.code, name: unit.name },
    fromOn,
    toOn,
    cutOffOn,
    state,
    closedAt: closedAt?.toISOString() ?? null,
    snapshotId: state === "closed" ? snapshotId : null,
    links: { evidence: links.evidence(id), amendments: links.amendments(id) },
  };
}

export function personForApi(person: EvidencePerson, links: ApiLinks): z.input<typeof apiPerson> {
  const { officialId, fullName, staffNumber, staffCategory, personalIdMasked, parts, contested, changedAt } = person;
  return {
    officialId,
    fullName,
    staffNumber,
    staffCategory,
    personalIdMasked,
    unit: { code: person.unitCode, name: person.unitName, above: person.unitsAbove },
    parts,
    contested,
    changedAt,
    rows: person.rows.map((row) => rowForApi(row, links)),
  };
}

function rowForApi(row: EvidenceRow, links: ApiLinks): z.input<typeof evidenceRow> {
  const { certificateSerial: serial, certificateNumber: number, certificateStatus: status } = row;
  // Only what the document names: a field that evidence gains stays here until the document has it.
  const named = Object.keys(evidenceRow.shape).map((field) => [field, row[field as keyof EvidenceRow]]);
  return {
    ...(Object.fromEntries(named) as Omit<z.input<typeof evidenceRow>, "certificate">),
    certificate: serial === null ? null : { number, serial, status, verifyUrl: links.verify(serial) },
  };
}
