export const question = {
  create: "x",
} as const;
