import type { TestPolicy } from "~/domain/courses/course";
import { useWords } from "~/ui/words/use-words";
import { policySentences } from "./policy-words";

/** The rules of a test as sentences. */
export function TestPolicyInWords({ policy, topics }: { policy: TestPolicy; topics: Record<string, string> }) {
  const t = useWords();
  return (
    <ul>
      {policySentences(t, policy, topics)
        .filter(({ key }) => key !== "title")
        .map(({ key, text }) => (
          <li key={key}>{text}</li>
        ))}
    </ul>
  );
}
