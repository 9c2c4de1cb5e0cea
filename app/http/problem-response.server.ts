import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type ServerBuild } from "@remix-run/node";
import { Problem, type ProblemCode } from "~/domain/problem";
import { logFault } from "~/platform/log.server";
import { problemJson } from "./problem-json";
import { wordsFor } from "./words.server";

const STATUS: Record<ProblemCode, number> = { "bad-request": 400, forbidden: 403, "not-found": 404, conflict: 409 };
const TITLE: Record<ProblemCode, string> = {
  "bad-request": "Yêu cầu không hợp lệ / Bad request",
  forbidden: "Không được phép / Forbidden",
  "not-found": "Không tìm thấy / Not found",
  conflict: "Dữ liệu đã thay đổi / Conflict",
};

/** Words of the area `errors`: "notFoundTitle", "notFoundText". */
const WORDS = {
  "bad-request": "badRequest",
  forbidden: "forbidden",
  "not-found": "notFound",
  conflict: "conflict",
} as const;

type Args = LoaderFunctionArgs | ActionFunctionArgs;

export const statusOf = ({ code }: Problem): number => STATUS[code];

async function mappingForPages<T>(answer: () => Promise<T> | T): Promise<T> {
  try {
    return await answer();
  } catch (thrown) {
    if (!(thrown instanceof Problem)) throw thrown;
    throw data({ code: thrown.code }, { status: statusOf(thrown) });
  }
}

/**
 * The same for an address that makes no page (a download, what a script asks): nothing stands around it that could say what is wrong. Who
 * opened it gets a sentence, a script the code.
 */
async function mappingForFiles<T>(answer: () => Promise<T> | T, args: Args): Promise<T> {
  const { request, context } = args;
  try {
    return await answer();
  } catch (thrown) {
    if (thrown instanceof Response || request.signal.aborted) throw thrown;
    const problem = thrown instanceof Problem ? thrown : null;
    const { requestId } = context;
    if (!problem) logFault(thrown, { requestId, method: request.method, url: request.url });
    const status = problem ? statusOf(problem) : 500;
    const headers = { "Cache-Control": "no-store" };
    if (!request.headers.get("accept")?.includes("text/html")) {
      throw Response.json({ code: problem?.code ?? "fault", requestId }, { status, headers });
    }
    const t = wordsFor(args);
    const words = problem ? WORDS[problem.code] : "fault";
    const lines = [t(`errors.${words}Title`), "", t(`errors.${words}Text`)];
    if (!problem) lines.push(`${t("errors.faultNumber")}: ${requestId}`);
    throw new Response(`${lines.join("\n")}\n`, {
      status,
      headers: { ...headers, "Content-Type": "text/plain; charset=utf-8" },
    });
  }
}

/** The same for programs, which get a problem in JSON whatever happens. */
async function mappingForPrograms<T>(answer: () => Promise<T> | T): Promise<T | Response> {
  try {
    return await answer();
  } catch (thrown) {
    if (thrown instanceof Response) return thrown;
    if (thrown instanceof Problem)
      return problemJson({ status: statusOf(thrown), kind: thrown.code, title: TITLE[thrown.code] });
    logFault(thrown, { method: "api", url: "/api" });
    return problemJson({ status: 500, kind: "fault", title: "Hệ thống gặp lỗi / Something went wrong" });
  }
}

const isForPrograms = (id: string) => /^routes\/(_public\.)?api\.v\d/.test(id);

/**
 * The one place where a refusal that was thrown becomes a status: every loader and action of the build is wrapped, so that
 * no route needs a try/catch. The page for it is the root's error boundary; the API answers with a problem in JSON, an address without a
 * page with a sentence.
 */
export function withProblems(build: ServerBuild): ServerBuild {
  const routes: ServerBuild["routes"] = {};
  for (const [id, route] of Object.entries(build.routes)) {
    if (!route) continue;
    const { loader, action } = route.module;
    const map = isForPrograms(id) ? mappingForPrograms : route.module.default ? mappingForPages : mappingForFiles;
    routes[id] = {
      ...route,
      module: {
        ...route.module,
        ...(loader && { loader: (args: Parameters<typeof loader>[0]) => map(() => loader(args), args) }),
        ...(action && { action: (args: Parameters<typeof action>[0]) => map(() => action(args), args) }),
      },
    };
  }
  return { ...build, routes };
}
