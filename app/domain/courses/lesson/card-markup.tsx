/** The HTML of comparisons and of cards. */
import type { ReactNode } from "react";

interface Inside {
  children?: ReactNode;
  /** Id of the block, given by block-ids. */
  khoi?: string;
}

function SoSanh({ khoi, children }: Inside) {
  return (
    <div className="so-sanh" id={khoi}>
      {children}
    </div>
  );
}

function Cot({ tieude, children }: Inside & { tieude: string }) {
  return (
    <section className="cot">
      <p className="cot-ten">{tieude}</p>
      {children}
    </section>
  );
}

/** Cards that turn by being opened; printed, both sides are seen. */
function TheGhiNho({ khoi, children }: Inside) {
  return (
    <div className="the-ghi-nho" id={khoi} role="group" aria-label="Thẻ ghi nhớ">
      <p className="nhan">Thẻ ghi nhớ</p>
      <p className="loi-dan">Tự trả lời rồi mở thẻ để xem.</p>
      <div className="cac-the">{children}</div>
    </div>
  );
}

function The({ truoc, children }: Inside & { truoc: string }) {
  return (
    <details className="the">
      <summary>{truoc}</summary>
      <div className="mat-sau">{children}</div>
    </details>
  );
}

export const SIDE_BY_SIDE = { SoSanh, Cot, TheGhiNho, The };
