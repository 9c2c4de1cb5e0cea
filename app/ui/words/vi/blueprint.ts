export const blueprint = {
  open: "x",
} as const;
