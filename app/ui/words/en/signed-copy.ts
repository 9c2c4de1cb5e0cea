export const signedCopy = {
  title: "Copy signed by the agency",
  lead: "Certificate {number} of {name}, course {course}.",
  howTitle: "How it is done",
  how2: "Sign that file with the agency's certificate (digital signature for public service), without changing it and without notes or drawings on the page.",
  how3: "Upload the signed file here. The platform checks that it is the certificate that was issued and that the signature covers the whole file.",
  issued: "Download the issued PDF",
  file: "Signed PDF",
  fileHint: "A .pdf file of at most 5 MB.",
  upload: "Check and keep the signed copy",
  again: "Replace by another signed copy",
  againHint: "The later copy is used in place of the earlier one, which stays on file.",
  done: "The signed copy is kept.",
  issuedSigned:
    "The issued PDF bears a digital signature already. A copy with the agency's own signature besides can still be uploaded.",
  closed: "This certificate was revoked or issued again, so no signed copy is taken any more.",

  currentTitle: "Signed copy in use",
  none: "The agency has not signed a copy yet.",
  download: "Download the signed copy (PDF)",
  signer: "Signer",
  organization: "Organization in the certificate",
  issuer: "Certificate issued by",
  time: "Time of signing",
  timeStated: "{time} (as the signing program says, without a time stamp)",
  timeStamped: "{time} (by the time stamp of an authority)",
  timeUnknown: "The file does not say",
  covers: "What is signed",
  coversWhole: "The signature covers the whole file and its digest holds",
  same: "The certificate that was issued",
  same_prefix: "Yes. Every byte of the issued file is there unchanged; the signature was added behind it.",
  same_text:
    "Yes, compared by its words. The signing program wrote the file anew, so all words on the page and the serial were compared, not every byte.",
  "chainTag_not-checked": "Not checked",
  chainTag_trusted: "Trusted",
  "chainTag_not-trusted": "Not trusted",
  chain: "Can the signer's certificate be trusted",
  "chain_not-checked":
    "No root certificates are configured (SIGNING_ROOTS); the signer's name is what the certificate says of itself.",
  chain_trusted: "It was issued below a configured root. Lists of revoked certificates are not asked.",
  "chain_not-trusted": "It was not issued below any configured root, or it was not in its time when signing.",
  uploaded: "Uploaded",
  uploadedBy: "{time}, {name}",

  refusedTitle: "This file was not kept",
  "refused_no-file": "No signed PDF was chosen.",
  "refused_too-large": "The file is larger than 5 MB. Sign the issued PDF again.",
  "refused_not-a-pdf":
    "The file is no PDF that can be read. Choose the .pdf that the signing program saved, without a password to open it.",
  "refused_same-as-issued":
    "This is the issued file itself, without the agency's signature. Sign it and then upload it.",
  "refused_other-document":
    "The words on the page are not those of certificate {number}. Download the issued PDF, sign it, and change nothing.",
  "refused_drawn-over":
    "There are notes or drawings on the page besides the signature. Sign the issued PDF again and put nothing on the page.",
  "refused_no-signature": "The file has no new digital signature. Sign it and then upload it.",
  "refused_signature-format":
    "The signature is of a kind that cannot be read. Sign as PAdES or PKCS #7 (adbe.pkcs7.detached).",
  "refused_signature-wrong":
    "The signature does not fit the file: it was changed after signing, or the signature is damaged. Sign it again.",
  "refused_digest-not-accepted":
    "The signature uses a hash that is no longer safe (such as SHA-1). Choose SHA-256 in the signing program and sign again.",
  "refused_not-whole":
    "Something was added behind the signature that it does not cover. Upload the file as the signing program saved it, without saving it in another program.",
  "refused_not-in-force": "This certificate was revoked or issued again in the meantime.",

  ownTitle: "Copy signed by the agency",
  ownText: "The agency has signed this certificate: {signer}, {time}.",
} as const;
