import { type ActionFunctionArgs, data, type LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { recognitionForm } from "~/domain/completion/corrections/correction-form";
import { localDay } from "~/domain/time";
import { correctionRefusal } from "~/http/correction-refusal.server";
import { postedForm, readForm, refuseForm } from "~/http/form.server";
import { redirectWithNotice } from "~/http/notice.server";
import { requirePermission } from "~/http/viewer.server";
import { wordsFor } from "~/http/words.server";
import { turnPath } from "~/paths";
import type { PageHandle } from "~/ui/frame/page-handle";
import { pageMeta } from "~/ui/frame/page-meta";
import { RecognitionPage } from "~/ui/record/recognition-page";
import { previewRecognition, recogniseLearning, viewRecognition } from "~/use-cases/hr/recognise-learning";

export const meta = pageMeta;
export const handle: PageHandle = { section: "staff" };

export async function loader(args: LoaderFunctionArgs) {
  const { scope } = await requirePermission(args, "record.correct");
  const { now } = args.context;
  const { official, courses } = await viewRecognition({ officialId: args.params["official"] ?? "", scope });
  const asked = new URL(args.request.url).searchParams;
  return {
    title: wordsFor(args)("record.recogniseTitle"),
    official: {
      id: official.id,
      fullName: official.fullName,
      staffNumber: official.staffNumber,
      unitName: official.unitName,
    },
    courses,
    asked: { course: asked.get("course") ?? "", cycle: asked.get("cycle") ?? localDay(now).slice(0, 4) },
  };
}

export async function action(args: ActionFunctionArgs) {
  const { viewer, scope } = await requirePermission(args, "record.correct");
  const officialId = args.params["official"] ?? "";
  await viewRecognition({ officialId, scope });
  const t = wordsFor(args);
  const file = await fileOf(args.request.clone());
  const submission = await readForm(args.request, recognitionForm);
  if (submission.status !== "success") return refuseForm(submission, { hideFields: ["file"] });
  const { step, ...values } = submission.value;
  const result = submission.reply({ hideFields: ["file"] });
  if (step === "edit") return data(result);
  const asked = { viewer, scope, officialId, values, file, now: args.context.now };
  const answer = await (step === "show" ? previewRecognition(asked) : recogniseLearning(asked));
  if (answer.kind === "refused")
    return refuseForm(submission, { ...correctionRefusal(answer.fault, t), hideFields: ["file"] });
  if (answer.kind === "may-be") return data({ ...result, confirm: answer.course.title });
  return redirectWithNotice(turnPath(answer.enrolmentId!), t("record.recognised", { name: answer.official.fullName }));
}

async function fileOf(request: Request): Promise<{ name: string; bytes: Uint8Array } | null> {
  const file = (await postedForm(request)).get("file");
  if (!(file instanceof File) || file.size === 0) return null;
  return { name: file.name, bytes: new Uint8Array(await file.arrayBuffer()) };
}

export default function Recognise() {
  const { official, courses, asked } = useLoaderData<typeof loader>();
  const result = useActionData<typeof action>();
  return <RecognitionPage official={official} courses={courses} asked={asked} result={result} />;
}
