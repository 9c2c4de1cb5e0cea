export const verify = {
  title: "Verify a certificate",
  lead: "Check whether a certificate of completion was really issued by the agency and still holds.",
  label: "Verification code",
  hint: "Printed in the lower left corner of the paper, for example CM26-7Q4D-X9KM-2PTB. Capitals and dashes do not matter.",
  submit: "Verify",
  again: "Verify another code",
  qrTitle: "With the QR code",
  qrText:
    "The camera of a phone opens the result straight from the QR code on the paper. Trust the result only when the address of the page is the one printed on the paper.",
  shownTitle: "What the result tells",
  shownText:
    "The status of the paper, and exactly what is printed on it. No personal identification number and nothing else.",

  code: "Verification code {serial}",
  validTitle: "The certificate is valid",
  validText: "The certificate with this code was issued on {date} and is valid.",
  revokedTitle: "The certificate has been revoked",
  revokedText:
    "The certificate with this code was issued once, but has been revoked since {date}. It is no longer of any use.",
  expiredTitle: "The certificate has expired",
  expiredText: "The certificate with this code was really issued, but expired on {date}.",
  replacedTitle: "The certificate has been reissued",
  replacedText:
    "The certificate with this code has been replaced by another since {date}. Ask the holder for the reissued one.",
  unknownTitle: "No such certificate",
  unknownText:
    "The code is well formed, but no certificate has been issued with it. Compare it with the paper, character by character. If the paper really shows this code, it was not issued by this system.",
  malformedTitle: "This is not a verification code",
  malformedText: "“{typed}” is not a verification code. That says nothing yet about whether the paper is real.",
  emptyText: "No verification code was given.",

  problem_empty: "Enter the verification code printed on the paper.",
  problem_length: "A code has CM, two digits of the year and twelve characters. There are too many or too few.",
  problem_letters:
    "There is a character that codes do not use. They have digits and plain letters only, without I, L, O and U.",
  problem_check: "At least one character is wrong, or two have changed places. Compare each one with the paper.",

  paperTitle: "What the paper must show",
  paperTitleInvalid: "What the paper showed",
  paperLead: "Each line below must be the same on the paper.",
  paperLeadInvalid: "The paper was issued with these contents.",
  issuer: "Issuing agency",
  number: "Number",
  register: "Register entry",
  fullName: "Full name",
  post: "Post and unit",
  course: "Course",
  issued: "Place and date of issue",
  signer: "Signer",
  serial: "Verification code",

  compareTitle: "How to compare",
  compareAddress:
    "Look at the address of this page: it must be the one printed on the paper, not one that merely looks like it.",
  compareName: "Compare full name, post and unit on the paper with this page, accents included.",
  compareNumber: "Compare number, register entry, course, result and date of issue.",
  compareDiffers:
    "If a line differs, the paper was altered or the code was copied from another paper. Ask the issuing agency.",
  unsigned: "This paper is not digitally signed; this page is the way to check it.",

  reason: "Kind of reason: {reason}.",
  replacedBy: "The certificate in its place has number {number}.",
  validUntil: "Valid until the end of {date}.",
  tooMany: "Too many questions",
  tooManyText:
    "Too many certificates were looked up from this network address within a minute. Try again in {seconds} seconds.",
} as const;
