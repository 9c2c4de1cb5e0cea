// The built platform, as scripts/start.mjs runs it once everything is built.
const { runServer } = await import("../build/server/main.js");
await runServer();
