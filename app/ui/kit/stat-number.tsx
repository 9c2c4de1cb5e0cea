import type { ReactNode } from "react";

export interface StatNumberProps {
  /** Already written as people write it: "12.345", "87%". */
  value: string;
  label: ReactNode;
  /** A small line under it: "trên 70.420 người". */
  note?: ReactNode;
  tone?: "neutral" | "success" | "warning" | "danger";
  /** The list behind the number. */
  href?: string;
}

export function StatNumber({ value, label, note, tone = "neutral", href }: StatNumberProps) {
  return (
    <div className={`stat stat-${tone}`}>
      <p className="stat-label">{href ? <a href={href}>{label}</a> : label}</p>
      <p className="stat-value">{value}</p>
      {note ? <p className="stat-note">{note}</p> : null}
    </div>
  );
}

/** Numbers that belong together, in one ruled row. */
export function StatRow({ children }: { children: ReactNode }) {
  return <div className="stats">{children}</div>;
}
