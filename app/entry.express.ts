import { createRequestHandler } from "@remix-run/express";
import { Router } from "express";
import type { RequestHandler } from "express";
import * as build from "virtual:remix/server-build";
import { directAction } from "~/http/direct-action.server";
import { directDownload } from "~/http/direct-download.server";
import { makeLoadContext } from "~/http/make-load-context.server";
import { packagePages } from "~/http/package-pages.server";
import { withProblems } from "~/http/problem-response.server";
import { keepPackageState, openPackageFile, readPackageState } from "~/use-cases/learner/play-package";
import { action as saveAnswer } from "~/routes/_learner.learn.attempts.$attempt.answers";
import { loader as sendEvidence } from "~/routes/_hr.hr.evaluation_.$period_.export.$format";
import { loader as sendMedia } from "~/routes/_learner.media.$sha.$name";

const doors = Router();
// Every choice of everybody who takes a test comes by here.
doors.use(
  directAction({
    pattern: /^\/learn\/attempts\/([^/]+)\/answers$/,
    param: "attempt",
    action: (args) => saveAnswer(args as Parameters<typeof saveAnswer>[0]),
  }),
);
doors.use(
  directDownload({
    pattern: /^\/media\/(?<sha>[^/]+)\/(?<name>[^/]+)$/,
    loader: (args) => sendMedia(args as Parameters<typeof sendMedia>[0]),
  }),
);
// The evidence of a province is a hundred megabytes: it leaves as quickly as its reader takes it.
doors.use(
  directDownload({
    pattern: /^\/hr\/evaluation\/(?<period>[^/]+)\/export\/(?<format>[^/]+)$/,
    loader: (args) => sendEvidence(args as Parameters<typeof sendEvidence>[0]),
  }),
);
doors.use(packagePages({ openFile: openPackageFile, readState: readPackageState, keepState: keepPackageState }));

/** Answers that are no pages, past their machinery (docs/decisions/013). */
export const direct: RequestHandler = doors;

/** The site behind Express: the Remix build with its refusals mapped to statuses. */
export const answer: RequestHandler = createRequestHandler({
  build: withProblems(build),
  getLoadContext: makeLoadContext,
});
