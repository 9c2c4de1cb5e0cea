/** Where a file of a course is read: by the hash of its bytes, so that what stands there never changes. */
export const mediaAddress = ({ path, sha256 }: { path: string; sha256: string }): string =>
  `/media/${sha256}/${path.slice("media/".length)}`;
