import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  canReview,
  powersOf,
  refuseDecision,
  refusePublish,
  refuseRemark,
  refuseSubmit,
  refuseWithdraw,
  type ReviewSituation,
  stateAfter,
  type StudioPerson,
} from "~/domain/courses/drafts/review-policy";

const LAN: StudioPerson = { accountId: "lan", mayWrite: true, mayApprove: true };
const HAI: StudioPerson = { accountId: "hai", mayWrite: true, mayApprove: true };
const MAI: StudioPerson = { accountId: "mai", mayWrite: true, mayApprove: true };
/** Writes, and approves nothing. */
const AN: StudioPerson = { accountId: "an", mayWrite: true, mayApprove: false };
/** Approves, and writes nothing. */
const BA: StudioPerson = { accountId: "ba", mayWrite: false, mayApprove: true };
const KHACH: StudioPerson = { accountId: "khach", mayWrite: false, mayApprove: false };
const PEOPLE = [LAN, HAI, MAI, AN, BA, KHACH];

type Act =
  | { kind: "write"; by: StudioPerson; files: string }
  | { kind: "submit"; by: StudioPerson; reviewers: StudioPerson[]; changeNote: string }
  | { kind: "withdraw"; by: StudioPerson }
  | { kind: "decide"; by: StudioPerson; approve: boolean; note: string; looksAt: "now" | "earlier" }
  /** A fault of the storage, or somebody with the database in hand: the files become others under review. */
  | { kind: "tamper"; files: string }
  | { kind: "publish"; by: StudioPerson };

const person = fc.constantFrom(...PEOPLE);
const files = fc.constantFrom("a", "b", "c");
const act: fc.Arbitrary<Act> = fc.oneof(
  fc.record({ kind: fc.constant("write" as const), by: person, files }),
  fc.record({
    kind: fc.constant("submit" as const),
    by: person,
    reviewers: fc.uniqueArray(person, { maxLength: 3 }),
    changeNote: fc.constantFrom("Sửa theo góp ý", " "),
  }),
  fc.record({ kind: fc.constant("withdraw" as const), by: person }),
  fc.record({
    kind: fc.constant("decide" as const),
    by: person,
    approve: fc.boolean(),
    note: fc.constantFrom("", "Đồng ý"),
    looksAt: fc.constantFrom("now" as const, "earlier" as const),
  }),
  { weight: 1, arbitrary: fc.record({ kind: fc.constant("tamper" as const), files }) },
  fc.record({ kind: fc.constant("publish" as const), by: person }),
);

/** What the use cases do with the answers of the policy. */
function after(now: ReviewSituation, act: Act): ReviewSituation {
  switch (act.kind) {
    case "write":
      return now.state === "editing" && act.by.mayWrite
        ? { ...now, filesHash: act.files, lastWriter: act.by.accountId }
        : now;
    case "submit":
      if (refuseSubmit(act.by, now, act)) return now;
      return {
        ...now,
        state: "in_review",
        submittedBy: act.by.accountId,
        reviewers: act.reviewers.map(({ accountId }) => ({ accountId, decision: null, filesHash: null })),
      };
    case "withdraw":
      return refuseWithdraw(act.by, now) ? now : { ...now, state: "editing" };
    case "decide": {
      const decision = act.approve ? ("approved" as const) : ("changes_wanted" as const);
      const filesHash = act.looksAt === "now" ? now.filesHash : `${now.filesHash} of yesterday`;
      if (refuseDecision(act.by, now, { decision, note: act.note, filesHash })) return now;
      const reviewers = now.reviewers.map((each) =>
        each.accountId === act.by.accountId ? { ...each, decision, filesHash } : each,
      );
      return { ...now, reviewers, state: stateAfter(reviewers) };
    }
    case "tamper":
      return { ...now, filesHash: act.files };
    case "publish":
      return refusePublish(act.by, now) ? now : { ...now, state: "published" };
  }
}

const BEGIN: ReviewSituation = {
  state: "editing",
  submittedBy: null,
  lastWriter: LAN.accountId,
  reviewers: [],
  filesHash: "a",
};
const anything = fc.array(act, { maxLength: 40 });
/** Chance alone seldom gets as far as an approval. */
const wellBegun = fc
  .tuple(fc.uniqueArray(fc.constantFrom(HAI, MAI, BA), { minLength: 1, maxLength: 2 }), anything)
  .map(([reviewers, acts]): Act[] => [
    { kind: "submit", by: AN, reviewers, changeNote: "Sửa theo góp ý" },
    { kind: "decide", by: reviewers[0]!, approve: true, note: "", looksAt: "now" },
    ...acts,
  ]);
const history = fc.oneof(anything, wellBegun);

