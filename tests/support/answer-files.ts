import { answerFilePublicKey } from "~/domain/assessment/answer-file/answer-file-seal.server";
import type { Question } from "~/domain/assessment/question-types";
import type { OfficialViewer } from "~/http/viewer.server";
import { sealAnswers } from "~/ui/paper/seal-answers";
import { paperOf, postedAnswer, responseTo } from "./learner";

/** The file that the page of a paper would hand out: every question (or those that `only` lets through), answered at `at`. */
export async function buildAnswerFile(input: {
  viewer: OfficialViewer;
  attemptId: string;
  at: Date;
  right?: boolean;
  only?: (question: Question) => boolean;
  officialId?: string;
}): Promise<string> {
  const { viewer, attemptId, at, right = true, only = () => true, officialId } = input;
  const paper = await paperOf(viewer, attemptId);
  const entries = paper.questions.filter(only).map((question) => ({
    questionId: question.id,
    sequence: at.getTime(),
    fields: [...postedAnswer(paper, question, responseTo(question, right))] as [string, string][],
  }));
  return sealAnswers(answerFilePublicKey(), {
    format: "chuan-muc-answers",
    version: 1,
    attemptId,
    ...(officialId && { officialId }),
    madeAt: at.toISOString(),
    entries,
  });
}
