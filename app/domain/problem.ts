/**
 * The few refusals that are thrown: each means tampering, a stale page or a mistyped address. What a person can
 * bring about in normal use is an answer of a use case (`{ kind: "refused", reason }`) and is never thrown.
 * `http/problem-response.server` is the one place that maps them to a status.
 */
export type ProblemCode = "not-found" | "forbidden" | "conflict" | "bad-request";

export class Problem extends Error {
  constructor(
    readonly code: ProblemCode,
    /** What happened, for the log; what the reader sees is chosen by the code. */
    message: string,
  ) {
    super(message);
    this.name = "Problem";
  }
}

export const notFound = (what: string) => new Problem("not-found", what);
export const forbidden = (what: string) => new Problem("forbidden", what);
export const conflict = (what: string) => new Problem("conflict", what);
export const badRequest = (what: string) => new Problem("bad-request", what);
