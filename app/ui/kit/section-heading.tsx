import type { ReactNode } from "react";

export interface SectionHeadingProps {
  level?: 2 | 3;
  id?: string;
  children: ReactNode;
  /** One sentence under the heading. */
  lead?: ReactNode;
  /** Links or buttons at the end of the line. */
  actions?: ReactNode;
}

export function SectionHeading({ level = 2, id, children, lead, actions }: SectionHeadingProps) {
  const Heading = `h${level}` as const;
  return (
    <div className="section-heading">
      <div>
        <Heading id={id}>{children}</Heading>
        {lead ? <p className="muted">{lead}</p> : null}
      </div>
      {actions ? <div className="buttons no-print">{actions}</div> : null}
    </div>
  );
}
