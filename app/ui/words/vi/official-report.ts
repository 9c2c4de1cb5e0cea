export const officialReport = {
  title: "Báo cáo và mẫu kiểm tra",
} as const;
