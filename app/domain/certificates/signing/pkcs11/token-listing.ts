/** A token as `pkcs11-tool -T` shows it. */
export interface SeenToken {
  label: string;
  /** What it says of its PIN: "final user PIN try", "user PIN locked" … */
  flags: string[];
}

/** A key or certificate as `pkcs11-tool -O` shows it. */
export interface SeenObject {
  kind: "key" | "certificate";
  /** Of keys: "RSA", "EC" … */
  type: string;
  label: string;
  /** Hexadecimal digits, small letters; "" when it has none. */
  id: string;
}

export function readTokens(listing: string): SeenToken[] {
  return blocks(listing)
    .map((block) => ({ label: field(block, "token label"), flags: field(block, "token flags").split(/,\s*/) }))
    .filter(({ label }) => label !== "");
}

export function readObjects(listing: string): SeenObject[] {
  return blocks(listing).flatMap((block) => {
    const [, what, type = ""] = /^(Private Key|Certificate) Object;\s*(?:type = )?(\S*)/.exec(block) ?? [];
    if (!what) return [];
    const kind = what === "Certificate" ? "certificate" : "key";
    return [{ kind, type, label: field(block, "label"), id: field(block, "ID").toLowerCase() }];
  });
}

export type FoundKey =
  | { kind: "found"; key: SeenObject; certificates: SeenObject[] }
  | { kind: "no-key"; keys: SeenObject[] }
  | { kind: "several-keys"; keys: SeenObject[] }
  /** pkcs11-tool signs with the key of an ID, whatever label it is given. */
  | { kind: "no-id" }
  | { kind: "no-certificate" };

/** The key of this label, else of this ID, and the certificates that may be its own: of the same ID, else of the same label. */
export function findKey(objects: readonly SeenObject[], wanted: string): FoundKey {
  const keys = objects.filter(({ kind }) => kind === "key");
  const id = wanted.toLowerCase().replaceAll(":", "");
  const labelled = keys.filter(({ label }) => label.normalize() === wanted.normalize());
  const meant = labelled.length > 0 ? labelled : keys.filter((each) => each.id !== "" && each.id === id);
  const [key] = meant;
  if (!key) return { kind: "no-key", keys };
  if (meant.length > 1) return { kind: "several-keys", keys: meant };
  if (key.id === "") return { kind: "no-id" };
  const sameId = keys.filter((each) => each.id === key.id);
  if (sameId.length > 1) return { kind: "several-keys", keys: sameId };
  const all = objects.filter(({ kind }) => kind === "certificate");
  const byId = all.filter((each) => each.id === key.id);
  const certificates = byId.length > 0 ? byId : all.filter(({ label }) => label !== "" && label === key.label);
  return certificates.length > 0 ? { kind: "found", key, certificates } : { kind: "no-certificate" };
}

/** A line without an indent begins something new. */
function blocks(listing: string): string[] {
  return listing.split(/^(?=\S)/m);
}

function field(block: string, name: string): string {
  return new RegExp(`^\\s+${name}\\s*:[ \\t]*(.*)$`, "m").exec(block)?.[1]?.trim() ?? "";
}
