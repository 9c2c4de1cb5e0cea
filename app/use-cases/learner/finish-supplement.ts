import { decodeAnswers } from "~/domain/assessment/answers-form";
import { paperView } from "~/domain/assessment/paper";
import { actorOf } from "~/domain/audit/audit-event";
import { recordAudit } from "~/domain/audit/audit-store.server";
import type { OfficialIdentity, Viewer } from "~/domain/auth/permissions";
import { checkSupplement, type SupplementAnswered, supplementPaper } from "~/domain/completion/supplements/supplement";
import { insertSupplementCompletion } from "~/domain/completion/supplements/supplement-store.server";
import { badRequest } from "~/domain/problem";
import { inTransaction } from "~/platform/db.server";
import { openSupplement } from "./view-supplement";

export type FinishSupplementAnswer =
  { kind: "done"; title: string; courseSlug: string } | { kind: "not-yet"; answered: SupplementAnswered };

/** Confirms the reading and answers the questions. What was finished and certified before is not touched by it. */
export async function finishSupplement(input: {
  viewer: Viewer & { official: OfficialIdentity };
  id: string;
  form: FormData;
  now: Date;
}): Promise<FinishSupplementAnswer> {
  const { viewer, id, form, now } = input;
  const { official } = viewer;
  const { supplement, questions } = await openSupplement({ officialId: official.id, id });
  const done = { kind: "done", title: supplement.title, courseSlug: supplement.course.slug } as const;
  if (supplement.doneAt) return done;
  const paper = supplementPaper(supplement, official.id, questions);
  const answers = decodeAnswers(paper, form);
  if (!answers) throw badRequest(`answers that supplement ${id} does not have`);
  const check = checkSupplement(questions, answers);
  if (!check.done) {
    const right = questions.filter((question) => check.states[question.id] === "right");
    return {
      kind: "not-yet",
      answered: {
        states: check.states,
        paper: paperView(paper, answers),
        explanations: Object.fromEntries(right.map((question) => [question.id, question.explanation])),
      },
    };
  }
  await inTransaction(async (tx) => {
    const given = Object.fromEntries(answers.map(({ questionId, response }) => [questionId, response]));
    const { id: officialId, fullName, unitName } = official;
    if (!(await insertSupplementCompletion(tx, { id, officialId, answers: given, fullName, unitName, now }))) return;
    await recordAudit(tx, {
      actor: actorOf(viewer),
      action: "supplement.done",
      subject: { type: "supplement", id, label: supplement.title },
      unitPath: official.unitPath,
      after: { course: supplement.course.title, questions: questions.length },
      at: now,
    });
  });
  return done;
}
