export const bank = {
  open: "Open the question bank",
} as const;
