import QRCode from "qrcode";

/** A QR code as one drawing: a path in units of modules, `size` modules wide, without the quiet zone. */
export interface QrCode {
  size: number;
  path: string;
}

/** Dark modules joined into runs, row by row: no bitmap, sharp at every size. */
export function qrCode(text: string): QrCode {
  const { size, data } = QRCode.create(text, { errorCorrectionLevel: "M" }).modules;
  const runs: string[] = [];
  for (let row = 0; row < size; row += 1) {
    let start = -1;
    for (let column = 0; column <= size; column += 1) {
      const dark = column < size && data[row * size + column] !== 0;
      if (dark && start < 0) start = column;
      if (!dark && start >= 0) {
        runs.push(`M${start} ${row}h${column - start}v1h${start - column}z`);
        start = -1;
      }
    }
  }
  return { size, path: runs.join("") };
}
