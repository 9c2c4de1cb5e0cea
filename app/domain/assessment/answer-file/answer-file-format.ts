/**
 * When the line stays down, the learner's page hands out what it could not save: a file that only the server can open. The
 * content is what is sealed, the file is what lies on the stick; both are JSON.
 */
export const ANSWER_FILE_FORMAT = "chuan-muc-answers";
export const ANSWER_FILE_VERSION = 1;
/** Bytes of a whole file; a long paper with reflections stays far below. */
export const ANSWER_FILE_LIMIT = 1024 * 1024;

/** What the key of a file is derived for: a key of one attempt opens no other. */
export const answerFilePurpose = (attemptId: string) => `${ANSWER_FILE_FORMAT}/${ANSWER_FILE_VERSION}:${attemptId}`;
