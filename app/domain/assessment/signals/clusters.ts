/**
 * Papers of one unit that were handed in together and say the same where it is unlikely to say the same. A signal to talk about,
 * never a verdict: people who learned side by side from one text also err alike.
 *
 * The thresholds. Let a question be answered rightly by 80 % and let 15 % fall for the same wrong option, which is a question
 * with a strong distractor. Two people who never spoke then agree on it with a chance of 0.8² + 0.15² ≈ 0.66; on five questions,
 * two of them wrongly, with one of C(5, 2) · 0.0225² · 0.64³ ≈ 0.0013, and it falls with each further shared question. So of a
 * thousand pairs that hand in together about one is shown by chance: few enough to look at, too many to accuse anybody.
 */

/** People who sit together and finish together press the button within a minute; over longer times a whole school agrees by chance. */
export const TOGETHER_SECONDS = 60;
/** With fewer shared questions agreement happens too often by chance alone. */
export const LEAST_SHARED = 5;
/** The same right answers prove nothing, and one same wrong answer is a popular mistake. */
export const LEAST_SAME_WRONG = 2;

export interface SignalPaper {
  attemptId: string;
  officialId: string;
  unitId: string;
  versionId: string;
  submittedAt: Date;
  /** Of each question of the paper that counts: the answer as a text that is equal for equal answers, null when left out. */
  answers: ReadonlyMap<string, { given: string | null; right: boolean }>;
}

export interface Cluster {
  unitId: string;
  versionId: string;
  /** When the first and the last of them handed in. */
  from: Date;
  to: Date;
  /** At least two, in the order of their ids. */
  officialIds: string[];
  papers: number;
  /** What any two that were found alike have at least in common. */
  sharedQuestions: number;
  sameWrong: number;
}

/** The latest first. The order of the papers does not matter. */
export function clustersOf(papers: readonly SignalPaper[]): Cluster[] {
  const groups = new Map<string, SignalPaper[]>();
  for (const paper of papers) {
    const key = `${paper.versionId} ${paper.unitId}`;
    const own = groups.get(key);
    if (own) own.push(paper);
    else groups.set(key, [paper]);
  }
  return [...groups.values()]
    .flatMap(clustersIn)
    .sort((a, b) => b.to.getTime() - a.to.getTime() || (nameOf(a) < nameOf(b) ? -1 : 1));
}

/** Tells any two clusters apart, so that their order is always the same. */
const nameOf = ({ unitId, versionId, from, papers, sharedQuestions, sameWrong, officialIds }: Cluster) =>
  JSON.stringify([unitId, officialIds, versionId, from, papers, sharedQuestions, sameWrong]);

interface Likeness {
  shared: number;
  sameWrong: number;
}

function clustersIn(papers: readonly SignalPaper[]): Cluster[] {
  const inTime = papers.toSorted((a, b) => a.submittedAt.getTime() - b.submittedAt.getTime());
  const leader = inTime.map((_, index) => index);
  const leaderOf = (index: number): number => {
    while (leader[index] !== index) index = leader[index] = leader[leader[index]!]!;
    return index;
  };
  const pairs: [member: number, Likeness][] = [];
  inTime.forEach((paper, first) => {
    const until = paper.submittedAt.getTime() + TOGETHER_SECONDS * 1000;
    for (let second = first + 1; second < inTime.length; second++) {
      const other = inTime[second]!;
      if (other.submittedAt.getTime() > until) break;
      const likeness = other.officialId === paper.officialId ? null : likenessOf(paper, other);
      if (!likeness) continue;
      leader[leaderOf(second)] = leaderOf(first);
      pairs.push([first, likeness]);
    }
  });
  const alike = new Map<number, Likeness[]>();
  for (const [member, likeness] of pairs)
    alike.set(leaderOf(member), [...(alike.get(leaderOf(member)) ?? []), likeness]);
  return [...alike].map(([of, likenesses]) => {
    const members = inTime.filter((_, index) => leaderOf(index) === of);
    return {
      unitId: members[0]!.unitId,
      versionId: members[0]!.versionId,
      from: members[0]!.submittedAt,
      to: members.at(-1)!.submittedAt,
      officialIds: [...new Set(members.map(({ officialId }) => officialId))].sort(),
      papers: members.length,
      sharedQuestions: Math.min(...likenesses.map(({ shared }) => shared)),
      sameWrong: Math.min(...likenesses.map(({ sameWrong }) => sameWrong)),
    };
  });
}

/** What two papers have in common, when every question that they share is answered the same; else null. */
function likenessOf(a: SignalPaper, b: SignalPaper): Likeness | null {
  let [shared, sameWrong] = [0, 0];
  for (const [questionId, { given, right }] of a.answers) {
    const other = b.answers.get(questionId);
    // What both left out is no answer that could be the same.
    if (!other || (given === null && other.given === null)) continue;
    if (other.given !== given) return null;
    shared += 1;
    if (!right) sameWrong += 1;
  }
  return shared >= LEAST_SHARED && sameWrong >= LEAST_SAME_WRONG ? { shared, sameWrong } : null;
}
