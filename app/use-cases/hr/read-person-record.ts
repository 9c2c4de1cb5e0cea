import { listOwn } from "~/domain/certificates/certificate-store.server";
import { listLearningRecords } from "~/domain/completion/learning-record-store.server";
import { type PersonRecord, personRecord } from "~/domain/completion/person-record";
import { courseVersion } from "~/domain/courses/version-cache.server";
import { lastSignInOf } from "~/domain/enrolment/staff-list-store.server";
import { listPosts } from "~/domain/organization/employment-store.server";
import { findOfficial } from "~/domain/organization/official-store.server";
import { namesDownTo } from "~/domain/organization/unit-store.server";
import { notFound } from "~/domain/problem";
import { latestSeal } from "~/domain/seals/seal-store.server";
import { db } from "~/platform/db.server";

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/**
 * The learning record of one official: for HR within their scope, for the official with the path of their own unit as the scope. One
 * reading for both, so that both see the same.
 */
export async function readPersonRecord(input: {
  officialId: string;
  scope: readonly string[];
  now: Date;
}): Promise<PersonRecord> {
  const { officialId, scope, now } = input;
  const official = UUID.test(officialId) ? await findOfficial(db, { officialId, scope }) : null;
  if (!official) throw notFound(`official ${officialId}`);
  const [unitPathNames, posts, lastSignInAt, records, certificates, seal] = await Promise.all([
    namesDownTo(db, official.unitPath),
    listPosts(db, officialId),
    lastSignInOf(officialId),
    listLearningRecords({ officialId }),
    listOwn(db, { officialId, now }),
    latestSeal(db),
  ]);
  const versionIds = [...new Set(records.map((record) => record.versionId))];
  const versions = await Promise.all(versionIds.map((id) => courseVersion(id)));
  return personRecord({
    official,
    unitPathNames,
    posts,
    lastSignInAt,
    records,
    manifests: new Map(versions.map((version, index) => [versionIds[index]!, version.manifest])),
    certificates: new Map(certificates.map(({ serial, standing }) => [serial, standing.status])),
    seal,
    now,
  });
}
