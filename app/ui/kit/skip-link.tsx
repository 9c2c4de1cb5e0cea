import { useWords } from "~/ui/words/use-words";

export function SkipLink() {
  const t = useWords();
  return (
    <a className="skip-link" href="#content">
      {t("frame.skipToContent")}
    </a>
  );
}
