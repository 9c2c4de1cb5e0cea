import { actorOf } from "~/domain/audit/audit-event";
import type { Viewer } from "~/domain/auth/permissions";
import { noteAccess } from "~/domain/privacy/access-store.server";
import type { AccommodationsPage } from "~/domain/assessment/accommodations/accommodation-list";
import { listPublishedCourses } from "~/domain/courses/version-cache.server";
import { findOfficial } from "~/domain/organization/official-store.server";
import { notFound } from "~/domain/problem";
import { db } from "~/platform/db.server";
import { listAccommodations } from "./list-accommodations";

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/** What somebody within the scope is granted, and in which courses something can be granted. */
export async function viewAccommodations(input: {
  viewer: Viewer;
  officialId: string;
  scope: readonly string[];
  now: Date;
}): Promise<AccommodationsPage> {
  const official = UUID.test(input.officialId) ? await findOfficial(db, input) : null;
  if (!official) throw notFound(`official ${input.officialId}`);
  const [list, courses] = await Promise.all([listAccommodations(input), listPublishedCourses()]);
  await noteAccess(db, {
    actor: actorOf(input.viewer),
    how: "conditions-page",
    officialId: official.id,
    now: input.now,
  });
  const { id, fullName, positionTitle, unitName } = official;
  return {
    official: { id, fullName, positionTitle, unitName },
    list,
    courses: courses.map(({ slug, title }) => ({ slug, title })),
  };
}
