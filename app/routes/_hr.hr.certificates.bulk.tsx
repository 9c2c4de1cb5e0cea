import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { readBulkFilter, readBulkForm } from "~/http/bulk-filter.server";
import { refuseForm } from "~/http/form.server";
import { requirePermission } from "~/http/viewer.server";
import { wordsFor } from "~/http/words.server";
import { jobPath } from "~/paths";
import { BulkPage } from "~/ui/certificate-book/bulk-page";
import type { PageHandle } from "~/ui/frame/page-handle";
import { pageMeta } from "~/ui/frame/page-meta";
import { bulkChoices, planBulk, startBulk } from "~/use-cases/hr/plan-certificates";

export const meta = pageMeta;
export const handle: PageHandle = { section: "certificates", script: true, words: ["book", "certificate"] };

export async function loader(args: LoaderFunctionArgs) {
  const { scope } = await requirePermission(args, "certificates.manage");
  const { action, filter, typed, badDays } = readBulkFilter(args.request);
  const [choices, plan] = await Promise.all([
    bulkChoices({ scope }),
    action ? planBulk({ scope, action, filter, asOf: args.context.now }) : null,
  ]);
  return { title: wordsFor(args)("book.bulkTitle"), choices, plan, typed, badDays };
}

/** Starts the work on what the list showed. */
export async function action(args: ActionFunctionArgs) {
  const { viewer, scope } = await requirePermission(args, "certificates.manage");
  const t = wordsFor(args);
  const { filter } = readBulkFilter(args.request);
  const submission = await readBulkForm(args.request);
  if (submission.status !== "success") return data({ ...refuseForm(submission).data, problem: null }, { status: 400 });
  const { asOf, count, ...wish } = submission.value;
  const label = t(`book.${({ zip: "jobZip", revoke: "jobRevoke", reissue: "jobReissue" } as const)[wish.action]}`, {
    count,
  });
  const { now } = args.context;
  const answer = await startBulk({ viewer, scope, filter, asOf, count, label, wish, now });
  if (answer.kind === "started") return redirect(jobPath(answer.jobId));
  const said = { nothing: "book.bulkNothing", changed: "book.bulkChanged", "too-many": "book.bulkToo-many" } as const;
  return data({ ...submission.reply(), problem: t(said[answer.reason]) }, { status: 409 });
}

export default function Bulk() {
  const page = useLoaderData<typeof loader>();
  const result = useActionData<typeof action>();
  return <BulkPage {...page} result={result} problem={result?.problem ?? null} />;
}
