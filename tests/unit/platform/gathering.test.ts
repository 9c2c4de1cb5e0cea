import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { gathering } from "~/platform/gathering";

const pause = (milliseconds = 0) => new Promise((resolve) => setTimeout(resolve, milliseconds));

describe("Asks that gather while others are on their way", () => {
  test("each gets its own answer, once, whatever comes when and however large a batch may be", async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.record({ key: fc.nat(3), value: fc.nat(), after: fc.nat(3) }), { maxLength: 30 }),
        fc.integer({ min: 1, max: 5 }),
        async (asks, most) => {
          const batches: { key: number; value: number }[][] = [];
          const ask = gathering<{ key: number; value: number }, string>({
            most,
            keyOf: ({ key }) => String(key),
            work: async (all) => {
              batches.push([...all]);
              await pause();
              return all.map(({ key, value }) => `${key}:${value}`);
            },
          });
          const answers = await Promise.all(
            asks.map(async ({ after, ...each }) => {
              await pause(after);
              return ask(each);
            }),
          );
          expect(answers).toEqual(asks.map(({ key, value }) => `${key}:${value}`));
          for (const batch of batches) {
            expect(batch.length).toBeLessThanOrEqual(most);
            expect(new Set(batch.map(({ key }) => key)).size).toBe(batch.length);
          }
          expect(batches.flat()).toHaveLength(asks.length);
        },
      ),
      { numRuns: 40 },
    );
  });

  test("what comes while one is on its way goes together", async () => {
    const sizes: number[] = [];
    const ask = gathering<number, number>({
      work: async (all) => {
        sizes.push(all.length);
        await pause(10);
        return [...all];
      },
    });
    const first = ask(1);
    while (sizes.length === 0) await pause();
    await Promise.all([first, ...[2, 3, 4, 5].map((each) => ask(each))]);
    expect(sizes).toEqual([1, 4]);
  });

  test("one that cannot be answered spoils no other of its batch", async () => {
    const ask = gathering<number, number>({
      work: (all) => (all.includes(2) ? Promise.reject(new Error("two")) : Promise.resolve([...all])),
    });
    const answers = await Promise.allSettled([1, 2, 3].map((each) => ask(each)));
    expect(answers.map(({ status }) => status)).toEqual(["fulfilled", "rejected", "fulfilled"]);
  });

  test("a batch that is held up keeps nobody else waiting", async () => {
    let release = () => {};
    const held = new Promise<void>((resolve) => (release = resolve));
    let begun = () => {};
    const underWay = new Promise<void>((resolve) => (begun = resolve));
    const ask = gathering<string, string>({
      patience: 5,
      work: async (all) => {
        if (all.includes("locked")) {
          begun();
          await held;
        }
        return [...all];
      },
    });
    const stuck = ask("locked");
    await underWay;
    expect(await ask("free")).toBe("free");
    release();
    expect(await stuck).toBe("locked");
  });
});
