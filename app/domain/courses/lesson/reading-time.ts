const WORDS_A_MINUTE = 200;

/** How long a lesson of so many words takes to read. */
export const minutesOf = (words: number) => Math.max(1, Math.ceil(words / WORDS_A_MINUTE));
