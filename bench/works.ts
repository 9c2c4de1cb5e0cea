import {
  attemptPath,
  attemptResultPath,
  learningPath,
  lessonPath,
  overviewPath,
  saveAnswerPath,
  signInPath,
  verifyPath,
} from "../app/paths";
import { asHtml, get, post, RISING, type WireRequest } from "./requests";
import type { Stage } from "./stage";

/** Something that people do, as requests that can be sent round and round (or once each). */
export interface Work {
  name: WorkName;
  requests: WireRequest[];
  once: boolean;
}

export const WORK_NAMES = ["sign-in", "my-learning", "lesson", "save-answer", "hand-in", "verify", "overview"] as const;
export type WorkName = (typeof WORK_NAMES)[number];

export function worksFor(input: { stage: Stage; port: number; password: string }): Work[] {
  const { stage, port, password } = input;
  const { course, lesson } = stage;
  const requests: Record<WorkName, WireRequest[]> = {
    "sign-in": stage.signIns.map((identifier) => ({
      text: post({ port, path: signInPath(), form: { identifier, password, next: "" } }),
      expect: { status: 302, head: "Set-Cookie: session=" },
    })),
    "my-learning": stage.readers.map(({ cookie, name }) => ({
      text: get({ port, path: learningPath(), cookie }),
      expect: { status: 200, contains: [asHtml(name), asHtml(course.title)] },
    })),
    lesson: stage.readers.map(({ cookie, name }) => ({
      text: get({ port, path: lessonPath(course.slug, lesson.id), cookie }),
      expect: { status: 200, contains: [asHtml(name), `<h1>${asHtml(lesson.title)}</h1>`] },
    })),
    "save-answer": savesOf(stage, port),
    "hand-in": stage.handers.map(({ cookie, attemptId }) => ({
      text: post({ port, path: attemptPath(attemptId), cookie, form: { intent: "submit" } }),
      expect: { status: 302, head: attemptResultPath(attemptId) },
    })),
    verify: stage.certificates.map(({ serial, name }) => ({
      text: get({ port, path: verifyPath(serial) }),
      expect: { status: 200, contains: [asHtml(name)] },
    })),
    overview: [overviewRequest({ stage, port })],
  };
  return WORK_NAMES.map((name) => ({ name, requests: requests[name], once: name === "hand-in" }));
}

export function overviewRequest({ stage, port }: { stage: Stage; port: number }): WireRequest {
  const { cookie, name, unitName } = stage.hr;
  return {
    text: get({ port, path: overviewPath(), cookie }),
    expect: { status: 200, contains: [asHtml(name), asHtml(unitName), asHtml(stage.course.title)] },
  };
}

/** Question by question, so that one paper is asked again only after all the others. */
export function savesOf({ savers }: Stage, port: number): WireRequest[] {
  const questions = Math.min(...savers.map(({ answers }) => answers.length));
  return Array.from({ length: questions }, (_, index) =>
    savers.map(({ cookie, attemptId, answers }) => {
      const { question, fields } = answers[index]!;
      const form = `question=${encodeURIComponent(question)}&sequence=${RISING}&${fields}`;
      return {
        text: post({ port, path: saveAnswerPath(attemptId), cookie, form }),
        expect: { status: 200, contains: [`"kind":"saved"`] },
      };
    }),
  ).flat();
}
