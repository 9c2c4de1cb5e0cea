import type { BankSearch } from "~/domain/assessment/bank/bank-list";

/** What the address of the bank page asks for; nonsense asks for nothing. */
export function readBankSearch(request: Request): BankSearch {
  const asked = new URL(request.url).searchParams;
  const said = (name: string) => (asked.get(name) ?? "").trim().slice(0, 200);
  const page = said("page");
  return {
    q: said("q"),
    topic: said("topic"),
    status: said("status"),
    kind: said("kind"),
    difficulty: said("difficulty"),
    advice: said("advice") !== "",
    page: /^\d{1,5}$/.test(page) ? Number(page) : 1,
  };
}
