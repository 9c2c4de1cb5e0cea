/** What an officer says about a file of questions, and about what comes of it. Messages are word keys. */
import { z } from "zod";
import { cleanField, slugOf } from "../exchange/clean-text";
import { EXCHANGE_FORMATS, type ExchangeDefaults, type ExchangeFormat } from "../exchange/exchange";

/** What is said once for all questions of the file that do not say it themselves. */
export interface ImportDefaults extends ExchangeDefaults {
  /** How a topic that is not there yet is called. */
  topicTitle?: string | undefined;
}

const words = z.string().max(300, { error: "policy.tooLong" }).transform(cleanField).optional();

const said = { citation: words, topic: words, newTopic: words };

export const uploadForm = z
  .object({
    file: z.instanceof(File, { error: "importing.needsFile" }),
    format: z.enum(EXCHANGE_FORMATS).optional(),
    ...said,
  })
  .transform(({ file, format, ...defaults }) => ({ file, format, defaults: defaultsOf(defaults) }));

export const importForm = z.discriminatedUnion("intent", [
  z.object({ intent: z.literal("defaults"), ...said }),
  z.object({ intent: z.literal("discard") }),
  z.object({
    intent: z.literal("apply"),
    /** What the report was compared with. */
    over: z.string(),
    /** Ids of questions that are there already and are to be replaced. */
    replace: z.array(z.string()).default([]),
    replaceAll: z.literal("on").optional(),
    /** Those that cannot be published as they are stay out. */
    leaveOut: z.literal("on").optional(),
    titles: z.array(z.object({ topic: z.string(), title: words })).default([]),
    changeNote: words,
  }),
]);

export function defaultsOf(typed: {
  citation?: string | undefined;
  topic?: string | undefined;
  newTopic?: string | undefined;
}): ImportDefaults {
  const { citation, topic, newTopic } = typed;
  const made = newTopic ? slugOf(newTopic) : "";
  return {
    ...(citation && { citation }),
    ...(made !== "" ? { topic: made, topicTitle: newTopic } : topic ? { topic } : {}),
  };
}

/** By the name, and of a plain text by its first lines; null: it cannot be told. */
export function guessFormat(fileName: string, head: string): ExchangeFormat | null {
  const name = fileName.toLowerCase();
  if (name.endsWith(".xlsx")) return "xlsx";
  if (name.endsWith(".xml")) return "moodle-xml";
  if (/\.ya?ml$/.test(name)) return "yaml";
  if (/\.gift(\.txt)?$/.test(name)) return "gift";
  if (/\.aiken(\.txt)?$/.test(name)) return "aiken";
  if (!name.endsWith(".txt")) return null;
  return /^ANSWER\s*:/im.test(head) ? "aiken" : "gift";
}
