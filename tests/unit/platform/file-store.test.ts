import { mkdtemp, readdir, readFile, rm, utimes, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { CreateBucketCommand, S3Client } from "@aws-sdk/client-s3";
import S3rver from "s3rver";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { DamagedFile, type FileStore } from "~/platform/files/file-store";
import { folderStore, hashOf } from "~/platform/files/folder-store.server";
import { s3Store } from "~/platform/files/s3-store.server";
import { isStored, sizeOf, StoredFile } from "~/platform/files/stored-file";

let folder: string;
let server: S3rver;
const stores: Record<string, FileStore> = {};
let damage: Record<string, (sha256: string) => Promise<void>>;

const S3 = { bucket: "hoc-lieu", region: "us-east-1", accessKey: "S3RVER", secretKey: "S3RVER" };

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), "chuan-muc-files-"));
  server = new S3rver({ address: "127.0.0.1", port: 0, silent: true, directory: path.join(folder, "s3") });
  const { port } = await server.run();
  const endpoint = `http://127.0.0.1:${port}`;
  const client = new S3Client({
    endpoint,
    region: S3.region,
    forcePathStyle: true,
    credentials: { accessKeyId: S3.accessKey, secretAccessKey: S3.secretKey },
  });
  await client.send(new CreateBucketCommand({ Bucket: S3.bucket }));
  client.destroy();
  stores["a folder"] = folderStore(path.join(folder, "files"));
  stores["an S3 store"] = s3Store({ ...S3, endpoint });
  damage = {
    "a folder": (sha256) =>
      writeFile(path.join(folder, "files", sha256.slice(0, 2), sha256.slice(2, 4), sha256), "something else"),
    "an S3 store": (sha256) =>
      writeFile(path.join(folder, "s3", S3.bucket, "media", `${sha256}._S3rver_object`), "something else"),
  };
}, 60_000);

afterAll(async () => {
  await server.close();
  await rm(folder, { recursive: true, force: true });
});

const text = (words: string) => new TextEncoder().encode(words);
const NOWHERE = "0".repeat(64);

async function gather(stream: AsyncIterable<unknown> | null): Promise<string | null> {
  if (!stream) return null;
  const chunks: Buffer[] = [];
  for await (const chunk of stream) chunks.push(Buffer.from(chunk as Uint8Array));
  return Buffer.concat(chunks).toString();
}

async function listed(store: FileStore) {
  const all = [];
  for await (const file of store.list()) all.push(file);
  return all;
}

describe.each(["a folder", "an S3 store"])("%s as a file store", (name) => {
  const store = () => stores[name]!;

  test("keeps bytes under their hash and gives them back, whole and in part", async () => {
    const bytes = text("Chuẩn mực ứng xử");
    const sha256 = await store().put(bytes);
    expect(sha256).toBe(hashOf(bytes));
    expect(await store().size(sha256)).toBe(bytes.length);
    expect(await store().read(sha256)).toEqual(bytes);
    expect(await gather(await store().open(sha256))).toBe("Chuẩn mực ứng xử");
    expect(await gather(await store().open(sha256, { from: 0, to: 1 }))).toBe("Ch");
    expect(await gather(await store().open(sha256, { from: 2, to: 2 }))).toBe("u");
  });

  test("keeps the same bytes once, also when two hand them in together", async () => {
    const bytes = text("cùng một hình");
    const hashes = await Promise.all([1, 2, 3].map(() => store().put(bytes)));
    expect(new Set(hashes).size).toBe(1);
    expect((await listed(store())).filter(({ sha256 }) => sha256 === hashes[0])).toHaveLength(1);
  });

  test("keeps an empty file, and one of several megabytes", async () => {
    for (const bytes of [new Uint8Array(0), new Uint8Array(5_000_000).map((_, at) => at % 251)]) {
      const sha256 = await store().put(bytes);
      expect(await store().size(sha256)).toBe(bytes.length);
      expect(hashOf((await store().read(sha256))!)).toBe(sha256);
    }
  });

  test("keeps a file of this machine under the hash of its bytes, and leaves the file where it is", async () => {
    const file = path.join(folder, "kết quả.bin");
    const bytes = new Uint8Array(300_000).map((_, at) => at % 251);
    await writeFile(file, bytes);
    const sha256 = await store().putFile(file);
    expect(sha256).toBe(hashOf(bytes));
    expect(await store().read(sha256)).toEqual(bytes);
    expect(await readFile(file)).toHaveLength(bytes.length);
  });

  test("says of what is not there that it is not there, whatever is asked for", async () => {
    for (const asked of [NOWHERE, "../../etc/passwd", "", "A".repeat(64)]) {
      expect(await store().size(asked)).toBeNull();
      expect(await store().open(asked)).toBeNull();
      expect(await store().read(asked)).toBeNull();
      expect(await store().delete(asked)).toBe(false);
    }
  });

  test("lists what it has with size and time, and deletes it once", async () => {
    const before = Date.now() - 2000;
    const sha256 = await store().put(text("sẽ bị xóa"));
    const entry = (await listed(store())).find((file) => file.sha256 === sha256);
    expect(entry).toMatchObject({ sha256, size: text("sẽ bị xóa").length });
    expect(entry!.storedAt.getTime()).toBeGreaterThan(before);
    // Put there a moment ago: somebody may be about to name it.
    expect(await store().delete(sha256, new Date(before))).toBe(false);
    expect(await store().delete(sha256, new Date(Date.now() + 2000))).toBe(true);
    expect(await store().delete(sha256)).toBe(false);
    expect(await store().read(sha256)).toBeNull();
  });

  test("does not hand out bytes that are no longer those of the hash", async () => {
    const sha256 = await store().put(text("nguyên vẹn"));
    await damage[name]!(sha256);
    await expect(store().read(sha256)).rejects.toThrow(DamagedFile);
  });
});

test("a file that is put into the folder again counts as new, and no half of a file is ever seen there", async () => {
  const store = stores["a folder"]!;
  const sha256 = await store.put(text("cũ"));
  const file = path.join(folder, "files", sha256.slice(0, 2), sha256.slice(2, 4), sha256);
  await utimes(file, new Date("2026-01-01"), new Date("2026-01-01"));
  await store.put(text("cũ"));
  expect(await store.delete(sha256, new Date(Date.now() - 60_000))).toBe(false);
  const names = await readdir(path.join(folder, "files"), { recursive: true });
  expect(names.filter((name) => path.basename(name).includes("."))).toEqual([]);
});

test("a bucket that is not there is a fault, not a missing file", async () => {
  const { port } = server.httpServer!.address() as { port: number };
  const store = s3Store({ ...S3, bucket: "khong-co", endpoint: `http://127.0.0.1:${port}` });
  await expect(store.read(NOWHERE)).rejects.toThrow();
});

describe("a stored file among the files of a course", () => {
  const stored = new StoredFile(NOWHERE, 12);

  test("is told from bytes, and knows its size", () => {
    expect(isStored(stored)).toBe(true);
    expect(isStored(new Uint8Array(0))).toBe(false);
    expect(isStored(text('{"sha256":"x"}'))).toBe(false);
    expect([sizeOf(stored), sizeOf(text("abc"))]).toEqual([12, 3]);
  });

  test("a piece of it is an ordinary empty array", () => {
    expect(stored.slice()).toEqual(new Uint8Array(0));
    expect(stored.slice()).not.toBeInstanceOf(StoredFile);
  });
});
