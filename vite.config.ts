import { fileURLToPath } from "node:url";
import { vitePlugin as remix } from "@remix-run/dev";
import tailwindcss from "@tailwindcss/vite";
import { defineConfig, type Plugin } from "vite";
import remixOptions from "./remix.config.js";

declare module "@remix-run/node" {
  interface Future {
    v3_singleFetch: true;
  }
}

/**
 * Puts `server.ts` into the same server build as the routes, as a second entry beside Remix's own. In two builds each module
 * would exist twice, and a `Problem` thrown by one would be a stranger to the other. The thread that compiles lessons of drafts is
 * a third entry.
 */
function serverProcess(): Plugin {
  return {
    name: "server-process",
    apply: (_config, { isSsrBuild }) => isSsrBuild === true,
    options: (options) => ({
      ...options,
      input: {
        index: "virtual:remix/server-build",
        main: "server.ts",
        "lesson-worker": "app/domain/courses/lesson/lesson-worker.server.ts",
      },
    }),
    outputOptions: (options) => ({ ...options, entryFileNames: "[name].js" }),
  };
}

/**
 * A few files that many pages share instead of a request per component: each costs a round trip on a poor line. The
 * pieces of react-aria stay apart, so that the paper of a test does not carry them.
 */
function fewFiles(): Plugin {
  const groups: [RegExp, string][] = [
    [
      /node_modules\/(react|react-dom|scheduler|react-router|react-router-dom|@remix-run|turbo-stream|cookie|set-cookie-parser)\//,
      "framework",
    ],
    [
      /node_modules\/(react-aria|react-aria-components|react-stately|@react-aria|@react-stately|@react-types|@internationalized)\/|\/app\/ui\/kit\/interactive\//,
      "interactive",
    ],
    [/\/app\/ui\/(kit|frame|words)\/|\/app\/paths\.ts$|\/app\/domain\/time\.ts$/, "kit"],
  ];
  return {
    name: "few-files",
    apply: (_config, { command, isSsrBuild }) => command === "build" && isSsrBuild !== true,
    outputOptions: (options) => ({
      ...options,
      manualChunks: (id) => (/[?&]__remix-/.test(id) ? undefined : groups.find(([pattern]) => pattern.test(id))?.[1]),
    }),
  };
}

export default defineConfig({
  plugins: [tailwindcss(), remix(remixOptions), serverProcess(), fewFiles()],
  resolve: { alias: { "~": fileURLToPath(new URL("./app", import.meta.url)) } },
  build: { target: "es2022", assetsInlineLimit: 0 },
});
