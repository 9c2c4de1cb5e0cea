import sharp from "sharp";
import { files } from "~/platform/files/files.server";
import type { Logo } from "./template";

export const MOST_LOGO_BYTES = 2 * 1024 * 1024;
const LONGEST_SIDE = 480;
const SHORTEST_SIDE = 40;

export type LogoTaken =
  { kind: "taken"; logo: Logo } | { kind: "refused"; reason: "no-picture" | "too-large" | "too-small" };

/**
 * Takes in a picture: looked at and written anew as an opaque PNG of moderate size, whatever came, and kept in the file store. Old
 * versions of a template go on naming theirs.
 */
export async function takeLogo(bytes: Uint8Array): Promise<LogoTaken> {
  if (bytes.byteLength > MOST_LOGO_BYTES) return { kind: "refused", reason: "too-large" };
  try {
    const image = sharp(bytes, { limitInputPixels: 40_000_000, failOn: "error" });
    const { format, width = 0, height = 0 } = await image.metadata();
    if (format !== "png" && format !== "jpeg" && format !== "webp") return { kind: "refused", reason: "no-picture" };
    if (Math.max(width, height) < SHORTEST_SIDE) return { kind: "refused", reason: "too-small" };
    const { data, info } = await image
      .rotate()
      .resize({ width: LONGEST_SIDE, height: LONGEST_SIDE, fit: "inside", withoutEnlargement: true })
      .flatten({ background: "#ffffff" })
      .toColourspace("srgb")
      .png({ compressionLevel: 9, palette: false })
      .toBuffer({ resolveWithObject: true });
    const sha256 = await files().put(new Uint8Array(data));
    return { kind: "taken", logo: { sha256, width: info.width, height: info.height } };
  } catch {
    return { kind: "refused", reason: "no-picture" };
  }
}

export async function readLogo(logo: Logo | null | undefined): Promise<Uint8Array | null> {
  return logo ? files().read(logo.sha256) : null;
}

/** The picture as an address of its own, for a page that shows the paper. */
export async function logoAddress(logo: Logo | null | undefined): Promise<string | null> {
  const bytes = await readLogo(logo);
  return bytes && `data:image/png;base64,${Buffer.from(bytes).toString("base64")}`;
}
