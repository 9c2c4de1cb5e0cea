import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { actorOf } from "~/domain/audit/audit-event";
import { assignmentForm } from "~/domain/enrolment/assignment-form";
import { formatDay, localDay } from "~/domain/time";
import { readForm, refuseForm } from "~/http/form.server";
import { redirectWithNotice } from "~/http/notice.server";
import { requirePermission } from "~/http/viewer.server";
import { wordsFor } from "~/http/words.server";
import { assignmentsPath } from "~/paths";
import type { PageHandle } from "~/ui/frame/page-handle";
import { pageMeta } from "~/ui/frame/page-meta";
import { NewAssignmentPage } from "~/ui/staff/new-assignment-page";
import type { Translate } from "~/ui/words/translate";
import { assignCourse, type AssignmentRefused, previewAssignment } from "~/use-cases/hr/assign-course";
import { listAssignmentChoices } from "~/use-cases/hr/list-assignment-choices";

export const meta = pageMeta;
export const handle: PageHandle = { section: "assignments", script: true, words: ["assign"] };

export async function loader(args: LoaderFunctionArgs) {
  const { scope } = await requirePermission(args, "course.assign");
  const unitCode = new URL(args.request.url).searchParams.get("unit") || null;
  const choices = await listAssignmentChoices({ scope, unitCode });
  return { title: wordsFor(args)("assign.newTitle"), choices, today: localDay(args.context.now) };
}

export async function action(args: ActionFunctionArgs) {
  const { viewer, scope } = await requirePermission(args, "course.assign");
  const { now } = args.context;
  const t = wordsFor(args);
  const submission = await readForm(args.request, assignmentForm);
  if (submission.status !== "success") return refuseForm(submission);
  const { unit, course, dueOn, note, intent } = submission.value;
  const wish = { scope, unitCode: unit, courseSlug: course, dueOn, now };
  if (intent === "check") {
    const answer = await previewAssignment(wish);
    if (answer.kind === "refused")
      return refuseForm(submission, { fieldErrors: { dueOn: [refusalWords(t, answer, now)] } });
    return { ...submission.reply(), preview: answer.preview };
  }
  const answer = await assignCourse({ ...wish, actor: actorOf(viewer), note: note || null });
  if (answer.kind === "refused")
    return refuseForm(submission, { fieldErrors: { dueOn: [refusalWords(t, answer, now)] } });
  const done = answer.people > 0 ? "assign.done" : "assign.doneNobody";
  return redirectWithNotice(assignmentsPath(), t(done, { count: answer.people, unit: answer.unitName }));
}

function refusalWords(t: Translate, refused: AssignmentRefused, now: Date): string {
  if (refused.reason === "due-in-the-past") return t("assign.dueInThePast", { day: formatDay(localDay(now)) });
  if (refused.reason === "due-too-far") return t("assign.dueTooFar");
  return t("assign.alreadyAssigned", { day: formatDay(refused.dueOn) });
}

export default function NewAssignment() {
  const { choices, today } = useLoaderData<typeof loader>();
  const result = useActionData<typeof action>();
  const preview = result && "preview" in result ? result.preview : null;
  return <NewAssignmentPage choices={choices} today={today} result={result} preview={preview} />;
}
