import type { Exchange, ExchangeDefaults } from "~/domain/assessment/exchange/exchange";
import { readTextFile, type TextExchangeFormat } from "~/domain/assessment/exchange/read-text";
import type { Question } from "~/domain/assessment/question-types";

/** What a file of the given text comes to. */
export const read = (text: string, format: TextExchangeFormat, defaults?: ExchangeDefaults): Exchange =>
  readTextFile(new TextEncoder().encode(text), format, defaults);

export const onlyQuestion = (report: Exchange): Question => {
  if (report.taken.length !== 1) throw new Error(`${report.taken.length} taken: ${JSON.stringify(report.refused)}`);
  return report.taken[0]!.question;
};

/** Rule and line of everything refused. */
export const refusals = (report: Exchange) => report.refused.map(({ rule, line }) => `${line} ${rule}`);
export const changes = (report: Exchange) => report.changed.map(({ rule }) => rule);

/** "false" and nothing said are the same. */
export const plain = (question: Question): unknown =>
  JSON.parse(JSON.stringify(question), (_, value: unknown) => (value === false ? undefined : value)) as unknown;
