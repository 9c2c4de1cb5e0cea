/** Asks of many people at the same moment, answered by one statement: a busy database is asked seldom instead of often. */

interface Waiting<Ask, Answer> {
  ask: Ask;
  resolve: (answer: Answer) => void;
  reject: (error: unknown) => void;
}

/**
 * While one batch is on its way, further asks gather for the next; an ask that comes alone goes at once. A batch that takes
 * longer than `patience` milliseconds (one of its rows is locked) keeps nobody else waiting. When a batch fails, each of its
 * asks is tried by itself, so that one that cannot be answered spoils no other.
 *
 * `work` answers in the order of the asks. Asks of the same `keyOf` never stand in the same batch.
 */
export function gathering<Ask, Answer>(input: {
  work: (asks: readonly Ask[]) => Promise<readonly Answer[]>;
  keyOf?: (ask: Ask) => string;
  most?: number;
  patience?: number;
}): (ask: Ask) => Promise<Answer> {
  const { work, keyOf, most = 100, patience = 25 } = input;
  let waiting: Waiting<Ask, Answer>[] = [];
  let underWay = false;

  function takeBatch(): Waiting<Ask, Answer>[] {
    const keys = new Set<string>();
    const later: Waiting<Ask, Answer>[] = [];
    const batch: Waiting<Ask, Answer>[] = [];
    for (const each of waiting) {
      const key = keyOf?.(each.ask);
      if (batch.length >= most || (key !== undefined && keys.has(key))) later.push(each);
      else {
        if (key !== undefined) keys.add(key);
        batch.push(each);
      }
    }
    waiting = later;
    return batch;
  }

  async function answer(batch: Waiting<Ask, Answer>[]): Promise<void> {
    try {
      const answers = await work(batch.map(({ ask }) => ask));
      batch.forEach(({ resolve }, index) => resolve(answers[index]!));
    } catch (error) {
      if (batch.length === 1) return batch[0]!.reject(error);
      await Promise.all(batch.map((each) => answer([each])));
    }
  }

  function go(): void {
    if (underWay || waiting.length === 0) return;
    underWay = true;
    let passedOn = false;
    const passOn = () => {
      if (passedOn) return;
      passedOn = true;
      underWay = false;
      go();
    };
    const timer = setTimeout(passOn, patience);
    void answer(takeBatch()).finally(() => {
      clearTimeout(timer);
      passOn();
    });
  }

  return (ask) =>
    new Promise<Answer>((resolve, reject) => {
      waiting.push({ ask, resolve, reject });
      // After the other requests of this turn have been read.
      if (!underWay) setImmediate(go);
    });
}
