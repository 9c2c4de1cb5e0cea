export const notice = {
  title: "Personal data notice",
  lead: "Which data the system keeps, what for and on what basis, who may see it, how long it is kept, and the rights of the person.",
  version: "Version {version}, from {date}.",
  firstTime: "This notice is shown once for each version. It can be read again from the foot of every page.",
  noConsent:
    "This is a notice. The button “I have read it” only records the version and the time; it is no consent, and nothing depends on it.",
  read: "I have read it",
  readOn: "Read at {at}.",
  later: "Later",
  thanks: "It was recorded that the notice was read.",

  controllerTitle: "The agency in charge, and the contact",
  controller: "The agency in charge of the data: {agency}.",
  controllerMissing: "The agency in charge of the data has not been configured yet.",
  address: "Address",
  phone: "Telephone",
  email: "E-mail",

  basisTitle: "Basis",
  basis:
    "The data are processed so that the agency can perform its duties in managing and training officials and workers. The agency in charge of the data determines the exact legal basis and answers for it at the contact above.",

  dataTitle: "What is kept, and why",
  data: "Data",
  purpose: "Purpose",
  dataStaff: "Full name, staff number, unit, position, staff category, date of recruitment, official e-mail (if any)",
  dataStaffWhy: "To assign the right course to the right person; for certificates and the reports of the unit",
  dataPersonalId: "Personal ID number (if the unit enters it)",
  dataPersonalIdWhy:
    "To avoid double records. Stored encrypted, only the last digits are shown, never printed on certificates",
  dataAccount: "Sign-in name, password as a hash, time of the last sign-in",
  dataAccountWhy: "To sign in. Nobody can read the password",
  dataSession: "Network address and browser name of open sessions",
  dataSessionWhy: "To protect the account; deleted when the session ends or expires",
  dataProgress: "Lessons opened and finished, where reading stopped, answers to checks inside lessons",
  dataProgressWhy: "To continue where one stopped and to decide on completion. Checks inside lessons are never scored",
  dataAttempts: "Papers, answers, results and times of tests",
  dataAttemptsWhy: "To grade, to show the result again, to settle objections",
  dataResults: "Completions and certificates",
  dataResultsWhy: "To prove what was learned; to verify with the code printed on the certificate",
  dataAccess: "Who opened or exported a learning record, when and how",
  dataAccessWhy: "So that the person knows who has seen it",
  dataAudit: "A log of actions that change data, with who, when and from which network address",
  dataAuditWhy: "To supervise and protect the system and to trace mistakes",

  notTitle: "What the system does not do",
  notTrack:
    "It does not record clicks or seconds of viewing and follows nobody outside of this site. Of each lesson only the first and the last opening, the place where reading stopped and the time of finishing are kept.",
  notCamera: "It uses no camera, records no sound and asks for no picture of an identity card.",
  notShare: "It carries no advertisement and no outside statistics.",

  cookiesTitle: "Cookies",
  cookies:
    "Only necessary cookies are used: the session, the display settings and a short notice after a form was sent.",

  whoTitle: "Who may see it",
  who: "A person sees all of their own results. HR officers and heads see only people in the units that they are in charge of. The verification page shows only what is printed on the certificate.",
  whoLogged:
    "Whenever somebody else opens a person's record or exports the file of a unit, that is noted, and the person can see the list.",
  whoOutside: "Other systems of the agency receive data only where an administrator has granted them access.",

  keptTitle: "How long it is kept",
  kept: "Data",
  keptFor: "Kept for",
  keptRecord:
    "The learning record (results, papers, certificates, the log) is kept as the rules on files and archives say that the agency follows; the system deletes nothing of it by itself.",

  rightsTitle: "Rights, and how to use them",
  rights:
    "The Law on Personal Data Protection No. 91/2025/QH15 gives the rights to know, view, correct, ask for deletion or restriction, object and complain. Under “My record”, section “My data”, one can:",
  rightView: "see and download all of one's own data;",
  rightLooked: "see who has seen one's record;",
  rightCorrect: "ask for a correction and follow what comes of it.",
  rightsOther:
    "Other requests go to the contact above. Completions, certificates and the log are never overwritten: a mistake is mended by an added correction.",
} as const;
