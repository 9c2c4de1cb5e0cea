export const errors = {
  fieldRequired: "This field is empty.",
  fieldInvalid: "This is not valid yet.",
  fieldTooShort: "At least {limit} characters are needed.",
  fieldTooLong: "At most {limit} characters are allowed.",
  fieldTooSmall: "The smallest value is {limit}.",
  fieldTooBig: "The largest value is {limit}.",

  notFoundTitle: "Page not found",
  notFoundText:
    "The address may have changed or been mistyped. The page may also lie outside of what this account may see.",
  forbiddenTitle: "No permission",
  forbiddenText:
    "The account in use may not open this page. If a duty requires it, please ask the administrator of the unit.",
  conflictTitle: "The content has changed",
  conflictText:
    "It has just been changed in another window or by another person. Open the page again to see the latest and repeat the step.",
  badRequestTitle: "The request is not valid",
  badRequestText: "The form may be out of date or incomplete. Go back, reload the page and repeat the step.",
  faultTitle: "The system has a problem",
  faultText: "The problem has been recorded. What was saved is still there. Please try again in a few minutes.",
  faultNumber: "Problem number",
  faultNumberHint: "Give this number to the support contact so that it can be looked up quickly.",
  goHome: "To the first page",
  goBack: "Reload this page",
} as const;
