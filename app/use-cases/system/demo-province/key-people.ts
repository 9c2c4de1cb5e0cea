import type { RoleName } from "~/domain/auth/permissions";
import { addDays, type LocalDay } from "~/domain/time";
import type { GeneratedOfficial } from "./people";

interface KeyPerson {
  identifier: string;
  fullName: string;
  unitCode: string;
  /** The post that the person has; somebody of the unit with this title makes room. */
  positionTitle: string;
  role: { name: RoleName; unitCode: string } | null;
  recruitedDaysAgo?: number;
}

/** The five people whom the README, the tests and every first look meet. Their names are invented like all others. */
export const KEY_PEOPLE: readonly KeyPerson[] = [
  {
    identifier: "hocvien", fullName: "Trần Ngọc Minh Thư", unitCode: "P-RACH-GIA-HCC", positionTitle: "Chuyên viên", role: null, recruitedDaysAgo: 21,
  },
  {
    identifier: "canbodaotao", fullName: "Lê Thị Thu Hà", unitCode: "SNV-CCVC", positionTitle: "Phó Trưởng phòng",
    role: { name: "training_officer", unitCode: "AG" },
  },
  {
    identifier: "nhansu", fullName: "Nguyễn Hoàng Phúc", unitCode: "SNV-CCVC", positionTitle: "Trưởng phòng", role: { name: "hr", unitCode: "AG" },
  },
  {
    identifier: "lanhdao", fullName: "Phạm Quốc Dũng", unitCode: "P-RACH-GIA", positionTitle: "Chủ tịch Ủy ban nhân dân",
    role: { name: "head", unitCode: "P-RACH-GIA" },
  },
  {
    identifier: "quantri", fullName: "Võ Tấn Khoa", unitCode: "SKHCN-CDS", positionTitle: "Chuyên viên", role: { name: "administrator", unitCode: "AG" },
  },
];

export interface DemoOfficial extends GeneratedOfficial {
  /** Set for the five; everybody else signs in with their staff number. */
  key: KeyPerson | null;
}

/** Gives five of the generated people the names and roles above; nobody is added, so headcounts stay as they are. */
export function* withKeyPeople(officials: Iterable<GeneratedOfficial>, today: LocalDay): Generator<DemoOfficial> {
  const waiting = [...KEY_PEOPLE];
  for (const official of officials) {
    const at = waiting.findIndex((key) => key.unitCode === official.unitCode && key.positionTitle === official.positionTitle);
    const key = at < 0 ? undefined : waiting.splice(at, 1)[0];
    if (!key) {
      yield { ...official, key: null };
      continue;
    }
    const recruitedOn = key.recruitedDaysAgo === undefined ? official.recruitedOn : addDays(today, -key.recruitedDaysAgo);
    const postedOn = key.recruitedDaysAgo === undefined ? official.postedOn : recruitedOn;
    yield { ...official, fullName: key.fullName, recruitedOn, postedOn, email: `${key.identifier}@angiang.example`, key };
  }
}
