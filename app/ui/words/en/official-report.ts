export const officialReport = {
  title: "Report and audit sample",
} as const;
