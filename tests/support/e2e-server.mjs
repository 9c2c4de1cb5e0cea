import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { prepareContent } from "./e2e-content.mjs";

// The built platform as `npm start` runs it, on a data folder of its own that goes when the server has stopped.
const dataDir = mkdtempSync(path.join(tmpdir(), "chuan-muc-e2e-"));
process.env.DATA_DIR = dataDir;
process.env.CONTENT_DIR = prepareContent();
process.once("exit", () => rmSync(dataDir, { recursive: true, force: true }));
await import("../../scripts/start.mjs");
