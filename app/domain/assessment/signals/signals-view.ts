import type { Cluster } from "./clusters";
import type { PaceRate } from "./pace-rates";

/** What the page of signals shows. Answers are not in it, and names only where the viewer sees the people anyway. */
export interface SignalsView {
  course: { slug: string; title: string };
  /** The unit that was asked for; null: all that the viewer sees. */
  unit: { code: string; name: string } | null;
  clusters: ClusterView[];
  /** So many papers were near one another that only the latest were compared. */
  cut: boolean;
  /** null: the test does not look at the pace. */
  rates: PaceRate[] | null;
}

export interface ClusterView extends Pick<Cluster, "from" | "to" | "papers" | "sharedQuestions" | "sameWrong"> {
  unit: { code: string; name: string };
  people: number;
  named: { officialId: string; fullName: string }[] | null;
}
