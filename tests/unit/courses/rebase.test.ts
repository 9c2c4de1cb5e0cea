import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { conflictsOf, type FileHashes, pathsToTake, planRebase, type SideChoice } from "~/domain/courses/drafts/rebase";

const hashes: fc.Arbitrary<FileHashes> = fc
  .dictionary(
    fc.constantFrom("course.yaml", "test.yaml", "lessons/01-mot.mdx", "media/anh.png"),
    fc.constantFrom("1", "2", "3"),
  )
  .map((files) => new Map(Object.entries(files)));
const plain = (files: FileHashes) => Object.fromEntries([...files].sort());

function rebased(
  input: { base: FileHashes; mine: FileHashes; theirs: FileHashes },
  choose: (path: string) => SideChoice,
): FileHashes {
  const plan = planRebase(input);
  const choices = Object.fromEntries(conflictsOf(plan).map(({ path }) => [path, choose(path)]));
  const result = new Map(input.mine);
  for (const path of pathsToTake(plan, choices)!) {
    const theirs = input.theirs.get(path);
    if (theirs === undefined) result.delete(path);
    else result.set(path, theirs);
  }
  return result;
}

describe("A draft that is set upon another version", () => {
  test("stays as it is when that version changed nothing", () => {
    fc.assert(
      fc.property(hashes, hashes, (base, mine) => {
        expect(plain(rebased({ base, mine, theirs: base }, () => "theirs"))).toEqual(plain(mine));
      }),
    );
  });

  test("becomes that version when nobody wrote in the draft", () => {
    fc.assert(
      fc.property(hashes, hashes, (base, theirs) => {
        expect(plain(rebased({ base, mine: base, theirs }, () => "mine"))).toEqual(plain(theirs));
      }),
    );
  });

  test("loses nothing: each file that one side changed is as that side has it, and a choice decides the others", () => {
    fc.assert(
      fc.property(hashes, hashes, hashes, fc.constantFrom<SideChoice>("mine", "theirs"), (base, mine, theirs, side) => {
        const result = rebased({ base, mine, theirs }, () => side);
        for (const path of new Set([...base.keys(), ...mine.keys(), ...theirs.keys()])) {
          const [was, my, their] = [base.get(path), mine.get(path), theirs.get(path)];
          const wanted = my === was ? their : their === was ? my : side === "mine" ? my : their;
          expect(result.get(path)).toBe(wanted);
        }
      }),
    );
  });

  test("asks only about files that both sides changed, each in its own way", () => {
    const base = new Map([
      ["a", "1"],
      ["b", "1"],
      ["c", "1"],
      ["d", "1"],
    ]);
    const mine = new Map([
      ["a", "2"],
      ["b", "2"],
      ["c", "1"],
      ["e", "9"],
    ]);
    const theirs = new Map([
      ["a", "3"],
      ["b", "2"],
      ["c", "3"],
      ["d", "4"],
      ["e", "8"],
    ]);
    const plan = planRebase({ base, mine, theirs });
    expect(conflictsOf(plan).map(({ path }) => path)).toEqual(["a", "d", "e"]);
    expect(pathsToTake(plan, { a: "mine" })).toBeNull();
    expect(pathsToTake(plan, { a: "mine", d: "theirs", e: "mine" })).toEqual(["c", "d"]);
  });
});
