import type { Submission } from "@conform-to/react";
import { parseWithZod } from "@conform-to/zod/v4";
import { data } from "@remix-run/node";
import type { z } from "zod";
import type { WordKey } from "~/ui/words/catalogue.server";
import { wordsFor } from "./words.server";

type Issue = z.core.$ZodIssue;

/**
 * What was posted, the same sign always written the same way (NFC) and without U+0000, which no text in PostgreSQL can hold. Files stay
 * as they are. Every form comes in through here (tests/architecture).
 */
export async function postedForm(request: Pick<Request, "formData">): Promise<FormData> {
  const posted = await request.formData();
  const clean = new FormData();
  for (const [name, value] of posted) {
    if (typeof value === "string") clean.append(name, value.normalize("NFC").replaceAll("\0", ""));
    else clean.append(name, value, value.name);
  }
  return clean;
}

/**
 * The form of a request as a value of the schema, or what is wrong with it, field by field. A schema's own message is a word
 * key ("staff.needsUnit") or a sentence; what it says nothing about gets the general sentences of the area `errors`.
 */
export async function readForm<Schema extends z.ZodType>(
  request: Request,
  schema: Schema,
): Promise<Submission<z.input<Schema>, string[], z.output<Schema>>> {
  const t = wordsFor({ request });
  return parseWithZod(await postedForm(request), {
    schema,
    error: (issue) => generalKey(issue as Issue),
    formatError: (issues: Issue[]) => issues.map((issue) => t(issue.message as WordKey, placeholdersOf(issue))),
  });
}

function generalKey(issue: Issue): WordKey {
  switch (issue.code) {
    case "invalid_type":
      return issue.input === undefined || issue.input === null ? "errors.fieldRequired" : "errors.fieldInvalid";
    case "too_small":
      return issue.origin === "string" ? "errors.fieldTooShort" : "errors.fieldTooSmall";
    case "too_big":
      return issue.origin === "string" ? "errors.fieldTooLong" : "errors.fieldTooBig";
    default:
      return "errors.fieldInvalid";
  }
}

function placeholdersOf(issue: Issue): Record<string, string | number> {
  if (issue.code === "too_small") return { limit: Number(issue.minimum) };
  if (issue.code === "too_big") return { limit: Number(issue.maximum) };
  return {};
}

export interface Refusal {
  /** Errors that belong to no single field, as sentences. */
  formErrors?: string[];
  fieldErrors?: Record<string, string[]>;
  /** Fields whose typed value is not sent back: passwords. */
  hideFields?: string[];
}

/**
 * The answer to a form that cannot be taken: status 400, what was typed is kept. `useActionData()` of the page is then the
 * `lastResult` of conform's `useForm`. What only the use case could know goes in as `refusal`.
 */
export function refuseForm<Input, Output>(submission: Submission<Input, string[], Output>, refusal: Refusal = {}) {
  return data(submission.reply(refusal), { status: 400 });
}
