/** The name of a question's field: `q.<id>`, of a part of it: `q.<id>.<part>`, of its mark "come back": `m.<id>`. */
export const fieldName = (questionId: string, part?: string) =>
  part === undefined ? `q.${questionId}` : `q.${questionId}.${part}`;
export const markName = (questionId: string) => `m.${questionId}`;
/** How often its answer had been checked when the page was made. */
export const triesName = (questionId: string) => `t.${questionId}`;
