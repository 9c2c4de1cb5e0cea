import { execFileSync, spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import path from "node:path";

export const hasOpenssl = spawnSync("openssl", ["version"]).status === 0;
export const hasPdfsig = spawnSync("pdfsig", ["-v"]).status === 0;
export const P12_PASSWORD = "mật-khẩu";

/** A root, keys below it and a time stamp authority, made with openssl for one test file and thrown away after it. */
export class TestKeys {
  readonly folder = mkdtempSync(path.join(tmpdir(), "signing-"));
  private servers: Server[] = [];

  constructor() {
    this.openssl(
      "req -x509 -newkey ec -pkeyopt ec_paramgen_curve:P-256 -nodes -keyout ca.key -out ca.pem -days 3650 -subj /CN=Root -utf8",
    );
    writeFileSync(this.path("tsa.ext"), "extendedKeyUsage=critical,timeStamping\nkeyUsage=critical,digitalSignature\n");
    this.certificate("rsa", "rsa:2048", "Sở Nội vụ tỉnh An Giang");
    this.certificate("ec", "ec -pkeyopt ec_paramgen_curve:P-256", "Chữ ký EC");
    this.certificate("tsa", "rsa:2048", "Dau thoi gian", "tsa.ext");
    writeFileSync(
      this.path("tsa.cnf"),
      `[tsa]\ndefault_tsa=a\n[a]\nserial=${this.path("tsa.serial")}\nsigner_cert=${this.path("tsa.pem")}\ncerts=${this.path("ca.pem")}\n` +
        `signer_key=${this.path("tsa.key")}\nsigner_digest=sha256\ndefault_policy=1.2.3.4.1\ndigests=sha256\n`,
    );
    writeFileSync(this.path("tsa.serial"), "01\n");
  }

  path(name: string): string {
    return path.join(this.folder, name);
  }

  read(name: string): Buffer {
    return readFileSync(this.path(name));
  }

  /** The certificates, root first: whoever opens the file has to find the key's own. */
  p12(name: "rsa" | "ec"): { p12: string; password: { kind: "value"; value: string } } {
    execFileSync(
      "openssl",
      [
        "pkcs12",
        "-export",
        "-inkey",
        `${name}.key`,
        "-in",
        `${name}.pem`,
        "-certfile",
        "ca.pem",
        "-out",
        `${name}.p12`,
        "-passout",
        `pass:${P12_PASSWORD}`,
      ],
      { cwd: this.folder },
    );
    return { p12: this.path(`${name}.p12`), password: { kind: "value", value: P12_PASSWORD } };
  }

  der(name: string): Uint8Array {
    return new Uint8Array(
      Buffer.from(
        this.read(`${name}.pem`)
          .toString()
          .replace(/-----[^-]+-----|\s/g, ""),
        "base64",
      ),
    );
  }

  /** The address of an authority that answers each request with `openssl ts -reply`. */
  async timeStampAuthority(): Promise<string> {
    const server = createServer((request, response) => {
      const chunks: Buffer[] = [];
      request.on("data", (chunk: Buffer) => chunks.push(chunk));
      request.on("end", () => {
        writeFileSync(this.path("request.tsq"), Buffer.concat(chunks));
        this.openssl("ts -reply -config tsa.cnf -queryfile request.tsq -out reply.tsr");
        response.writeHead(200, { "Content-Type": "application/timestamp-reply" }).end(this.read("reply.tsr"));
      });
    });
    this.servers.push(server);
    await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
    return `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
  }

  /** Whether openssl finds the signature to be that of its certificate, below the root, over this content. */
  opensslVerifies(cms: Uint8Array, content: Uint8Array): boolean {
    writeFileSync(this.path("cms.der"), cms);
    writeFileSync(this.path("content.bin"), content);
    const run = spawnSync(
      "openssl",
      "cms -verify -inform DER -in cms.der -content content.bin -binary -CAfile ca.pem -purpose any -cades -out out.bin".split(
        " ",
      ),
      { cwd: this.folder, encoding: "utf8" },
    );
    return run.status === 0;
  }

  pdfsig(pdf: Uint8Array): string {
    writeFileSync(this.path("signed.pdf"), pdf);
    // Exit codes differ between versions; the words do not.
    return spawnSync("pdfsig", ["-nocert", "signed.pdf"], { cwd: this.folder, encoding: "utf8" }).stdout;
  }

  close(): void {
    for (const server of this.servers) server.close();
    rmSync(this.folder, { recursive: true, force: true });
  }

  private certificate(name: string, key: string, commonName: string, extensions?: string): void {
    execFileSync(
      "openssl",
      [
        ..."req -utf8 -nodes -newkey".split(" "),
        ...key.split(" "),
        "-keyout",
        `${name}.key`,
        "-out",
        `${name}.csr`,
        "-subj",
        `/C=VN/O=UBND/CN=${commonName}`,
      ],
      { cwd: this.folder, stdio: "ignore" },
    );
    const more = extensions ? ` -extfile ${extensions}` : "";
    this.openssl(
      `x509 -req -in ${name}.csr -CA ca.pem -CAkey ca.key -CAcreateserial -out ${name}.pem -days 3650${more}`,
    );
  }

  private openssl(command: string): void {
    execFileSync("openssl", command.split(" "), { cwd: this.folder, stdio: "ignore" });
  }
}
