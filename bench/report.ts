import os from "node:os";
import type { Comparison, WorkFigures } from "./measure";
import type { PreviewFigures } from "./preview";
import type { Dear } from "./profile";
import type { SavingFigures } from "./saving";
import type { Transfer } from "./transfer";

export interface Figures {
  at: string;
  machine: {
    processor: string;
    cores: number;
    memoryGB: number;
    node: string;
    database: string;
    loadBefore: number;
    loadAfter: number;
  };
  options: { people: number; connections: number; rounds: number; seconds: number };
  works: WorkFigures[];
  /** Processor milliseconds of one password check, measured alone. */
  passwordCpu: number;
  saving: SavingFigures | null;
  preview: PreviewFigures | null;
  comparison: (Comparison & { people: [number, number] }) | null;
  transfers: Transfer[];
  memory: { start: number; end: number; most: number };
  profile: { packages: Dear[]; functions: Dear[] } | null;
}

export function machine(database: string, loadBefore: number): Figures["machine"] {
  const cpus = os.cpus();
  return {
    processor: cpus[0]?.model ?? "?",
    cores: cpus.length,
    memoryGB: Math.round(os.totalmem() / 2 ** 30),
    node: process.version,
    database,
    loadBefore,
    loadAfter: os.loadavg()[0]!,
  };
}

interface Aim {
  aim: string;
  value: string;
  met: boolean;
}

export function aimsOf({ works, saving, preview, comparison, transfers, memory, passwordCpu }: Figures): Aim[] {
  const aims: Aim[] = [];
  const add = (aim: string, value: number | null | undefined, unit: string, most: number, digits = 1) => {
    if (value != null) aims.push({ aim, value: `${value.toFixed(digits)}${unit}`, met: value <= most });
  };
  const of = (name: string) => works.find((work) => work.name === name);
  const cpuOf = (name: string) => of(name) && of(name)!.appCpu + (of(name)!.postgresCpu ?? 0);
  const lesson = of("lesson");
  if (lesson) {
    aims.push({
      aim: "lesson: 1/10 of the floor or better",
      value: `1/${(1 / lesson.ofFloor).toFixed(1)}`,
      met: lesson.ofFloor >= 0.1,
    });
  }
  add("lesson: at most 2 SQL statements", lesson?.statements, "", 2.05, 2);
  add("lesson: about 0.8 ms of processor", cpuOf("lesson"), " ms", 0.8, 2);
  add("My learning: at most 4 SQL statements", of("my-learning")?.statements, "", 4.05, 2);
  const signIn = cpuOf("sign-in");
  add("sign-in: at most 5 ms beside the password", signIn && signIn - passwordCpu, " ms", 5);
  add("save: at most 3 SQL statements", of("save-answer")?.statements, "", 3.05, 2);
  const handIn = of("hand-in");
  add(
    "hand-in: at most 12 SQL statements, BEGIN and COMMIT among them",
    handIn?.statements == null ? null : handIn.statements + (handIn.transactions ?? 0),
    "",
    12.05,
    2,
  );
  if (saving) {
    const { ofBare, crowd } = saving;
    aims.push({
      aim: "save: 1/4 of a bare upsert or better",
      value: `1/${(1 / ofBare).toFixed(1)}`,
      met: ofBare >= 0.25,
    });
    add(`${crowd.people} people saving: errors and lost saves`, crowd.errors + crowd.lost, "", 0, 0);
    add(`${crowd.people} people saving: p95 below 10 × that of one`, crowd.p95 / crowd.unloadedP95, " ×", 10);
  }
  if (comparison) {
    add(
      `HR overview at ${comparison.people[1]}: at most twice that at ${comparison.people[0]}`,
      comparison.ratio,
      " ×",
      2,
      2,
    );
  }
  if (preview) aims.push(previewAim(preview));
  add("memory: at most 250 MB", memory.most, " MB", 250, 0);
  const [signInPage, course, lessonPage] = transfers;
  const visit = (
    aim: string,
    { requests, kilobytes }: { requests: number; kilobytes: number },
    most: [number, number],
  ) =>
    aims.push({
      aim: `${aim}: at most ${most[0]} requests, ${most[1]} KB`,
      value: `${requests}, ${kilobytes.toFixed(1)} KB`,
      met: requests <= most[0] && kilobytes <= most[1],
    });
  if (signInPage) visit("first visit of the sign-in page", signInPage.first, [8, 150]);
  if (course) visit("first visit of the course page", course.first, [10, 180]);
  if (lessonPage) visit("later visit of a lesson", lessonPage.later, [2, 12]);
  return aims;
}

const previewAim = ({ words, ratio }: PreviewFigures): Aim => ({
  aim: `preview of a lesson of ${words} words: at most 3 × a bare compile`,
  value: `${ratio.toFixed(2)} ×`,
  met: ratio <= 3,
});

