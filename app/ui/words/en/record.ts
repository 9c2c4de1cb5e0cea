export const record = {
  missingVoided: "The completion was declared void on {day}: {reason}",
  becauseRecognised: "Learning elsewhere was recognised by decision {number} of {day}, {issuer}",
  becauseCorrected: "The record was corrected on {day} by {by}. Reason: {reason}",
} as const;
