export const bank = {
  open: "Mở ngân hàng câu hỏi",
} as const;
