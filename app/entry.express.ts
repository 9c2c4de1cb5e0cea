import { createRequestHandler } from "@remix-run/express";
import type { RequestHandler } from "express";
import * as build from "virtual:remix/server-build";
import { directAction } from "~/http/direct-action.server";
import { makeLoadContext } from "~/http/make-load-context.server";
import { withProblems } from "~/http/problem-response.server";
import { action as saveAnswer } from "~/routes/_learner.learn.attempts.$attempt.answers";

/** Saving an answer: every choice of everybody who takes a test comes by here (docs/decisions/013). */
export const direct: RequestHandler = directAction({
  pattern: /^\/learn\/attempts\/([^/]+)\/answers$/,
  param: "attempt",
  action: (args) => saveAnswer(args as Parameters<typeof saveAnswer>[0]),
});

/** The site behind Express: the Remix build with its refusals mapped to statuses. */
export const answer: RequestHandler = createRequestHandler({
  build: withProblems(build),
  getLoadContext: makeLoadContext,
});
