import { useWords } from "~/ui/words/use-words";
import { type Section, sectionPath } from "./navigation";

export interface NavigationLinksProps {
  sections: Section[];
  section: Section | undefined;
}

export function NavigationLinks({ sections, section }: NavigationLinksProps) {
  const t = useWords();
  return (
    <ul>
      {sections.map((name) => (
        <li key={name}>
          <a href={sectionPath(name)} aria-current={name === section ? "page" : undefined}>
            {t(`frame.${name}`)}
          </a>
        </li>
      ))}
    </ul>
  );
}
