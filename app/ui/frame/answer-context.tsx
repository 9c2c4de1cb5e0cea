import { createContext, type ReactNode, useContext } from "react";

/** What belongs to this one answer of the server; in the browser nothing of it is known or needed. */
export interface AnswerFacts {
  /** For script elements. */
  nonce?: string;
  /** The number that a person reads out when something went wrong. */
  requestId?: string;
}

const AnswerContext = createContext<AnswerFacts>({});

export function AnswerProvider({ facts, children }: { facts: AnswerFacts; children: ReactNode }) {
  return <AnswerContext.Provider value={facts}>{children}</AnswerContext.Provider>;
}

export function useAnswerFacts(): AnswerFacts {
  return useContext(AnswerContext);
}
