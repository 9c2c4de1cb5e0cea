/** Plain text whose blank lines are paragraphs. Spans, so that it may stand in a legend. */
export function Paragraphs({ text }: { text: string }) {
  return (
    <>
      {text
        .trim()
        .split(/\n\s*\n/)
        .map((paragraph, index) => (
          <span className="paragraph" key={index}>
            {paragraph}
          </span>
        ))}
    </>
  );
}
