import type { ReactNode } from "react";

/** Lists are printed to be read: the address behind each name would only be in the way. */
export function OnPaper({ children }: { children: ReactNode }) {
  return <div className="print:[&_a]:after:content-none!">{children}</div>;
}
