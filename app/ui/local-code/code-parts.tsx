import type { CodePart } from "~/domain/documents/local-code/code-text";

/** Paragraphs and points of a section. */
export function CodeParts({ parts }: { parts: readonly CodePart[] }) {
  return (
    <>
      {parts.map((part, index) =>
        part.kind === "paragraph" ? (
          <p key={index}>{part.text}</p>
        ) : (
          <ul key={index} className="list-disc pl-6">
            {part.points.map((point) => (
              <li key={point}>{point}</li>
            ))}
          </ul>
        ),
      )}
    </>
  );
}
