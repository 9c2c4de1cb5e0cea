import { gzipSync } from "node:zlib";
import { coursePath, lessonPath, signInPath } from "../app/paths";
import { type Answer, type Connection, headerOf, openConnection, plainBodyOf } from "./raw-http";
import { get } from "./requests";
import type { Stage } from "./stage";

/** What a page costs on the line: its HTML and what that names. Fonts that only the style sheet names are not followed. */
export interface Transfer {
  page: string;
  first: { requests: number; kilobytes: number };
  /** With everything in the cache that may stay there. */
  later: { requests: number; kilobytes: number };
  /** All scripts of the page, gzipped, in KB. */
  script: number;
}

export async function transfers({ stage, port }: { stage: Stage; port: number }): Promise<Transfer[]> {
  const [reader] = stage.readers;
  const { course, lesson } = stage;
  const pages = [
    { page: "sign-in page", path: signInPath(), cookie: undefined },
    { page: "course page", path: coursePath(course.slug), cookie: reader!.cookie },
    { page: "lesson", path: lessonPath(course.slug, lesson.id), cookie: reader!.cookie },
  ];
  const connection = await openConnection(port);
  const found: Transfer[] = [];
  for (const { page, path, cookie } of pages) {
    found.push({ page, ...(await transferOf(connection, { port, path, cookie })) });
  }
  connection.close();
  return found;
}

async function transferOf(connection: Connection, page: { port: number; path: string; cookie: string | undefined }) {
  const html = await ask(connection, page);
  const assets: { path: string; answer: Answer }[] = [];
  for (const path of assetsOf(plainBodyOf(html).toString())) {
    assets.push({ path, answer: await ask(connection, { port: page.port, path }) });
  }
  const scripts = assets.filter(({ answer }) => /javascript/.test(headerOf(answer, "content-type") ?? ""));
  const asked = assets.filter(({ answer }) => !/immutable/.test(headerOf(answer, "cache-control") ?? ""));
  return {
    first: sum([html, ...assets.map(({ answer }) => answer)]),
    later: sum([html, ...asked.map(({ answer }) => answer)]),
    script: scripts.reduce((total, { answer }) => total + gzipSync(plainBodyOf(answer), { level: 9 }).length, 0) / 1000,
  };
}

async function ask(connection: Connection, page: { port: number; path: string; cookie?: string }): Promise<Answer> {
  const answer = await connection.send(get(page));
  if (answer.status !== 200) throw new Error(`${page.path} answered ${answer.status}`);
  return answer;
}

/** Style sheets, preloads, icons, scripts and pictures, each once. */
function assetsOf(html: string): string[] {
  const tags = html.match(/<(?:link|script|img)\b[^>]*>/g) ?? [];
  const paths = tags.flatMap((tag) => {
    if (tag.startsWith("<link") && !/rel="(?:stylesheet|preload|modulepreload|icon)"/.test(tag)) return [];
    return /(?:href|src)="(\/[^"]*)"/.exec(tag)?.[1] ?? [];
  });
  return [...new Set(paths)];
}

function sum(answers: readonly Answer[]): { requests: number; kilobytes: number } {
  return { requests: answers.length, kilobytes: answers.reduce((total, { raw }) => total + raw.length, 0) / 1000 };
}
