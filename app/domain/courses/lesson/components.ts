/** The components that a lesson may use: where each may stand, what it takes, what it holds. */
import type { Phrase } from "../content-words/phrases";

export interface PropRule {
  required: boolean;
  kind: "text" | "identifier" | "flag" | "level" | MediaKind;
}

/** Files of a course that components show, by what they are. */
export const MEDIA_FILES = {
  image: /^media\/[a-z0-9-]+\.(png|jpg|jpeg|webp|avif|gif)$/,
  video: /^media\/[a-z0-9-]+\.(mp4|webm)$/,
  captions: /^media\/[a-z0-9-]+\.vtt$/,
  audio: /^media\/[a-z0-9-]+\.(mp3|ogg)$/,
  pdf: /^media\/[a-z0-9-]+\.pdf$/,
} as const;
export type MediaKind = keyof typeof MEDIA_FILES;

export const isMediaKind = (kind: string): kind is MediaKind => Object.hasOwn(MEDIA_FILES, kind);

export interface ComponentRule {
  place: Extract<
    Phrase,
    "topLevel" | "inSentence" | "inSituation" | "inCheck" | "inDoAndAvoid" | "inComparison" | "inCards"
  >;
  props: Record<string, PropRule>;
  content: Extract<Phrase, "nothing" | "prose" | "choices" | "doAndAvoid" | "columns" | "cards" | "oneList">;
  /** Components that must stand directly inside, and how many of them. */
  parts?: { name: string; least: number; most: number }[];
}

/** The degrees of a way to act in a situation, with the words that a reader sees. */
export const LEVELS = {
  tot: "Phù hợp nhất",
  "chap-nhan": "Chấp nhận được",
  "rui-ro": "Rủi ro",
  "vi-pham": "Vi phạm",
} as const;
export type Level = keyof typeof LEVELS;

const required = (kind: PropRule["kind"]): PropRule => ({ required: true, kind });
const optional = (kind: PropRule["kind"]): PropRule => ({ required: false, kind });

export const COMPONENTS: Record<string, ComponentRule> = {
  CanCu: {
    place: "inSentence",
    props: {
      so: required("text"),
      dieu: optional("text"),
      khoan: optional("text"),
      diem: optional("text"),
      noidung: optional("text"),
      hethieuluc: optional("flag"),
    },
    content: "nothing",
  },
  TinhHuong: {
    place: "topLevel",
    props: { id: required("identifier"), tieude: required("text") },
    content: "prose",
    parts: [{ name: "PhuongAn", least: 2, most: 6 }],
  },
  PhuongAn: { place: "inSituation", props: { muc: required("level"), nhan: required("text") }, content: "prose" },
  KiemTra: {
    place: "topLevel",
    props: { id: required("identifier"), cau: required("text") },
    content: "choices",
    parts: [{ name: "LuaChon", least: 2, most: 6 }],
  },
  LuaChon: { place: "inCheck", props: { nhan: required("text"), dung: optional("flag") }, content: "prose" },
  GhiNho: { place: "topLevel", props: {}, content: "prose" },
  LuuY: { place: "topLevel", props: {}, content: "prose" },
  ViDu: { place: "topLevel", props: {}, content: "prose" },
  NenTranh: {
    place: "topLevel",
    props: {},
    content: "doAndAvoid",
    parts: [
      { name: "Nen", least: 1, most: 1 },
      { name: "Tranh", least: 1, most: 1 },
    ],
  },
  Nen: { place: "inDoAndAvoid", props: {}, content: "prose" },
  Tranh: { place: "inDoAndAvoid", props: {}, content: "prose" },
  CacBuoc: { place: "topLevel", props: {}, content: "oneList" },
  ThuatNgu: { place: "topLevel", props: { tu: required("text") }, content: "prose" },
  SoSanh: { place: "topLevel", props: {}, content: "columns", parts: [{ name: "Cot", least: 2, most: 2 }] },
  Cot: { place: "inComparison", props: { tieude: required("text") }, content: "prose" },
  TheGhiNho: { place: "topLevel", props: {}, content: "cards", parts: [{ name: "The", least: 1, most: 20 }] },
  The: { place: "inCards", props: { truoc: required("text") }, content: "prose" },
  Video: {
    place: "topLevel",
    props: {
      tep: required("video"),
      phude: required("captions"),
      tieude: required("text"),
      hinh: optional("image"),
    },
    content: "nothing",
  },
  // What is said stands inside: the transcript.
  AmThanh: { place: "topLevel", props: { tep: required("audio"), tieude: required("text") }, content: "prose" },
  TaiVe: { place: "topLevel", props: { tep: required("pdf"), nhan: required("text") }, content: "nothing" },
};

export const COMPONENT_NAMES = Object.keys(COMPONENTS);

/** Which component each place is inside of. */
export const PARENT_OF_PLACE: Partial<Record<ComponentRule["place"], string>> = {
  inSituation: "TinhHuong",
  inCheck: "KiemTra",
  inDoAndAvoid: "NenTranh",
  inComparison: "SoSanh",
  inCards: "TheGhiNho",
};

/** Ids of situations and checks; `b-` and `muc-` begin the ids that the platform gives to blocks and headings. */
export const IDENTIFIER = /^(?!b-|muc-)[a-z][a-z0-9]*(-[a-z0-9]+)*$/;
