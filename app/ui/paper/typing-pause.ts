/** Long enough not to post on every key, short enough to be saved before the next question. */
const PAUSE = 800;

/** Waits for a pause in typing before an answer is saved: each key begins the wait for its question anew. */
export class TypingPause {
  private readonly timers = new Map<string, ReturnType<typeof setTimeout>>();

  constructor(private readonly save: (questionId: string) => void) {}

  typed(questionId: string): void {
    this.forget(questionId);
    this.timers.set(
      questionId,
      setTimeout(() => this.settle(questionId), PAUSE),
    );
  }

  /** Saves what still waits, all of it or one question, at once. */
  settle(questionId?: string): void {
    for (const id of questionId === undefined ? [...this.timers.keys()] : [questionId]) {
      if (this.forget(id)) this.save(id);
    }
  }

  /** The question is saved by other means; true when it was waiting. */
  forget(questionId: string): boolean {
    clearTimeout(this.timers.get(questionId));
    return this.timers.delete(questionId);
  }
}
