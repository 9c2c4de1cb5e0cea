import { expect, test } from "vitest";
import { type EntryTurn, turnsAfterUndo } from "~/domain/enrolment/entry-turns";

const turn = (enrolmentId: string, progress: EntryTurn["progress"], askedBy: string | null = null): EntryTurn => ({
  enrolmentId,
  courseId: "c",
  courseTitle: "Khóa",
  cycle: "2026",
  progress,
  askedBy,
  dueOn: askedBy && "2026-12-15",
});

test("What was asked because of an entry goes untouched, stays begun, and goes on being asked where somebody else asks it", () => {
  const after = turnsAfterUndo([
    turn("untouched", "untouched"),
    turn("begun", "begun"),
    turn("completed", "completed"),
    turn("untouched, asked", "untouched", "A"),
    turn("begun, asked", "begun", "A"),
    turn("completed, asked", "completed", "A"),
  ]);
  const names = (turns: EntryTurn[]) => turns.map(({ enrolmentId }) => enrolmentId);
  expect(names(after.taken)).toEqual(["untouched"]);
  expect(names(after.stay)).toEqual(["begun", "completed", "completed, asked"]);
  expect(names(after.asked)).toEqual(["untouched, asked", "begun, asked"]);
});
