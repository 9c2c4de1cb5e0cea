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

  preferencesSaved: "The display settings have been saved.",
} as const;
