/** Under these names stands what a learner must not have before answering. */
const SECRET = [
  "correct",
  "feedback",
  "wrongFeedback",
  "explanation",
  "hints",
  "answer",
  "answers",
  "from",
  "to",
  "percent",
  "grade",
  "consequence",
  "remedial",
  "lesson",
  "levels",
  "points",
  "scoring",
  "distractors",
  "pairs",
  "gaps",
  "anchored",
  "caseMatters",
  "accentsMatter",
  "citation",
  "topic",
  "difficulty",
  "status",
];
/** What is read as it stands in these is on the paper, only not under this name. */
const SHOWN_OTHERWISE = ["pairs", "gaps", "distractors"];

type Json = string | number | boolean | null | undefined | Json[] | { [key: string]: Json };

/** All names and all texts in a value. */
export function wordsIn(value: unknown): { keys: string[]; values: string[] } {
  const keys: string[] = [];
  const values: string[] = [];
  const visit = (each: Json): void => {
    if (typeof each === "string") values.push(each);
    else if (typeof each === "object" && each !== null) {
      if (!Array.isArray(each)) keys.push(...Object.keys(each));
      Object.values(each).forEach(visit);
    }
  };
  visit(value as Json);
  return { keys, values };
}

/** The names under which a key could travel, the ids of the parts of a question, and its texts that are for later. */
export function secretsOf(question: object): { keys: string[]; ids: string[]; texts: string[] } {
  const ids: string[] = [];
  const texts: string[] = [];
  const visit = (each: Json, depth: number): void => {
    if (typeof each !== "object" || each === null) return;
    for (const [key, value] of Object.entries(each)) {
      if (key === "id" && depth > 0) ids.push(value as string);
      else if (key === "grade") ids.push(value as string);
      else if (SECRET.includes(key) && !SHOWN_OTHERWISE.includes(key)) texts.push(...wordsIn(value).values);
      else visit(value, Array.isArray(each) ? depth : depth + 1);
    }
  };
  visit(question as Json, 0);
  return { keys: SECRET, ids, texts };
}
