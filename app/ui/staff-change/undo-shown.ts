import type { TurnsAfterUndo } from "~/domain/enrolment/entry-turns";
import type { StaffCategory } from "~/domain/organization/staff-category";
import type { ChangeKind, PostEntry } from "~/domain/organization/undo-change";
import type { LocalDay } from "~/domain/time";
import type { ChangeAccount } from "./change-frame";

type Post = Pick<PostEntry, "unitName" | "positionTitle" | "from" | "until" | "decision" | "end">;

/** The latest entry about somebody's posts, and what follows from taking it back. */
export interface UndoShown {
  kind: ChangeKind;
  revision: string;
  taken: Post;
  again: Post;
  /** That stands afterwards. */
  staffCategory: StaffCategory;
  counts: { unitName: string; before: number; after: number }[];
  turns: TurnsAfterUndo;
  asked: { courseTitle: string; dueOn: LocalDay }[];
  account: "none" | "locked" | "locked-before" | "administers";
  held: ChangeAccount | null;
}
