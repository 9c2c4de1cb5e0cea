import { availableParallelism, tmpdir } from "node:os";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { defineConfig } from "vitest/config";

// Does not load the Remix plugin: a route is tested as the functions that it exports.
export default defineConfig({
  resolve: { alias: { "~": fileURLToPath(new URL("./app", import.meta.url)) } },
  esbuild: { jsx: "automatic" },
  test: {
    globals: false,
    setupFiles: ["tests/support/repeatable.ts"],
    // One more than it takes by itself on a machine of two: the other one waits for PostgreSQL much of the time.
    maxWorkers: Math.max(2, availableParallelism() - 1),
    // What differs is told whole: `npm test` shows messages, not differences.
    chaiConfig: { truncateThreshold: 4_000 },
    env: {
      NODE_ENV: "test",
      LOG_LEVEL: "silent",
      SECRET_KEY: "a-key-for-tests-that-opens-nothing-else",
      DATA_DIR: path.join(tmpdir(), "chuan-muc-tests"),
    },
    projects: [
      {
        extends: true,
        test: {
          name: "unit",
          include: ["tests/{unit,architecture,content}/**/*.test.{ts,tsx}"],
          // They keep nothing from one to the next, and reading the code anew for each file took most of their time.
          isolate: false,
        },
      },
      {
        extends: true,
        test: {
          name: "database",
          include: ["tests/{use-cases,routes}/**/*.test.{ts,tsx}"],
          globalSetup: "tests/support/postgres-for-tests.ts",
          // As above; each file still has a database of its own.
          isolate: false,
          testTimeout: 20_000,
          hookTimeout: 60_000,
        },
      },
    ],
  },
});
