import { drawPaper, type LearnerPaper, paperView } from "~/domain/assessment/paper";
import type { TestPolicy } from "~/domain/courses/course";
import { currentVersionOf } from "~/domain/courses/version-cache.server";
import { notFound } from "~/domain/problem";

export interface TestPreview {
  course: { slug: string; title: string };
  policy: TestPolicy;
  paper: LearnerPaper;
  seed: string;
}

/** A paper drawn as for a learner; the same seed draws the same paper. No attempt is made. */
export async function previewTest(input: { slug: string; seed: string }): Promise<TestPreview> {
  const version = await currentVersionOf(input.slug);
  const policy = version?.manifest.test;
  if (!version || !policy) throw notFound(`test of ${input.slug}`);
  const paper = drawPaper({ policy, questions: version.questions, seed: input.seed });
  const { slug, title } = version.manifest;
  return { course: { slug, title }, policy, paper: paperView(paper, []), seed: input.seed };
}
