import { readFileSync } from "node:fs";
import { P12Signer, PDF, rgb, type SubFilter } from "@libpdf/core";
import { P12_PASSWORD } from "./signing-keys";

/** Signs a PDF as an agency's own program does: with another implementation than the platform's. */
export async function agencySigns(
  pdf: Uint8Array,
  input: {
    p12: string;
    subFilter?: SubFilter;
    /** The program writes the whole file anew before it signs. */
    rewrite?: boolean;
    signedAt?: Date;
    change?: (document: PDF) => void;
  },
): Promise<Uint8Array> {
  const document = await PDF.load(input.rewrite ? await writtenAnew(pdf) : pdf);
  input.change?.(document);
  const signer = await P12Signer.create(new Uint8Array(readFileSync(input.p12)), P12_PASSWORD);
  const { bytes } = await document.sign({
    signer,
    fieldName: "ChuKyCoQuan",
    subFilter: input.subFilter ?? "adbe.pkcs7.detached",
    signingTime: input.signedAt ?? new Date(),
  });
  return new Uint8Array(bytes);
}

/** The same pages, with every object at another place. */
export async function writtenAnew(pdf: Uint8Array): Promise<Uint8Array> {
  const document = await PDF.load(pdf);
  document.setProducer("Another program");
  return new Uint8Array(await document.save({ incremental: false }));
}

export const writesOnIt = (document: PDF): void =>
  document.getPages()[0]!.drawText("Nguyen Van X", { x: 100, y: 300, size: 20, color: rgb(0, 0, 0) });

export const putsANoteOnIt = (document: PDF): void =>
  void document
    .getPages()[0]!
    .addSquareAnnotation({ rect: { x: 100, y: 250, width: 400, height: 60 }, color: rgb(1, 1, 1) });
