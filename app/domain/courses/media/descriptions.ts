/**
 * `media/descriptions.yaml`: what each medium shows or says, in words. Lessons say it again where they use one (`![…](…)`, the
 * transcript within `<AmThanh>`); from here it is offered, so that it is written once. It travels with the folder of the course.
 */
import { parse, stringify } from "yaml";
import { z } from "zod";

export const DESCRIPTIONS_PATH = "media/descriptions.yaml";

const description = z.strictObject({
  /** What a picture shows, for those who do not see it; the name of a video, a recording or a document. */
  alt: z.string().trim().min(1).max(500).optional(),
  /** What is said in a recording. */
  transcript: z.string().trim().min(1).max(50_000).optional(),
});
export type Description = z.infer<typeof description>;

export const descriptionsSchema = z.record(z.string().regex(/^[a-z0-9-]+\.[a-z0-9]+$/), description);
export type Descriptions = Record<string, Description>;

/** What stands in the file; a file that cannot be read says nothing (the check of the course tells where it is wrong). */
export function readDescriptions(bytes: Uint8Array | undefined): Descriptions {
  if (!bytes) return {};
  try {
    const read = descriptionsSchema.safeParse(parse(new TextDecoder().decode(bytes), { maxAliasCount: 0 }) ?? {});
    return read.success ? (read.data as Descriptions) : {};
  } catch {
    return {};
  }
}

/** In the order of their names: the same words are the same bytes. Null: nothing is left to say. */
export function writeDescriptions(all: Descriptions): Uint8Array | null {
  const entries = Object.entries(all)
    .filter(([, each]) => Object.keys(each).length > 0)
    .sort(([a], [b]) => (a < b ? -1 : 1));
  if (entries.length === 0) return null;
  return new TextEncoder().encode(stringify(Object.fromEntries(entries), { lineWidth: 0 }).normalize("NFC"));
}
