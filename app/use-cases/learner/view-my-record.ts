import type { PersonRecord } from "~/domain/completion/person-record";
import type { OfficialIdentity } from "~/domain/auth/permissions";
import { readPersonRecord } from "../hr/read-person-record";

/** My record: exactly what HR sees of me, by the same reading. */
export async function viewMyRecord(input: { official: OfficialIdentity; now: Date }): Promise<PersonRecord> {
  const { official, now } = input;
  return readPersonRecord({ officialId: official.id, scope: [official.unitPath], now });
}
