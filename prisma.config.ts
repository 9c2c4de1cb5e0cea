import { defineConfig } from "prisma/config";

// `prisma generate` looks for a schema engine that it does not use and would download it; any
// executable satisfies the look-up, so the command works where only the npm registry is reachable.
if (process.argv.includes("generate")) {
  process.env["PRISMA_SCHEMA_ENGINE_BINARY"] ??= process.execPath;
}

export default defineConfig({
  schema: "prisma/schema.prisma",
  migrations: { path: "prisma/migrations" },
  datasource: { url: process.env["DATABASE_URL"] ?? "postgresql://localhost:5432/chuan_muc" },
});
