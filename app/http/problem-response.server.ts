import { data, type ServerBuild } from "@remix-run/node";
import { Problem, type ProblemCode } from "~/domain/problem";
import { logFault } from "~/platform/log.server";
import { problemJson } from "./problem-json";

const STATUS: Record<ProblemCode, number> = { "bad-request": 400, forbidden: 403, "not-found": 404, conflict: 409 };
const TITLE: Record<ProblemCode, string> = {
  "bad-request": "Yêu cầu không hợp lệ / Bad request",
  forbidden: "Không được phép / Forbidden",
  "not-found": "Không tìm thấy / Not found",
  conflict: "Dữ liệu đã thay đổi / Conflict",
};

export const statusOf = ({ code }: Problem): number => STATUS[code];

async function mapping<T>(answer: () => Promise<T> | T): Promise<T> {
  try {
    return await answer();
  } catch (thrown) {
    if (!(thrown instanceof Problem)) throw thrown;
    throw data({ code: thrown.code }, { status: statusOf(thrown) });
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
 * no route needs a try/catch. The page for it is the root's error boundary; the API answers with a problem in JSON.
 */
export function withProblems(build: ServerBuild): ServerBuild {
  const routes: ServerBuild["routes"] = {};
  for (const [id, route] of Object.entries(build.routes)) {
    if (!route) continue;
    const { loader, action } = route.module;
    const map = isForPrograms(id) ? mappingForPrograms : mapping;
    routes[id] = {
      ...route,
      module: {
        ...route.module,
        ...(loader && { loader: (args: Parameters<typeof loader>[0]) => map(() => loader(args)) }),
        ...(action && { action: (args: Parameters<typeof action>[0]) => map(() => action(args)) }),
      },
    };
  }
  return { ...build, routes };
}
