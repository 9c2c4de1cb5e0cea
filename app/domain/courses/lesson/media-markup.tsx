/** The HTML of a lesson's films, sounds and files to take along: the browser's own players, no script. */
import type { ReactNode } from "react";

interface MediaMarkupInput {
  address: (path: string) => string;
  fileSize: (path: string) => number;
}

interface Block {
  /** Id of the block, given by block-ids. */
  khoi?: string;
}

export function mediaMarkup({ address, fileSize }: MediaMarkupInput) {
  function Video({
    tep,
    phude,
    tieude,
    hinh,
    khoi,
  }: Block & Record<"tep" | "phude" | "tieude", string> & { hinh?: string }) {
    return (
      <figure className="video" id={khoi}>
        <video controls preload="metadata" poster={hinh === undefined ? undefined : address(hinh)} aria-label={tieude}>
          <source src={address(tep)} type={tep.endsWith(".webm") ? "video/webm" : "video/mp4"} />
          <track kind="captions" src={address(phude)} srcLang="vi" label="Tiếng Việt" default />
        </video>
        <figcaption>{tieude}</figcaption>
      </figure>
    );
  }

  function AmThanh({ tep, tieude, khoi, children }: Block & { tep: string; tieude: string; children?: ReactNode }) {
    return (
      <figure className="am-thanh" id={khoi}>
        <figcaption>{tieude}</figcaption>
        <audio controls preload="metadata" src={address(tep)} aria-label={tieude} />
        <details className="loi-thoai">
          <summary>Lời thoại</summary>
          {children}
        </details>
      </figure>
    );
  }

  function TaiVe({ tep, nhan, khoi }: Block & { tep: string; nhan: string }) {
    return (
      <p className="tai-ve" id={khoi}>
        <a href={address(tep)} download={tep.slice("media/".length)}>
          {nhan}
        </a>{" "}
        <span className="kich-thuoc">(PDF, {sizeInWords(fileSize(tep))})</span>
      </p>
    );
  }

  return { Video, AmThanh, TaiVe };
}

/** "84 KB", "1,2 MB": as Vietnamese write them. */
function sizeInWords(bytes: number): string {
  if (bytes < 1024 * 1024) return `${Math.max(1, Math.round(bytes / 1024))} KB`;
  return `${(bytes / 1024 / 1024).toFixed(1).replace(".", ",")} MB`;
}
