/** As much of DER (X.690) as signatures in documents need: reading by offsets, writing by concatenation. */
export interface DerNode {
  tag: number;
  /** The whole element, header included. */
  bytes: Uint8Array;
  value: Uint8Array;
}

export const TAG = {
  integer: 0x02,
  bitString: 0x03,
  octetString: 0x04,
  nil: 0x05,
  oid: 0x06,
  utf8: 0x0c,
  sequence: 0x30,
  set: 0x31,
  utcTime: 0x17,
  generalizedTime: 0x18,
} as const;

/** Reads the element that begins at `at`. Throws a RangeError on anything that does not fit into the bytes. */
export function readDer(bytes: Uint8Array, at = 0): DerNode {
  const [tag, first] = [bytes[at], bytes[at + 1]];
  if (tag === undefined || first === undefined) throw new RangeError("DER ends early");
  let header = 2;
  let length = first;
  if (first & 0x80) {
    const count = first & 0x7f;
    if (count === 0 || count > 4) throw new RangeError("DER of indefinite or absurd length");
    length = 0;
    for (let index = 0; index < count; index += 1) length = length * 256 + (bytes[at + 2 + index] ?? 0);
    header += count;
  }
  const end = at + header + length;
  if (end > bytes.length) throw new RangeError("DER ends early");
  return { tag, bytes: bytes.subarray(at, end), value: bytes.subarray(at + header, end) };
}

export function childrenOf(node: Pick<DerNode, "value">): DerNode[] {
  const children: DerNode[] = [];
  for (let at = 0; at < node.value.length;) {
    const child = readDer(node.value, at);
    children.push(child);
    at += child.bytes.length;
  }
  return children;
}

/** The element reached by going down: `down(node, 1, 0)` is the first child of the second. */
export function down(node: DerNode, ...path: number[]): DerNode {
  return path.reduce((at, index) => {
    const child = childrenOf(at)[index];
    if (!child) throw new RangeError(`DER has no child ${index}`);
    return child;
  }, node);
}

export function readOid(node: DerNode): string {
  if (node.tag !== TAG.oid) throw new RangeError("DER has no OID here");
  const parts: number[] = [];
  let part = 0;
  for (const byte of node.value) {
    part = part * 128 + (byte & 0x7f);
    if (byte & 0x80) continue;
    parts.push(part);
    part = 0;
  }
  const first = Math.min(2, Math.floor((parts[0] ?? 0) / 40));
  return [first, (parts[0] ?? 0) - 40 * first, ...parts.slice(1)].join(".");
}

/** UTCTime and GeneralizedTime in the one form that DER allows (to the second, Z), fractions cut off. */
export function readTime(node: DerNode): Date {
  const text = new TextDecoder("latin1").decode(node.value);
  const full = node.tag === TAG.utcTime ? `${Number(text.slice(0, 2)) < 50 ? "20" : "19"}${text}` : text;
  const [, year, month, day, hour, minute, second] =
    /^(\d{4})(\d\d)(\d\d)(\d\d)(\d\d)(\d\d)/.exec(full) ?? ([] as undefined[]);
  if (second === undefined) throw new RangeError("DER has no time here");
  return new Date(`${year}-${month}-${day}T${hour}:${minute}:${second}Z`);
}

export function join(...parts: readonly Uint8Array[]): Uint8Array {
  const all = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    all.set(part, at);
    at += part.length;
  }
  return all;
}

export function der(tag: number, ...parts: readonly Uint8Array[]): Uint8Array {
  const value = join(...parts);
  const lengthBytes: number[] = [];
  for (let rest = value.length; rest > 0; rest = Math.floor(rest / 256)) lengthBytes.unshift(rest % 256);
  const header = value.length < 128 ? [value.length] : [0x80 | lengthBytes.length, ...lengthBytes];
  return join(Uint8Array.of(tag, ...header), value);
}

export const sequence = (...parts: readonly Uint8Array[]) => der(TAG.sequence, ...parts);

/** SET OF: its elements stand in the order of their bytes. */
export function setOf(parts: readonly Uint8Array[], tag: number = TAG.set): Uint8Array {
  return der(tag, ...[...parts].sort(compareBytes));
}

export function oid(text: string): Uint8Array {
  const [first = 0, second = 0, ...rest] = text.split(".").map(Number);
  const bytes = [40 * first + second, ...rest].flatMap((part) => {
    const digits = [part % 128];
    for (let left = Math.floor(part / 128); left > 0; left = Math.floor(left / 128))
      digits.unshift((left % 128) | 0x80);
    return digits;
  });
  return der(TAG.oid, Uint8Array.from(bytes));
}

export function equalBytes(one: Uint8Array, other: Uint8Array): boolean {
  return one.length === other.length && one.every((byte, index) => byte === other[index]);
}

function compareBytes(one: Uint8Array, other: Uint8Array): number {
  for (let index = 0; index < Math.min(one.length, other.length); index += 1) {
    if (one[index] !== other[index]) return one[index]! - other[index]!;
  }
  return one.length - other.length;
}
