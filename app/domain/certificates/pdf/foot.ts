import type { CertificatePaper } from "../paper";
import { fitBlock, placeBlock, type Measure, type PlacedBlock } from "./block";
import { INK, PAGE, QUIET } from "./page";

const REMARK_TOP = PAGE.height - 29 - 20;
const FOOT_BOTTOM = PAGE.height - 29 - 32;
/** Free height above the signer's name, for a signature and a seal. */
const ROOM_TO_SIGN = 60;
const QR_SIZE = 76;

/** Place, date and signature on the right; how to check the paper on the left; the remark below. */
export function layOutFoot(paper: CertificatePaper, measure: Measure, at: { side: number; signerCentre: number }) {
  const blocks: PlacedBlock[] = [];
  const wide = 316;

  const name = fitBlock(
    paper.signerName,
    { face: "bold", size: 14.5, smallest: 11, maxLines: 2, colour: INK },
    wide,
    measure,
  );
  const title = fitBlock(
    paper.signerTitle,
    { face: "bold", size: 13.5, smallest: 10.5, maxLines: 3, colour: INK },
    wide,
    measure,
  );
  const date = fitBlock(
    paper.placeAndDate,
    { face: "italic", size: 14, smallest: 11, maxLines: 2, colour: INK },
    wide,
    measure,
  );
  const english =
    paper.signerTitleEnglish === null
      ? null
      : fitBlock(
          paper.signerTitleEnglish,
          { face: "italic", size: 11, smallest: 8, maxLines: 2, colour: QUIET },
          wide,
          measure,
        );
  const nameTop = FOOT_BOTTOM - Math.max(name.height, 14.5 * 1.22);
  const titleTop = nameTop - ROOM_TO_SIGN - title.height - (english?.height ?? 0);
  const top = titleTop - date.height - 2;

  const qr = {
    x: at.side,
    y: FOOT_BOTTOM - QR_SIZE - 2,
    size: QR_SIZE,
    link: paper.checkLink,
    alt: `Mã QR mở trang tra cứu giấy chứng nhận: ${paper.checkLink}`,
  };
  const left = qr.x + qr.size + 16;
  const rows = paper.check.map((row) =>
    fitBlock(
      `${row.label}: ${row.value}`,
      { face: "regular", size: 11.5, smallest: 8, maxLines: 2, colour: INK },
      250,
      measure,
    ),
  );
  let y = qr.y + (qr.size - rows.reduce((sum, row) => sum + row.height + 3, -3)) / 2;
  for (const row of rows) {
    blocks.push(placeBlock(row, { x: left, top: y, align: "left" }));
    y += row.height + 3;
  }

  blocks.push(placeBlock(date, { x: at.signerCentre, top, align: "centre" }));
  blocks.push(placeBlock(title, { x: at.signerCentre, top: titleTop, align: "centre" }));
  if (english) blocks.push(placeBlock(english, { x: at.signerCentre, top: titleTop + title.height, align: "centre" }));
  if (paper.signerName !== "") blocks.push(placeBlock(name, { x: at.signerCentre, top: nameTop, align: "centre" }));
  if (paper.remark !== null) {
    const remark = fitBlock(
      paper.remark,
      { face: "italic", size: 9.5, smallest: 7, maxLines: 1, colour: QUIET },
      PAGE.width - 2 * at.side,
      measure,
    );
    blocks.push(placeBlock(remark, { x: PAGE.width / 2, top: REMARK_TOP, align: "centre" }));
  }
  return { blocks, qr, top };
}
