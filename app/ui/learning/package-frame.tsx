import type { PlayedPage } from "~/domain/enrolment/lesson-page";
import { useAnswerFacts } from "~/ui/frame/answer-context";
import { StatusTag } from "~/ui/kit/status-tag";
import type { WordKey } from "~/ui/words/catalogue.server";
import { formatPercent } from "~/ui/words/format";
import { useWords } from "~/ui/words/use-words";
import packageScript from "./package-messages.js?url";

const STATES: Record<string, WordKey> = {
  passed: "played.passed",
  completed: "played.completed",
  failed: "played.failed",
  incomplete: "played.incomplete",
  browsed: "played.incomplete",
};

/** An item of a SCORM package in a frame that can reach nothing of the page around it. */
export function PackageFrame({ title, address }: { title: string; address: string }) {
  const t = useWords();
  return (
    <div className="package-frame">
      <iframe
        title={t("played.frame", { title })}
        src={address}
        sandbox="allow-scripts allow-forms allow-modals"
        allow="fullscreen; autoplay"
        referrerPolicy="no-referrer"
      />
      <noscript>{t("played.needsScript")}</noscript>
    </div>
  );
}

/** The same with what is known of how it went; the words change while the package tells more. */
export function PlayedItemView({
  title,
  played,
  here,
  finished,
}: {
  title: string;
  played: PlayedPage;
  here: string;
  finished: boolean;
}) {
  const t = useWords();
  const { nonce } = useAnswerFacts();
  const state = finished ? "passed" : (played.status ?? "");
  return (
    <section data-package={here} data-finished={finished ? "yes" : undefined}>
      <p className="package-state" aria-live="polite">
        <StatusTag tone={finished ? "success" : state === "failed" ? "warning" : "neutral"}>
          <span data-said="state">{t(finished ? "played.finished" : (STATES[state] ?? "played.notStarted"))}</span>
        </StatusTag>{" "}
        {played.scorePercent === null ? null : (
          <span>{t("played.score", { score: formatPercent(played.scorePercent / 100) })}</span>
        )}{" "}
        <span className="muted" data-said="saved" hidden>
          {t("played.saved")}
        </span>
        <span className="muted" data-said="waiting" hidden>
          {t("played.waiting")}
        </span>
        <a data-said="finished" href={here} hidden>
          {t("played.justFinished")}
        </a>
      </p>
      <PackageFrame title={title} address={played.address} />
      <p className="hint no-print">{t(played.kind === "sco" ? "played.hint" : "played.hintAsset")}</p>
      <script type="module" src={packageScript} nonce={nonce} />
    </section>
  );
}
