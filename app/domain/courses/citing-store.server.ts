import type { Db } from "~/platform/db.server";

export interface CitingVersions {
  slug: string;
  title: string;
  versions: { number: number; current: boolean }[];
}

/** In which published versions of each course a document is cited, by a lesson or a question. */
export async function listCitingVersions(db: Db, number: string): Promise<CitingVersions[]> {
  return db.$queryRaw<CitingVersions[]>`
    SELECT c.slug, c.title, json_agg(json_build_object('number', v.number, 'current', v.id = c.current_version_id) ORDER BY v.number) AS versions
    FROM course_version v JOIN course c ON c.id = v.course_id
    WHERE EXISTS (SELECT 1 FROM lesson_version l WHERE l.version_id = v.id
        AND coalesce(l.compiled->'citations', l.compiled->'legalBasis') @> jsonb_build_array(jsonb_build_object('document', ${number}::text)))
      OR EXISTS (SELECT 1 FROM question_version q WHERE q.version_id = v.id AND q.content->'citation'->>'document' = ${number})
    GROUP BY c.id ORDER BY c.title, c.slug`;
}
