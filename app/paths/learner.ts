import { part, query } from "./address";

export const learningPath = () => "/learn";
export const coursePath = (course: string) => `/learn/courses/${part(course)}`;
export const lessonPath = (course: string, lesson: string) => `/learn/courses/${part(course)}/lessons/${part(lesson)}`;
export const readAgainPath = (course: string, question: string) =>
  `/learn/courses/${part(course)}/read-again/${part(question)}`;
export const testPath = (course: string) => `/learn/courses/${part(course)}/test`;
/** `at`: the number of the question to show. */
export const attemptPath = (attempt: string, at?: number) => `/learn/attempts/${part(attempt)}${query({ at })}`;
export const saveAnswerPath = (attempt: string) => `/learn/attempts/${part(attempt)}/answers`;
export const attemptResultPath = (attempt: string) => `/learn/attempts/${part(attempt)}/result`;
export const certificatePath = (serial: string) => `/learn/certificates/${part(serial)}`;
export const certificatePdfPath = (serial: string) => `/learn/certificates/${part(serial)}/pdf`;
/** The copy that the agency signed with its own key. */
export const ownSignedCopyPath = (serial: string) => `${certificatePath(serial)}/signed-copy`;
export const recordPath = () => "/learn/record";
/** Why a turn of one's own is complete or not. */
export const myTurnPath = (turn: string) => `/learn/record/${part(turn)}`;
export const myDecisionPath = (decision: string) => `/learn/record/decisions/${part(decision)}`;
/** The changed parts of a course that was finished earlier. */
export const mySupplementPath = (supplement: string) => `/learn/supplements/${part(supplement)}`;
/** The code of conduct of the reader's own agency. */
export const myCodePath = () => "/learn/code";
export const readCodePath = (code: string, asked: { version?: number; against?: number } = {}) =>
  `/learn/code/${part(code)}${query({ ...asked })}`;
export const reportLessonPath = (course: string, lesson: string, block?: string) =>
  `${lessonPath(course, lesson)}/report${query({ block })}`;
export const myReportsPath = () => "/learn/reports";
