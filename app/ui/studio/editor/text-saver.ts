/**
 * Saves the text of a lesson while it is typed, over the revision that the writer saw; keeps what is not saved yet in a journal on
 * this device. Knows nothing of React and nothing of the page.
 */
import type { SaveAnswer } from "~/domain/courses/drafts/lesson-editor";

export type SaveState =
  | "saved"
  | "saving"
  /** The line is lost; tried again by and by. */
  | "waiting"
  | "signed-out"
  /** Somebody else saved the file; nothing is sent until `settle`. */
  | "conflict"
  /** The draft takes no more: under review, published, discarded. */
  | "closed"
  | "too-large";

export interface Conflict {
  /** What stands there now; null: the file was taken away. */
  theirs: string | null;
  revision: number;
  byName: string;
  at: string;
}

export interface JournalEntry {
  text: string;
  over: number | null;
}

export interface TextJournal {
  read(): JournalEntry | null;
  write(entry: JournalEntry | null): void;
}

/** The journal in the browser's local storage; private windows that refuse it keep it in memory. */
export function browserTextJournal(draftId: string, path: string): TextJournal {
  const key = `chuan-muc.draft.${draftId}.${path}`;
  let memory: JournalEntry | null = null;
  return {
    read() {
      try {
        const kept = JSON.parse(localStorage.getItem(key) ?? "null") as Partial<JournalEntry> | null;
        return typeof kept?.text === "string" ? { text: kept.text, over: kept.over ?? null } : null;
      } catch {
        return memory;
      }
    },
    write(entry) {
      memory = entry;
      try {
        if (entry) localStorage.setItem(key, JSON.stringify(entry));
        else localStorage.removeItem(key);
      } catch {
        // Kept in memory.
      }
    },
  };
}

const PAUSE = 800;
const RETRY_FIRST = 1_000;
const RETRY_LONGEST = 15_000;
/** What browsers still send when a page goes away. */
const KEEPALIVE_BYTES = 60_000;

export interface TextSaverOptions {
  address: string;
  path: string;
  /** What the page was opened with. */
  text: string;
  revision: number;
  journal: TextJournal;
  events: { onState(state: SaveState): void; onConflict(conflict: Conflict): void };
  fetch?: typeof fetch;
}

export class TextSaver {
  private text: string;
  private saved: string;
  private revision: number | null;
  private state: SaveState = "saved";
  private timer: ReturnType<typeof setTimeout> | undefined;
  private running: Promise<void> | null = null;
  private delay = RETRY_FIRST;
  private stopped = false;

  constructor(private readonly options: TextSaverOptions) {
    this.text = options.text;
    this.saved = options.text;
    this.revision = options.revision;
  }

  /** What the journal kept from before and the server does not have. A conflict when the file has changed since. */
  kept(): { kind: "nothing" } | { kind: "goes-on" | "overtaken"; text: string } {
    const entry = this.options.journal.read();
    if (!entry || entry.text === this.saved) {
      this.options.journal.write(null);
      return { kind: "nothing" };
    }
    return { kind: entry.over === this.revision ? "goes-on" : "overtaken", text: entry.text };
  }

  get unsaved(): boolean {
    return this.text !== this.saved;
  }

  /** With each keystroke: kept here at once, sent after a pause. */
  changed(text: string): void {
    this.text = text;
    if (!this.unsaved && this.running === null && this.state !== "conflict") {
      this.options.journal.write(null);
      clearTimeout(this.timer);
      return this.say("saved");
    }
    this.options.journal.write({ text, over: this.revision });
    if (this.state === "conflict" || this.state === "signed-out" || this.state === "closed") return;
    if (this.state !== "waiting") this.say("saving");
    this.later(PAUSE);
  }

  /** Sends what is not saved now; resolves when the server has answered. */
  flush(): Promise<void> {
    clearTimeout(this.timer);
    return (this.running ??= this.send().finally(() => {
      this.running = null;
      if (!this.stopped && this.unsaved && this.state === "saving") this.later(PAUSE);
    }));
  }

  /** After a conflict: `text` goes over what the other person saved. */
  settle(text: string, conflict: Conflict): void {
    this.revision = conflict.theirs === null ? null : conflict.revision;
    this.saved = conflict.theirs ?? "";
    this.state = "saving";
    this.changed(text);
    void this.flush();
  }

  /** After signing in again, or when the line is back. */
  resume(): void {
    if (this.state === "conflict" || this.state === "closed") return;
    this.delay = RETRY_FIRST;
    if (this.unsaved) {
      this.say("saving");
      void this.flush();
    } else this.say("saved");
  }

  /** The page goes away: what is left is sent as a last word, and stays in the journal until the server is seen to have it. */
  leave(): void {
    if (!this.unsaved || this.state === "conflict" || this.state === "closed") return;
    const body = this.body();
    if (new TextEncoder().encode(body).byteLength > KEEPALIVE_BYTES) return;
    void this.post(body, true).catch(() => undefined);
  }

  stop(): void {
    this.stopped = true;
    clearTimeout(this.timer);
  }

  private body(): string {
    return JSON.stringify({ intent: "save", path: this.options.path, text: this.text, over: this.revision });
  }

  private post(body: string, keepalive = false): Promise<Response> {
    const send = this.options.fetch ?? fetch;
    const headers = { "Content-Type": "application/json" };
    return send(this.options.address, { method: "POST", body, headers, redirect: "manual", keepalive });
  }

  private later(milliseconds: number): void {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => void this.flush(), milliseconds);
  }

  private say(state: SaveState): void {
    this.state = state;
    this.options.events.onState(state);
  }

  private async send(): Promise<void> {
    if (!this.unsaved || this.state === "conflict" || this.state === "closed") return;
    const sent = this.text;
    let answer: SaveAnswer | null = null;
    try {
      const response = await this.post(this.body());
      if (response.type === "opaqueredirect") return this.say("signed-out");
      if (response.status === 200 || response.status === 409) answer = (await response.json()) as SaveAnswer;
    } catch {
      answer = null;
    }
    if (this.stopped) return;
    if (answer === null) {
      this.say("waiting");
      this.later(this.delay);
      this.delay = Math.min(this.delay * 2, RETRY_LONGEST);
      return;
    }
    this.delay = RETRY_FIRST;
    this.take(sent, answer);
  }

  private take(sent: string, answer: SaveAnswer): void {
    if (answer.kind === "saved" || (answer.kind === "overtaken" && answer.text === sent)) {
      this.revision = answer.revision;
      this.saved = sent;
      if (this.unsaved) {
        this.options.journal.write({ text: this.text, over: this.revision });
        return this.say("saving");
      }
      this.options.journal.write(null);
      return this.say("saved");
    }
    if (answer.kind === "overtaken") {
      this.say("conflict");
      const { text, revision, byName, at } = answer;
      return this.options.events.onConflict({ theirs: text, revision, byName, at });
    }
    this.say(answer.kind === "closed" ? "closed" : "too-large");
  }
}
