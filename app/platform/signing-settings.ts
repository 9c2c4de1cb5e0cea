/** How issued documents are signed, as it was told; files are read later. */
export interface SigningSettings {
  /** SIGNING_P12: the file with key and certificates. */
  p12: string;
  /** SIGNING_P12_PASSWORD, or the first line of SIGNING_P12_PASSWORD_FILE. */
  password: { kind: "value"; value: string } | { kind: "file"; file: string };
  /** SIGNING_TSA_URL: time stamps by RFC 3161; null: none. */
  tsaUrl: string | null;
}

/** SIGNING_…: none of them, or a P12 with its password. */
export function readSigning(
  text: (name: string) => string | null,
  inDirectory: (path: string) => string,
  wrong: (setting: string, vietnamese: string, english: string) => void,
): SigningSettings | null {
  const [p12, value, file, tsaUrl] = [
    "SIGNING_P12",
    "SIGNING_P12_PASSWORD",
    "SIGNING_P12_PASSWORD_FILE",
    "SIGNING_TSA_URL",
  ].map(text) as [string | null, string | null, string | null, string | null];
  if (tsaUrl !== null && !(URL.canParse(tsaUrl) && ["http:", "https:"].includes(new URL(tsaUrl).protocol))) {
    wrong(
      "SIGNING_TSA_URL",
      `"${tsaUrl}" phải là địa chỉ của máy chủ cấp dấu thời gian, như http://tsa.ca.gov.vn.`,
      `"${tsaUrl}" must be the address of a time stamp authority, such as http://tsa.ca.gov.vn.`,
    );
  }
  if (p12 === null) {
    if (value !== null || file !== null || tsaUrl !== null) {
      wrong(
        "SIGNING_P12",
        "còn thiếu: phải là đường dẫn đến tệp .p12 chứa khóa ký; hoặc bỏ hết SIGNING_… thì giấy chứng nhận không ký số.",
        "is missing: it must be the path of the .p12 file with the signing key; or leave out all of SIGNING_… and certificates carry no digital signature.",
      );
    }
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
    password: value !== null ? { kind: "value", value } : { kind: "file", file: inDirectory(file!) },
    tsaUrl,
  };
}
