import { PKCS11_NAMES, readPkcs11, type Pkcs11Settings } from "./pkcs11-settings";

/** A password or PIN as it was told: itself, or a file whose first line it is. */
export type Secret = { kind: "value"; value: string } | { kind: "file"; file: string };

export interface P12Settings {
  /** SIGNING_P12: the file with key and certificates. */
  p12: string;
  /** SIGNING_P12_PASSWORD, or the first line of SIGNING_P12_PASSWORD_FILE. */
  password: Secret;
}

/** How issued documents are signed, as it was told; files are read and tokens asked later. */
export type SigningSettings = (P12Settings | { pkcs11: Pkcs11Settings }) & {
  /** SIGNING_TSA_URL: time stamps by RFC 3161; null: none. */
  tsaUrl: string | null;
};

type Text = (name: string) => string | null;
type InDirectory = (path: string) => string;
type Wrong = (setting: string, vietnamese: string, english: string) => void;

const P12_NAMES = ["SIGNING_P12", "SIGNING_P12_PASSWORD", "SIGNING_P12_PASSWORD_FILE"];

/** SIGNING_…: none of them, a P12 with its password, or a token with its PIN. */
export function readSigning(text: Text, inDirectory: InDirectory, wrong: Wrong): SigningSettings | null {
  const tsaUrl = text("SIGNING_TSA_URL");
  if (tsaUrl !== null && !(URL.canParse(tsaUrl) && ["http:", "https:"].includes(new URL(tsaUrl).protocol))) {
    wrong(
      "SIGNING_TSA_URL",
      `"${tsaUrl}" phải là địa chỉ của máy chủ cấp dấu thời gian, như http://tsa.ca.gov.vn.`,
      `"${tsaUrl}" must be the address of a time stamp authority, such as http://tsa.ca.gov.vn.`,
    );
  }
  const given = (names: readonly string[]) => names.filter((name) => text(name) !== null);
  const [ofP12, ofToken] = [given(P12_NAMES), given(PKCS11_NAMES)];
  if (ofP12.length > 0 && ofToken.length > 0) {
    wrong(
      ofP12[0]!,
      `không đặt cùng lúc với ${ofToken.join(", ")}: giấy chứng nhận được ký bằng khóa trong tệp (SIGNING_P12…) hoặc bằng thiết bị (SIGNING_PKCS11_…), chỉ giữ một trong hai.`,
      `must not be set together with ${ofToken.join(", ")}: certificates are signed with the key in a file (SIGNING_P12…) or with a token (SIGNING_PKCS11_…); keep one of the two.`,
    );
    return null;
  }
  if (ofToken.length > 0) {
    const pkcs11 = readPkcs11(text, inDirectory, wrong);
    return pkcs11 && { pkcs11, tsaUrl };
  }
  if (ofP12.length === 0 && tsaUrl === null) return null;
  const p12 = readP12(text, inDirectory, wrong);
  return p12 && { ...p12, tsaUrl };
}

function readP12(text: Text, inDirectory: InDirectory, wrong: Wrong): P12Settings | null {
  const [p12, value, file] = P12_NAMES.map(text);
  if (!p12) {
    wrong(
      "SIGNING_P12",
      "còn thiếu: phải là đường dẫn đến tệp .p12 chứa khóa ký (khóa trên thiết bị thì đặt SIGNING_PKCS11_…); hoặc bỏ hết SIGNING_… thì giấy chứng nhận không ký số.",
      "is missing: it must be the path of the .p12 file with the signing key (a key on a token is told by SIGNING_PKCS11_…); or leave out all of SIGNING_… and certificates carry no digital signature.",
    );
    return null;
  }
  if ((value === null) === (file === null)) {
    wrong(
      "SIGNING_P12_PASSWORD",
      "phải đặt đúng một trong hai: SIGNING_P12_PASSWORD (mật khẩu) hoặc SIGNING_P12_PASSWORD_FILE (tệp chứa mật khẩu).",
      "exactly one of the two must be set: SIGNING_P12_PASSWORD (the password) or SIGNING_P12_PASSWORD_FILE (a file that holds it).",
    );
    return null;
  }
  return {
    p12: inDirectory(p12),
    password: value ? { kind: "value", value } : { kind: "file", file: inDirectory(file!) },
  };
}
