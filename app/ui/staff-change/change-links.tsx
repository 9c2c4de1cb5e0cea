import { type StaffChangeKind, staffChangePath } from "~/paths";
import { useWords } from "~/ui/words/use-words";

const WORDS = {
  transfer: "staffChange.linkTransfer",
  details: "staffChange.linkDetails",
  leave: "staffChange.linkLeave",
  return: "staffChange.linkReturn",
  undo: "staffChange.undoTitle",
} as const satisfies Record<StaffChangeKind, string>;

/** Where the entry of somebody is changed; `request`: the correction request to come back to. */
export function ChangeLinks({ officialId, left, request }: { officialId: string; left: boolean; request?: string }) {
  const t = useWords();
  const kinds: StaffChangeKind[] = left ? ["return", "details"] : ["transfer", "details", "leave"];
  return (
    <ul className="list-disc pl-6">
      {kinds.map((kind) => (
        <li key={kind}>
          <a href={staffChangePath(officialId, kind, request)}>{t(WORDS[kind])}</a>
        </li>
      ))}
    </ul>
  );
}
