import { type ActionFunctionArgs, data, type LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { readBookKey } from "~/domain/certificates/register";
import { notFound } from "~/domain/problem";
import { postedForm } from "~/http/form.server";
import { redirectWithNotice } from "~/http/notice.server";
import { requirePermission } from "~/http/viewer.server";
import { wordsFor } from "~/http/words.server";
import { registerPath } from "~/paths";
import { RegisterPage } from "~/ui/certificate-book/register-page";
import type { PageHandle } from "~/ui/frame/page-handle";
import { pageMeta } from "~/ui/frame/page-meta";
import { viewRegister } from "~/use-cases/hr/view-register";
import { voidNumber } from "~/use-cases/hr/void-number";

export const meta = pageMeta;
export const handle: PageHandle = { section: "certificates" };

export async function loader(args: LoaderFunctionArgs) {
  const { scope } = await requirePermission(args, "certificates.manage");
  const search = new URL(args.request.url).searchParams;
  const after = Number(search.get("after"));
  const view = await viewRegister({
    scope,
    book: search.get("book"),
    text: (search.get("q") ?? "").slice(0, 100),
    after: Number.isInteger(after) && after > 0 ? after : null,
    now: args.context.now,
  });
  return { title: wordsFor(args)("book.title"), view };
}

/** The reason why a number of the book has no certificate. */
export async function action(args: ActionFunctionArgs) {
  const { viewer, scope } = await requirePermission(args, "certificates.manage");
  const t = wordsFor(args);
  const key = new URL(args.request.url).searchParams.get("book") ?? "";
  const form = await postedForm(args.request);
  const typed = { number: String(form.get("number") ?? ""), reason: String(form.get("reason") ?? "").trim() };
  const book = readBookKey(key || String(form.get("book") ?? ""));
  if (!book) throw notFound(`register ${key}`);
  const registerNumber = Number(typed.number);
  const refuse = (problem: string) => data({ problem, typed }, { status: 400 });
  if (!Number.isInteger(registerNumber) || registerNumber < 1 || registerNumber > 2_000_000_000) {
    return refuse(t("book.voidInvalid"));
  }
  if (typed.reason.length < 5 || typed.reason.length > 500) return refuse(t("book.voidInvalid"));
  const { now } = args.context;
  const answer = await voidNumber({ viewer, scope, book, registerNumber, reason: typed.reason, now });
  if (answer.kind === "refused") return refuse(t("book.notMissing"));
  return redirectWithNotice(registerPath({ book: key }), t("book.voided", { number: typed.number }));
}

export default function Register() {
  const { view } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  return <RegisterPage view={view} problem={refused?.problem ?? null} typed={refused?.typed ?? null} />;
}
