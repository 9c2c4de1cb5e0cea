export const certificate = {
  title: "Certificate of completion",
  lead: "No. {number}, issued on {date}.",
  download: "Download the certificate (PDF)",

  statusValid: "Valid",
  statusRevoked: "Revoked",
  statusExpired: "Expired",
  statusReissued: "Reissued",
  revokedTitle: "This certificate has been revoked since {date}",
  revokedText: "The PDF cannot be downloaded. The issuing agency explains why it was revoked.",
  expiredTitle: "This certificate expired on {date}",
  expiredText: "The completion of the course stays in the learning record.",
  reissuedTitle: "This certificate has been reissued since {date}",
  reissuedText: "The reissued one stands in its place. The PDF of the old one cannot be downloaded.",

  about: "About the certificate",
  course: "Course",
  serial: "Verification code",
  state: "Status",
  verifyAt: "Public verification page",
  verifyHint: "Whoever receives the paper can check it with the QR code or the verification code, without an account.",
  signature: "Digital signature",
  unsigned:
    "Not digitally signed. This is an internal record with a verification code, not a signed electronic document.",
  signed: "Digitally signed",
  print: "Printing",
  printHint:
    "The browser's print command prints the certificate on one A4 page, landscape. The PDF prints more exactly and is fit for archiving.",
  counts: "What it counts for",
  countsText:
    "It is evidence of training. How it is weighed in an evaluation is for the head of the agency or unit to decide.",
  qr: "QR code that opens the verification page of this certificate",
} as const;
