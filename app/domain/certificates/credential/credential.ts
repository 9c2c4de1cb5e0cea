import type { CertificateFacts } from "../facts";
import type { CredentialAddresses } from "./addresses";
import { hex, secondsOf, sha256Of, type JsonObject } from "./data-integrity";
import { statusEntry, type StatusEntry } from "./status-list";

export const CREDENTIAL_CONTEXT = [
  "https://www.w3.org/ns/credentials/v2",
  "https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json",
];

/** What a credential says besides the printed facts. */
export interface CredentialSource {
  facts: CertificateFacts;
  issuerCode: string;
  year: number;
  issuedAt: Date;
  /** Of the course version: what was achieved. */
  versionId: string;
  /** Documents of the register that the legal basis names, with the address that the register has for them. */
  alignments: { number: string; title: string; url: string }[];
}

export interface CertificateCredential extends JsonObject {
  id: string;
  /** Open Badges 3.0 has room for one: whether it was revoked or replaced, which any verifier understands. */
  credentialStatus: StatusEntry;
}

/**
 * A certificate as an Open Badges 3.0 credential, without its proof. Of the person it holds a salted hash of the name, so that whoever
 * knows the name can compare it, and nothing else: no personal ID, no staff number, no post.
 */
export async function composeCredential(
  source: CredentialSource,
  addresses: CredentialAddresses,
): Promise<CertificateCredential> {
  const { facts } = source;
  const page = `${addresses.verify}/${facts.serial}`;
  return {
    "@context": CREDENTIAL_CONTEXT,
    id: `${page}/credential.json`,
    type: ["VerifiableCredential", "OpenBadgeCredential"],
    name: `Giấy chứng nhận hoàn thành: ${facts.courseName}`,
    issuer: { id: addresses.issuer, type: ["Profile"], name: facts.issuerName, url: new URL(addresses.issuer).origin },
    validFrom: secondsOf(source.issuedAt),
    credentialSubject: {
      id: `urn:chuan-muc:certificate:${facts.serial}`,
      type: ["AchievementSubject"],
      identifier: [await nameIdentifier(facts.fullName, facts.serial)],
      activityStartDate: `${facts.startedOn}T00:00:00+07:00`,
      activityEndDate: `${facts.completedOn}T00:00:00+07:00`,
      licenseNumber: facts.number,
      narrative: `Kết quả: ${facts.result}.`,
      achievement: {
        id: `urn:uuid:${source.versionId}`,
        type: ["Achievement"],
        achievementType: "CertificateOfCompletion",
        inLanguage: "vi",
        name: facts.courseName,
        description: `Khóa học ${facts.courseName}. Hình thức học: ${facts.studyForm}. Thời lượng: ${facts.duration}.`,
        criteria: {
          narrative: [
            "Hoàn thành các bài học bắt buộc và đạt bài kiểm tra của khóa học.",
            ...(facts.legalBasis === null ? [] : [`Căn cứ ${facts.legalBasis}.`]),
          ].join(" "),
        },
        ...(facts.legalBasis === null ? {} : { alignment: alignmentsOf(facts.legalBasis, source.alignments, page) }),
      },
    },
    evidence: [
      {
        id: page,
        type: ["Evidence"],
        name: "Trang tra cứu giấy chứng nhận",
        narrative: `Số ${facts.number}, mã tra cứu ${facts.serial}.`,
      },
    ],
    credentialStatus: statusEntry(addresses, { ...source, registerNumber: facts.registerNumber }, "revocation"),
  };
}

/** What the paper names as its legal basis; a document that the register knows has its number and its address. */
function alignmentsOf(legalBasis: string, known: CredentialSource["alignments"], page: string) {
  const framework = { targetFramework: "Hệ thống văn bản pháp luật Việt Nam" };
  if (known.length === 0) return [{ type: ["Alignment"], targetName: legalBasis, targetUrl: page, ...framework }];
  return known.map(({ number, title, url }) => ({
    type: ["Alignment"],
    targetCode: number,
    targetName: title,
    targetUrl: url,
    ...framework,
  }));
}

/** The salt follows from the serial, so that the same certificate always gives the same credential. */
async function nameIdentifier(fullName: string, serial: string) {
  const salt = hex(await sha256Of(`name ${serial}`)).slice(0, 32);
  return {
    type: "IdentityObject",
    identityType: "name",
    hashed: true,
    salt,
    identityHash: await hashName(fullName, salt),
  };
}

/** As Open Badges 3.0 hashes an identity: the salt follows the text. */
export async function hashName(fullName: string, salt: string): Promise<string> {
  const name = fullName.normalize("NFC").replace(/\s+/g, " ").trim();
  return `sha256$${hex(await sha256Of(name + salt))}`;
}
