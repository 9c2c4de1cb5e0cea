import { randomUUID } from "node:crypto";
import type { CompletionToCertify } from "~/domain/certificates/issue-store.server";
import type { Viewer } from "~/domain/auth/permissions";
import { db } from "~/platform/db.server";

/** A province with one department, a course, and people who have finished it; as many as asked. */
export async function staffWithCompletions(
  count: number,
): Promise<{ viewers: Viewer[]; completions: CompletionToCertify[] }> {
  const day = new Date("2026-01-01");
  const province = await db.unit.create({
    data: {
      code: "AG",
      name: "UBND tỉnh An Giang",
      kind: "province",
      path: "AG",
      depth: 0,
      searchName: "ubnd tinh an giang",
      validFrom: day,
    },
  });
  const department = await db.unit.create({
    data: {
      code: "SNV",
      name: "Sở Nội vụ",
      kind: "department",
      path: "AG/SNV",
      depth: 1,
      searchName: "so noi vu",
      validFrom: day,
      parentId: province.id,
    },
  });
  const course = await db.course.create({ data: { slug: "van-hoa-cong-vu", title: "Văn hóa công vụ" } });
  const version = await db.courseVersion.create({
    data: { courseId: course.id, number: 1, contentHash: "1", manifest: {} },
  });

  const viewers: Viewer[] = [];
  const completions: CompletionToCertify[] = [];
  for (let index = 0; index < count; index += 1) {
    const person = {
      fullName: `Nguyễn Văn ${String.fromCharCode(65 + (index % 26))}`,
      staffNumber: `AG${1000 + index}`,
      positionTitle: "Chuyên viên",
      unitId: department.id,
    };
    const official = await db.official.create({
      data: { ...person, givenName: "A", sortName: "a", searchName: "nguyen van a", staffCategory: "civil_servant" },
    });
    const completion = await db.completion.create({
      data: {
        ...person,
        officialId: official.id,
        courseId: course.id,
        versionId: version.id,
        cycle: "2026",
        staffCategory: "civil_servant",
        completedAt: new Date("2026-11-23T02:00:00Z"),
        startedAt: new Date("2026-11-02T02:00:00Z"),
        unitName: department.name,
        unitPathNames: `${province.name} › ${department.name}`,
        courseTitle: course.title,
        attemptsUsed: 1,
        scorePercent: 92.5,
        because: [],
      },
    });
    viewers.push({
      accountId: randomUUID(),
      sessionIdHash: "",
      displayName: person.fullName,
      identifier: person.staffNumber,
      mustChangePassword: false,
      official: {
        id: official.id,
        fullName: person.fullName,
        positionTitle: "Chuyên viên",
        unitId: department.id,
        unitName: department.name,
        unitPath: "AG/SNV",
      },
      roles: [],
      ip: null,
    });
    completions.push({
      completionId: completion.id,
      officialId: official.id,
      courseId: course.id,
      versionId: version.id,
      cycle: "2026",
    });
  }
  return { viewers, completions };
}
