import type { ReactNode } from "react";
import { useWords } from "~/ui/words/use-words";
import { Icon } from "./icon";

export interface SearchFieldProps {
  label: string;
  hint?: string;
  action: string;
  name?: string;
  defaultValue?: string;
  /** Hidden inputs for what stays chosen, or selects beside the box. */
  children?: ReactNode;
  /** Takes the search back; shown while there is one. */
  clearHref?: string;
}

/** A form that asks with GET: the result has an address that can be kept. */
export function SearchField({ label, hint, action, name = "q", defaultValue, children, clearHref }: SearchFieldProps) {
  const t = useWords();
  const id = `search-${name}`;
  return (
    <form className="search no-print" role="search" method="get" action={action}>
      <label htmlFor={id}>{label}</label>
      {hint ? (
        <p className="hint" id={`${id}-hint`}>
          {hint}
        </p>
      ) : null}
      <div className="search-line">
        <input
          className="input"
          type="search"
          id={id}
          name={name}
          defaultValue={defaultValue}
          aria-describedby={hint ? `${id}-hint` : undefined}
        />
        {children}
        <button type="submit" className="button button-secondary">
          <Icon name="search" />
          <span>{t("kit.search")}</span>
        </button>
        {defaultValue && clearHref ? <a href={clearHref}>{t("kit.clearSearch")}</a> : null}
      </div>
    </form>
  );
}
