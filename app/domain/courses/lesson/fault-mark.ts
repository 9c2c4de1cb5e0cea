/** In the preview of a draft, the place of a block that could not be read. */
export interface FaultSegment {
  kind: "fault";
  at: number;
}

/** Stands in the tree for such a block. No author can write it: the rules know no such component. */
export const FAULT_COMPONENT = "KhoiLoi";

/** What stands in the HTML there; no lesson can write it, since its text is escaped. */
export const faultMark = (at: number) => `<lesson-fault data-at="${at}"></lesson-fault>`;