/** The figures of the preview when nothing else was measured. */
export function previewLines(preview: PreviewFigures): string[] {
  const { aim, value, met } = previewAim(preview);
  return [previewSentence(preview), "", ...table(["Aim", "Here", ""], [[aim, value, met ? "met" : "**not met**"]])];
}

const previewSentence = ({ words, preview, bare }: PreviewFigures) =>
  `Preview of a lesson of ${words} words after a keystroke: ${preview.toFixed(1)} ms on its thread; mdx-bundler alone ${bare.toFixed(1)} ms.`;

export function asMarkdown(figures: Figures): string {
  const { at, machine: m, options, works, saving, preview, comparison, memory, profile } = figures;
  const fixed = (value: number | null, digits: number) => (value === null ? "–" : value.toFixed(digits));
  const lines = [
    `${at}, ${m.processor}, ${m.cores} cores, ${m.memoryGB} GB, Node ${m.node}, ${m.database}.`,
    `${options.people} people, ${options.connections} connections, ${options.rounds} rounds of ${options.seconds} s; load ${m.loadBefore.toFixed(1)} before, ${m.loadAfter.toFixed(1)} after.`,
    "",
    ...table(
      [
        "Work",
        "Requests/s",
        "± rounds",
        "p50 ms",
        "p95 ms",
        "CPU ms",
        "app",
        "PostgreSQL",
        "SQL",
        "BEGIN/COMMIT",
        "Bytes",
        "Floor/s",
        "Of floor",
        "Floor CPU ms",
      ],
      works.map((work) => [
        work.name,
        work.perSecond.toFixed(0),
        `${(work.spread * 50).toFixed(0)} %`,
        work.p50.toFixed(1),
        work.p95.toFixed(1),
        fixed(work.appCpu + (work.postgresCpu ?? 0), 2),
        fixed(work.appCpu, 2),
        fixed(work.postgresCpu, 2),
        fixed(work.statements, 2),
        fixed(work.transactions, 2),
        String(work.bytes),
        work.floorPerSecond.toFixed(0),
        `1/${(1 / work.ofFloor).toFixed(1)}`,
        fixed(work.floorCpu, 3),
      ]),
    ),
    "",
    `One password check alone takes ${figures.passwordCpu.toFixed(1)} ms of processor. Memory of the platform: ${memory.start.toFixed(0)} MB when ready, ${memory.end.toFixed(0)} MB at the end, ${memory.most.toFixed(0)} MB at most.`,
    "",
    ...table(
      ["Page", "First visit", "Later visit", "Script, gzipped"],
      figures.transfers.map(({ page, first, later, script }) => [
        page,
        visitOf(first),
        visitOf(later),
        `${script.toFixed(1)} KB`,
      ]),
    ),
  ];
  if (saving) {
    const { atOnce, bare, ofBare, crowd } = saving;
    lines.push(
      "",
      `${atOnce} at once: saving through the platform is 1/${(1 / ofBare).toFixed(1)} of the ${bare.toFixed(0)} bare upserts a second that the same PostgreSQL takes through \`pg\`.`,
      `${crowd.people} people, a save each every ${crowd.everySeconds} s: ${crowd.answers} saves, ${crowd.errors} errors, ${crowd.lost} lost, p95 ${crowd.p95.toFixed(1)} ms; one person alone ${crowd.unloadedP95.toFixed(1)} ms.`,
    );
  }
  if (preview) lines.push("", previewSentence(preview));
  if (comparison) {
    const { people, small, large, ratio } = comparison;
    lines.push(
      "",
      `HR overview, one request at a time: ${small.toFixed(1)} ms at ${people[0]} people, ${large.toFixed(1)} ms at ${people[1]}: ${ratio.toFixed(2)} ×.`,
    );
  }
  lines.push(
    "",
    ...table(
      ["Aim", "Here", ""],
      aimsOf(figures).map(({ aim, value, met }) => [aim, value, met ? "met" : "**not met**"]),
    ),
  );
  if (profile) {
    const shares = (list: Dear[]) => list.map(({ name, share }) => [name, `${(share * 100).toFixed(1)} %`]);
    lines.push(
      "",
      ...table(["Package", "Own time"], shares(profile.packages)),
      "",
      ...table(["Function", "Own time"], shares(profile.functions)),
    );
  }
  return `${lines.join("\n")}\n`;
}

const visitOf = ({ requests, kilobytes }: Transfer["first"]) => `${requests} requests, ${kilobytes.toFixed(1)} KB`;

function table(head: string[], rows: string[][]): string[] {
  const line = (cells: string[]) => `| ${cells.join(" | ")} |`;
  const right = head.map((_, index) => (index === 0 ? "---" : "--:"));
  return [line(head), line(right), ...rows.map(line)];
}