describe("Whatever people do one after the other", () => {
  test("what is published was approved as it stands, by everybody named, and by nobody who sent it or wrote last", () => {
    let published = 0;
    fc.assert(
      fc.property(history, (acts) => {
        let now = BEGIN;
        for (const each of acts) {
          const before = now;
          now = after(now, each);
          if (now.state !== "published" || before.state === "published") continue;
          published++;
          expect(before.state).toBe("approved");
          expect(now.reviewers.length).toBeGreaterThan(0);
          for (const reviewer of now.reviewers) {
            expect(reviewer.decision).toBe("approved");
            expect(reviewer.filesHash).toBe(now.filesHash);
            expect([now.submittedBy, now.lastWriter]).not.toContain(reviewer.accountId);
            expect(PEOPLE.find(({ accountId }) => accountId === reviewer.accountId)!.mayApprove).toBe(true);
          }
          expect(each.kind === "publish" && each.by.mayApprove).toBe(true);
          expect(each.kind === "publish" && each.by.accountId).not.toBe(now.submittedBy);
        }
      }),
      { numRuns: 3000 },
    );
    // The law would hold of a policy that publishes nothing.
    expect(published).toBeGreaterThan(0);
  });

  test("nothing is written while it is under review or approved", () => {
    fc.assert(
      fc.property(history, (acts) => {
        let now = BEGIN;
        for (const each of acts) {
          const before = now;
          now = after(now, each);
          if (each.kind === "write" && before.state !== "editing") expect(now).toEqual(before);
        }
      }),
    );
  });

  test("a published draft changes no more", () => {
    const closed = { ...BEGIN, state: "published" as const, submittedBy: "lan" };
    fc.assert(
      fc.property(act, (each) => {
        if (each.kind !== "tamper") expect(after(closed, each)).toEqual(closed);
      }),
    );
  });

  test("what the page offers is what is taken", () => {
    fc.assert(
      fc.property(history, person, (acts, who) => {
        const now = acts.reduce(after, BEGIN);
        const powers = powersOf(who, now);
        expect(powers.withdraw).toBe(after(now, { kind: "withdraw", by: who }) !== now);
        expect(powers.publish).toBe(after(now, { kind: "publish", by: who }) !== now);
        const decides = { kind: "decide" as const, by: who, approve: true, note: "", looksAt: "now" as const };
        expect(powers.decide).toBe(after(now, decides) !== now);
        const candidates = PEOPLE.filter((each) =>
          canReview(each, { sender: who.accountId, lastWriter: now.lastWriter }),
        );
        const sends = { kind: "submit" as const, by: who, reviewers: candidates.slice(0, 1), changeNote: "Sửa" };
        expect(powers.submit && candidates.length > 0).toBe(after(now, sends) !== now);
      }),
    );
  });
});

describe("A draft under review", () => {
  const sent = after(BEGIN, { kind: "submit", by: AN, reviewers: [HAI, MAI], changeNote: "Thêm tình huống" });
  const decide = (by: StudioPerson, approve = true, note = ""): Act => ({
    kind: "decide",
    by,
    approve,
    note,
    looksAt: "now",
  });

  test("is approved when the last of the named people approved", () => {
    const half = after(sent, decide(HAI));
    expect(half.state).toBe("in_review");
    expect(after(half, decide(MAI)).state).toBe("approved");
  });

  test("goes back to its writers with the first wish for changes, which says what is wrong", () => {
    const refusal = refuseDecision(MAI, sent, { decision: "changes_wanted", note: "  ", filesHash: "a" });
    expect(refusal).toBe("note-missing");
    expect(after(sent, decide(MAI, false, "Thiếu căn cứ")).state).toBe("editing");
  });

  test("is judged by those who were named, once each, and of the files that stand there", () => {
    const approved = { decision: "approved" as const, note: "", filesHash: "a" };
    expect(refuseDecision(BA, sent, approved)).toBe("not-a-reviewer");
    expect(refuseDecision(AN, sent, approved)).toBe("role");
    expect(refuseDecision(HAI, { ...sent, submittedBy: "hai" }, approved)).toBe("own-work");
    expect(refuseDecision(HAI, sent, { ...approved, filesHash: "b" })).toBe("changed-since");
    expect(refuseDecision(HAI, after(sent, decide(HAI)), approved)).toBe("decided-already");
  });

  test("cannot be sent to oneself, to who wrote last, to somebody who approves nothing, or to nobody", () => {
    const note = { changeNote: "Sửa" };
    expect(refuseSubmit(HAI, BEGIN, { ...note, reviewers: [HAI] })).toBe("reviewer-unfit");
    expect(refuseSubmit(HAI, BEGIN, { ...note, reviewers: [LAN] })).toBe("reviewer-unfit");
    expect(refuseSubmit(HAI, BEGIN, { ...note, reviewers: [MAI, AN] })).toBe("reviewer-unfit");
    expect(refuseSubmit(HAI, BEGIN, { ...note, reviewers: [] })).toBe("reviewers-missing");
    expect(refuseSubmit(HAI, BEGIN, { changeNote: "", reviewers: [MAI] })).toBe("note-missing");
    expect(refuseSubmit(BA, BEGIN, { ...note, reviewers: [MAI] })).toBe("role");
    expect(refuseSubmit(HAI, BEGIN, { ...note, reviewers: [MAI, BA] })).toBeNull();
  });

  test("is remarked on by whoever writes or approves, as long as it is open", () => {
    for (const who of [LAN, AN, BA]) expect(refuseRemark(who, sent)).toBeNull();
    expect(refuseRemark(KHACH, sent)).toBe("role");
    expect(refuseRemark(LAN, { state: "published" })).toBe("state");
  });
});
