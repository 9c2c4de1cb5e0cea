import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";

interface CpuProfile {
  nodes: { id: number; callFrame: { functionName: string; url: string; lineNumber: number } }[];
  samples: number[];
  timeDeltas: number[];
}

export interface Dear {
  name: string;
  /** Share of the busy time. */
  share: number;
}

/**
 * Where a process spent its time, by its own work (not that of what it calls): packages, and functions. What came before the
 * measuring began, the start of the platform, is left out.
 */
export function readProfile(
  folder: string,
  skipSeconds: number,
): { busySeconds: number; packages: Dear[]; functions: Dear[] } {
  const file = readdirSync(folder)
    .filter((name) => name.endsWith(".cpuprofile"))
    .sort()
    .at(-1);
  if (!file) throw new Error(`no profile in ${folder}`);
  const profile = JSON.parse(readFileSync(path.join(folder, file), "utf8")) as CpuProfile;
  const frames = new Map(profile.nodes.map(({ id, callFrame }) => [id, callFrame]));
  const packages = new Map<string, number>();
  const functions = new Map<string, number>();
  let busy = 0;
  let passed = 0;
  profile.samples.forEach((id, index) => {
    const frame = frames.get(id)!;
    passed += profile.timeDeltas[index]!;
    if (passed < skipSeconds * 1e6 || ["(idle)", "(program)", "(root)"].includes(frame.functionName)) return;
    const time = profile.timeDeltas[index]!;
    busy += time;
    const owner = ownerOf(frame.url, frame.functionName);
    packages.set(owner, (packages.get(owner) ?? 0) + time);
    const name = `${owner}: ${frame.functionName || `(anonymous, line ${frame.lineNumber + 1})`}`;
    functions.set(name, (functions.get(name) ?? 0) + time);
  });
  const dearest = (times: Map<string, number>, count: number) =>
    [...times]
      .sort((a, b) => b[1] - a[1])
      .slice(0, count)
      .map(([name, time]) => ({ name, share: time / busy }));
  return { busySeconds: busy / 1e6, packages: dearest(packages, 20), functions: dearest(functions, 40) };
}

function ownerOf(url: string, functionName: string): string {
  const inModules = /.*\/node_modules\/((?:@[^/]+\/)?[^/]+)/.exec(url);
  if (inModules) return inModules[1]!;
  if (url.startsWith("node:")) return url;
  if (url.includes("/build/server/")) return "our build";
  return functionName === "(garbage collector)" ? "garbage collector" : "V8 and native code";
}
