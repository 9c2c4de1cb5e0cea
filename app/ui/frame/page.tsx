import type { ReactNode } from "react";
import { type Crumb, Breadcrumbs } from "~/ui/kit/breadcrumbs";

export interface PageProps {
  /** The one h1 of the page: a noun phrase. */
  title: ReactNode;
  /** A small line above the title: what kind of thing this is. */
  kicker?: ReactNode;
  /** One or two sentences under the title. */
  lead?: ReactNode;
  crumbs?: Crumb[];
  /** Buttons beside the title. */
  actions?: ReactNode;
  /** "reading" keeps lines to 66 characters; "wide" is for tables. */
  width?: "reading" | "wide";
  children?: ReactNode;
}

/** The head of every page and the column that its content stands in. */
export function Page({ title, kicker, lead, crumbs, actions, width = "wide", children }: PageProps) {
  return (
    <div className={width === "reading" ? "page page-reading" : "page"}>
      {crumbs && crumbs.length > 0 ? <Breadcrumbs crumbs={crumbs} /> : null}
      <header className="page-head">
        <div>
          {kicker ? <p className="kicker">{kicker}</p> : null}
          <h1>{title}</h1>
          {lead ? <p className="lead">{lead}</p> : null}
        </div>
        {actions ? <div className="buttons no-print">{actions}</div> : null}
      </header>
      {children}
    </div>
  );
}
