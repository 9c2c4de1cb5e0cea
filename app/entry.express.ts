import { createRequestHandler } from "@remix-run/express";
import type { RequestHandler } from "express";
import * as build from "virtual:remix/server-build";
import { makeLoadContext } from "~/http/make-load-context.server";
import { withProblems } from "~/http/problem-response.server";

/** The site behind Express: the Remix build with its refusals mapped to statuses. */
export const answer: RequestHandler = createRequestHandler({
  build: withProblems(build),
  getLoadContext: makeLoadContext,
});
