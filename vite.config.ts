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
 * would exist twice, and a `Problem` thrown by one would be a stranger to the other.
 */
function serverProcess(): Plugin {
  return {
    name: "server-process",
    apply: (_config, { isSsrBuild }) => isSsrBuild === true,
    options: (options) => ({ ...options, input: { index: "virtual:remix/server-build", main: "server.ts" } }),
    outputOptions: (options) => ({ ...options, entryFileNames: "[name].js" }),
  };
}

export default defineConfig({
  plugins: [tailwindcss(), remix(remixOptions), serverProcess()],
  resolve: { alias: { "~": fileURLToPath(new URL("./app", import.meta.url)) } },
  build: { target: "es2022", assetsInlineLimit: 0 },
});
