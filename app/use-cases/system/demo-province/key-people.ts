import type { RoleName } from "~/domain/auth/permissions";
import { addDays, type LocalDay } from "~/domain/time";
import type { GeneratedOfficial } from "./people";

interface KeyPerson {
  identifier: string;
  fullName: string;
  unitCode: string;
  /** Somebody of the unit of this rank makes room, and the post is called so from then on. */
  rank: GeneratedOfficial["rank"];
  positionTitle: string;
  role: { name: RoleName; unitCode: string } | null;
  recruitedDaysAgo?: number;
}

/** The six people whom the README, the tests and every first look meet. Their names are invented like all others. */
export const KEY_PEOPLE: readonly KeyPerson[] = [
  {
    identifier: "hocvien",
    fullName: "Trần Ngọc Minh Thư",
    unitCode: "P-RACH-GIA-HCC",
    rank: "staff",
    positionTitle: "Chuyên viên",
    role: null,
    recruitedDaysAgo: 21,
  },
  {
    identifier: "canbodaotao",
    fullName: "Lê Thị Thu Hà",
    unitCode: "SNV-CCVC",
    rank: "deputy",
    positionTitle: "Phó Trưởng phòng",
    role: { name: "training_officer", unitCode: "AG" },
  },
  {
    identifier: "thamdinh",
    fullName: "Huỳnh Thanh Tâm",
    unitCode: "SNV-CCVC",
    rank: "staff",
    positionTitle: "Chuyên viên chính",
    role: { name: "training_officer", unitCode: "AG" },
  },
  {
    identifier: "nhansu",
    fullName: "Nguyễn Hoàng Phúc",
    unitCode: "SNV-CCVC",
    rank: "head",
    positionTitle: "Trưởng phòng",
    role: { name: "hr", unitCode: "AG" },
  },
  {
    identifier: "lanhdao",
    fullName: "Phạm Quốc Dũng",
    unitCode: "P-RACH-GIA",
    rank: "head",
    positionTitle: "Chủ tịch Ủy ban nhân dân",
    role: { name: "head", unitCode: "P-RACH-GIA" },
  },
  {
    identifier: "quantri",
    fullName: "Võ Tấn Khoa",
    unitCode: "SKHCN-CDS",
    rank: "staff",
    positionTitle: "Chuyên viên",
    role: { name: "administrator", unitCode: "AG" },
  },
];

/** How many people a unit needs at least, so that each of the six finds a place in a province of any size. */
export const LEAST_PEOPLE: Readonly<Record<string, number>> = {
  "P-RACH-GIA": 1,
  "P-RACH-GIA-HCC": 2,
  "SNV-CCVC": 4,
  "SKHCN-CDS": 2,
};

export interface DemoOfficial extends GeneratedOfficial {
  /** Set for the six; everybody else signs in with their staff number. */
  key: KeyPerson | null;
}

/** Gives six of the generated people the names and roles above; nobody is added, so headcounts stay as they are. */
export function* withKeyPeople(officials: Iterable<GeneratedOfficial>, today: LocalDay): Generator<DemoOfficial> {
  const waiting = [...KEY_PEOPLE];
  for (const official of officials) {
    const at = waiting.findIndex((key) => key.unitCode === official.unitCode && key.rank === official.rank);
    const key = at < 0 ? undefined : waiting.splice(at, 1)[0];
    if (!key) {
      yield { ...official, key: null };
      continue;
    }
    const recruitedOn =
      key.recruitedDaysAgo === undefined ? official.recruitedOn : addDays(today, -key.recruitedDaysAgo);
    const postedOn = key.recruitedDaysAgo === undefined ? official.postedOn : recruitedOn;
    yield {
      ...official,
      fullName: key.fullName,
      positionTitle: key.positionTitle,
      recruitedOn,
      postedOn,
      email: `${key.identifier}@angiang.example`,
      key,
    };
  }
}
