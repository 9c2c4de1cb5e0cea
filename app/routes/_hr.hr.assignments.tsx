import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { actorOf } from "~/domain/audit/audit-event";
import { postedForm } from "~/http/form.server";
import { redirectWithNotice } from "~/http/notice.server";
import { requirePermission } from "~/http/viewer.server";
import { wordsFor } from "~/http/words.server";
import { assignmentsPath } from "~/paths";
import type { PageHandle } from "~/ui/frame/page-handle";
import { pageMeta } from "~/ui/frame/page-meta";
import { AssignmentsPage } from "~/ui/staff/assignments-page";
import { listAssignments } from "~/use-cases/hr/list-assignments";
import { withdrawAssignment } from "~/use-cases/hr/withdraw-assignment";

export const meta = pageMeta;
export const handle: PageHandle = { section: "assignments" };

export async function loader(args: LoaderFunctionArgs) {
  const { scope } = await requirePermission(args, "course.assign");
  const asked = new URL(args.request.url).searchParams.get("withdraw");
  const list = await listAssignments({ scope, now: args.context.now });
  return {
    title: wordsFor(args)("assign.listTitle"),
    ...list,
    toWithdraw: list.own.find(({ id }) => id === asked) ?? null,
  };
}

/** The one thing to do on this page: take an assignment back. */
export async function action(args: ActionFunctionArgs) {
  const { viewer, scope } = await requirePermission(args, "course.assign");
  const t = wordsFor(args);
  const assignmentId = String((await postedForm(args.request)).get("assignment") ?? "");
  const answer = await withdrawAssignment({ actor: actorOf(viewer), scope, assignmentId, now: args.context.now });
  if (answer.kind === "refused") return redirectWithNotice(assignmentsPath(), t("assign.alreadyWithdrawn"), "info");
  return redirectWithNotice(
    assignmentsPath(),
    t("assign.withdrawn", { course: answer.courseTitle, unit: answer.unitName }),
  );
}

export default function Assignments() {
  return <AssignmentsPage {...useLoaderData<typeof loader>()} />;
}
