import { cpSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { inProject } from "../../scripts/project.mjs";

/**
 * What the server of the browser tests publishes: the real content, and courses made for the tests. The real test is taken in
 * seconds here, so that it does not ask for more questions because of that; one of the test's own courses does.
 */
export function prepareContent() {
  const folder = inProject(".cache/e2e-content");
  rmSync(folder, { recursive: true, force: true });
  cpSync(inProject("content"), folder, { recursive: true });
  cpSync(inProject("tests/e2e/content"), folder, { recursive: true });
  const file = path.join(folder, "courses/van-hoa-cong-vu/test.yaml");
  const text = readFileSync(file, "utf8").replace(/^paceCheck:.*\n/m, "");
  writeFileSync(file, `${text.trimEnd()}\npaceCheck: false\n`);
  return folder;
}
