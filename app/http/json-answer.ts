/** An answer of a few bytes of data, which nobody keeps. A door that needs no stream reads `written` as it is. */
export class JsonAnswer extends Response {
  readonly written: string;
  constructor(data: unknown, status = 200) {
    const json = JSON.stringify(data);
    super(json, {
      status,
      headers: { "Content-Type": "application/json; charset=utf-8", "Cache-Control": "no-store" },
    });
    this.written = json;
  }
}
