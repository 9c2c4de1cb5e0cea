import type { ReactNode } from "react";

export interface CardProps {
  /** Its heading; the level belongs to where it stands. */
  title?: ReactNode;
  level?: 2 | 3;
  /** Makes the title the link of the whole card. */
  href?: string;
  /** A small line above the title. */
  kicker?: ReactNode;
  /** Buttons at the foot. */
  actions?: ReactNode;
  /** The one card that matters most on the page. */
  strong?: boolean;
  children?: ReactNode;
}

/** A separate object: a course, a certificate. Text that merely follows other text needs no card. */
export function Card({ title, level = 2, href, kicker, actions, strong, children }: CardProps) {
  const Heading = `h${level}` as const;
  return (
    <article className={`card${strong ? " card-strong" : ""}${href ? " card-linked" : ""}`}>
      {kicker ? <p className="kicker">{kicker}</p> : null}
      {title ? <Heading className="card-title">{href ? <a href={href}>{title}</a> : title}</Heading> : null}
      {children}
      {actions ? <div className="buttons">{actions}</div> : null}
    </article>
  );
}
