import pg from "pg";
import { afterAll, beforeAll } from "vitest";

type Send = (this: unknown, ...parameters: unknown[]) => unknown;

/** Every statement of this process as it goes out, `BEGIN` and `COMMIT` among them, whatever the code that sends it. */
export function useStatementCount(): { during: (work: () => Promise<unknown>) => Promise<string[]> } {
  const client = pg.Client.prototype as unknown as { query: Send };
  const send = client.query;
  let sent: string[] = [];
  beforeAll(() => {
    client.query = function (this: unknown, ...parameters: unknown[]) {
      const first = parameters[0] as string | { text: string };
      sent.push((typeof first === "string" ? first : first.text).replace(/\s+/g, " ").trim());
      return send.apply(this, parameters);
    };
  });
  afterAll(() => {
    client.query = send;
  });
  return {
    during: async (work) => {
      sent = [];
      await work();
      return sent;
    },
  };
}
