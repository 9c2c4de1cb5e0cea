import { data, type ServerBuild } from "@remix-run/node";
import { Problem, type ProblemCode } from "~/domain/problem";

const STATUS: Record<ProblemCode, number> = { "bad-request": 400, forbidden: 403, "not-found": 404, conflict: 409 };

export const statusOf = ({ code }: Problem): number => STATUS[code];

async function mapping<T>(answer: () => Promise<T> | T): Promise<T> {
  try {
    return await answer();
  } catch (thrown) {
    if (!(thrown instanceof Problem)) throw thrown;
    throw data({ code: thrown.code }, { status: statusOf(thrown) });
  }
}

/**
 * The one place where a refusal that was thrown becomes a status: every loader and action of the build is wrapped, so that
 * no route needs a try/catch. The page for it is the root's error boundary.
 */
export function withProblems(build: ServerBuild): ServerBuild {
  const routes: ServerBuild["routes"] = {};
  for (const [id, route] of Object.entries(build.routes)) {
    if (!route) continue;
    const { loader, action } = route.module;
    routes[id] = {
      ...route,
      module: {
        ...route.module,
        ...(loader && { loader: (args: Parameters<typeof loader>[0]) => mapping(() => loader(args)) }),
        ...(action && { action: (args: Parameters<typeof action>[0]) => mapping(() => action(args)) }),
      },
    };
  }
  return { ...build, routes };
}
