import type { BankView } from "~/domain/assessment/bank/bank-list";
import { bankPath } from "~/paths";
import { Button } from "~/ui/kit/button";
import { Checkbox } from "~/ui/kit/checkbox";
import { Select } from "~/ui/kit/select";
import { TextField } from "~/ui/kit/text-field";
import type { WordKey } from "~/ui/words/catalogue.server";
import { useWords } from "~/ui/words/use-words";
import { DIFFICULTIES, STATUSES, TYPES } from "../question-words";

/** A form with GET: what was found has an address that can be kept. */
export function BankFilters({ view }: { view: BankView }) {
  const t = useWords();
  const { course, search, topics, kinds } = view;
  const select = (name: "topic" | "status" | "kind" | "difficulty", options: { value: string; label: string }[]) => (
    <Select
      id={`bank-search-${name}`}
      name={name}
      label={t(`bank.${name}`)}
      placeholder={t("bank.all")}
      defaultValue={search[name]}
      options={options}
    />
  );
  const named = (words: Record<string, WordKey>) =>
    Object.entries(words).map(([value, word]) => ({ value, label: t(word) }));
  const searching = Object.entries(search).some(([name, value]) => name !== "page" && value !== "" && value !== false);
  return (
    <form method="get" action={bankPath(course.slug)} role="search" className="stack no-print mb-6">
      <TextField
        id="bank-search-q"
        name="q"
        type="search"
        label={t("bank.search")}
        hint={t("bank.searchHint")}
        defaultValue={search.q}
        size="full"
      />
      <div className="policy-line-fields">
        {select(
          "topic",
          Object.entries(topics).map(([value, label]) => ({ value, label })),
        )}
        {select("status", named(STATUSES))}
        {select(
          "kind",
          kinds.map((value) => ({ value, label: t(TYPES[value]) })),
        )}
        {select("difficulty", named(DIFFICULTIES))}
      </div>
      <Checkbox id="bank-search-advice" name="advice" label={t("bank.onlyAdvice")} defaultChecked={search.advice} />
      <div className="buttons">
        <Button kind="secondary" icon="search">
          {t("kit.search")}
        </Button>
        {searching ? <a href={bankPath(course.slug)}>{t("bank.clear")}</a> : null}
      </div>
    </form>
  );
}
