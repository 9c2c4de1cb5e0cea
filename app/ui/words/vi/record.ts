export const record = {
  missingVoided: "Việc hoàn thành đã bị hủy ngày {day}: {reason}",
  becauseRecognised: "Được công nhận kết quả học tập ở nơi khác theo Quyết định số {number} ngày {day} của {issuer}",
  becauseCorrected: "Hồ sơ được đính chính ngày {day}, người đính chính: {by}. Lý do: {reason}",
} as const;
