/** What the pages of HR show of certificates. */
import type { BulkAction } from "./bulk";
import type { ManagedCertificate } from "./certificate-store.server";
import type { IssuedDocument } from "./document-store.server";
import type { CertificateAction } from "./history";
import type { CertificatePaper } from "./paper";
import type { QrCode } from "./qr-code";
import type { Book, BookCheck, BookEntry, BookPage } from "./register";
import type { CertificateStanding } from "./standing";
import type { BookHeader, Template } from "./template";
import type { TemplateLine, TemplateVersionLine } from "./template-store.server";

export interface RegisterView {
  books: Book[];
  book: Book | null;
  text: string;
  page: BookPage;
  after: number | null;
  check: BookCheck | null;
  /** Who sees the root sees every number, and can note why one is void. */
  whole: boolean;
}

export interface PrintedRegister {
  book: Book;
  header: BookHeader;
  entries: BookEntry[];
  from: number;
  next: number | null;
  check: BookCheck | null;
  whole: boolean;
}

export interface IssuedCertificateView {
  certificate: Omit<ManagedCertificate, "facts" | "events">;
  standing: CertificateStanding;
  actions: CertificateAction[];
  document: IssuedDocument | null;
  paper: CertificatePaper;
  qr: QrCode;
  logo: string | null;
  /** What a reissue may set right, as it is printed now. */
  printed: { fullName: string; positionTitle: string; unitName: string };
}

export interface BulkChoices {
  units: { code: string; label: string }[];
  turns: { value: string; label: string }[];
}

export interface BulkPlan {
  action: BulkAction;
  count: number;
  /** More than one piece of work takes on. */
  tooMany: number | null;
  /** The first of them. */
  shown: { serial: string; number: string; fullName: string; unitName: string; courseName: string; issuedAt: Date }[];
  /** What was looked at, to be done as it was seen. */
  asOf: Date;
}

export interface TemplatesView {
  templates: TemplateLine[];
  units: { code: string; label: string }[];
  /** Who sees the root may edit the installation's own. */
  whole: boolean;
}

export interface TemplateView {
  unit: { code: string; name: string } | null;
  template: Template;
  /** A unit without a template begins with what holds for it now. */
  begun: boolean;
  versions: TemplateVersionLine[];
  logo: string | null;
  qr: QrCode;
  verifyAddress: string;
}
