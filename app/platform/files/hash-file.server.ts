import { createHash } from "node:crypto";
import { createReadStream } from "node:fs";
import { pipeline } from "node:stream/promises";

/** SHA-256 of a file of this machine and the digest that a store of objects compares with; never all of it in memory. */
export async function hashFile(file: string): Promise<{ sha256: string; md5Base64: string }> {
  const sha256 = createHash("sha256");
  const md5 = createHash("md5");
  await pipeline(createReadStream(file), async (chunks) => {
    for await (const chunk of chunks as AsyncIterable<Buffer>) {
      sha256.update(chunk);
      md5.update(chunk);
    }
  });
  return { sha256: sha256.digest("hex"), md5Base64: md5.digest("base64") };
}
