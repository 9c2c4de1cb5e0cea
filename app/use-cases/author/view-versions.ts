import { findCourse, listUnpublished, listVersions } from "~/domain/courses/course-store.server";
import type { VersionsPage } from "~/domain/courses/versions-view";
import { countByVersion, countNotBegun } from "~/domain/enrolment/move-store.server";
import { notFound } from "~/domain/problem";
import { db } from "~/platform/db.server";

/** Every version of a course with how many people are in it. */
export async function viewVersions(input: { slug: string }): Promise<VersionsPage> {
  const { slug } = input;
  const course = await findCourse(db, slug);
  if (!course?.currentNumber) throw notFound(`course ${slug}`);
  const [versions, people, unpublished, notBegun] = await Promise.all([
    listVersions(db, course.id),
    countByVersion(db, course.id),
    listUnpublished(db),
    countNotBegun(db, course.id),
  ]);
  const counts = new Map(people.map((each) => [each.number, each]));
  return {
    course: { slug, title: course.title },
    current: course.currentNumber,
    versions: versions.map(({ number, publishedAt, changeNote, current }) => {
      const { underWay = 0, completed = 0, certificates = 0 } = counts.get(number) ?? {};
      return { number, publishedAt, changeNote, current, underWay, completed, certificates };
    }),
    unpublished: unpublished.get(slug) ?? null,
    notBegun,
  };
}
