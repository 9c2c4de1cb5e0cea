export const fileCheck = {
  title: "Check a file",
  lead: "Choose the PDF of a certificate or its JSON file. The file is read and checked in this browser and sent nowhere.",
  noScript: "This part needs JavaScript. Without it, check the serial above.",
  choose: "PDF or JSON file",
  hint: "Drag a file into this box, or press to choose one.",
  drop: "Drop the file here",
  checking: "Checking {name}…",
  file: "File {name}",

  asIssuedTitle: "This file is exactly what was issued",
  asIssuedText:
    "Every byte of the file is as the platform has stated under its signature for certificate {number}, serial {serial}.",
  asIssuedSigned:
    "The file bears the agency's digital signature. This page does not check that signature; open the file in a PDF reader that checks signatures.",
  asIssuedUnsigned: "The file bears no digital signature of the agency.",
  addedTitle: "What was issued is intact, and something was added behind it",
  addedText:
    "The first part of the file is, byte for byte, certificate {number}, serial {serial}. After it was issued {size} were added: usually the agency's digital signature, but it could be something that covers the page. Check the signature in a PDF reader and compare with the page of the serial.",
  changedTitle: "This file has been changed",
  changedText:
    "The file is no longer what the platform has stated under its signature. Do not rely on it; check the serial that is printed on the paper.",
  changedSerialText:
    "The file is no longer what was issued for serial {serial}. Do not rely on it; look at the page of that serial.",
  noStatementTitle: "The file has no statement of this platform",
  noStatementText:
    "There is nothing in the file that could be checked here. It may have been issued before such statements were made, another program may have written it anew, or it was not issued here. Check the serial that is printed on the paper.",

  verifiedTitle: "This JSON file was signed by the platform and has not been changed",
  verifiedText: "The signature in the file fits the platform's public key.",
  failedTitle: "This JSON file cannot be confirmed",
  "failed_no-json": "The file is no JSON that can be read.",
  "failed_no-credential": "The JSON file is no Open Badges certificate of this platform.",
  "failed_no-proof": "The file has no signature of the kind eddsa-jcs-2022.",
  "failed_unknown-key": "The file was signed with a key that is not this platform's. Do not rely on it.",
  failed_altered: "The file does not fit its signature: it was changed. Do not rely on it.",
  otherTitle: "This kind of file cannot be checked",
  otherText:
    "Only the PDF of a certificate and the JSON file that the platform gives out can be checked, one file at a time, at most 10 MB.",
  cannotTitle: "This browser cannot check it",
  cannotText:
    "The browser has no Ed25519 signatures (needed: Chrome or Edge from 137, Firefox from 129, Safari from 17), or the page was not opened by https. Check the serial that is printed on the paper.",

  status: "Status",
  status_valid: "Valid",
  status_revoked: "Revoked",
  status_reissued: "Replaced by another certificate",
  status_expired: "Expired",
  statusAsOf: "by the list of {time}",
  statusUnknown:
    "Not known. The page did not bring the status list of this certificate along; look at the page of the serial.",
  openVerify: "Open the page of serial {serial}",
  serial: "Serial",
  number: "Number",
  course: "Course",
  issuer: "Issued by",
  result: "Result",
  completed: "Completed on",
  issued: "Issued at",
  name: "Full name to compare",
  nameHint: "The file does not hold the name, only a hash of it. Enter it with every mark to compare.",
  compare: "Compare the name",
  nameSame: "Yes: the certificate was issued to somebody of this name.",
  nameDiffers: "No: the certificate was not issued to somebody of this name, or a mark differs.",

  credentialTitle: "For programs",
  credentialText:
    "This certificate also exists as an Open Badges 3.0 credential, signed by the platform, without a personal ID and without a readable name.",
  credentialLink: "Download the JSON file",
  toFileCheck: "Check a PDF or JSON file in the browser",
} as const;
