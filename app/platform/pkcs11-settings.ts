import type { Secret } from "./signing-settings";

/** A signing key on a token or in an HSM, reached through the driver (PKCS #11) of whoever made it. */
export interface Pkcs11Settings {
  /** SIGNING_PKCS11_MODULE: the driver, a library file. */
  module: string;
  /** SIGNING_PKCS11_TOKEN: the token's label. */
  token: string;
  /** SIGNING_PKCS11_KEY: the key's label, or its ID in hexadecimal digits. */
  key: string;
  /** SIGNING_PKCS11_PIN, or the first line of SIGNING_PKCS11_PIN_FILE. */
  pin: Secret;
  /** SIGNING_PKCS11_CHAIN: a PEM file with the certificates above the token's own; null: none go along. */
  chain: string | null;
  /** SIGNING_PKCS11_TOOL: OpenSC's pkcs11-tool; a bare name is looked for on the PATH. */
  tool: string;
}

const NEEDED = {
  SIGNING_PKCS11_MODULE: [
    "đường dẫn đến trình điều khiển PKCS #11 (tệp .so) của thiết bị ký",
    "the path of the token's PKCS #11 driver (a .so file)",
  ],
  SIGNING_PKCS11_TOKEN: [
    "nhãn của thiết bị ký, như lệnh pkcs11-tool -T in ra",
    "the token's label, as pkcs11-tool -T prints it",
  ],
  SIGNING_PKCS11_KEY: ["nhãn hoặc ID của khóa ký trên thiết bị", "the label or the ID of the signing key on the token"],
} as const;

export const PKCS11_NAMES = [
  ...(Object.keys(NEEDED) as (keyof typeof NEEDED)[]),
  "SIGNING_PKCS11_PIN",
  "SIGNING_PKCS11_PIN_FILE",
  "SIGNING_PKCS11_CHAIN",
  "SIGNING_PKCS11_TOOL",
] as const;

/** Asked for when one of PKCS11_NAMES is set: all that are needed must be. */
export function readPkcs11(
  text: (name: string) => string | null,
  inDirectory: (path: string) => string,
  wrong: (setting: string, vietnamese: string, english: string) => void,
): Pkcs11Settings | null {
  for (const [name, [vietnamese, english]] of Object.entries(NEEDED)) {
    if (text(name) !== null) continue;
    wrong(
      name,
      `còn thiếu: phải là ${vietnamese}; hoặc bỏ hết SIGNING_PKCS11_… thì không ký bằng thiết bị.`,
      `is missing: it must be ${english}; or leave out all of SIGNING_PKCS11_… and no token is used.`,
    );
  }
  const [module, token, key, pin, pinFile, chain, tool] = PKCS11_NAMES.map(text);
  if ((pin === null) === (pinFile === null)) {
    wrong(
      "SIGNING_PKCS11_PIN",
      "phải đặt đúng một trong hai: SIGNING_PKCS11_PIN (mã PIN) hoặc SIGNING_PKCS11_PIN_FILE (tệp chứa mã PIN).",
      "exactly one of the two must be set: SIGNING_PKCS11_PIN (the PIN) or SIGNING_PKCS11_PIN_FILE (a file that holds it).",
    );
    return null;
  }
  if (!module || !token || !key) return null;
  return {
    module: inDirectory(module),
    token,
    key,
    pin: pin ? { kind: "value", value: pin } : { kind: "file", file: inDirectory(pinFile!) },
    chain: chain ? inDirectory(chain) : null,
    tool: tool ? (tool.includes("/") ? inDirectory(tool) : tool) : "pkcs11-tool",
  };
}
