import type { ReactNode } from "react";
import { Notice } from "~/ui/kit/notice";

/** A token or a secret, on the one page where it is to be seen. */
export function ShownOnce(props: { title: string; text: string; label: string; value: string; children: ReactNode }) {
  const { title, text, label, value, children } = props;
  return (
    <div className="form">
      <Notice kind="warning" title={title} live>
        {text}
      </Notice>
      <section className="card card-strong max-w-reading" aria-labelledby="once-title">
        <h2 id="once-title" className="card-title">
          {label}
        </h2>
        <p>
          <code className="text-lg font-semibold break-all select-all">{value}</code>
        </p>
      </section>
      <div className="buttons no-print">{children}</div>
    </div>
  );
}
