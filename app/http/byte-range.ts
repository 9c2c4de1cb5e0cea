/** First and last byte, both of them within the file. */
export interface ByteRange {
  from: number;
  to: number;
}

/** Which part of a file a player asks for. */
export type AskedRange = { kind: "whole" } | ({ kind: "part" } & ByteRange) | { kind: "beyond" };

/** The header `Range`: one part of it; several at once, or none that is understood, are the whole file (RFC 9110, 14.2). */
export function askedRange(header: string | null, size: number): AskedRange {
  const parts = /^bytes=(\d*)-(\d*)$/.exec(header?.trim() ?? "");
  if (!parts || (parts[1] === "" && parts[2] === "")) return { kind: "whole" };
  const [first, last] = [parts[1]!, parts[2]!];
  // "bytes=-500": the last five hundred.
  const from = first === "" ? Math.max(0, size - Number(last)) : Number(first);
  const to = first === "" || last === "" ? size - 1 : Math.min(Number(last), size - 1);
  if (first !== "" && last !== "" && Number(last) < Number(first)) return { kind: "whole" };
  return from >= size || to < from ? { kind: "beyond" } : { kind: "part", from, to };
}
