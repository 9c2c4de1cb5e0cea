import { SYSTEM_ACTOR } from "~/domain/audit/audit-event";
import { recordAudit } from "~/domain/audit/audit-store.server";
import { hashPassword } from "~/domain/auth/password.server";
import type { RoleName } from "~/domain/auth/permissions";
import { standardTemplate } from "~/domain/certificates/template";
import { insertTemplateVersion } from "~/domain/certificates/template-store.server";
import { writeSetting } from "~/domain/organization/setting-store.server";
import { days, localDay } from "~/domain/time";
import { inTransaction, type Db } from "~/platform/db.server";
import { chanceFrom, uuidFrom } from "./demo-province/chance";
import { generateProvince, type GeneratedProvince, type ProvinceSize } from "./demo-province/generate-province";
import { KEY_PEOPLE, withKeyPeople, type DemoOfficial } from "./demo-province/key-people";
import { liveInProvince, type DemoPerson } from "./demo-province/live-in-province";
import { openDemoPeriod } from "./demo-province/open-demo-period";
import {
  insertAccounts,
  insertOfficials,
  insertUnits,
  refreshStatistics,
  type NewDemoAccount,
} from "./demo-province/province-store.server";
import { hasUnits, insertRoleGrant, lockSetup } from "./setup-store.server";

export interface DemoAccount {
  identifier: string;
  role: RoleName | null;
  name: string;
}

/** The six that have names of their own; everybody else signs in with the staff number in lower case. */
export const DEMO_ACCOUNTS: readonly DemoAccount[] = KEY_PEOPLE.map(({ identifier, role, fullName }) => ({
  identifier,
  role: role?.name ?? null,
  name: fullName,
}));

const SEED = "an-giang";
/** People in one statement and one transaction; the demo fits into the first. */
const BATCH = 5_000;
/** So many of the people have signed in within the last two months; the others never did. */
const HAVE_SIGNED_IN = 0.7;

/** Invented from beginning to end: nobody can be reached under them. */
const AGENCY = {
  name: "Sở Nội vụ tỉnh An Giang",
  parentName: "Ủy ban nhân dân tỉnh An Giang",
  address: "Số 1, đường Ví Dụ, phường Rạch Giá, tỉnh An Giang (dữ liệu minh họa)",
  phone: "0297 000 0000",
  supportEmail: "hotro@angiang.example",
};
const CERTIFICATE = {
  issuerCode: "SNV",
  issuerName: "Sở Nội vụ",
  issuerParentName: "Ủy ban nhân dân tỉnh An Giang",
  place: "An Giang",
  signerTitle: "GIÁM ĐỐC",
  signerName: "Nguyễn Văn Minh Họa",
  legalBasis: null,
};

/**
 * Fills an empty installation with an invented An Giang: units, people, an account for each of them with one password,
 * six of them known by name, five of these with roles, and in the small size some weeks of learning. Where a unit exists already nothing is done; of two
 * processes one does it.
 */
export async function createDemoProvince(input: {
  password: string;
  now: Date;
  size?: ProvinceSize;
  people?: number;
  units?: number;
}): Promise<{ created: boolean; accounts: DemoAccount[] }> {
  const { now, size = "demo" } = input;
  const province = generateProvince({
    seed: SEED,
    size,
    today: localDay(now),
    people: input.people,
    units: input.units,
  });
  const passwordHash = await hashPassword(input.password);
  const batches = inBatches(withKeyPeople(province.officials(), localDay(now)), BATCH);
  const accounts: DemoAccount[] = [];

  const created = await inTransaction(async (tx) => {
    await lockSetup(tx);
    if (await hasUnits(tx)) return false;
    await insertUnits(tx, province.units);
    await writeSetting(tx, { key: "agency", value: AGENCY, now });
    await insertTemplateVersion(tx, {
      unitId: null,
      basedOn: 0,
      content: standardTemplate(CERTIFICATE),
      by: { accountId: null, name: SYSTEM_ACTOR.name },
      now,
    });
    const root = province.units[0]!;
    await recordAudit(tx, {
      actor: SYSTEM_ACTOR,
      action: "unit.created",
      subject: { type: "unit", id: root.id, label: root.name },
      unitPath: root.path,
      after: { units: province.units.length, people: province.people, demo: true },
      at: now,
    });
    const first = batches.next();
    if (!first.done) accounts.push(...(await addPeople(tx, { province, people: first.value, passwordHash, now })));
    return true;
  });
  if (!created) return { created: false, accounts: [] };

  for (const people of batches) {
    accounts.push(...(await inTransaction((tx) => addPeople(tx, { province, people, passwordHash, now }))));
  }
  await refreshStatistics();
  if (size === "demo") await letPeopleLearn(province, now);
  return { created: true, accounts };
}

