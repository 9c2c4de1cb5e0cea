/** A draft over another version than the one it began with, file by file. */

/** Path → hash of the bytes. */
export type FileHashes = ReadonlyMap<string, string>;

export type FileFate =
  /** As in the new version, which the draft agrees with or never touched. */
  | "taken"
  /** As in the draft; the new version did not touch it. */
  | "kept"
  /** Changed on both sides, each in its own way: somebody chooses. */
  | "both-changed";

export interface FileOfRebase {
  path: string;
  fate: FileFate;
  /** Missing where it is not there. */
  base: string | undefined;
  mine: string | undefined;
  theirs: string | undefined;
}

export type SideChoice = "mine" | "theirs";

/** What becomes of every file, in the order of the paths. */
export function planRebase(input: { base: FileHashes; mine: FileHashes; theirs: FileHashes }): FileOfRebase[] {
  const { base, mine, theirs } = input;
  const paths = [...new Set([...base.keys(), ...mine.keys(), ...theirs.keys()])].sort();
  return paths.map((path) => {
    const file = { path, base: base.get(path), mine: mine.get(path), theirs: theirs.get(path) };
    return { ...file, fate: fateOf(file) };
  });
}

function fateOf({ base, mine, theirs }: Omit<FileOfRebase, "fate">): FileFate {
  if (mine === theirs || mine === base) return "taken";
  return theirs === base ? "kept" : "both-changed";
}

export const conflictsOf = (plan: readonly FileOfRebase[]) => plan.filter(({ fate }) => fate === "both-changed");

/**
 * The paths whose file has to come from the new version (or go, where that has none). Null when somebody has still to choose.
 */
export function pathsToTake(
  plan: readonly FileOfRebase[],
  choices: Readonly<Record<string, SideChoice>>,
): string[] | null {
  if (conflictsOf(plan).some(({ path }) => choices[path] === undefined)) return null;
  return plan
    .filter(({ path, fate, mine, theirs }) =>
      mine === theirs ? false : fate === "taken" || (fate === "both-changed" && choices[path] === "theirs"),
    )
    .map(({ path }) => path);
}

const CHOICE = "choice:";

/** The form of the page: the number of the version that it showed, and a side for each file that both changed. */
export function readRebaseChoices(entries: readonly (readonly [string, unknown])[]): {
  over: number;
  choices: Record<string, SideChoice>;
} {
  const over = Number(entries.find(([name]) => name === "over")?.[1]);
  const choices = entries.flatMap(([name, value]) =>
    name.startsWith(CHOICE) && (value === "mine" || value === "theirs")
      ? [[name.slice(CHOICE.length), value] as const]
      : [],
  );
  return { over: Number.isInteger(over) ? over : 0, choices: Object.fromEntries(choices) };
}
