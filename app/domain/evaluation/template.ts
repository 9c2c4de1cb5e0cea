import type { StaffCategory } from "../organization/staff-category";

/**
 * The criteria of Form 01 of Decree 335/2025 that a course may bear witness to. II.1 is for professional courses, which name it
 * themselves. Their points are the assessor's business: the platform hands over evidence, never a score.
 */
export const FORM_01: readonly Criterion[] = [
  { code: "I.1", name: "Phẩm chất chính trị, đạo đức, văn hóa thực thi công vụ", from: ["I.1"] },
  { code: "I.2", name: "Ý thức kỷ luật, kỷ cương trong thực thi công vụ", from: ["I.2"] },
  { code: "II.1", name: "Năng lực chuyên môn, nghiệp vụ theo vị trí việc làm", from: ["II.1"] },
  { code: "II.4", name: "Thái độ phục vụ người dân, doanh nghiệp; phối hợp với đồng nghiệp", from: ["II.4"] },
];
export const COURSE_CRITERIA = FORM_01.map(({ code }) => code);
/** Having finished mandatory training on time. */
export const ON_TIME_CRITERION = "I.2";

export interface Criterion {
  code: string;
  name: string;
  /** Which criteria that courses name (those of Form 01) lead to this one. */
  from: string[];
}

export interface EvaluationTemplate {
  staffCategory: StaffCategory;
  title: string;
  /** As HR entered it; of what could not be verified nothing is claimed. */
  legalBasis: string;
  criteria: Criterion[];
  /** 0: as the platform brings it. */
  revision: number;
  /** The unit whose HR wrote it; null: as the platform brings it. */
  unit: { code: string; name: string } | null;
  writtenAt: Date | null;
  writtenByName: string | null;
}

const NOT_WRITTEN = { revision: 0, unit: null, writtenAt: null, writtenByName: null } as const;

/** What holds for a staff category until HR has entered something: Form 01 for civil servants, nothing for anybody else. */
export function templateBrought(staffCategory: StaffCategory): EvaluationTemplate {
  if (staffCategory !== "civil_servant")
    return { staffCategory, title: "", legalBasis: "", criteria: [], ...NOT_WRITTEN };
  return {
    staffCategory,
    title: "Phiếu theo dõi, đánh giá công chức (Mẫu số 01)",
    legalBasis: "Nghị định số 335/2025/NĐ-CP ngày 21/12/2025",
    criteria: FORM_01.map((criterion) => ({ ...criterion })),
    ...NOT_WRITTEN,
  };
}

/**
 * The criteria that a finished course bears witness to. What the course is about comes from its manifest; on-time completion of
 * mandatory training is I.2, whatever the course is about, and nothing else is.
 */
export function suggestedCriteria(
  template: Pick<EvaluationTemplate, "criteria">,
  evidence: { courseCriteria: readonly string[]; completed: boolean; required: boolean; onTime: boolean | null },
): string[] {
  if (!evidence.completed) return [];
  const borne = new Set(evidence.courseCriteria.filter((code) => code !== ON_TIME_CRITERION));
  if (evidence.required && evidence.onTime === true) borne.add(ON_TIME_CRITERION);
  return template.criteria.filter(({ from }) => from.some((code) => borne.has(code))).map(({ code }) => code);
}
