import { createHash } from "node:crypto";
import { createReadStream } from "node:fs";
import { stat } from "node:fs/promises";
import type { Readable } from "node:stream";
import type * as S3 from "@aws-sdk/client-s3";
import { DamagedFile, type FileStore, isHash } from "./file-store";
import { hashOf } from "./folder-store.server";
import { hashFile } from "./hash-file.server";
import type { S3Settings } from "./s3-settings";

/** Files in a bucket of a store that speaks the protocol S3, under `media/<hash>`. */
export function s3Store(settings: S3Settings): FileStore {
  let loaded: Promise<{ sdk: typeof S3; client: S3.S3Client }> | null = null;
  // Some ten megabytes of code, and needed only when a file is asked for.
  const client = () => (loaded ??= connect(settings));
  const at = (sha256: string) => ({ Bucket: settings.bucket, Key: `media/${sha256}` });

  async function head(sha256: string) {
    if (!isHash(sha256)) return null;
    const { sdk, client: s3 } = await client();
    return s3.send(new sdk.HeadObjectCommand(at(sha256))).catch(missing);
  }

  async function get(sha256: string, range?: string): Promise<Readable | null> {
    if (!isHash(sha256)) return null;
    const { sdk, client: s3 } = await client();
    const answer = await s3.send(new sdk.GetObjectCommand({ ...at(sha256), Range: range })).catch(missing);
    return (answer?.Body as Readable | undefined) ?? null;
  }

  return {
    async put(bytes) {
      const sha256 = hashOf(bytes);
      const { sdk, client: s3 } = await client();
      // The store compares what it received with the digest; put again also when it is there, so that it counts as new.
      const ContentMD5 = createHash("md5").update(bytes).digest("base64");
      await s3.send(new sdk.PutObjectCommand({ ...at(sha256), Body: bytes, ContentLength: bytes.length, ContentMD5 }));
      return sha256;
    },

    async putFile(from) {
      const { sha256, md5Base64: ContentMD5 } = await hashFile(from);
      const { sdk, client: s3 } = await client();
      const ContentLength = (await stat(from)).size;
      const Body = createReadStream(from);
      await s3.send(new sdk.PutObjectCommand({ ...at(sha256), Body, ContentLength, ContentMD5 }));
      return sha256;
    },

    size: async (sha256) => (await head(sha256))?.ContentLength ?? null,

    open: (sha256, range) => get(sha256, range && `bytes=${range.from}-${range.to}`),

    async read(sha256) {
      const stream = await get(sha256);
      if (!stream) return null;
      const chunks: Buffer[] = [];
      for await (const chunk of stream) chunks.push(chunk as Buffer);
      const bytes = Buffer.concat(chunks);
      if (hashOf(bytes) !== sha256) throw new DamagedFile(sha256);
      return new Uint8Array(bytes);
    },

    async delete(sha256, unlessAfter) {
      const found = await head(sha256);
      if (!found || (unlessAfter && found.LastModified && found.LastModified > unlessAfter)) return false;
      const { sdk, client: s3 } = await client();
      await s3.send(new sdk.DeleteObjectCommand(at(sha256)));
      return true;
    },

    async *list() {
      const { sdk, client: s3 } = await client();
      const pages = sdk.paginateListObjectsV2({ client: s3 }, { Bucket: settings.bucket, Prefix: "media/" });
      for await (const page of pages) {
        for (const { Key = "", Size = 0, LastModified } of page.Contents ?? []) {
          const sha256 = Key.slice("media/".length);
          if (isHash(sha256) && LastModified) yield { sha256, size: Size, storedAt: LastModified };
        }
      }
    },
  };
}

async function connect({ endpoint, region, accessKey, secretKey }: S3Settings) {
  const sdk = await import("@aws-sdk/client-s3");
  const client = new sdk.S3Client({
    endpoint,
    region,
    credentials: { accessKeyId: accessKey, secretAccessKey: secretKey },
    // Stores in a house of their own have no name per bucket, and many know none of the newer checksums.
    forcePathStyle: true,
    requestChecksumCalculation: "WHEN_REQUIRED",
    responseChecksumValidation: "WHEN_REQUIRED",
  });
  return { sdk, client };
}

/** Only an object that is not there is no fault; a bucket that is not there is one. */
function missing(error: unknown): null {
  const { name, $metadata } = error as { name?: string; $metadata?: { httpStatusCode?: number } };
  if (name === "NoSuchKey" || name === "NotFound") return null;
  if ($metadata?.httpStatusCode === 404 && name !== "NoSuchBucket") return null;
  throw error;
}
