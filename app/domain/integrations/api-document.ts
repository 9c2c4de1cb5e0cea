import { publicCertificate } from "../certificates/public-view";
import { z } from "zod";
import { API_SCOPES, type ApiScope, RATE_LIMIT } from "./api-token";
import { apiAmendments } from "./api-amendments";
import { apiCertificates, apiEvents, apiEvidence, apiPeriods, apiProblem } from "./api-schemas";

interface Operation {
  path: string;
  id: string;
  summary: string;
  description: string;
  /** null: for everybody, without a token. */
  scope: ApiScope | null;
  parameters: Parameter[];
  schema: z.ZodType | null;
}

interface Parameter {
  name: string;
  in: "path" | "query";
  description: string;
  schema: object;
}

const LIMIT: Parameter = {
  name: "limit",
  in: "query",
  description: "Số phần tử tối đa của một trang",
  schema: { type: "integer", minimum: 1, maximum: 500, default: 200 },
};
const PERIOD: Parameter = {
  name: "period",
  in: "path",
  description: "Mã kỳ",
  schema: { type: "string", format: "uuid" },
};
const AFTER: Parameter = {
  name: "after",
  in: "query",
  description: "Vị trí của trang sau, lấy từ địa chỉ next của trang trước",
  schema: { type: "string" },
};
const SINCE: Parameter = {
  name: "since",
  in: "query",
  description: "Chỉ lấy những gì thay đổi từ thời điểm này",
  schema: { type: "string", format: "date-time" },
};

/** Every address of the API, once: the OpenAPI document and the page for people are made of this list. */
export const OPERATIONS: readonly Operation[] = [
  {
    path: "/api/v1/evaluation-periods",
    id: "listEvaluationPeriods",
    summary: "Các kỳ theo dõi, đánh giá",
    description: "Những kỳ liên quan đến đơn vị của mã truy cập, kỳ mới trước.",
    scope: "evidence:read",
    parameters: [],
    schema: apiPeriods,
  },
  {
    path: "/api/v1/evaluation-periods/{period}/evidence",
    id: "readEvidence",
    summary: "Minh chứng của một kỳ",
    description:
      "Minh chứng học tập của từng người trong đơn vị của mã truy cập, từng trang. Đây là minh chứng, không phải điểm đánh giá. Kỳ còn mở: số liệu tại lúc đọc. Kỳ đã chốt: chỉ từ số liệu đã chốt. Gửi lại changesSince ở tham số since để chỉ nhận những người có thay đổi; một dòng nhận lại thì ghi đè dòng cũ có cùng officialId, unit.code và key.",
    scope: "evidence:read",
    parameters: [PERIOD, AFTER, SINCE, LIMIT],
    schema: apiEvidence,
  },
  {
    path: "/api/v1/evaluation-periods/{period}/amendments",
    id: "listAmendments",
    summary: "Bổ sung sau khi chốt số liệu",
    description:
      "Hồ sơ lúc này khác số liệu đã chốt ở đâu, từng người, từng dòng, kèm ngày và lý do. Số liệu đã chốt không đổi: bổ sung đứng bên cạnh. Mỗi lần đọc là danh sách đầy đủ lúc ấy, thay cho danh sách đọc lần trước: điều đã trở lại như khi chốt thì không còn trong đó. Kỳ chưa chốt: danh sách trống, snapshot là null; sau khi chốt, cùng địa chỉ này trả về bổ sung. Thông báo period.amended cho biết khi nào nên đọc lại.",
    scope: "evidence:read",
    parameters: [PERIOD, AFTER, { ...LIMIT, description: "Số người tối đa được so sánh trong một trang" }],
    schema: apiAmendments,
  },
  {
    path: "/api/v1/certificates",
    id: "listCertificates",
    summary: "Giấy chứng nhận của đơn vị",
    description:
      "Mã tra cứu của những giấy đã cấp cho người của đơn vị và việc xảy ra sau cùng với mỗi giấy. Nội dung giấy và hiệu lực lúc này: theo links.certificate.",
    scope: "certificates:read",
    parameters: [AFTER, SINCE, LIMIT],
    schema: apiCertificates,
  },
  {
    path: "/api/v1/certificates/{serial}",
    id: "verifyCertificate",
    summary: "Tra cứu một giấy chứng nhận",
    description:
      "Nội dung đã in, hiệu lực và hiệu lực từ khi nào. Ai có mã tra cứu đều đọc được, không cần mã truy cập.",
    scope: null,
    parameters: [{ name: "serial", in: "path", description: "Mã tra cứu trên giấy", schema: { type: "string" } }],
    schema: publicCertificate,
  },
  {
    path: "/api/v1/events",
    id: "listEvents",
    summary: "Những thay đổi của hồ sơ",
    description:
      "Cùng nội dung với thông báo tự động (webhook), để hệ thống không nhận được thông báo tự đọc. Luôn đọc tiếp từ next; không sự kiện nào bị bỏ sót.",
    scope: "events:read",
    parameters: [AFTER, SINCE, LIMIT],
    schema: apiEvents,
  },
];

