/**
 * The HTML of a lesson's components. It is written once, when a version is published, and reads fully without script:
 * a situation's consequences are `<details>`, a citation is words. Class names are the contract with ui/styles.
 */
import {
  Children,
  isValidElement,
  type ComponentProps,
  type ComponentType,
  type CSSProperties,
  type ReactElement,
  type ReactNode,
} from "react";
import { citationText, type DocumentRegister } from "../../documents/document";
import { LEVELS, type Level } from "./components";
import { SIDE_BY_SIDE } from "./card-markup";
import { mediaMarkup } from "./media-markup";

interface Inside {
  children?: ReactNode;
  /** Id of the block, for the reading position; given by block-ids. */
  khoi?: string;
}

export interface CollectedCheck {
  id: string;
  question: string;
  options: { label: string; correct: boolean; feedback: ReactNode }[];
}

interface MarkupInput {
  register: DocumentRegister;
  /** Address of an image or another file of the course. */
  imageAddress: (path: string) => string;
  /** Bytes of a file that is offered for download. */
  fileSize: (path: string) => number;
  /** Takes the checks as they are met: they depend on the reader and are drawn by the page. */
  collect: (check: CollectedCheck) => void;
  /** Takes the number of a block that could not be read, as it is met; only in the preview of a draft. */
  collectFault?: (at: number) => void;
}

/** What stands in the HTML where a check belongs; no lesson can write it, since its text is escaped. */
export const checkMark = (id: string) => `<lesson-check data-id="${id}"></lesson-check>`;

export function lessonMarkup({
  register,
  imageAddress,
  fileSize,
  collect,
  collectFault,
}: MarkupInput): Record<string, ComponentType<never>> {
  function CanCu({
    so,
    dieu,
    khoan,
    diem,
    noidung,
    hethieuluc,
  }: {
    so: string;
    dieu?: string;
    khoan?: string;
    diem?: string;
    noidung?: string;
    hethieuluc?: boolean;
  }) {
    const document = register.get(so)!;
    const text = citationText(document, { article: dieu, clause: khoan, point: diem, content: noidung });
    return (
      <cite className="can-cu" title={document.title}>
        ({text}
        {hethieuluc ? ", đã hết hiệu lực" : null})
      </cite>
    );
  }

  function LuaChon(_: { nhan: string; dung?: boolean; children?: ReactNode }) {
    return null;
  }

  function KiemTra({ id, cau, children }: Inside & { id: string; cau: string }) {
    const options = elements(children).filter(
      (child): child is ReactElement<ComponentProps<typeof LuaChon>> => child.type === LuaChon,
    );
    collect({
      id,
      question: cau,
      options: options.map(({ props }) => ({
        label: props.nhan,
        correct: props.dung === true,
        feedback: props.children,
      })),
    });
    const Mark = "lesson-check" as unknown as ComponentType<{ "data-id": string }>;
    return <Mark data-id={id} />;
  }

  function Anchor({ href = "", title, children }: { href?: string; title?: string; children?: ReactNode }) {
    const outside = /^https?:/i.test(href);
    return (
      <a href={href} title={title} rel={outside ? "external noopener noreferrer" : undefined}>
        {children}
      </a>
    );
  }

  function Image({ src = "", alt }: { src?: string; alt?: string }) {
    return <img src={imageAddress(src)} alt={alt} loading="lazy" />;
  }

  function KhoiLoi({ so }: { so: string }) {
    collectFault?.(Number(so));
    const Mark = "lesson-fault" as unknown as ComponentType<{ "data-at": string }>;
    return <Mark data-at={so} />;
  }

  const media = mediaMarkup({ address: imageAddress, fileSize });
  return { CanCu, KiemTra, LuaChon, KhoiLoi, a: Anchor, img: Image, ...media, ...PLAIN } as unknown as Record<
    string,
    ComponentType<never>
  >;
}

function TinhHuong({ id, tieude, children }: Inside & { id: string; tieude: string }) {
  const parts = elements(children);
  const choices = parts.filter((part) => part.type === PhuongAn);
  return (
    <section className="tinh-huong" id={id} aria-labelledby={`${id}-ten`}>
      <p className="nhan">Tình huống</p>
      <h3 id={`${id}-ten`}>{tieude}</h3>
      {parts.filter((part) => part.type !== PhuongAn)}
      <p className="loi-dan">Chọn một cách xử lý để xem hệ quả.</p>
      {choices}
    </section>
  );
}

function PhuongAn({ muc, nhan, nhom, children }: { muc: Level; nhan: string; nhom: string; children?: ReactNode }) {
  // One open at a time, by the browser itself; React 18 does not know `name` on details yet.
  const grouped = { name: nhom } as ComponentProps<"details">;
  return (
    <details className="phuong-an" data-muc={muc} {...grouped}>
      <summary>{nhan}</summary>
      <div className="hau-qua">
        <p className="muc">{LEVELS[muc]}</p>
        {children}
      </div>
    </details>
  );
}

/** A block set apart from the text, with its kind in words. */
function note(className: string, label: string) {
  return function Note({ khoi, children }: Inside) {
    return (
      <div className={className} id={khoi} role="note" aria-label={label}>
        <p className="nhan">{label}</p>
        {children}
      </div>
    );
  };
}

function side(className: string, label: string) {
  return function Side({ children }: Inside) {
    return (
      <div className={className}>
        <p className="nhan">{label}</p>
        {children}
      </div>
    );
  };
}

function NenTranh({ khoi, children }: Inside) {
  return (
    <div className="nen-tranh" id={khoi}>
      {children}
    </div>
  );
}

function CacBuoc({ khoi, children }: Inside) {
  return (
    <div className="cac-buoc" id={khoi}>
      {children}
    </div>
  );
}

function ThuatNgu({ tu, khoi, children }: Inside & { tu: string }) {
  return (
    <div className="thuat-ngu" id={khoi} role="note">
      <p className="nhan">
        <dfn>{tu}</dfn>
      </p>
      {children}
    </div>
  );
}

/** A table may be wider than a telephone: it scrolls by itself, also by keyboard. */
function ScrolledTable({ children, "aria-label": label, ...rest }: ComponentProps<"table">) {
  return (
    <div className="bang-cuon" role="region" aria-label={label} tabIndex={0}>
      <table {...rest}>{children}</table>
    </div>
  );
}

// Alignment is a class: the security policy forbids styles in the markup.
const ALIGNED: Record<string, string> = { right: "can-phai", center: "can-giua" };
const aligned = (style: CSSProperties | undefined) => ALIGNED[style?.textAlign ?? ""];

function HeaderCell({ children, style }: ComponentProps<"th">) {
  return (
    <th scope="col" className={aligned(style)}>
      {children}
    </th>
  );
}

function Cell({ children, style }: ComponentProps<"td">) {
  return <td className={aligned(style)}>{children}</td>;
}

const PLAIN = {
  TinhHuong,
  PhuongAn,
  GhiNho: note("ghi-nho", "Ghi nhớ"),
  LuuY: note("luu-y", "Lưu ý"),
  ViDu: note("vi-du", "Ví dụ"),
  NenTranh,
  Nen: side("nen", "Nên"),
  Tranh: side("tranh", "Tránh"),
  CacBuoc,
  ThuatNgu,
  ...SIDE_BY_SIDE,
  table: ScrolledTable,
  th: HeaderCell,
  td: Cell,
};

const elements = (children: ReactNode): ReactElement[] =>
  Children.toArray(children).filter((child): child is ReactElement => isValidElement(child));
