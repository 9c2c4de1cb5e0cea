/**
 * Saves answers one by one, keeps what is not saved yet in a journal on this device, and sends it again when the line is
 * back. Knows nothing of React and nothing of the page.
 */
export type SaveState = "saving" | "saved" | "waiting" | "superseded";

export interface SaverEvents {
  onState(questionId: string, state: SaveState): void;
  /** The line is lost (false) or back with everything saved (true). */
  onLine(connected: boolean): void;
  /** Nobody is signed in any more; call `resume()` when somebody is again. */
  onSignedOut(): void;
  /** The server takes no more answers: handed in, or time is over. */
  onClosed(): void;
  /** What the server says with each save: when the paper ends now, and whether another page has taken it over. */
  onSituation(situation: { deadlineAt: Date; elsewhere: boolean }): void;
}

type Fields = [name: string, value: string][];

interface Entry {
  sequence: number;
  fields: Fields;
}

export interface Journal {
  read(): Record<string, Entry>;
  write(entries: Record<string, Entry>): void;
}

/** The journal in the browser's local storage; private windows that refuse it keep it in memory. */
export function browserJournal(attemptId: string): Journal {
  const key = `chuan-muc.paper.${attemptId}`;
  let memory: Record<string, Entry> = {};
  return {
    read() {
      try {
        return JSON.parse(localStorage.getItem(key) ?? "{}") as Record<string, Entry>;
      } catch {
        return memory;
      }
    },
    write(entries) {
      memory = entries;
      try {
        if (Object.keys(entries).length === 0) localStorage.removeItem(key);
        else localStorage.setItem(key, JSON.stringify(entries));
      } catch {
        // Kept in memory.
      }
    },
  };
}

interface SaveReply {
  kind?: string;
  deadlineAt: string;
  elsewhere: boolean;
}

const RETRY_FIRST = 1_000;
const RETRY_LONGEST = 15_000;

export class AnswerSaver {
  private readonly entries: Record<string, Entry>;
  private running: Promise<boolean> | null = null;
  private held = false;
  private connected = true;
  private delay = RETRY_FIRST;
  private retry: ReturnType<typeof setTimeout> | undefined;

  constructor(
    private readonly options: {
      address: string;
      journal: Journal;
      /** A word for this very page: the server knows by it which page holds the paper. */
      device: string;
      events: SaverEvents;
      /** The highest sequence that the server has seen. */
      sequence: number;
      /** Milliseconds to add to this device's clock to have the server's. */
      clockOffset: number;
      fetch?: typeof fetch;
    },
  ) {
    this.entries = options.journal.read();
  }

  /** What the journal still held from before, so that the form can be filled in again. */
  pending(): { questionId: string; fields: Fields }[] {
    return Object.entries(this.entries).map(([questionId, { fields }]) => ({ questionId, fields }));
  }

  /** The same with their sequences, for the file of answers. */
  entriesForFile(): { questionId: string; sequence: number; fields: Fields }[] {
    return Object.entries(this.entries).map(([questionId, entry]) => ({ questionId, ...entry }));
  }

  /**
   * Notes a choice and sends it. Sequences follow the server's clock, so that of two tabs or devices the later choice wins and
   * a late arrival does not.
   */
  save(questionId: string, fields: Fields): void {
    const { sequence, clockOffset } = this.options;
    const last = Math.max(sequence, ...Object.values(this.entries).map((entry) => entry.sequence));
    const next = Math.max(last + 1, Math.round(Date.now() + clockOffset));
    this.options.sequence = next;
    this.entries[questionId] = { sequence: next, fields };
    this.options.journal.write(this.entries);
    this.options.events.onState(questionId, this.connected ? "saving" : "waiting");
    void this.flush();
  }

  /** After signing in again, or when the browser says that the line is back. */
  resume(): void {
    this.held = false;
    this.delay = RETRY_FIRST;
    clearTimeout(this.retry);
    void this.flush();
  }

  /** Sends everything that is not saved; true when nothing is left. Called while sending, it waits for that. */
  flush(): Promise<boolean> {
    return (this.running ??= this.sendAll().finally(() => (this.running = null)));
  }

  private async sendAll(): Promise<boolean> {
    for (;;) {
      const [questionId, entry] = Object.entries(this.entries)[0] ?? [];
      if (questionId === undefined || entry === undefined) break;
      if (this.held || !(await this.send(questionId, entry))) return false;
    }
    if (!this.connected) {
      this.connected = true;
      this.options.events.onLine(true);
    }
    return true;
  }

  stop(): void {
    clearTimeout(this.retry);
    this.held = true;
  }

  private async send(questionId: string, entry: Entry): Promise<boolean> {
    const body = new URLSearchParams();
    body.set("question", questionId);
    body.set("sequence", String(entry.sequence));
    body.set("device", this.options.device);
    for (const [name, value] of entry.fields) body.append(name, value);
    let response: Response;
    try {
      response = await (this.options.fetch ?? fetch)(this.options.address, {
        method: "POST",
        body,
        redirect: "manual",
        keepalive: true,
        headers: { accept: "application/json" },
      });
    } catch {
      return this.waitForLine(questionId);
    }
    if (response.type === "opaqueredirect" || response.status === 401) {
      this.held = true;
      this.options.events.onState(questionId, "waiting");
      this.options.events.onSignedOut();
      return false;
    }
    // 409 or 410: closed. 404: the account that signed in again is another one; a reload says so.
    if (response.status === 409 || response.status === 404) {
      this.held = true;
      this.options.events.onClosed();
      return false;
    }
    if (!response.ok) {
      // A choice that the server cannot read would block all others for ever.
      if (response.status === 400) this.forget(questionId, entry);
      return response.status === 400 ? true : this.waitForLine(questionId);
    }
    const answer = (await response.json().catch(() => null)) as SaveReply | null;
    if (answer?.kind !== "saved" && answer?.kind !== "superseded") return this.waitForLine(questionId);
    this.delay = RETRY_FIRST;
    this.options.events.onSituation({ deadlineAt: new Date(answer.deadlineAt), elsewhere: answer.elsewhere });
    if (this.forget(questionId, entry)) this.options.events.onState(questionId, answer.kind);
    return true;
  }

  /** Drops an entry unless a newer choice has taken its place meanwhile. */
  private forget(questionId: string, entry: Entry): boolean {
    if (this.entries[questionId]?.sequence !== entry.sequence) return false;
    delete this.entries[questionId];
    this.options.journal.write(this.entries);
    return true;
  }

  private waitForLine(questionId: string): false {
    this.options.events.onState(questionId, "waiting");
    if (this.connected) {
      this.connected = false;
      this.options.events.onLine(false);
    }
    clearTimeout(this.retry);
    this.retry = setTimeout(() => void this.flush(), this.delay);
    this.delay = Math.min(this.delay * 2, RETRY_LONGEST);
    return false;
  }
}
