import { z } from "zod";
import { AMENDED_FIELDS, type Amendment, AMENDMENT_CAUSES } from "../evaluation/amendment";
import { apiPeriod, instant } from "./api-schemas";

const value = z.union([z.string(), z.number(), z.boolean()]).nullable();

export const apiAmendment = z.strictObject({
  officialId: z.uuid(),
  fullName: z.string(),
  staffNumber: z.string(),
  unit: z.strictObject({ code: z.string(), name: z.string() }),
  key: z.string().nullable().describe("key của dòng minh chứng; null: về cả người, không về một dòng"),
  courseTitle: z.string().nullable(),
  cycle: z.string().nullable(),
  kind: z.enum(["added", "changed", "removed"]).describe("So với số liệu đã chốt: thêm dòng, khác, không còn"),
  changes: z
    .array(
      z.strictObject({
        field: z
          .enum(AMENDED_FIELDS)
          .describe("Tên trường như trong minh chứng; unitName: cả người thêm hoặc không còn"),
        before: value.describe("Như đã chốt"),
        after: value.describe("Như lúc này"),
      }),
    )
    .describe("Từng trường khác đi, với giá trị trước và sau. Nhiều tiêu chí viết cách nhau bằng dấu phẩy."),
  cause: z
    .enum(AMENDMENT_CAUSES)
    .describe(
      "Vì sao: completed-later là hoàn thành sau ngày chốt số liệu, recorded-later là ghi nhận sau khi chốt, objection là cá nhân đề nghị xem lại hoặc đã được trả lời",
    ),
  note: z.string().nullable().describe("Lý do ghi ở quyết định đính chính, công nhận hoặc hủy bỏ"),
  at: instant.nullable().describe("Khi nào thay đổi; null khi không có việc nào ghi ngày"),
});

export const apiAmendments = z.strictObject({
  period: apiPeriod,
  asOf: instant.describe("Số liệu đã chốt được so với hồ sơ lúc này"),
  snapshot: z.strictObject({ id: z.uuid(), root: z.string() }).nullable().describe("null khi kỳ chưa chốt"),
  amendments: z.array(apiAmendment),
  next: z.url().nullable().describe("Trang sau; null là hết. Một trang trống vẫn có thể có trang sau."),
});

export function amendmentForApi(amendment: Amendment): z.input<typeof apiAmendment> {
  const { officialId, fullName, staffNumber, unitCode, unitName, rowKey, ...rest } = amendment;
  const { courseTitle, cycle, kind, changes, cause, note, at } = rest;
  const unit = { code: unitCode, name: unitName };
  const named = changes as z.input<typeof apiAmendment>["changes"];
  return {
    officialId,
    fullName,
    staffNumber,
    unit,
    key: rowKey,
    courseTitle,
    cycle,
    kind,
    changes: named,
    cause,
    note,
    at,
  };
}
