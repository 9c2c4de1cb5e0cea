export const seals = {
  title: "x",
} as const;
