/**
 * Stands among the files of a course for one that lies in the file store: which one, and how large. It is an array without bytes,
 * so that a set of files is a map from paths to bytes for everybody who reads texts, and a video is not carried about in memory.
 * Who needs the bytes themselves asks for them (`withBytes` of `domain/courses/media`).
 */
export class StoredFile extends Uint8Array {
  constructor(
    readonly sha256: string,
    readonly size: number,
  ) {
    super(0);
  }

  /** A piece of it is an ordinary array. */
  static get [Symbol.species](): Uint8ArrayConstructor {
    return Uint8Array;
  }
}

/** The server and the pages are two bundles, each with a class of its own: it is known by what it holds. */
export function isStored(bytes: Uint8Array | null | undefined): bytes is StoredFile {
  return bytes !== null && bytes !== undefined && bytes.length === 0 && "sha256" in bytes;
}

/** How many bytes a file has, wherever they lie. */
export const sizeOf = (bytes: Uint8Array): number => (isStored(bytes) ? bytes.size : bytes.byteLength);
