import { parseArgs } from "node:util";

/** What a run was asked to do; `--help` shows the flags. */
export interface Options {
  people: number;
  /** A second province, for the HR overview at both sizes; null: none. */
  compare: number | null;
  /** A PostgreSQL server that is there already; null: one is started. */
  databaseUrl: string | null;
  connections: number;
  rounds: number;
  /** Length of one round against the platform; against the floor it is half of that. */
  seconds: number;
  warmUpSeconds: number;
  /** How many people of each kind are made ready. */
  crowd: { readers: number; savers: number; handers: number; holders: number };
  only: string[] | null;
  json: string | null;
  markdown: string | null;
  /** Folder for a CPU profile of the platform; figures of such a run are slower than life. */
  profile: string | null;
  quick: boolean;
}

export const HELP = `npm run bench -- [flags]

  --people N          people in the generated province (7500; 1000 with --quick)
  --compare N         a second province, to measure the HR overview at both sizes
  --connections N     connections of the client (8)
  --rounds N          measured rounds of each work (5; 2 with --quick)
  --seconds N         length of a round (3; 0.5 with --quick)
  --only a,b          some of: sign-in, my-learning, lesson, save-answer, hand-in, verify, overview, preview
  --database-url URL  a PostgreSQL that is there, as a role that may create databases; else one is started
  --json FILE         the figures for machines
  --markdown FILE     the tables
  --profile FOLDER    a CPU profile of the platform, and its dearest functions by package
  --quick             short rounds, which show that the benchmark works, not how fast the platform is
`;

export class WrongOption extends Error {}

export function readOptions(args: string[]): Options | "help" {
  const { values } = parseArgs({
    args,
    options: {
      people: { type: "string" },
      compare: { type: "string" },
      connections: { type: "string" },
      rounds: { type: "string" },
      seconds: { type: "string" },
      only: { type: "string" },
      "database-url": { type: "string" },
      json: { type: "string" },
      markdown: { type: "string" },
      profile: { type: "string" },
      quick: { type: "boolean", default: false },
      help: { type: "boolean", default: false },
    },
  });
  if (values.help) return "help";
  const { quick } = values;
  const number = (name: "people" | "compare" | "connections" | "rounds" | "seconds", least: number): number | null => {
    const given = values[name];
    if (given === undefined) return null;
    const value = Number(given);
    if (!(value >= least && value <= 200_000)) {
      throw new WrongOption(`--${name} ${given}: a number from ${least} up is needed`);
    }
    return value;
  };
  return {
    people: number("people", 800) ?? (quick ? 1_000 : 7_500),
    compare: number("compare", 800),
    databaseUrl: values["database-url"] ?? null,
    connections: number("connections", 1) ?? 8,
    rounds: number("rounds", 1) ?? (quick ? 2 : 5),
    seconds: number("seconds", 0.1) ?? (quick ? 0.5 : 3),
    warmUpSeconds: quick ? 0.5 : 3,
    crowd: quick
      ? { readers: 40, savers: 10, handers: 40, holders: 20 }
      : {
          readers: 200,
          savers: 500,
          handers: Math.min(600, Math.floor((number("people", 800) ?? 7_500) / 5)),
          holders: 100,
        },
    only: values.only?.split(",").map((name) => name.trim()) ?? null,
    json: values.json ?? null,
    markdown: values.markdown ?? null,
    profile: values.profile ?? null,
    quick,
  };
}
