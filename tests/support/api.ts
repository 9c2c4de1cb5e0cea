import type { LoaderFunctionArgs } from "@remix-run/node";
import type { Viewer } from "~/domain/auth/permissions";
import { API_SCOPES, type ApiScope } from "~/domain/integrations/api-token";
import { withProblems } from "~/http/problem-response.server";
import { createApiToken } from "~/use-cases/admin/api-tokens";
import { buildArgs } from "./request";

export type Loader = (args: LoaderFunctionArgs) => unknown;

export interface Asked {
  token?: string;
  params?: Record<string, string>;
  headers?: Record<string, string>;
  now: Date;
}

/** As the server answers a program: refusals that are thrown become problems in JSON. */
export async function askApi(loader: Loader, path: string, { token, params, headers = {}, now }: Asked) {
  const args = buildArgs({ viewer: null as unknown as Viewer, url: path, params, now });
  for (const [name, value] of Object.entries(headers)) args.request.headers.set(name, value);
  if (token) args.request.headers.set("authorization", `Bearer ${token}`);
  const build = withProblems({ routes: { "routes/api.v1.x": { module: { loader } } } } as never);
  const mapped = build.routes["routes/api.v1.x"]!.module.loader as unknown as (args: unknown) => Promise<Response>;
  const response = await mapped(args);
  const text = await response.text();
  return { response, status: response.status, body: (text === "" ? null : JSON.parse(text)) as never };
}

/** A token for a unit and what is below it; by somebody who manages the unit "AG". */
export async function buildToken(input: {
  viewer: Viewer;
  unitCode: string;
  scopes?: ApiScope[];
  expiresOn?: string;
  now: Date;
}): Promise<string> {
  const { unitCode, scopes = [...API_SCOPES], expiresOn = "2026-12-31", ...by } = input;
  const made = await createApiToken({
    ...by,
    scope: ["AG"],
    name: `Phần mềm ${unitCode}`,
    unitCode,
    scopes,
    expiresOn,
  });
  if (made.kind !== "created") throw new Error(made.reason);
  return made.token;
}
