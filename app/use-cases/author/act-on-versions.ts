import type { z } from "zod";
import type { Viewer } from "~/domain/auth/permissions";
import type { ContentProblem } from "~/domain/courses/content-problem";
import type { versionsForm } from "~/domain/courses/drafts/review-forms";
import { findCourse } from "~/domain/courses/course-store.server";
import { db } from "~/platform/db.server";
import { restoreVersion } from "./restore-version";
import { offerCourseAgain, unpublishCourse } from "./unpublish-course";

export type VersionsActAnswer =
  | { kind: "done"; said: "restored" | "restoredAnew" | "unpublished" | "offered"; values: Record<string, string> }
  | {
      kind: "refused";
      said:
        | "restoreOvertaken"
        | "restoreCurrent"
        | "restoreProblems"
        | "nameWrong"
        | "unpublishedAlready"
        | "offeredAlready";
      field: "name" | null;
      problems: ContentProblem[];
    };

type Refused = Extract<VersionsActAnswer, { kind: "refused" }>;
const refused = (said: Refused["said"], rest: Partial<Refused> = {}): Refused => ({
  kind: "refused",
  said,
  field: null,
  problems: [],
  ...rest,
});

/** What can be done on the page of versions, each by its own use case. */
export async function actOnVersions(input: {
  viewer: Viewer;
  slug: string;
  wish: z.output<typeof versionsForm>;
  now: Date;
}): Promise<VersionsActAnswer> {
  const { wish, ...who } = input;
  if (wish.intent === "unpublish") {
    const answer = await unpublishCourse({ ...who, name: wish.name, reason: wish.reason });
    if (answer.kind === "refused") {
      return answer.reason === "name" ? refused("nameWrong", { field: "name" }) : refused("unpublishedAlready");
    }
    return { kind: "done", said: "unpublished", values: { title: (await findCourse(db, who.slug))!.title } };
  }
  if (wish.intent === "offer") {
    const answer = await offerCourseAgain(who);
    return answer.kind === "refused" ? refused("offeredAlready") : { kind: "done", said: "offered", values: {} };
  }
  const { number: asked, over, reason: note } = wish;
  const answer = await restoreVersion({ ...who, number: asked, over, note });
  if (answer.kind === "refused") {
    if (answer.reason === "problems") return refused("restoreProblems", { problems: answer.problems });
    return refused(answer.reason === "current" ? "restoreCurrent" : "restoreOvertaken");
  }
  const values = { number: String(answer.number), asked: String(asked) };
  return { kind: "done", said: answer.number === asked ? "restored" : "restoredAnew", values };
}
