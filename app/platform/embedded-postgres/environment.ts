/** What PostgreSQL's programs see of the environment: nothing that could change where they look or what they say. */
export function postgresEnvironment(): NodeJS.ProcessEnv {
  const { PATH = "/usr/bin:/bin", NODE_ENV } = process.env;
  return { PATH, NODE_ENV, LC_ALL: "C", TZ: "UTC" };
}
