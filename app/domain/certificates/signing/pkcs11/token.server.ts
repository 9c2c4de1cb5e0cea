import { accessSync, constants } from "node:fs";
import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import type { Pkcs11Settings } from "~/platform/pkcs11-settings";
import { errorCode, PlainSentence } from "~/platform/plain-sentence";
import { runTool, type Ran } from "./run-tool.server";
import * as sentences from "./sentences";
import { readObjects, readTokens, type SeenObject } from "./token-listing";

/** What all users of one token in this process share. */
interface Turns {
  last: Promise<unknown>;
  hangs: number;
  refusedPin: string | null;
}

// One for the process: the server and the Remix build each bundle this module.
const holder = globalThis as typeof globalThis & { chuanMucTokens?: Map<string, Turns> };

/**
 * A token behind pkcs11-tool: one process at a time, each with a time limit. Before each login the token is asked how its PIN
 * stands, and a PIN that was refused is not used again: three wrong tries, and the agency's token is locked.
 */
export class Token {
  private readonly turns: Turns;

  constructor(
    private readonly settings: Pick<Pkcs11Settings, "module" | "token" | "tool">,
    private readonly pin: string,
    private readonly limitMs: number,
  ) {
    const all = (holder.chuanMucTokens ??= new Map<string, Turns>());
    const key = JSON.stringify([settings.module, settings.token]);
    this.turns = all.get(key) ?? { last: Promise.resolve(), hangs: 0, refusedPin: null };
    all.set(key, this.turns);
  }

  async objects(): Promise<SeenObject[]> {
    return readObjects((await this.ask(["--list-objects"])).listing);
  }

  /** The DER of a certificate; of an ID and label at once, as several may share the one or the other. */
  async certificate({ id, label }: SeenObject): Promise<Uint8Array> {
    const which = [...(id ? ["--id", id] : []), ...(label ? ["--label", label] : [])];
    return (await this.ask(["--read-object", "--type", "cert", ...which], { writes: true })).bytes;
  }

  async sign(key: SeenObject, mechanism: readonly string[], toSign: Uint8Array): Promise<Uint8Array> {
    const args = ["--sign", "--id", key.id, "--mechanism", ...mechanism];
    return (await this.ask(args, { writes: true, stdin: toSign })).bytes;
  }

  private ask(
    args: readonly string[],
    more: { writes?: true; stdin?: Uint8Array } = {},
  ): Promise<{ listing: string; bytes: Uint8Array }> {
    return this.inTurn(async () => {
      await this.look();
      // Into a file: drivers are known to print on the standard output whatever comes to their mind.
      const folder = await mkdtemp(path.join(tmpdir(), "chuan-muc-token-"));
      try {
        const file = path.join(folder, "answer");
        const written = more.writes ? ["--output-file", file] : [];
        const all = ["--token-label", this.settings.token, ...args, ...written];
        const listing = this.judge(await this.run(all, { pin: this.pin, stdin: more.stdin ?? null }));
        if (!more.writes) return { listing, bytes: new Uint8Array() };
        const bytes = await readFile(file).catch(() => {
          throw sentences.tokenFailed(this.settings.token, "pkcs11-tool: 0");
        });
        return { listing, bytes: new Uint8Array(bytes) };
      } finally {
        await rm(folder, { recursive: true, force: true });
      }
    });
  }

  /** Without a login: whether the token is there, and its PIN may be tried. */
  private async look(): Promise<void> {
    const { module, token } = this.settings;
    try {
      accessSync(module, constants.R_OK);
    } catch (error) {
      throw new PlainSentence(
        `SIGNING_PKCS11_MODULE: không đọc được ${module} (${errorCode(error)}).`,
        `SIGNING_PKCS11_MODULE: ${module} cannot be read (${errorCode(error)}).`,
      );
    }
    if (this.turns.refusedPin === this.pin) throw sentences.pinWrong(token);
    const tokens = readTokens(this.judge(await this.run(["--list-token-slots"], { pin: null, stdin: null })));
    const [found, another] = tokens.filter(({ label }) => label.normalize() === token.normalize());
    if (!found) {
      throw sentences.tokenAbsent(
        token,
        tokens.map(({ label }) => label),
      );
    }
    if (another) throw sentences.severalTokens(token);
    if (found.flags.includes("user PIN locked")) throw sentences.pinLocked(token);
    if (found.flags.includes("final user PIN try")) throw sentences.pinLastTry(token);
  }

  private run(args: readonly string[], input: { pin: string | null; stdin: Uint8Array | null }): Promise<Ran> {
    const { tool, module } = this.settings;
    return runTool({ tool, args: ["--module", module, ...args], ...input, limitMs: this.limitMs });
  }

  /** What the tool printed, or the sentence for why it did not do what it was asked for. */
  private judge(ran: Ran): string {
    const { tool, module, token } = this.settings;
    if (ran.kind === "not-started") throw sentences.toolNotStarted(tool, ran.code);
    if (ran.kind === "crashed") throw sentences.driverCrashed(module, ran.signal);
    if (ran.kind === "hung") {
      this.turns.hangs += 1;
      throw sentences.noAnswer(token, this.limitMs);
    }
    if (ran.code === 0) return ran.stdout;
    if (/Failed to load pkcs11 module/i.test(ran.stderr)) throw sentences.driverNotLoaded(module);
    if (/No slot with (a )?token/i.test(ran.stderr)) throw sentences.tokenAbsent(token, []);
    // Nothing else of it is told: what a driver prints may hold the PIN.
    const code = /\brv = (CKR_[A-Z_]+)/.exec(ran.stderr)?.[1];
    switch (code) {
      case "CKR_PIN_INCORRECT":
      case "CKR_PIN_INVALID":
      case "CKR_PIN_LEN_RANGE":
        this.turns.refusedPin = this.pin;
        throw sentences.pinWrong(token);
      case "CKR_PIN_LOCKED":
        throw sentences.pinLocked(token);
      case "CKR_TOKEN_NOT_PRESENT":
      case "CKR_DEVICE_REMOVED":
        throw sentences.tokenAbsent(token, []);
      default:
        throw sentences.tokenFailed(token, code ?? `pkcs11-tool: ${ran.code}`);
    }
  }

  /** One after the other. Who waited while another one's call hung does not wait for the same silence again. */
  private inTurn<T>(work: () => Promise<T>): Promise<T> {
    const { hangs } = this.turns;
    const turn = this.turns.last.then(() => {
      if (this.turns.hangs !== hangs) throw sentences.noAnswer(this.settings.token, this.limitMs);
      return work();
    });
    this.turns.last = turn.catch(() => undefined);
    return turn;
  }
}
