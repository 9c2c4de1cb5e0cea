import type { ActionFunctionArgs } from "@remix-run/node";
import { readPosted } from "~/domain/assessment/question-form/written-question";
import { postedForm } from "~/http/form.server";
import { requirePermission } from "~/http/viewer.server";
import { wordsFor } from "~/http/words.server";
import { lookWhileWriting } from "~/use-cases/author/write-question";

/** What the checks say of a question while somebody writes it, and how a learner would see it. Nothing is written. */
export async function action(args: ActionFunctionArgs) {
  await requirePermission(args, "content.write");
  const told = await lookWhileWriting({
    slug: args.params["course"]!,
    posted: readPosted(await postedForm(args.request)),
    language: wordsFor(args).language,
    now: args.context.now,
  });
  return Response.json(told, { headers: { "Cache-Control": "no-store" } });
}
