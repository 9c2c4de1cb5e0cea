import type { ReactNode } from "react";

export interface Fact {
  term: ReactNode;
  detail: ReactNode;
}

export interface DescriptionListProps {
  /** What has no detail (null, undefined, "") is left out. */
  facts: readonly Fact[];
}

/** Facts side by side, under one another on a phone. */
export function DescriptionList({ facts }: DescriptionListProps) {
  return (
    <dl className="facts">
      {facts.map(({ term, detail }, index) =>
        detail === null || detail === undefined || detail === "" ? null : (
          <div key={index}>
            <dt>{term}</dt>
            <dd>{detail}</dd>
          </div>
        ),
      )}
    </dl>
  );
}
