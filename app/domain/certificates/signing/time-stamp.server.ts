import { createHash } from "node:crypto";
import { readCms } from "./cms";
import { cmsFault } from "./cms-signature.server";
import { childrenOf, down, equalBytes, readDer, readOid, readTime } from "./der";

const HASHES: Record<string, string> = {
  "2.16.840.1.101.3.4.2.1": "sha256",
  "2.16.840.1.101.3.4.2.2": "sha384",
  "2.16.840.1.101.3.4.2.3": "sha512",
};

/** The time that an authority (RFC 3161) has put under a signature value, and whether that holds: its own signature and what it is about. */
export function readTimeStamp(token: Uint8Array, stamped: Uint8Array): { at: Date; holds: boolean } {
  const cms = readCms(token);
  if (cms.content === null) throw new RangeError("a time stamp without content");
  const info = readDer(cms.content);
  const parts = childrenOf(info);
  const hash = HASHES[readOid(down(info, 2, 0, 0))];
  const imprint = down(info, 2, 1).value;
  const at = readTime(parts[4]!);
  const about = hash !== undefined && equalBytes(createHash(hash).update(stamped).digest(), imprint);
  return { at, holds: about && cmsFault(cms, cms.content) === null };
}
