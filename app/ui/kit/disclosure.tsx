import type { ReactNode } from "react";

export interface DisclosureProps {
  summary: ReactNode;
  open?: boolean;
  /** Disclosures of one name close each other. */
  name?: string;
  children: ReactNode;
}

export function Disclosure({ summary, open, name, children }: DisclosureProps) {
  const group = name ? { name } : {};
  return (
    <details className="disclosure" open={open} {...group}>
      <summary>{summary}</summary>
      <div className="disclosure-inside">{children}</div>
    </details>
  );
}
