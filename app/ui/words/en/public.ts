export const publicPages = {
  accessibilityTitle: "Accessibility",
  accessibilityLead:
    "This site is built so that every official and worker can use it, including people who cannot see the screen, who use only a keyboard, or who work on an old computer.",
  accessibilityGoalTitle: "The goal",
  accessibilityGoal: "The goal is WCAG 2.2 level AA. No independent body has assessed this site so far.",
  accessibilityMeansTitle: "What is there to help",
  accessibilityMeansDisplay:
    "“Display” at the head of every page sets the text size, the colours (light, dark, high contrast) and the language; the choice is kept on the device for a year.",
  accessibilityMeansKeyboard:
    "Everything works with the keyboard. Tab goes from one item to the next; the link “To the main content” appears first.",
  accessibilityMeansScript: "Learning and taking tests works with JavaScript switched off.",
  accessibilityMeansColour: "A state always has a word and an icon, never colour alone.",
  accessibilityMeansZoom: "The content stays readable at 400% zoom and on a phone.",
  accessibilityMeansPrint: "Every page prints on A4; the addresses of links appear beside them.",
  accessibilityLimitsTitle: "Known limits",
  accessibilityLimitPdf:
    "The PDF of a certificate is not fully tagged for screen readers; its web page has the same content and can be read with one.",
  accessibilityReportTitle: "Reporting an obstacle",
  accessibilityReport:
    "Please tell the support contact at the foot of the page: the address of the page, the device, the browser and what was being done.",

  privacyTitle: "Personal data notice",
  privacyLead: "Which data the system keeps, what for, who may see it, and the rights of the person.",
  privacyController: "The agency in charge of the data: {agency}.",
  privacyControllerMissing: "The agency in charge of the data has not been configured yet.",
  privacyDataTitle: "What is kept, and why",
  privacyData: "Data",
  privacyPurpose: "Purpose",
  privacyStaff:
    "Full name, staff number, unit, position, staff category, date of recruitment, official e-mail (if any)",
  privacyStaffWhy: "To assign the right course to the right person; for certificates and the reports of the unit",
  privacyPersonalId: "Personal ID number (if the unit enters it)",
  privacyPersonalIdWhy:
    "To avoid double records. Stored encrypted, only the last digits are shown, never printed on certificates",
  privacyAccount: "Sign-in name, password as a hash, time of the last sign-in",
  privacyAccountWhy: "To sign in. Nobody can read the password",
  privacySession: "Network address and browser name of open sessions",
  privacySessionWhy: "To protect the account; deleted when the session ends or expires",
  privacyProgress: "Lessons opened and finished, where reading stopped, answers to checks inside lessons",
  privacyProgressWhy:
    "To continue where one stopped and to decide on completion. Checks inside lessons are never scored",
  privacyAttempts: "Papers, answers, results and times of tests",
  privacyAttemptsWhy: "To grade, to show the result again, to settle objections",
  privacyResults: "Completions and certificates",
  privacyResultsWhy: "To prove what was learned; to verify with the code printed on the certificate",
  privacyAudit: "A log of actions that change data, with who, when and from which network address",
  privacyAuditWhy: "To supervise and protect the system and to trace mistakes",
  privacyNotTitle: "What the system does not do",
  privacyNotTrack: "It does not record clicks or seconds of viewing and follows nobody outside of this site.",
  privacyNotCamera: "It uses no camera, records no sound and asks for no picture of an identity card.",
  privacyNotShare: "It sends no data to third parties and carries no advertisement or outside statistics.",
  privacyCookiesTitle: "Cookies",
  privacyCookies:
    "Only necessary cookies are used: the session, the display settings and a short notice after a form was sent.",
  privacyWhoTitle: "Who may see it",
  privacyWho:
    "A person sees all of their own results. HR officers and heads see only people in the units that they are in charge of. The verification page shows only what is printed on the certificate.",
  privacyRightsTitle: "Rights",
  privacyRights:
    "The Law on Personal Data Protection No. 91/2025/QH15 gives the rights to know, view, correct, ask for deletion or restriction, object and complain. Requests go to the support contact at the foot of the page. Completions, certificates and the log are never overwritten: a mistake is mended by an added correction.",

  preferencesSaved: "The display settings have been saved.",
} as const;
