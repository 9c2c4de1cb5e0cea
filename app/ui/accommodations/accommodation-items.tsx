import type { ReactNode } from "react";
import type { Accommodation } from "~/domain/assessment/accommodations/accommodation";
import { formatDateTime, formatDay } from "~/domain/time";
import { DescriptionList } from "~/ui/kit/description-list";
import { StatusTag } from "~/ui/kit/status-tag";
import { formatMarks } from "~/ui/words/format";
import type { Translate } from "~/ui/words/translate";
import { useWords } from "~/ui/words/use-words";

const STATES = {
  inForce: { tone: "success", words: "accommodation.stateInForce" },
  later: { tone: "info", words: "accommodation.stateLater" },
  ended: { tone: "neutral", words: "accommodation.stateEnded" },
  revoked: { tone: "neutral", words: "accommodation.stateRevoked" },
} as const;

/** What somebody was granted, each with why, by whom and for how long. */
export function AccommodationItems({
  items,
  state,
  below,
}: {
  items: readonly Accommodation[];
  /** `past`: over or revoked, each as it is. */
  state: "inForce" | "later" | "past";
  /** What stands under each: the form that revokes it. */
  below?: (accommodation: Accommodation) => ReactNode;
}) {
  const t = useWords();
  return (
    <ul className="stack list-none p-0">
      {items.map((each) => {
        const { tone, words } = STATES[state === "past" ? (each.revoked ? "revoked" : "ended") : state];
        return (
          <li key={each.id} className="card break-inside-avoid">
            <h3 className="card-title">{each.course?.title ?? t("accommodation.allCourses")}</h3>
            <p>
              <StatusTag tone={tone}>{t(words)}</StatusTag>
            </p>
            <DescriptionList facts={factsOf(t, each)} />
            {below?.(each)}
          </li>
        );
      })}
    </ul>
  );
}

function termsInWords(t: Translate, terms: Accommodation): string[] {
  return [
    terms.untimed ? t("accommodation.termUntimed") : null,
    !terms.untimed && terms.timeFactor !== 1
      ? t("accommodation.termFactor", { factor: formatMarks(terms.timeFactor, t.language) })
      : null,
    terms.extraAttempts > 0 ? t("accommodation.termAttempts", { count: terms.extraAttempts }) : null,
    terms.closesOn ? t("accommodation.termCloses", { day: formatDay(terms.closesOn) }) : null,
  ].filter((sentence) => sentence !== null);
}

function factsOf(t: Translate, each: Accommodation) {
  const from = formatDay(each.validFrom);
  return [
    {
      term: t("accommodation.terms"),
      detail: (
        <ul className="list-none p-0">
          {termsInWords(t, each).map((sentence) => (
            <li key={sentence}>{sentence}</li>
          ))}
        </ul>
      ),
    },
    {
      term: t("accommodation.valid"),
      detail:
        each.validTo === null
          ? t("accommodation.validFromOn", { from })
          : t("accommodation.validFromTo", { from, to: formatDay(each.validTo) }),
    },
    { term: t("accommodation.reason"), detail: each.reason },
    {
      term: t("accommodation.granted"),
      detail: t("accommodation.grantedBy", { name: each.grantedByName, time: formatDateTime(each.grantedAt) }),
    },
    {
      term: t("accommodation.revoked"),
      detail:
        each.revoked &&
        t("accommodation.revokedBy", {
          name: each.revoked.byName,
          time: formatDateTime(each.revoked.at),
          reason: each.revoked.reason,
        }),
    },
  ];
}