export const SCOPE_WORDS: Record<ApiScope, string> = {
  "evidence:read": "Đọc minh chứng của các kỳ đánh giá",
  "certificates:read": "Đọc danh sách giấy chứng nhận",
  "events:read": "Đọc những thay đổi của hồ sơ",
};

/** The OpenAPI 3.1 document of this installation. */
export function openApiDocument(origin: string): object {
  return {
    openapi: "3.1.0",
    info: {
      title: "Chuẩn mực – API",
      version: "1",
      description: `Mỗi mã truy cập được ${RATE_LIMIT} yêu cầu mỗi phút. Lỗi trả về theo RFC 9457 (application/problem+json).`,
    },
    servers: [{ url: origin }],
    paths: Object.fromEntries(OPERATIONS.map((operation) => [operation.path, { get: operationObject(operation) }])),
    components: {
      securitySchemes: {
        token: {
          type: "http",
          scheme: "bearer",
          description: `Mã truy cập do quản trị viên cấp. Phạm vi: ${API_SCOPES.join(", ")}.`,
        },
      },
      schemas: { Problem: jsonSchema(apiProblem) },
    },
  };
}

function operationObject({ id, summary, description, scope, parameters, schema }: Operation): object {
  const problem = (told: string) => ({
    description: told,
    content: { "application/problem+json": { schema: { $ref: "#/components/schemas/Problem" } } },
  });
  return {
    operationId: id,
    summary,
    description,
    security: scope === null ? [] : [{ token: [scope] }],
    parameters: parameters.map((parameter) => ({ ...parameter, required: parameter.in === "path" })),
    responses: {
      "200": {
        description: summary,
        headers: { ETag: { schema: { type: "string" } } },
        content: { "application/json": { schema: schema ? jsonSchema(schema) : { type: "object" } } },
      },
      "304": { description: "Không đổi so với If-None-Match" },
      ...(parameters.some(({ in: where }) => where === "query") && { "400": problem("Tham số không hợp lệ") }),
      ...(scope !== null && {
        "401": problem("Không có mã truy cập, hoặc mã đã hết hạn, đã bị thu hồi"),
        "403": problem("Mã truy cập không có phạm vi này"),
      }),
      ...(parameters.some(({ in: where }) => where === "path") && { "404": problem("Không tìm thấy") }),
      "429": problem("Quá nhiều yêu cầu; xem Retry-After"),
    },
  };
}

function jsonSchema(schema: z.ZodType): object {
  const { $schema: _, ...rest } = z.toJSONSchema(schema, { target: "draft-2020-12", io: "output" });
  return rest;
}

export interface FieldToRead {
  /** "people[].rows[].key" */
  name: string;
  kind: string;
  description: string;
}

export interface OperationToRead extends Omit<Operation, "schema" | "parameters"> {
  parameters: { name: string; description: string }[];
  fields: FieldToRead[];
}

/** The same for people: every field of every answer as one line. */
export function operationsToRead(): OperationToRead[] {
  return OPERATIONS.map(({ schema, parameters, ...operation }) => ({
    ...operation,
    parameters: parameters.map(({ name, description }) => ({ name, description })),
    fields: schema ? fieldsOf(jsonSchema(schema) as Shape, "") : [],
  }));
}

interface Shape {
  type?: string | string[];
  format?: string;
  description?: string;
  enum?: string[];
  properties?: Record<string, Shape>;
  items?: Shape;
  anyOf?: Shape[];
}

function fieldsOf(shape: Shape, name: string): FieldToRead[] {
  const inner = shape.anyOf?.find(({ type }) => type !== "null") ?? shape;
  const own =
    name === "" ? [] : [{ name, kind: kindOf(shape), description: shape.description ?? inner.description ?? "" }];
  const below = Object.entries(inner.properties ?? {}).flatMap(([key, one]) =>
    fieldsOf(one, name === "" ? key : `${name}.${key}`),
  );
  return [
    ...own,
    ...below,
    ...(inner.items?.properties ? fieldsOf({ ...inner.items, type: "" }, `${name}[]`).slice(1) : []),
  ];
}

function kindOf({ type, format, enum: values, anyOf }: Shape): string {
  if (anyOf) return [...new Set(anyOf.map(kindOf))].join(" | ");
  if (values) return values.map((value) => `"${value}"`).join(" | ");
  return format ?? (Array.isArray(type) ? type.join(" | ") : (type ?? ""));
}
