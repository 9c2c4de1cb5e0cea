export const lesson = {
  objectives: "After this lesson",
  legalBasis: "Legal basis",
  article: "Article {article}",
  reviewed: "Reviewed on {date}, {reviewer}. To be reviewed again before {again}.",
  check: "Knowledge check",
  checkHint: "Not scored; it can be answered again.",
  checkAnswer: "See the comment",
  checkAgain: "Choose again",
  checkRight: "Right",
  checkWrong: "Not right",
} as const;