/** The six have nothing done, for whoever tries them out; some of the others have learnt a while. */
async function letPeopleLearn(province: GeneratedProvince, now: Date): Promise<void> {
  const people = [...withKeyPeople(province.officials(), localDay(now))];
  const hr = people.find((official) => official.key?.role?.name === "hr")!;
  const others = people.filter((official) => official.key === null);
  await liveInProvince({
    hr: personOf(hr, province),
    people: others.map((official) => personOf(official, province)),
    now,
  });
  await openDemoPeriod({
    actor: { accountId: accountIdOf(hr.id), name: hr.fullName, ip: null },
    unitCode: province.units[0]!.code,
    now,
  });
}

/** Writes people with their accounts; returns the accounts that have names of their own. */
async function addPeople(
  tx: Db,
  input: { province: GeneratedProvince; people: DemoOfficial[]; passwordHash: string; now: Date },
): Promise<DemoAccount[]> {
  const { province, people, passwordHash, now } = input;
  await insertOfficials(tx, people, now);
  await insertAccounts(tx, { accounts: people.map((official) => accountOf(official, now)), passwordHash, now });
  const named: DemoAccount[] = [];
  for (const { id, key } of people) {
    if (!key) continue;
    named.push({ identifier: key.identifier, role: key.role?.name ?? null, name: key.fullName });
    const unit = province.units.find((each) => each.code === key.role?.unitCode);
    if (!key.role || !unit) continue;
    const accountId = accountIdOf(id);
    await insertRoleGrant(tx, { accountId, role: key.role.name, unitId: unit.id, now });
    await recordAudit(tx, {
      actor: SYSTEM_ACTOR,
      action: "role.granted",
      subject: { type: "account", id: accountId, label: key.fullName },
      unitPath: unit.path,
      after: { role: key.role.name, unit: unit.code },
      at: now,
    });
  }
  return named;
}

function accountIdOf(officialId: string): string {
  return uuidFrom(`account:${officialId}`);
}

function accountOf(official: DemoOfficial, now: Date): NewDemoAccount {
  const chance = chanceFrom(`sign-in:${official.id}`);
  const signedIn = official.key === null && chance.happens(HAVE_SIGNED_IN);
  const lastSignInAt = signedIn ? new Date(now.getTime() - Math.floor(chance.next() * days(60))) : null;
  return {
    id: accountIdOf(official.id),
    identifier: identifierOf(official),
    displayName: official.fullName,
    officialId: official.id,
    lastSignInAt,
    // Those that a demonstration is shown with go straight to their work.
    noticeAt: official.key ? now : lastSignInAt,
  };
}

function identifierOf(official: DemoOfficial): string {
  return official.key?.identifier ?? official.staffNumber.toLowerCase();
}

function personOf(official: DemoOfficial, province: GeneratedProvince): DemoPerson {
  const unit = province.units.find((each) => each.id === official.unitId)!;
  const { id, fullName, positionTitle } = official;
  return {
    accountId: accountIdOf(id),
    identifier: identifierOf(official),
    officialId: id,
    fullName,
    positionTitle,
    unit,
  };
}

function* inBatches<T>(items: Iterable<T>, size: number): Generator<T[]> {
  let batch: T[] = [];
  for (const item of items) {
    batch.push(item);
    if (batch.length < size) continue;
    yield batch;
    batch = [];
  }
  if (batch.length > 0) yield batch;
}
