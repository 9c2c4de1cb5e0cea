import { useWords } from "~/ui/words/use-words";

export interface Crumb {
  label: string;
  href: string;
}

/** The way down to this page, without the page itself. */
export function Breadcrumbs({ crumbs }: { crumbs: readonly Crumb[] }) {
  const t = useWords();
  return (
    <nav className="crumbs no-print" aria-label={t("kit.breadcrumbs")}>
      <ol>
        {crumbs.map(({ label, href }) => (
          <li key={href}>
            <a href={href}>{label}</a>
          </li>
        ))}
      </ol>
    </nav>
  );
}
