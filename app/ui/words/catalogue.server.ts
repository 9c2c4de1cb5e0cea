import { errors as errorsEn } from "./en/errors";
import { frame as frameEn } from "./en/frame";
import { kit as kitEn } from "./en/kit";
import { publicPages as publicPagesEn } from "./en/public";
import type { Language, Words } from "./translate";
import { errors } from "./vi/errors";
import { frame } from "./vi/frame";
import { kit } from "./vi/kit";
import { publicPages } from "./vi/public";

// A new area: its two files imported above, and one line in each of the two lists.
const vi = {
  frame,
  kit,
  public: publicPages,
  errors,
};

const en = {
  frame: frameEn,
  kit: kitEn,
  public: publicPagesEn,
  errors: errorsEn,
} satisfies Complete<typeof vi>;

export type AreaName = keyof typeof vi;
export type WordKey = { [Area in AreaName]: `${Area}.${keyof (typeof vi)[Area] & string}` }[AreaName];

export const catalogue: Record<Language, Words> = { vi, en };

/** English has every key of Vietnamese; a key `x_one` beside `x` may stand in one language alone. */
type Complete<Areas> = { [Area in keyof Areas]: Sentences<Areas[Area]> };
type Sentences<Area> = { readonly [Key in keyof Area as Key extends `${string}_one` ? never : Key]: string };

/** The keys of English that Vietnamese lacks: there are none, or this does not compile and names them. */
type Strangers = {
  [Area in AreaName]: Exclude<keyof (typeof en)[Area], keyof (typeof vi)[Area] | `${string}_one`>;
}[AreaName];
export type NoStrangers = Expect<Strangers>;
type Expect<Nothing extends never> = Nothing;
