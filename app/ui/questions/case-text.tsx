import { Paragraphs } from "~/ui/paper/paragraphs";
import { useWords } from "~/ui/words/use-words";

/** The situation that a question asks about. */
export function CaseText({ title, text }: { title: string; text: string }) {
  const t = useWords();
  return (
    <div className="case-text">
      <p className="case-title">{t("paper.case", { title })}</p>
      <Paragraphs text={text} />
    </div>
  );
}
