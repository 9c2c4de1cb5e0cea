import { execFileSync, spawnSync } from "node:child_process";
import { chmodSync, existsSync, mkdirSync, writeFileSync } from "node:fs";
import type { Pkcs11Settings } from "~/platform/pkcs11-settings";
import { hasOpenssl, type TestKeys } from "./signing-keys";

const DRIVER = [
  "/usr/lib/softhsm/libsofthsm2.so",
  "/usr/lib/x86_64-linux-gnu/softhsm/libsofthsm2.so",
  "/usr/lib64/pkcs11/libsofthsm2.so",
  "/usr/local/lib/softhsm/libsofthsm2.so",
  "/opt/homebrew/lib/softhsm/libsofthsm2.so",
].find((file) => existsSync(file));

const isThere = (program: string, argument: string) => spawnSync(program, [argument]).error === undefined;

export const hasToken =
  DRIVER !== undefined && hasOpenssl && isThere("softhsm2-util", "--version") && isThere("pkcs11-tool", "--help");

export const TOKEN_LABEL = "Sở Nội vụ";
export const PIN = "24681357";

/** A SoftHSM token in the folder of the keys; SOFTHSM2_CONF has to name its `conf`. */
export class TestToken {
  readonly conf: string;

  constructor(private readonly keys: TestKeys) {
    this.conf = this.configuration("tokens");
    this.init(TOKEN_LABEL);
  }

  /** The name of a configuration whose tokens lie in this folder: in a folder of its own there is none. */
  configuration(folder: string): string {
    const [conf, tokens] = [this.keys.path(`${folder}.conf`), this.keys.path(folder)];
    mkdirSync(tokens);
    writeFileSync(conf, `directories.tokendir = ${tokens}\nobjectstore.backend = file\nlog.level = ERROR\n`);
    return conf;
  }

  init(label: string): void {
    this.run("softhsm2-util", "--init-token", "--free", "--label", label, "--pin", PIN, "--so-pin", "13572468");
  }

  /** The key of `name`.key, with `name`.pem beside it unless another or none is wanted. */
  put(name: "rsa" | "ec", as: { id: string; label: string; certificate?: Uint8Array | null; more?: string[] }): void {
    const { id, label, certificate = this.keys.der(name), more = [] } = as;
    execFileSync("openssl", ["pkey", "-in", `${name}.key`, "-outform", "der", "-out", `${name}.key.der`], {
      cwd: this.keys.folder,
    });
    this.write("privkey", this.keys.path(`${name}.key.der`), id, label, ["--usage-sign", ...more]);
    if (certificate) this.putCertificate(certificate, { id, label });
  }

  putCertificate(der: Uint8Array, { id, label }: { id: string; label: string }): void {
    writeFileSync(this.keys.path("put.crt"), der);
    this.write("cert", this.keys.path("put.crt"), id, label, []);
  }

  settings(key: string, change: Partial<Pkcs11Settings> = {}): Pkcs11Settings {
    return {
      module: DRIVER!,
      token: TOKEN_LABEL,
      key,
      pin: { kind: "value", value: PIN },
      chain: null,
      tool: "pkcs11-tool",
      ...change,
    };
  }

  private write(type: string, file: string, id: string, label: string, more: string[]): void {
    const token = ["--module", DRIVER!, "--token-label", TOKEN_LABEL, "--login", "--pin", PIN];
    this.run("pkcs11-tool", ...token, "--write-object", file, "--type", type, "--id", id, "--label", label, ...more);
  }

  private run(program: string, ...args: string[]): void {
    execFileSync(program, args, { env: { ...process.env, SOFTHSM2_CONF: this.conf }, stdio: "pipe" });
  }
}

/**
 * A pkcs11-tool that is a script: `-T` shows a token of this label, the rest is up to the lines given (with $1, $2 … its arguments).
 * Each run is noted in `calls`.
 */
export function fakeTool(file: string, input: { flags?: string; then: string }): { tool: string; calls: string } {
  const calls = `${file}.calls`;
  writeFileSync(calls, "");
  writeFileSync(
    file,
    `#!/bin/sh
echo "$*" >> '${calls}'
case "$*" in *--list-token-slots*)
  echo "Available slots:"
  echo "Slot 0 (0x1): a reader"
  echo "  token label        : ${TOKEN_LABEL}"
  echo "  token flags        : login required, ${input.flags ?? "PIN initialized"}"
  exit 0;;
esac
${input.then}
`,
  );
  chmodSync(file, 0o755);
  return { tool: file, calls };
}
