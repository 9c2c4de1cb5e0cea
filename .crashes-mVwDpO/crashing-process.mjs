var __defProp = Object.defineProperty;
var __export = (target, all) => {
  for (var name in all)
    __defProp(target, name, { get: all[name], enumerable: true });
};

// tests/support/crashing-process.ts
import pg2 from "pg";

// app/platform/db.server.ts
import { PrismaPg } from "@prisma/adapter-pg";
import pg from "pg";

// app/platform/generated/prisma/client.ts
import * as path from "node:path";
import { fileURLToPath } from "node:url";
import "@prisma/client/runtime/client";

// app/platform/generated/prisma/internal/class.ts
import * as runtime from "@prisma/client/runtime/client";
var config = {
  "previewFeatures": [],
  "clientVersion": "7.10.1",
  "engineVersion": "d1b3f377ca835d73fd50954a5e22128b9ebdd6b8",
  "activeProvider": "postgresql",
  "inlineSchema": '// The data of Chu\u1EA9n m\u1EF1c. Facts that a person was given (completions, certificates, audit events) are\n// copies and append-only: triggers in the first migration refuse UPDATE and DELETE on them.\n\ngenerator client {\n  provider            = "prisma-client"\n  output              = "../app/platform/generated/prisma"\n  moduleFormat        = "esm"\n  importFileExtension = "ts"\n}\n\ndatasource db {\n  provider = "postgresql"\n}\n\n// \u2500\u2500\u2500\u2500\u2500\u2500\u2500\u2500\u2500\u2500\u2500\u2500\u2500\u2500\u2500\u2500\u2500\u2500\u2500\u2500\u2500\u2500\u2500\u2500\u2500\u2500\u2500\u2500\u2500 organization \u2500\u2500\u2500\u2500\u2500\u2500\u2500\u2500\u2500\u2500\u2500\u2500\u2500\u2500\u2500\u2500\u2500\u2500\u2500\u2500\u2500\u2500\u2500\u2500\u2500\u2500\u2500\u2500\u2500\n\nenum UnitKind {\n  province\n  department\n  commune\n  public_service_unit\n  division\n  school\n  station\n  team\n\n  @@map("unit_kind")\n}\n\nenum StaffCategory {\n  cadre\n  civil_servant\n  public_employee\n  contract_worker\n\n  @@map("staff_category")\n}\n\n/// A node of the organization tree. `path` joins the codes from the root ("AG/SNV/SNV-CCVC"), so that one\n/// prefix condition is "this unit and everything below it".\nmodel Unit {\n  id         String    @id @default(dbgenerated("gen_random_uuid()")) @db.Uuid\n  parentId   String?   @map("parent_id") @db.Uuid\n  code       String    @unique\n  name       String\n  kind       UnitKind\n  path       String    @unique\n  depth      Int\n  position   Int       @default(0)\n  searchName String    @map("search_name")\n  /// How many officials have this very unit as their current one (not its subunits).\n  headcount  Int       @default(0)\n  validFrom  DateTime  @map("valid_from") @db.Date\n  validTo    DateTime? @map("valid_to") @db.Date\n\n  parent      Unit?                 @relation("tree", fields: [parentId], references: [id], onDelete: Restrict)\n  children    Unit[]                @relation("tree")\n  officials   Official[]\n  employments Employment[]\n  roleGrants  RoleGrant[]\n  assignments Assignment[]\n  standings   UnitStanding[]\n  localCode   LocalCode?\n  overlays    LocalOverlay[]\n  templates   CertificateTemplate[]\n\n  @@index([parentId, position])\n  @@map("unit")\n}\n\nmodel Official {\n  id               String        @id @default(dbgenerated("gen_random_uuid()")) @db.Uuid\n  staffNumber      String        @unique @map("staff_number")\n  fullName         String        @map("full_name")\n  givenName        String        @map("given_name")\n  /// Given name first, then the rest, folded: the order in which Vietnamese lists are read.\n  sortName         String        @map("sort_name")\n  /// Lower case, without diacritics, \u0111 as d.\n  searchName       String        @map("search_name")\n  staffCategory    StaffCategory @map("staff_category")\n  /// The current post, a copy of the open row of `employment`.\n  unitId           String        @map("unit_id") @db.Uuid\n  positionTitle    String        @map("position_title")\n  recruitedOn      DateTime?     @map("recruited_on") @db.Date\n  leftOn           DateTime?     @map("left_on") @db.Date\n  email            String?\n  /// AES-256-GCM of the 12-digit personal ID; never read except to mask it.\n  personalIdSealed Bytes?        @map("personal_id_sealed")\n  /// Keyed hash of the personal ID, to find duplicates without opening the sealed one.\n  personalIdHash   String?       @unique @map("personal_id_hash")\n  personalIdLast   String?       @map("personal_id_last")\n  createdAt        DateTime      @default(now()) @map("created_at") @db.Timestamptz(3)\n\n  unit             Unit                  @relation(fields: [unitId], references: [id], onDelete: Restrict)\n  employments      Employment[]\n  account          Account?\n  enrolments       Enrolment[]\n  attempts         Attempt[]\n  completions      Completion[]\n  certificates     Certificate[]\n  accommodations   Accommodation[]\n  supplementDuties SupplementDuty[]\n  acknowledgements CodeAcknowledgement[]\n  reports          ReaderReport[]\n\n  @@index([unitId, sortName])\n  @@index([sortName, id])\n  @@map("official")\n}\n\nmodel Employment {\n  id            String    @id @default(dbgenerated("gen_random_uuid()")) @db.Uuid\n  officialId    String    @map("official_id") @db.Uuid\n  unitId        String    @map("unit_id") @db.Uuid\n  positionTitle String    @map("position_title")\n  validFrom     DateTime  @map("valid_from") @db.Date\n  validTo       DateTime? @map("valid_to") @db.Date\n\n  official Official @relation(fields: [officialId], references: [id], onDelete: Restrict)\n  unit     Unit     @relation(fields: [unitId], references: [id], onDelete: Restrict)\n\n  @@index([officialId, validFrom])\n  @@map("employment")\n}\n\n// \u2500\u2500\u2500\u2500\u2500\u2500\u2500\u2500\u2500\u2500\u2500\u2500\u2500\u2500\u2500\u2500\u2500\u2500\u2500\u2500\u2500\u2500\u2500\u2500\u2500\u2500\u2500\u2500\u2500 auth \u2500\u2500\u2500\u2500\u2500\u2500\u2500\u2500\u2500\u2500\u2500\u2500\u2500\u2500\u2500\u2500\u2500\u2500\u2500\u2500\u2500\u2500\u2500\u2500\u2500\u2500\u2500\u2500\u2500\n\nenum Role {\n  training_officer\n  hr\n  head\n  administrator\n\n  @@map("role")\n}\n\nmodel Account {\n  id                 String    @id @default(dbgenerated("gen_random_uuid()")) @db.Uuid\n  /// What a person types to sign in, lower case.\n  identifier         String    @unique\n  displayName        String    @map("display_name")\n  passwordHash       String    @map("password_hash")\n  officialId         String?   @unique @map("official_id") @db.Uuid\n  disabledAt         DateTime? @map("disabled_at") @db.Timestamptz(3)\n  mustChangePassword Boolean   @default(false) @map("must_change_password")\n  createdAt          DateTime  @default(now()) @map("created_at") @db.Timestamptz(3)\n  lastSignInAt       DateTime? @map("last_sign_in_at") @db.Timestamptz(3)\n\n  official   Official?       @relation(fields: [officialId], references: [id], onDelete: Restrict)\n  sessions   Session[]\n  roleGrants RoleGrant[]\n  signoffs   CourseSignoff[]\n\n  @@map("account")\n}\n\n/// A role held in a unit reaches that unit and everything below it, and nothing else.\nmodel RoleGrant {\n  id        String    @id @default(dbgenerated("gen_random_uuid()")) @db.Uuid\n  accountId String    @map("account_id") @db.Uuid\n  role      Role\n  unitId    String    @map("unit_id") @db.Uuid\n  grantedAt DateTime  @default(now()) @map("granted_at") @db.Timestamptz(3)\n  grantedBy String?   @map("granted_by") @db.Uuid\n  revokedAt DateTime? @map("revoked_at") @db.Timestamptz(3)\n\n  account Account @relation(fields: [accountId], references: [id], onDelete: Restrict)\n  unit    Unit    @relation(fields: [unitId], references: [id], onDelete: Restrict)\n\n  @@index([accountId])\n  @@map("role_grant")\n}\n\n/// Only a hash of the session id is kept: who reads the table cannot take over a session.\nmodel Session {\n  idHash    String   @id @map("id_hash")\n  accountId String   @map("account_id") @db.Uuid\n  expiresAt DateTime @map("expires_at") @db.Timestamptz(3)\n  createdAt DateTime @default(now()) @map("created_at") @db.Timestamptz(3)\n  ip        String?\n  userAgent String?  @map("user_agent")\n\n  account Account @relation(fields: [accountId], references: [id], onDelete: Cascade)\n\n  @@index([accountId])\n  @@index([expiresAt])\n  @@map("session")\n}\n\n/// Wrong tries to sign in, per identifier and per address (both as keyed hashes).\nmodel SignInThrottle {\n  key          String    @id\n  failures     Int\n  blockedUntil DateTime? @map("blocked_until") @db.Timestamptz(3)\n  updatedAt    DateTime  @map("updated_at") @db.Timestamptz(3)\n\n  @@map("sign_in_throttle")\n}\n\n// \u2500\u2500\u2500\u2500\u2500\u2500\u2500\u2500\u2500\u2500\u2500\u2500\u2500\u2500\u2500\u2500\u2500\u2500\u2500\u2500\u2500\u2500\u2500\u2500\u2500\u2500\u2500\u2500\u2500 documents and courses \u2500\u2500\u2500\u2500\u2500\u2500\u2500\u2500\u2500\u2500\u2500\u2500\u2500\u2500\u2500\u2500\u2500\u2500\u2500\u2500\u2500\u2500\u2500\u2500\u2500\u2500\u2500\u2500\u2500\n\nenum DocumentStatus {\n  in_force\n  expired\n  unverified\n\n  @@map("document_status")\n}\n\nmodel LegalDocument {\n  number           String         @id\n  title            String\n  issuer           String\n  kind             String\n  issuedOn         DateTime?      @map("issued_on") @db.Date\n  effectiveOn      DateTime?      @map("effective_on") @db.Date\n  /// The first day on which it is no longer in force.\n  expiredOn        DateTime?      @map("expired_on") @db.Date\n  status           DocumentStatus\n  replacedBy       String?        @map("replaced_by")\n  note             String?\n  source           String?\n  /// Articles and clauses that ought to be taught: `DocumentPlace[]` of domain/documents.\n  places           Json           @default("[]")\n  /// Hash of what `content/documents` last said of it; null: it stands in no file.\n  folderSaid       String?        @map("folder_said")\n  /// The folder does not overwrite it.\n  changedInBrowser Boolean        @default(false) @map("changed_in_browser")\n\n  @@map("legal_document")\n}\n\nmodel Course {\n  id                String    @id @default(dbgenerated("gen_random_uuid()")) @db.Uuid\n  slug              String    @unique\n  title             String\n  currentVersionId  String?   @unique @map("current_version_id") @db.Uuid\n  /// The version that the folder in `content/` was last seen to be. When another one is current, it was made in the browser.\n  filesVersionId    String?   @map("files_version_id") @db.Uuid\n  /// Its first version was made in the browser: no folder ever led it.\n  begunInBrowser    Boolean   @default(false) @map("begun_in_browser")\n  createdAt         DateTime  @default(now()) @map("created_at") @db.Timestamptz(3)\n  /// No longer offered: nobody begins it any more, who is under way goes on.\n  unpublishedAt     DateTime? @map("unpublished_at") @db.Timestamptz(3)\n  unpublishedByName String?   @map("unpublished_by_name")\n  unpublishedReason String?   @map("unpublished_reason")\n\n  currentVersion CourseVersion?   @relation("current", fields: [currentVersionId], references: [id], onDelete: Restrict)\n  filesVersion   CourseVersion?   @relation("files", fields: [filesVersionId], references: [id], onDelete: Restrict)\n  versions       CourseVersion[]  @relation("versions")\n  assignments    Assignment[]\n  enrolments     Enrolment[]\n  completions    Completion[]\n  certificates   Certificate[]\n  standings      UnitStanding[]\n  accommodations Accommodation[]\n  imports        QuestionImport[]\n  drafts         CourseDraft[]\n  supplements    Supplement[]\n\n  @@map("course")\n}\n\n/// A published course, unchangeable: its files, its compiled lessons, its questions, one content hash.\nmodel CourseVersion {\n  id          String   @id @default(dbgenerated("gen_random_uuid()")) @db.Uuid\n  courseId    String   @map("course_id") @db.Uuid\n  number      Int\n  contentHash String   @map("content_hash")\n  /// `CourseManifest` of domain/courses: title, outline, test policy, certificate wording.\n  manifest    Json\n  changeNote  String?  @map("change_note")\n  publishedAt DateTime @default(now()) @map("published_at") @db.Timestamptz(3)\n  publishedBy String?  @map("published_by") @db.Uuid\n\n  course       Course            @relation("versions", fields: [courseId], references: [id], onDelete: Restrict)\n  currentOf    Course?           @relation("current")\n  filesOf      Course[]          @relation("files")\n  files        CourseFile[]\n  lessons      LessonVersion[]\n  questions    QuestionVersion[]\n  enrolments   Enrolment[]\n  attempts     Attempt[]\n  completions  Completion[]\n  certificates Certificate[]\n  regrades     Regrade[]\n  draftsFrom   CourseDraft[]     @relation("base")\n  draftsTo     CourseDraft[]     @relation("made")\n  supplements  Supplement[]\n  reports      ReaderReport[]\n\n  @@unique([courseId, number])\n  @@unique([courseId, contentHash])\n  @@map("course_version")\n}\n\nmodel CourseFile {\n  versionId String @map("version_id") @db.Uuid\n  path      String\n  sha256    String\n  /// Null: it lies in the file store under its hash, and `size` says how large it is.\n  bytes     Bytes?\n  size      Int?\n\n  version CourseVersion @relation(fields: [versionId], references: [id], onDelete: Cascade)\n\n  @@id([versionId, path])\n  @@index([sha256])\n  @@map("course_file")\n}\n\nmodel LessonVersion {\n  versionId String @map("version_id") @db.Uuid\n  lessonId  String @map("lesson_id")\n  position  Int\n  /// `CompiledLesson` of domain/courses: ready HTML in segments, in-lesson checks, outline.\n  compiled  Json\n\n  version CourseVersion @relation(fields: [versionId], references: [id], onDelete: Cascade)\n\n  @@id([versionId, lessonId])\n  @@map("lesson_version")\n}\n\nmodel QuestionVersion {\n  versionId  String @map("version_id") @db.Uuid\n  questionId String @map("question_id")\n  position   Int\n  topic      String\n  type       String\n  /// `Question` of domain/assessment, answer key included.\n  content    Json\n\n  version CourseVersion @relation(fields: [versionId], references: [id], onDelete: Cascade)\n\n  @@id([versionId, questionId])\n  @@map("question_version")\n}\n\n/// What the last check of `content/` found, for training officers.\nmodel ContentCheck {\n  id        String   @id @default(dbgenerated("gen_random_uuid()")) @db.Uuid\n  checkedAt DateTime @default(now()) @map("checked_at") @db.Timestamptz(3)\n  courses   Json\n  problems  Json\n\n  @@index([checkedAt])\n  @@map("content_check")\n}\n\n// \u2500\u2500\u2500\u2500\u2500\u2500\u2500\u2500\u2500\u2500\u2500\u2500\u2500\u2500\u2500\u2500\u2500\u2500\u2500\u2500\u2500\u2500\u2500\u2500\u2500\u2500\u2500\u2500\u2500 the studio \u2500\u2500\u2500\u2500\u2500\u2500\u2500\u2500\u2500\u2500\u2500\u2500\u2500\u2500\u2500\u2500\u2500\u2500\u2500\u2500\u2500\u2500\u2500\u2500\u2500\u2500\u2500\u2500\u2500\n\nenum DraftState {\n  editing\n  in_review\n  approved\n  published\n  discarded\n\n  @@map("draft_state")\n}\n\n/// A course as it is being written: a whole set of files, begun from a version or from nothing. One open draft a course.\nmodel CourseDraft {\n  id                 String     @id @default(dbgenerated("gen_random_uuid()")) @db.Uuid\n  slug               String\n  /// Null for a course that was never published.\n  courseId           String?    @map("course_id") @db.Uuid\n  /// The version whose files the draft began with.\n  baseVersionId      String?    @map("base_version_id") @db.Uuid\n  state              DraftState @default(editing)\n  /// How often it was sent for review.\n  round              Int        @default(0)\n  /// What was changed and why, as the version will say it.\n  changeNote         String?    @map("change_note")\n  createdAt          DateTime   @map("created_at") @db.Timestamptz(3)\n  createdBy          String?    @map("created_by") @db.Uuid\n  createdByName      String     @map("created_by_name")\n  submittedAt        DateTime?  @map("submitted_at") @db.Timestamptz(3)\n  submittedBy        String?    @map("submitted_by") @db.Uuid\n  submittedByName    String?    @map("submitted_by_name")\n  closedAt           DateTime?  @map("closed_at") @db.Timestamptz(3)\n  publishedVersionId String?    @map("published_version_id") @db.Uuid\n\n  course           Course?             @relation(fields: [courseId], references: [id], onDelete: Restrict)\n  baseVersion      CourseVersion?      @relation("base", fields: [baseVersionId], references: [id], onDelete: Restrict)\n  publishedVersion CourseVersion?      @relation("made", fields: [publishedVersionId], references: [id], onDelete: Restrict)\n  files            DraftFile[]\n  revisions        DraftFileRevision[]\n  presence         DraftPresence[]\n  reviewers        DraftReviewer[]\n  comments         DraftComment[]\n  publishJobs      PublishJob[]\n\n  @@index([courseId])\n  @@map("course_draft")\n}\n\nmodel DraftFile {\n  draftId       String   @map("draft_id") @db.Uuid\n  path          String\n  sha256        String\n  /// Null: it lies in the file store under its hash, and `size` says how large it is.\n  bytes         Bytes?\n  size          Int?\n  /// One more with each save: who saves says over which one, and is told when somebody else was first.\n  revision      Int      @default(1)\n  updatedAt     DateTime @map("updated_at") @db.Timestamptz(3)\n  updatedBy     String?  @map("updated_by") @db.Uuid\n  updatedByName String   @map("updated_by_name")\n\n  draft CourseDraft @relation(fields: [draftId], references: [id], onDelete: Cascade)\n\n  @@id([draftId, path])\n  @@index([sha256])\n  @@map("draft_file")\n}\n\n/// How large a picture is, once it was looked at: by its hash, so that a list of media opens none.\nmodel ImageSize {\n  sha256 String @id\n  width  Int\n  height Int\n\n  @@map("image_size")\n}\n\n/// What a file of a draft was before, so that nothing that was typed is lost: one row for each stretch of writing of a person.\nmodel DraftFileRevision {\n  draftId     String   @map("draft_id") @db.Uuid\n  path        String\n  revision    Int\n  /// Null: the file was taken away, or it lies in the file store under `sha256`.\n  bytes       Bytes?\n  sha256      String?\n  size        Int?\n  savedAt     DateTime @map("saved_at") @db.Timestamptz(3)\n  savedBy     String?  @map("saved_by") @db.Uuid\n  savedByName String   @map("saved_by_name")\n\n  draft CourseDraft @relation(fields: [draftId], references: [id], onDelete: Cascade)\n\n  @@id([draftId, path, revision])\n  @@index([sha256])\n  @@map("draft_file_revision")\n}\n\n/// Who has a file of a draft open now.\nmodel DraftPresence {\n  draftId   String   @map("draft_id") @db.Uuid\n  accountId String   @map("account_id") @db.Uuid\n  name      String\n  path      String\n  seenAt    DateTime @map("seen_at") @db.Timestamptz(3)\n\n  draft CourseDraft @relation(fields: [draftId], references: [id], onDelete: Cascade)\n\n  @@id([draftId, accountId])\n  @@map("draft_presence")\n}\n\nenum ReviewDecision {\n  approved\n  changes_wanted\n\n  @@map("review_decision")\n}\n\n/// Who was asked to approve a draft, in which round, and what they decided.\nmodel DraftReviewer {\n  draftId     String          @map("draft_id") @db.Uuid\n  round       Int\n  accountId   String          @map("account_id") @db.Uuid\n  name        String\n  decision    ReviewDecision?\n  note        String?\n  /// Hash over the files that were looked at.\n  contentHash String?         @map("content_hash")\n  decidedAt   DateTime?       @map("decided_at") @db.Timestamptz(3)\n\n  draft CourseDraft @relation(fields: [draftId], references: [id], onDelete: Cascade)\n\n  @@id([draftId, round, accountId])\n  @@index([accountId])\n  @@map("draft_reviewer")\n}\n\n/// A remark on a block of a draft, or an answer to one (`parentId`).\nmodel DraftComment {\n  id             String    @id @default(dbgenerated("gen_random_uuid()")) @db.Uuid\n  draftId        String    @map("draft_id") @db.Uuid\n  path           String\n  /// Id of the block in the lesson\'s HTML; null: on the file as a whole.\n  block          String?\n  /// How the block began when it was remarked on.\n  quote          String?\n  text           String\n  parentId       String?   @map("parent_id") @db.Uuid\n  writtenAt      DateTime  @map("written_at") @db.Timestamptz(3)\n  writtenBy      String?   @map("written_by") @db.Uuid\n  writtenByName  String    @map("written_by_name")\n  resolvedAt     DateTime? @map("resolved_at") @db.Timestamptz(3)\n  resolvedByName String?   @map("resolved_by_name")\n\n  draft   CourseDraft    @relation(fields: [draftId], references: [id], onDelete: Cascade)\n  parent  DraftComment?  @relation("answers", fields: [parentId], references: [id], onDelete: Cascade)\n  answers DraftComment[] @relation("answers")\n\n  @@index([draftId])\n  @@map("draft_comment")\n}\n\nenum PublishJobState {\n  waiting\n  running\n  done\n  failed\n\n  @@map("publish_job_state")\n}\n\n/// The publication of an approved draft, made in the background: taken up again when its process ended half-way.\nmodel PublishJob {\n  id              String          @id @default(dbgenerated("gen_random_uuid()")) @db.Uuid\n  draftId         String          @map("draft_id") @db.Uuid\n  state           PublishJobState @default(waiting)\n  /// `PublishStep` of domain/courses/drafts/publish-job.\n  step            String          @default("waiting")\n  lessonsDone     Int             @default(0) @map("lessons_done")\n  lessonsInAll    Int             @default(0) @map("lessons_in_all")\n  /// `PublishWish`: what is to become of those who are under way.\n  wish            Json\n  requestedAt     DateTime        @map("requested_at") @db.Timestamptz(3)\n  requestedBy     String?         @map("requested_by") @db.Uuid\n  requestedByName String          @map("requested_by_name")\n  /// When the process that works on it last said so.\n  beatAt          DateTime?       @map("beat_at") @db.Timestamptz(3)\n  tries           Int             @default(0)\n  finishedAt      DateTime?       @map("finished_at") @db.Timestamptz(3)\n  /// `PublishOutcome` of that file.\n  outcome         Json?\n\n  draft CourseDraft @relation(fields: [draftId], references: [id], onDelete: Cascade)\n\n  @@index([draftId])\n  @@map("publish_job")\n}\n\n/// Who has to approve a course before it is published.\nmodel CourseSignoff {\n  slug        String\n  accountId   String   @map("account_id") @db.Uuid\n  position    Int\n  addedAt     DateTime @map("added_at") @db.Timestamptz(3)\n  addedByName String   @map("added_by_name")\n\n  account Account @relation(fields: [accountId], references: [id], onDelete: Restrict)\n\n  @@id([slug, accountId])\n  @@map("course_signoff")\n}\n\n// \u2500\u2500\u2500\u2500\u2500\u2500\u2500\u2500\u2500\u2500\u2500\u2500\u2500\u2500\u2500\u2500\u2500\u2500\u2500\u2500\u2500\u2500\u2500\u2500\u2500\u2500\u2500\u2500\u2500 enrolment and progress \u2500\u2500\u2500\u2500\u2500\u2500\u2500\u2500\u2500\u2500\u2500\u2500\u2500\u2500\u2500\u2500\u2500\u2500\u2500\u2500\u2500\u2500\u2500\u2500\u2500\u2500\u2500\u2500\u2500\n\nmodel Assignment {\n  id          String    @id @default(dbgenerated("gen_random_uuid()")) @db.Uuid\n  courseId    String    @map("course_id") @db.Uuid\n  unitId      String    @map("unit_id") @db.Uuid\n  /// The turn of the course that this asks for, e.g. "2026".\n  cycle       String\n  /// The last day on which finishing is on time; ends at midnight in Asia/Ho_Chi_Minh.\n  dueOn       DateTime  @map("due_on") @db.Date\n  note        String?\n  assignedBy  String?   @map("assigned_by") @db.Uuid\n  assignedAt  DateTime  @default(now()) @map("assigned_at") @db.Timestamptz(3)\n  withdrawnAt DateTime? @map("withdrawn_at") @db.Timestamptz(3)\n\n  course     Course      @relation(fields: [courseId], references: [id], onDelete: Restrict)\n  unit       Unit        @relation(fields: [unitId], references: [id], onDelete: Restrict)\n  enrolments Enrolment[]\n\n  @@index([unitId])\n  @@map("assignment")\n}\n\n/// One official, one course, one cycle: what is asked of the person and how far they are.\nmodel Enrolment {\n  id           String    @id @default(dbgenerated("gen_random_uuid()")) @db.Uuid\n  officialId   String    @map("official_id") @db.Uuid\n  courseId     String    @map("course_id") @db.Uuid\n  cycle        String\n  /// The version that the person learns from; pinned when they start.\n  versionId    String    @map("version_id") @db.Uuid\n  assignmentId String?   @map("assignment_id") @db.Uuid\n  required     Boolean\n  dueOn        DateTime? @map("due_on") @db.Date\n  createdAt    DateTime  @default(now()) @map("created_at") @db.Timestamptz(3)\n  startedAt    DateTime? @map("started_at") @db.Timestamptz(3)\n  completedAt  DateTime? @map("completed_at") @db.Timestamptz(3)\n\n  official    Official         @relation(fields: [officialId], references: [id], onDelete: Restrict)\n  course      Course           @relation(fields: [courseId], references: [id], onDelete: Restrict)\n  version     CourseVersion    @relation(fields: [versionId], references: [id], onDelete: Restrict)\n  assignment  Assignment?      @relation(fields: [assignmentId], references: [id], onDelete: Restrict)\n  progress    LessonProgress[]\n  attempts    Attempt[]\n  remedials   RemedialDuty[]\n  scorm       ScormProgress[]\n  supplements SupplementDuty[]\n\n  @@unique([officialId, courseId, cycle])\n  @@index([courseId, cycle])\n  @@index([assignmentId])\n  @@map("enrolment")\n}\n\nmodel LessonProgress {\n  enrolmentId String    @map("enrolment_id") @db.Uuid\n  lessonId    String    @map("lesson_id")\n  openedAt    DateTime  @map("opened_at") @db.Timestamptz(3)\n  lastSeenAt  DateTime  @map("last_seen_at") @db.Timestamptz(3)\n  /// Id of the block where reading stopped.\n  resumeAt    String?   @map("resume_at")\n  finishedAt  DateTime? @map("finished_at") @db.Timestamptz(3)\n  /// Answers to in-lesson checks: check id \u2192 chosen option id. Never scored.\n  checks      Json      @default("{}")\n\n  enrolment Enrolment @relation(fields: [enrolmentId], references: [id], onDelete: Restrict)\n\n  @@id([enrolmentId, lessonId])\n  @@map("lesson_progress")\n}\n\n/// Counts per unit (not its subunits), kept in the transaction of the event that changes them, so that an\n/// overview of a province sums units and not people.\nmodel UnitStanding {\n  unitId    String   @map("unit_id") @db.Uuid\n  courseId  String   @map("course_id") @db.Uuid\n  cycle     String\n  dueOn     DateTime @map("due_on") @db.Date\n  required  Int      @default(0)\n  completed Int      @default(0)\n\n  unit   Unit   @relation(fields: [unitId], references: [id], onDelete: Restrict)\n  course Course @relation(fields: [courseId], references: [id], onDelete: Restrict)\n\n  @@id([courseId, cycle, unitId, dueOn])\n  @@index([unitId])\n  @@map("unit_standing")\n}\n\n// \u2500\u2500\u2500\u2500\u2500\u2500\u2500\u2500\u2500\u2500\u2500\u2500\u2500\u2500\u2500\u2500\u2500\u2500\u2500\u2500\u2500\u2500\u2500\u2500\u2500\u2500\u2500\u2500\u2500 assessment \u2500\u2500\u2500\u2500\u2500\u2500\u2500\u2500\u2500\u2500\u2500\u2500\u2500\u2500\u2500\u2500\u2500\u2500\u2500\u2500\u2500\u2500\u2500\u2500\u2500\u2500\u2500\u2500\u2500\n\nenum AttemptStatus {\n  open\n  submitted\n  voided\n\n  @@map("attempt_status")\n}\n\nmodel Attempt {\n  id            String        @id @default(dbgenerated("gen_random_uuid()")) @db.Uuid\n  enrolmentId   String        @map("enrolment_id") @db.Uuid\n  officialId    String        @map("official_id") @db.Uuid\n  versionId     String        @map("version_id") @db.Uuid\n  number        Int\n  /// Version, seed and the drawn ids together rebuild the paper as it was.\n  seed          String\n  questionIds   String[]      @map("question_ids")\n  status        AttemptStatus @default(open)\n  startedAt     DateTime      @map("started_at") @db.Timestamptz(3)\n  deadlineAt    DateTime      @map("deadline_at") @db.Timestamptz(3)\n  submittedAt   DateTime?     @map("submitted_at") @db.Timestamptz(3)\n  /// true when the deadline handed the paper in.\n  byTimer       Boolean       @default(false) @map("by_timer")\n  points        Decimal?      @db.Decimal(8, 4)\n  maxPoints     Decimal?      @map("max_points") @db.Decimal(8, 4)\n  percent       Decimal?      @db.Decimal(5, 2)\n  passed        Boolean?\n  /// Handed in, but an officer has still to mark an answer: no percent and no verdict until then.\n  awaitsMarking Boolean       @default(false) @map("awaits_marking")\n  /// Which page of which device holds the paper: a random word of that page\'s own.\n  activeDevice  String?       @map("active_device")\n  /// Questions added after the draw and why: `ExtraQuestions[]` of domain/assessment/pace.\n  extras        Json          @default("[]")\n\n  enrolment Enrolment      @relation(fields: [enrolmentId], references: [id], onDelete: Restrict)\n  official  Official       @relation(fields: [officialId], references: [id], onDelete: Restrict)\n  version   CourseVersion  @relation(fields: [versionId], references: [id], onDelete: Restrict)\n  answers   Answer[]\n  events    AttemptEvent[]\n  markings  Marking[]\n\n  @@unique([enrolmentId, number])\n  @@index([versionId, submittedAt])\n  @@index([officialId, startedAt])\n  @@map("attempt")\n}\n\nmodel Answer {\n  attemptId  String    @map("attempt_id") @db.Uuid\n  questionId String    @map("question_id")\n  /// Rises with each choice; a save with a lower or equal number changes nothing.\n  sequence   BigInt\n  response   Json\n  marked     Boolean   @default(false)\n  savedAt    DateTime  @map("saved_at") @db.Timestamptz(3)\n  points     Decimal?  @db.Decimal(8, 4)\n  /// How often it was checked before handing in, in tests that answer at once or give hints.\n  tries      Int       @default(0) @db.SmallInt\n  /// Set when it was checked for good: it changes no more.\n  settledAt  DateTime? @map("settled_at") @db.Timestamptz(3)\n\n  attempt Attempt @relation(fields: [attemptId], references: [id], onDelete: Restrict)\n\n  @@id([attemptId, questionId])\n  @@map("answer")\n}\n\n/// Append-only: what happened to an attempt beside being started and handed in, with what stood before and after.\nmodel AttemptEvent {\n  id        BigInt   @id @default(autoincrement())\n  attemptId String   @map("attempt_id") @db.Uuid\n  /// "reopened", "regraded", "time-added", "marked", "answer-file".\n  kind      String\n  at        DateTime @map("at") @db.Timestamptz(3)\n  actorId   String?  @map("actor_id") @db.Uuid\n  actorName String   @map("actor_name")\n  reason    String?\n  regradeId String?  @map("regrade_id") @db.Uuid\n  before    Json?\n  after     Json?\n\n  attempt Attempt  @relation(fields: [attemptId], references: [id], onDelete: Restrict)\n  regrade Regrade? @relation(fields: [regradeId], references: [id], onDelete: Restrict)\n\n  @@index([attemptId, at])\n  @@index([regradeId])\n  @@map("attempt_event")\n}\n\n/// Append-only: a later decision on a question of a version. Papers of that version are graded and reviewed by it from then on.\nmodel Regrade {\n  id         String   @id @default(dbgenerated("gen_random_uuid()")) @db.Uuid\n  versionId  String   @map("version_id") @db.Uuid\n  questionId String   @map("question_id")\n  /// `Adjustment` of domain/assessment/regrade.\n  change     Json\n  /// "never-lower" or "apply-all".\n  policy     String\n  reason     String\n  at         DateTime @map("at") @db.Timestamptz(3)\n  actorId    String?  @map("actor_id") @db.Uuid\n  actorName  String   @map("actor_name")\n  /// How many papers, verdicts, certificates it touched.\n  summary    Json\n\n  version CourseVersion  @relation(fields: [versionId], references: [id], onDelete: Restrict)\n  events  AttemptEvent[]\n\n  @@index([versionId, at])\n  @@map("regrade")\n}\n\n/// What an officer gave for an answer that no key can mark. Append-only; a later row stands above an earlier one.\nmodel Marking {\n  id         String   @id @default(dbgenerated("gen_random_uuid()")) @db.Uuid\n  attemptId  String   @map("attempt_id") @db.Uuid\n  questionId String   @map("question_id")\n  points     Decimal  @db.Decimal(8, 4)\n  /// Criterion id \u2192 points of the level that was chosen.\n  rubric     Json\n  comment    String?\n  at         DateTime @map("at") @db.Timestamptz(3)\n  actorId    String?  @map("actor_id") @db.Uuid\n  actorName  String   @map("actor_name")\n\n  attempt Attempt @relation(fields: [attemptId], references: [id], onDelete: Restrict)\n\n  @@index([attemptId, questionId, at])\n  @@map("marking")\n}\n\n/// A part of a lesson that an answer made due, even when the test was passed.\nmodel RemedialDuty {\n  enrolmentId String    @map("enrolment_id") @db.Uuid\n  questionId  String    @map("question_id")\n  attemptId   String    @map("attempt_id") @db.Uuid\n  lessonId    String    @map("lesson_id")\n  /// Id of a second-level heading of the lesson; null is the whole lesson.\n  section     String?\n  optionId    String    @map("option_id")\n  dueFrom     DateTime  @map("due_from") @db.Timestamptz(3)\n  doneAt      DateTime? @map("done_at") @db.Timestamptz(3)\n\n  enrolment Enrolment @relation(fields: [enrolmentId], references: [id], onDelete: Restrict)\n\n  @@id([enrolmentId, questionId])\n  @@map("remedial_duty")\n}\n\n/// What one person is granted in tests: time, attempts, a later window. Never changed, only revoked.\nmodel Accommodation {\n  id            String    @id @default(dbgenerated("gen_random_uuid()")) @db.Uuid\n  officialId    String    @map("official_id") @db.Uuid\n  /// null: in every course.\n  courseId      String?   @map("course_id") @db.Uuid\n  timeFactor    Decimal   @default(1) @map("time_factor") @db.Decimal(4, 2)\n  untimed       Boolean   @default(false)\n  extraAttempts Int       @default(0) @map("extra_attempts")\n  /// The last day on which the test can be taken, in place of the policy\'s own, when that is earlier.\n  closesOn      DateTime? @map("closes_on") @db.Date\n  validFrom     DateTime  @map("valid_from") @db.Date\n  validTo       DateTime? @map("valid_to") @db.Date\n  reason        String\n  grantedAt     DateTime  @map("granted_at") @db.Timestamptz(3)\n  grantedBy     String?   @map("granted_by") @db.Uuid\n  grantedByName String    @map("granted_by_name")\n  revokedAt     DateTime? @map("revoked_at") @db.Timestamptz(3)\n  revokedByName String?   @map("revoked_by_name")\n  revokeReason  String?   @map("revoke_reason")\n\n  official Official @relation(fields: [officialId], references: [id], onDelete: Restrict)\n  course   Course?  @relation(fields: [courseId], references: [id], onDelete: Restrict)\n\n  @@index([officialId])\n  @@map("accommodation")\n}\n\n/// A file of questions that an officer handed up: kept from the trial run until it is taken over or left.\nmodel QuestionImport {\n  id               String    @id @default(dbgenerated("gen_random_uuid()")) @db.Uuid\n  /// The course; it may have no version yet, so that `courseId` is null.\n  slug             String\n  courseId         String?   @map("course_id") @db.Uuid\n  fileName         String    @map("file_name")\n  format           String\n  bytes            Bytes\n  /// `ExchangeDefaults` of domain/assessment/exchange.\n  defaults         Json\n  uploadedAt       DateTime  @map("uploaded_at") @db.Timestamptz(3)\n  uploadedBy       String?   @map("uploaded_by") @db.Uuid\n  appliedAt        DateTime? @map("applied_at") @db.Timestamptz(3)\n  /// The version that it became part of, where that happened before there were drafts.\n  appliedVersionId String?   @map("applied_version_id") @db.Uuid\n  appliedDraftId   String?   @map("applied_draft_id") @db.Uuid\n\n  course Course? @relation(fields: [courseId], references: [id], onDelete: Restrict)\n\n  @@index([slug, uploadedAt])\n  @@map("question_import")\n}\n\n// \u2500\u2500\u2500\u2500\u2500\u2500\u2500\u2500\u2500\u2500\u2500\u2500\u2500\u2500\u2500\u2500\u2500\u2500\u2500\u2500\u2500\u2500\u2500\u2500\u2500\u2500\u2500\u2500\u2500 completion and certificates \u2500\u2500\u2500\u2500\u2500\u2500\u2500\u2500\u2500\u2500\u2500\u2500\u2500\u2500\u2500\u2500\u2500\u2500\u2500\u2500\u2500\u2500\u2500\u2500\u2500\u2500\u2500\u2500\u2500\n\n/// Append-only. Revision 0 is the completion that was earned; a correction is a higher revision.\nmodel Completion {\n  id            String        @id @default(dbgenerated("gen_random_uuid()")) @db.Uuid\n  officialId    String        @map("official_id") @db.Uuid\n  courseId      String        @map("course_id") @db.Uuid\n  cycle         String\n  revision      Int           @default(0)\n  correctsId    String?       @unique @map("corrects_id") @db.Uuid\n  versionId     String        @map("version_id") @db.Uuid\n  attemptId     String?       @map("attempt_id") @db.Uuid\n  completedAt   DateTime      @map("completed_at") @db.Timestamptz(3)\n  recordedAt    DateTime      @default(now()) @map("recorded_at") @db.Timestamptz(3)\n  fullName      String        @map("full_name")\n  staffNumber   String        @map("staff_number")\n  staffCategory StaffCategory @map("staff_category")\n  positionTitle String        @map("position_title")\n  unitId        String        @map("unit_id") @db.Uuid\n  unitName      String        @map("unit_name")\n  unitPathNames String        @map("unit_path_names")\n  courseTitle   String        @map("course_title")\n  startedAt     DateTime      @map("started_at") @db.Timestamptz(3)\n  assignedAt    DateTime?     @map("assigned_at") @db.Timestamptz(3)\n  dueOn         DateTime?     @map("due_on") @db.Date\n  onTime        Boolean?      @map("on_time")\n  scorePercent  Decimal?      @map("score_percent") @db.Decimal(5, 2)\n  attemptsUsed  Int           @map("attempts_used")\n  because       Json\n  reason        String?\n\n  official     Official         @relation(fields: [officialId], references: [id], onDelete: Restrict)\n  course       Course           @relation(fields: [courseId], references: [id], onDelete: Restrict)\n  version      CourseVersion    @relation(fields: [versionId], references: [id], onDelete: Restrict)\n  corrects     Completion?      @relation("correction", fields: [correctsId], references: [id], onDelete: Restrict)\n  correctedBy  Completion?      @relation("correction")\n  certificates Certificate[]\n  supplements  SupplementDuty[]\n\n  @@unique([officialId, courseId, cycle, revision])\n  @@map("completion")\n}\n\n/// The last number given in the register book of an issuing agency in a year. The row is locked while a\n/// number is taken, so numbers have no gap and no double.\nmodel CertificateRegister {\n  issuerCode String @map("issuer_code")\n  year       Int\n  lastNumber Int    @map("last_number")\n\n  @@id([issuerCode, year])\n  @@map("certificate_register")\n}\n\n/// The one certificate in force of a person\'s turn of a course: what the primary key keeps unique.\nmodel CertificateTurn {\n  officialId    String @map("official_id") @db.Uuid\n  courseId      String @map("course_id") @db.Uuid\n  cycle         String\n  certificateId String @unique @map("certificate_id") @db.Uuid\n\n  certificate Certificate @relation(fields: [certificateId], references: [id], onDelete: Restrict)\n\n  @@id([officialId, courseId, cycle])\n  @@map("certificate_turn")\n}\n\nenum CertificateDocumentKind {\n  issued\n  signedUpload @map("signed-upload")\n\n  @@map("certificate_document_kind")\n}\n\n/// Append-only: the very bytes of what was issued, or of what the agency signed with its own key, in the file store under their hash.\nmodel CertificateDocument {\n  id              String                  @id @default(dbgenerated("gen_random_uuid()")) @db.Uuid\n  certificateId   String                  @map("certificate_id") @db.Uuid\n  kind            CertificateDocumentKind\n  sha256          String\n  size            Int\n  templateVersion Int                     @map("template_version")\n  /// Who signed it and how; null: not signed.\n  signature       Json?\n  madeAt          DateTime                @map("made_at") @db.Timestamptz(3)\n  madeBy          String?                 @map("made_by") @db.Uuid\n  madeByName      String                  @map("made_by_name")\n\n  certificate Certificate @relation(fields: [certificateId], references: [id], onDelete: Restrict)\n\n  @@index([certificateId, madeAt])\n  @@index([sha256])\n  @@map("certificate_document")\n}\n\n/// Append-only: a copy of the facts as they were on the day of issue. What happens later is an event.\nmodel Certificate {\n  id              String   @id @default(dbgenerated("gen_random_uuid()")) @db.Uuid\n  /// Public, unguessable, printed and in the QR code.\n  serial          String   @unique\n  issuerCode      String   @map("issuer_code")\n  year            Int\n  registerNumber  Int      @map("register_number")\n  /// As printed: "0001/GCN-SNV".\n  number          String\n  completionId    String   @map("completion_id") @db.Uuid\n  officialId      String   @map("official_id") @db.Uuid\n  courseId        String   @map("course_id") @db.Uuid\n  versionId       String   @map("version_id") @db.Uuid\n  cycle           String\n  issuedAt        DateTime @map("issued_at") @db.Timestamptz(3)\n  /// The version of the agency\'s template; without `templateId` it was issued before there were templates.\n  templateVersion Int      @map("template_version")\n  /// `CertificateFacts` of domain/certificates: every word that is printed.\n  facts           Json\n  /// The one in whose place it was issued.\n  replacesId      String?  @unique @map("replaces_id") @db.Uuid\n  templateId      String?  @map("template_id") @db.Uuid\n\n  completion Completion            @relation(fields: [completionId], references: [id], onDelete: Restrict)\n  official   Official              @relation(fields: [officialId], references: [id], onDelete: Restrict)\n  course     Course                @relation(fields: [courseId], references: [id], onDelete: Restrict)\n  version    CourseVersion         @relation(fields: [versionId], references: [id], onDelete: Restrict)\n  events     CertificateEvent[]\n  turn       CertificateTurn?\n  documents  CertificateDocument[]\n  replaces   Certificate?          @relation("reissue", fields: [replacesId], references: [id], onDelete: Restrict)\n  replacedBy Certificate?          @relation("reissue")\n  template   CertificateTemplate?  @relation(fields: [templateId], references: [id], onDelete: Restrict)\n\n  @@unique([issuerCode, year, registerNumber])\n  @@index([completionId])\n  @@index([officialId, courseId, cycle])\n  @@index([issuedAt, id])\n  @@map("certificate")\n}\n\nenum CertificateEventKind {\n  issued\n  revoked\n  expired\n  reissued\n\n  @@map("certificate_event_kind")\n}\n\nmodel CertificateEvent {\n  id            String               @id @default(dbgenerated("gen_random_uuid()")) @db.Uuid\n  certificateId String               @map("certificate_id") @db.Uuid\n  kind          CertificateEventKind\n  at            DateTime             @map("at") @db.Timestamptz(3)\n  reason        String?\n  actorId       String?              @map("actor_id") @db.Uuid\n  /// `ReasonClass` of domain/certificates: what anybody may be told of the reason.\n  reasonClass   String?              @map("reason_class")\n  actorName     String?              @map("actor_name")\n\n  certificate Certificate @relation(fields: [certificateId], references: [id], onDelete: Restrict)\n\n  @@index([certificateId, at])\n  @@map("certificate_event")\n}\n\n/// Append-only: what an agency prints on its certificates, version by version. Without a unit: the installation\'s own.\nmodel CertificateTemplate {\n  id         String   @id @default(dbgenerated("gen_random_uuid()")) @db.Uuid\n  unitId     String?  @map("unit_id") @db.Uuid\n  version    Int\n  /// `TemplateContent` of domain/certificates.\n  content    Json\n  madeAt     DateTime @map("made_at") @db.Timestamptz(3)\n  madeBy     String?  @map("made_by") @db.Uuid\n  madeByName String   @map("made_by_name")\n\n  unit         Unit?         @relation(fields: [unitId], references: [id], onDelete: Restrict)\n  certificates Certificate[]\n\n  @@map("certificate_template")\n}\n\n/// Append-only: a number of the register book that no certificate bears, and why.\nmodel CertificateVoid {\n  issuerCode     String   @map("issuer_code")\n  year           Int\n  registerNumber Int      @map("register_number")\n  reason         String\n  at             DateTime @map("at") @db.Timestamptz(3)\n  actorId        String?  @map("actor_id") @db.Uuid\n  actorName      String   @map("actor_name")\n\n  @@id([issuerCode, year, registerNumber])\n  @@map("certificate_void")\n}\n\n// \u2500\u2500\u2500\u2500\u2500\u2500\u2500\u2500\u2500\u2500\u2500\u2500\u2500\u2500\u2500\u2500\u2500\u2500\u2500\u2500\u2500\u2500\u2500\u2500\u2500\u2500\u2500\u2500\u2500 law changes, local codes, reports \u2500\u2500\u2500\u2500\u2500\u2500\u2500\u2500\u2500\u2500\u2500\u2500\u2500\u2500\u2500\u2500\u2500\u2500\u2500\u2500\u2500\u2500\u2500\u2500\u2500\u2500\u2500\u2500\u2500\n\n/// Append-only: the changed parts of a course, to be read by those who finished an earlier version.\nmodel Supplement {\n  id              String   @id @default(dbgenerated("gen_random_uuid()")) @db.Uuid\n  courseId        String   @map("course_id") @db.Uuid\n  /// The version whose blocks and questions it holds.\n  versionId       String   @map("version_id") @db.Uuid\n  /// It is for those who finished this version or an earlier one.\n  upToNumber      Int      @map("up_to_number")\n  /// Number of the document that changed.\n  document        String?\n  title           String\n  reason          String\n  dueOn           DateTime @map("due_on") @db.Date\n  /// `SupplementPart[]` of domain/completion/supplements: lessons with the ids of their blocks.\n  parts           Json\n  questionIds     String[] @map("question_ids")\n  /// How many people it became due for.\n  people          Int\n  publishedAt     DateTime @map("published_at") @db.Timestamptz(3)\n  publishedBy     String?  @map("published_by") @db.Uuid\n  publishedByName String   @map("published_by_name")\n\n  course  Course           @relation(fields: [courseId], references: [id], onDelete: Restrict)\n  version CourseVersion    @relation(fields: [versionId], references: [id], onDelete: Restrict)\n  duties  SupplementDuty[]\n\n  @@index([courseId])\n  @@map("supplement")\n}\n\n/// Append-only: who owes a supplement, because of which completion. That completion is never touched.\nmodel SupplementDuty {\n  supplementId String @map("supplement_id") @db.Uuid\n  officialId   String @map("official_id") @db.Uuid\n  enrolmentId  String @map("enrolment_id") @db.Uuid\n  completionId String @map("completion_id") @db.Uuid\n\n  supplement Supplement            @relation(fields: [supplementId], references: [id], onDelete: Restrict)\n  official   Official              @relation(fields: [officialId], references: [id], onDelete: Restrict)\n  enrolment  Enrolment             @relation(fields: [enrolmentId], references: [id], onDelete: Restrict)\n  completion Completion            @relation(fields: [completionId], references: [id], onDelete: Restrict)\n  done       SupplementCompletion?\n\n  @@id([supplementId, officialId])\n  @@index([enrolmentId])\n  @@index([officialId])\n  @@map("supplement_duty")\n}\n\n/// Append-only: a supplement was read and its questions answered.\nmodel SupplementCompletion {\n  supplementId String   @map("supplement_id") @db.Uuid\n  officialId   String   @map("official_id") @db.Uuid\n  doneAt       DateTime @map("done_at") @db.Timestamptz(3)\n  /// Question id \u2192 response.\n  answers      Json\n  fullName     String   @map("full_name")\n  unitName     String   @map("unit_name")\n\n  duty SupplementDuty @relation(fields: [supplementId, officialId], references: [supplementId, officialId], onDelete: Restrict)\n\n  @@id([supplementId, officialId])\n  @@index([officialId])\n  @@map("supplement_completion")\n}\n\n/// A code of conduct of a unit as it is being written; what was published is its versions.\nmodel LocalCode {\n  id             String    @id @default(dbgenerated("gen_random_uuid()")) @db.Uuid\n  unitId         String    @unique @map("unit_id") @db.Uuid\n  title          String\n  decisionNumber String    @map("decision_number")\n  decidedOn      DateTime? @map("decided_on") @db.Date\n  text           String\n  /// One more with each save.\n  revision       Int       @default(1)\n  updatedAt      DateTime  @map("updated_at") @db.Timestamptz(3)\n  updatedByName  String    @map("updated_by_name")\n\n  unit     Unit               @relation(fields: [unitId], references: [id], onDelete: Restrict)\n  versions LocalCodeVersion[]\n\n  @@map("local_code")\n}\n\nmodel LocalCodeVersion {\n  id              String   @id @default(dbgenerated("gen_random_uuid()")) @db.Uuid\n  codeId          String   @map("code_id") @db.Uuid\n  number          Int\n  title           String\n  decisionNumber  String   @map("decision_number")\n  decidedOn       DateTime @map("decided_on") @db.Date\n  text            String\n  publishedAt     DateTime @map("published_at") @db.Timestamptz(3)\n  publishedBy     String?  @map("published_by") @db.Uuid\n  publishedByName String   @map("published_by_name")\n\n  code             LocalCode             @relation(fields: [codeId], references: [id], onDelete: Restrict)\n  acknowledgements CodeAcknowledgement[]\n\n  @@unique([codeId, number])\n  @@map("local_code_version")\n}\n\n/// Append-only: an official says that they have read a version of their agency\'s code.\nmodel CodeAcknowledgement {\n  versionId  String   @map("version_id") @db.Uuid\n  officialId String   @map("official_id") @db.Uuid\n  at         DateTime @map("at") @db.Timestamptz(3)\n  fullName   String   @map("full_name")\n  unitName   String   @map("unit_name")\n\n  version  LocalCodeVersion @relation(fields: [versionId], references: [id], onDelete: Restrict)\n  official Official         @relation(fields: [officialId], references: [id], onDelete: Restrict)\n\n  @@id([versionId, officialId])\n  @@index([officialId])\n  @@map("code_acknowledgement")\n}\n\n/// What a unit asks beyond a national lesson, shown beside a block, or wherever a place of a document is cited.\nmodel LocalOverlay {\n  id            String    @id @default(dbgenerated("gen_random_uuid()")) @db.Uuid\n  unitId        String    @map("unit_id") @db.Uuid\n  courseSlug    String    @map("course_slug")\n  /// Null with a document: in every lesson of the course that cites it.\n  lessonId      String?   @map("lesson_id")\n  blockId       String?   @map("block_id")\n  document      String?\n  article       String?\n  text          String\n  /// Rises with every change: what is kept in memory is known to be old by it.\n  changed       BigInt    @default(autoincrement())\n  writtenAt     DateTime  @map("written_at") @db.Timestamptz(3)\n  writtenByName String    @map("written_by_name")\n  withdrawnAt   DateTime? @map("withdrawn_at") @db.Timestamptz(3)\n\n  unit Unit @relation(fields: [unitId], references: [id], onDelete: Restrict)\n\n  @@index([unitId])\n  @@index([changed])\n  @@map("local_overlay")\n}\n\nenum ReaderReportState {\n  new\n  answered\n  closed\n\n  @@map("reader_report_state")\n}\n\n/// "Something is wrong here", with the version and the block that the reader had before them.\nmodel ReaderReport {\n  id             String            @id @default(dbgenerated("gen_random_uuid()")) @db.Uuid\n  officialId     String            @map("official_id") @db.Uuid\n  versionId      String            @map("version_id") @db.Uuid\n  lessonId       String            @map("lesson_id")\n  blockId        String?           @map("block_id")\n  /// How the block began.\n  quote          String\n  text           String\n  state          ReaderReportState @default(new)\n  reportedAt     DateTime          @map("reported_at") @db.Timestamptz(3)\n  answer         String?\n  answeredAt     DateTime?         @map("answered_at") @db.Timestamptz(3)\n  answeredByName String?           @map("answered_by_name")\n  /// Number of the version in which it was mended.\n  mendedIn       Int?              @map("mended_in")\n\n  official Official      @relation(fields: [officialId], references: [id], onDelete: Restrict)\n  version  CourseVersion @relation(fields: [versionId], references: [id], onDelete: Restrict)\n\n  @@index([officialId, reportedAt])\n  @@index([state, reportedAt])\n  @@index([versionId])\n  @@map("reader_report")\n}\n\n// \u2500\u2500\u2500\u2500\u2500\u2500\u2500\u2500\u2500\u2500\u2500\u2500\u2500\u2500\u2500\u2500\u2500\u2500\u2500\u2500\u2500\u2500\u2500\u2500\u2500\u2500\u2500\u2500\u2500 audit and settings \u2500\u2500\u2500\u2500\u2500\u2500\u2500\u2500\u2500\u2500\u2500\u2500\u2500\u2500\u2500\u2500\u2500\u2500\u2500\u2500\u2500\u2500\u2500\u2500\u2500\u2500\u2500\u2500\u2500\n\n/// Append-only: who did what, when, from where, before and after.\nmodel AuditEvent {\n  id           BigInt   @id @default(autoincrement())\n  at           DateTime @map("at") @db.Timestamptz(3)\n  actorId      String?  @map("actor_id") @db.Uuid\n  actorName    String   @map("actor_name")\n  action       String\n  subjectType  String   @map("subject_type")\n  subjectId    String   @map("subject_id")\n  subjectLabel String   @map("subject_label")\n  unitPath     String?  @map("unit_path")\n  ip           String?\n  before       Json?\n  after        Json?\n\n  @@index([at(sort: Desc), id(sort: Desc)])\n  @@index([subjectType, subjectId])\n  @@map("audit_event")\n}\n\nmodel Setting {\n  key       String   @id\n  value     Json\n  updatedAt DateTime @default(now()) @map("updated_at") @db.Timestamptz(3)\n\n  @@map("setting")\n}\n\n/// A zip file that was handed up to become a draft of a course, kept between the trial run and the taking over.\nmodel ContentImport {\n  id             String    @id @default(dbgenerated("gen_random_uuid()")) @db.Uuid\n  fileName       String    @map("file_name")\n  bytes          Bytes\n  uploadedAt     DateTime  @map("uploaded_at") @db.Timestamptz(3)\n  uploadedBy     String?   @map("uploaded_by") @db.Uuid\n  uploadedByName String    @map("uploaded_by_name")\n  appliedAt      DateTime? @map("applied_at") @db.Timestamptz(3)\n\n  @@index([uploadedAt])\n  @@map("content_import")\n}\n\n/// What an item of a SCORM package keeps of one person in one turn of a course.\nmodel ScormProgress {\n  enrolmentId    String   @map("enrolment_id") @db.Uuid\n  lessonId       String   @map("lesson_id")\n  /// `cmi.core.lesson_status` as it counts, the mastery score applied.\n  status         String\n  /// The best so far.\n  scorePercent   Decimal? @map("score_percent") @db.Decimal(5, 2)\n  /// Everything that the item has set, by its name: "cmi.core.lesson_location".\n  cmi            Json     @default("{}")\n  /// One opening of the item, and how many messages of it have been taken: older ones that come later are not.\n  sessionId      String   @map("session_id")\n  sequence       Int\n  earlierSeconds Int      @default(0) @map("earlier_seconds")\n  sessionSeconds Int      @default(0) @map("session_seconds")\n  updatedAt      DateTime @map("updated_at") @db.Timestamptz(3)\n\n  enrolment Enrolment @relation(fields: [enrolmentId], references: [id], onDelete: Restrict)\n\n  @@id([enrolmentId, lessonId])\n  @@map("scorm_progress")\n}\n\n// \u2500\u2500\u2500\u2500\u2500\u2500\u2500\u2500\u2500\u2500\u2500\u2500\u2500\u2500\u2500\u2500\u2500\u2500\u2500\u2500\u2500\u2500\u2500\u2500\u2500\u2500\u2500\u2500\u2500 long work \u2500\u2500\u2500\u2500\u2500\u2500\u2500\u2500\u2500\u2500\u2500\u2500\u2500\u2500\u2500\u2500\u2500\u2500\u2500\u2500\u2500\u2500\u2500\u2500\u2500\u2500\u2500\u2500\u2500\n\nenum LongJobState {\n  waiting\n  running\n  done\n  failed\n\n  @@map("long_job_state")\n}\n\n/// Long work that somebody asked for, with how far it is and what came of it.\nmodel LongJob {\n  id              String       @id @default(dbgenerated("gen_random_uuid()")) @db.Uuid\n  /// One of `JOB_KINDS` of domain/jobs.\n  kind            String\n  /// What it is about, as its reader would say it.\n  label           String\n  input           Json\n  state           LongJobState @default(waiting)\n  done            Int          @default(0)\n  /// null: not known yet.\n  total           Int?\n  tries           Int          @default(0)\n  /// `JobOutcome` of domain/jobs.\n  outcome         Json?\n  /// Of the file that it made; taken away when its time is over.\n  fileSha256      String?      @map("file_sha256")\n  requestedBy     String?      @map("requested_by") @db.Uuid\n  requestedByName String       @map("requested_by_name")\n  requestedAt     DateTime     @map("requested_at") @db.Timestamptz(3)\n  beatAt          DateTime?    @map("beat_at") @db.Timestamptz(3)\n  finishedAt      DateTime?    @map("finished_at") @db.Timestamptz(3)\n\n  @@index([requestedBy, requestedAt(sort: Desc)])\n  @@map("long_job")\n}\n',
  "runtimeDataModel": {
    "models": {},
    "enums": {},
    "types": {}
  },
  "parameterizationSchema": {
    "strings": [],
    "graph": ""
  }
};
config.runtimeDataModel = JSON.parse('{"models":{"Unit":{"fields":[{"name":"id","kind":"scalar","type":"String"},{"name":"parentId","kind":"scalar","type":"String","dbName":"parent_id"},{"name":"code","kind":"scalar","type":"String"},{"name":"name","kind":"scalar","type":"String"},{"name":"kind","kind":"enum","type":"UnitKind"},{"name":"path","kind":"scalar","type":"String"},{"name":"depth","kind":"scalar","type":"Int"},{"name":"position","kind":"scalar","type":"Int"},{"name":"searchName","kind":"scalar","type":"String","dbName":"search_name"},{"name":"headcount","kind":"scalar","type":"Int"},{"name":"validFrom","kind":"scalar","type":"DateTime","dbName":"valid_from"},{"name":"validTo","kind":"scalar","type":"DateTime","dbName":"valid_to"},{"name":"parent","kind":"object","type":"Unit","relationName":"tree"},{"name":"children","kind":"object","type":"Unit","relationName":"tree"},{"name":"officials","kind":"object","type":"Official","relationName":"OfficialToUnit"},{"name":"employments","kind":"object","type":"Employment","relationName":"EmploymentToUnit"},{"name":"roleGrants","kind":"object","type":"RoleGrant","relationName":"RoleGrantToUnit"},{"name":"assignments","kind":"object","type":"Assignment","relationName":"AssignmentToUnit"},{"name":"standings","kind":"object","type":"UnitStanding","relationName":"UnitToUnitStanding"},{"name":"localCode","kind":"object","type":"LocalCode","relationName":"LocalCodeToUnit"},{"name":"overlays","kind":"object","type":"LocalOverlay","relationName":"LocalOverlayToUnit"},{"name":"templates","kind":"object","type":"CertificateTemplate","relationName":"CertificateTemplateToUnit"}],"dbName":"unit","schema":null},"Official":{"fields":[{"name":"id","kind":"scalar","type":"String"},{"name":"staffNumber","kind":"scalar","type":"String","dbName":"staff_number"},{"name":"fullName","kind":"scalar","type":"String","dbName":"full_name"},{"name":"givenName","kind":"scalar","type":"String","dbName":"given_name"},{"name":"sortName","kind":"scalar","type":"String","dbName":"sort_name"},{"name":"searchName","kind":"scalar","type":"String","dbName":"search_name"},{"name":"staffCategory","kind":"enum","type":"StaffCategory","dbName":"staff_category"},{"name":"unitId","kind":"scalar","type":"String","dbName":"unit_id"},{"name":"positionTitle","kind":"scalar","type":"String","dbName":"position_title"},{"name":"recruitedOn","kind":"scalar","type":"DateTime","dbName":"recruited_on"},{"name":"leftOn","kind":"scalar","type":"DateTime","dbName":"left_on"},{"name":"email","kind":"scalar","type":"String"},{"name":"personalIdSealed","kind":"scalar","type":"Bytes","dbName":"personal_id_sealed"},{"name":"personalIdHash","kind":"scalar","type":"String","dbName":"personal_id_hash"},{"name":"personalIdLast","kind":"scalar","type":"String","dbName":"personal_id_last"},{"name":"createdAt","kind":"scalar","type":"DateTime","dbName":"created_at"},{"name":"unit","kind":"object","type":"Unit","relationName":"OfficialToUnit"},{"name":"employments","kind":"object","type":"Employment","relationName":"EmploymentToOfficial"},{"name":"account","kind":"object","type":"Account","relationName":"AccountToOfficial"},{"name":"enrolments","kind":"object","type":"Enrolment","relationName":"EnrolmentToOfficial"},{"name":"attempts","kind":"object","type":"Attempt","relationName":"AttemptToOfficial"},{"name":"completions","kind":"object","type":"Completion","relationName":"CompletionToOfficial"},{"name":"certificates","kind":"object","type":"Certificate","relationName":"CertificateToOfficial"},{"name":"accommodations","kind":"object","type":"Accommodation","relationName":"AccommodationToOfficial"},{"name":"supplementDuties","kind":"object","type":"SupplementDuty","relationName":"OfficialToSupplementDuty"},{"name":"acknowledgements","kind":"object","type":"CodeAcknowledgement","relationName":"CodeAcknowledgementToOfficial"},{"name":"reports","kind":"object","type":"ReaderReport","relationName":"OfficialToReaderReport"}],"dbName":"official","schema":null},"Employment":{"fields":[{"name":"id","kind":"scalar","type":"String"},{"name":"officialId","kind":"scalar","type":"String","dbName":"official_id"},{"name":"unitId","kind":"scalar","type":"String","dbName":"unit_id"},{"name":"positionTitle","kind":"scalar","type":"String","dbName":"position_title"},{"name":"validFrom","kind":"scalar","type":"DateTime","dbName":"valid_from"},{"name":"validTo","kind":"scalar","type":"DateTime","dbName":"valid_to"},{"name":"official","kind":"object","type":"Official","relationName":"EmploymentToOfficial"},{"name":"unit","kind":"object","type":"Unit","relationName":"EmploymentToUnit"}],"dbName":"employment","schema":null},"Account":{"fields":[{"name":"id","kind":"scalar","type":"String"},{"name":"identifier","kind":"scalar","type":"String"},{"name":"displayName","kind":"scalar","type":"String","dbName":"display_name"},{"name":"passwordHash","kind":"scalar","type":"String","dbName":"password_hash"},{"name":"officialId","kind":"scalar","type":"String","dbName":"official_id"},{"name":"disabledAt","kind":"scalar","type":"DateTime","dbName":"disabled_at"},{"name":"mustChangePassword","kind":"scalar","type":"Boolean","dbName":"must_change_password"},{"name":"createdAt","kind":"scalar","type":"DateTime","dbName":"created_at"},{"name":"lastSignInAt","kind":"scalar","type":"DateTime","dbName":"last_sign_in_at"},{"name":"official","kind":"object","type":"Official","relationName":"AccountToOfficial"},{"name":"sessions","kind":"object","type":"Session","relationName":"AccountToSession"},{"name":"roleGrants","kind":"object","type":"RoleGrant","relationName":"AccountToRoleGrant"},{"name":"signoffs","kind":"object","type":"CourseSignoff","relationName":"AccountToCourseSignoff"}],"dbName":"account","schema":null},"RoleGrant":{"fields":[{"name":"id","kind":"scalar","type":"String"},{"name":"accountId","kind":"scalar","type":"String","dbName":"account_id"},{"name":"role","kind":"enum","type":"Role"},{"name":"unitId","kind":"scalar","type":"String","dbName":"unit_id"},{"name":"grantedAt","kind":"scalar","type":"DateTime","dbName":"granted_at"},{"name":"grantedBy","kind":"scalar","type":"String","dbName":"granted_by"},{"name":"revokedAt","kind":"scalar","type":"DateTime","dbName":"revoked_at"},{"name":"account","kind":"object","type":"Account","relationName":"AccountToRoleGrant"},{"name":"unit","kind":"object","type":"Unit","relationName":"RoleGrantToUnit"}],"dbName":"role_grant","schema":null},"Session":{"fields":[{"name":"idHash","kind":"scalar","type":"String","dbName":"id_hash"},{"name":"accountId","kind":"scalar","type":"String","dbName":"account_id"},{"name":"expiresAt","kind":"scalar","type":"DateTime","dbName":"expires_at"},{"name":"createdAt","kind":"scalar","type":"DateTime","dbName":"created_at"},{"name":"ip","kind":"scalar","type":"String"},{"name":"userAgent","kind":"scalar","type":"String","dbName":"user_agent"},{"name":"account","kind":"object","type":"Account","relationName":"AccountToSession"}],"dbName":"session","schema":null},"SignInThrottle":{"fields":[{"name":"key","kind":"scalar","type":"String"},{"name":"failures","kind":"scalar","type":"Int"},{"name":"blockedUntil","kind":"scalar","type":"DateTime","dbName":"blocked_until"},{"name":"updatedAt","kind":"scalar","type":"DateTime","dbName":"updated_at"}],"dbName":"sign_in_throttle","schema":null},"LegalDocument":{"fields":[{"name":"number","kind":"scalar","type":"String"},{"name":"title","kind":"scalar","type":"String"},{"name":"issuer","kind":"scalar","type":"String"},{"name":"kind","kind":"scalar","type":"String"},{"name":"issuedOn","kind":"scalar","type":"DateTime","dbName":"issued_on"},{"name":"effectiveOn","kind":"scalar","type":"DateTime","dbName":"effective_on"},{"name":"expiredOn","kind":"scalar","type":"DateTime","dbName":"expired_on"},{"name":"status","kind":"enum","type":"DocumentStatus"},{"name":"replacedBy","kind":"scalar","type":"String","dbName":"replaced_by"},{"name":"note","kind":"scalar","type":"String"},{"name":"source","kind":"scalar","type":"String"},{"name":"places","kind":"scalar","type":"Json"},{"name":"folderSaid","kind":"scalar","type":"String","dbName":"folder_said"},{"name":"changedInBrowser","kind":"scalar","type":"Boolean","dbName":"changed_in_browser"}],"dbName":"legal_document","schema":null},"Course":{"fields":[{"name":"id","kind":"scalar","type":"String"},{"name":"slug","kind":"scalar","type":"String"},{"name":"title","kind":"scalar","type":"String"},{"name":"currentVersionId","kind":"scalar","type":"String","dbName":"current_version_id"},{"name":"filesVersionId","kind":"scalar","type":"String","dbName":"files_version_id"},{"name":"begunInBrowser","kind":"scalar","type":"Boolean","dbName":"begun_in_browser"},{"name":"createdAt","kind":"scalar","type":"DateTime","dbName":"created_at"},{"name":"unpublishedAt","kind":"scalar","type":"DateTime","dbName":"unpublished_at"},{"name":"unpublishedByName","kind":"scalar","type":"String","dbName":"unpublished_by_name"},{"name":"unpublishedReason","kind":"scalar","type":"String","dbName":"unpublished_reason"},{"name":"currentVersion","kind":"object","type":"CourseVersion","relationName":"current"},{"name":"filesVersion","kind":"object","type":"CourseVersion","relationName":"files"},{"name":"versions","kind":"object","type":"CourseVersion","relationName":"versions"},{"name":"assignments","kind":"object","type":"Assignment","relationName":"AssignmentToCourse"},{"name":"enrolments","kind":"object","type":"Enrolment","relationName":"CourseToEnrolment"},{"name":"completions","kind":"object","type":"Completion","relationName":"CompletionToCourse"},{"name":"certificates","kind":"object","type":"Certificate","relationName":"CertificateToCourse"},{"name":"standings","kind":"object","type":"UnitStanding","relationName":"CourseToUnitStanding"},{"name":"accommodations","kind":"object","type":"Accommodation","relationName":"AccommodationToCourse"},{"name":"imports","kind":"object","type":"QuestionImport","relationName":"CourseToQuestionImport"},{"name":"drafts","kind":"object","type":"CourseDraft","relationName":"CourseToCourseDraft"},{"name":"supplements","kind":"object","type":"Supplement","relationName":"CourseToSupplement"}],"dbName":"course","schema":null},"CourseVersion":{"fields":[{"name":"id","kind":"scalar","type":"String"},{"name":"courseId","kind":"scalar","type":"String","dbName":"course_id"},{"name":"number","kind":"scalar","type":"Int"},{"name":"contentHash","kind":"scalar","type":"String","dbName":"content_hash"},{"name":"manifest","kind":"scalar","type":"Json"},{"name":"changeNote","kind":"scalar","type":"String","dbName":"change_note"},{"name":"publishedAt","kind":"scalar","type":"DateTime","dbName":"published_at"},{"name":"publishedBy","kind":"scalar","type":"String","dbName":"published_by"},{"name":"course","kind":"object","type":"Course","relationName":"versions"},{"name":"currentOf","kind":"object","type":"Course","relationName":"current"},{"name":"filesOf","kind":"object","type":"Course","relationName":"files"},{"name":"files","kind":"object","type":"CourseFile","relationName":"CourseFileToCourseVersion"},{"name":"lessons","kind":"object","type":"LessonVersion","relationName":"CourseVersionToLessonVersion"},{"name":"questions","kind":"object","type":"QuestionVersion","relationName":"CourseVersionToQuestionVersion"},{"name":"enrolments","kind":"object","type":"Enrolment","relationName":"CourseVersionToEnrolment"},{"name":"attempts","kind":"object","type":"Attempt","relationName":"AttemptToCourseVersion"},{"name":"completions","kind":"object","type":"Completion","relationName":"CompletionToCourseVersion"},{"name":"certificates","kind":"object","type":"Certificate","relationName":"CertificateToCourseVersion"},{"name":"regrades","kind":"object","type":"Regrade","relationName":"CourseVersionToRegrade"},{"name":"draftsFrom","kind":"object","type":"CourseDraft","relationName":"base"},{"name":"draftsTo","kind":"object","type":"CourseDraft","relationName":"made"},{"name":"supplements","kind":"object","type":"Supplement","relationName":"CourseVersionToSupplement"},{"name":"reports","kind":"object","type":"ReaderReport","relationName":"CourseVersionToReaderReport"}],"dbName":"course_version","schema":null},"CourseFile":{"fields":[{"name":"versionId","kind":"scalar","type":"String","dbName":"version_id"},{"name":"path","kind":"scalar","type":"String"},{"name":"sha256","kind":"scalar","type":"String"},{"name":"bytes","kind":"scalar","type":"Bytes"},{"name":"size","kind":"scalar","type":"Int"},{"name":"version","kind":"object","type":"CourseVersion","relationName":"CourseFileToCourseVersion"}],"dbName":"course_file","schema":null},"LessonVersion":{"fields":[{"name":"versionId","kind":"scalar","type":"String","dbName":"version_id"},{"name":"lessonId","kind":"scalar","type":"String","dbName":"lesson_id"},{"name":"position","kind":"scalar","type":"Int"},{"name":"compiled","kind":"scalar","type":"Json"},{"name":"version","kind":"object","type":"CourseVersion","relationName":"CourseVersionToLessonVersion"}],"dbName":"lesson_version","schema":null},"QuestionVersion":{"fields":[{"name":"versionId","kind":"scalar","type":"String","dbName":"version_id"},{"name":"questionId","kind":"scalar","type":"String","dbName":"question_id"},{"name":"position","kind":"scalar","type":"Int"},{"name":"topic","kind":"scalar","type":"String"},{"name":"type","kind":"scalar","type":"String"},{"name":"content","kind":"scalar","type":"Json"},{"name":"version","kind":"object","type":"CourseVersion","relationName":"CourseVersionToQuestionVersion"}],"dbName":"question_version","schema":null},"ContentCheck":{"fields":[{"name":"id","kind":"scalar","type":"String"},{"name":"checkedAt","kind":"scalar","type":"DateTime","dbName":"checked_at"},{"name":"courses","kind":"scalar","type":"Json"},{"name":"problems","kind":"scalar","type":"Json"}],"dbName":"content_check","schema":null},"CourseDraft":{"fields":[{"name":"id","kind":"scalar","type":"String"},{"name":"slug","kind":"scalar","type":"String"},{"name":"courseId","kind":"scalar","type":"String","dbName":"course_id"},{"name":"baseVersionId","kind":"scalar","type":"String","dbName":"base_version_id"},{"name":"state","kind":"enum","type":"DraftState"},{"name":"round","kind":"scalar","type":"Int"},{"name":"changeNote","kind":"scalar","type":"String","dbName":"change_note"},{"name":"createdAt","kind":"scalar","type":"DateTime","dbName":"created_at"},{"name":"createdBy","kind":"scalar","type":"String","dbName":"created_by"},{"name":"createdByName","kind":"scalar","type":"String","dbName":"created_by_name"},{"name":"submittedAt","kind":"scalar","type":"DateTime","dbName":"submitted_at"},{"name":"submittedBy","kind":"scalar","type":"String","dbName":"submitted_by"},{"name":"submittedByName","kind":"scalar","type":"String","dbName":"submitted_by_name"},{"name":"closedAt","kind":"scalar","type":"DateTime","dbName":"closed_at"},{"name":"publishedVersionId","kind":"scalar","type":"String","dbName":"published_version_id"},{"name":"course","kind":"object","type":"Course","relationName":"CourseToCourseDraft"},{"name":"baseVersion","kind":"object","type":"CourseVersion","relationName":"base"},{"name":"publishedVersion","kind":"object","type":"CourseVersion","relationName":"made"},{"name":"files","kind":"object","type":"DraftFile","relationName":"CourseDraftToDraftFile"},{"name":"revisions","kind":"object","type":"DraftFileRevision","relationName":"CourseDraftToDraftFileRevision"},{"name":"presence","kind":"object","type":"DraftPresence","relationName":"CourseDraftToDraftPresence"},{"name":"reviewers","kind":"object","type":"DraftReviewer","relationName":"CourseDraftToDraftReviewer"},{"name":"comments","kind":"object","type":"DraftComment","relationName":"CourseDraftToDraftComment"},{"name":"publishJobs","kind":"object","type":"PublishJob","relationName":"CourseDraftToPublishJob"}],"dbName":"course_draft","schema":null},"DraftFile":{"fields":[{"name":"draftId","kind":"scalar","type":"String","dbName":"draft_id"},{"name":"path","kind":"scalar","type":"String"},{"name":"sha256","kind":"scalar","type":"String"},{"name":"bytes","kind":"scalar","type":"Bytes"},{"name":"size","kind":"scalar","type":"Int"},{"name":"revision","kind":"scalar","type":"Int"},{"name":"updatedAt","kind":"scalar","type":"DateTime","dbName":"updated_at"},{"name":"updatedBy","kind":"scalar","type":"String","dbName":"updated_by"},{"name":"updatedByName","kind":"scalar","type":"String","dbName":"updated_by_name"},{"name":"draft","kind":"object","type":"CourseDraft","relationName":"CourseDraftToDraftFile"}],"dbName":"draft_file","schema":null},"ImageSize":{"fields":[{"name":"sha256","kind":"scalar","type":"String"},{"name":"width","kind":"scalar","type":"Int"},{"name":"height","kind":"scalar","type":"Int"}],"dbName":"image_size","schema":null},"DraftFileRevision":{"fields":[{"name":"draftId","kind":"scalar","type":"String","dbName":"draft_id"},{"name":"path","kind":"scalar","type":"String"},{"name":"revision","kind":"scalar","type":"Int"},{"name":"bytes","kind":"scalar","type":"Bytes"},{"name":"sha256","kind":"scalar","type":"String"},{"name":"size","kind":"scalar","type":"Int"},{"name":"savedAt","kind":"scalar","type":"DateTime","dbName":"saved_at"},{"name":"savedBy","kind":"scalar","type":"String","dbName":"saved_by"},{"name":"savedByName","kind":"scalar","type":"String","dbName":"saved_by_name"},{"name":"draft","kind":"object","type":"CourseDraft","relationName":"CourseDraftToDraftFileRevision"}],"dbName":"draft_file_revision","schema":null},"DraftPresence":{"fields":[{"name":"draftId","kind":"scalar","type":"String","dbName":"draft_id"},{"name":"accountId","kind":"scalar","type":"String","dbName":"account_id"},{"name":"name","kind":"scalar","type":"String"},{"name":"path","kind":"scalar","type":"String"},{"name":"seenAt","kind":"scalar","type":"DateTime","dbName":"seen_at"},{"name":"draft","kind":"object","type":"CourseDraft","relationName":"CourseDraftToDraftPresence"}],"dbName":"draft_presence","schema":null},"DraftReviewer":{"fields":[{"name":"draftId","kind":"scalar","type":"String","dbName":"draft_id"},{"name":"round","kind":"scalar","type":"Int"},{"name":"accountId","kind":"scalar","type":"String","dbName":"account_id"},{"name":"name","kind":"scalar","type":"String"},{"name":"decision","kind":"enum","type":"ReviewDecision"},{"name":"note","kind":"scalar","type":"String"},{"name":"contentHash","kind":"scalar","type":"String","dbName":"content_hash"},{"name":"decidedAt","kind":"scalar","type":"DateTime","dbName":"decided_at"},{"name":"draft","kind":"object","type":"CourseDraft","relationName":"CourseDraftToDraftReviewer"}],"dbName":"draft_reviewer","schema":null},"DraftComment":{"fields":[{"name":"id","kind":"scalar","type":"String"},{"name":"draftId","kind":"scalar","type":"String","dbName":"draft_id"},{"name":"path","kind":"scalar","type":"String"},{"name":"block","kind":"scalar","type":"String"},{"name":"quote","kind":"scalar","type":"String"},{"name":"text","kind":"scalar","type":"String"},{"name":"parentId","kind":"scalar","type":"String","dbName":"parent_id"},{"name":"writtenAt","kind":"scalar","type":"DateTime","dbName":"written_at"},{"name":"writtenBy","kind":"scalar","type":"String","dbName":"written_by"},{"name":"writtenByName","kind":"scalar","type":"String","dbName":"written_by_name"},{"name":"resolvedAt","kind":"scalar","type":"DateTime","dbName":"resolved_at"},{"name":"resolvedByName","kind":"scalar","type":"String","dbName":"resolved_by_name"},{"name":"draft","kind":"object","type":"CourseDraft","relationName":"CourseDraftToDraftComment"},{"name":"parent","kind":"object","type":"DraftComment","relationName":"answers"},{"name":"answers","kind":"object","type":"DraftComment","relationName":"answers"}],"dbName":"draft_comment","schema":null},"PublishJob":{"fields":[{"name":"id","kind":"scalar","type":"String"},{"name":"draftId","kind":"scalar","type":"String","dbName":"draft_id"},{"name":"state","kind":"enum","type":"PublishJobState"},{"name":"step","kind":"scalar","type":"String"},{"name":"lessonsDone","kind":"scalar","type":"Int","dbName":"lessons_done"},{"name":"lessonsInAll","kind":"scalar","type":"Int","dbName":"lessons_in_all"},{"name":"wish","kind":"scalar","type":"Json"},{"name":"requestedAt","kind":"scalar","type":"DateTime","dbName":"requested_at"},{"name":"requestedBy","kind":"scalar","type":"String","dbName":"requested_by"},{"name":"requestedByName","kind":"scalar","type":"String","dbName":"requested_by_name"},{"name":"beatAt","kind":"scalar","type":"DateTime","dbName":"beat_at"},{"name":"tries","kind":"scalar","type":"Int"},{"name":"finishedAt","kind":"scalar","type":"DateTime","dbName":"finished_at"},{"name":"outcome","kind":"scalar","type":"Json"},{"name":"draft","kind":"object","type":"CourseDraft","relationName":"CourseDraftToPublishJob"}],"dbName":"publish_job","schema":null},"CourseSignoff":{"fields":[{"name":"slug","kind":"scalar","type":"String"},{"name":"accountId","kind":"scalar","type":"String","dbName":"account_id"},{"name":"position","kind":"scalar","type":"Int"},{"name":"addedAt","kind":"scalar","type":"DateTime","dbName":"added_at"},{"name":"addedByName","kind":"scalar","type":"String","dbName":"added_by_name"},{"name":"account","kind":"object","type":"Account","relationName":"AccountToCourseSignoff"}],"dbName":"course_signoff","schema":null},"Assignment":{"fields":[{"name":"id","kind":"scalar","type":"String"},{"name":"courseId","kind":"scalar","type":"String","dbName":"course_id"},{"name":"unitId","kind":"scalar","type":"String","dbName":"unit_id"},{"name":"cycle","kind":"scalar","type":"String"},{"name":"dueOn","kind":"scalar","type":"DateTime","dbName":"due_on"},{"name":"note","kind":"scalar","type":"String"},{"name":"assignedBy","kind":"scalar","type":"String","dbName":"assigned_by"},{"name":"assignedAt","kind":"scalar","type":"DateTime","dbName":"assigned_at"},{"name":"withdrawnAt","kind":"scalar","type":"DateTime","dbName":"withdrawn_at"},{"name":"course","kind":"object","type":"Course","relationName":"AssignmentToCourse"},{"name":"unit","kind":"object","type":"Unit","relationName":"AssignmentToUnit"},{"name":"enrolments","kind":"object","type":"Enrolment","relationName":"AssignmentToEnrolment"}],"dbName":"assignment","schema":null},"Enrolment":{"fields":[{"name":"id","kind":"scalar","type":"String"},{"name":"officialId","kind":"scalar","type":"String","dbName":"official_id"},{"name":"courseId","kind":"scalar","type":"String","dbName":"course_id"},{"name":"cycle","kind":"scalar","type":"String"},{"name":"versionId","kind":"scalar","type":"String","dbName":"version_id"},{"name":"assignmentId","kind":"scalar","type":"String","dbName":"assignment_id"},{"name":"required","kind":"scalar","type":"Boolean"},{"name":"dueOn","kind":"scalar","type":"DateTime","dbName":"due_on"},{"name":"createdAt","kind":"scalar","type":"DateTime","dbName":"created_at"},{"name":"startedAt","kind":"scalar","type":"DateTime","dbName":"started_at"},{"name":"completedAt","kind":"scalar","type":"DateTime","dbName":"completed_at"},{"name":"official","kind":"object","type":"Official","relationName":"EnrolmentToOfficial"},{"name":"course","kind":"object","type":"Course","relationName":"CourseToEnrolment"},{"name":"version","kind":"object","type":"CourseVersion","relationName":"CourseVersionToEnrolment"},{"name":"assignment","kind":"object","type":"Assignment","relationName":"AssignmentToEnrolment"},{"name":"progress","kind":"object","type":"LessonProgress","relationName":"EnrolmentToLessonProgress"},{"name":"attempts","kind":"object","type":"Attempt","relationName":"AttemptToEnrolment"},{"name":"remedials","kind":"object","type":"RemedialDuty","relationName":"EnrolmentToRemedialDuty"},{"name":"scorm","kind":"object","type":"ScormProgress","relationName":"EnrolmentToScormProgress"},{"name":"supplements","kind":"object","type":"SupplementDuty","relationName":"EnrolmentToSupplementDuty"}],"dbName":"enrolment","schema":null},"LessonProgress":{"fields":[{"name":"enrolmentId","kind":"scalar","type":"String","dbName":"enrolment_id"},{"name":"lessonId","kind":"scalar","type":"String","dbName":"lesson_id"},{"name":"openedAt","kind":"scalar","type":"DateTime","dbName":"opened_at"},{"name":"lastSeenAt","kind":"scalar","type":"DateTime","dbName":"last_seen_at"},{"name":"resumeAt","kind":"scalar","type":"String","dbName":"resume_at"},{"name":"finishedAt","kind":"scalar","type":"DateTime","dbName":"finished_at"},{"name":"checks","kind":"scalar","type":"Json"},{"name":"enrolment","kind":"object","type":"Enrolment","relationName":"EnrolmentToLessonProgress"}],"dbName":"lesson_progress","schema":null},"UnitStanding":{"fields":[{"name":"unitId","kind":"scalar","type":"String","dbName":"unit_id"},{"name":"courseId","kind":"scalar","type":"String","dbName":"course_id"},{"name":"cycle","kind":"scalar","type":"String"},{"name":"dueOn","kind":"scalar","type":"DateTime","dbName":"due_on"},{"name":"required","kind":"scalar","type":"Int"},{"name":"completed","kind":"scalar","type":"Int"},{"name":"unit","kind":"object","type":"Unit","relationName":"UnitToUnitStanding"},{"name":"course","kind":"object","type":"Course","relationName":"CourseToUnitStanding"}],"dbName":"unit_standing","schema":null},"Attempt":{"fields":[{"name":"id","kind":"scalar","type":"String"},{"name":"enrolmentId","kind":"scalar","type":"String","dbName":"enrolment_id"},{"name":"officialId","kind":"scalar","type":"String","dbName":"official_id"},{"name":"versionId","kind":"scalar","type":"String","dbName":"version_id"},{"name":"number","kind":"scalar","type":"Int"},{"name":"seed","kind":"scalar","type":"String"},{"name":"questionIds","kind":"scalar","type":"String","dbName":"question_ids"},{"name":"status","kind":"enum","type":"AttemptStatus"},{"name":"startedAt","kind":"scalar","type":"DateTime","dbName":"started_at"},{"name":"deadlineAt","kind":"scalar","type":"DateTime","dbName":"deadline_at"},{"name":"submittedAt","kind":"scalar","type":"DateTime","dbName":"submitted_at"},{"name":"byTimer","kind":"scalar","type":"Boolean","dbName":"by_timer"},{"name":"points","kind":"scalar","type":"Decimal"},{"name":"maxPoints","kind":"scalar","type":"Decimal","dbName":"max_points"},{"name":"percent","kind":"scalar","type":"Decimal"},{"name":"passed","kind":"scalar","type":"Boolean"},{"name":"awaitsMarking","kind":"scalar","type":"Boolean","dbName":"awaits_marking"},{"name":"activeDevice","kind":"scalar","type":"String","dbName":"active_device"},{"name":"extras","kind":"scalar","type":"Json"},{"name":"enrolment","kind":"object","type":"Enrolment","relationName":"AttemptToEnrolment"},{"name":"official","kind":"object","type":"Official","relationName":"AttemptToOfficial"},{"name":"version","kind":"object","type":"CourseVersion","relationName":"AttemptToCourseVersion"},{"name":"answers","kind":"object","type":"Answer","relationName":"AnswerToAttempt"},{"name":"events","kind":"object","type":"AttemptEvent","relationName":"AttemptToAttemptEvent"},{"name":"markings","kind":"object","type":"Marking","relationName":"AttemptToMarking"}],"dbName":"attempt","schema":null},"Answer":{"fields":[{"name":"attemptId","kind":"scalar","type":"String","dbName":"attempt_id"},{"name":"questionId","kind":"scalar","type":"String","dbName":"question_id"},{"name":"sequence","kind":"scalar","type":"BigInt"},{"name":"response","kind":"scalar","type":"Json"},{"name":"marked","kind":"scalar","type":"Boolean"},{"name":"savedAt","kind":"scalar","type":"DateTime","dbName":"saved_at"},{"name":"points","kind":"scalar","type":"Decimal"},{"name":"tries","kind":"scalar","type":"Int"},{"name":"settledAt","kind":"scalar","type":"DateTime","dbName":"settled_at"},{"name":"attempt","kind":"object","type":"Attempt","relationName":"AnswerToAttempt"}],"dbName":"answer","schema":null},"AttemptEvent":{"fields":[{"name":"id","kind":"scalar","type":"BigInt"},{"name":"attemptId","kind":"scalar","type":"String","dbName":"attempt_id"},{"name":"kind","kind":"scalar","type":"String"},{"name":"at","kind":"scalar","type":"DateTime","dbName":"at"},{"name":"actorId","kind":"scalar","type":"String","dbName":"actor_id"},{"name":"actorName","kind":"scalar","type":"String","dbName":"actor_name"},{"name":"reason","kind":"scalar","type":"String"},{"name":"regradeId","kind":"scalar","type":"String","dbName":"regrade_id"},{"name":"before","kind":"scalar","type":"Json"},{"name":"after","kind":"scalar","type":"Json"},{"name":"attempt","kind":"object","type":"Attempt","relationName":"AttemptToAttemptEvent"},{"name":"regrade","kind":"object","type":"Regrade","relationName":"AttemptEventToRegrade"}],"dbName":"attempt_event","schema":null},"Regrade":{"fields":[{"name":"id","kind":"scalar","type":"String"},{"name":"versionId","kind":"scalar","type":"String","dbName":"version_id"},{"name":"questionId","kind":"scalar","type":"String","dbName":"question_id"},{"name":"change","kind":"scalar","type":"Json"},{"name":"policy","kind":"scalar","type":"String"},{"name":"reason","kind":"scalar","type":"String"},{"name":"at","kind":"scalar","type":"DateTime","dbName":"at"},{"name":"actorId","kind":"scalar","type":"String","dbName":"actor_id"},{"name":"actorName","kind":"scalar","type":"String","dbName":"actor_name"},{"name":"summary","kind":"scalar","type":"Json"},{"name":"version","kind":"object","type":"CourseVersion","relationName":"CourseVersionToRegrade"},{"name":"events","kind":"object","type":"AttemptEvent","relationName":"AttemptEventToRegrade"}],"dbName":"regrade","schema":null},"Marking":{"fields":[{"name":"id","kind":"scalar","type":"String"},{"name":"attemptId","kind":"scalar","type":"String","dbName":"attempt_id"},{"name":"questionId","kind":"scalar","type":"String","dbName":"question_id"},{"name":"points","kind":"scalar","type":"Decimal"},{"name":"rubric","kind":"scalar","type":"Json"},{"name":"comment","kind":"scalar","type":"String"},{"name":"at","kind":"scalar","type":"DateTime","dbName":"at"},{"name":"actorId","kind":"scalar","type":"String","dbName":"actor_id"},{"name":"actorName","kind":"scalar","type":"String","dbName":"actor_name"},{"name":"attempt","kind":"object","type":"Attempt","relationName":"AttemptToMarking"}],"dbName":"marking","schema":null},"RemedialDuty":{"fields":[{"name":"enrolmentId","kind":"scalar","type":"String","dbName":"enrolment_id"},{"name":"questionId","kind":"scalar","type":"String","dbName":"question_id"},{"name":"attemptId","kind":"scalar","type":"String","dbName":"attempt_id"},{"name":"lessonId","kind":"scalar","type":"String","dbName":"lesson_id"},{"name":"section","kind":"scalar","type":"String"},{"name":"optionId","kind":"scalar","type":"String","dbName":"option_id"},{"name":"dueFrom","kind":"scalar","type":"DateTime","dbName":"due_from"},{"name":"doneAt","kind":"scalar","type":"DateTime","dbName":"done_at"},{"name":"enrolment","kind":"object","type":"Enrolment","relationName":"EnrolmentToRemedialDuty"}],"dbName":"remedial_duty","schema":null},"Accommodation":{"fields":[{"name":"id","kind":"scalar","type":"String"},{"name":"officialId","kind":"scalar","type":"String","dbName":"official_id"},{"name":"courseId","kind":"scalar","type":"String","dbName":"course_id"},{"name":"timeFactor","kind":"scalar","type":"Decimal","dbName":"time_factor"},{"name":"untimed","kind":"scalar","type":"Boolean"},{"name":"extraAttempts","kind":"scalar","type":"Int","dbName":"extra_attempts"},{"name":"closesOn","kind":"scalar","type":"DateTime","dbName":"closes_on"},{"name":"validFrom","kind":"scalar","type":"DateTime","dbName":"valid_from"},{"name":"validTo","kind":"scalar","type":"DateTime","dbName":"valid_to"},{"name":"reason","kind":"scalar","type":"String"},{"name":"grantedAt","kind":"scalar","type":"DateTime","dbName":"granted_at"},{"name":"grantedBy","kind":"scalar","type":"String","dbName":"granted_by"},{"name":"grantedByName","kind":"scalar","type":"String","dbName":"granted_by_name"},{"name":"revokedAt","kind":"scalar","type":"DateTime","dbName":"revoked_at"},{"name":"revokedByName","kind":"scalar","type":"String","dbName":"revoked_by_name"},{"name":"revokeReason","kind":"scalar","type":"String","dbName":"revoke_reason"},{"name":"official","kind":"object","type":"Official","relationName":"AccommodationToOfficial"},{"name":"course","kind":"object","type":"Course","relationName":"AccommodationToCourse"}],"dbName":"accommodation","schema":null},"QuestionImport":{"fields":[{"name":"id","kind":"scalar","type":"String"},{"name":"slug","kind":"scalar","type":"String"},{"name":"courseId","kind":"scalar","type":"String","dbName":"course_id"},{"name":"fileName","kind":"scalar","type":"String","dbName":"file_name"},{"name":"format","kind":"scalar","type":"String"},{"name":"bytes","kind":"scalar","type":"Bytes"},{"name":"defaults","kind":"scalar","type":"Json"},{"name":"uploadedAt","kind":"scalar","type":"DateTime","dbName":"uploaded_at"},{"name":"uploadedBy","kind":"scalar","type":"String","dbName":"uploaded_by"},{"name":"appliedAt","kind":"scalar","type":"DateTime","dbName":"applied_at"},{"name":"appliedVersionId","kind":"scalar","type":"String","dbName":"applied_version_id"},{"name":"appliedDraftId","kind":"scalar","type":"String","dbName":"applied_draft_id"},{"name":"course","kind":"object","type":"Course","relationName":"CourseToQuestionImport"}],"dbName":"question_import","schema":null},"Completion":{"fields":[{"name":"id","kind":"scalar","type":"String"},{"name":"officialId","kind":"scalar","type":"String","dbName":"official_id"},{"name":"courseId","kind":"scalar","type":"String","dbName":"course_id"},{"name":"cycle","kind":"scalar","type":"String"},{"name":"revision","kind":"scalar","type":"Int"},{"name":"correctsId","kind":"scalar","type":"String","dbName":"corrects_id"},{"name":"versionId","kind":"scalar","type":"String","dbName":"version_id"},{"name":"attemptId","kind":"scalar","type":"String","dbName":"attempt_id"},{"name":"completedAt","kind":"scalar","type":"DateTime","dbName":"completed_at"},{"name":"recordedAt","kind":"scalar","type":"DateTime","dbName":"recorded_at"},{"name":"fullName","kind":"scalar","type":"String","dbName":"full_name"},{"name":"staffNumber","kind":"scalar","type":"String","dbName":"staff_number"},{"name":"staffCategory","kind":"enum","type":"StaffCategory","dbName":"staff_category"},{"name":"positionTitle","kind":"scalar","type":"String","dbName":"position_title"},{"name":"unitId","kind":"scalar","type":"String","dbName":"unit_id"},{"name":"unitName","kind":"scalar","type":"String","dbName":"unit_name"},{"name":"unitPathNames","kind":"scalar","type":"String","dbName":"unit_path_names"},{"name":"courseTitle","kind":"scalar","type":"String","dbName":"course_title"},{"name":"startedAt","kind":"scalar","type":"DateTime","dbName":"started_at"},{"name":"assignedAt","kind":"scalar","type":"DateTime","dbName":"assigned_at"},{"name":"dueOn","kind":"scalar","type":"DateTime","dbName":"due_on"},{"name":"onTime","kind":"scalar","type":"Boolean","dbName":"on_time"},{"name":"scorePercent","kind":"scalar","type":"Decimal","dbName":"score_percent"},{"name":"attemptsUsed","kind":"scalar","type":"Int","dbName":"attempts_used"},{"name":"because","kind":"scalar","type":"Json"},{"name":"reason","kind":"scalar","type":"String"},{"name":"official","kind":"object","type":"Official","relationName":"CompletionToOfficial"},{"name":"course","kind":"object","type":"Course","relationName":"CompletionToCourse"},{"name":"version","kind":"object","type":"CourseVersion","relationName":"CompletionToCourseVersion"},{"name":"corrects","kind":"object","type":"Completion","relationName":"correction"},{"name":"correctedBy","kind":"object","type":"Completion","relationName":"correction"},{"name":"certificates","kind":"object","type":"Certificate","relationName":"CertificateToCompletion"},{"name":"supplements","kind":"object","type":"SupplementDuty","relationName":"CompletionToSupplementDuty"}],"dbName":"completion","schema":null},"CertificateRegister":{"fields":[{"name":"issuerCode","kind":"scalar","type":"String","dbName":"issuer_code"},{"name":"year","kind":"scalar","type":"Int"},{"name":"lastNumber","kind":"scalar","type":"Int","dbName":"last_number"}],"dbName":"certificate_register","schema":null},"CertificateTurn":{"fields":[{"name":"officialId","kind":"scalar","type":"String","dbName":"official_id"},{"name":"courseId","kind":"scalar","type":"String","dbName":"course_id"},{"name":"cycle","kind":"scalar","type":"String"},{"name":"certificateId","kind":"scalar","type":"String","dbName":"certificate_id"},{"name":"certificate","kind":"object","type":"Certificate","relationName":"CertificateToCertificateTurn"}],"dbName":"certificate_turn","schema":null},"CertificateDocument":{"fields":[{"name":"id","kind":"scalar","type":"String"},{"name":"certificateId","kind":"scalar","type":"String","dbName":"certificate_id"},{"name":"kind","kind":"enum","type":"CertificateDocumentKind"},{"name":"sha256","kind":"scalar","type":"String"},{"name":"size","kind":"scalar","type":"Int"},{"name":"templateVersion","kind":"scalar","type":"Int","dbName":"template_version"},{"name":"signature","kind":"scalar","type":"Json"},{"name":"madeAt","kind":"scalar","type":"DateTime","dbName":"made_at"},{"name":"madeBy","kind":"scalar","type":"String","dbName":"made_by"},{"name":"madeByName","kind":"scalar","type":"String","dbName":"made_by_name"},{"name":"certificate","kind":"object","type":"Certificate","relationName":"CertificateToCertificateDocument"}],"dbName":"certificate_document","schema":null},"Certificate":{"fields":[{"name":"id","kind":"scalar","type":"String"},{"name":"serial","kind":"scalar","type":"String"},{"name":"issuerCode","kind":"scalar","type":"String","dbName":"issuer_code"},{"name":"year","kind":"scalar","type":"Int"},{"name":"registerNumber","kind":"scalar","type":"Int","dbName":"register_number"},{"name":"number","kind":"scalar","type":"String"},{"name":"completionId","kind":"scalar","type":"String","dbName":"completion_id"},{"name":"officialId","kind":"scalar","type":"String","dbName":"official_id"},{"name":"courseId","kind":"scalar","type":"String","dbName":"course_id"},{"name":"versionId","kind":"scalar","type":"String","dbName":"version_id"},{"name":"cycle","kind":"scalar","type":"String"},{"name":"issuedAt","kind":"scalar","type":"DateTime","dbName":"issued_at"},{"name":"templateVersion","kind":"scalar","type":"Int","dbName":"template_version"},{"name":"facts","kind":"scalar","type":"Json"},{"name":"replacesId","kind":"scalar","type":"String","dbName":"replaces_id"},{"name":"templateId","kind":"scalar","type":"String","dbName":"template_id"},{"name":"completion","kind":"object","type":"Completion","relationName":"CertificateToCompletion"},{"name":"official","kind":"object","type":"Official","relationName":"CertificateToOfficial"},{"name":"course","kind":"object","type":"Course","relationName":"CertificateToCourse"},{"name":"version","kind":"object","type":"CourseVersion","relationName":"CertificateToCourseVersion"},{"name":"events","kind":"object","type":"CertificateEvent","relationName":"CertificateToCertificateEvent"},{"name":"turn","kind":"object","type":"CertificateTurn","relationName":"CertificateToCertificateTurn"},{"name":"documents","kind":"object","type":"CertificateDocument","relationName":"CertificateToCertificateDocument"},{"name":"replaces","kind":"object","type":"Certificate","relationName":"reissue"},{"name":"replacedBy","kind":"object","type":"Certificate","relationName":"reissue"},{"name":"template","kind":"object","type":"CertificateTemplate","relationName":"CertificateToCertificateTemplate"}],"dbName":"certificate","schema":null},"CertificateEvent":{"fields":[{"name":"id","kind":"scalar","type":"String"},{"name":"certificateId","kind":"scalar","type":"String","dbName":"certificate_id"},{"name":"kind","kind":"enum","type":"CertificateEventKind"},{"name":"at","kind":"scalar","type":"DateTime","dbName":"at"},{"name":"reason","kind":"scalar","type":"String"},{"name":"actorId","kind":"scalar","type":"String","dbName":"actor_id"},{"name":"reasonClass","kind":"scalar","type":"String","dbName":"reason_class"},{"name":"actorName","kind":"scalar","type":"String","dbName":"actor_name"},{"name":"certificate","kind":"object","type":"Certificate","relationName":"CertificateToCertificateEvent"}],"dbName":"certificate_event","schema":null},"CertificateTemplate":{"fields":[{"name":"id","kind":"scalar","type":"String"},{"name":"unitId","kind":"scalar","type":"String","dbName":"unit_id"},{"name":"version","kind":"scalar","type":"Int"},{"name":"content","kind":"scalar","type":"Json"},{"name":"madeAt","kind":"scalar","type":"DateTime","dbName":"made_at"},{"name":"madeBy","kind":"scalar","type":"String","dbName":"made_by"},{"name":"madeByName","kind":"scalar","type":"String","dbName":"made_by_name"},{"name":"unit","kind":"object","type":"Unit","relationName":"CertificateTemplateToUnit"},{"name":"certificates","kind":"object","type":"Certificate","relationName":"CertificateToCertificateTemplate"}],"dbName":"certificate_template","schema":null},"CertificateVoid":{"fields":[{"name":"issuerCode","kind":"scalar","type":"String","dbName":"issuer_code"},{"name":"year","kind":"scalar","type":"Int"},{"name":"registerNumber","kind":"scalar","type":"Int","dbName":"register_number"},{"name":"reason","kind":"scalar","type":"String"},{"name":"at","kind":"scalar","type":"DateTime","dbName":"at"},{"name":"actorId","kind":"scalar","type":"String","dbName":"actor_id"},{"name":"actorName","kind":"scalar","type":"String","dbName":"actor_name"}],"dbName":"certificate_void","schema":null},"Supplement":{"fields":[{"name":"id","kind":"scalar","type":"String"},{"name":"courseId","kind":"scalar","type":"String","dbName":"course_id"},{"name":"versionId","kind":"scalar","type":"String","dbName":"version_id"},{"name":"upToNumber","kind":"scalar","type":"Int","dbName":"up_to_number"},{"name":"document","kind":"scalar","type":"String"},{"name":"title","kind":"scalar","type":"String"},{"name":"reason","kind":"scalar","type":"String"},{"name":"dueOn","kind":"scalar","type":"DateTime","dbName":"due_on"},{"name":"parts","kind":"scalar","type":"Json"},{"name":"questionIds","kind":"scalar","type":"String","dbName":"question_ids"},{"name":"people","kind":"scalar","type":"Int"},{"name":"publishedAt","kind":"scalar","type":"DateTime","dbName":"published_at"},{"name":"publishedBy","kind":"scalar","type":"String","dbName":"published_by"},{"name":"publishedByName","kind":"scalar","type":"String","dbName":"published_by_name"},{"name":"course","kind":"object","type":"Course","relationName":"CourseToSupplement"},{"name":"version","kind":"object","type":"CourseVersion","relationName":"CourseVersionToSupplement"},{"name":"duties","kind":"object","type":"SupplementDuty","relationName":"SupplementToSupplementDuty"}],"dbName":"supplement","schema":null},"SupplementDuty":{"fields":[{"name":"supplementId","kind":"scalar","type":"String","dbName":"supplement_id"},{"name":"officialId","kind":"scalar","type":"String","dbName":"official_id"},{"name":"enrolmentId","kind":"scalar","type":"String","dbName":"enrolment_id"},{"name":"completionId","kind":"scalar","type":"String","dbName":"completion_id"},{"name":"supplement","kind":"object","type":"Supplement","relationName":"SupplementToSupplementDuty"},{"name":"official","kind":"object","type":"Official","relationName":"OfficialToSupplementDuty"},{"name":"enrolment","kind":"object","type":"Enrolment","relationName":"EnrolmentToSupplementDuty"},{"name":"completion","kind":"object","type":"Completion","relationName":"CompletionToSupplementDuty"},{"name":"done","kind":"object","type":"SupplementCompletion","relationName":"SupplementCompletionToSupplementDuty"}],"dbName":"supplement_duty","schema":null},"SupplementCompletion":{"fields":[{"name":"supplementId","kind":"scalar","type":"String","dbName":"supplement_id"},{"name":"officialId","kind":"scalar","type":"String","dbName":"official_id"},{"name":"doneAt","kind":"scalar","type":"DateTime","dbName":"done_at"},{"name":"answers","kind":"scalar","type":"Json"},{"name":"fullName","kind":"scalar","type":"String","dbName":"full_name"},{"name":"unitName","kind":"scalar","type":"String","dbName":"unit_name"},{"name":"duty","kind":"object","type":"SupplementDuty","relationName":"SupplementCompletionToSupplementDuty"}],"dbName":"supplement_completion","schema":null},"LocalCode":{"fields":[{"name":"id","kind":"scalar","type":"String"},{"name":"unitId","kind":"scalar","type":"String","dbName":"unit_id"},{"name":"title","kind":"scalar","type":"String"},{"name":"decisionNumber","kind":"scalar","type":"String","dbName":"decision_number"},{"name":"decidedOn","kind":"scalar","type":"DateTime","dbName":"decided_on"},{"name":"text","kind":"scalar","type":"String"},{"name":"revision","kind":"scalar","type":"Int"},{"name":"updatedAt","kind":"scalar","type":"DateTime","dbName":"updated_at"},{"name":"updatedByName","kind":"scalar","type":"String","dbName":"updated_by_name"},{"name":"unit","kind":"object","type":"Unit","relationName":"LocalCodeToUnit"},{"name":"versions","kind":"object","type":"LocalCodeVersion","relationName":"LocalCodeToLocalCodeVersion"}],"dbName":"local_code","schema":null},"LocalCodeVersion":{"fields":[{"name":"id","kind":"scalar","type":"String"},{"name":"codeId","kind":"scalar","type":"String","dbName":"code_id"},{"name":"number","kind":"scalar","type":"Int"},{"name":"title","kind":"scalar","type":"String"},{"name":"decisionNumber","kind":"scalar","type":"String","dbName":"decision_number"},{"name":"decidedOn","kind":"scalar","type":"DateTime","dbName":"decided_on"},{"name":"text","kind":"scalar","type":"String"},{"name":"publishedAt","kind":"scalar","type":"DateTime","dbName":"published_at"},{"name":"publishedBy","kind":"scalar","type":"String","dbName":"published_by"},{"name":"publishedByName","kind":"scalar","type":"String","dbName":"published_by_name"},{"name":"code","kind":"object","type":"LocalCode","relationName":"LocalCodeToLocalCodeVersion"},{"name":"acknowledgements","kind":"object","type":"CodeAcknowledgement","relationName":"CodeAcknowledgementToLocalCodeVersion"}],"dbName":"local_code_version","schema":null},"CodeAcknowledgement":{"fields":[{"name":"versionId","kind":"scalar","type":"String","dbName":"version_id"},{"name":"officialId","kind":"scalar","type":"String","dbName":"official_id"},{"name":"at","kind":"scalar","type":"DateTime","dbName":"at"},{"name":"fullName","kind":"scalar","type":"String","dbName":"full_name"},{"name":"unitName","kind":"scalar","type":"String","dbName":"unit_name"},{"name":"version","kind":"object","type":"LocalCodeVersion","relationName":"CodeAcknowledgementToLocalCodeVersion"},{"name":"official","kind":"object","type":"Official","relationName":"CodeAcknowledgementToOfficial"}],"dbName":"code_acknowledgement","schema":null},"LocalOverlay":{"fields":[{"name":"id","kind":"scalar","type":"String"},{"name":"unitId","kind":"scalar","type":"String","dbName":"unit_id"},{"name":"courseSlug","kind":"scalar","type":"String","dbName":"course_slug"},{"name":"lessonId","kind":"scalar","type":"String","dbName":"lesson_id"},{"name":"blockId","kind":"scalar","type":"String","dbName":"block_id"},{"name":"document","kind":"scalar","type":"String"},{"name":"article","kind":"scalar","type":"String"},{"name":"text","kind":"scalar","type":"String"},{"name":"changed","kind":"scalar","type":"BigInt"},{"name":"writtenAt","kind":"scalar","type":"DateTime","dbName":"written_at"},{"name":"writtenByName","kind":"scalar","type":"String","dbName":"written_by_name"},{"name":"withdrawnAt","kind":"scalar","type":"DateTime","dbName":"withdrawn_at"},{"name":"unit","kind":"object","type":"Unit","relationName":"LocalOverlayToUnit"}],"dbName":"local_overlay","schema":null},"ReaderReport":{"fields":[{"name":"id","kind":"scalar","type":"String"},{"name":"officialId","kind":"scalar","type":"String","dbName":"official_id"},{"name":"versionId","kind":"scalar","type":"String","dbName":"version_id"},{"name":"lessonId","kind":"scalar","type":"String","dbName":"lesson_id"},{"name":"blockId","kind":"scalar","type":"String","dbName":"block_id"},{"name":"quote","kind":"scalar","type":"String"},{"name":"text","kind":"scalar","type":"String"},{"name":"state","kind":"enum","type":"ReaderReportState"},{"name":"reportedAt","kind":"scalar","type":"DateTime","dbName":"reported_at"},{"name":"answer","kind":"scalar","type":"String"},{"name":"answeredAt","kind":"scalar","type":"DateTime","dbName":"answered_at"},{"name":"answeredByName","kind":"scalar","type":"String","dbName":"answered_by_name"},{"name":"mendedIn","kind":"scalar","type":"Int","dbName":"mended_in"},{"name":"official","kind":"object","type":"Official","relationName":"OfficialToReaderReport"},{"name":"version","kind":"object","type":"CourseVersion","relationName":"CourseVersionToReaderReport"}],"dbName":"reader_report","schema":null},"AuditEvent":{"fields":[{"name":"id","kind":"scalar","type":"BigInt"},{"name":"at","kind":"scalar","type":"DateTime","dbName":"at"},{"name":"actorId","kind":"scalar","type":"String","dbName":"actor_id"},{"name":"actorName","kind":"scalar","type":"String","dbName":"actor_name"},{"name":"action","kind":"scalar","type":"String"},{"name":"subjectType","kind":"scalar","type":"String","dbName":"subject_type"},{"name":"subjectId","kind":"scalar","type":"String","dbName":"subject_id"},{"name":"subjectLabel","kind":"scalar","type":"String","dbName":"subject_label"},{"name":"unitPath","kind":"scalar","type":"String","dbName":"unit_path"},{"name":"ip","kind":"scalar","type":"String"},{"name":"before","kind":"scalar","type":"Json"},{"name":"after","kind":"scalar","type":"Json"}],"dbName":"audit_event","schema":null},"Setting":{"fields":[{"name":"key","kind":"scalar","type":"String"},{"name":"value","kind":"scalar","type":"Json"},{"name":"updatedAt","kind":"scalar","type":"DateTime","dbName":"updated_at"}],"dbName":"setting","schema":null},"ContentImport":{"fields":[{"name":"id","kind":"scalar","type":"String"},{"name":"fileName","kind":"scalar","type":"String","dbName":"file_name"},{"name":"bytes","kind":"scalar","type":"Bytes"},{"name":"uploadedAt","kind":"scalar","type":"DateTime","dbName":"uploaded_at"},{"name":"uploadedBy","kind":"scalar","type":"String","dbName":"uploaded_by"},{"name":"uploadedByName","kind":"scalar","type":"String","dbName":"uploaded_by_name"},{"name":"appliedAt","kind":"scalar","type":"DateTime","dbName":"applied_at"}],"dbName":"content_import","schema":null},"ScormProgress":{"fields":[{"name":"enrolmentId","kind":"scalar","type":"String","dbName":"enrolment_id"},{"name":"lessonId","kind":"scalar","type":"String","dbName":"lesson_id"},{"name":"status","kind":"scalar","type":"String"},{"name":"scorePercent","kind":"scalar","type":"Decimal","dbName":"score_percent"},{"name":"cmi","kind":"scalar","type":"Json"},{"name":"sessionId","kind":"scalar","type":"String","dbName":"session_id"},{"name":"sequence","kind":"scalar","type":"Int"},{"name":"earlierSeconds","kind":"scalar","type":"Int","dbName":"earlier_seconds"},{"name":"sessionSeconds","kind":"scalar","type":"Int","dbName":"session_seconds"},{"name":"updatedAt","kind":"scalar","type":"DateTime","dbName":"updated_at"},{"name":"enrolment","kind":"object","type":"Enrolment","relationName":"EnrolmentToScormProgress"}],"dbName":"scorm_progress","schema":null},"LongJob":{"fields":[{"name":"id","kind":"scalar","type":"String"},{"name":"kind","kind":"scalar","type":"String"},{"name":"label","kind":"scalar","type":"String"},{"name":"input","kind":"scalar","type":"Json"},{"name":"state","kind":"enum","type":"LongJobState"},{"name":"done","kind":"scalar","type":"Int"},{"name":"total","kind":"scalar","type":"Int"},{"name":"tries","kind":"scalar","type":"Int"},{"name":"outcome","kind":"scalar","type":"Json"},{"name":"fileSha256","kind":"scalar","type":"String","dbName":"file_sha256"},{"name":"requestedBy","kind":"scalar","type":"String","dbName":"requested_by"},{"name":"requestedByName","kind":"scalar","type":"String","dbName":"requested_by_name"},{"name":"requestedAt","kind":"scalar","type":"DateTime","dbName":"requested_at"},{"name":"beatAt","kind":"scalar","type":"DateTime","dbName":"beat_at"},{"name":"finishedAt","kind":"scalar","type":"DateTime","dbName":"finished_at"}],"dbName":"long_job","schema":null}},"enums":{},"types":{}}');
config.parameterizationSchema = {
  strings: JSON.parse('["where","parent","orderBy","cursor","children","unit","official","employments","account","sessions","roleGrants","signoffs","_count","course","currentOf","filesOf","version","files","lessons","questions","enrolments","enrolment","attempt","answers","events","regrade","markings","attempts","corrects","correctedBy","completion","certificate","turn","documents","replaces","replacedBy","certificates","template","duties","supplement","duty","done","supplements","completions","regrades","baseVersion","publishedVersion","draft","revisions","presence","reviewers","comments","publishJobs","draftsFrom","draftsTo","reports","currentVersion","filesVersion","versions","assignments","standings","accommodations","imports","drafts","assignment","progress","remedials","scorm","supplementDuties","code","acknowledgements","officials","localCode","overlays","templates","Unit.findUnique","Unit.findUniqueOrThrow","Unit.findFirst","Unit.findFirstOrThrow","Unit.findMany","data","Unit.createOne","Unit.createMany","Unit.createManyAndReturn","Unit.updateOne","Unit.updateMany","Unit.updateManyAndReturn","create","update","Unit.upsertOne","Unit.deleteOne","Unit.deleteMany","having","_avg","_sum","_min","_max","Unit.groupBy","Unit.aggregate","Official.findUnique","Official.findUniqueOrThrow","Official.findFirst","Official.findFirstOrThrow","Official.findMany","Official.createOne","Official.createMany","Official.createManyAndReturn","Official.updateOne","Official.updateMany","Official.updateManyAndReturn","Official.upsertOne","Official.deleteOne","Official.deleteMany","Official.groupBy","Official.aggregate","Employment.findUnique","Employment.findUniqueOrThrow","Employment.findFirst","Employment.findFirstOrThrow","Employment.findMany","Employment.createOne","Employment.createMany","Employment.createManyAndReturn","Employment.updateOne","Employment.updateMany","Employment.updateManyAndReturn","Employment.upsertOne","Employment.deleteOne","Employment.deleteMany","Employment.groupBy","Employment.aggregate","Account.findUnique","Account.findUniqueOrThrow","Account.findFirst","Account.findFirstOrThrow","Account.findMany","Account.createOne","Account.createMany","Account.createManyAndReturn","Account.updateOne","Account.updateMany","Account.updateManyAndReturn","Account.upsertOne","Account.deleteOne","Account.deleteMany","Account.groupBy","Account.aggregate","RoleGrant.findUnique","RoleGrant.findUniqueOrThrow","RoleGrant.findFirst","RoleGrant.findFirstOrThrow","RoleGrant.findMany","RoleGrant.createOne","RoleGrant.createMany","RoleGrant.createManyAndReturn","RoleGrant.updateOne","RoleGrant.updateMany","RoleGrant.updateManyAndReturn","RoleGrant.upsertOne","RoleGrant.deleteOne","RoleGrant.deleteMany","RoleGrant.groupBy","RoleGrant.aggregate","Session.findUnique","Session.findUniqueOrThrow","Session.findFirst","Session.findFirstOrThrow","Session.findMany","Session.createOne","Session.createMany","Session.createManyAndReturn","Session.updateOne","Session.updateMany","Session.updateManyAndReturn","Session.upsertOne","Session.deleteOne","Session.deleteMany","Session.groupBy","Session.aggregate","SignInThrottle.findUnique","SignInThrottle.findUniqueOrThrow","SignInThrottle.findFirst","SignInThrottle.findFirstOrThrow","SignInThrottle.findMany","SignInThrottle.createOne","SignInThrottle.createMany","SignInThrottle.createManyAndReturn","SignInThrottle.updateOne","SignInThrottle.updateMany","SignInThrottle.updateManyAndReturn","SignInThrottle.upsertOne","SignInThrottle.deleteOne","SignInThrottle.deleteMany","SignInThrottle.groupBy","SignInThrottle.aggregate","LegalDocument.findUnique","LegalDocument.findUniqueOrThrow","LegalDocument.findFirst","LegalDocument.findFirstOrThrow","LegalDocument.findMany","LegalDocument.createOne","LegalDocument.createMany","LegalDocument.createManyAndReturn","LegalDocument.updateOne","LegalDocument.updateMany","LegalDocument.updateManyAndReturn","LegalDocument.upsertOne","LegalDocument.deleteOne","LegalDocument.deleteMany","LegalDocument.groupBy","LegalDocument.aggregate","Course.findUnique","Course.findUniqueOrThrow","Course.findFirst","Course.findFirstOrThrow","Course.findMany","Course.createOne","Course.createMany","Course.createManyAndReturn","Course.updateOne","Course.updateMany","Course.updateManyAndReturn","Course.upsertOne","Course.deleteOne","Course.deleteMany","Course.groupBy","Course.aggregate","CourseVersion.findUnique","CourseVersion.findUniqueOrThrow","CourseVersion.findFirst","CourseVersion.findFirstOrThrow","CourseVersion.findMany","CourseVersion.createOne","CourseVersion.createMany","CourseVersion.createManyAndReturn","CourseVersion.updateOne","CourseVersion.updateMany","CourseVersion.updateManyAndReturn","CourseVersion.upsertOne","CourseVersion.deleteOne","CourseVersion.deleteMany","CourseVersion.groupBy","CourseVersion.aggregate","CourseFile.findUnique","CourseFile.findUniqueOrThrow","CourseFile.findFirst","CourseFile.findFirstOrThrow","CourseFile.findMany","CourseFile.createOne","CourseFile.createMany","CourseFile.createManyAndReturn","CourseFile.updateOne","CourseFile.updateMany","CourseFile.updateManyAndReturn","CourseFile.upsertOne","CourseFile.deleteOne","CourseFile.deleteMany","CourseFile.groupBy","CourseFile.aggregate","LessonVersion.findUnique","LessonVersion.findUniqueOrThrow","LessonVersion.findFirst","LessonVersion.findFirstOrThrow","LessonVersion.findMany","LessonVersion.createOne","LessonVersion.createMany","LessonVersion.createManyAndReturn","LessonVersion.updateOne","LessonVersion.updateMany","LessonVersion.updateManyAndReturn","LessonVersion.upsertOne","LessonVersion.deleteOne","LessonVersion.deleteMany","LessonVersion.groupBy","LessonVersion.aggregate","QuestionVersion.findUnique","QuestionVersion.findUniqueOrThrow","QuestionVersion.findFirst","QuestionVersion.findFirstOrThrow","QuestionVersion.findMany","QuestionVersion.createOne","QuestionVersion.createMany","QuestionVersion.createManyAndReturn","QuestionVersion.updateOne","QuestionVersion.updateMany","QuestionVersion.updateManyAndReturn","QuestionVersion.upsertOne","QuestionVersion.deleteOne","QuestionVersion.deleteMany","QuestionVersion.groupBy","QuestionVersion.aggregate","ContentCheck.findUnique","ContentCheck.findUniqueOrThrow","ContentCheck.findFirst","ContentCheck.findFirstOrThrow","ContentCheck.findMany","ContentCheck.createOne","ContentCheck.createMany","ContentCheck.createManyAndReturn","ContentCheck.updateOne","ContentCheck.updateMany","ContentCheck.updateManyAndReturn","ContentCheck.upsertOne","ContentCheck.deleteOne","ContentCheck.deleteMany","ContentCheck.groupBy","ContentCheck.aggregate","CourseDraft.findUnique","CourseDraft.findUniqueOrThrow","CourseDraft.findFirst","CourseDraft.findFirstOrThrow","CourseDraft.findMany","CourseDraft.createOne","CourseDraft.createMany","CourseDraft.createManyAndReturn","CourseDraft.updateOne","CourseDraft.updateMany","CourseDraft.updateManyAndReturn","CourseDraft.upsertOne","CourseDraft.deleteOne","CourseDraft.deleteMany","CourseDraft.groupBy","CourseDraft.aggregate","DraftFile.findUnique","DraftFile.findUniqueOrThrow","DraftFile.findFirst","DraftFile.findFirstOrThrow","DraftFile.findMany","DraftFile.createOne","DraftFile.createMany","DraftFile.createManyAndReturn","DraftFile.updateOne","DraftFile.updateMany","DraftFile.updateManyAndReturn","DraftFile.upsertOne","DraftFile.deleteOne","DraftFile.deleteMany","DraftFile.groupBy","DraftFile.aggregate","ImageSize.findUnique","ImageSize.findUniqueOrThrow","ImageSize.findFirst","ImageSize.findFirstOrThrow","ImageSize.findMany","ImageSize.createOne","ImageSize.createMany","ImageSize.createManyAndReturn","ImageSize.updateOne","ImageSize.updateMany","ImageSize.updateManyAndReturn","ImageSize.upsertOne","ImageSize.deleteOne","ImageSize.deleteMany","ImageSize.groupBy","ImageSize.aggregate","DraftFileRevision.findUnique","DraftFileRevision.findUniqueOrThrow","DraftFileRevision.findFirst","DraftFileRevision.findFirstOrThrow","DraftFileRevision.findMany","DraftFileRevision.createOne","DraftFileRevision.createMany","DraftFileRevision.createManyAndReturn","DraftFileRevision.updateOne","DraftFileRevision.updateMany","DraftFileRevision.updateManyAndReturn","DraftFileRevision.upsertOne","DraftFileRevision.deleteOne","DraftFileRevision.deleteMany","DraftFileRevision.groupBy","DraftFileRevision.aggregate","DraftPresence.findUnique","DraftPresence.findUniqueOrThrow","DraftPresence.findFirst","DraftPresence.findFirstOrThrow","DraftPresence.findMany","DraftPresence.createOne","DraftPresence.createMany","DraftPresence.createManyAndReturn","DraftPresence.updateOne","DraftPresence.updateMany","DraftPresence.updateManyAndReturn","DraftPresence.upsertOne","DraftPresence.deleteOne","DraftPresence.deleteMany","DraftPresence.groupBy","DraftPresence.aggregate","DraftReviewer.findUnique","DraftReviewer.findUniqueOrThrow","DraftReviewer.findFirst","DraftReviewer.findFirstOrThrow","DraftReviewer.findMany","DraftReviewer.createOne","DraftReviewer.createMany","DraftReviewer.createManyAndReturn","DraftReviewer.updateOne","DraftReviewer.updateMany","DraftReviewer.updateManyAndReturn","DraftReviewer.upsertOne","DraftReviewer.deleteOne","DraftReviewer.deleteMany","DraftReviewer.groupBy","DraftReviewer.aggregate","DraftComment.findUnique","DraftComment.findUniqueOrThrow","DraftComment.findFirst","DraftComment.findFirstOrThrow","DraftComment.findMany","DraftComment.createOne","DraftComment.createMany","DraftComment.createManyAndReturn","DraftComment.updateOne","DraftComment.updateMany","DraftComment.updateManyAndReturn","DraftComment.upsertOne","DraftComment.deleteOne","DraftComment.deleteMany","DraftComment.groupBy","DraftComment.aggregate","PublishJob.findUnique","PublishJob.findUniqueOrThrow","PublishJob.findFirst","PublishJob.findFirstOrThrow","PublishJob.findMany","PublishJob.createOne","PublishJob.createMany","PublishJob.createManyAndReturn","PublishJob.updateOne","PublishJob.updateMany","PublishJob.updateManyAndReturn","PublishJob.upsertOne","PublishJob.deleteOne","PublishJob.deleteMany","PublishJob.groupBy","PublishJob.aggregate","CourseSignoff.findUnique","CourseSignoff.findUniqueOrThrow","CourseSignoff.findFirst","CourseSignoff.findFirstOrThrow","CourseSignoff.findMany","CourseSignoff.createOne","CourseSignoff.createMany","CourseSignoff.createManyAndReturn","CourseSignoff.updateOne","CourseSignoff.updateMany","CourseSignoff.updateManyAndReturn","CourseSignoff.upsertOne","CourseSignoff.deleteOne","CourseSignoff.deleteMany","CourseSignoff.groupBy","CourseSignoff.aggregate","Assignment.findUnique","Assignment.findUniqueOrThrow","Assignment.findFirst","Assignment.findFirstOrThrow","Assignment.findMany","Assignment.createOne","Assignment.createMany","Assignment.createManyAndReturn","Assignment.updateOne","Assignment.updateMany","Assignment.updateManyAndReturn","Assignment.upsertOne","Assignment.deleteOne","Assignment.deleteMany","Assignment.groupBy","Assignment.aggregate","Enrolment.findUnique","Enrolment.findUniqueOrThrow","Enrolment.findFirst","Enrolment.findFirstOrThrow","Enrolment.findMany","Enrolment.createOne","Enrolment.createMany","Enrolment.createManyAndReturn","Enrolment.updateOne","Enrolment.updateMany","Enrolment.updateManyAndReturn","Enrolment.upsertOne","Enrolment.deleteOne","Enrolment.deleteMany","Enrolment.groupBy","Enrolment.aggregate","LessonProgress.findUnique","LessonProgress.findUniqueOrThrow","LessonProgress.findFirst","LessonProgress.findFirstOrThrow","LessonProgress.findMany","LessonProgress.createOne","LessonProgress.createMany","LessonProgress.createManyAndReturn","LessonProgress.updateOne","LessonProgress.updateMany","LessonProgress.updateManyAndReturn","LessonProgress.upsertOne","LessonProgress.deleteOne","LessonProgress.deleteMany","LessonProgress.groupBy","LessonProgress.aggregate","UnitStanding.findUnique","UnitStanding.findUniqueOrThrow","UnitStanding.findFirst","UnitStanding.findFirstOrThrow","UnitStanding.findMany","UnitStanding.createOne","UnitStanding.createMany","UnitStanding.createManyAndReturn","UnitStanding.updateOne","UnitStanding.updateMany","UnitStanding.updateManyAndReturn","UnitStanding.upsertOne","UnitStanding.deleteOne","UnitStanding.deleteMany","UnitStanding.groupBy","UnitStanding.aggregate","Attempt.findUnique","Attempt.findUniqueOrThrow","Attempt.findFirst","Attempt.findFirstOrThrow","Attempt.findMany","Attempt.createOne","Attempt.createMany","Attempt.createManyAndReturn","Attempt.updateOne","Attempt.updateMany","Attempt.updateManyAndReturn","Attempt.upsertOne","Attempt.deleteOne","Attempt.deleteMany","Attempt.groupBy","Attempt.aggregate","Answer.findUnique","Answer.findUniqueOrThrow","Answer.findFirst","Answer.findFirstOrThrow","Answer.findMany","Answer.createOne","Answer.createMany","Answer.createManyAndReturn","Answer.updateOne","Answer.updateMany","Answer.updateManyAndReturn","Answer.upsertOne","Answer.deleteOne","Answer.deleteMany","Answer.groupBy","Answer.aggregate","AttemptEvent.findUnique","AttemptEvent.findUniqueOrThrow","AttemptEvent.findFirst","AttemptEvent.findFirstOrThrow","AttemptEvent.findMany","AttemptEvent.createOne","AttemptEvent.createMany","AttemptEvent.createManyAndReturn","AttemptEvent.updateOne","AttemptEvent.updateMany","AttemptEvent.updateManyAndReturn","AttemptEvent.upsertOne","AttemptEvent.deleteOne","AttemptEvent.deleteMany","AttemptEvent.groupBy","AttemptEvent.aggregate","Regrade.findUnique","Regrade.findUniqueOrThrow","Regrade.findFirst","Regrade.findFirstOrThrow","Regrade.findMany","Regrade.createOne","Regrade.createMany","Regrade.createManyAndReturn","Regrade.updateOne","Regrade.updateMany","Regrade.updateManyAndReturn","Regrade.upsertOne","Regrade.deleteOne","Regrade.deleteMany","Regrade.groupBy","Regrade.aggregate","Marking.findUnique","Marking.findUniqueOrThrow","Marking.findFirst","Marking.findFirstOrThrow","Marking.findMany","Marking.createOne","Marking.createMany","Marking.createManyAndReturn","Marking.updateOne","Marking.updateMany","Marking.updateManyAndReturn","Marking.upsertOne","Marking.deleteOne","Marking.deleteMany","Marking.groupBy","Marking.aggregate","RemedialDuty.findUnique","RemedialDuty.findUniqueOrThrow","RemedialDuty.findFirst","RemedialDuty.findFirstOrThrow","RemedialDuty.findMany","RemedialDuty.createOne","RemedialDuty.createMany","RemedialDuty.createManyAndReturn","RemedialDuty.updateOne","RemedialDuty.updateMany","RemedialDuty.updateManyAndReturn","RemedialDuty.upsertOne","RemedialDuty.deleteOne","RemedialDuty.deleteMany","RemedialDuty.groupBy","RemedialDuty.aggregate","Accommodation.findUnique","Accommodation.findUniqueOrThrow","Accommodation.findFirst","Accommodation.findFirstOrThrow","Accommodation.findMany","Accommodation.createOne","Accommodation.createMany","Accommodation.createManyAndReturn","Accommodation.updateOne","Accommodation.updateMany","Accommodation.updateManyAndReturn","Accommodation.upsertOne","Accommodation.deleteOne","Accommodation.deleteMany","Accommodation.groupBy","Accommodation.aggregate","QuestionImport.findUnique","QuestionImport.findUniqueOrThrow","QuestionImport.findFirst","QuestionImport.findFirstOrThrow","QuestionImport.findMany","QuestionImport.createOne","QuestionImport.createMany","QuestionImport.createManyAndReturn","QuestionImport.updateOne","QuestionImport.updateMany","QuestionImport.updateManyAndReturn","QuestionImport.upsertOne","QuestionImport.deleteOne","QuestionImport.deleteMany","QuestionImport.groupBy","QuestionImport.aggregate","Completion.findUnique","Completion.findUniqueOrThrow","Completion.findFirst","Completion.findFirstOrThrow","Completion.findMany","Completion.createOne","Completion.createMany","Completion.createManyAndReturn","Completion.updateOne","Completion.updateMany","Completion.updateManyAndReturn","Completion.upsertOne","Completion.deleteOne","Completion.deleteMany","Completion.groupBy","Completion.aggregate","CertificateRegister.findUnique","CertificateRegister.findUniqueOrThrow","CertificateRegister.findFirst","CertificateRegister.findFirstOrThrow","CertificateRegister.findMany","CertificateRegister.createOne","CertificateRegister.createMany","CertificateRegister.createManyAndReturn","CertificateRegister.updateOne","CertificateRegister.updateMany","CertificateRegister.updateManyAndReturn","CertificateRegister.upsertOne","CertificateRegister.deleteOne","CertificateRegister.deleteMany","CertificateRegister.groupBy","CertificateRegister.aggregate","CertificateTurn.findUnique","CertificateTurn.findUniqueOrThrow","CertificateTurn.findFirst","CertificateTurn.findFirstOrThrow","CertificateTurn.findMany","CertificateTurn.createOne","CertificateTurn.createMany","CertificateTurn.createManyAndReturn","CertificateTurn.updateOne","CertificateTurn.updateMany","CertificateTurn.updateManyAndReturn","CertificateTurn.upsertOne","CertificateTurn.deleteOne","CertificateTurn.deleteMany","CertificateTurn.groupBy","CertificateTurn.aggregate","CertificateDocument.findUnique","CertificateDocument.findUniqueOrThrow","CertificateDocument.findFirst","CertificateDocument.findFirstOrThrow","CertificateDocument.findMany","CertificateDocument.createOne","CertificateDocument.createMany","CertificateDocument.createManyAndReturn","CertificateDocument.updateOne","CertificateDocument.updateMany","CertificateDocument.updateManyAndReturn","CertificateDocument.upsertOne","CertificateDocument.deleteOne","CertificateDocument.deleteMany","CertificateDocument.groupBy","CertificateDocument.aggregate","Certificate.findUnique","Certificate.findUniqueOrThrow","Certificate.findFirst","Certificate.findFirstOrThrow","Certificate.findMany","Certificate.createOne","Certificate.createMany","Certificate.createManyAndReturn","Certificate.updateOne","Certificate.updateMany","Certificate.updateManyAndReturn","Certificate.upsertOne","Certificate.deleteOne","Certificate.deleteMany","Certificate.groupBy","Certificate.aggregate","CertificateEvent.findUnique","CertificateEvent.findUniqueOrThrow","CertificateEvent.findFirst","CertificateEvent.findFirstOrThrow","CertificateEvent.findMany","CertificateEvent.createOne","CertificateEvent.createMany","CertificateEvent.createManyAndReturn","CertificateEvent.updateOne","CertificateEvent.updateMany","CertificateEvent.updateManyAndReturn","CertificateEvent.upsertOne","CertificateEvent.deleteOne","CertificateEvent.deleteMany","CertificateEvent.groupBy","CertificateEvent.aggregate","CertificateTemplate.findUnique","CertificateTemplate.findUniqueOrThrow","CertificateTemplate.findFirst","CertificateTemplate.findFirstOrThrow","CertificateTemplate.findMany","CertificateTemplate.createOne","CertificateTemplate.createMany","CertificateTemplate.createManyAndReturn","CertificateTemplate.updateOne","CertificateTemplate.updateMany","CertificateTemplate.updateManyAndReturn","CertificateTemplate.upsertOne","CertificateTemplate.deleteOne","CertificateTemplate.deleteMany","CertificateTemplate.groupBy","CertificateTemplate.aggregate","CertificateVoid.findUnique","CertificateVoid.findUniqueOrThrow","CertificateVoid.findFirst","CertificateVoid.findFirstOrThrow","CertificateVoid.findMany","CertificateVoid.createOne","CertificateVoid.createMany","CertificateVoid.createManyAndReturn","CertificateVoid.updateOne","CertificateVoid.updateMany","CertificateVoid.updateManyAndReturn","CertificateVoid.upsertOne","CertificateVoid.deleteOne","CertificateVoid.deleteMany","CertificateVoid.groupBy","CertificateVoid.aggregate","Supplement.findUnique","Supplement.findUniqueOrThrow","Supplement.findFirst","Supplement.findFirstOrThrow","Supplement.findMany","Supplement.createOne","Supplement.createMany","Supplement.createManyAndReturn","Supplement.updateOne","Supplement.updateMany","Supplement.updateManyAndReturn","Supplement.upsertOne","Supplement.deleteOne","Supplement.deleteMany","Supplement.groupBy","Supplement.aggregate","SupplementDuty.findUnique","SupplementDuty.findUniqueOrThrow","SupplementDuty.findFirst","SupplementDuty.findFirstOrThrow","SupplementDuty.findMany","SupplementDuty.createOne","SupplementDuty.createMany","SupplementDuty.createManyAndReturn","SupplementDuty.updateOne","SupplementDuty.updateMany","SupplementDuty.updateManyAndReturn","SupplementDuty.upsertOne","SupplementDuty.deleteOne","SupplementDuty.deleteMany","SupplementDuty.groupBy","SupplementDuty.aggregate","SupplementCompletion.findUnique","SupplementCompletion.findUniqueOrThrow","SupplementCompletion.findFirst","SupplementCompletion.findFirstOrThrow","SupplementCompletion.findMany","SupplementCompletion.createOne","SupplementCompletion.createMany","SupplementCompletion.createManyAndReturn","SupplementCompletion.updateOne","SupplementCompletion.updateMany","SupplementCompletion.updateManyAndReturn","SupplementCompletion.upsertOne","SupplementCompletion.deleteOne","SupplementCompletion.deleteMany","SupplementCompletion.groupBy","SupplementCompletion.aggregate","LocalCode.findUnique","LocalCode.findUniqueOrThrow","LocalCode.findFirst","LocalCode.findFirstOrThrow","LocalCode.findMany","LocalCode.createOne","LocalCode.createMany","LocalCode.createManyAndReturn","LocalCode.updateOne","LocalCode.updateMany","LocalCode.updateManyAndReturn","LocalCode.upsertOne","LocalCode.deleteOne","LocalCode.deleteMany","LocalCode.groupBy","LocalCode.aggregate","LocalCodeVersion.findUnique","LocalCodeVersion.findUniqueOrThrow","LocalCodeVersion.findFirst","LocalCodeVersion.findFirstOrThrow","LocalCodeVersion.findMany","LocalCodeVersion.createOne","LocalCodeVersion.createMany","LocalCodeVersion.createManyAndReturn","LocalCodeVersion.updateOne","LocalCodeVersion.updateMany","LocalCodeVersion.updateManyAndReturn","LocalCodeVersion.upsertOne","LocalCodeVersion.deleteOne","LocalCodeVersion.deleteMany","LocalCodeVersion.groupBy","LocalCodeVersion.aggregate","CodeAcknowledgement.findUnique","CodeAcknowledgement.findUniqueOrThrow","CodeAcknowledgement.findFirst","CodeAcknowledgement.findFirstOrThrow","CodeAcknowledgement.findMany","CodeAcknowledgement.createOne","CodeAcknowledgement.createMany","CodeAcknowledgement.createManyAndReturn","CodeAcknowledgement.updateOne","CodeAcknowledgement.updateMany","CodeAcknowledgement.updateManyAndReturn","CodeAcknowledgement.upsertOne","CodeAcknowledgement.deleteOne","CodeAcknowledgement.deleteMany","CodeAcknowledgement.groupBy","CodeAcknowledgement.aggregate","LocalOverlay.findUnique","LocalOverlay.findUniqueOrThrow","LocalOverlay.findFirst","LocalOverlay.findFirstOrThrow","LocalOverlay.findMany","LocalOverlay.createOne","LocalOverlay.createMany","LocalOverlay.createManyAndReturn","LocalOverlay.updateOne","LocalOverlay.updateMany","LocalOverlay.updateManyAndReturn","LocalOverlay.upsertOne","LocalOverlay.deleteOne","LocalOverlay.deleteMany","LocalOverlay.groupBy","LocalOverlay.aggregate","ReaderReport.findUnique","ReaderReport.findUniqueOrThrow","ReaderReport.findFirst","ReaderReport.findFirstOrThrow","ReaderReport.findMany","ReaderReport.createOne","ReaderReport.createMany","ReaderReport.createManyAndReturn","ReaderReport.updateOne","ReaderReport.updateMany","ReaderReport.updateManyAndReturn","ReaderReport.upsertOne","ReaderReport.deleteOne","ReaderReport.deleteMany","ReaderReport.groupBy","ReaderReport.aggregate","AuditEvent.findUnique","AuditEvent.findUniqueOrThrow","AuditEvent.findFirst","AuditEvent.findFirstOrThrow","AuditEvent.findMany","AuditEvent.createOne","AuditEvent.createMany","AuditEvent.createManyAndReturn","AuditEvent.updateOne","AuditEvent.updateMany","AuditEvent.updateManyAndReturn","AuditEvent.upsertOne","AuditEvent.deleteOne","AuditEvent.deleteMany","AuditEvent.groupBy","AuditEvent.aggregate","Setting.findUnique","Setting.findUniqueOrThrow","Setting.findFirst","Setting.findFirstOrThrow","Setting.findMany","Setting.createOne","Setting.createMany","Setting.createManyAndReturn","Setting.updateOne","Setting.updateMany","Setting.updateManyAndReturn","Setting.upsertOne","Setting.deleteOne","Setting.deleteMany","Setting.groupBy","Setting.aggregate","ContentImport.findUnique","ContentImport.findUniqueOrThrow","ContentImport.findFirst","ContentImport.findFirstOrThrow","ContentImport.findMany","ContentImport.createOne","ContentImport.createMany","ContentImport.createManyAndReturn","ContentImport.updateOne","ContentImport.updateMany","ContentImport.updateManyAndReturn","ContentImport.upsertOne","ContentImport.deleteOne","ContentImport.deleteMany","ContentImport.groupBy","ContentImport.aggregate","ScormProgress.findUnique","ScormProgress.findUniqueOrThrow","ScormProgress.findFirst","ScormProgress.findFirstOrThrow","ScormProgress.findMany","ScormProgress.createOne","ScormProgress.createMany","ScormProgress.createManyAndReturn","ScormProgress.updateOne","ScormProgress.updateMany","ScormProgress.updateManyAndReturn","ScormProgress.upsertOne","ScormProgress.deleteOne","ScormProgress.deleteMany","ScormProgress.groupBy","ScormProgress.aggregate","LongJob.findUnique","LongJob.findUniqueOrThrow","LongJob.findFirst","LongJob.findFirstOrThrow","LongJob.findMany","LongJob.createOne","LongJob.createMany","LongJob.createManyAndReturn","LongJob.updateOne","LongJob.updateMany","LongJob.updateManyAndReturn","LongJob.upsertOne","LongJob.deleteOne","LongJob.deleteMany","LongJob.groupBy","LongJob.aggregate","AND","OR","NOT","id","kind","label","input","LongJobState","state","total","tries","outcome","fileSha256","requestedBy","requestedByName","requestedAt","beatAt","finishedAt","equals","in","notIn","lt","lte","gt","gte","not","contains","startsWith","endsWith","string_contains","string_starts_with","string_ends_with","array_starts_with","array_ends_with","array_contains","enrolmentId","lessonId","status","scorePercent","cmi","sessionId","sequence","earlierSeconds","sessionSeconds","updatedAt","fileName","bytes","uploadedAt","uploadedBy","uploadedByName","appliedAt","key","value","at","actorId","actorName","action","subjectType","subjectId","subjectLabel","unitPath","ip","before","after","officialId","versionId","blockId","quote","text","ReaderReportState","reportedAt","answer","answeredAt","answeredByName","mendedIn","unitId","courseSlug","document","article","changed","writtenAt","writtenByName","withdrawnAt","fullName","unitName","codeId","number","title","decisionNumber","decidedOn","publishedAt","publishedBy","publishedByName","revision","updatedByName","every","some","none","supplementId","doneAt","supplementId_officialId","completionId","courseId","upToNumber","reason","dueOn","parts","questionIds","people","has","hasEvery","hasSome","issuerCode","year","registerNumber","issuerCode_year_registerNumber","content","madeAt","madeBy","madeByName","certificateId","CertificateEventKind","reasonClass","serial","cycle","issuedAt","templateVersion","facts","replacesId","templateId","CertificateDocumentKind","sha256","size","signature","officialId_courseId_cycle","lastNumber","issuerCode_year","correctsId","attemptId","completedAt","recordedAt","staffNumber","StaffCategory","staffCategory","positionTitle","unitPathNames","courseTitle","startedAt","assignedAt","onTime","attemptsUsed","because","slug","format","defaults","appliedVersionId","appliedDraftId","timeFactor","untimed","extraAttempts","closesOn","validFrom","validTo","grantedAt","grantedBy","grantedByName","revokedAt","revokedByName","revokeReason","questionId","section","optionId","dueFrom","points","rubric","comment","change","policy","summary","regradeId","response","marked","savedAt","settledAt","seed","AttemptStatus","deadlineAt","submittedAt","byTimer","maxPoints","percent","passed","awaitsMarking","activeDevice","extras","required","completed","openedAt","lastSeenAt","resumeAt","checks","assignmentId","createdAt","note","assignedBy","accountId","position","addedAt","addedByName","draftId","PublishJobState","step","lessonsDone","lessonsInAll","wish","path","block","parentId","writtenBy","resolvedAt","resolvedByName","round","name","ReviewDecision","decision","contentHash","decidedAt","seenAt","savedBy","savedByName","width","height","updatedBy","baseVersionId","DraftState","changeNote","createdBy","createdByName","submittedBy","submittedByName","closedAt","publishedVersionId","checkedAt","courses","problems","topic","type","compiled","manifest","currentVersionId","filesVersionId","begunInBrowser","unpublishedAt","unpublishedByName","unpublishedReason","issuer","issuedOn","effectiveOn","expiredOn","DocumentStatus","source","places","folderSaid","changedInBrowser","failures","blockedUntil","idHash","expiresAt","userAgent","Role","role","identifier","displayName","passwordHash","disabledAt","mustChangePassword","lastSignInAt","givenName","sortName","searchName","recruitedOn","leftOn","email","personalIdSealed","personalIdHash","personalIdLast","UnitKind","depth","headcount","codeId_number","versionId_officialId","enrolmentId_lessonId","enrolmentId_questionId","courseId_cycle_unitId_dueOn","courseId_number","courseId_contentHash","draftId_round_accountId","draftId_accountId","draftId_path_revision","draftId_path","officialId_courseId_cycle_revision","attemptId_questionId","enrolmentId_number","versionId_questionId","versionId_lessonId","versionId_path","slug_accountId","is","isNot","connectOrCreate","upsert","createMany","set","disconnect","delete","connect","updateMany","deleteMany","push","increment","decrement","multiply","divide"]'),
  graph: "rh2UBIAHGQEAAPINACAEAAD4DgAgBwAA9A4AIAoAAOkNACA7AADiDgAgPAAA4w4AIEUBAAAAAUcAAPkOACBIAAD6DgAgSQAA-w4AIEoAAPwOACDTBwAA9g4AMNQHAAADABDVBwAA9g4AMNYHAQAAAAHXBwAA9w7yCSL0CEAA4gwAIfUIQADjDAAhoQkCAN0MACGqCQEAAAABrAkBAOEMACGxCQEA2gwAIeoJAQDaDAAh8gkCAN0MACHzCQIA3QwAIQEAAAABACAZAQAA8g0AIAQAAPgOACAHAAD0DgAgCgAA6Q0AIDsAAOIOACA8AADjDgAgRQEA2gwAIUcAAPkOACBIAAD6DgAgSQAA-w4AIEoAAPwOACDTBwAA9g4AMNQHAAADABDVBwAA9g4AMNYHAQDZDAAh1wcAAPcO8gki9AhAAOIMACH1CEAA4wwAIaEJAgDdDAAhqgkBANoMACGsCQEA4QwAIbEJAQDaDAAh6gkBANoMACHyCQIA3QwAIfMJAgDdDAAhAQAAAAMAIAwBAADhDwAgBAAA8BkAIAcAAO8ZACAKAADQFwAgOwAA5hkAIDwAAOcZACBHAADxGQAgSAAAvxkAIEkAAPIZACBKAADzGQAg9QgAAP0OACCsCQAA_Q4AIAMAAAADACACAAAFADADAAABACAeBQAAgQ0AIAcAAPQOACAIAAD1DgAgFAAAjQ4AIBsAAJUOACAkAADzDQAgKwAAlg4AIDcAAJoOACA9AADkDgAgRAAAnw4AIEYAAPgNACDTBwAA8w4AMNQHAAAHABDVBwAA8w4AMNYHAQDZDAAhnggBANkMACGmCAEA2gwAIeAIAQDaDAAh4ggAAMwO4ggi4wgBANoMACGdCUAA4gwAIegJAQDaDAAh6QkBANoMACHqCQEA2gwAIesJQADjDAAh7AlAAOMMACHtCQEA4AwAIe4JAAGtDgAh7wkBAOAMACHwCQEA4AwAIREFAADhDwAgBwAA7xkAIAgAAO4ZACAUAADEGQAgGwAAyRkAICQAAL4ZACArAADKGQAgNwAAzhkAID0AAOgZACBEAADQGQAgRgAAwBkAIOsJAAD9DgAg7AkAAP0OACDtCQAA_Q4AIO4JAAD9DgAg7wkAAP0OACDwCQAA_Q4AIB4FAACBDQAgBwAA9A4AIAgAAPUOACAUAACNDgAgGwAAlQ4AICQAAPMNACArAACWDgAgNwAAmg4AID0AAOQOACBEAACfDgAgRgAA-A0AINMHAADzDgAw1AcAAAcAENUHAADzDgAw1gcBAAAAAZ4IAQDZDAAhpggBANoMACHgCAEAAAAB4ggAAMwO4ggi4wgBANoMACGdCUAA4gwAIegJAQDaDAAh6QkBANoMACHqCQEA2gwAIesJQADjDAAh7AlAAOMMACHtCQEA4AwAIe4JAAGtDgAh7wkBAAAAAfAJAQDgDAAhAwAAAAcAIAIAAAgAMAMAAAkAIAsFAACBDQAgBgAA_A0AINMHAADyDgAw1AcAAAsAENUHAADyDgAw1gcBANkMACGTCAEA2QwAIZ4IAQDZDAAh4wgBANoMACH0CEAA4gwAIfUIQADjDAAhAwUAAOEPACAGAADOFwAg9QgAAP0OACALBQAAgQ0AIAYAAPwNACDTBwAA8g4AMNQHAAALABDVBwAA8g4AMNYHAQAAAAGTCAEA2QwAIZ4IAQDZDAAh4wgBANoMACH0CEAA4gwAIfUIQADjDAAhAwAAAAsAIAIAAAwAMAMAAA0AIBAGAADnDQAgCQAA6A0AIAoAAOkNACALAADqDQAg0wcAAOYNADDUBwAADwAQ1QcAAOYNADDWBwEA2QwAIZMIAQDhDAAhnQlAAOIMACHiCQEA2gwAIeMJAQDaDAAh5AkBANoMACHlCUAA4wwAIeYJIADdDQAh5wlAAOMMACEBAAAADwAgAQAAAAcAIAoIAADuDgAg0wcAAPEOADDUBwAAEgAQ1QcAAPEOADCQCAEA4AwAIZ0JQADiDAAhoAkBANkMACHdCQEA2gwAId4JQADiDAAh3wkBAOAMACEDCAAA7hkAIJAIAAD9DgAg3wkAAP0OACAKCAAA7g4AINMHAADxDgAw1AcAABIAENUHAADxDgAwkAgBAOAMACGdCUAA4gwAIaAJAQDZDAAh3QkBAAAAAd4JQADiDAAh3wkBAOAMACEDAAAAEgAgAgAAEwAwAwAAFAAgDAUAAIENACAIAADuDgAg0wcAAO8OADDUBwAAFgAQ1QcAAO8OADDWBwEA2QwAIZ4IAQDZDAAh9ghAAOIMACH3CAEA4QwAIfkIQADjDAAhoAkBANkMACHhCQAA8A7hCSIEBQAA4Q8AIAgAAO4ZACD3CAAA_Q4AIPkIAAD9DgAgDAUAAIENACAIAADuDgAg0wcAAO8OADDUBwAAFgAQ1QcAAO8OADDWBwEAAAABnggBANkMACH2CEAA4gwAIfcIAQDhDAAh-QhAAOMMACGgCQEA2QwAIeEJAADwDuEJIgMAAAAWACACAAAXADADAAAYACAJCAAA7g4AINMHAADtDgAw1AcAABoAENUHAADtDgAw6wgBANoMACGgCQEA2QwAIaEJAgDdDAAhoglAAOIMACGjCQEA2gwAIQEIAADuGQAgCggAAO4OACDTBwAA7Q4AMNQHAAAaABDVBwAA7Q4AMOsIAQDaDAAhoAkBANkMACGhCQIA3QwAIaIJQADiDAAhowkBANoMACGFCgAA7A4AIAMAAAAaACACAAAbADADAAAcACABAAAAEgAgAQAAABYAIAEAAAAaACAXBgAA_A0AIA0AAIsOACAQAACdDgAgGwAAlQ4AICoAAJ8OACBAAADoDgAgQQAA6Q4AIEIAAOoOACBDAADrDgAg0wcAAOcOADDUBwAAIQAQ1QcAAOcOADDWBwEA2QwAIZMIAQDZDAAhlAgBANkMACG5CAEA2QwAIbwIQADjDAAhzwgBANoMACHeCEAA4wwAIeYIQADjDAAhlgkgAN0NACGcCQEA4QwAIZ0JQADiDAAhDQYAAM4XACANAADDGQAgEAAAzxkAIBsAAMkZACAqAADQGQAgQAAA6hkAIEEAAOsZACBCAADsGQAgQwAA7RkAILwIAAD9DgAg3ggAAP0OACDmCAAA_Q4AIJwJAAD9DgAgGAYAAPwNACANAACLDgAgEAAAnQ4AIBsAAJUOACAqAACfDgAgQAAA6A4AIEEAAOkOACBCAADqDgAgQwAA6w4AINMHAADnDgAw1AcAACEAENUHAADnDgAw1gcBAAAAAZMIAQDZDAAhlAgBANkMACG5CAEA2QwAIbwIQADjDAAhzwgBANoMACHZCAAA5g4AIN4IQADjDAAh5ghAAOMMACGWCSAA3Q0AIZwJAQDhDAAhnQlAAOIMACEDAAAAIQAgAgAAIgAwAwAAIwAgGg0AAIsOACAOAACGDgAgDwAAkQ4AIBEAAJIOACASAACTDgAgEwAAlA4AIBQAAI0OACAbAACVDgAgJAAA8w0AICoAAJkOACArAACWDgAgLAAAlw4AIDUAAJgOACA2AACYDgAgNwAAmg4AINMHAACQDgAw1AcAACUAENUHAACQDgAw1gcBANkMACGpCAIA3QwAIa0IQADiDAAhrggBAOEMACG5CAEA2QwAIbQJAQDaDAAhvgkBAOAMACHLCQAA2wwAIAEAAAAlACAZFAAAjQ4AICQAAPMNACAqAACZDgAgKwAAlg4AIDgAALIOACA5AACyDgAgOgAA4Q4AIDsAAOIOACA8AADjDgAgPQAA5A4AID4AAOUOACA_AACYDgAg0wcAAOAOADDUBwAAJwAQ1QcAAOAOADDWBwEA2QwAIaoIAQDaDAAh6wgBANoMACGdCUAA4gwAIcwJAQDhDAAhzQkBAOEMACHOCSAA3Q0AIc8JQADjDAAh0AkBAOAMACHRCQEA4AwAIQEAAAAnACARFAAAxBkAICQAAL4ZACAqAADNGQAgKwAAyhkAIDgAAM8ZACA5AADPGQAgOgAA5RkAIDsAAOYZACA8AADnGQAgPQAA6BkAID4AAOkZACA_AADMGQAgzAkAAP0OACDNCQAA_Q4AIM8JAAD9DgAg0AkAAP0OACDRCQAA_Q4AIBkUAACNDgAgJAAA8w0AICoAAJkOACArAACWDgAgOAAAsg4AIDkAALIOACA6AADhDgAgOwAA4g4AIDwAAOMOACA9AADkDgAgPgAA5Q4AID8AAJgOACDTBwAA4A4AMNQHAAAnABDVBwAA4A4AMNYHAQAAAAGqCAEA2gwAIesIAQAAAAGdCUAA4gwAIcwJAQAAAAHNCQEA4QwAIc4JIADdDQAhzwlAAOMMACHQCQEA4AwAIdEJAQDgDAAhAwAAACcAIAIAACkAMAMAACoAIAkQAACdDgAg0wcAAN8OADDUBwAALAAQ1QcAAN8OADCBCAABrQ4AIZQIAQDZDAAh1ggBANoMACHXCAIA3gwAIaoJAQDaDAAhAxAAAM8ZACCBCAAA_Q4AINcIAAD9DgAgChAAAJ0OACDTBwAA3w4AMNQHAAAsABDVBwAA3w4AMIEIAAGtDgAhlAgBANkMACHWCAEA2gwAIdcIAgDeDAAhqgkBANoMACGECgAA3g4AIAMAAAAsACACAAAtADADAAAuACAIEAAAnQ4AINMHAADdDgAw1AcAADAAENUHAADdDgAw9wcBANoMACGUCAEA2QwAIaEJAgDdDAAhygkAANsMACABEAAAzxkAIAkQAACdDgAg0wcAAN0OADDUBwAAMAAQ1QcAAN0OADD3BwEA2gwAIZQIAQDZDAAhoQkCAN0MACHKCQAA2wwAIIMKAADcDgAgAwAAADAAIAIAADEAMAMAADIAIAoQAACdDgAg0wcAANsOADDUBwAANAAQ1QcAANsOADCUCAEA2QwAIccIAADbDAAg_AgBANoMACGhCQIA3QwAIcgJAQDaDAAhyQkBANoMACEBEAAAzxkAIAsQAACdDgAg0wcAANsOADDUBwAANAAQ1QcAANsOADCUCAEA2QwAIccIAADbDAAg_AgBANoMACGhCQIA3QwAIcgJAQDaDAAhyQkBANoMACGCCgAA2g4AIAMAAAA0ACACAAA1ADADAAA2ACADAAAAIQAgAgAAIgAwAwAAIwAgHAYAAPwNACAQAACdDgAgFQAAgA4AIBcAANgOACAYAAC5DgAgGgAA2Q4AINMHAADWDgAw1AcAADkAENUHAADWDgAw1gcBANkMACH2BwEA2QwAIfgHAADXDo0JIpMIAQDZDAAhlAgBANkMACGpCAIA3QwAIb4IAACJDQAg5ghAAOIMACGACRAA_w0AIYsJAQDaDAAhjQlAAOIMACGOCUAA4wwAIY8JIADdDQAhkAkQAP8NACGRCRAA_w0AIZIJIADNDgAhkwkgAN0NACGUCQEA4AwAIZUJAADbDAAgDAYAAM4XACAQAADPGQAgFQAAwhkAIBcAAOMZACAYAADZGQAgGgAA5BkAIIAJAAD9DgAgjgkAAP0OACCQCQAA_Q4AIJEJAAD9DgAgkgkAAP0OACCUCQAA_Q4AIB0GAAD8DQAgEAAAnQ4AIBUAAIAOACAXAADYDgAgGAAAuQ4AIBoAANkOACDTBwAA1g4AMNQHAAA5ABDVBwAA1g4AMNYHAQAAAAH2BwEA2QwAIfgHAADXDo0JIpMIAQDZDAAhlAgBANkMACGpCAIA3QwAIb4IAACJDQAg5ghAAOIMACGACRAA_w0AIYsJAQDaDAAhjQlAAOIMACGOCUAA4wwAIY8JIADdDQAhkAkQAP8NACGRCRAA_w0AIZIJIADNDgAhkwkgAN0NACGUCQEA4AwAIZUJAADbDAAggQoAANUOACADAAAAOQAgAgAAOgAwAwAAOwAgDRYAANAOACDTBwAA1A4AMNQHAAA9ABDVBwAA1A4AMN0HAgDdDAAh_AcEAPcMACHdCAEA2QwAIfwIAQDaDAAhgAkQAP8NACGHCQAA2wwAIIgJIADdDQAhiQlAAOIMACGKCUAA4wwAIQMWAADhGQAggAkAAP0OACCKCQAA_Q4AIA4WAADQDgAg0wcAANQOADDUBwAAPQAQ1QcAANQOADDdBwIA3QwAIfwHBAD3DAAh3QgBANkMACH8CAEA2gwAIYAJEAD_DQAhhwkAANsMACCICSAA3Q0AIYkJQADiDAAhiglAAOMMACGACgAA0w4AIAMAAAA9ACACAAA-ADADAAA_ACAPFgAA0A4AIBkAANIOACDTBwAA0Q4AMNQHAABBABDVBwAA0Q4AMNYHBAD3DAAh1wcBANoMACGICEAA4gwAIYkIAQDhDAAhiggBANoMACGRCAAA3wwAIJIIAADfDAAguwgBAOAMACHdCAEA2QwAIYYJAQDhDAAhBxYAAOEZACAZAADiGQAgiQgAAP0OACCRCAAA_Q4AIJIIAAD9DgAguwgAAP0OACCGCQAA_Q4AIA8WAADQDgAgGQAA0g4AINMHAADRDgAw1AcAAEEAENUHAADRDgAw1gcEAAAAAdcHAQDaDAAhiAhAAOIMACGJCAEA4QwAIYoIAQDaDAAhkQgAAN8MACCSCAAA3wwAILsIAQDgDAAh3QgBANkMACGGCQEA4QwAIQMAAABBACACAABCADADAABDACAPEAAAnQ4AIBgAALkOACDTBwAAuA4AMNQHAABFABDVBwAAuA4AMNYHAQDZDAAhiAhAAOIMACGJCAEA4QwAIYoIAQDaDAAhlAgBANkMACG7CAEA2gwAIfwIAQDaDAAhgwkAANsMACCECQEA2gwAIYUJAADbDAAgAQAAAEUAIAMAAABBACACAABCADADAABDACABAAAAQQAgDRYAANAOACDTBwAAzw4AMNQHAABJABDVBwAAzw4AMNYHAQDZDAAhiAhAAOIMACGJCAEA4QwAIYoIAQDaDAAh3QgBANkMACH8CAEA2gwAIYAJEACIDgAhgQkAANsMACCCCQEA4AwAIQMWAADhGQAgiQgAAP0OACCCCQAA_Q4AIA0WAADQDgAg0wcAAM8OADDUBwAASQAQ1QcAAM8OADDWBwEAAAABiAhAAOIMACGJCAEA4QwAIYoIAQDaDAAh3QgBANkMACH8CAEA2gwAIYAJEACIDgAhgQkAANsMACCCCQEA4AwAIQMAAABJACACAABKADADAABLACABAAAAPQAgAQAAAEEAIAEAAABJACAkBgAA_A0AIA0AAIsOACAQAACdDgAgHAAAzg4AIB0AAM4OACAkAADzDQAgKgAAnw4AINMHAADLDgAw1AcAAFAAENUHAADLDgAw1gcBANkMACH5BxAA_w0AIZMIAQDZDAAhlAgBANkMACGeCAEA2QwAIaYIAQDaDAAhpwgBANoMACGwCAIA3QwAIbkIAQDZDAAhuwgBAOAMACG8CEAA4wwAIc8IAQDaDAAh3AgBAOEMACHdCAEA4QwAId4IQADiDAAh3whAAOIMACHgCAEA2gwAIeIIAADMDuIIIuMIAQDaDAAh5AgBANoMACHlCAEA2gwAIeYIQADiDAAh5whAAOMMACHoCCAAzQ4AIekIAgDdDAAh6ggAANsMACAOBgAAzhcAIA0AAMMZACAQAADPGQAgHAAA2xkAIB0AANsZACAkAAC-GQAgKgAA0BkAIPkHAAD9DgAguwgAAP0OACC8CAAA_Q4AINwIAAD9DgAg3QgAAP0OACDnCAAA_Q4AIOgIAAD9DgAgJQYAAPwNACANAACLDgAgEAAAnQ4AIBwAAM4OACAdAADODgAgJAAA8w0AICoAAJ8OACDTBwAAyw4AMNQHAABQABDVBwAAyw4AMNYHAQAAAAH5BxAA_w0AIZMIAQDZDAAhlAgBANkMACGeCAEA2QwAIaYIAQDaDAAhpwgBANoMACGwCAIA3QwAIbkIAQDZDAAhuwgBAOAMACG8CEAA4wwAIc8IAQDaDAAh3AgBAAAAAd0IAQDhDAAh3ghAAOIMACHfCEAA4gwAIeAIAQDaDAAh4ggAAMwO4ggi4wgBANoMACHkCAEA2gwAIeUIAQDaDAAh5ghAAOIMACHnCEAA4wwAIegIIADNDgAh6QgCAN0MACHqCAAA2wwAIP8JAADKDgAgAwAAAFAAIAIAAFEAMAMAAFIAIAEAAABQACABAAAAUAAgHQYAAPwNACANAACLDgAgEAAAnQ4AIBgAAMUOACAeAAC9DgAgIAAAxg4AICEAAMcOACAiAADIDgAgIwAAyA4AICUAAMkOACDTBwAAxA4AMNQHAABWABDVBwAAxA4AMNYHAQDZDAAhkwgBANkMACGUCAEA2QwAIakIAQDaDAAhuAgBANkMACG5CAEA2QwAIcMIAQDaDAAhxAgCAN0MACHFCAIA3QwAIc4IAQDaDAAhzwgBANoMACHQCEAA4gwAIdEIAgDdDAAh0ggAANsMACDTCAEA4QwAIdQIAQDhDAAhDAYAAM4XACANAADDGQAgEAAAzxkAIBgAAN0ZACAeAADbGQAgIAAA3hkAICEAAN8ZACAiAAD8EAAgIwAA_BAAICUAAOAZACDTCAAA_Q4AINQIAAD9DgAgHgYAAPwNACANAACLDgAgEAAAnQ4AIBgAAMUOACAeAAC9DgAgIAAAxg4AICEAAMcOACAiAADIDgAgIwAAyA4AICUAAMkOACDTBwAAxA4AMNQHAABWABDVBwAAxA4AMNYHAQAAAAGTCAEA2QwAIZQIAQDZDAAhqQgBANoMACG4CAEA2QwAIbkIAQDZDAAhwwgBANoMACHECAIA3QwAIcUIAgDdDAAhxggAAMMOACDOCAEAAAABzwgBANoMACHQCEAA4gwAIdEIAgDdDAAh0ggAANsMACDTCAEAAAAB1AgBAOEMACEDAAAAVgAgAgAAVwAwAwAAWAAgDB8AAJoNACDTBwAAwQ4AMNQHAABaABDVBwAAwQ4AMNYHAQDZDAAh1wcAAMIOzQgiiAhAAOIMACGJCAEA4QwAIYoIAQDgDAAhuwgBAOAMACHLCAEA2QwAIc0IAQDgDAAhBR8AAPwQACCJCAAA_Q4AIIoIAAD9DgAguwgAAP0OACDNCAAA_Q4AIAwfAACaDQAg0wcAAMEOADDUBwAAWgAQ1QcAAMEOADDWBwEAAAAB1wcAAMIOzQgiiAhAAOIMACGJCAEA4QwAIYoIAQDgDAAhuwgBAOAMACHLCAEA2QwAIc0IAQDgDAAhAwAAAFoAIAIAAFsAMAMAAFwAIAgfAACaDQAg0wcAAJkNADDUBwAAXgAQ1QcAAJkNADCTCAEA2QwAIbkIAQDZDAAhywgBANkMACHPCAEA2gwAIQEAAABeACAOHwAAmg0AINMHAAC_DgAw1AcAAGAAENUHAAC_DgAw1gcBANkMACHXBwAAwA7WCCLICEAA4gwAIckIAQDhDAAhyggBANoMACHLCAEA2QwAIdEIAgDdDAAh1ggBANoMACHXCAIA3QwAIdgIAADfDAAgAx8AAPwQACDJCAAA_Q4AINgIAAD9DgAgDh8AAJoNACDTBwAAvw4AMNQHAABgABDVBwAAvw4AMNYHAQAAAAHXBwAAwA7WCCLICEAA4gwAIckIAQDhDAAhyggBANoMACHLCAEA2QwAIdEIAgDdDAAh1ggBANoMACHXCAIA3QwAIdgIAADfDAAgAwAAAGAAIAIAAGEAMAMAAGIAIAEAAABWACABAAAAVgAgDAUAAPINACAQAgDdDAAhJAAA8w0AINMHAADxDQAw1AcAAGYAENUHAADxDQAw1gcBANkMACGeCAEA4QwAIccIAADbDAAgyAhAAOIMACHJCAEA4QwAIcoIAQDaDAAhAQAAAGYAIAEAAAADACADAAAAVgAgAgAAVwAwAwAAWAAgAQAAAFYAIAEAAABaACABAAAAYAAgDAYAAPwNACAVAACADgAgHgAAvQ4AICcAALwOACApAAC-DgAg0wcAALsOADDUBwAAbQAQ1QcAALsOADD2BwEA2QwAIZMIAQDZDAAhtQgBANkMACG4CAEA2QwAIQUGAADOFwAgFQAAwhkAIB4AANsZACAnAADaGQAgKQAA3BkAIA0GAAD8DQAgFQAAgA4AIB4AAL0OACAnAAC8DgAgKQAAvg4AINMHAAC7DgAw1AcAAG0AENUHAAC7DgAw9gcBANkMACGTCAEA2QwAIbUIAQDZDAAhtwgAALoOACC4CAEA2QwAIQMAAABtACACAABuADADAABvACADAAAAbQAgAgAAbgAwAwAAbwAgAQAAAG0AIAoXAADbDAAgKAAAhg0AINMHAACFDQAw1AcAAHMAENUHAACFDQAwkwgBANkMACGmCAEA2gwAIacIAQDaDAAhtQgBANkMACG2CEAA4gwAIQEAAABzACABAAAAVgAgAQAAAG0AIAMAAABWACACAABXADADAABYACADEAAAzxkAIBgAANkZACCJCAAA_Q4AIA8QAACdDgAgGAAAuQ4AINMHAAC4DgAw1AcAAEUAENUHAAC4DgAw1gcBAAAAAYgIQADiDAAhiQgBAOEMACGKCAEA2gwAIZQIAQDZDAAhuwgBANoMACH8CAEA2gwAIYMJAADbDAAghAkBANoMACGFCQAA2wwAIAMAAABFACACAAB4ADADAAB5ACAbDQAAhg4AIBEAALMOACAtAACyDgAgLgAAsg4AIDAAALQOACAxAAC1DgAgMgAAtg4AIDMAAKUOACA0AAC3DgAg0wcAALAOADDUBwAAewAQ1QcAALAOADDWBwEA2QwAIdsHAACxDr4JIrkIAQDhDAAh6wgBANoMACGOCUAA4wwAIZ0JQADiDAAhsAkCAN0MACG8CQEA4QwAIb4JAQDgDAAhvwkBAOEMACHACQEA2gwAIcEJAQDhDAAhwgkBAOAMACHDCUAA4wwAIcQJAQDhDAAhEg0AAMMZACARAADUGQAgLQAAzxkAIC4AAM8ZACAwAADVGQAgMQAA1hkAIDIAANcZACAzAADTGQAgNAAA2BkAILkIAAD9DgAgjgkAAP0OACC8CQAA_Q4AIL4JAAD9DgAgvwkAAP0OACDBCQAA_Q4AIMIJAAD9DgAgwwkAAP0OACDECQAA_Q4AIBsNAACGDgAgEQAAsw4AIC0AALIOACAuAACyDgAgMAAAtA4AIDEAALUOACAyAAC2DgAgMwAApQ4AIDQAALcOACDTBwAAsA4AMNQHAAB7ABDVBwAAsA4AMNYHAQAAAAHbBwAAsQ6-CSK5CAEA4QwAIesIAQDaDAAhjglAAOMMACGdCUAA4gwAIbAJAgDdDAAhvAkBAOEMACG-CQEA4AwAIb8JAQDhDAAhwAkBANoMACHBCQEA4QwAIcIJAQDgDAAhwwlAAOMMACHECQEA4QwAIQMAAAB7ACACAAB8ADADAAB9ACABAAAAJwAgAQAAACUAIAEAAAAlACANLwAAog4AINMHAACvDgAw1AcAAIIBABDVBwAArw4AMP8HQADiDAAhgQgAAa0OACGwCAIA3QwAIbEIAQDaDAAh1ggBANoMACHXCAIA3gwAIaQJAQDZDAAhqgkBANoMACG7CQEA4QwAIQQvAADRGQAggQgAAP0OACDXCAAA_Q4AILsJAAD9DgAgDi8AAKIOACDTBwAArw4AMNQHAACCAQAQ1QcAAK8OADD_B0AA4gwAIYEIAAGtDgAhsAgCAN0MACGxCAEA2gwAIdYIAQDaDAAh1wgCAN4MACGkCQEA2QwAIaoJAQDaDAAhuwkBAOEMACH-CQAArg4AIAMAAACCAQAgAgAAgwEAMAMAAIQBACANLwAAog4AINMHAACsDgAw1AcAAIYBABDVBwAArA4AMIEIAAGtDgAhsAgCAN0MACHWCAEA4AwAIdcIAgDeDAAhiQlAAOIMACGkCQEA2QwAIaoJAQDaDAAhtwkBAOEMACG4CQEA2gwAIQUvAADRGQAggQgAAP0OACDWCAAA_Q4AINcIAAD9DgAgtwkAAP0OACAOLwAAog4AINMHAACsDgAw1AcAAIYBABDVBwAArA4AMIEIAAGtDgAhsAgCAN0MACHWCAEA4AwAIdcIAgDeDAAhiQlAAOIMACGkCQEA2QwAIaoJAQDaDAAhtwkBAOEMACG4CQEA2gwAIf0JAACrDgAgAwAAAIYBACACAACHAQAwAwAAiAEAIAkvAACiDgAg0wcAAKoOADDUBwAAigEAENUHAACqDgAwoAkBANkMACGkCQEA2QwAIaoJAQDaDAAhsQkBANoMACG2CUAA4gwAIQEvAADRGQAgCi8AAKIOACDTBwAAqg4AMNQHAACKAQAQ1QcAAKoOADCgCQEA2QwAIaQJAQDZDAAhqgkBANoMACGxCQEA2gwAIbYJQADiDAAh_AkAAKkOACADAAAAigEAIAIAAIsBADADAACMAQAgDC8AAKIOACDTBwAApw4AMNQHAACOAQAQ1QcAAKcOADCeCQEA4AwAIaAJAQDZDAAhpAkBANkMACGwCQIA3QwAIbEJAQDaDAAhswkAAKgOswkjtAkBAOAMACG1CUAA4wwAIQUvAADRGQAgngkAAP0OACCzCQAA_Q4AILQJAAD9DgAgtQkAAP0OACANLwAAog4AINMHAACnDgAw1AcAAI4BABDVBwAApw4AMJ4JAQDgDAAhoAkBANkMACGkCQEA2QwAIbAJAgDdDAAhsQkBANoMACGzCQAAqA6zCSO0CQEA4AwAIbUJQADjDAAh-wkAAKYOACADAAAAjgEAIAIAAI8BADADAACQAQAgEgEAAKQOACAXAAClDgAgLwAAog4AINMHAACjDgAw1AcAAJIBABDVBwAAow4AMNYHAQDZDAAhlggBAOAMACGXCAEA2gwAIaMIQADiDAAhpAgBANoMACGkCQEA2QwAIaoJAQDaDAAhqwkBAOAMACGsCQEA4QwAIa0JAQDhDAAhrglAAOMMACGvCQEA4AwAIQkBAADSGQAgFwAA0xkAIC8AANEZACCWCAAA_Q4AIKsJAAD9DgAgrAkAAP0OACCtCQAA_Q4AIK4JAAD9DgAgrwkAAP0OACASAQAApA4AIBcAAKUOACAvAACiDgAg0wcAAKMOADDUBwAAkgEAENUHAACjDgAw1gcBAAAAAZYIAQDgDAAhlwgBANoMACGjCEAA4gwAIaQIAQDaDAAhpAkBANkMACGqCQEA2gwAIasJAQDgDAAhrAkBAOEMACGtCQEA4QwAIa4JQADjDAAhrwkBAOAMACEDAAAAkgEAIAIAAJMBADADAACUAQAgAQAAAJIBACADAAAAkgEAIAIAAJMBADADAACUAQAgAQAAAJIBACASLwAAog4AINMHAACgDgAw1AcAAJkBABDVBwAAoA4AMNYHAQDZDAAh2wcAAKEOpgki3QcCAN0MACHeBwAA3wwAIOAHAQDhDAAh4QcBANoMACHiB0AA4gwAIeMHQADjDAAh5AdAAOMMACGkCQEA2QwAIaYJAQDaDAAhpwkCAN0MACGoCQIA3QwAIakJAADbDAAgBS8AANEZACDeBwAA_Q4AIOAHAAD9DgAg4wcAAP0OACDkBwAA_Q4AIBIvAACiDgAg0wcAAKAOADDUBwAAmQEAENUHAACgDgAw1gcBAAAAAdsHAAChDqYJIt0HAgDdDAAh3gcAAN8MACDgBwEA4QwAIeEHAQDaDAAh4gdAAOIMACHjB0AA4wwAIeQHQADjDAAhpAkBANkMACGmCQEA2gwAIacJAgDdDAAhqAkCAN0MACGpCQAA2wwAIAMAAACZAQAgAgAAmgEAMAMAAJsBACABAAAAggEAIAEAAACGAQAgAQAAAIoBACABAAAAjgEAIAEAAACSAQAgAQAAAJkBACADAAAAewAgAgAAfAAwAwAAfQAgFA0AAIsOACAQAACdDgAgJgAAnw4AINMHAACeDgAw1AcAAKQBABDVBwAAng4AMNYHAQDZDAAhlAgBANkMACGgCAEA4AwAIaoIAQDaDAAhrQhAAOIMACGuCAEA4QwAIa8IAQDaDAAhuQgBANkMACG6CAIA3QwAIbsIAQDaDAAhvAhAAOIMACG9CAAA2wwAIL4IAACJDQAgvwgCAN0MACEFDQAAwxkAIBAAAM8ZACAmAADQGQAgoAgAAP0OACCuCAAA_Q4AIBQNAACLDgAgEAAAnQ4AICYAAJ8OACDTBwAAng4AMNQHAACkAQAQ1QcAAJ4OADDWBwEAAAABlAgBANkMACGgCAEA4AwAIaoIAQDaDAAhrQhAAOIMACGuCAEA4QwAIa8IAQDaDAAhuQgBANkMACG6CAIA3QwAIbsIAQDaDAAhvAhAAOIMACG9CAAA2wwAIL4IAACJDQAgvwgCAN0MACEDAAAApAEAIAIAAKUBADADAACmAQAgEgYAAPwNACAQAACdDgAg0wcAAJsOADDUBwAAqAEAENUHAACbDgAw1gcBANkMACHbBwAAnA6ZCCL3BwEA2gwAIZMIAQDZDAAhlAgBANkMACGVCAEA4AwAIZYIAQDaDAAhlwgBANoMACGZCEAA4gwAIZoIAQDgDAAhmwhAAOMMACGcCAEA4AwAIZ0IAgDeDAAhBwYAAM4XACAQAADPGQAglQgAAP0OACCaCAAA_Q4AIJsIAAD9DgAgnAgAAP0OACCdCAAA_Q4AIBIGAAD8DQAgEAAAnQ4AINMHAACbDgAw1AcAAKgBABDVBwAAmw4AMNYHAQAAAAHbBwAAnA6ZCCL3BwEA2gwAIZMIAQDZDAAhlAgBANkMACGVCAEA4AwAIZYIAQDaDAAhlwgBANoMACGZCEAA4gwAIZoIAQDgDAAhmwhAAOMMACGcCAEA4AwAIZ0IAgDeDAAhAwAAAKgBACACAACpAQAwAwAAqgEAIAEAAAAnACABAAAALAAgAQAAADAAIAEAAAA0ACABAAAAIQAgAQAAADkAIAEAAABQACABAAAAVgAgAQAAAEUAIAEAAAB7ACABAAAAewAgAQAAAKQBACABAAAAqAEAIAEAAAAlACARDQAAwxkAIA4AAMMZACAPAADFGQAgEQAAxhkAIBIAAMcZACATAADIGQAgFAAAxBkAIBsAAMkZACAkAAC-GQAgKgAAzRkAICsAAMoZACAsAADLGQAgNQAAzBkAIDYAAMwZACA3AADOGQAgrggAAP0OACC-CQAA_Q4AIBwNAACLDgAgDgAAhg4AIA8AAJEOACARAACSDgAgEgAAkw4AIBMAAJQOACAUAACNDgAgGwAAlQ4AICQAAPMNACAqAACZDgAgKwAAlg4AICwAAJcOACA1AACYDgAgNgAAmA4AIDcAAJoOACDTBwAAkA4AMNQHAAAlABDVBwAAkA4AMNYHAQAAAAGpCAIA3QwAIa0IQADiDAAhrggBAOEMACG5CAEA2QwAIbQJAQDaDAAhvgkBAOAMACHLCQAA2wwAIPkJAACODgAg-gkAAI8OACADAAAAJQAgAgAAugEAMAMAALsBACAPBQAAgQ0AIA0AAIsOACAUAACNDgAg0wcAAIwOADDUBwAAvQEAENUHAACMDgAw1gcBANkMACGeCAEA2QwAIaUIQADjDAAhuQgBANkMACG8CEAA4gwAIc8IAQDaDAAh5whAAOIMACGeCQEA4AwAIZ8JAQDhDAAhBgUAAOEPACANAADDGQAgFAAAxBkAIKUIAAD9DgAgngkAAP0OACCfCQAA_Q4AIA8FAACBDQAgDQAAiw4AIBQAAI0OACDTBwAAjA4AMNQHAAC9AQAQ1QcAAIwOADDWBwEAAAABnggBANkMACGlCEAA4wwAIbkIAQDZDAAhvAhAAOIMACHPCAEA2gwAIecIQADiDAAhngkBAOAMACGfCQEA4QwAIQMAAAC9AQAgAgAAvgEAMAMAAL8BACADAAAAIQAgAgAAIgAwAwAAIwAgAQAAACEAIAMAAAAhACACAAAiADADAAAjACADAAAAUAAgAgAAUQAwAwAAUgAgAwAAAFYAIAIAAFcAMAMAAFgAIAsFAACBDQAgDQAAiw4AINMHAACKDgAw1AcAAMYBABDVBwAAig4AMJ4IAQDZDAAhuQgBANkMACG8CEAA4gwAIc8IAQDaDAAhlgkCAN0MACGXCQIA3QwAIQIFAADhDwAgDQAAwxkAIAwFAACBDQAgDQAAiw4AINMHAACKDgAw1AcAAMYBABDVBwAAig4AMJ4IAQDZDAAhuQgBANkMACG8CEAA4gwAIc8IAQDaDAAhlgkCAN0MACGXCQIA3QwAIfgJAACJDgAgAwAAAMYBACACAADHAQAwAwAAyAEAIBUGAAD8DQAgDQAAhg4AINMHAACHDgAw1AcAAMoBABDVBwAAhw4AMNYHAQDZDAAhkwgBANkMACG5CAEA4QwAIbsIAQDaDAAh8AgQAIgOACHxCCAA3Q0AIfIIAgDdDAAh8whAAOMMACH0CEAA4gwAIfUIQADjDAAh9ghAAOIMACH3CAEA4QwAIfgIAQDaDAAh-QhAAOMMACH6CAEA4AwAIfsIAQDgDAAhCQYAAM4XACANAADDGQAguQgAAP0OACDzCAAA_Q4AIPUIAAD9DgAg9wgAAP0OACD5CAAA_Q4AIPoIAAD9DgAg-wgAAP0OACAVBgAA_A0AIA0AAIYOACDTBwAAhw4AMNQHAADKAQAQ1QcAAIcOADDWBwEAAAABkwgBANkMACG5CAEA4QwAIbsIAQDaDAAh8AgQAIgOACHxCCAA3Q0AIfIIAgDdDAAh8whAAOMMACH0CEAA4gwAIfUIQADjDAAh9ghAAOIMACH3CAEA4QwAIfgIAQDaDAAh-QhAAOMMACH6CAEA4AwAIfsIAQDgDAAhAwAAAMoBACACAADLAQAwAwAAzAEAIAEAAAAnACAQDQAAhg4AINMHAACFDgAw1AcAAM8BABDVBwAAhQ4AMNYHAQDZDAAhgAgBANoMACGBCAAB7wwAIYIIQADiDAAhgwgBAOEMACGFCEAA4wwAIbkIAQDhDAAh6wgBANoMACHsCAEA2gwAIe0IAADbDAAg7ggBAOEMACHvCAEA4QwAIQYNAADDGQAggwgAAP0OACCFCAAA_Q4AILkIAAD9DgAg7ggAAP0OACDvCAAA_Q4AIBANAACGDgAg0wcAAIUOADDUBwAAzwEAENUHAACFDgAw1gcBAAAAAYAIAQDaDAAhgQgAAe8MACGCCEAA4gwAIYMIAQDhDAAhhQhAAOMMACG5CAEA4QwAIesIAQDaDAAh7AgBANoMACHtCAAA2wwAIO4IAQDhDAAh7wgBAOEMACEDAAAAzwEAIAIAANABADADAADRAQAgAQAAACcAIAMAAAB7ACACAAB8ADADAAB9ACADAAAApAEAIAIAAKUBADADAACmAQAgAQAAACUAIAEAAAC9AQAgAQAAACEAIAEAAABQACABAAAAVgAgAQAAAMYBACABAAAAygEAIAEAAADPAQAgAQAAAHsAIAEAAACkAQAgAQAAAL0BACALFQAAgA4AINMHAACEDgAw1AcAAOEBABDVBwAAhA4AMOQHQADjDAAh9gcBANkMACH3BwEA2gwAIZgJQADiDAAhmQlAAOIMACGaCQEA4AwAIZsJAADbDAAgAxUAAMIZACDkBwAA_Q4AIJoJAAD9DgAgDBUAAIAOACDTBwAAhA4AMNQHAADhAQAQ1QcAAIQOADDkB0AA4wwAIfYHAQDZDAAh9wcBANoMACGYCUAA4gwAIZkJQADiDAAhmgkBAOAMACGbCQAA2wwAIPYJAACDDgAgAwAAAOEBACACAADiAQAwAwAA4wEAIAMAAAA5ACACAAA6ADADAAA7ACAMFQAAgA4AINMHAACCDgAw1AcAAOYBABDVBwAAgg4AMPYHAQDZDAAh9wcBANoMACG2CEAA4wwAId0IAQDZDAAh_AgBANoMACH9CAEA4AwAIf4IAQDaDAAh_whAAOIMACEDFQAAwhkAILYIAAD9DgAg_QgAAP0OACANFQAAgA4AINMHAACCDgAw1AcAAOYBABDVBwAAgg4AMPYHAQDZDAAh9wcBANoMACG2CEAA4wwAId0IAQDZDAAh_AgBANoMACH9CAEA4AwAIf4IAQDaDAAh_whAAOIMACH3CQAAgQ4AIAMAAADmAQAgAgAA5wEAMAMAAOgBACAOFQAAgA4AINMHAAD-DQAw1AcAAOoBABDVBwAA_g0AMPYHAQDZDAAh9wcBANoMACH4BwEA2gwAIfkHEAD_DQAh-gcAANsMACD7BwEA2gwAIfwHAgDdDAAh_QcCAN0MACH-BwIA3QwAIf8HQADiDAAhAhUAAMIZACD5BwAA_Q4AIA8VAACADgAg0wcAAP4NADDUBwAA6gEAENUHAAD-DQAw9gcBANkMACH3BwEA2gwAIfgHAQDaDAAh-QcQAP8NACH6BwAA2wwAIPsHAQDaDAAh_AcCAN0MACH9BwIA3QwAIf4HAgDdDAAh_wdAAOIMACH2CQAA_Q0AIAMAAADqAQAgAgAA6wEAMAMAAOwBACADAAAAbQAgAgAAbgAwAwAAbwAgAQAAAOEBACABAAAAOQAgAQAAAOYBACABAAAA6gEAIAEAAABtACADAAAAOQAgAgAAOgAwAwAAOwAgAwAAAFAAIAIAAFEAMAMAAFIAIAMAAABWACACAABXADADAABYACADAAAAygEAIAIAAMsBADADAADMAQAgAwAAAG0AIAIAAG4AMAMAAG8AIAoGAAD8DQAgEAAA-w0AINMHAAD6DQAw1AcAAPkBABDVBwAA-g0AMIgIQADiDAAhkwgBANkMACGUCAEA2QwAIaYIAQDaDAAhpwgBANoMACECBgAAzhcAIBAAAMEZACALBgAA_A0AIBAAAPsNACDTBwAA-g0AMNQHAAD5AQAQ1QcAAPoNADCICEAA4gwAIZMIAQDZDAAhlAgBANkMACGmCAEA2gwAIacIAQDaDAAh9QkAAPkNACADAAAA-QEAIAIAAPoBADADAAD7AQAgD0UAAPcNACBGAAD4DQAg0wcAAPYNADDUBwAA_QEAENUHAAD2DQAw1gcBANkMACGXCAEA2gwAIagIAQDZDAAhqQgCAN0MACGqCAEA2gwAIasIAQDaDAAhrAhAAOIMACGtCEAA4gwAIa4IAQDhDAAhrwgBANoMACEDRQAAvxkAIEYAAMAZACCuCAAA_Q4AIBBFAAD3DQAgRgAA-A0AINMHAAD2DQAw1AcAAP0BABDVBwAA9g0AMNYHAQAAAAGXCAEA2gwAIagIAQDZDAAhqQgCAN0MACGqCAEA2gwAIasIAQDaDAAhrAhAAOIMACGtCEAA4gwAIa4IAQDhDAAhrwgBANoMACH0CQAA9Q0AIAMAAAD9AQAgAgAA_gEAMAMAAP8BACABAAAA_QEAIAMAAAD5AQAgAgAA-gEAMAMAAPsBACABAAAA-QEAIAMAAACoAQAgAgAAqQEAMAMAAKoBACABAAAACwAgAQAAACEAIAEAAAA5ACABAAAAUAAgAQAAAFYAIAEAAADKAQAgAQAAAG0AIAEAAAD5AQAgAQAAAKgBACADAAAACwAgAgAADAAwAwAADQAgAwAAABYAIAIAABcAMAMAABgAIAMAAAC9AQAgAgAAvgEAMAMAAL8BACADAAAAxgEAIAIAAMcBADADAADIAQAgDgUAAIENACA6AACCDQAg0wcAAIANADDUBwAAkgIAENUHAACADQAw1gcBANkMACH_B0AA4gwAIZcIAQDaDAAhnggBANkMACGqCAEA2gwAIasIAQDaDAAhrAhAAOMMACGwCAIA3QwAIbEIAQDaDAAhAQAAAJICACAQBQAAgQ0AINMHAAD0DQAw1AcAAJQCABDVBwAA9A0AMNYHAQDZDAAh9wcBAOAMACGVCAEA4AwAIZcIAQDaDAAhnggBANkMACGfCAEA2gwAIaAIAQDgDAAhoQgBAOAMACGiCAQA9wwAIaMIQADiDAAhpAgBANoMACGlCEAA4wwAIQYFAADhDwAg9wcAAP0OACCVCAAA_Q4AIKAIAAD9DgAgoQgAAP0OACClCAAA_Q4AIBAFAACBDQAg0wcAAPQNADDUBwAAlAIAENUHAAD0DQAw1gcBAAAAAfcHAQDgDAAhlQgBAOAMACGXCAEA2gwAIZ4IAQDZDAAhnwgBANoMACGgCAEA4AwAIaEIAQDgDAAhoggEAPcMACGjCEAA4gwAIaQIAQDaDAAhpQhAAOMMACEDAAAAlAIAIAIAAJUCADADAACWAgAgBAUAAOEPACAkAAC-GQAgnggAAP0OACDJCAAA_Q4AIAwFAADyDQAgEAIA3QwAISQAAPMNACDTBwAA8Q0AMNQHAABmABDVBwAA8Q0AMNYHAQAAAAGeCAEA4QwAIccIAADbDAAgyAhAAOIMACHJCAEA4QwAIcoIAQDaDAAhAwAAAGYAIAIAAJgCADADAACZAgAgAQAAAAMAIAEAAAAHACABAAAACwAgAQAAABYAIAEAAAC9AQAgAQAAAMYBACABAAAAlAIAIAEAAABmACABAAAAAQAgAwAAAAMAIAIAAAUAMAMAAAEAIAMAAAADACACAAAFADADAAABACADAAAAAwAgAgAABQAwAwAAAQAgFgEAAL0ZACAEAAC0GQAgBwAAthkAIAoAALcZACA7AAC4GQAgPAAAuRkAIEUBAAAAAUcAALUZACBIAAC6GQAgSQAAuxkAIEoAALwZACDWBwEAAAAB1wcAAADyCQL0CEAAAAAB9QhAAAAAAaEJAgAAAAGqCQEAAAABrAkBAAAAAbEJAQAAAAHqCQEAAAAB8gkCAAAAAfMJAgAAAAEBUAAApwIAIAxFAQAAAAHWBwEAAAAB1wcAAADyCQL0CEAAAAAB9QhAAAAAAaEJAgAAAAGqCQEAAAABrAkBAAAAAbEJAQAAAAHqCQEAAAAB8gkCAAAAAfMJAgAAAAEBUAAAqQIAMAFQAACpAgAwAQAAAAMAIBYBAADRGAAgBAAA0hgAIAcAANQYACAKAADVGAAgOwAA1hgAIDwAANcYACBFAQCDDwAhRwAA0xgAIEgAANgYACBJAADZGAAgSgAA2hgAINYHAQCDDwAh1wcAANAY8gki9AhAAIgPACH1CEAAiQ8AIaEJAgCFDwAhqgkBAIMPACGsCQEAhw8AIbEJAQCDDwAh6gkBAIMPACHyCQIAhQ8AIfMJAgCFDwAhAgAAAAEAIFAAAK0CACAMRQEAgw8AIdYHAQCDDwAh1wcAANAY8gki9AhAAIgPACH1CEAAiQ8AIaEJAgCFDwAhqgkBAIMPACGsCQEAhw8AIbEJAQCDDwAh6gkBAIMPACHyCQIAhQ8AIfMJAgCFDwAhAgAAAAMAIFAAAK8CACACAAAAAwAgUAAArwIAIAEAAAADACADAAAAAQAgVwAApwIAIFgAAK0CACABAAAAAQAgAQAAAAMAIAcMAADLGAAgXQAAzBgAIF4AAM8YACBfAADOGAAgYAAAzRgAIPUIAAD9DgAgrAkAAP0OACAPRQEAugwAIdMHAADtDQAw1AcAALcCABDVBwAA7Q0AMNYHAQC5DAAh1wcAAO4N8gki9AhAAMIMACH1CEAAwwwAIaEJAgC9DAAhqgkBALoMACGsCQEAwQwAIbEJAQC6DAAh6gkBALoMACHyCQIAvQwAIfMJAgC9DAAhAwAAAAMAIAIAALYCADBcAAC3AgAgAwAAAAMAIAIAAAUAMAMAAAEAIAEAAAAJACABAAAACQAgAwAAAAcAIAIAAAgAMAMAAAkAIAMAAAAHACACAAAIADADAAAJACADAAAABwAgAgAACAAwAwAACQAgGwUAAMAYACAHAADBGAAgCAAAwhgAIBQAAMMYACAbAADEGAAgJAAAxhgAICsAAMUYACA3AADKGAAgPQAAxxgAIEQAAMgYACBGAADJGAAg1gcBAAAAAZ4IAQAAAAGmCAEAAAAB4AgBAAAAAeIIAAAA4ggC4wgBAAAAAZ0JQAAAAAHoCQEAAAAB6QkBAAAAAeoJAQAAAAHrCUAAAAAB7AlAAAAAAe0JAQAAAAHuCQABAAAB7wkBAAAAAfAJAQAAAAEBUAAAvwIAIBDWBwEAAAABnggBAAAAAaYIAQAAAAHgCAEAAAAB4ggAAADiCALjCAEAAAABnQlAAAAAAegJAQAAAAHpCQEAAAAB6gkBAAAAAesJQAAAAAHsCUAAAAAB7QkBAAAAAe4JAAEAAAHvCQEAAAAB8AkBAAAAAQFQAADBAgAwAVAAAMECADAbBQAA3BcAIAcAAN0XACAIAADeFwAgFAAA3xcAIBsAAOAXACAkAADiFwAgKwAA4RcAIDcAAOYXACA9AADjFwAgRAAA5BcAIEYAAOUXACDWBwEAgw8AIZ4IAQCDDwAhpggBAIMPACHgCAEAgw8AIeIIAACHEeIIIuMIAQCDDwAhnQlAAIgPACHoCQEAgw8AIekJAQCDDwAh6gkBAIMPACHrCUAAiQ8AIewJQACJDwAh7QkBAIcPACHuCQAByRMAIe8JAQCHDwAh8AkBAIcPACECAAAACQAgUAAAxAIAIBDWBwEAgw8AIZ4IAQCDDwAhpggBAIMPACHgCAEAgw8AIeIIAACHEeIIIuMIAQCDDwAhnQlAAIgPACHoCQEAgw8AIekJAQCDDwAh6gkBAIMPACHrCUAAiQ8AIewJQACJDwAh7QkBAIcPACHuCQAByRMAIe8JAQCHDwAh8AkBAIcPACECAAAABwAgUAAAxgIAIAIAAAAHACBQAADGAgAgAwAAAAkAIFcAAL8CACBYAADEAgAgAQAAAAkAIAEAAAAHACAJDAAA2RcAIF8AANsXACBgAADaFwAg6wkAAP0OACDsCQAA_Q4AIO0JAAD9DgAg7gkAAP0OACDvCQAA_Q4AIPAJAAD9DgAgE9MHAADsDQAw1AcAAM0CABDVBwAA7A0AMNYHAQC5DAAhnggBALkMACGmCAEAugwAIeAIAQC6DAAh4ggAAJ8N4ggi4wgBALoMACGdCUAAwgwAIegJAQC6DAAh6QkBALoMACHqCQEAugwAIesJQADDDAAh7AlAAMMMACHtCQEAwAwAIe4JAAHGDQAh7wkBAMAMACHwCQEAwAwAIQMAAAAHACACAADMAgAwXAAAzQIAIAMAAAAHACACAAAIADADAAAJACABAAAADQAgAQAAAA0AIAMAAAALACACAAAMADADAAANACADAAAACwAgAgAADAAwAwAADQAgAwAAAAsAIAIAAAwAMAMAAA0AIAgFAADYFwAgBgAA1xcAINYHAQAAAAGTCAEAAAABnggBAAAAAeMIAQAAAAH0CEAAAAAB9QhAAAAAAQFQAADVAgAgBtYHAQAAAAGTCAEAAAABnggBAAAAAeMIAQAAAAH0CEAAAAAB9QhAAAAAAQFQAADXAgAwAVAAANcCADAIBQAA1hcAIAYAANUXACDWBwEAgw8AIZMIAQCDDwAhnggBAIMPACHjCAEAgw8AIfQIQACIDwAh9QhAAIkPACECAAAADQAgUAAA2gIAIAbWBwEAgw8AIZMIAQCDDwAhnggBAIMPACHjCAEAgw8AIfQIQACIDwAh9QhAAIkPACECAAAACwAgUAAA3AIAIAIAAAALACBQAADcAgAgAwAAAA0AIFcAANUCACBYAADaAgAgAQAAAA0AIAEAAAALACAEDAAA0hcAIF8AANQXACBgAADTFwAg9QgAAP0OACAJ0wcAAOsNADDUBwAA4wIAENUHAADrDQAw1gcBALkMACGTCAEAuQwAIZ4IAQC5DAAh4wgBALoMACH0CEAAwgwAIfUIQADDDAAhAwAAAAsAIAIAAOICADBcAADjAgAgAwAAAAsAIAIAAAwAMAMAAA0AIBAGAADnDQAgCQAA6A0AIAoAAOkNACALAADqDQAg0wcAAOYNADDUBwAADwAQ1QcAAOYNADDWBwEAAAABkwgBAAAAAZ0JQADiDAAh4gkBAAAAAeMJAQDaDAAh5AkBANoMACHlCUAA4wwAIeYJIADdDQAh5wlAAOMMACEBAAAA5gIAIAEAAADmAgAgBwYAAM4XACAJAADPFwAgCgAA0BcAIAsAANEXACCTCAAA_Q4AIOUJAAD9DgAg5wkAAP0OACADAAAADwAgAgAA6QIAMAMAAOYCACADAAAADwAgAgAA6QIAMAMAAOYCACADAAAADwAgAgAA6QIAMAMAAOYCACANBgAAyhcAIAkAAMsXACAKAADMFwAgCwAAzRcAINYHAQAAAAGTCAEAAAABnQlAAAAAAeIJAQAAAAHjCQEAAAAB5AkBAAAAAeUJQAAAAAHmCSAAAAAB5wlAAAAAAQFQAADtAgAgCdYHAQAAAAGTCAEAAAABnQlAAAAAAeIJAQAAAAHjCQEAAAAB5AkBAAAAAeUJQAAAAAHmCSAAAAAB5wlAAAAAAQFQAADvAgAwAVAAAO8CADABAAAABwAgDQYAAKIXACAJAACjFwAgCgAApBcAIAsAAKUXACDWBwEAgw8AIZMIAQCHDwAhnQlAAIgPACHiCQEAgw8AIeMJAQCDDwAh5AkBAIMPACHlCUAAiQ8AIeYJIAC5EQAh5wlAAIkPACECAAAA5gIAIFAAAPMCACAJ1gcBAIMPACGTCAEAhw8AIZ0JQACIDwAh4gkBAIMPACHjCQEAgw8AIeQJAQCDDwAh5QlAAIkPACHmCSAAuREAIecJQACJDwAhAgAAAA8AIFAAAPUCACACAAAADwAgUAAA9QIAIAEAAAAHACADAAAA5gIAIFcAAO0CACBYAADzAgAgAQAAAOYCACABAAAADwAgBgwAAJ8XACBfAAChFwAgYAAAoBcAIJMIAAD9DgAg5QkAAP0OACDnCQAA_Q4AIAzTBwAA5Q0AMNQHAAD9AgAQ1QcAAOUNADDWBwEAuQwAIZMIAQDBDAAhnQlAAMIMACHiCQEAugwAIeMJAQC6DAAh5AkBALoMACHlCUAAwwwAIeYJIACoDQAh5wlAAMMMACEDAAAADwAgAgAA_AIAMFwAAP0CACADAAAADwAgAgAA6QIAMAMAAOYCACABAAAAGAAgAQAAABgAIAMAAAAWACACAAAXADADAAAYACADAAAAFgAgAgAAFwAwAwAAGAAgAwAAABYAIAIAABcAMAMAABgAIAkFAACeFwAgCAAAnRcAINYHAQAAAAGeCAEAAAAB9ghAAAAAAfcIAQAAAAH5CEAAAAABoAkBAAAAAeEJAAAA4QkCAVAAAIUDACAH1gcBAAAAAZ4IAQAAAAH2CEAAAAAB9wgBAAAAAfkIQAAAAAGgCQEAAAAB4QkAAADhCQIBUAAAhwMAMAFQAACHAwAwCQUAAJwXACAIAACbFwAg1gcBAIMPACGeCAEAgw8AIfYIQACIDwAh9wgBAIcPACH5CEAAiQ8AIaAJAQCDDwAh4QkAAJoX4QkiAgAAABgAIFAAAIoDACAH1gcBAIMPACGeCAEAgw8AIfYIQACIDwAh9wgBAIcPACH5CEAAiQ8AIaAJAQCDDwAh4QkAAJoX4QkiAgAAABYAIFAAAIwDACACAAAAFgAgUAAAjAMAIAMAAAAYACBXAACFAwAgWAAAigMAIAEAAAAYACABAAAAFgAgBQwAAJcXACBfAACZFwAgYAAAmBcAIPcIAAD9DgAg-QgAAP0OACAK0wcAAOENADDUBwAAkwMAENUHAADhDQAw1gcBALkMACGeCAEAuQwAIfYIQADCDAAh9wgBAMEMACH5CEAAwwwAIaAJAQC5DAAh4QkAAOIN4QkiAwAAABYAIAIAAJIDADBcAACTAwAgAwAAABYAIAIAABcAMAMAABgAIAEAAAAUACABAAAAFAAgAwAAABIAIAIAABMAMAMAABQAIAMAAAASACACAAATADADAAAUACADAAAAEgAgAgAAEwAwAwAAFAAgBwgAAJYXACCQCAEAAAABnQlAAAAAAaAJAQAAAAHdCQEAAAAB3glAAAAAAd8JAQAAAAEBUAAAmwMAIAaQCAEAAAABnQlAAAAAAaAJAQAAAAHdCQEAAAAB3glAAAAAAd8JAQAAAAEBUAAAnQMAMAFQAACdAwAwBwgAAJUXACCQCAEAhw8AIZ0JQACIDwAhoAkBAIMPACHdCQEAgw8AId4JQACIDwAh3wkBAIcPACECAAAAFAAgUAAAoAMAIAaQCAEAhw8AIZ0JQACIDwAhoAkBAIMPACHdCQEAgw8AId4JQACIDwAh3wkBAIcPACECAAAAEgAgUAAAogMAIAIAAAASACBQAACiAwAgAwAAABQAIFcAAJsDACBYAACgAwAgAQAAABQAIAEAAAASACAFDAAAkhcAIF8AAJQXACBgAACTFwAgkAgAAP0OACDfCQAA_Q4AIAnTBwAA4A0AMNQHAACpAwAQ1QcAAOANADCQCAEAwAwAIZ0JQADCDAAhoAkBALkMACHdCQEAugwAId4JQADCDAAh3wkBAMAMACEDAAAAEgAgAgAAqAMAMFwAAKkDACADAAAAEgAgAgAAEwAwAwAAFAAgB9MHAADfDQAw1AcAAK8DABDVBwAA3w0AMP8HQADiDAAhhggBAAAAAdsJAgDdDAAh3AlAAOMMACEBAAAArAMAIAEAAACsAwAgB9MHAADfDQAw1AcAAK8DABDVBwAA3w0AMP8HQADiDAAhhggBANoMACHbCQIA3QwAIdwJQADjDAAhAdwJAAD9DgAgAwAAAK8DACACAACwAwAwAwAArAMAIAMAAACvAwAgAgAAsAMAMAMAAKwDACADAAAArwMAIAIAALADADADAACsAwAgBP8HQAAAAAGGCAEAAAAB2wkCAAAAAdwJQAAAAAEBUAAAtAMAIAT_B0AAAAABhggBAAAAAdsJAgAAAAHcCUAAAAABAVAAALYDADABUAAAtgMAMAT_B0AAiA8AIYYIAQCDDwAh2wkCAIUPACHcCUAAiQ8AIQIAAACsAwAgUAAAuQMAIAT_B0AAiA8AIYYIAQCDDwAh2wkCAIUPACHcCUAAiQ8AIQIAAACvAwAgUAAAuwMAIAIAAACvAwAgUAAAuwMAIAMAAACsAwAgVwAAtAMAIFgAALkDACABAAAArAMAIAEAAACvAwAgBgwAAI0XACBdAACOFwAgXgAAkRcAIF8AAJAXACBgAACPFwAg3AkAAP0OACAH0wcAAN4NADDUBwAAwgMAENUHAADeDQAw_wdAAMIMACGGCAEAugwAIdsJAgC9DAAh3AlAAMMMACEDAAAArwMAIAIAAMEDADBcAADCAwAgAwAAAK8DACACAACwAwAwAwAArAMAIBEjAQDgDAAh0wcAANsNADDUBwAAyAMAENUHAADbDQAw1wcBANoMACH4BwAA3A3XCSKpCAEAAAABqggBANoMACGeCQEA4AwAIdIJAQDaDAAh0wlAAOMMACHUCUAA4wwAIdUJQADjDAAh1wkBAOAMACHYCQAA2wwAINkJAQDgDAAh2gkgAN0NACEBAAAAxQMAIAEAAADFAwAgESMBAOAMACHTBwAA2w0AMNQHAADIAwAQ1QcAANsNADDXBwEA2gwAIfgHAADcDdcJIqkIAQDaDAAhqggBANoMACGeCQEA4AwAIdIJAQDaDAAh0wlAAOMMACHUCUAA4wwAIdUJQADjDAAh1wkBAOAMACHYCQAA2wwAINkJAQDgDAAh2gkgAN0NACEHIwAA_Q4AIJ4JAAD9DgAg0wkAAP0OACDUCQAA_Q4AINUJAAD9DgAg1wkAAP0OACDZCQAA_Q4AIAMAAADIAwAgAgAAyQMAMAMAAMUDACADAAAAyAMAIAIAAMkDADADAADFAwAgAwAAAMgDACACAADJAwAwAwAAxQMAIA4jAQAAAAHXBwEAAAAB-AcAAADXCQKpCAEAAAABqggBAAAAAZ4JAQAAAAHSCQEAAAAB0wlAAAAAAdQJQAAAAAHVCUAAAAAB1wkBAAAAAdgJgAAAAAHZCQEAAAAB2gkgAAAAAQFQAADNAwAgDiMBAAAAAdcHAQAAAAH4BwAAANcJAqkIAQAAAAGqCAEAAAABngkBAAAAAdIJAQAAAAHTCUAAAAAB1AlAAAAAAdUJQAAAAAHXCQEAAAAB2AmAAAAAAdkJAQAAAAHaCSAAAAABAVAAAM8DADABUAAAzwMAMA4jAQCHDwAh1wcBAIMPACH4BwAAjBfXCSKpCAEAgw8AIaoIAQCDDwAhngkBAIcPACHSCQEAgw8AIdMJQACJDwAh1AlAAIkPACHVCUAAiQ8AIdcJAQCHDwAh2AmAAAAAAdkJAQCHDwAh2gkgALkRACECAAAAxQMAIFAAANIDACAOIwEAhw8AIdcHAQCDDwAh-AcAAIwX1wkiqQgBAIMPACGqCAEAgw8AIZ4JAQCHDwAh0gkBAIMPACHTCUAAiQ8AIdQJQACJDwAh1QlAAIkPACHXCQEAhw8AIdgJgAAAAAHZCQEAhw8AIdoJIAC5EQAhAgAAAMgDACBQAADUAwAgAgAAAMgDACBQAADUAwAgAwAAAMUDACBXAADNAwAgWAAA0gMAIAEAAADFAwAgAQAAAMgDACAKDAAAiRcAICMAAP0OACBfAACLFwAgYAAAihcAIJ4JAAD9DgAg0wkAAP0OACDUCQAA_Q4AINUJAAD9DgAg1wkAAP0OACDZCQAA_Q4AIBEjAQDADAAh0wcAANcNADDUBwAA2wMAENUHAADXDQAw1wcBALoMACH4BwAA2A3XCSKpCAEAugwAIaoIAQC6DAAhngkBAMAMACHSCQEAugwAIdMJQADDDAAh1AlAAMMMACHVCUAAwwwAIdcJAQDADAAh2AkAALsMACDZCQEAwAwAIdoJIACoDQAhAwAAAMgDACACAADaAwAwXAAA2wMAIAMAAADIAwAgAgAAyQMAMAMAAMUDACABAAAAKgAgAQAAACoAIAMAAAAnACACAAApADADAAAqACADAAAAJwAgAgAAKQAwAwAAKgAgAwAAACcAIAIAACkAMAMAACoAIBYUAAD3FgAgJAAA-RYAICoAAP4WACArAAD4FgAgOAAAgBcAIDkAAPQWACA6AAD1FgAgOwAA9hYAIDwAAPoWACA9AAD7FgAgPgAA_BYAID8AAP0WACDWBwEAAAABqggBAAAAAesIAQAAAAGdCUAAAAABzAkBAAAAAc0JAQAAAAHOCSAAAAABzwlAAAAAAdAJAQAAAAHRCQEAAAABAVAAAOMDACAK1gcBAAAAAaoIAQAAAAHrCAEAAAABnQlAAAAAAcwJAQAAAAHNCQEAAAABzgkgAAAAAc8JQAAAAAHQCQEAAAAB0QkBAAAAAQFQAADlAwAwAVAAAOUDADABAAAAJQAgAQAAACUAIBYUAADzFQAgJAAA9RUAICoAAPoVACArAAD0FQAgOAAA8BUAIDkAAIQXACA6AADxFQAgOwAA8hUAIDwAAPYVACA9AAD3FQAgPgAA-BUAID8AAPkVACDWBwEAgw8AIaoIAQCDDwAh6wgBAIMPACGdCUAAiA8AIcwJAQCHDwAhzQkBAIcPACHOCSAAuREAIc8JQACJDwAh0AkBAIcPACHRCQEAhw8AIQIAAAAqACBQAADqAwAgCtYHAQCDDwAhqggBAIMPACHrCAEAgw8AIZ0JQACIDwAhzAkBAIcPACHNCQEAhw8AIc4JIAC5EQAhzwlAAIkPACHQCQEAhw8AIdEJAQCHDwAhAgAAACcAIFAAAOwDACACAAAAJwAgUAAA7AMAIAEAAAAlACABAAAAJQAgAwAAACoAIFcAAOMDACBYAADqAwAgAQAAACoAIAEAAAAnACAIDAAAhhcAIF8AAIgXACBgAACHFwAgzAkAAP0OACDNCQAA_Q4AIM8JAAD9DgAg0AkAAP0OACDRCQAA_Q4AIA3TBwAA1g0AMNQHAAD1AwAQ1QcAANYNADDWBwEAuQwAIaoIAQC6DAAh6wgBALoMACGdCUAAwgwAIcwJAQDBDAAhzQkBAMEMACHOCSAAqA0AIc8JQADDDAAh0AkBAMAMACHRCQEAwAwAIQMAAAAnACACAAD0AwAwXAAA9QMAIAMAAAAnACACAAApADADAAAqACABAAAAuwEAIAEAAAC7AQAgAwAAACUAIAIAALoBADADAAC7AQAgAwAAACUAIAIAALoBADADAAC7AQAgAwAAACUAIAIAALoBADADAAC7AQAgFw0AAIUXACAOAADkFgAgDwAA5RYAIBEAAOYWACASAADnFgAgEwAA6BYAIBQAAOkWACAbAADqFgAgJAAA7BYAICoAAPAWACArAADrFgAgLAAA7RYAIDUAAO4WACA2AADvFgAgNwAA8RYAINYHAQAAAAGpCAIAAAABrQhAAAAAAa4IAQAAAAG5CAEAAAABtAkBAAAAAb4JAQAAAAHLCYAAAAABAVAAAP0DACAI1gcBAAAAAakIAgAAAAGtCEAAAAABrggBAAAAAbkIAQAAAAG0CQEAAAABvgkBAAAAAcsJgAAAAAEBUAAA_wMAMAFQAAD_AwAwFw0AANIUACAOAADTFAAgDwAA1BQAIBEAANUUACASAADWFAAgEwAA1xQAIBQAANgUACAbAADZFAAgJAAA2xQAICoAAN8UACArAADaFAAgLAAA3BQAIDUAAN0UACA2AADeFAAgNwAA4BQAINYHAQCDDwAhqQgCAIUPACGtCEAAiA8AIa4IAQCHDwAhuQgBAIMPACG0CQEAgw8AIb4JAQCHDwAhywmAAAAAAQIAAAC7AQAgUAAAggQAIAjWBwEAgw8AIakIAgCFDwAhrQhAAIgPACGuCAEAhw8AIbkIAQCDDwAhtAkBAIMPACG-CQEAhw8AIcsJgAAAAAECAAAAJQAgUAAAhAQAIAIAAAAlACBQAACEBAAgAwAAALsBACBXAAD9AwAgWAAAggQAIAEAAAC7AQAgAQAAACUAIAcMAADNFAAgXQAAzhQAIF4AANEUACBfAADQFAAgYAAAzxQAIK4IAAD9DgAgvgkAAP0OACAL0wcAANUNADDUBwAAiwQAENUHAADVDQAw1gcBALkMACGpCAIAvQwAIa0IQADCDAAhrggBAMEMACG5CAEAuQwAIbQJAQC6DAAhvgkBAMAMACHLCQAAuwwAIAMAAAAlACACAACKBAAwXAAAiwQAIAMAAAAlACACAAC6AQAwAwAAuwEAIAEAAAAuACABAAAALgAgAwAAACwAIAIAAC0AMAMAAC4AIAMAAAAsACACAAAtADADAAAuACADAAAALAAgAgAALQAwAwAALgAgBhAAAMwUACCBCAABAAABlAgBAAAAAdYIAQAAAAHXCAIAAAABqgkBAAAAAQFQAACTBAAgBYEIAAEAAAGUCAEAAAAB1ggBAAAAAdcIAgAAAAGqCQEAAAABAVAAAJUEADABUAAAlQQAMAYQAADLFAAggQgAAckTACGUCAEAgw8AIdYIAQCDDwAh1wgCAIYPACGqCQEAgw8AIQIAAAAuACBQAACYBAAgBYEIAAHJEwAhlAgBAIMPACHWCAEAgw8AIdcIAgCGDwAhqgkBAIMPACECAAAALAAgUAAAmgQAIAIAAAAsACBQAACaBAAgAwAAAC4AIFcAAJMEACBYAACYBAAgAQAAAC4AIAEAAAAsACAHDAAAxhQAIF0AAMcUACBeAADKFAAgXwAAyRQAIGAAAMgUACCBCAAA_Q4AINcIAAD9DgAgCNMHAADUDQAw1AcAAKEEABDVBwAA1A0AMIEIAAHGDQAhlAgBALkMACHWCAEAugwAIdcIAgC-DAAhqgkBALoMACEDAAAALAAgAgAAoAQAMFwAAKEEACADAAAALAAgAgAALQAwAwAALgAgAQAAADIAIAEAAAAyACADAAAAMAAgAgAAMQAwAwAAMgAgAwAAADAAIAIAADEAMAMAADIAIAMAAAAwACACAAAxADADAAAyACAFEAAAxRQAIPcHAQAAAAGUCAEAAAABoQkCAAAAAcoJgAAAAAEBUAAAqQQAIAT3BwEAAAABlAgBAAAAAaEJAgAAAAHKCYAAAAABAVAAAKsEADABUAAAqwQAMAUQAADEFAAg9wcBAIMPACGUCAEAgw8AIaEJAgCFDwAhygmAAAAAAQIAAAAyACBQAACuBAAgBPcHAQCDDwAhlAgBAIMPACGhCQIAhQ8AIcoJgAAAAAECAAAAMAAgUAAAsAQAIAIAAAAwACBQAACwBAAgAwAAADIAIFcAAKkEACBYAACuBAAgAQAAADIAIAEAAAAwACAFDAAAvxQAIF0AAMAUACBeAADDFAAgXwAAwhQAIGAAAMEUACAH0wcAANMNADDUBwAAtwQAENUHAADTDQAw9wcBALoMACGUCAEAuQwAIaEJAgC9DAAhygkAALsMACADAAAAMAAgAgAAtgQAMFwAALcEACADAAAAMAAgAgAAMQAwAwAAMgAgAQAAADYAIAEAAAA2ACADAAAANAAgAgAANQAwAwAANgAgAwAAADQAIAIAADUAMAMAADYAIAMAAAA0ACACAAA1ADADAAA2ACAHEAAAvhQAIJQIAQAAAAHHCIAAAAAB_AgBAAAAAaEJAgAAAAHICQEAAAAByQkBAAAAAQFQAAC_BAAgBpQIAQAAAAHHCIAAAAAB_AgBAAAAAaEJAgAAAAHICQEAAAAByQkBAAAAAQFQAADBBAAwAVAAAMEEADAHEAAAvRQAIJQIAQCDDwAhxwiAAAAAAfwIAQCDDwAhoQkCAIUPACHICQEAgw8AIckJAQCDDwAhAgAAADYAIFAAAMQEACAGlAgBAIMPACHHCIAAAAAB_AgBAIMPACGhCQIAhQ8AIcgJAQCDDwAhyQkBAIMPACECAAAANAAgUAAAxgQAIAIAAAA0ACBQAADGBAAgAwAAADYAIFcAAL8EACBYAADEBAAgAQAAADYAIAEAAAA0ACAFDAAAuBQAIF0AALkUACBeAAC8FAAgXwAAuxQAIGAAALoUACAJ0wcAANINADDUBwAAzQQAENUHAADSDQAwlAgBALkMACHHCAAAuwwAIPwIAQC6DAAhoQkCAL0MACHICQEAugwAIckJAQC6DAAhAwAAADQAIAIAAMwEADBcAADNBAAgAwAAADQAIAIAADUAMAMAADYAIAfTBwAA0Q0AMNQHAADTBAAQ1QcAANENADDWBwEAAAABxQlAAOIMACHGCQAA2wwAIMcJAADbDAAgAQAAANAEACABAAAA0AQAIAfTBwAA0Q0AMNQHAADTBAAQ1QcAANENADDWBwEA2QwAIcUJQADiDAAhxgkAANsMACDHCQAA2wwAIAADAAAA0wQAIAIAANQEADADAADQBAAgAwAAANMEACACAADUBAAwAwAA0AQAIAMAAADTBAAgAgAA1AQAMAMAANAEACAE1gcBAAAAAcUJQAAAAAHGCYAAAAABxwmAAAAAAQFQAADYBAAgBNYHAQAAAAHFCUAAAAABxgmAAAAAAccJgAAAAAEBUAAA2gQAMAFQAADaBAAwBNYHAQCDDwAhxQlAAIgPACHGCYAAAAABxwmAAAAAAQIAAADQBAAgUAAA3QQAIATWBwEAgw8AIcUJQACIDwAhxgmAAAAAAccJgAAAAAECAAAA0wQAIFAAAN8EACACAAAA0wQAIFAAAN8EACADAAAA0AQAIFcAANgEACBYAADdBAAgAQAAANAEACABAAAA0wQAIAMMAAC1FAAgXwAAtxQAIGAAALYUACAH0wcAANANADDUBwAA5gQAENUHAADQDQAw1gcBALkMACHFCUAAwgwAIcYJAAC7DAAgxwkAALsMACADAAAA0wQAIAIAAOUEADBcAADmBAAgAwAAANMEACACAADUBAAwAwAA0AQAIAEAAAB9ACABAAAAfQAgAwAAAHsAIAIAAHwAMAMAAH0AIAMAAAB7ACACAAB8ADADAAB9ACADAAAAewAgAgAAfAAwAwAAfQAgGA0AAKwUACARAACvFAAgLQAArRQAIC4AAK4UACAwAACwFAAgMQAAsRQAIDIAALIUACAzAACzFAAgNAAAtBQAINYHAQAAAAHbBwAAAL4JArkIAQAAAAHrCAEAAAABjglAAAAAAZ0JQAAAAAGwCQIAAAABvAkBAAAAAb4JAQAAAAG_CQEAAAABwAkBAAAAAcEJAQAAAAHCCQEAAAABwwlAAAAAAcQJAQAAAAEBUAAA7gQAIA_WBwEAAAAB2wcAAAC-CQK5CAEAAAAB6wgBAAAAAY4JQAAAAAGdCUAAAAABsAkCAAAAAbwJAQAAAAG-CQEAAAABvwkBAAAAAcAJAQAAAAHBCQEAAAABwgkBAAAAAcMJQAAAAAHECQEAAAABAVAAAPAEADABUAAA8AQAMAEAAAAnACABAAAAJQAgAQAAACUAIBgNAADeEwAgEQAA4RMAIC0AAN8TACAuAADgEwAgMAAA4hMAIDEAAOMTACAyAADkEwAgMwAA5RMAIDQAAOYTACDWBwEAgw8AIdsHAADdE74JIrkIAQCHDwAh6wgBAIMPACGOCUAAiQ8AIZ0JQACIDwAhsAkCAIUPACG8CQEAhw8AIb4JAQCHDwAhvwkBAIcPACHACQEAgw8AIcEJAQCHDwAhwgkBAIcPACHDCUAAiQ8AIcQJAQCHDwAhAgAAAH0AIFAAAPYEACAP1gcBAIMPACHbBwAA3RO-CSK5CAEAhw8AIesIAQCDDwAhjglAAIkPACGdCUAAiA8AIbAJAgCFDwAhvAkBAIcPACG-CQEAhw8AIb8JAQCHDwAhwAkBAIMPACHBCQEAhw8AIcIJAQCHDwAhwwlAAIkPACHECQEAhw8AIQIAAAB7ACBQAAD4BAAgAgAAAHsAIFAAAPgEACABAAAAJwAgAQAAACUAIAEAAAAlACADAAAAfQAgVwAA7gQAIFgAAPYEACABAAAAfQAgAQAAAHsAIA4MAADYEwAgXQAA2RMAIF4AANwTACBfAADbEwAgYAAA2hMAILkIAAD9DgAgjgkAAP0OACC8CQAA_Q4AIL4JAAD9DgAgvwkAAP0OACDBCQAA_Q4AIMIJAAD9DgAgwwkAAP0OACDECQAA_Q4AIBLTBwAAzA0AMNQHAACCBQAQ1QcAAMwNADDWBwEAuQwAIdsHAADNDb4JIrkIAQDBDAAh6wgBALoMACGOCUAAwwwAIZ0JQADCDAAhsAkCAL0MACG8CQEAwQwAIb4JAQDADAAhvwkBAMEMACHACQEAugwAIcEJAQDBDAAhwgkBAMAMACHDCUAAwwwAIcQJAQDBDAAhAwAAAHsAIAIAAIEFADBcAACCBQAgAwAAAHsAIAIAAHwAMAMAAH0AIAEAAACEAQAgAQAAAIQBACADAAAAggEAIAIAAIMBADADAACEAQAgAwAAAIIBACACAACDAQAwAwAAhAEAIAMAAACCAQAgAgAAgwEAMAMAAIQBACAKLwAA1xMAIP8HQAAAAAGBCAABAAABsAgCAAAAAbEIAQAAAAHWCAEAAAAB1wgCAAAAAaQJAQAAAAGqCQEAAAABuwkBAAAAAQFQAACKBQAgCf8HQAAAAAGBCAABAAABsAgCAAAAAbEIAQAAAAHWCAEAAAAB1wgCAAAAAaQJAQAAAAGqCQEAAAABuwkBAAAAAQFQAACMBQAwAVAAAIwFADAKLwAA1hMAIP8HQACIDwAhgQgAAckTACGwCAIAhQ8AIbEIAQCDDwAh1ggBAIMPACHXCAIAhg8AIaQJAQCDDwAhqgkBAIMPACG7CQEAhw8AIQIAAACEAQAgUAAAjwUAIAn_B0AAiA8AIYEIAAHJEwAhsAgCAIUPACGxCAEAgw8AIdYIAQCDDwAh1wgCAIYPACGkCQEAgw8AIaoJAQCDDwAhuwkBAIcPACECAAAAggEAIFAAAJEFACACAAAAggEAIFAAAJEFACADAAAAhAEAIFcAAIoFACBYAACPBQAgAQAAAIQBACABAAAAggEAIAgMAADREwAgXQAA0hMAIF4AANUTACBfAADUEwAgYAAA0xMAIIEIAAD9DgAg1wgAAP0OACC7CQAA_Q4AIAzTBwAAyw0AMNQHAACYBQAQ1QcAAMsNADD_B0AAwgwAIYEIAAHGDQAhsAgCAL0MACGxCAEAugwAIdYIAQC6DAAh1wgCAL4MACGkCQEAuQwAIaoJAQC6DAAhuwkBAMEMACEDAAAAggEAIAIAAJcFADBcAACYBQAgAwAAAIIBACACAACDAQAwAwAAhAEAIAbTBwAAyg0AMNQHAACeBQAQ1QcAAMoNADDWCAEAAAABuQkCAN0MACG6CQIA3QwAIQEAAACbBQAgAQAAAJsFACAG0wcAAMoNADDUBwAAngUAENUHAADKDQAw1ggBANoMACG5CQIA3QwAIboJAgDdDAAhAAMAAACeBQAgAgAAnwUAMAMAAJsFACADAAAAngUAIAIAAJ8FADADAACbBQAgAwAAAJ4FACACAACfBQAwAwAAmwUAIAPWCAEAAAABuQkCAAAAAboJAgAAAAEBUAAAowUAIAPWCAEAAAABuQkCAAAAAboJAgAAAAEBUAAApQUAMAFQAAClBQAwA9YIAQCDDwAhuQkCAIUPACG6CQIAhQ8AIQIAAACbBQAgUAAAqAUAIAPWCAEAgw8AIbkJAgCFDwAhugkCAIUPACECAAAAngUAIFAAAKoFACACAAAAngUAIFAAAKoFACADAAAAmwUAIFcAAKMFACBYAACoBQAgAQAAAJsFACABAAAAngUAIAUMAADMEwAgXQAAzRMAIF4AANATACBfAADPEwAgYAAAzhMAIAbTBwAAyQ0AMNQHAACxBQAQ1QcAAMkNADDWCAEAugwAIbkJAgC9DAAhugkCAL0MACEDAAAAngUAIAIAALAFADBcAACxBQAgAwAAAJ4FACACAACfBQAwAwAAmwUAIAEAAACIAQAgAQAAAIgBACADAAAAhgEAIAIAAIcBADADAACIAQAgAwAAAIYBACACAACHAQAwAwAAiAEAIAMAAACGAQAgAgAAhwEAMAMAAIgBACAKLwAAyxMAIIEIAAEAAAGwCAIAAAAB1ggBAAAAAdcIAgAAAAGJCUAAAAABpAkBAAAAAaoJAQAAAAG3CQEAAAABuAkBAAAAAQFQAAC5BQAgCYEIAAEAAAGwCAIAAAAB1ggBAAAAAdcIAgAAAAGJCUAAAAABpAkBAAAAAaoJAQAAAAG3CQEAAAABuAkBAAAAAQFQAAC7BQAwAVAAALsFADAKLwAAyhMAIIEIAAHJEwAhsAgCAIUPACHWCAEAhw8AIdcIAgCGDwAhiQlAAIgPACGkCQEAgw8AIaoJAQCDDwAhtwkBAIcPACG4CQEAgw8AIQIAAACIAQAgUAAAvgUAIAmBCAAByRMAIbAIAgCFDwAh1ggBAIcPACHXCAIAhg8AIYkJQACIDwAhpAkBAIMPACGqCQEAgw8AIbcJAQCHDwAhuAkBAIMPACECAAAAhgEAIFAAAMAFACACAAAAhgEAIFAAAMAFACADAAAAiAEAIFcAALkFACBYAAC-BQAgAQAAAIgBACABAAAAhgEAIAkMAADEEwAgXQAAxRMAIF4AAMgTACBfAADHEwAgYAAAxhMAIIEIAAD9DgAg1ggAAP0OACDXCAAA_Q4AILcJAAD9DgAgDNMHAADFDQAw1AcAAMcFABDVBwAAxQ0AMIEIAAHGDQAhsAgCAL0MACHWCAEAwAwAIdcIAgC-DAAhiQlAAMIMACGkCQEAuQwAIaoJAQC6DAAhtwkBAMEMACG4CQEAugwAIQMAAACGAQAgAgAAxgUAMFwAAMcFACADAAAAhgEAIAIAAIcBADADAACIAQAgAQAAAIwBACABAAAAjAEAIAMAAACKAQAgAgAAiwEAMAMAAIwBACADAAAAigEAIAIAAIsBADADAACMAQAgAwAAAIoBACACAACLAQAwAwAAjAEAIAYvAADDEwAgoAkBAAAAAaQJAQAAAAGqCQEAAAABsQkBAAAAAbYJQAAAAAEBUAAAzwUAIAWgCQEAAAABpAkBAAAAAaoJAQAAAAGxCQEAAAABtglAAAAAAQFQAADRBQAwAVAAANEFADAGLwAAwhMAIKAJAQCDDwAhpAkBAIMPACGqCQEAgw8AIbEJAQCDDwAhtglAAIgPACECAAAAjAEAIFAAANQFACAFoAkBAIMPACGkCQEAgw8AIaoJAQCDDwAhsQkBAIMPACG2CUAAiA8AIQIAAACKAQAgUAAA1gUAIAIAAACKAQAgUAAA1gUAIAMAAACMAQAgVwAAzwUAIFgAANQFACABAAAAjAEAIAEAAACKAQAgAwwAAL8TACBfAADBEwAgYAAAwBMAIAjTBwAAxA0AMNQHAADdBQAQ1QcAAMQNADCgCQEAuQwAIaQJAQC5DAAhqgkBALoMACGxCQEAugwAIbYJQADCDAAhAwAAAIoBACACAADcBQAwXAAA3QUAIAMAAACKAQAgAgAAiwEAMAMAAIwBACABAAAAkAEAIAEAAACQAQAgAwAAAI4BACACAACPAQAwAwAAkAEAIAMAAACOAQAgAgAAjwEAMAMAAJABACADAAAAjgEAIAIAAI8BADADAACQAQAgCS8AAL4TACCeCQEAAAABoAkBAAAAAaQJAQAAAAGwCQIAAAABsQkBAAAAAbMJAAAAswkDtAkBAAAAAbUJQAAAAAEBUAAA5QUAIAieCQEAAAABoAkBAAAAAaQJAQAAAAGwCQIAAAABsQkBAAAAAbMJAAAAswkDtAkBAAAAAbUJQAAAAAEBUAAA5wUAMAFQAADnBQAwCS8AAL0TACCeCQEAhw8AIaAJAQCDDwAhpAkBAIMPACGwCQIAhQ8AIbEJAQCDDwAhswkAALwTswkjtAkBAIcPACG1CUAAiQ8AIQIAAACQAQAgUAAA6gUAIAieCQEAhw8AIaAJAQCDDwAhpAkBAIMPACGwCQIAhQ8AIbEJAQCDDwAhswkAALwTswkjtAkBAIcPACG1CUAAiQ8AIQIAAACOAQAgUAAA7AUAIAIAAACOAQAgUAAA7AUAIAMAAACQAQAgVwAA5QUAIFgAAOoFACABAAAAkAEAIAEAAACOAQAgCQwAALcTACBdAAC4EwAgXgAAuxMAIF8AALoTACBgAAC5EwAgngkAAP0OACCzCQAA_Q4AILQJAAD9DgAgtQkAAP0OACAL0wcAAMANADDUBwAA8wUAENUHAADADQAwngkBAMAMACGgCQEAuQwAIaQJAQC5DAAhsAkCAL0MACGxCQEAugwAIbMJAADBDbMJI7QJAQDADAAhtQlAAMMMACEDAAAAjgEAIAIAAPIFADBcAADzBQAgAwAAAI4BACACAACPAQAwAwAAkAEAIAEAAACUAQAgAQAAAJQBACADAAAAkgEAIAIAAJMBADADAACUAQAgAwAAAJIBACACAACTAQAwAwAAlAEAIAMAAACSAQAgAgAAkwEAMAMAAJQBACAPAQAAthMAIBcAALUTACAvAAC0EwAg1gcBAAAAAZYIAQAAAAGXCAEAAAABowhAAAAAAaQIAQAAAAGkCQEAAAABqgkBAAAAAasJAQAAAAGsCQEAAAABrQkBAAAAAa4JQAAAAAGvCQEAAAABAVAAAPsFACAM1gcBAAAAAZYIAQAAAAGXCAEAAAABowhAAAAAAaQIAQAAAAGkCQEAAAABqgkBAAAAAasJAQAAAAGsCQEAAAABrQkBAAAAAa4JQAAAAAGvCQEAAAABAVAAAP0FADABUAAA_QUAMAEAAACSAQAgDwEAAKYTACAXAACnEwAgLwAApRMAINYHAQCDDwAhlggBAIcPACGXCAEAgw8AIaMIQACIDwAhpAgBAIMPACGkCQEAgw8AIaoJAQCDDwAhqwkBAIcPACGsCQEAhw8AIa0JAQCHDwAhrglAAIkPACGvCQEAhw8AIQIAAACUAQAgUAAAgQYAIAzWBwEAgw8AIZYIAQCHDwAhlwgBAIMPACGjCEAAiA8AIaQIAQCDDwAhpAkBAIMPACGqCQEAgw8AIasJAQCHDwAhrAkBAIcPACGtCQEAhw8AIa4JQACJDwAhrwkBAIcPACECAAAAkgEAIFAAAIMGACACAAAAkgEAIFAAAIMGACABAAAAkgEAIAMAAACUAQAgVwAA-wUAIFgAAIEGACABAAAAlAEAIAEAAACSAQAgCQwAAKITACBfAACkEwAgYAAAoxMAIJYIAAD9DgAgqwkAAP0OACCsCQAA_Q4AIK0JAAD9DgAgrgkAAP0OACCvCQAA_Q4AIA_TBwAAvw0AMNQHAACLBgAQ1QcAAL8NADDWBwEAuQwAIZYIAQDADAAhlwgBALoMACGjCEAAwgwAIaQIAQC6DAAhpAkBALkMACGqCQEAugwAIasJAQDADAAhrAkBAMEMACGtCQEAwQwAIa4JQADDDAAhrwkBAMAMACEDAAAAkgEAIAIAAIoGADBcAACLBgAgAwAAAJIBACACAACTAQAwAwAAlAEAIAEAAACbAQAgAQAAAJsBACADAAAAmQEAIAIAAJoBADADAACbAQAgAwAAAJkBACACAACaAQAwAwAAmwEAIAMAAACZAQAgAgAAmgEAMAMAAJsBACAPLwAAoRMAINYHAQAAAAHbBwAAAKYJAt0HAgAAAAHeB4AAAAAB4AcBAAAAAeEHAQAAAAHiB0AAAAAB4wdAAAAAAeQHQAAAAAGkCQEAAAABpgkBAAAAAacJAgAAAAGoCQIAAAABqQmAAAAAAQFQAACTBgAgDtYHAQAAAAHbBwAAAKYJAt0HAgAAAAHeB4AAAAAB4AcBAAAAAeEHAQAAAAHiB0AAAAAB4wdAAAAAAeQHQAAAAAGkCQEAAAABpgkBAAAAAacJAgAAAAGoCQIAAAABqQmAAAAAAQFQAACVBgAwAVAAAJUGADAPLwAAoBMAINYHAQCDDwAh2wcAAJ8Tpgki3QcCAIUPACHeB4AAAAAB4AcBAIcPACHhBwEAgw8AIeIHQACIDwAh4wdAAIkPACHkB0AAiQ8AIaQJAQCDDwAhpgkBAIMPACGnCQIAhQ8AIagJAgCFDwAhqQmAAAAAAQIAAACbAQAgUAAAmAYAIA7WBwEAgw8AIdsHAACfE6YJIt0HAgCFDwAh3geAAAAAAeAHAQCHDwAh4QcBAIMPACHiB0AAiA8AIeMHQACJDwAh5AdAAIkPACGkCQEAgw8AIaYJAQCDDwAhpwkCAIUPACGoCQIAhQ8AIakJgAAAAAECAAAAmQEAIFAAAJoGACACAAAAmQEAIFAAAJoGACADAAAAmwEAIFcAAJMGACBYAACYBgAgAQAAAJsBACABAAAAmQEAIAkMAACaEwAgXQAAmxMAIF4AAJ4TACBfAACdEwAgYAAAnBMAIN4HAAD9DgAg4AcAAP0OACDjBwAA_Q4AIOQHAAD9DgAgEdMHAAC7DQAw1AcAAKEGABDVBwAAuw0AMNYHAQC5DAAh2wcAALwNpgki3QcCAL0MACHeBwAAvwwAIOAHAQDBDAAh4QcBALoMACHiB0AAwgwAIeMHQADDDAAh5AdAAMMMACGkCQEAuQwAIaYJAQC6DAAhpwkCAL0MACGoCQIAvQwAIakJAAC7DAAgAwAAAJkBACACAACgBgAwXAAAoQYAIAMAAACZAQAgAgAAmgEAMAMAAJsBACABAAAAHAAgAQAAABwAIAMAAAAaACACAAAbADADAAAcACADAAAAGgAgAgAAGwAwAwAAHAAgAwAAABoAIAIAABsAMAMAABwAIAYIAACZEwAg6wgBAAAAAaAJAQAAAAGhCQIAAAABoglAAAAAAaMJAQAAAAEBUAAAqQYAIAXrCAEAAAABoAkBAAAAAaEJAgAAAAGiCUAAAAABowkBAAAAAQFQAACrBgAwAVAAAKsGADAGCAAAmBMAIOsIAQCDDwAhoAkBAIMPACGhCQIAhQ8AIaIJQACIDwAhowkBAIMPACECAAAAHAAgUAAArgYAIAXrCAEAgw8AIaAJAQCDDwAhoQkCAIUPACGiCUAAiA8AIaMJAQCDDwAhAgAAABoAIFAAALAGACACAAAAGgAgUAAAsAYAIAMAAAAcACBXAACpBgAgWAAArgYAIAEAAAAcACABAAAAGgAgBQwAAJMTACBdAACUEwAgXgAAlxMAIF8AAJYTACBgAACVEwAgCNMHAAC6DQAw1AcAALcGABDVBwAAug0AMOsIAQC6DAAhoAkBALkMACGhCQIAvQwAIaIJQADCDAAhowkBALoMACEDAAAAGgAgAgAAtgYAMFwAALcGACADAAAAGgAgAgAAGwAwAwAAHAAgAQAAAL8BACABAAAAvwEAIAMAAAC9AQAgAgAAvgEAMAMAAL8BACADAAAAvQEAIAIAAL4BADADAAC_AQAgAwAAAL0BACACAAC-AQAwAwAAvwEAIAwFAACREwAgDQAAkBMAIBQAAJITACDWBwEAAAABnggBAAAAAaUIQAAAAAG5CAEAAAABvAhAAAAAAc8IAQAAAAHnCEAAAAABngkBAAAAAZ8JAQAAAAEBUAAAvwYAIAnWBwEAAAABnggBAAAAAaUIQAAAAAG5CAEAAAABvAhAAAAAAc8IAQAAAAHnCEAAAAABngkBAAAAAZ8JAQAAAAEBUAAAwQYAMAFQAADBBgAwDAUAAIITACANAACBEwAgFAAAgxMAINYHAQCDDwAhnggBAIMPACGlCEAAiQ8AIbkIAQCDDwAhvAhAAIgPACHPCAEAgw8AIecIQACIDwAhngkBAIcPACGfCQEAhw8AIQIAAAC_AQAgUAAAxAYAIAnWBwEAgw8AIZ4IAQCDDwAhpQhAAIkPACG5CAEAgw8AIbwIQACIDwAhzwgBAIMPACHnCEAAiA8AIZ4JAQCHDwAhnwkBAIcPACECAAAAvQEAIFAAAMYGACACAAAAvQEAIFAAAMYGACADAAAAvwEAIFcAAL8GACBYAADEBgAgAQAAAL8BACABAAAAvQEAIAYMAAD-EgAgXwAAgBMAIGAAAP8SACClCAAA_Q4AIJ4JAAD9DgAgnwkAAP0OACAM0wcAALkNADDUBwAAzQYAENUHAAC5DQAw1gcBALkMACGeCAEAuQwAIaUIQADDDAAhuQgBALkMACG8CEAAwgwAIc8IAQC6DAAh5whAAMIMACGeCQEAwAwAIZ8JAQDBDAAhAwAAAL0BACACAADMBgAwXAAAzQYAIAMAAAC9AQAgAgAAvgEAMAMAAL8BACABAAAAIwAgAQAAACMAIAMAAAAhACACAAAiADADAAAjACADAAAAIQAgAgAAIgAwAwAAIwAgAwAAACEAIAIAACIAMAMAACMAIBQGAAD1EgAgDQAA9hIAIBAAAPcSACAbAAD6EgAgKgAA_RIAIEAAAPgSACBBAAD5EgAgQgAA-xIAIEMAAPwSACDWBwEAAAABkwgBAAAAAZQIAQAAAAG5CAEAAAABvAhAAAAAAc8IAQAAAAHeCEAAAAAB5ghAAAAAAZYJIAAAAAGcCQEAAAABnQlAAAAAAQFQAADVBgAgC9YHAQAAAAGTCAEAAAABlAgBAAAAAbkIAQAAAAG8CEAAAAABzwgBAAAAAd4IQAAAAAHmCEAAAAABlgkgAAAAAZwJAQAAAAGdCUAAAAABAVAAANcGADABUAAA1wYAMAEAAAC9AQAgFAYAALMSACANAAC0EgAgEAAAtRIAIBsAALgSACAqAAC7EgAgQAAAthIAIEEAALcSACBCAAC5EgAgQwAAuhIAINYHAQCDDwAhkwgBAIMPACGUCAEAgw8AIbkIAQCDDwAhvAhAAIkPACHPCAEAgw8AId4IQACJDwAh5ghAAIkPACGWCSAAuREAIZwJAQCHDwAhnQlAAIgPACECAAAAIwAgUAAA2wYAIAvWBwEAgw8AIZMIAQCDDwAhlAgBAIMPACG5CAEAgw8AIbwIQACJDwAhzwgBAIMPACHeCEAAiQ8AIeYIQACJDwAhlgkgALkRACGcCQEAhw8AIZ0JQACIDwAhAgAAACEAIFAAAN0GACACAAAAIQAgUAAA3QYAIAEAAAC9AQAgAwAAACMAIFcAANUGACBYAADbBgAgAQAAACMAIAEAAAAhACAHDAAAsBIAIF8AALISACBgAACxEgAgvAgAAP0OACDeCAAA_Q4AIOYIAAD9DgAgnAkAAP0OACAO0wcAALgNADDUBwAA5QYAENUHAAC4DQAw1gcBALkMACGTCAEAuQwAIZQIAQC5DAAhuQgBALkMACG8CEAAwwwAIc8IAQC6DAAh3ghAAMMMACHmCEAAwwwAIZYJIACoDQAhnAkBAMEMACGdCUAAwgwAIQMAAAAhACACAADkBgAwXAAA5QYAIAMAAAAhACACAAAiADADAAAjACABAAAA4wEAIAEAAADjAQAgAwAAAOEBACACAADiAQAwAwAA4wEAIAMAAADhAQAgAgAA4gEAMAMAAOMBACADAAAA4QEAIAIAAOIBADADAADjAQAgCBUAAK8SACDkB0AAAAAB9gcBAAAAAfcHAQAAAAGYCUAAAAABmQlAAAAAAZoJAQAAAAGbCYAAAAABAVAAAO0GACAH5AdAAAAAAfYHAQAAAAH3BwEAAAABmAlAAAAAAZkJQAAAAAGaCQEAAAABmwmAAAAAAQFQAADvBgAwAVAAAO8GADAIFQAArhIAIOQHQACJDwAh9gcBAIMPACH3BwEAgw8AIZgJQACIDwAhmQlAAIgPACGaCQEAhw8AIZsJgAAAAAECAAAA4wEAIFAAAPIGACAH5AdAAIkPACH2BwEAgw8AIfcHAQCDDwAhmAlAAIgPACGZCUAAiA8AIZoJAQCHDwAhmwmAAAAAAQIAAADhAQAgUAAA9AYAIAIAAADhAQAgUAAA9AYAIAMAAADjAQAgVwAA7QYAIFgAAPIGACABAAAA4wEAIAEAAADhAQAgBQwAAKsSACBfAACtEgAgYAAArBIAIOQHAAD9DgAgmgkAAP0OACAK0wcAALcNADDUBwAA-wYAENUHAAC3DQAw5AdAAMMMACH2BwEAuQwAIfcHAQC6DAAhmAlAAMIMACGZCUAAwgwAIZoJAQDADAAhmwkAALsMACADAAAA4QEAIAIAAPoGADBcAAD7BgAgAwAAAOEBACACAADiAQAwAwAA4wEAIAEAAADIAQAgAQAAAMgBACADAAAAxgEAIAIAAMcBADADAADIAQAgAwAAAMYBACACAADHAQAwAwAAyAEAIAMAAADGAQAgAgAAxwEAMAMAAMgBACAIBQAAqRIAIA0AAKoSACCeCAEAAAABuQgBAAAAAbwIQAAAAAHPCAEAAAABlgkCAAAAAZcJAgAAAAEBUAAAgwcAIAaeCAEAAAABuQgBAAAAAbwIQAAAAAHPCAEAAAABlgkCAAAAAZcJAgAAAAEBUAAAhQcAMAFQAACFBwAwCAUAAKcSACANAACoEgAgnggBAIMPACG5CAEAgw8AIbwIQACIDwAhzwgBAIMPACGWCQIAhQ8AIZcJAgCFDwAhAgAAAMgBACBQAACIBwAgBp4IAQCDDwAhuQgBAIMPACG8CEAAiA8AIc8IAQCDDwAhlgkCAIUPACGXCQIAhQ8AIQIAAADGAQAgUAAAigcAIAIAAADGAQAgUAAAigcAIAMAAADIAQAgVwAAgwcAIFgAAIgHACABAAAAyAEAIAEAAADGAQAgBQwAAKISACBdAACjEgAgXgAAphIAIF8AAKUSACBgAACkEgAgCdMHAAC2DQAw1AcAAJEHABDVBwAAtg0AMJ4IAQC5DAAhuQgBALkMACG8CEAAwgwAIc8IAQC6DAAhlgkCAL0MACGXCQIAvQwAIQMAAADGAQAgAgAAkAcAMFwAAJEHACADAAAAxgEAIAIAAMcBADADAADIAQAgAQAAADsAIAEAAAA7ACADAAAAOQAgAgAAOgAwAwAAOwAgAwAAADkAIAIAADoAMAMAADsAIAMAAAA5ACACAAA6ADADAAA7ACAZBgAAnRIAIBAAAJ4SACAVAACcEgAgFwAAnxIAIBgAAKASACAaAAChEgAg1gcBAAAAAfYHAQAAAAH4BwAAAI0JApMIAQAAAAGUCAEAAAABqQgCAAAAAb4IAACbEgAg5ghAAAAAAYAJEAAAAAGLCQEAAAABjQlAAAAAAY4JQAAAAAGPCSAAAAABkAkQAAAAAZEJEAAAAAGSCSAAAAABkwkgAAAAAZQJAQAAAAGVCYAAAAABAVAAAJkHACAT1gcBAAAAAfYHAQAAAAH4BwAAAI0JApMIAQAAAAGUCAEAAAABqQgCAAAAAb4IAACbEgAg5ghAAAAAAYAJEAAAAAGLCQEAAAABjQlAAAAAAY4JQAAAAAGPCSAAAAABkAkQAAAAAZEJEAAAAAGSCSAAAAABkwkgAAAAAZQJAQAAAAGVCYAAAAABAVAAAJsHADABUAAAmwcAMBkGAAD1EQAgEAAA9hEAIBUAAPQRACAXAAD3EQAgGAAA-BEAIBoAAPkRACDWBwEAgw8AIfYHAQCDDwAh-AcAAPMRjQkikwgBAIMPACGUCAEAgw8AIakIAgCFDwAhvggAAPIRACDmCEAAiA8AIYAJEACPDwAhiwkBAIMPACGNCUAAiA8AIY4JQACJDwAhjwkgALkRACGQCRAAjw8AIZEJEACPDwAhkgkgAIgRACGTCSAAuREAIZQJAQCHDwAhlQmAAAAAAQIAAAA7ACBQAACeBwAgE9YHAQCDDwAh9gcBAIMPACH4BwAA8xGNCSKTCAEAgw8AIZQIAQCDDwAhqQgCAIUPACG-CAAA8hEAIOYIQACIDwAhgAkQAI8PACGLCQEAgw8AIY0JQACIDwAhjglAAIkPACGPCSAAuREAIZAJEACPDwAhkQkQAI8PACGSCSAAiBEAIZMJIAC5EQAhlAkBAIcPACGVCYAAAAABAgAAADkAIFAAAKAHACACAAAAOQAgUAAAoAcAIAMAAAA7ACBXAACZBwAgWAAAngcAIAEAAAA7ACABAAAAOQAgCwwAAO0RACBdAADuEQAgXgAA8REAIF8AAPARACBgAADvEQAggAkAAP0OACCOCQAA_Q4AIJAJAAD9DgAgkQkAAP0OACCSCQAA_Q4AIJQJAAD9DgAgFtMHAACyDQAw1AcAAKcHABDVBwAAsg0AMNYHAQC5DAAh9gcBALkMACH4BwAAsw2NCSKTCAEAuQwAIZQIAQC5DAAhqQgCAL0MACG-CAAAiQ0AIOYIQADCDAAhgAkQAOcMACGLCQEAugwAIY0JQADCDAAhjglAAMMMACGPCSAAqA0AIZAJEADnDAAhkQkQAOcMACGSCSAAoA0AIZMJIACoDQAhlAkBAMAMACGVCQAAuwwAIAMAAAA5ACACAACmBwAwXAAApwcAIAMAAAA5ACACAAA6ADADAAA7ACABAAAAPwAgAQAAAD8AIAMAAAA9ACACAAA-ADADAAA_ACADAAAAPQAgAgAAPgAwAwAAPwAgAwAAAD0AIAIAAD4AMAMAAD8AIAoWAADsEQAg3QcCAAAAAfwHBAAAAAHdCAEAAAAB_AgBAAAAAYAJEAAAAAGHCYAAAAABiAkgAAAAAYkJQAAAAAGKCUAAAAABAVAAAK8HACAJ3QcCAAAAAfwHBAAAAAHdCAEAAAAB_AgBAAAAAYAJEAAAAAGHCYAAAAABiAkgAAAAAYkJQAAAAAGKCUAAAAABAVAAALEHADABUAAAsQcAMAoWAADrEQAg3QcCAIUPACH8BwQAng8AId0IAQCDDwAh_AgBAIMPACGACRAAjw8AIYcJgAAAAAGICSAAuREAIYkJQACIDwAhiglAAIkPACECAAAAPwAgUAAAtAcAIAndBwIAhQ8AIfwHBACeDwAh3QgBAIMPACH8CAEAgw8AIYAJEACPDwAhhwmAAAAAAYgJIAC5EQAhiQlAAIgPACGKCUAAiQ8AIQIAAAA9ACBQAAC2BwAgAgAAAD0AIFAAALYHACADAAAAPwAgVwAArwcAIFgAALQHACABAAAAPwAgAQAAAD0AIAcMAADmEQAgXQAA5xEAIF4AAOoRACBfAADpEQAgYAAA6BEAIIAJAAD9DgAgigkAAP0OACAM0wcAALENADDUBwAAvQcAENUHAACxDQAw3QcCAL0MACH8BwQA8wwAId0IAQC5DAAh_AgBALoMACGACRAA5wwAIYcJAAC7DAAgiAkgAKgNACGJCUAAwgwAIYoJQADDDAAhAwAAAD0AIAIAALwHADBcAAC9BwAgAwAAAD0AIAIAAD4AMAMAAD8AIAEAAABDACABAAAAQwAgAwAAAEEAIAIAAEIAMAMAAEMAIAMAAABBACACAABCADADAABDACADAAAAQQAgAgAAQgAwAwAAQwAgDBYAANwRACAZAADlEQAg1gcEAAAAAdcHAQAAAAGICEAAAAABiQgBAAAAAYoIAQAAAAGRCIAAAAABkgiAAAAAAbsIAQAAAAHdCAEAAAABhgkBAAAAAQFQAADFBwAgCtYHBAAAAAHXBwEAAAABiAhAAAAAAYkIAQAAAAGKCAEAAAABkQiAAAAAAZIIgAAAAAG7CAEAAAAB3QgBAAAAAYYJAQAAAAEBUAAAxwcAMAFQAADHBwAwAQAAAEUAIAwWAADaEQAgGQAA5BEAINYHBACeDwAh1wcBAIMPACGICEAAiA8AIYkIAQCHDwAhiggBAIMPACGRCIAAAAABkgiAAAAAAbsIAQCHDwAh3QgBAIMPACGGCQEAhw8AIQIAAABDACBQAADLBwAgCtYHBACeDwAh1wcBAIMPACGICEAAiA8AIYkIAQCHDwAhiggBAIMPACGRCIAAAAABkgiAAAAAAbsIAQCHDwAh3QgBAIMPACGGCQEAhw8AIQIAAABBACBQAADNBwAgAgAAAEEAIFAAAM0HACABAAAARQAgAwAAAEMAIFcAAMUHACBYAADLBwAgAQAAAEMAIAEAAABBACAKDAAA3xEAIF0AAOARACBeAADjEQAgXwAA4hEAIGAAAOERACCJCAAA_Q4AIJEIAAD9DgAgkggAAP0OACC7CAAA_Q4AIIYJAAD9DgAgDdMHAACwDQAw1AcAANUHABDVBwAAsA0AMNYHBADzDAAh1wcBALoMACGICEAAwgwAIYkIAQDBDAAhiggBALoMACGRCAAAvwwAIJIIAAC_DAAguwgBAMAMACHdCAEAuQwAIYYJAQDBDAAhAwAAAEEAIAIAANQHADBcAADVBwAgAwAAAEEAIAIAAEIAMAMAAEMAIAEAAAB5ACABAAAAeQAgAwAAAEUAIAIAAHgAMAMAAHkAIAMAAABFACACAAB4ADADAAB5ACADAAAARQAgAgAAeAAwAwAAeQAgDBAAAN0RACAYAADeEQAg1gcBAAAAAYgIQAAAAAGJCAEAAAABiggBAAAAAZQIAQAAAAG7CAEAAAAB_AgBAAAAAYMJgAAAAAGECQEAAAABhQmAAAAAAQFQAADdBwAgCtYHAQAAAAGICEAAAAABiQgBAAAAAYoIAQAAAAGUCAEAAAABuwgBAAAAAfwIAQAAAAGDCYAAAAABhAkBAAAAAYUJgAAAAAEBUAAA3wcAMAFQAADfBwAwDBAAAM0RACAYAADOEQAg1gcBAIMPACGICEAAiA8AIYkIAQCHDwAhiggBAIMPACGUCAEAgw8AIbsIAQCDDwAh_AgBAIMPACGDCYAAAAABhAkBAIMPACGFCYAAAAABAgAAAHkAIFAAAOIHACAK1gcBAIMPACGICEAAiA8AIYkIAQCHDwAhiggBAIMPACGUCAEAgw8AIbsIAQCDDwAh_AgBAIMPACGDCYAAAAABhAkBAIMPACGFCYAAAAABAgAAAEUAIFAAAOQHACACAAAARQAgUAAA5AcAIAMAAAB5ACBXAADdBwAgWAAA4gcAIAEAAAB5ACABAAAARQAgBAwAAMoRACBfAADMEQAgYAAAyxEAIIkIAAD9DgAgDdMHAACvDQAw1AcAAOsHABDVBwAArw0AMNYHAQC5DAAhiAhAAMIMACGJCAEAwQwAIYoIAQC6DAAhlAgBALkMACG7CAEAugwAIfwIAQC6DAAhgwkAALsMACCECQEAugwAIYUJAAC7DAAgAwAAAEUAIAIAAOoHADBcAADrBwAgAwAAAEUAIAIAAHgAMAMAAHkAIAEAAABLACABAAAASwAgAwAAAEkAIAIAAEoAMAMAAEsAIAMAAABJACACAABKADADAABLACADAAAASQAgAgAASgAwAwAASwAgChYAAMkRACDWBwEAAAABiAhAAAAAAYkIAQAAAAGKCAEAAAAB3QgBAAAAAfwIAQAAAAGACRAAAAABgQmAAAAAAYIJAQAAAAEBUAAA8wcAIAnWBwEAAAABiAhAAAAAAYkIAQAAAAGKCAEAAAAB3QgBAAAAAfwIAQAAAAGACRAAAAABgQmAAAAAAYIJAQAAAAEBUAAA9QcAMAFQAAD1BwAwChYAAMgRACDWBwEAgw8AIYgIQACIDwAhiQgBAIcPACGKCAEAgw8AId0IAQCDDwAh_AgBAIMPACGACRAAuBEAIYEJgAAAAAGCCQEAhw8AIQIAAABLACBQAAD4BwAgCdYHAQCDDwAhiAhAAIgPACGJCAEAhw8AIYoIAQCDDwAh3QgBAIMPACH8CAEAgw8AIYAJEAC4EQAhgQmAAAAAAYIJAQCHDwAhAgAAAEkAIFAAAPoHACACAAAASQAgUAAA-gcAIAMAAABLACBXAADzBwAgWAAA-AcAIAEAAABLACABAAAASQAgBwwAAMMRACBdAADEEQAgXgAAxxEAIF8AAMYRACBgAADFEQAgiQgAAP0OACCCCQAA_Q4AIAzTBwAArg0AMNQHAACBCAAQ1QcAAK4NADDWBwEAuQwAIYgIQADCDAAhiQgBAMEMACGKCAEAugwAId0IAQC5DAAh_AgBALoMACGACRAApw0AIYEJAAC7DAAgggkBAMAMACEDAAAASQAgAgAAgAgAMFwAAIEIACADAAAASQAgAgAASgAwAwAASwAgAQAAAOgBACABAAAA6AEAIAMAAADmAQAgAgAA5wEAMAMAAOgBACADAAAA5gEAIAIAAOcBADADAADoAQAgAwAAAOYBACACAADnAQAwAwAA6AEAIAkVAADCEQAg9gcBAAAAAfcHAQAAAAG2CEAAAAAB3QgBAAAAAfwIAQAAAAH9CAEAAAAB_ggBAAAAAf8IQAAAAAEBUAAAiQgAIAj2BwEAAAAB9wcBAAAAAbYIQAAAAAHdCAEAAAAB_AgBAAAAAf0IAQAAAAH-CAEAAAAB_whAAAAAAQFQAACLCAAwAVAAAIsIADAJFQAAwREAIPYHAQCDDwAh9wcBAIMPACG2CEAAiQ8AId0IAQCDDwAh_AgBAIMPACH9CAEAhw8AIf4IAQCDDwAh_whAAIgPACECAAAA6AEAIFAAAI4IACAI9gcBAIMPACH3BwEAgw8AIbYIQACJDwAh3QgBAIMPACH8CAEAgw8AIf0IAQCHDwAh_ggBAIMPACH_CEAAiA8AIQIAAADmAQAgUAAAkAgAIAIAAADmAQAgUAAAkAgAIAMAAADoAQAgVwAAiQgAIFgAAI4IACABAAAA6AEAIAEAAADmAQAgBQwAAL4RACBfAADAEQAgYAAAvxEAILYIAAD9DgAg_QgAAP0OACAL0wcAAK0NADDUBwAAlwgAENUHAACtDQAw9gcBALkMACH3BwEAugwAIbYIQADDDAAh3QgBALkMACH8CAEAugwAIf0IAQDADAAh_ggBALoMACH_CEAAwgwAIQMAAADmAQAgAgAAlggAMFwAAJcIACADAAAA5gEAIAIAAOcBADADAADoAQAgAQAAAMwBACABAAAAzAEAIAMAAADKAQAgAgAAywEAMAMAAMwBACADAAAAygEAIAIAAMsBADADAADMAQAgAwAAAMoBACACAADLAQAwAwAAzAEAIBIGAAC8EQAgDQAAvREAINYHAQAAAAGTCAEAAAABuQgBAAAAAbsIAQAAAAHwCBAAAAAB8QggAAAAAfIIAgAAAAHzCEAAAAAB9AhAAAAAAfUIQAAAAAH2CEAAAAAB9wgBAAAAAfgIAQAAAAH5CEAAAAAB-ggBAAAAAfsIAQAAAAEBUAAAnwgAIBDWBwEAAAABkwgBAAAAAbkIAQAAAAG7CAEAAAAB8AgQAAAAAfEIIAAAAAHyCAIAAAAB8whAAAAAAfQIQAAAAAH1CEAAAAAB9ghAAAAAAfcIAQAAAAH4CAEAAAAB-QhAAAAAAfoIAQAAAAH7CAEAAAABAVAAAKEIADABUAAAoQgAMAEAAAAnACASBgAAuhEAIA0AALsRACDWBwEAgw8AIZMIAQCDDwAhuQgBAIcPACG7CAEAgw8AIfAIEAC4EQAh8QggALkRACHyCAIAhQ8AIfMIQACJDwAh9AhAAIgPACH1CEAAiQ8AIfYIQACIDwAh9wgBAIcPACH4CAEAgw8AIfkIQACJDwAh-ggBAIcPACH7CAEAhw8AIQIAAADMAQAgUAAApQgAIBDWBwEAgw8AIZMIAQCDDwAhuQgBAIcPACG7CAEAgw8AIfAIEAC4EQAh8QggALkRACHyCAIAhQ8AIfMIQACJDwAh9AhAAIgPACH1CEAAiQ8AIfYIQACIDwAh9wgBAIcPACH4CAEAgw8AIfkIQACJDwAh-ggBAIcPACH7CAEAhw8AIQIAAADKAQAgUAAApwgAIAIAAADKAQAgUAAApwgAIAEAAAAnACADAAAAzAEAIFcAAJ8IACBYAAClCAAgAQAAAMwBACABAAAAygEAIAwMAACzEQAgXQAAtBEAIF4AALcRACBfAAC2EQAgYAAAtREAILkIAAD9DgAg8wgAAP0OACD1CAAA_Q4AIPcIAAD9DgAg-QgAAP0OACD6CAAA_Q4AIPsIAAD9DgAgE9MHAACmDQAw1AcAAK8IABDVBwAApg0AMNYHAQC5DAAhkwgBALkMACG5CAEAwQwAIbsIAQC6DAAh8AgQAKcNACHxCCAAqA0AIfIIAgC9DAAh8whAAMMMACH0CEAAwgwAIfUIQADDDAAh9ghAAMIMACH3CAEAwQwAIfgIAQC6DAAh-QhAAMMMACH6CAEAwAwAIfsIAQDADAAhAwAAAMoBACACAACuCAAwXAAArwgAIAMAAADKAQAgAgAAywEAMAMAAMwBACABAAAA0QEAIAEAAADRAQAgAwAAAM8BACACAADQAQAwAwAA0QEAIAMAAADPAQAgAgAA0AEAMAMAANEBACADAAAAzwEAIAIAANABADADAADRAQAgDQ0AALIRACDWBwEAAAABgAgBAAAAAYEIAAEAAAGCCEAAAAABgwgBAAAAAYUIQAAAAAG5CAEAAAAB6wgBAAAAAewIAQAAAAHtCIAAAAAB7ggBAAAAAe8IAQAAAAEBUAAAtwgAIAzWBwEAAAABgAgBAAAAAYEIAAEAAAGCCEAAAAABgwgBAAAAAYUIQAAAAAG5CAEAAAAB6wgBAAAAAewIAQAAAAHtCIAAAAAB7ggBAAAAAe8IAQAAAAEBUAAAuQgAMAFQAAC5CAAwAQAAACcAIA0NAACxEQAg1gcBAIMPACGACAEAgw8AIYEIAAGVDwAhgghAAIgPACGDCAEAhw8AIYUIQACJDwAhuQgBAIcPACHrCAEAgw8AIewIAQCDDwAh7QiAAAAAAe4IAQCHDwAh7wgBAIcPACECAAAA0QEAIFAAAL0IACAM1gcBAIMPACGACAEAgw8AIYEIAAGVDwAhgghAAIgPACGDCAEAhw8AIYUIQACJDwAhuQgBAIcPACHrCAEAgw8AIewIAQCDDwAh7QiAAAAAAe4IAQCHDwAh7wgBAIcPACECAAAAzwEAIFAAAL8IACACAAAAzwEAIFAAAL8IACABAAAAJwAgAwAAANEBACBXAAC3CAAgWAAAvQgAIAEAAADRAQAgAQAAAM8BACAIDAAArhEAIF8AALARACBgAACvEQAggwgAAP0OACCFCAAA_Q4AILkIAAD9DgAg7ggAAP0OACDvCAAA_Q4AIA_TBwAApQ0AMNQHAADHCAAQ1QcAAKUNADDWBwEAuQwAIYAIAQC6DAAhgQgAAesMACGCCEAAwgwAIYMIAQDBDAAhhQhAAMMMACG5CAEAwQwAIesIAQC6DAAh7AgBALoMACHtCAAAuwwAIO4IAQDBDAAh7wgBAMEMACEDAAAAzwEAIAIAAMYIADBcAADHCAAgAwAAAM8BACACAADQAQAwAwAA0QEAIAEAAABSACABAAAAUgAgAwAAAFAAIAIAAFEAMAMAAFIAIAMAAABQACACAABRADADAABSACADAAAAUAAgAgAAUQAwAwAAUgAgIQYAAKcRACANAACoEQAgEAAAqREAIBwAAK0RACAdAACqEQAgJAAAqxEAICoAAKwRACDWBwEAAAAB-QcQAAAAAZMIAQAAAAGUCAEAAAABnggBAAAAAaYIAQAAAAGnCAEAAAABsAgCAAAAAbkIAQAAAAG7CAEAAAABvAhAAAAAAc8IAQAAAAHcCAEAAAAB3QgBAAAAAd4IQAAAAAHfCEAAAAAB4AgBAAAAAeIIAAAA4ggC4wgBAAAAAeQIAQAAAAHlCAEAAAAB5ghAAAAAAecIQAAAAAHoCCAAAAAB6QgCAAAAAeoIgAAAAAEBUAAAzwgAIBrWBwEAAAAB-QcQAAAAAZMIAQAAAAGUCAEAAAABnggBAAAAAaYIAQAAAAGnCAEAAAABsAgCAAAAAbkIAQAAAAG7CAEAAAABvAhAAAAAAc8IAQAAAAHcCAEAAAAB3QgBAAAAAd4IQAAAAAHfCEAAAAAB4AgBAAAAAeIIAAAA4ggC4wgBAAAAAeQIAQAAAAHlCAEAAAAB5ghAAAAAAecIQAAAAAHoCCAAAAAB6QgCAAAAAeoIgAAAAAEBUAAA0QgAMAFQAADRCAAwAQAAAFAAICEGAACJEQAgDQAAihEAIBAAAIsRACAcAACMEQAgHQAAjREAICQAAI4RACAqAACPEQAg1gcBAIMPACH5BxAAjw8AIZMIAQCDDwAhlAgBAIMPACGeCAEAgw8AIaYIAQCDDwAhpwgBAIMPACGwCAIAhQ8AIbkIAQCDDwAhuwgBAIcPACG8CEAAiQ8AIc8IAQCDDwAh3AgBAIcPACHdCAEAhw8AId4IQACIDwAh3whAAIgPACHgCAEAgw8AIeIIAACHEeIIIuMIAQCDDwAh5AgBAIMPACHlCAEAgw8AIeYIQACIDwAh5whAAIkPACHoCCAAiBEAIekIAgCFDwAh6giAAAAAAQIAAABSACBQAADVCAAgGtYHAQCDDwAh-QcQAI8PACGTCAEAgw8AIZQIAQCDDwAhnggBAIMPACGmCAEAgw8AIacIAQCDDwAhsAgCAIUPACG5CAEAgw8AIbsIAQCHDwAhvAhAAIkPACHPCAEAgw8AIdwIAQCHDwAh3QgBAIcPACHeCEAAiA8AId8IQACIDwAh4AgBAIMPACHiCAAAhxHiCCLjCAEAgw8AIeQIAQCDDwAh5QgBAIMPACHmCEAAiA8AIecIQACJDwAh6AggAIgRACHpCAIAhQ8AIeoIgAAAAAECAAAAUAAgUAAA1wgAIAIAAABQACBQAADXCAAgAQAAAFAAIAMAAABSACBXAADPCAAgWAAA1QgAIAEAAABSACABAAAAUAAgDAwAAIIRACBdAACDEQAgXgAAhhEAIF8AAIURACBgAACEEQAg-QcAAP0OACC7CAAA_Q4AILwIAAD9DgAg3AgAAP0OACDdCAAA_Q4AIOcIAAD9DgAg6AgAAP0OACAd0wcAAJ4NADDUBwAA3wgAENUHAACeDQAw1gcBALkMACH5BxAA5wwAIZMIAQC5DAAhlAgBALkMACGeCAEAuQwAIaYIAQC6DAAhpwgBALoMACGwCAIAvQwAIbkIAQC5DAAhuwgBAMAMACG8CEAAwwwAIc8IAQC6DAAh3AgBAMEMACHdCAEAwQwAId4IQADCDAAh3whAAMIMACHgCAEAugwAIeIIAACfDeIIIuMIAQC6DAAh5AgBALoMACHlCAEAugwAIeYIQADCDAAh5whAAMMMACHoCCAAoA0AIekIAgC9DAAh6ggAALsMACADAAAAUAAgAgAA3ggAMFwAAN8IACADAAAAUAAgAgAAUQAwAwAAUgAgB9MHAACcDQAw1AcAAOUIABDVBwAAnA0AMMMIAQDaDAAhxAgCAN0MACHaCAIA3QwAIdsIAACdDQAgAQAAAOIIACABAAAA4ggAIAbTBwAAnA0AMNQHAADlCAAQ1QcAAJwNADDDCAEA2gwAIcQIAgDdDAAh2ggCAN0MACEAAwAAAOUIACACAADmCAAwAwAA4ggAIAMAAADlCAAgAgAA5ggAMAMAAOIIACADAAAA5QgAIAIAAOYIADADAADiCAAgA8MIAQAAAAHECAIAAAAB2ggCAAAAAQFQAADqCAAgA8MIAQAAAAHECAIAAAAB2ggCAAAAAQFQAADsCAAwAVAAAOwIADADwwgBAIMPACHECAIAhQ8AIdoIAgCFDwAhAgAAAOIIACBQAADvCAAgA8MIAQCDDwAhxAgCAIUPACHaCAIAhQ8AIQIAAADlCAAgUAAA8QgAIAIAAADlCAAgUAAA8QgAIAMAAADiCAAgVwAA6ggAIFgAAO8IACABAAAA4ggAIAEAAADlCAAgBQwAAP0QACBdAAD-EAAgXgAAgREAIF8AAIARACBgAAD_EAAgBtMHAACbDQAw1AcAAPgIABDVBwAAmw0AMMMIAQC6DAAhxAgCAL0MACHaCAIAvQwAIQMAAADlCAAgAgAA9wgAMFwAAPgIACADAAAA5QgAIAIAAOYIADADAADiCAAgCR8AAJoNACDTBwAAmQ0AMNQHAABeABDVBwAAmQ0AMJMIAQDZDAAhuQgBANkMACHLCAEAAAABzwgBANoMACHZCAAAmA0AIAEAAAD7CAAgAQAAAPsIACABHwAA_BAAIAMAAABeACACAAD-CAAwAwAA-wgAIAMAAABeACACAAD-CAAwAwAA-wgAIAMAAABeACACAAD-CAAwAwAA-wgAIAUfAAD7EAAgkwgBAAAAAbkIAQAAAAHLCAEAAAABzwgBAAAAAQFQAACCCQAgBJMIAQAAAAG5CAEAAAABywgBAAAAAc8IAQAAAAEBUAAAhAkAMAFQAACECQAwBR8AAPoQACCTCAEAgw8AIbkIAQCDDwAhywgBAIMPACHPCAEAgw8AIQIAAAD7CAAgUAAAhwkAIASTCAEAgw8AIbkIAQCDDwAhywgBAIMPACHPCAEAgw8AIQIAAABeACBQAACJCQAgAgAAAF4AIFAAAIkJACADAAAA-wgAIFcAAIIJACBYAACHCQAgAQAAAPsIACABAAAAXgAgAwwAAPcQACBfAAD5EAAgYAAA-BAAIAfTBwAAlw0AMNQHAACQCQAQ1QcAAJcNADCTCAEAuQwAIbkIAQC5DAAhywgBALkMACHPCAEAugwAIQMAAABeACACAACPCQAwXAAAkAkAIAMAAABeACACAAD-CAAwAwAA-wgAIAEAAABiACABAAAAYgAgAwAAAGAAIAIAAGEAMAMAAGIAIAMAAABgACACAABhADADAABiACADAAAAYAAgAgAAYQAwAwAAYgAgCx8AAPYQACDWBwEAAAAB1wcAAADWCALICEAAAAAByQgBAAAAAcoIAQAAAAHLCAEAAAAB0QgCAAAAAdYIAQAAAAHXCAIAAAAB2AiAAAAAAQFQAACYCQAgCtYHAQAAAAHXBwAAANYIAsgIQAAAAAHJCAEAAAAByggBAAAAAcsIAQAAAAHRCAIAAAAB1ggBAAAAAdcIAgAAAAHYCIAAAAABAVAAAJoJADABUAAAmgkAMAsfAAD1EAAg1gcBAIMPACHXBwAA1RDWCCLICEAAiA8AIckIAQCHDwAhyggBAIMPACHLCAEAgw8AIdEIAgCFDwAh1ggBAIMPACHXCAIAhQ8AIdgIgAAAAAECAAAAYgAgUAAAnQkAIArWBwEAgw8AIdcHAADVENYIIsgIQACIDwAhyQgBAIcPACHKCAEAgw8AIcsIAQCDDwAh0QgCAIUPACHWCAEAgw8AIdcIAgCFDwAh2AiAAAAAAQIAAABgACBQAACfCQAgAgAAAGAAIFAAAJ8JACADAAAAYgAgVwAAmAkAIFgAAJ0JACABAAAAYgAgAQAAAGAAIAcMAADwEAAgXQAA8RAAIF4AAPQQACBfAADzEAAgYAAA8hAAIMkIAAD9DgAg2AgAAP0OACAN0wcAAJMNADDUBwAApgkAENUHAACTDQAw1gcBALkMACHXBwAAlA3WCCLICEAAwgwAIckIAQDBDAAhyggBALoMACHLCAEAuQwAIdEIAgC9DAAh1ggBALoMACHXCAIAvQwAIdgIAAC_DAAgAwAAAGAAIAIAAKUJADBcAACmCQAgAwAAAGAAIAIAAGEAMAMAAGIAIAEAAABYACABAAAAWAAgAwAAAFYAIAIAAFcAMAMAAFgAIAMAAABWACACAABXADADAABYACADAAAAVgAgAgAAVwAwAwAAWAAgGgYAALsQACANAAC8EAAgEAAAvRAAIBgAAL4QACAeAAC6EAAgIAAAvxAAICEAAMAQACAiAADjEAAgIwAAwRAAICUAAMIQACDWBwEAAAABkwgBAAAAAZQIAQAAAAGpCAEAAAABuAgBAAAAAbkIAQAAAAHDCAEAAAABxAgCAAAAAcUIAgAAAAHOCAEAAAABzwgBAAAAAdAIQAAAAAHRCAIAAAAB0giAAAAAAdMIAQAAAAHUCAEAAAABAVAAAK4JACAQ1gcBAAAAAZMIAQAAAAGUCAEAAAABqQgBAAAAAbgIAQAAAAG5CAEAAAABwwgBAAAAAcQIAgAAAAHFCAIAAAABzggBAAAAAc8IAQAAAAHQCEAAAAAB0QgCAAAAAdIIgAAAAAHTCAEAAAAB1AgBAAAAAQFQAACwCQAwAVAAALAJADABAAAAVgAgAQAAAGYAIBoGAACsEAAgDQAArRAAIBAAAK4QACAYAACvEAAgHgAAqxAAICAAALAQACAhAACxEAAgIgAAshAAICMAALMQACAlAAC5EAAg1gcBAIMPACGTCAEAgw8AIZQIAQCDDwAhqQgBAIMPACG4CAEAgw8AIbkIAQCDDwAhwwgBAIMPACHECAIAhQ8AIcUIAgCFDwAhzggBAIMPACHPCAEAgw8AIdAIQACIDwAh0QgCAIUPACHSCIAAAAAB0wgBAIcPACHUCAEAhw8AIQIAAABYACBQAAC1CQAgENYHAQCDDwAhkwgBAIMPACGUCAEAgw8AIakIAQCDDwAhuAgBAIMPACG5CAEAgw8AIcMIAQCDDwAhxAgCAIUPACHFCAIAhQ8AIc4IAQCDDwAhzwgBAIMPACHQCEAAiA8AIdEIAgCFDwAh0giAAAAAAdMIAQCHDwAh1AgBAIcPACECAAAAVgAgUAAAtwkAIAIAAABWACBQAAC3CQAgAQAAAFYAIAEAAABmACADAAAAWAAgVwAArgkAIFgAALUJACABAAAAWAAgAQAAAFYAIAcMAADrEAAgXQAA7BAAIF4AAO8QACBfAADuEAAgYAAA7RAAINMIAAD9DgAg1AgAAP0OACAT0wcAAJINADDUBwAAwAkAENUHAACSDQAw1gcBALkMACGTCAEAuQwAIZQIAQC5DAAhqQgBALoMACG4CAEAuQwAIbkIAQC5DAAhwwgBALoMACHECAIAvQwAIcUIAgC9DAAhzggBALoMACHPCAEAugwAIdAIQADCDAAh0QgCAL0MACHSCAAAuwwAINMIAQDBDAAh1AgBAMEMACEDAAAAVgAgAgAAvwkAMFwAAMAJACADAAAAVgAgAgAAVwAwAwAAWAAgAQAAAFwAIAEAAABcACADAAAAWgAgAgAAWwAwAwAAXAAgAwAAAFoAIAIAAFsAMAMAAFwAIAMAAABaACACAABbADADAABcACAJHwAA6hAAINYHAQAAAAHXBwAAAM0IAogIQAAAAAGJCAEAAAABiggBAAAAAbsIAQAAAAHLCAEAAAABzQgBAAAAAQFQAADICQAgCNYHAQAAAAHXBwAAAM0IAogIQAAAAAGJCAEAAAABiggBAAAAAbsIAQAAAAHLCAEAAAABzQgBAAAAAQFQAADKCQAwAVAAAMoJADAJHwAA6RAAINYHAQCDDwAh1wcAAOAQzQgiiAhAAIgPACGJCAEAhw8AIYoIAQCHDwAhuwgBAIcPACHLCAEAgw8AIc0IAQCHDwAhAgAAAFwAIFAAAM0JACAI1gcBAIMPACHXBwAA4BDNCCKICEAAiA8AIYkIAQCHDwAhiggBAIcPACG7CAEAhw8AIcsIAQCDDwAhzQgBAIcPACECAAAAWgAgUAAAzwkAIAIAAABaACBQAADPCQAgAwAAAFwAIFcAAMgJACBYAADNCQAgAQAAAFwAIAEAAABaACAHDAAA5hAAIF8AAOgQACBgAADnEAAgiQgAAP0OACCKCAAA_Q4AILsIAAD9DgAgzQgAAP0OACAL0wcAAI4NADDUBwAA1gkAENUHAACODQAw1gcBALkMACHXBwAAjw3NCCKICEAAwgwAIYkIAQDBDAAhiggBAMAMACG7CAEAwAwAIcsIAQC5DAAhzQgBAMAMACEDAAAAWgAgAgAA1QkAMFwAANYJACADAAAAWgAgAgAAWwAwAwAAXAAgAQAAAJkCACABAAAAmQIAIAMAAABmACACAACYAgAwAwAAmQIAIAMAAABmACACAACYAgAwAwAAmQIAIAMAAABmACACAACYAgAwAwAAmQIAIAkFAADkEAAgEAIAAAABJAAA5RAAINYHAQAAAAGeCAEAAAABxwiAAAAAAcgIQAAAAAHJCAEAAAAByggBAAAAAQFQAADeCQAgBxACAAAAAdYHAQAAAAGeCAEAAAABxwiAAAAAAcgIQAAAAAHJCAEAAAAByggBAAAAAQFQAADgCQAwAVAAAOAJADABAAAAAwAgCQUAAJ4QACAQAgCFDwAhJAAAnxAAINYHAQCDDwAhnggBAIcPACHHCIAAAAAByAhAAIgPACHJCAEAhw8AIcoIAQCDDwAhAgAAAJkCACBQAADkCQAgBxACAIUPACHWBwEAgw8AIZ4IAQCHDwAhxwiAAAAAAcgIQACIDwAhyQgBAIcPACHKCAEAgw8AIQIAAABmACBQAADmCQAgAgAAAGYAIFAAAOYJACABAAAAAwAgAwAAAJkCACBXAADeCQAgWAAA5AkAIAEAAACZAgAgAQAAAGYAIAcMAACZEAAgXQAAmhAAIF4AAJ0QACBfAACcEAAgYAAAmxAAIJ4IAAD9DgAgyQgAAP0OACAKEAIAvQwAIdMHAACNDQAw1AcAAO4JABDVBwAAjQ0AMNYHAQC5DAAhnggBAMEMACHHCAAAuwwAIMgIQADCDAAhyQgBAMEMACHKCAEAugwAIQMAAABmACACAADtCQAwXAAA7gkAIAMAAABmACACAACYAgAwAwAAmQIAIAvTBwAAiw0AMNQHAAD0CQAQ1QcAAIsNADCICEAA4gwAIYkIAQDhDAAhiggBANoMACG7CAEA2gwAIcMIAQDaDAAhxAgCAN0MACHFCAIA3QwAIcYIAACMDQAgAQAAAPEJACABAAAA8QkAIArTBwAAiw0AMNQHAAD0CQAQ1QcAAIsNADCICEAA4gwAIYkIAQDhDAAhiggBANoMACG7CAEA2gwAIcMIAQDaDAAhxAgCAN0MACHFCAIA3QwAIQGJCAAA_Q4AIAMAAAD0CQAgAgAA9QkAMAMAAPEJACADAAAA9AkAIAIAAPUJADADAADxCQAgAwAAAPQJACACAAD1CQAwAwAA8QkAIAeICEAAAAABiQgBAAAAAYoIAQAAAAG7CAEAAAABwwgBAAAAAcQIAgAAAAHFCAIAAAABAVAAAPkJACAHiAhAAAAAAYkIAQAAAAGKCAEAAAABuwgBAAAAAcMIAQAAAAHECAIAAAABxQgCAAAAAQFQAAD7CQAwAVAAAPsJADAHiAhAAIgPACGJCAEAhw8AIYoIAQCDDwAhuwgBAIMPACHDCAEAgw8AIcQIAgCFDwAhxQgCAIUPACECAAAA8QkAIFAAAP4JACAHiAhAAIgPACGJCAEAhw8AIYoIAQCDDwAhuwgBAIMPACHDCAEAgw8AIcQIAgCFDwAhxQgCAIUPACECAAAA9AkAIFAAAIAKACACAAAA9AkAIFAAAIAKACADAAAA8QkAIFcAAPkJACBYAAD-CQAgAQAAAPEJACABAAAA9AkAIAYMAACUEAAgXQAAlRAAIF4AAJgQACBfAACXEAAgYAAAlhAAIIkIAAD9DgAgCtMHAACKDQAw1AcAAIcKABDVBwAAig0AMIgIQADCDAAhiQgBAMEMACGKCAEAugwAIbsIAQC6DAAhwwgBALoMACHECAIAvQwAIcUIAgC9DAAhAwAAAPQJACACAACGCgAwXAAAhwoAIAMAAAD0CQAgAgAA9QkAMAMAAPEJACABAAAApgEAIAEAAACmAQAgAwAAAKQBACACAAClAQAwAwAApgEAIAMAAACkAQAgAgAApQEAMAMAAKYBACADAAAApAEAIAIAAKUBADADAACmAQAgEQ0AAJEQACAQAACSEAAgJgAAkxAAINYHAQAAAAGUCAEAAAABoAgBAAAAAaoIAQAAAAGtCEAAAAABrggBAAAAAa8IAQAAAAG5CAEAAAABuggCAAAAAbsIAQAAAAG8CEAAAAABvQiAAAAAAb4IAACQEAAgvwgCAAAAAQFQAACPCgAgDtYHAQAAAAGUCAEAAAABoAgBAAAAAaoIAQAAAAGtCEAAAAABrggBAAAAAa8IAQAAAAG5CAEAAAABuggCAAAAAbsIAQAAAAG8CEAAAAABvQiAAAAAAb4IAACQEAAgvwgCAAAAAQFQAACRCgAwAVAAAJEKADARDQAAgRAAIBAAAIIQACAmAACDEAAg1gcBAIMPACGUCAEAgw8AIaAIAQCHDwAhqggBAIMPACGtCEAAiA8AIa4IAQCHDwAhrwgBAIMPACG5CAEAgw8AIboIAgCFDwAhuwgBAIMPACG8CEAAiA8AIb0IgAAAAAG-CAAAgBAAIL8IAgCFDwAhAgAAAKYBACBQAACUCgAgDtYHAQCDDwAhlAgBAIMPACGgCAEAhw8AIaoIAQCDDwAhrQhAAIgPACGuCAEAhw8AIa8IAQCDDwAhuQgBAIMPACG6CAIAhQ8AIbsIAQCDDwAhvAhAAIgPACG9CIAAAAABvggAAIAQACC_CAIAhQ8AIQIAAACkAQAgUAAAlgoAIAIAAACkAQAgUAAAlgoAIAMAAACmAQAgVwAAjwoAIFgAAJQKACABAAAApgEAIAEAAACkAQAgBwwAAPsPACBdAAD8DwAgXgAA_w8AIF8AAP4PACBgAAD9DwAgoAgAAP0OACCuCAAA_Q4AIBHTBwAAiA0AMNQHAACdCgAQ1QcAAIgNADDWBwEAuQwAIZQIAQC5DAAhoAgBAMAMACGqCAEAugwAIa0IQADCDAAhrggBAMEMACGvCAEAugwAIbkIAQC5DAAhuggCAL0MACG7CAEAugwAIbwIQADCDAAhvQgAALsMACC-CAAAiQ0AIL8IAgC9DAAhAwAAAKQBACACAACcCgAwXAAAnQoAIAMAAACkAQAgAgAApQEAMAMAAKYBACABAAAAbwAgAQAAAG8AIAMAAABtACACAABuADADAABvACADAAAAbQAgAgAAbgAwAwAAbwAgAwAAAG0AIAIAAG4AMAMAAG8AIAkGAAD3DwAgFQAA-A8AIB4AAPkPACAnAAD2DwAgKQAA-g8AIPYHAQAAAAGTCAEAAAABtQgBAAAAAbgIAQAAAAEBUAAApQoAIAT2BwEAAAABkwgBAAAAAbUIAQAAAAG4CAEAAAABAVAAAKcKADABUAAApwoAMAkGAADtDwAgFQAA7g8AIB4AAO8PACAnAADsDwAgKQAA8A8AIPYHAQCDDwAhkwgBAIMPACG1CAEAgw8AIbgIAQCDDwAhAgAAAG8AIFAAAKoKACAE9gcBAIMPACGTCAEAgw8AIbUIAQCDDwAhuAgBAIMPACECAAAAbQAgUAAArAoAIAIAAABtACBQAACsCgAgAwAAAG8AIFcAAKUKACBYAACqCgAgAQAAAG8AIAEAAABtACADDAAA6Q8AIF8AAOsPACBgAADqDwAgB9MHAACHDQAw1AcAALMKABDVBwAAhw0AMPYHAQC5DAAhkwgBALkMACG1CAEAuQwAIbgIAQC5DAAhAwAAAG0AIAIAALIKADBcAACzCgAgAwAAAG0AIAIAAG4AMAMAAG8AIAsXAADbDAAgKAAAhg0AINMHAACFDQAw1AcAAHMAENUHAACFDQAwkwgBANkMACGmCAEA2gwAIacIAQDaDAAhtQgBANkMACG2CEAA4gwAIbcIAACEDQAgAQAAALYKACABAAAAtgoAIAEoAADoDwAgAwAAAHMAIAIAALkKADADAAC2CgAgAwAAAHMAIAIAALkKADADAAC2CgAgAwAAAHMAIAIAALkKADADAAC2CgAgBxeAAAAAASgAAOcPACCTCAEAAAABpggBAAAAAacIAQAAAAG1CAEAAAABtghAAAAAAQFQAAC9CgAgBheAAAAAAZMIAQAAAAGmCAEAAAABpwgBAAAAAbUIAQAAAAG2CEAAAAABAVAAAL8KADABUAAAvwoAMAcXgAAAAAEoAADmDwAgkwgBAIMPACGmCAEAgw8AIacIAQCDDwAhtQgBAIMPACG2CEAAiA8AIQIAAAC2CgAgUAAAwgoAIAYXgAAAAAGTCAEAgw8AIaYIAQCDDwAhpwgBAIMPACG1CAEAgw8AIbYIQACIDwAhAgAAAHMAIFAAAMQKACACAAAAcwAgUAAAxAoAIAMAAAC2CgAgVwAAvQoAIFgAAMIKACABAAAAtgoAIAEAAABzACADDAAA4w8AIF8AAOUPACBgAADkDwAgCRcAALsMACDTBwAAgw0AMNQHAADLCgAQ1QcAAIMNADCTCAEAuQwAIaYIAQC6DAAhpwgBALoMACG1CAEAuQwAIbYIQADCDAAhAwAAAHMAIAIAAMoKADBcAADLCgAgAwAAAHMAIAIAALkKADADAAC2CgAgDgUAAIENACA6AACCDQAg0wcAAIANADDUBwAAkgIAENUHAACADQAw1gcBAAAAAf8HQADiDAAhlwgBANoMACGeCAEAAAABqggBANoMACGrCAEA2gwAIawIQADjDAAhsAgCAN0MACGxCAEA2gwAIQEAAADOCgAgAQAAAM4KACADBQAA4Q8AIDoAAOIPACCsCAAA_Q4AIAMAAACSAgAgAgAA0QoAMAMAAM4KACADAAAAkgIAIAIAANEKADADAADOCgAgAwAAAJICACACAADRCgAwAwAAzgoAIAsFAADfDwAgOgAA4A8AINYHAQAAAAH_B0AAAAABlwgBAAAAAZ4IAQAAAAGqCAEAAAABqwgBAAAAAawIQAAAAAGwCAIAAAABsQgBAAAAAQFQAADVCgAgCdYHAQAAAAH_B0AAAAABlwgBAAAAAZ4IAQAAAAGqCAEAAAABqwgBAAAAAawIQAAAAAGwCAIAAAABsQgBAAAAAQFQAADXCgAwAVAAANcKADALBQAA0Q8AIDoAANIPACDWBwEAgw8AIf8HQACIDwAhlwgBAIMPACGeCAEAgw8AIaoIAQCDDwAhqwgBAIMPACGsCEAAiQ8AIbAIAgCFDwAhsQgBAIMPACECAAAAzgoAIFAAANoKACAJ1gcBAIMPACH_B0AAiA8AIZcIAQCDDwAhnggBAIMPACGqCAEAgw8AIasIAQCDDwAhrAhAAIkPACGwCAIAhQ8AIbEIAQCDDwAhAgAAAJICACBQAADcCgAgAgAAAJICACBQAADcCgAgAwAAAM4KACBXAADVCgAgWAAA2goAIAEAAADOCgAgAQAAAJICACAGDAAAzA8AIF0AAM0PACBeAADQDwAgXwAAzw8AIGAAAM4PACCsCAAA_Q4AIAzTBwAA_wwAMNQHAADjCgAQ1QcAAP8MADDWBwEAuQwAIf8HQADCDAAhlwgBALoMACGeCAEAuQwAIaoIAQC6DAAhqwgBALoMACGsCEAAwwwAIbAIAgC9DAAhsQgBALoMACEDAAAAkgIAIAIAAOIKADBcAADjCgAgAwAAAJICACACAADRCgAwAwAAzgoAIAEAAAD_AQAgAQAAAP8BACADAAAA_QEAIAIAAP4BADADAAD_AQAgAwAAAP0BACACAAD-AQAwAwAA_wEAIAMAAAD9AQAgAgAA_gEAMAMAAP8BACAMRQAAyg8AIEYAAMsPACDWBwEAAAABlwgBAAAAAagIAQAAAAGpCAIAAAABqggBAAAAAasIAQAAAAGsCEAAAAABrQhAAAAAAa4IAQAAAAGvCAEAAAABAVAAAOsKACAK1gcBAAAAAZcIAQAAAAGoCAEAAAABqQgCAAAAAaoIAQAAAAGrCAEAAAABrAhAAAAAAa0IQAAAAAGuCAEAAAABrwgBAAAAAQFQAADtCgAwAVAAAO0KADAMRQAAvA8AIEYAAL0PACDWBwEAgw8AIZcIAQCDDwAhqAgBAIMPACGpCAIAhQ8AIaoIAQCDDwAhqwgBAIMPACGsCEAAiA8AIa0IQACIDwAhrggBAIcPACGvCAEAgw8AIQIAAAD_AQAgUAAA8AoAIArWBwEAgw8AIZcIAQCDDwAhqAgBAIMPACGpCAIAhQ8AIaoIAQCDDwAhqwgBAIMPACGsCEAAiA8AIa0IQACIDwAhrggBAIcPACGvCAEAgw8AIQIAAAD9AQAgUAAA8goAIAIAAAD9AQAgUAAA8goAIAMAAAD_AQAgVwAA6woAIFgAAPAKACABAAAA_wEAIAEAAAD9AQAgBgwAALcPACBdAAC4DwAgXgAAuw8AIF8AALoPACBgAAC5DwAgrggAAP0OACAN0wcAAP4MADDUBwAA-QoAENUHAAD-DAAw1gcBALkMACGXCAEAugwAIagIAQC5DAAhqQgCAL0MACGqCAEAugwAIasIAQC6DAAhrAhAAMIMACGtCEAAwgwAIa4IAQDBDAAhrwgBALoMACEDAAAA_QEAIAIAAPgKADBcAAD5CgAgAwAAAP0BACACAAD-AQAwAwAA_wEAIAEAAAD7AQAgAQAAAPsBACADAAAA-QEAIAIAAPoBADADAAD7AQAgAwAAAPkBACACAAD6AQAwAwAA-wEAIAMAAAD5AQAgAgAA-gEAMAMAAPsBACAHBgAAtg8AIBAAALUPACCICEAAAAABkwgBAAAAAZQIAQAAAAGmCAEAAAABpwgBAAAAAQFQAACBCwAgBYgIQAAAAAGTCAEAAAABlAgBAAAAAaYIAQAAAAGnCAEAAAABAVAAAIMLADABUAAAgwsAMAcGAAC0DwAgEAAAsw8AIIgIQACIDwAhkwgBAIMPACGUCAEAgw8AIaYIAQCDDwAhpwgBAIMPACECAAAA-wEAIFAAAIYLACAFiAhAAIgPACGTCAEAgw8AIZQIAQCDDwAhpggBAIMPACGnCAEAgw8AIQIAAAD5AQAgUAAAiAsAIAIAAAD5AQAgUAAAiAsAIAMAAAD7AQAgVwAAgQsAIFgAAIYLACABAAAA-wEAIAEAAAD5AQAgAwwAALAPACBfAACyDwAgYAAAsQ8AIAjTBwAA_QwAMNQHAACPCwAQ1QcAAP0MADCICEAAwgwAIZMIAQC5DAAhlAgBALkMACGmCAEAugwAIacIAQC6DAAhAwAAAPkBACACAACOCwAwXAAAjwsAIAMAAAD5AQAgAgAA-gEAMAMAAPsBACABAAAAlgIAIAEAAACWAgAgAwAAAJQCACACAACVAgAwAwAAlgIAIAMAAACUAgAgAgAAlQIAMAMAAJYCACADAAAAlAIAIAIAAJUCADADAACWAgAgDQUAAK8PACDWBwEAAAAB9wcBAAAAAZUIAQAAAAGXCAEAAAABnggBAAAAAZ8IAQAAAAGgCAEAAAABoQgBAAAAAaIIBAAAAAGjCEAAAAABpAgBAAAAAaUIQAAAAAEBUAAAlwsAIAzWBwEAAAAB9wcBAAAAAZUIAQAAAAGXCAEAAAABnggBAAAAAZ8IAQAAAAGgCAEAAAABoQgBAAAAAaIIBAAAAAGjCEAAAAABpAgBAAAAAaUIQAAAAAEBUAAAmQsAMAFQAACZCwAwDQUAAK4PACDWBwEAgw8AIfcHAQCHDwAhlQgBAIcPACGXCAEAgw8AIZ4IAQCDDwAhnwgBAIMPACGgCAEAhw8AIaEIAQCHDwAhoggEAJ4PACGjCEAAiA8AIaQIAQCDDwAhpQhAAIkPACECAAAAlgIAIFAAAJwLACAM1gcBAIMPACH3BwEAhw8AIZUIAQCHDwAhlwgBAIMPACGeCAEAgw8AIZ8IAQCDDwAhoAgBAIcPACGhCAEAhw8AIaIIBACeDwAhowhAAIgPACGkCAEAgw8AIaUIQACJDwAhAgAAAJQCACBQAACeCwAgAgAAAJQCACBQAACeCwAgAwAAAJYCACBXAACXCwAgWAAAnAsAIAEAAACWAgAgAQAAAJQCACAKDAAAqQ8AIF0AAKoPACBeAACtDwAgXwAArA8AIGAAAKsPACD3BwAA_Q4AIJUIAAD9DgAgoAgAAP0OACChCAAA_Q4AIKUIAAD9DgAgD9MHAAD8DAAw1AcAAKULABDVBwAA_AwAMNYHAQC5DAAh9wcBAMAMACGVCAEAwAwAIZcIAQC6DAAhnggBALkMACGfCAEAugwAIaAIAQDADAAhoQgBAMAMACGiCAQA8wwAIaMIQADCDAAhpAgBALoMACGlCEAAwwwAIQMAAACUAgAgAgAApAsAMFwAAKULACADAAAAlAIAIAIAAJUCADADAACWAgAgAQAAAKoBACABAAAAqgEAIAMAAACoAQAgAgAAqQEAMAMAAKoBACADAAAAqAEAIAIAAKkBADADAACqAQAgAwAAAKgBACACAACpAQAwAwAAqgEAIA8GAACnDwAgEAAAqA8AINYHAQAAAAHbBwAAAJkIAvcHAQAAAAGTCAEAAAABlAgBAAAAAZUIAQAAAAGWCAEAAAABlwgBAAAAAZkIQAAAAAGaCAEAAAABmwhAAAAAAZwIAQAAAAGdCAIAAAABAVAAAK0LACAN1gcBAAAAAdsHAAAAmQgC9wcBAAAAAZMIAQAAAAGUCAEAAAABlQgBAAAAAZYIAQAAAAGXCAEAAAABmQhAAAAAAZoIAQAAAAGbCEAAAAABnAgBAAAAAZ0IAgAAAAEBUAAArwsAMAFQAACvCwAwDwYAAKUPACAQAACmDwAg1gcBAIMPACHbBwAApA-ZCCL3BwEAgw8AIZMIAQCDDwAhlAgBAIMPACGVCAEAhw8AIZYIAQCDDwAhlwgBAIMPACGZCEAAiA8AIZoIAQCHDwAhmwhAAIkPACGcCAEAhw8AIZ0IAgCGDwAhAgAAAKoBACBQAACyCwAgDdYHAQCDDwAh2wcAAKQPmQgi9wcBAIMPACGTCAEAgw8AIZQIAQCDDwAhlQgBAIcPACGWCAEAgw8AIZcIAQCDDwAhmQhAAIgPACGaCAEAhw8AIZsIQACJDwAhnAgBAIcPACGdCAIAhg8AIQIAAACoAQAgUAAAtAsAIAIAAACoAQAgUAAAtAsAIAMAAACqAQAgVwAArQsAIFgAALILACABAAAAqgEAIAEAAACoAQAgCgwAAJ8PACBdAACgDwAgXgAAow8AIF8AAKIPACBgAAChDwAglQgAAP0OACCaCAAA_Q4AIJsIAAD9DgAgnAgAAP0OACCdCAAA_Q4AIBDTBwAA-AwAMNQHAAC7CwAQ1QcAAPgMADDWBwEAuQwAIdsHAAD5DJkIIvcHAQC6DAAhkwgBALkMACGUCAEAuQwAIZUIAQDADAAhlggBALoMACGXCAEAugwAIZkIQADCDAAhmggBAMAMACGbCEAAwwwAIZwIAQDADAAhnQgCAL4MACEDAAAAqAEAIAIAALoLADBcAAC7CwAgAwAAAKgBACACAACpAQAwAwAAqgEAIA_TBwAA9gwAMNQHAADBCwAQ1QcAAPYMADDWBwQAAAABiAhAAOIMACGJCAEA4QwAIYoIAQDaDAAhiwgBANoMACGMCAEA2gwAIY0IAQDaDAAhjggBANoMACGPCAEA4AwAIZAIAQDgDAAhkQgAAN8MACCSCAAA3wwAIAEAAAC-CwAgAQAAAL4LACAP0wcAAPYMADDUBwAAwQsAENUHAAD2DAAw1gcEAPcMACGICEAA4gwAIYkIAQDhDAAhiggBANoMACGLCAEA2gwAIYwIAQDaDAAhjQgBANoMACGOCAEA2gwAIY8IAQDgDAAhkAgBAOAMACGRCAAA3wwAIJIIAADfDAAgBYkIAAD9DgAgjwgAAP0OACCQCAAA_Q4AIJEIAAD9DgAgkggAAP0OACADAAAAwQsAIAIAAMILADADAAC-CwAgAwAAAMELACACAADCCwAwAwAAvgsAIAMAAADBCwAgAgAAwgsAMAMAAL4LACAM1gcEAAAAAYgIQAAAAAGJCAEAAAABiggBAAAAAYsIAQAAAAGMCAEAAAABjQgBAAAAAY4IAQAAAAGPCAEAAAABkAgBAAAAAZEIgAAAAAGSCIAAAAABAVAAAMYLACAM1gcEAAAAAYgIQAAAAAGJCAEAAAABiggBAAAAAYsIAQAAAAGMCAEAAAABjQgBAAAAAY4IAQAAAAGPCAEAAAABkAgBAAAAAZEIgAAAAAGSCIAAAAABAVAAAMgLADABUAAAyAsAMAzWBwQAng8AIYgIQACIDwAhiQgBAIcPACGKCAEAgw8AIYsIAQCDDwAhjAgBAIMPACGNCAEAgw8AIY4IAQCDDwAhjwgBAIcPACGQCAEAhw8AIZEIgAAAAAGSCIAAAAABAgAAAL4LACBQAADLCwAgDNYHBACeDwAhiAhAAIgPACGJCAEAhw8AIYoIAQCDDwAhiwgBAIMPACGMCAEAgw8AIY0IAQCDDwAhjggBAIMPACGPCAEAhw8AIZAIAQCHDwAhkQiAAAAAAZIIgAAAAAECAAAAwQsAIFAAAM0LACACAAAAwQsAIFAAAM0LACADAAAAvgsAIFcAAMYLACBYAADLCwAgAQAAAL4LACABAAAAwQsAIAoMAACZDwAgXQAAmg8AIF4AAJ0PACBfAACcDwAgYAAAmw8AIIkIAAD9DgAgjwgAAP0OACCQCAAA_Q4AIJEIAAD9DgAgkggAAP0OACAP0wcAAPIMADDUBwAA1AsAENUHAADyDAAw1gcEAPMMACGICEAAwgwAIYkIAQDBDAAhiggBALoMACGLCAEAugwAIYwIAQC6DAAhjQgBALoMACGOCAEAugwAIY8IAQDADAAhkAgBAMAMACGRCAAAvwwAIJIIAAC_DAAgAwAAAMELACACAADTCwAwXAAA1AsAIAMAAADBCwAgAgAAwgsAMAMAAL4LACAG0wcAAPEMADDUBwAA2gsAENUHAADxDAAw_wdAAOIMACGGCAEAAAABhwgAANsMACABAAAA1wsAIAEAAADXCwAgBtMHAADxDAAw1AcAANoLABDVBwAA8QwAMP8HQADiDAAhhggBANoMACGHCAAA2wwAIAADAAAA2gsAIAIAANsLADADAADXCwAgAwAAANoLACACAADbCwAwAwAA1wsAIAMAAADaCwAgAgAA2wsAMAMAANcLACAD_wdAAAAAAYYIAQAAAAGHCIAAAAABAVAAAN8LACAD_wdAAAAAAYYIAQAAAAGHCIAAAAABAVAAAOELADABUAAA4QsAMAP_B0AAiA8AIYYIAQCDDwAhhwiAAAAAAQIAAADXCwAgUAAA5AsAIAP_B0AAiA8AIYYIAQCDDwAhhwiAAAAAAQIAAADaCwAgUAAA5gsAIAIAAADaCwAgUAAA5gsAIAMAAADXCwAgVwAA3wsAIFgAAOQLACABAAAA1wsAIAEAAADaCwAgAwwAAJYPACBfAACYDwAgYAAAlw8AIAbTBwAA8AwAMNQHAADtCwAQ1QcAAPAMADD_B0AAwgwAIYYIAQC6DAAhhwgAALsMACADAAAA2gsAIAIAAOwLADBcAADtCwAgAwAAANoLACACAADbCwAwAwAA1wsAIArTBwAA7gwAMNQHAADzCwAQ1QcAAO4MADDWBwEAAAABgAgBANoMACGBCAAB7wwAIYIIQADiDAAhgwgBAOEMACGECAEA2gwAIYUIQADjDAAhAQAAAPALACABAAAA8AsAIArTBwAA7gwAMNQHAADzCwAQ1QcAAO4MADDWBwEA2QwAIYAIAQDaDAAhgQgAAe8MACGCCEAA4gwAIYMIAQDhDAAhhAgBANoMACGFCEAA4wwAIQKDCAAA_Q4AIIUIAAD9DgAgAwAAAPMLACACAAD0CwAwAwAA8AsAIAMAAADzCwAgAgAA9AsAMAMAAPALACADAAAA8wsAIAIAAPQLADADAADwCwAgB9YHAQAAAAGACAEAAAABgQgAAQAAAYIIQAAAAAGDCAEAAAABhAgBAAAAAYUIQAAAAAEBUAAA-AsAIAfWBwEAAAABgAgBAAAAAYEIAAEAAAGCCEAAAAABgwgBAAAAAYQIAQAAAAGFCEAAAAABAVAAAPoLADABUAAA-gsAMAfWBwEAgw8AIYAIAQCDDwAhgQgAAZUPACGCCEAAiA8AIYMIAQCHDwAhhAgBAIMPACGFCEAAiQ8AIQIAAADwCwAgUAAA_QsAIAfWBwEAgw8AIYAIAQCDDwAhgQgAAZUPACGCCEAAiA8AIYMIAQCHDwAhhAgBAIMPACGFCEAAiQ8AIQIAAADzCwAgUAAA_wsAIAIAAADzCwAgUAAA_wsAIAMAAADwCwAgVwAA-AsAIFgAAP0LACABAAAA8AsAIAEAAADzCwAgBQwAAJIPACBfAACUDwAgYAAAkw8AIIMIAAD9DgAghQgAAP0OACAK0wcAAOoMADDUBwAAhgwAENUHAADqDAAw1gcBALkMACGACAEAugwAIYEIAAHrDAAhgghAAMIMACGDCAEAwQwAIYQIAQC6DAAhhQhAAMMMACEDAAAA8wsAIAIAAIUMADBcAACGDAAgAwAAAPMLACACAAD0CwAwAwAA8AsAIAEAAADsAQAgAQAAAOwBACADAAAA6gEAIAIAAOsBADADAADsAQAgAwAAAOoBACACAADrAQAwAwAA7AEAIAMAAADqAQAgAgAA6wEAMAMAAOwBACALFQAAkQ8AIPYHAQAAAAH3BwEAAAAB-AcBAAAAAfkHEAAAAAH6B4AAAAAB-wcBAAAAAfwHAgAAAAH9BwIAAAAB_gcCAAAAAf8HQAAAAAEBUAAAjgwAIAr2BwEAAAAB9wcBAAAAAfgHAQAAAAH5BxAAAAAB-geAAAAAAfsHAQAAAAH8BwIAAAAB_QcCAAAAAf4HAgAAAAH_B0AAAAABAVAAAJAMADABUAAAkAwAMAsVAACQDwAg9gcBAIMPACH3BwEAgw8AIfgHAQCDDwAh-QcQAI8PACH6B4AAAAAB-wcBAIMPACH8BwIAhQ8AIf0HAgCFDwAh_gcCAIUPACH_B0AAiA8AIQIAAADsAQAgUAAAkwwAIAr2BwEAgw8AIfcHAQCDDwAh-AcBAIMPACH5BxAAjw8AIfoHgAAAAAH7BwEAgw8AIfwHAgCFDwAh_QcCAIUPACH-BwIAhQ8AIf8HQACIDwAhAgAAAOoBACBQAACVDAAgAgAAAOoBACBQAACVDAAgAwAAAOwBACBXAACODAAgWAAAkwwAIAEAAADsAQAgAQAAAOoBACAGDAAAig8AIF0AAIsPACBeAACODwAgXwAAjQ8AIGAAAIwPACD5BwAA_Q4AIA3TBwAA5gwAMNQHAACcDAAQ1QcAAOYMADD2BwEAuQwAIfcHAQC6DAAh-AcBALoMACH5BxAA5wwAIfoHAAC7DAAg-wcBALoMACH8BwIAvQwAIf0HAgC9DAAh_gcCAL0MACH_B0AAwgwAIQMAAADqAQAgAgAAmwwAMFwAAJwMACADAAAA6gEAIAIAAOsBADADAADsAQAgEikCAN0MACHTBwAA2AwAMNQHAACiDAAQ1QcAANgMADDWBwEAAAAB1wcBANoMACHYBwEA2gwAIdkHAADbDAAg2wcAANwM2wci3AcCAN4MACHdBwIA3QwAId4HAADfDAAg3wcBAOAMACHgBwEA4QwAIeEHAQDaDAAh4gdAAOIMACHjB0AA4wwAIeQHQADjDAAhAQAAAJ8MACABAAAAnwwAIBIpAgDdDAAh0wcAANgMADDUBwAAogwAENUHAADYDAAw1gcBANkMACHXBwEA2gwAIdgHAQDaDAAh2QcAANsMACDbBwAA3AzbByLcBwIA3gwAId0HAgDdDAAh3gcAAN8MACDfBwEA4AwAIeAHAQDhDAAh4QcBANoMACHiB0AA4gwAIeMHQADjDAAh5AdAAOMMACEG3AcAAP0OACDeBwAA_Q4AIN8HAAD9DgAg4AcAAP0OACDjBwAA_Q4AIOQHAAD9DgAgAwAAAKIMACACAACjDAAwAwAAnwwAIAMAAACiDAAgAgAAowwAMAMAAJ8MACADAAAAogwAIAIAAKMMADADAACfDAAgDykCAAAAAdYHAQAAAAHXBwEAAAAB2AcBAAAAAdkHgAAAAAHbBwAAANsHAtwHAgAAAAHdBwIAAAAB3geAAAAAAd8HAQAAAAHgBwEAAAAB4QcBAAAAAeIHQAAAAAHjB0AAAAAB5AdAAAAAAQFQAACnDAAgDykCAAAAAdYHAQAAAAHXBwEAAAAB2AcBAAAAAdkHgAAAAAHbBwAAANsHAtwHAgAAAAHdBwIAAAAB3geAAAAAAd8HAQAAAAHgBwEAAAAB4QcBAAAAAeIHQAAAAAHjB0AAAAAB5AdAAAAAAQFQAACpDAAwAVAAAKkMADAPKQIAhQ8AIdYHAQCDDwAh1wcBAIMPACHYBwEAgw8AIdkHgAAAAAHbBwAAhA_bByLcBwIAhg8AId0HAgCFDwAh3geAAAAAAd8HAQCHDwAh4AcBAIcPACHhBwEAgw8AIeIHQACIDwAh4wdAAIkPACHkB0AAiQ8AIQIAAACfDAAgUAAArAwAIA8pAgCFDwAh1gcBAIMPACHXBwEAgw8AIdgHAQCDDwAh2QeAAAAAAdsHAACED9sHItwHAgCGDwAh3QcCAIUPACHeB4AAAAAB3wcBAIcPACHgBwEAhw8AIeEHAQCDDwAh4gdAAIgPACHjB0AAiQ8AIeQHQACJDwAhAgAAAKIMACBQAACuDAAgAgAAAKIMACBQAACuDAAgAwAAAJ8MACBXAACnDAAgWAAArAwAIAEAAACfDAAgAQAAAKIMACALDAAA_g4AIF0AAP8OACBeAACCDwAgXwAAgQ8AIGAAAIAPACDcBwAA_Q4AIN4HAAD9DgAg3wcAAP0OACDgBwAA_Q4AIOMHAAD9DgAg5AcAAP0OACASKQIAvQwAIdMHAAC4DAAw1AcAALUMABDVBwAAuAwAMNYHAQC5DAAh1wcBALoMACHYBwEAugwAIdkHAAC7DAAg2wcAALwM2wci3AcCAL4MACHdBwIAvQwAId4HAAC_DAAg3wcBAMAMACHgBwEAwQwAIeEHAQC6DAAh4gdAAMIMACHjB0AAwwwAIeQHQADDDAAhAwAAAKIMACACAAC0DAAwXAAAtQwAIAMAAACiDAAgAgAAowwAMAMAAJ8MACASKQIAvQwAIdMHAAC4DAAw1AcAALUMABDVBwAAuAwAMNYHAQC5DAAh1wcBALoMACHYBwEAugwAIdkHAAC7DAAg2wcAALwM2wci3AcCAL4MACHdBwIAvQwAId4HAAC_DAAg3wcBAMAMACHgBwEAwQwAIeEHAQC6DAAh4gdAAMIMACHjB0AAwwwAIeQHQADDDAAhCwwAAMgMACBfAADWDAAgYAAA1gwAIOUHAQAAAAHmBwEAAAAE5wcBAAAABOgHAQAAAAHpBwEAAAAB6gcBAAAAAesHAQAAAAHsBwEA1wwAIQ4MAADIDAAgXwAA1gwAIGAAANYMACDlBwEAAAAB5gcBAAAABOcHAQAAAAToBwEAAAAB6QcBAAAAAeoHAQAAAAHrBwEAAAAB7AcBANUMACHtBwEAAAAB7gcBAAAAAe8HAQAAAAEPDAAAyAwAIF8AANQMACBgAADUDAAg5QeAAAAAAegHgAAAAAHpB4AAAAAB6geAAAAAAesHgAAAAAHsB4AAAAAB8AcBAAAAAfEHAQAAAAHyBwEAAAAB8weAAAAAAfQHgAAAAAH1B4AAAAABBwwAAMgMACBfAADTDAAgYAAA0wwAIOUHAAAA2wcC5gcAAADbBwjnBwAAANsHCOwHAADSDNsHIg0MAADIDAAgXQAA0QwAIF4AAMgMACBfAADIDAAgYAAAyAwAIOUHAgAAAAHmBwIAAAAE5wcCAAAABOgHAgAAAAHpBwIAAAAB6gcCAAAAAesHAgAAAAHsBwIA0AwAIQ0MAADFDAAgXQAAzwwAIF4AAMUMACBfAADFDAAgYAAAxQwAIOUHAgAAAAHmBwIAAAAF5wcCAAAABegHAgAAAAHpBwIAAAAB6gcCAAAAAesHAgAAAAHsBwIAzgwAIQ8MAADFDAAgXwAAzQwAIGAAAM0MACDlB4AAAAAB6AeAAAAAAekHgAAAAAHqB4AAAAAB6weAAAAAAewHgAAAAAHwBwEAAAAB8QcBAAAAAfIHAQAAAAHzB4AAAAAB9AeAAAAAAfUHgAAAAAEODAAAxQwAIF8AAMsMACBgAADLDAAg5QcBAAAAAeYHAQAAAAXnBwEAAAAF6AcBAAAAAekHAQAAAAHqBwEAAAAB6wcBAAAAAewHAQDMDAAh7QcBAAAAAe4HAQAAAAHvBwEAAAABCwwAAMUMACBfAADLDAAgYAAAywwAIOUHAQAAAAHmBwEAAAAF5wcBAAAABegHAQAAAAHpBwEAAAAB6gcBAAAAAesHAQAAAAHsBwEAygwAIQsMAADIDAAgXwAAyQwAIGAAAMkMACDlB0AAAAAB5gdAAAAABOcHQAAAAAToB0AAAAAB6QdAAAAAAeoHQAAAAAHrB0AAAAAB7AdAAMcMACELDAAAxQwAIF8AAMYMACBgAADGDAAg5QdAAAAAAeYHQAAAAAXnB0AAAAAF6AdAAAAAAekHQAAAAAHqB0AAAAAB6wdAAAAAAewHQADEDAAhCwwAAMUMACBfAADGDAAgYAAAxgwAIOUHQAAAAAHmB0AAAAAF5wdAAAAABegHQAAAAAHpB0AAAAAB6gdAAAAAAesHQAAAAAHsB0AAxAwAIQjlBwIAAAAB5gcCAAAABecHAgAAAAXoBwIAAAAB6QcCAAAAAeoHAgAAAAHrBwIAAAAB7AcCAMUMACEI5QdAAAAAAeYHQAAAAAXnB0AAAAAF6AdAAAAAAekHQAAAAAHqB0AAAAAB6wdAAAAAAewHQADGDAAhCwwAAMgMACBfAADJDAAgYAAAyQwAIOUHQAAAAAHmB0AAAAAE5wdAAAAABOgHQAAAAAHpB0AAAAAB6gdAAAAAAesHQAAAAAHsB0AAxwwAIQjlBwIAAAAB5gcCAAAABOcHAgAAAAToBwIAAAAB6QcCAAAAAeoHAgAAAAHrBwIAAAAB7AcCAMgMACEI5QdAAAAAAeYHQAAAAATnB0AAAAAE6AdAAAAAAekHQAAAAAHqB0AAAAAB6wdAAAAAAewHQADJDAAhCwwAAMUMACBfAADLDAAgYAAAywwAIOUHAQAAAAHmBwEAAAAF5wcBAAAABegHAQAAAAHpBwEAAAAB6gcBAAAAAesHAQAAAAHsBwEAygwAIQvlBwEAAAAB5gcBAAAABecHAQAAAAXoBwEAAAAB6QcBAAAAAeoHAQAAAAHrBwEAAAAB7AcBAMsMACHtBwEAAAAB7gcBAAAAAe8HAQAAAAEODAAAxQwAIF8AAMsMACBgAADLDAAg5QcBAAAAAeYHAQAAAAXnBwEAAAAF6AcBAAAAAekHAQAAAAHqBwEAAAAB6wcBAAAAAewHAQDMDAAh7QcBAAAAAe4HAQAAAAHvBwEAAAABDOUHgAAAAAHoB4AAAAAB6QeAAAAAAeoHgAAAAAHrB4AAAAAB7AeAAAAAAfAHAQAAAAHxBwEAAAAB8gcBAAAAAfMHgAAAAAH0B4AAAAAB9QeAAAAAAQ0MAADFDAAgXQAAzwwAIF4AAMUMACBfAADFDAAgYAAAxQwAIOUHAgAAAAHmBwIAAAAF5wcCAAAABegHAgAAAAHpBwIAAAAB6gcCAAAAAesHAgAAAAHsBwIAzgwAIQjlBwgAAAAB5gcIAAAABecHCAAAAAXoBwgAAAAB6QcIAAAAAeoHCAAAAAHrBwgAAAAB7AcIAM8MACENDAAAyAwAIF0AANEMACBeAADIDAAgXwAAyAwAIGAAAMgMACDlBwIAAAAB5gcCAAAABOcHAgAAAAToBwIAAAAB6QcCAAAAAeoHAgAAAAHrBwIAAAAB7AcCANAMACEI5QcIAAAAAeYHCAAAAATnBwgAAAAE6AcIAAAAAekHCAAAAAHqBwgAAAAB6wcIAAAAAewHCADRDAAhBwwAAMgMACBfAADTDAAgYAAA0wwAIOUHAAAA2wcC5gcAAADbBwjnBwAAANsHCOwHAADSDNsHIgTlBwAAANsHAuYHAAAA2wcI5wcAAADbBwjsBwAA0wzbByIM5QeAAAAAAegHgAAAAAHpB4AAAAAB6geAAAAAAesHgAAAAAHsB4AAAAAB8AcBAAAAAfEHAQAAAAHyBwEAAAAB8weAAAAAAfQHgAAAAAH1B4AAAAABDgwAAMgMACBfAADWDAAgYAAA1gwAIOUHAQAAAAHmBwEAAAAE5wcBAAAABOgHAQAAAAHpBwEAAAAB6gcBAAAAAesHAQAAAAHsBwEA1QwAIe0HAQAAAAHuBwEAAAAB7wcBAAAAAQvlBwEAAAAB5gcBAAAABOcHAQAAAAToBwEAAAAB6QcBAAAAAeoHAQAAAAHrBwEAAAAB7AcBANYMACHtBwEAAAAB7gcBAAAAAe8HAQAAAAELDAAAyAwAIF8AANYMACBgAADWDAAg5QcBAAAAAeYHAQAAAATnBwEAAAAE6AcBAAAAAekHAQAAAAHqBwEAAAAB6wcBAAAAAewHAQDXDAAhEikCAN0MACHTBwAA2AwAMNQHAACiDAAQ1QcAANgMADDWBwEA2QwAIdcHAQDaDAAh2AcBANoMACHZBwAA2wwAINsHAADcDNsHItwHAgDeDAAh3QcCAN0MACHeBwAA3wwAIN8HAQDgDAAh4AcBAOEMACHhBwEA2gwAIeIHQADiDAAh4wdAAOMMACHkB0AA4wwAIQjlBwEAAAAB5gcBAAAABOcHAQAAAAToBwEAAAAB6QcBAAAAAeoHAQAAAAHrBwEAAAAB7AcBAOUMACEL5QcBAAAAAeYHAQAAAATnBwEAAAAE6AcBAAAAAekHAQAAAAHqBwEAAAAB6wcBAAAAAewHAQDWDAAh7QcBAAAAAe4HAQAAAAHvBwEAAAABDOUHgAAAAAHoB4AAAAAB6QeAAAAAAeoHgAAAAAHrB4AAAAAB7AeAAAAAAfAHAQAAAAHxBwEAAAAB8gcBAAAAAfMHgAAAAAH0B4AAAAAB9QeAAAAAAQTlBwAAANsHAuYHAAAA2wcI5wcAAADbBwjsBwAA0wzbByII5QcCAAAAAeYHAgAAAATnBwIAAAAE6AcCAAAAAekHAgAAAAHqBwIAAAAB6wcCAAAAAewHAgDIDAAhCOUHAgAAAAHmBwIAAAAF5wcCAAAABegHAgAAAAHpBwIAAAAB6gcCAAAAAesHAgAAAAHsBwIAxQwAIQzlB4AAAAAB6AeAAAAAAekHgAAAAAHqB4AAAAAB6weAAAAAAewHgAAAAAHwBwEAAAAB8QcBAAAAAfIHAQAAAAHzB4AAAAAB9AeAAAAAAfUHgAAAAAEL5QcBAAAAAeYHAQAAAAXnBwEAAAAF6AcBAAAAAekHAQAAAAHqBwEAAAAB6wcBAAAAAewHAQDLDAAh7QcBAAAAAe4HAQAAAAHvBwEAAAABCOUHAQAAAAHmBwEAAAAF5wcBAAAABegHAQAAAAHpBwEAAAAB6gcBAAAAAesHAQAAAAHsBwEA5AwAIQjlB0AAAAAB5gdAAAAABOcHQAAAAAToB0AAAAAB6QdAAAAAAeoHQAAAAAHrB0AAAAAB7AdAAMkMACEI5QdAAAAAAeYHQAAAAAXnB0AAAAAF6AdAAAAAAekHQAAAAAHqB0AAAAAB6wdAAAAAAewHQADGDAAhCOUHAQAAAAHmBwEAAAAF5wcBAAAABegHAQAAAAHpBwEAAAAB6gcBAAAAAesHAQAAAAHsBwEA5AwAIQjlBwEAAAAB5gcBAAAABOcHAQAAAAToBwEAAAAB6QcBAAAAAeoHAQAAAAHrBwEAAAAB7AcBAOUMACEN0wcAAOYMADDUBwAAnAwAENUHAADmDAAw9gcBALkMACH3BwEAugwAIfgHAQC6DAAh-QcQAOcMACH6BwAAuwwAIPsHAQC6DAAh_AcCAL0MACH9BwIAvQwAIf4HAgC9DAAh_wdAAMIMACENDAAAxQwAIF0AAOkMACBeAADpDAAgXwAA6QwAIGAAAOkMACDlBxAAAAAB5gcQAAAABecHEAAAAAXoBxAAAAAB6QcQAAAAAeoHEAAAAAHrBxAAAAAB7AcQAOgMACENDAAAxQwAIF0AAOkMACBeAADpDAAgXwAA6QwAIGAAAOkMACDlBxAAAAAB5gcQAAAABecHEAAAAAXoBxAAAAAB6QcQAAAAAeoHEAAAAAHrBxAAAAAB7AcQAOgMACEI5QcQAAAAAeYHEAAAAAXnBxAAAAAF6AcQAAAAAekHEAAAAAHqBxAAAAAB6wcQAAAAAewHEADpDAAhCtMHAADqDAAw1AcAAIYMABDVBwAA6gwAMNYHAQC5DAAhgAgBALoMACGBCAAB6wwAIYIIQADCDAAhgwgBAMEMACGECAEAugwAIYUIQADDDAAhBwwAAMgMACBfAADtDAAgYAAA7QwAIOUHAAEAAAHmBwABAAAE5wcAAQAABOwHAAHsDAAhBwwAAMgMACBfAADtDAAgYAAA7QwAIOUHAAEAAAHmBwABAAAE5wcAAQAABOwHAAHsDAAhBOUHAAEAAAHmBwABAAAE5wcAAQAABOwHAAHtDAAhCtMHAADuDAAw1AcAAPMLABDVBwAA7gwAMNYHAQDZDAAhgAgBANoMACGBCAAB7wwAIYIIQADiDAAhgwgBAOEMACGECAEA2gwAIYUIQADjDAAhBOUHAAEAAAHmBwABAAAE5wcAAQAABOwHAAHtDAAhBtMHAADwDAAw1AcAAO0LABDVBwAA8AwAMP8HQADCDAAhhggBALoMACGHCAAAuwwAIAbTBwAA8QwAMNQHAADaCwAQ1QcAAPEMADD_B0AA4gwAIYYIAQDaDAAhhwgAANsMACAP0wcAAPIMADDUBwAA1AsAENUHAADyDAAw1gcEAPMMACGICEAAwgwAIYkIAQDBDAAhiggBALoMACGLCAEAugwAIYwIAQC6DAAhjQgBALoMACGOCAEAugwAIY8IAQDADAAhkAgBAMAMACGRCAAAvwwAIJIIAAC_DAAgDQwAAMgMACBdAADRDAAgXgAA9QwAIF8AAPUMACBgAAD1DAAg5QcEAAAAAeYHBAAAAATnBwQAAAAE6AcEAAAAAekHBAAAAAHqBwQAAAAB6wcEAAAAAewHBAD0DAAhDQwAAMgMACBdAADRDAAgXgAA9QwAIF8AAPUMACBgAAD1DAAg5QcEAAAAAeYHBAAAAATnBwQAAAAE6AcEAAAAAekHBAAAAAHqBwQAAAAB6wcEAAAAAewHBAD0DAAhCOUHBAAAAAHmBwQAAAAE5wcEAAAABOgHBAAAAAHpBwQAAAAB6gcEAAAAAesHBAAAAAHsBwQA9QwAIQ_TBwAA9gwAMNQHAADBCwAQ1QcAAPYMADDWBwQA9wwAIYgIQADiDAAhiQgBAOEMACGKCAEA2gwAIYsIAQDaDAAhjAgBANoMACGNCAEA2gwAIY4IAQDaDAAhjwgBAOAMACGQCAEA4AwAIZEIAADfDAAgkggAAN8MACAI5QcEAAAAAeYHBAAAAATnBwQAAAAE6AcEAAAAAekHBAAAAAHqBwQAAAAB6wcEAAAAAewHBAD1DAAhENMHAAD4DAAw1AcAALsLABDVBwAA-AwAMNYHAQC5DAAh2wcAAPkMmQgi9wcBALoMACGTCAEAuQwAIZQIAQC5DAAhlQgBAMAMACGWCAEAugwAIZcIAQC6DAAhmQhAAMIMACGaCAEAwAwAIZsIQADDDAAhnAgBAMAMACGdCAIAvgwAIQcMAADIDAAgXwAA-wwAIGAAAPsMACDlBwAAAJkIAuYHAAAAmQgI5wcAAACZCAjsBwAA-gyZCCIHDAAAyAwAIF8AAPsMACBgAAD7DAAg5QcAAACZCALmBwAAAJkICOcHAAAAmQgI7AcAAPoMmQgiBOUHAAAAmQgC5gcAAACZCAjnBwAAAJkICOwHAAD7DJkIIg_TBwAA_AwAMNQHAAClCwAQ1QcAAPwMADDWBwEAuQwAIfcHAQDADAAhlQgBAMAMACGXCAEAugwAIZ4IAQC5DAAhnwgBALoMACGgCAEAwAwAIaEIAQDADAAhoggEAPMMACGjCEAAwgwAIaQIAQC6DAAhpQhAAMMMACEI0wcAAP0MADDUBwAAjwsAENUHAAD9DAAwiAhAAMIMACGTCAEAuQwAIZQIAQC5DAAhpggBALoMACGnCAEAugwAIQ3TBwAA_gwAMNQHAAD5CgAQ1QcAAP4MADDWBwEAuQwAIZcIAQC6DAAhqAgBALkMACGpCAIAvQwAIaoIAQC6DAAhqwgBALoMACGsCEAAwgwAIa0IQADCDAAhrggBAMEMACGvCAEAugwAIQzTBwAA_wwAMNQHAADjCgAQ1QcAAP8MADDWBwEAuQwAIf8HQADCDAAhlwgBALoMACGeCAEAuQwAIaoIAQC6DAAhqwgBALoMACGsCEAAwwwAIbAIAgC9DAAhsQgBALoMACEOBQAAgQ0AIDoAAIINACDTBwAAgA0AMNQHAACSAgAQ1QcAAIANADDWBwEA2QwAIf8HQADiDAAhlwgBANoMACGeCAEA2QwAIaoIAQDaDAAhqwgBANoMACGsCEAA4wwAIbAIAgDdDAAhsQgBANoMACEbAQAA8g0AIAQAAPgOACAHAAD0DgAgCgAA6Q0AIDsAAOIOACA8AADjDgAgRQEA2gwAIUcAAPkOACBIAAD6DgAgSQAA-w4AIEoAAPwOACDTBwAA9g4AMNQHAAADABDVBwAA9g4AMNYHAQDZDAAh1wcAAPcO8gki9AhAAOIMACH1CEAA4wwAIaEJAgDdDAAhqgkBANoMACGsCQEA4QwAIbEJAQDaDAAh6gkBANoMACHyCQIA3QwAIfMJAgDdDAAhhgoAAAMAIIcKAAADACADsggAAP0BACCzCAAA_QEAILQIAAD9AQAgCRcAALsMACDTBwAAgw0AMNQHAADLCgAQ1QcAAIMNADCTCAEAuQwAIaYIAQC6DAAhpwgBALoMACG1CAEAuQwAIbYIQADCDAAhApMIAQAAAAG1CAEAAAABChcAANsMACAoAACGDQAg0wcAAIUNADDUBwAAcwAQ1QcAAIUNADCTCAEA2QwAIaYIAQDaDAAhpwgBANoMACG1CAEA2QwAIbYIQADiDAAhDgYAAPwNACAVAACADgAgHgAAvQ4AICcAALwOACApAAC-DgAg0wcAALsOADDUBwAAbQAQ1QcAALsOADD2BwEA2QwAIZMIAQDZDAAhtQgBANkMACG4CAEA2QwAIYYKAABtACCHCgAAbQAgB9MHAACHDQAw1AcAALMKABDVBwAAhw0AMPYHAQC5DAAhkwgBALkMACG1CAEAuQwAIbgIAQC5DAAhEdMHAACIDQAw1AcAAJ0KABDVBwAAiA0AMNYHAQC5DAAhlAgBALkMACGgCAEAwAwAIaoIAQC6DAAhrQhAAMIMACGuCAEAwQwAIa8IAQC6DAAhuQgBALkMACG6CAIAvQwAIbsIAQC6DAAhvAhAAMIMACG9CAAAuwwAIL4IAACJDQAgvwgCAL0MACEE5QcBAAAABcAIAQAAAAHBCAEAAAAEwggBAAAABArTBwAAig0AMNQHAACHCgAQ1QcAAIoNADCICEAAwgwAIYkIAQDBDAAhiggBALoMACG7CAEAugwAIcMIAQC6DAAhxAgCAL0MACHFCAIAvQwAIQrTBwAAiw0AMNQHAAD0CQAQ1QcAAIsNADCICEAA4gwAIYkIAQDhDAAhiggBANoMACG7CAEA2gwAIcMIAQDaDAAhxAgCAN0MACHFCAIA3QwAIQPDCAEAAAABxAgCAAAAAcUIAgAAAAEKEAIAvQwAIdMHAACNDQAw1AcAAO4JABDVBwAAjQ0AMNYHAQC5DAAhnggBAMEMACHHCAAAuwwAIMgIQADCDAAhyQgBAMEMACHKCAEAugwAIQvTBwAAjg0AMNQHAADWCQAQ1QcAAI4NADDWBwEAuQwAIdcHAACPDc0IIogIQADCDAAhiQgBAMEMACGKCAEAwAwAIbsIAQDADAAhywgBALkMACHNCAEAwAwAIQcMAADIDAAgXwAAkQ0AIGAAAJENACDlBwAAAM0IAuYHAAAAzQgI5wcAAADNCAjsBwAAkA3NCCIHDAAAyAwAIF8AAJENACBgAACRDQAg5QcAAADNCALmBwAAAM0ICOcHAAAAzQgI7AcAAJANzQgiBOUHAAAAzQgC5gcAAADNCAjnBwAAAM0ICOwHAACRDc0IIhPTBwAAkg0AMNQHAADACQAQ1QcAAJINADDWBwEAuQwAIZMIAQC5DAAhlAgBALkMACGpCAEAugwAIbgIAQC5DAAhuQgBALkMACHDCAEAugwAIcQIAgC9DAAhxQgCAL0MACHOCAEAugwAIc8IAQC6DAAh0AhAAMIMACHRCAIAvQwAIdIIAAC7DAAg0wgBAMEMACHUCAEAwQwAIQ3TBwAAkw0AMNQHAACmCQAQ1QcAAJMNADDWBwEAuQwAIdcHAACUDdYIIsgIQADCDAAhyQgBAMEMACHKCAEAugwAIcsIAQC5DAAh0QgCAL0MACHWCAEAugwAIdcIAgC9DAAh2AgAAL8MACAHDAAAyAwAIF8AAJYNACBgAACWDQAg5QcAAADWCALmBwAAANYICOcHAAAA1ggI7AcAAJUN1ggiBwwAAMgMACBfAACWDQAgYAAAlg0AIOUHAAAA1ggC5gcAAADWCAjnBwAAANYICOwHAACVDdYIIgTlBwAAANYIAuYHAAAA1ggI5wcAAADWCAjsBwAAlg3WCCIH0wcAAJcNADDUBwAAkAkAENUHAACXDQAwkwgBALkMACG5CAEAuQwAIcsIAQC5DAAhzwgBALoMACEDkwgBAAAAAbkIAQAAAAHPCAEAAAABCB8AAJoNACDTBwAAmQ0AMNQHAABeABDVBwAAmQ0AMJMIAQDZDAAhuQgBANkMACHLCAEA2QwAIc8IAQDaDAAhHwYAAPwNACANAACLDgAgEAAAnQ4AIBgAAMUOACAeAAC9DgAgIAAAxg4AICEAAMcOACAiAADIDgAgIwAAyA4AICUAAMkOACDTBwAAxA4AMNQHAABWABDVBwAAxA4AMNYHAQDZDAAhkwgBANkMACGUCAEA2QwAIakIAQDaDAAhuAgBANkMACG5CAEA2QwAIcMIAQDaDAAhxAgCAN0MACHFCAIA3QwAIc4IAQDaDAAhzwgBANoMACHQCEAA4gwAIdEIAgDdDAAh0ggAANsMACDTCAEA4QwAIdQIAQDhDAAhhgoAAFYAIIcKAABWACAG0wcAAJsNADDUBwAA-AgAENUHAACbDQAwwwgBALoMACHECAIAvQwAIdoIAgC9DAAhBtMHAACcDQAw1AcAAOUIABDVBwAAnA0AMMMIAQDaDAAhxAgCAN0MACHaCAIA3QwAIQLDCAEAAAABxAgCAAAAAR3TBwAAng0AMNQHAADfCAAQ1QcAAJ4NADDWBwEAuQwAIfkHEADnDAAhkwgBALkMACGUCAEAuQwAIZ4IAQC5DAAhpggBALoMACGnCAEAugwAIbAIAgC9DAAhuQgBALkMACG7CAEAwAwAIbwIQADDDAAhzwgBALoMACHcCAEAwQwAId0IAQDBDAAh3ghAAMIMACHfCEAAwgwAIeAIAQC6DAAh4ggAAJ8N4ggi4wgBALoMACHkCAEAugwAIeUIAQC6DAAh5ghAAMIMACHnCEAAwwwAIegIIACgDQAh6QgCAL0MACHqCAAAuwwAIAcMAADIDAAgXwAApA0AIGAAAKQNACDlBwAAAOIIAuYHAAAA4ggI5wcAAADiCAjsBwAAow3iCCIFDAAAxQwAIF8AAKINACBgAACiDQAg5QcgAAAAAewHIAChDQAhBQwAAMUMACBfAACiDQAgYAAAog0AIOUHIAAAAAHsByAAoQ0AIQLlByAAAAAB7AcgAKINACEHDAAAyAwAIF8AAKQNACBgAACkDQAg5QcAAADiCALmBwAAAOIICOcHAAAA4ggI7AcAAKMN4ggiBOUHAAAA4ggC5gcAAADiCAjnBwAAAOIICOwHAACkDeIIIg_TBwAApQ0AMNQHAADHCAAQ1QcAAKUNADDWBwEAuQwAIYAIAQC6DAAhgQgAAesMACGCCEAAwgwAIYMIAQDBDAAhhQhAAMMMACG5CAEAwQwAIesIAQC6DAAh7AgBALoMACHtCAAAuwwAIO4IAQDBDAAh7wgBAMEMACET0wcAAKYNADDUBwAArwgAENUHAACmDQAw1gcBALkMACGTCAEAuQwAIbkIAQDBDAAhuwgBALoMACHwCBAApw0AIfEIIACoDQAh8ggCAL0MACHzCEAAwwwAIfQIQADCDAAh9QhAAMMMACH2CEAAwgwAIfcIAQDBDAAh-AgBALoMACH5CEAAwwwAIfoIAQDADAAh-wgBAMAMACENDAAAyAwAIF0AAKwNACBeAACsDQAgXwAArA0AIGAAAKwNACDlBxAAAAAB5gcQAAAABOcHEAAAAAToBxAAAAAB6QcQAAAAAeoHEAAAAAHrBxAAAAAB7AcQAKsNACEFDAAAyAwAIF8AAKoNACBgAACqDQAg5QcgAAAAAewHIACpDQAhBQwAAMgMACBfAACqDQAgYAAAqg0AIOUHIAAAAAHsByAAqQ0AIQLlByAAAAAB7AcgAKoNACENDAAAyAwAIF0AAKwNACBeAACsDQAgXwAArA0AIGAAAKwNACDlBxAAAAAB5gcQAAAABOcHEAAAAAToBxAAAAAB6QcQAAAAAeoHEAAAAAHrBxAAAAAB7AcQAKsNACEI5QcQAAAAAeYHEAAAAATnBxAAAAAE6AcQAAAAAekHEAAAAAHqBxAAAAAB6wcQAAAAAewHEACsDQAhC9MHAACtDQAw1AcAAJcIABDVBwAArQ0AMPYHAQC5DAAh9wcBALoMACG2CEAAwwwAId0IAQC5DAAh_AgBALoMACH9CAEAwAwAIf4IAQC6DAAh_whAAMIMACEM0wcAAK4NADDUBwAAgQgAENUHAACuDQAw1gcBALkMACGICEAAwgwAIYkIAQDBDAAhiggBALoMACHdCAEAuQwAIfwIAQC6DAAhgAkQAKcNACGBCQAAuwwAIIIJAQDADAAhDdMHAACvDQAw1AcAAOsHABDVBwAArw0AMNYHAQC5DAAhiAhAAMIMACGJCAEAwQwAIYoIAQC6DAAhlAgBALkMACG7CAEAugwAIfwIAQC6DAAhgwkAALsMACCECQEAugwAIYUJAAC7DAAgDdMHAACwDQAw1AcAANUHABDVBwAAsA0AMNYHBADzDAAh1wcBALoMACGICEAAwgwAIYkIAQDBDAAhiggBALoMACGRCAAAvwwAIJIIAAC_DAAguwgBAMAMACHdCAEAuQwAIYYJAQDBDAAhDNMHAACxDQAw1AcAAL0HABDVBwAAsQ0AMN0HAgC9DAAh_AcEAPMMACHdCAEAuQwAIfwIAQC6DAAhgAkQAOcMACGHCQAAuwwAIIgJIACoDQAhiQlAAMIMACGKCUAAwwwAIRbTBwAAsg0AMNQHAACnBwAQ1QcAALINADDWBwEAuQwAIfYHAQC5DAAh-AcAALMNjQkikwgBALkMACGUCAEAuQwAIakIAgC9DAAhvggAAIkNACDmCEAAwgwAIYAJEADnDAAhiwkBALoMACGNCUAAwgwAIY4JQADDDAAhjwkgAKgNACGQCRAA5wwAIZEJEADnDAAhkgkgAKANACGTCSAAqA0AIZQJAQDADAAhlQkAALsMACAHDAAAyAwAIF8AALUNACBgAAC1DQAg5QcAAACNCQLmBwAAAI0JCOcHAAAAjQkI7AcAALQNjQkiBwwAAMgMACBfAAC1DQAgYAAAtQ0AIOUHAAAAjQkC5gcAAACNCQjnBwAAAI0JCOwHAAC0DY0JIgTlBwAAAI0JAuYHAAAAjQkI5wcAAACNCQjsBwAAtQ2NCSIJ0wcAALYNADDUBwAAkQcAENUHAAC2DQAwnggBALkMACG5CAEAuQwAIbwIQADCDAAhzwgBALoMACGWCQIAvQwAIZcJAgC9DAAhCtMHAAC3DQAw1AcAAPsGABDVBwAAtw0AMOQHQADDDAAh9gcBALkMACH3BwEAugwAIZgJQADCDAAhmQlAAMIMACGaCQEAwAwAIZsJAAC7DAAgDtMHAAC4DQAw1AcAAOUGABDVBwAAuA0AMNYHAQC5DAAhkwgBALkMACGUCAEAuQwAIbkIAQC5DAAhvAhAAMMMACHPCAEAugwAId4IQADDDAAh5ghAAMMMACGWCSAAqA0AIZwJAQDBDAAhnQlAAMIMACEM0wcAALkNADDUBwAAzQYAENUHAAC5DQAw1gcBALkMACGeCAEAuQwAIaUIQADDDAAhuQgBALkMACG8CEAAwgwAIc8IAQC6DAAh5whAAMIMACGeCQEAwAwAIZ8JAQDBDAAhCNMHAAC6DQAw1AcAALcGABDVBwAAug0AMOsIAQC6DAAhoAkBALkMACGhCQIAvQwAIaIJQADCDAAhowkBALoMACER0wcAALsNADDUBwAAoQYAENUHAAC7DQAw1gcBALkMACHbBwAAvA2mCSLdBwIAvQwAId4HAAC_DAAg4AcBAMEMACHhBwEAugwAIeIHQADCDAAh4wdAAMMMACHkB0AAwwwAIaQJAQC5DAAhpgkBALoMACGnCQIAvQwAIagJAgC9DAAhqQkAALsMACAHDAAAyAwAIF8AAL4NACBgAAC-DQAg5QcAAACmCQLmBwAAAKYJCOcHAAAApgkI7AcAAL0NpgkiBwwAAMgMACBfAAC-DQAgYAAAvg0AIOUHAAAApgkC5gcAAACmCQjnBwAAAKYJCOwHAAC9DaYJIgTlBwAAAKYJAuYHAAAApgkI5wcAAACmCQjsBwAAvg2mCSIP0wcAAL8NADDUBwAAiwYAENUHAAC_DQAw1gcBALkMACGWCAEAwAwAIZcIAQC6DAAhowhAAMIMACGkCAEAugwAIaQJAQC5DAAhqgkBALoMACGrCQEAwAwAIawJAQDBDAAhrQkBAMEMACGuCUAAwwwAIa8JAQDADAAhC9MHAADADQAw1AcAAPMFABDVBwAAwA0AMJ4JAQDADAAhoAkBALkMACGkCQEAuQwAIbAJAgC9DAAhsQkBALoMACGzCQAAwQ2zCSO0CQEAwAwAIbUJQADDDAAhBwwAAMUMACBfAADDDQAgYAAAww0AIOUHAAAAswkD5gcAAACzCQnnBwAAALMJCewHAADCDbMJIwcMAADFDAAgXwAAww0AIGAAAMMNACDlBwAAALMJA-YHAAAAswkJ5wcAAACzCQnsBwAAwg2zCSME5QcAAACzCQPmBwAAALMJCecHAAAAswkJ7AcAAMMNswkjCNMHAADEDQAw1AcAAN0FABDVBwAAxA0AMKAJAQC5DAAhpAkBALkMACGqCQEAugwAIbEJAQC6DAAhtglAAMIMACEM0wcAAMUNADDUBwAAxwUAENUHAADFDQAwgQgAAcYNACGwCAIAvQwAIdYIAQDADAAh1wgCAL4MACGJCUAAwgwAIaQJAQC5DAAhqgkBALoMACG3CQEAwQwAIbgJAQC6DAAhBwwAAMUMACBfAADIDQAgYAAAyA0AIOUHAAEAAAHmBwABAAAF5wcAAQAABewHAAHHDQAhBwwAAMUMACBfAADIDQAgYAAAyA0AIOUHAAEAAAHmBwABAAAF5wcAAQAABewHAAHHDQAhBOUHAAEAAAHmBwABAAAF5wcAAQAABewHAAHIDQAhBtMHAADJDQAw1AcAALEFABDVBwAAyQ0AMNYIAQC6DAAhuQkCAL0MACG6CQIAvQwAIQbTBwAAyg0AMNQHAACeBQAQ1QcAAMoNADDWCAEA2gwAIbkJAgDdDAAhugkCAN0MACEM0wcAAMsNADDUBwAAmAUAENUHAADLDQAw_wdAAMIMACGBCAABxg0AIbAIAgC9DAAhsQgBALoMACHWCAEAugwAIdcIAgC-DAAhpAkBALkMACGqCQEAugwAIbsJAQDBDAAhEtMHAADMDQAw1AcAAIIFABDVBwAAzA0AMNYHAQC5DAAh2wcAAM0NvgkiuQgBAMEMACHrCAEAugwAIY4JQADDDAAhnQlAAMIMACGwCQIAvQwAIbwJAQDBDAAhvgkBAMAMACG_CQEAwQwAIcAJAQC6DAAhwQkBAMEMACHCCQEAwAwAIcMJQADDDAAhxAkBAMEMACEHDAAAyAwAIF8AAM8NACBgAADPDQAg5QcAAAC-CQLmBwAAAL4JCOcHAAAAvgkI7AcAAM4NvgkiBwwAAMgMACBfAADPDQAgYAAAzw0AIOUHAAAAvgkC5gcAAAC-CQjnBwAAAL4JCOwHAADODb4JIgTlBwAAAL4JAuYHAAAAvgkI5wcAAAC-CQjsBwAAzw2-CSIH0wcAANANADDUBwAA5gQAENUHAADQDQAw1gcBALkMACHFCUAAwgwAIcYJAAC7DAAgxwkAALsMACAH0wcAANENADDUBwAA0wQAENUHAADRDQAw1gcBANkMACHFCUAA4gwAIcYJAADbDAAgxwkAANsMACAJ0wcAANINADDUBwAAzQQAENUHAADSDQAwlAgBALkMACHHCAAAuwwAIPwIAQC6DAAhoQkCAL0MACHICQEAugwAIckJAQC6DAAhB9MHAADTDQAw1AcAALcEABDVBwAA0w0AMPcHAQC6DAAhlAgBALkMACGhCQIAvQwAIcoJAAC7DAAgCNMHAADUDQAw1AcAAKEEABDVBwAA1A0AMIEIAAHGDQAhlAgBALkMACHWCAEAugwAIdcIAgC-DAAhqgkBALoMACEL0wcAANUNADDUBwAAiwQAENUHAADVDQAw1gcBALkMACGpCAIAvQwAIa0IQADCDAAhrggBAMEMACG5CAEAuQwAIbQJAQC6DAAhvgkBAMAMACHLCQAAuwwAIA3TBwAA1g0AMNQHAAD1AwAQ1QcAANYNADDWBwEAuQwAIaoIAQC6DAAh6wgBALoMACGdCUAAwgwAIcwJAQDBDAAhzQkBAMEMACHOCSAAqA0AIc8JQADDDAAh0AkBAMAMACHRCQEAwAwAIREjAQDADAAh0wcAANcNADDUBwAA2wMAENUHAADXDQAw1wcBALoMACH4BwAA2A3XCSKpCAEAugwAIaoIAQC6DAAhngkBAMAMACHSCQEAugwAIdMJQADDDAAh1AlAAMMMACHVCUAAwwwAIdcJAQDADAAh2AkAALsMACDZCQEAwAwAIdoJIACoDQAhBwwAAMgMACBfAADaDQAgYAAA2g0AIOUHAAAA1wkC5gcAAADXCQjnBwAAANcJCOwHAADZDdcJIgcMAADIDAAgXwAA2g0AIGAAANoNACDlBwAAANcJAuYHAAAA1wkI5wcAAADXCQjsBwAA2Q3XCSIE5QcAAADXCQLmBwAAANcJCOcHAAAA1wkI7AcAANoN1wkiESMBAOAMACHTBwAA2w0AMNQHAADIAwAQ1QcAANsNADDXBwEA2gwAIfgHAADcDdcJIqkIAQDaDAAhqggBANoMACGeCQEA4AwAIdIJAQDaDAAh0wlAAOMMACHUCUAA4wwAIdUJQADjDAAh1wkBAOAMACHYCQAA2wwAINkJAQDgDAAh2gkgAN0NACEE5QcAAADXCQLmBwAAANcJCOcHAAAA1wkI7AcAANoN1wkiAuUHIAAAAAHsByAAqg0AIQfTBwAA3g0AMNQHAADCAwAQ1QcAAN4NADD_B0AAwgwAIYYIAQC6DAAh2wkCAL0MACHcCUAAwwwAIQfTBwAA3w0AMNQHAACvAwAQ1QcAAN8NADD_B0AA4gwAIYYIAQDaDAAh2wkCAN0MACHcCUAA4wwAIQnTBwAA4A0AMNQHAACpAwAQ1QcAAOANADCQCAEAwAwAIZ0JQADCDAAhoAkBALkMACHdCQEAugwAId4JQADCDAAh3wkBAMAMACEK0wcAAOENADDUBwAAkwMAENUHAADhDQAw1gcBALkMACGeCAEAuQwAIfYIQADCDAAh9wgBAMEMACH5CEAAwwwAIaAJAQC5DAAh4QkAAOIN4QkiBwwAAMgMACBfAADkDQAgYAAA5A0AIOUHAAAA4QkC5gcAAADhCQjnBwAAAOEJCOwHAADjDeEJIgcMAADIDAAgXwAA5A0AIGAAAOQNACDlBwAAAOEJAuYHAAAA4QkI5wcAAADhCQjsBwAA4w3hCSIE5QcAAADhCQLmBwAAAOEJCOcHAAAA4QkI7AcAAOQN4QkiDNMHAADlDQAw1AcAAP0CABDVBwAA5Q0AMNYHAQC5DAAhkwgBAMEMACGdCUAAwgwAIeIJAQC6DAAh4wkBALoMACHkCQEAugwAIeUJQADDDAAh5gkgAKgNACHnCUAAwwwAIRAGAADnDQAgCQAA6A0AIAoAAOkNACALAADqDQAg0wcAAOYNADDUBwAADwAQ1QcAAOYNADDWBwEA2QwAIZMIAQDhDAAhnQlAAOIMACHiCQEA2gwAIeMJAQDaDAAh5AkBANoMACHlCUAA4wwAIeYJIADdDQAh5wlAAOMMACEgBQAAgQ0AIAcAAPQOACAIAAD1DgAgFAAAjQ4AIBsAAJUOACAkAADzDQAgKwAAlg4AIDcAAJoOACA9AADkDgAgRAAAnw4AIEYAAPgNACDTBwAA8w4AMNQHAAAHABDVBwAA8w4AMNYHAQDZDAAhnggBANkMACGmCAEA2gwAIeAIAQDaDAAh4ggAAMwO4ggi4wgBANoMACGdCUAA4gwAIegJAQDaDAAh6QkBANoMACHqCQEA2gwAIesJQADjDAAh7AlAAOMMACHtCQEA4AwAIe4JAAGtDgAh7wkBAOAMACHwCQEA4AwAIYYKAAAHACCHCgAABwAgA7IIAAASACCzCAAAEgAgtAgAABIAIAOyCAAAFgAgswgAABYAILQIAAAWACADsggAABoAILMIAAAaACC0CAAAGgAgCdMHAADrDQAw1AcAAOMCABDVBwAA6w0AMNYHAQC5DAAhkwgBALkMACGeCAEAuQwAIeMIAQC6DAAh9AhAAMIMACH1CEAAwwwAIRPTBwAA7A0AMNQHAADNAgAQ1QcAAOwNADDWBwEAuQwAIZ4IAQC5DAAhpggBALoMACHgCAEAugwAIeIIAACfDeIIIuMIAQC6DAAhnQlAAMIMACHoCQEAugwAIekJAQC6DAAh6gkBALoMACHrCUAAwwwAIewJQADDDAAh7QkBAMAMACHuCQABxg0AIe8JAQDADAAh8AkBAMAMACEPRQEAugwAIdMHAADtDQAw1AcAALcCABDVBwAA7Q0AMNYHAQC5DAAh1wcAAO4N8gki9AhAAMIMACH1CEAAwwwAIaEJAgC9DAAhqgkBALoMACGsCQEAwQwAIbEJAQC6DAAh6gkBALoMACHyCQIAvQwAIfMJAgC9DAAhBwwAAMgMACBfAADwDQAgYAAA8A0AIOUHAAAA8gkC5gcAAADyCQjnBwAAAPIJCOwHAADvDfIJIgcMAADIDAAgXwAA8A0AIGAAAPANACDlBwAAAPIJAuYHAAAA8gkI5wcAAADyCQjsBwAA7w3yCSIE5QcAAADyCQLmBwAAAPIJCOcHAAAA8gkI7AcAAPAN8gkiDAUAAPINACAQAgDdDAAhJAAA8w0AINMHAADxDQAw1AcAAGYAENUHAADxDQAw1gcBANkMACGeCAEA4QwAIccIAADbDAAgyAhAAOIMACHJCAEA4QwAIcoIAQDaDAAhGwEAAPINACAEAAD4DgAgBwAA9A4AIAoAAOkNACA7AADiDgAgPAAA4w4AIEUBANoMACFHAAD5DgAgSAAA-g4AIEkAAPsOACBKAAD8DgAg0wcAAPYOADDUBwAAAwAQ1QcAAPYOADDWBwEA2QwAIdcHAAD3DvIJIvQIQADiDAAh9QhAAOMMACGhCQIA3QwAIaoJAQDaDAAhrAkBAOEMACGxCQEA2gwAIeoJAQDaDAAh8gkCAN0MACHzCQIA3QwAIYYKAAADACCHCgAAAwAgA7IIAABWACCzCAAAVgAgtAgAAFYAIBAFAACBDQAg0wcAAPQNADDUBwAAlAIAENUHAAD0DQAw1gcBANkMACH3BwEA4AwAIZUIAQDgDAAhlwgBANoMACGeCAEA2QwAIZ8IAQDaDAAhoAgBAOAMACGhCAEA4AwAIaIIBAD3DAAhowhAAOIMACGkCAEA2gwAIaUIQADjDAAhAqgIAQAAAAGpCAIAAAABD0UAAPcNACBGAAD4DQAg0wcAAPYNADDUBwAA_QEAENUHAAD2DQAw1gcBANkMACGXCAEA2gwAIagIAQDZDAAhqQgCAN0MACGqCAEA2gwAIasIAQDaDAAhrAhAAOIMACGtCEAA4gwAIa4IAQDhDAAhrwgBANoMACEQBQAAgQ0AIDoAAIINACDTBwAAgA0AMNQHAACSAgAQ1QcAAIANADDWBwEA2QwAIf8HQADiDAAhlwgBANoMACGeCAEA2QwAIaoIAQDaDAAhqwgBANoMACGsCEAA4wwAIbAIAgDdDAAhsQgBANoMACGGCgAAkgIAIIcKAACSAgAgA7IIAAD5AQAgswgAAPkBACC0CAAA-QEAIAKTCAEAAAABlAgBAAAAAQoGAAD8DQAgEAAA-w0AINMHAAD6DQAw1AcAAPkBABDVBwAA-g0AMIgIQADiDAAhkwgBANkMACGUCAEA2QwAIaYIAQDaDAAhpwgBANoMACERRQAA9w0AIEYAAPgNACDTBwAA9g0AMNQHAAD9AQAQ1QcAAPYNADDWBwEA2QwAIZcIAQDaDAAhqAgBANkMACGpCAIA3QwAIaoIAQDaDAAhqwgBANoMACGsCEAA4gwAIa0IQADiDAAhrggBAOEMACGvCAEA2gwAIYYKAAD9AQAghwoAAP0BACAgBQAAgQ0AIAcAAPQOACAIAAD1DgAgFAAAjQ4AIBsAAJUOACAkAADzDQAgKwAAlg4AIDcAAJoOACA9AADkDgAgRAAAnw4AIEYAAPgNACDTBwAA8w4AMNQHAAAHABDVBwAA8w4AMNYHAQDZDAAhnggBANkMACGmCAEA2gwAIeAIAQDaDAAh4ggAAMwO4ggi4wgBANoMACGdCUAA4gwAIegJAQDaDAAh6QkBANoMACHqCQEA2gwAIesJQADjDAAh7AlAAOMMACHtCQEA4AwAIe4JAAGtDgAh7wkBAOAMACHwCQEA4AwAIYYKAAAHACCHCgAABwAgAvYHAQAAAAH3BwEAAAABDhUAAIAOACDTBwAA_g0AMNQHAADqAQAQ1QcAAP4NADD2BwEA2QwAIfcHAQDaDAAh-AcBANoMACH5BxAA_w0AIfoHAADbDAAg-wcBANoMACH8BwIA3QwAIf0HAgDdDAAh_gcCAN0MACH_B0AA4gwAIQjlBxAAAAAB5gcQAAAABecHEAAAAAXoBxAAAAAB6QcQAAAAAeoHEAAAAAHrBxAAAAAB7AcQAOkMACEZBgAA_A0AIA0AAIsOACAQAACdDgAgGwAAlQ4AICoAAJ8OACBAAADoDgAgQQAA6Q4AIEIAAOoOACBDAADrDgAg0wcAAOcOADDUBwAAIQAQ1QcAAOcOADDWBwEA2QwAIZMIAQDZDAAhlAgBANkMACG5CAEA2QwAIbwIQADjDAAhzwgBANoMACHeCEAA4wwAIeYIQADjDAAhlgkgAN0NACGcCQEA4QwAIZ0JQADiDAAhhgoAACEAIIcKAAAhACAC9gcBAAAAAfwIAQAAAAEMFQAAgA4AINMHAACCDgAw1AcAAOYBABDVBwAAgg4AMPYHAQDZDAAh9wcBANoMACG2CEAA4wwAId0IAQDZDAAh_AgBANoMACH9CAEA4AwAIf4IAQDaDAAh_whAAOIMACEC9gcBAAAAAfcHAQAAAAELFQAAgA4AINMHAACEDgAw1AcAAOEBABDVBwAAhA4AMOQHQADjDAAh9gcBANkMACH3BwEA2gwAIZgJQADiDAAhmQlAAOIMACGaCQEA4AwAIZsJAADbDAAgEA0AAIYOACDTBwAAhQ4AMNQHAADPAQAQ1QcAAIUOADDWBwEA2QwAIYAIAQDaDAAhgQgAAe8MACGCCEAA4gwAIYMIAQDhDAAhhQhAAOMMACG5CAEA4QwAIesIAQDaDAAh7AgBANoMACHtCAAA2wwAIO4IAQDhDAAh7wgBAOEMACEbFAAAjQ4AICQAAPMNACAqAACZDgAgKwAAlg4AIDgAALIOACA5AACyDgAgOgAA4Q4AIDsAAOIOACA8AADjDgAgPQAA5A4AID4AAOUOACA_AACYDgAg0wcAAOAOADDUBwAAJwAQ1QcAAOAOADDWBwEA2QwAIaoIAQDaDAAh6wgBANoMACGdCUAA4gwAIcwJAQDhDAAhzQkBAOEMACHOCSAA3Q0AIc8JQADjDAAh0AkBAOAMACHRCQEA4AwAIYYKAAAnACCHCgAAJwAgFQYAAPwNACANAACGDgAg0wcAAIcOADDUBwAAygEAENUHAACHDgAw1gcBANkMACGTCAEA2QwAIbkIAQDhDAAhuwgBANoMACHwCBAAiA4AIfEIIADdDQAh8ggCAN0MACHzCEAA4wwAIfQIQADiDAAh9QhAAOMMACH2CEAA4gwAIfcIAQDhDAAh-AgBANoMACH5CEAA4wwAIfoIAQDgDAAh-wgBAOAMACEI5QcQAAAAAeYHEAAAAATnBxAAAAAE6AcQAAAAAekHEAAAAAHqBxAAAAAB6wcQAAAAAewHEACsDQAhBJ4IAQAAAAG5CAEAAAABvAhAAAAAAc8IAQAAAAELBQAAgQ0AIA0AAIsOACDTBwAAig4AMNQHAADGAQAQ1QcAAIoOADCeCAEA2QwAIbkIAQDZDAAhvAhAAOIMACHPCAEA2gwAIZYJAgDdDAAhlwkCAN0MACEbFAAAjQ4AICQAAPMNACAqAACZDgAgKwAAlg4AIDgAALIOACA5AACyDgAgOgAA4Q4AIDsAAOIOACA8AADjDgAgPQAA5A4AID4AAOUOACA_AACYDgAg0wcAAOAOADDUBwAAJwAQ1QcAAOAOADDWBwEA2QwAIaoIAQDaDAAh6wgBANoMACGdCUAA4gwAIcwJAQDhDAAhzQkBAOEMACHOCSAA3Q0AIc8JQADjDAAh0AkBAOAMACHRCQEA4AwAIYYKAAAnACCHCgAAJwAgDwUAAIENACANAACLDgAgFAAAjQ4AINMHAACMDgAw1AcAAL0BABDVBwAAjA4AMNYHAQDZDAAhnggBANkMACGlCEAA4wwAIbkIAQDZDAAhvAhAAOIMACHPCAEA2gwAIecIQADiDAAhngkBAOAMACGfCQEA4QwAIQOyCAAAIQAgswgAACEAILQIAAAhACACqQgCAAAAAbkIAQAAAAECuQgBAAAAAbQJAQAAAAEaDQAAiw4AIA4AAIYOACAPAACRDgAgEQAAkg4AIBIAAJMOACATAACUDgAgFAAAjQ4AIBsAAJUOACAkAADzDQAgKgAAmQ4AICsAAJYOACAsAACXDgAgNQAAmA4AIDYAAJgOACA3AACaDgAg0wcAAJAOADDUBwAAJQAQ1QcAAJAOADDWBwEA2QwAIakIAgDdDAAhrQhAAOIMACGuCAEA4QwAIbkIAQDZDAAhtAkBANoMACG-CQEA4AwAIcsJAADbDAAgA7IIAAAnACCzCAAAJwAgtAgAACcAIAOyCAAALAAgswgAACwAILQIAAAsACADsggAADAAILMIAAAwACC0CAAAMAAgA7IIAAA0ACCzCAAANAAgtAgAADQAIAOyCAAAOQAgswgAADkAILQIAAA5ACADsggAAFAAILMIAABQACC0CAAAUAAgA7IIAABFACCzCAAARQAgtAgAAEUAIAOyCAAAewAgswgAAHsAILQIAAB7ACADsggAAKQBACCzCAAApAEAILQIAACkAQAgA7IIAACoAQAgswgAAKgBACC0CAAAqAEAIBIGAAD8DQAgEAAAnQ4AINMHAACbDgAw1AcAAKgBABDVBwAAmw4AMNYHAQDZDAAh2wcAAJwOmQgi9wcBANoMACGTCAEA2QwAIZQIAQDZDAAhlQgBAOAMACGWCAEA2gwAIZcIAQDaDAAhmQhAAOIMACGaCAEA4AwAIZsIQADjDAAhnAgBAOAMACGdCAIA3gwAIQTlBwAAAJkIAuYHAAAAmQgI5wcAAACZCAjsBwAA-wyZCCIcDQAAiw4AIA4AAIYOACAPAACRDgAgEQAAkg4AIBIAAJMOACATAACUDgAgFAAAjQ4AIBsAAJUOACAkAADzDQAgKgAAmQ4AICsAAJYOACAsAACXDgAgNQAAmA4AIDYAAJgOACA3AACaDgAg0wcAAJAOADDUBwAAJQAQ1QcAAJAOADDWBwEA2QwAIakIAgDdDAAhrQhAAOIMACGuCAEA4QwAIbkIAQDZDAAhtAkBANoMACG-CQEA4AwAIcsJAADbDAAghgoAACUAIIcKAAAlACAUDQAAiw4AIBAAAJ0OACAmAACfDgAg0wcAAJ4OADDUBwAApAEAENUHAACeDgAw1gcBANkMACGUCAEA2QwAIaAIAQDgDAAhqggBANoMACGtCEAA4gwAIa4IAQDhDAAhrwgBANoMACG5CAEA2QwAIboIAgDdDAAhuwgBANoMACG8CEAA4gwAIb0IAADbDAAgvggAAIkNACC_CAIA3QwAIQOyCAAAbQAgswgAAG0AILQIAABtACASLwAAog4AINMHAACgDgAw1AcAAJkBABDVBwAAoA4AMNYHAQDZDAAh2wcAAKEOpgki3QcCAN0MACHeBwAA3wwAIOAHAQDhDAAh4QcBANoMACHiB0AA4gwAIeMHQADjDAAh5AdAAOMMACGkCQEA2QwAIaYJAQDaDAAhpwkCAN0MACGoCQIA3QwAIakJAADbDAAgBOUHAAAApgkC5gcAAACmCQjnBwAAAKYJCOwHAAC-DaYJIh0NAACGDgAgEQAAsw4AIC0AALIOACAuAACyDgAgMAAAtA4AIDEAALUOACAyAAC2DgAgMwAApQ4AIDQAALcOACDTBwAAsA4AMNQHAAB7ABDVBwAAsA4AMNYHAQDZDAAh2wcAALEOvgkiuQgBAOEMACHrCAEA2gwAIY4JQADjDAAhnQlAAOIMACGwCQIA3QwAIbwJAQDhDAAhvgkBAOAMACG_CQEA4QwAIcAJAQDaDAAhwQkBAOEMACHCCQEA4AwAIcMJQADjDAAhxAkBAOEMACGGCgAAewAghwoAAHsAIBIBAACkDgAgFwAApQ4AIC8AAKIOACDTBwAAow4AMNQHAACSAQAQ1QcAAKMOADDWBwEA2QwAIZYIAQDgDAAhlwgBANoMACGjCEAA4gwAIaQIAQDaDAAhpAkBANkMACGqCQEA2gwAIasJAQDgDAAhrAkBAOEMACGtCQEA4QwAIa4JQADjDAAhrwkBAOAMACEUAQAApA4AIBcAAKUOACAvAACiDgAg0wcAAKMOADDUBwAAkgEAENUHAACjDgAw1gcBANkMACGWCAEA4AwAIZcIAQDaDAAhowhAAOIMACGkCAEA2gwAIaQJAQDZDAAhqgkBANoMACGrCQEA4AwAIawJAQDhDAAhrQkBAOEMACGuCUAA4wwAIa8JAQDgDAAhhgoAAJIBACCHCgAAkgEAIAOyCAAAkgEAILMIAACSAQAgtAgAAJIBACADoAkBAAAAAaQJAQAAAAGwCQIAAAABDC8AAKIOACDTBwAApw4AMNQHAACOAQAQ1QcAAKcOADCeCQEA4AwAIaAJAQDZDAAhpAkBANkMACGwCQIA3QwAIbEJAQDaDAAhswkAAKgOswkjtAkBAOAMACG1CUAA4wwAIQTlBwAAALMJA-YHAAAAswkJ5wcAAACzCQnsBwAAww2zCSMCoAkBAAAAAaQJAQAAAAEJLwAAog4AINMHAACqDgAw1AcAAIoBABDVBwAAqg4AMKAJAQDZDAAhpAkBANkMACGqCQEA2gwAIbEJAQDaDAAhtglAAOIMACEDsAgCAAAAAaQJAQAAAAGqCQEAAAABDS8AAKIOACDTBwAArA4AMNQHAACGAQAQ1QcAAKwOADCBCAABrQ4AIbAIAgDdDAAh1ggBAOAMACHXCAIA3gwAIYkJQADiDAAhpAkBANkMACGqCQEA2gwAIbcJAQDhDAAhuAkBANoMACEE5QcAAQAAAeYHAAEAAAXnBwABAAAF7AcAAcgNACECpAkBAAAAAaoJAQAAAAENLwAAog4AINMHAACvDgAw1AcAAIIBABDVBwAArw4AMP8HQADiDAAhgQgAAa0OACGwCAIA3QwAIbEIAQDaDAAh1ggBANoMACHXCAIA3gwAIaQJAQDZDAAhqgkBANoMACG7CQEA4QwAIRsNAACGDgAgEQAAsw4AIC0AALIOACAuAACyDgAgMAAAtA4AIDEAALUOACAyAAC2DgAgMwAApQ4AIDQAALcOACDTBwAAsA4AMNQHAAB7ABDVBwAAsA4AMNYHAQDZDAAh2wcAALEOvgkiuQgBAOEMACHrCAEA2gwAIY4JQADjDAAhnQlAAOIMACGwCQIA3QwAIbwJAQDhDAAhvgkBAOAMACG_CQEA4QwAIcAJAQDaDAAhwQkBAOEMACHCCQEA4AwAIcMJQADjDAAhxAkBAOEMACEE5QcAAAC-CQLmBwAAAL4JCOcHAAAAvgkI7AcAAM8NvgkiHA0AAIsOACAOAACGDgAgDwAAkQ4AIBEAAJIOACASAACTDgAgEwAAlA4AIBQAAI0OACAbAACVDgAgJAAA8w0AICoAAJkOACArAACWDgAgLAAAlw4AIDUAAJgOACA2AACYDgAgNwAAmg4AINMHAACQDgAw1AcAACUAENUHAACQDgAw1gcBANkMACGpCAIA3QwAIa0IQADiDAAhrggBAOEMACG5CAEA2QwAIbQJAQDaDAAhvgkBAOAMACHLCQAA2wwAIIYKAAAlACCHCgAAJQAgA7IIAACCAQAgswgAAIIBACC0CAAAggEAIAOyCAAAhgEAILMIAACGAQAgtAgAAIYBACADsggAAIoBACCzCAAAigEAILQIAACKAQAgA7IIAACOAQAgswgAAI4BACC0CAAAjgEAIAOyCAAAmQEAILMIAACZAQAgtAgAAJkBACAPEAAAnQ4AIBgAALkOACDTBwAAuA4AMNQHAABFABDVBwAAuA4AMNYHAQDZDAAhiAhAAOIMACGJCAEA4QwAIYoIAQDaDAAhlAgBANkMACG7CAEA2gwAIfwIAQDaDAAhgwkAANsMACCECQEA2gwAIYUJAADbDAAgA7IIAABBACCzCAAAQQAgtAgAAEEAIAKTCAEAAAABtQgBAAAAAQwGAAD8DQAgFQAAgA4AIB4AAL0OACAnAAC8DgAgKQAAvg4AINMHAAC7DgAw1AcAAG0AENUHAAC7DgAw9gcBANkMACGTCAEA2QwAIbUIAQDZDAAhuAgBANkMACEWDQAAiw4AIBAAAJ0OACAmAACfDgAg0wcAAJ4OADDUBwAApAEAENUHAACeDgAw1gcBANkMACGUCAEA2QwAIaAIAQDgDAAhqggBANoMACGtCEAA4gwAIa4IAQDhDAAhrwgBANoMACG5CAEA2QwAIboIAgDdDAAhuwgBANoMACG8CEAA4gwAIb0IAADbDAAgvggAAIkNACC_CAIA3QwAIYYKAACkAQAghwoAAKQBACAmBgAA_A0AIA0AAIsOACAQAACdDgAgHAAAzg4AIB0AAM4OACAkAADzDQAgKgAAnw4AINMHAADLDgAw1AcAAFAAENUHAADLDgAw1gcBANkMACH5BxAA_w0AIZMIAQDZDAAhlAgBANkMACGeCAEA2QwAIaYIAQDaDAAhpwgBANoMACGwCAIA3QwAIbkIAQDZDAAhuwgBAOAMACG8CEAA4wwAIc8IAQDaDAAh3AgBAOEMACHdCAEA4QwAId4IQADiDAAh3whAAOIMACHgCAEA2gwAIeIIAADMDuIIIuMIAQDaDAAh5AgBANoMACHlCAEA2gwAIeYIQADiDAAh5whAAOMMACHoCCAAzQ4AIekIAgDdDAAh6ggAANsMACCGCgAAUAAghwoAAFAAIAwXAADbDAAgKAAAhg0AINMHAACFDQAw1AcAAHMAENUHAACFDQAwkwgBANkMACGmCAEA2gwAIacIAQDaDAAhtQgBANkMACG2CEAA4gwAIYYKAABzACCHCgAAcwAgDh8AAJoNACDTBwAAvw4AMNQHAABgABDVBwAAvw4AMNYHAQDZDAAh1wcAAMAO1ggiyAhAAOIMACHJCAEA4QwAIcoIAQDaDAAhywgBANkMACHRCAIA3QwAIdYIAQDaDAAh1wgCAN0MACHYCAAA3wwAIATlBwAAANYIAuYHAAAA1ggI5wcAAADWCAjsBwAAlg3WCCIMHwAAmg0AINMHAADBDgAw1AcAAFoAENUHAADBDgAw1gcBANkMACHXBwAAwg7NCCKICEAA4gwAIYkIAQDhDAAhiggBAOAMACG7CAEA4AwAIcsIAQDZDAAhzQgBAOAMACEE5QcAAADNCALmBwAAAM0ICOcHAAAAzQgI7AcAAJENzQgiA8MIAQAAAAHECAIAAAABxQgCAAAAAR0GAAD8DQAgDQAAiw4AIBAAAJ0OACAYAADFDgAgHgAAvQ4AICAAAMYOACAhAADHDgAgIgAAyA4AICMAAMgOACAlAADJDgAg0wcAAMQOADDUBwAAVgAQ1QcAAMQOADDWBwEA2QwAIZMIAQDZDAAhlAgBANkMACGpCAEA2gwAIbgIAQDZDAAhuQgBANkMACHDCAEA2gwAIcQIAgDdDAAhxQgCAN0MACHOCAEA2gwAIc8IAQDaDAAh0AhAAOIMACHRCAIA3QwAIdIIAADbDAAg0wgBAOEMACHUCAEA4QwAIQOyCAAAWgAgswgAAFoAILQIAABaACAKHwAAmg0AINMHAACZDQAw1AcAAF4AENUHAACZDQAwkwgBANkMACG5CAEA2QwAIcsIAQDZDAAhzwgBANoMACGGCgAAXgAghwoAAF4AIAOyCAAAYAAgswgAAGAAILQIAABgACAfBgAA_A0AIA0AAIsOACAQAACdDgAgGAAAxQ4AIB4AAL0OACAgAADGDgAgIQAAxw4AICIAAMgOACAjAADIDgAgJQAAyQ4AINMHAADEDgAw1AcAAFYAENUHAADEDgAw1gcBANkMACGTCAEA2QwAIZQIAQDZDAAhqQgBANoMACG4CAEA2QwAIbkIAQDZDAAhwwgBANoMACHECAIA3QwAIcUIAgDdDAAhzggBANoMACHPCAEA2gwAIdAIQADiDAAh0QgCAN0MACHSCAAA2wwAINMIAQDhDAAh1AgBAOEMACGGCgAAVgAghwoAAFYAIA4FAADyDQAgEAIA3QwAISQAAPMNACDTBwAA8Q0AMNQHAABmABDVBwAA8Q0AMNYHAQDZDAAhnggBAOEMACHHCAAA2wwAIMgIQADiDAAhyQgBAOEMACHKCAEA2gwAIYYKAABmACCHCgAAZgAgBJMIAQAAAAGwCAIAAAABuQgBAAAAAc8IAQAAAAEkBgAA_A0AIA0AAIsOACAQAACdDgAgHAAAzg4AIB0AAM4OACAkAADzDQAgKgAAnw4AINMHAADLDgAw1AcAAFAAENUHAADLDgAw1gcBANkMACH5BxAA_w0AIZMIAQDZDAAhlAgBANkMACGeCAEA2QwAIaYIAQDaDAAhpwgBANoMACGwCAIA3QwAIbkIAQDZDAAhuwgBAOAMACG8CEAA4wwAIc8IAQDaDAAh3AgBAOEMACHdCAEA4QwAId4IQADiDAAh3whAAOIMACHgCAEA2gwAIeIIAADMDuIIIuMIAQDaDAAh5AgBANoMACHlCAEA2gwAIeYIQADiDAAh5whAAOMMACHoCCAAzQ4AIekIAgDdDAAh6ggAANsMACAE5QcAAADiCALmBwAAAOIICOcHAAAA4ggI7AcAAKQN4ggiAuUHIAAAAAHsByAAog0AISYGAAD8DQAgDQAAiw4AIBAAAJ0OACAcAADODgAgHQAAzg4AICQAAPMNACAqAACfDgAg0wcAAMsOADDUBwAAUAAQ1QcAAMsOADDWBwEA2QwAIfkHEAD_DQAhkwgBANkMACGUCAEA2QwAIZ4IAQDZDAAhpggBANoMACGnCAEA2gwAIbAIAgDdDAAhuQgBANkMACG7CAEA4AwAIbwIQADjDAAhzwgBANoMACHcCAEA4QwAId0IAQDhDAAh3ghAAOIMACHfCEAA4gwAIeAIAQDaDAAh4ggAAMwO4ggi4wgBANoMACHkCAEA2gwAIeUIAQDaDAAh5ghAAOIMACHnCEAA4wwAIegIIADNDgAh6QgCAN0MACHqCAAA2wwAIIYKAABQACCHCgAAUAAgDRYAANAOACDTBwAAzw4AMNQHAABJABDVBwAAzw4AMNYHAQDZDAAhiAhAAOIMACGJCAEA4QwAIYoIAQDaDAAh3QgBANkMACH8CAEA2gwAIYAJEACIDgAhgQkAANsMACCCCQEA4AwAIR4GAAD8DQAgEAAAnQ4AIBUAAIAOACAXAADYDgAgGAAAuQ4AIBoAANkOACDTBwAA1g4AMNQHAAA5ABDVBwAA1g4AMNYHAQDZDAAh9gcBANkMACH4BwAA1w6NCSKTCAEA2QwAIZQIAQDZDAAhqQgCAN0MACG-CAAAiQ0AIOYIQADiDAAhgAkQAP8NACGLCQEA2gwAIY0JQADiDAAhjglAAOMMACGPCSAA3Q0AIZAJEAD_DQAhkQkQAP8NACGSCSAAzQ4AIZMJIADdDQAhlAkBAOAMACGVCQAA2wwAIIYKAAA5ACCHCgAAOQAgDxYAANAOACAZAADSDgAg0wcAANEOADDUBwAAQQAQ1QcAANEOADDWBwQA9wwAIdcHAQDaDAAhiAhAAOIMACGJCAEA4QwAIYoIAQDaDAAhkQgAAN8MACCSCAAA3wwAILsIAQDgDAAh3QgBANkMACGGCQEA4QwAIREQAACdDgAgGAAAuQ4AINMHAAC4DgAw1AcAAEUAENUHAAC4DgAw1gcBANkMACGICEAA4gwAIYkIAQDhDAAhiggBANoMACGUCAEA2QwAIbsIAQDaDAAh_AgBANoMACGDCQAA2wwAIIQJAQDaDAAhhQkAANsMACCGCgAARQAghwoAAEUAIALdCAEAAAAB_AgBAAAAAQ0WAADQDgAg0wcAANQOADDUBwAAPQAQ1QcAANQOADDdBwIA3QwAIfwHBAD3DAAh3QgBANkMACH8CAEA2gwAIYAJEAD_DQAhhwkAANsMACCICSAA3Q0AIYkJQADiDAAhiglAAOMMACEC9gcBAAAAAakIAgAAAAEcBgAA_A0AIBAAAJ0OACAVAACADgAgFwAA2A4AIBgAALkOACAaAADZDgAg0wcAANYOADDUBwAAOQAQ1QcAANYOADDWBwEA2QwAIfYHAQDZDAAh-AcAANcOjQkikwgBANkMACGUCAEA2QwAIakIAgDdDAAhvggAAIkNACDmCEAA4gwAIYAJEAD_DQAhiwkBANoMACGNCUAA4gwAIY4JQADjDAAhjwkgAN0NACGQCRAA_w0AIZEJEAD_DQAhkgkgAM0OACGTCSAA3Q0AIZQJAQDgDAAhlQkAANsMACAE5QcAAACNCQLmBwAAAI0JCOcHAAAAjQkI7AcAALUNjQkiA7IIAAA9ACCzCAAAPQAgtAgAAD0AIAOyCAAASQAgswgAAEkAILQIAABJACAClAgBAAAAAfwIAQAAAAEKEAAAnQ4AINMHAADbDgAw1AcAADQAENUHAADbDgAwlAgBANkMACHHCAAA2wwAIPwIAQDaDAAhoQkCAN0MACHICQEA2gwAIckJAQDaDAAhAvcHAQAAAAGUCAEAAAABCBAAAJ0OACDTBwAA3Q4AMNQHAAAwABDVBwAA3Q4AMPcHAQDaDAAhlAgBANkMACGhCQIA3QwAIcoJAADbDAAgApQIAQAAAAGqCQEAAAABCRAAAJ0OACDTBwAA3w4AMNQHAAAsABDVBwAA3w4AMIEIAAGtDgAhlAgBANkMACHWCAEA2gwAIdcIAgDeDAAhqgkBANoMACEZFAAAjQ4AICQAAPMNACAqAACZDgAgKwAAlg4AIDgAALIOACA5AACyDgAgOgAA4Q4AIDsAAOIOACA8AADjDgAgPQAA5A4AID4AAOUOACA_AACYDgAg0wcAAOAOADDUBwAAJwAQ1QcAAOAOADDWBwEA2QwAIaoIAQDaDAAh6wgBANoMACGdCUAA4gwAIcwJAQDhDAAhzQkBAOEMACHOCSAA3Q0AIc8JQADjDAAh0AkBAOAMACHRCQEA4AwAIQOyCAAAJQAgswgAACUAILQIAAAlACADsggAAL0BACCzCAAAvQEAILQIAAC9AQAgA7IIAADGAQAgswgAAMYBACC0CAAAxgEAIAOyCAAAygEAILMIAADKAQAgtAgAAMoBACADsggAAM8BACCzCAAAzwEAILQIAADPAQAgA5MIAQAAAAG5CAEAAAABzwgBAAAAARcGAAD8DQAgDQAAiw4AIBAAAJ0OACAbAACVDgAgKgAAnw4AIEAAAOgOACBBAADpDgAgQgAA6g4AIEMAAOsOACDTBwAA5w4AMNQHAAAhABDVBwAA5w4AMNYHAQDZDAAhkwgBANkMACGUCAEA2QwAIbkIAQDZDAAhvAhAAOMMACHPCAEA2gwAId4IQADjDAAh5ghAAOMMACGWCSAA3Q0AIZwJAQDhDAAhnQlAAOIMACERBQAAgQ0AIA0AAIsOACAUAACNDgAg0wcAAIwOADDUBwAAvQEAENUHAACMDgAw1gcBANkMACGeCAEA2QwAIaUIQADjDAAhuQgBANkMACG8CEAA4gwAIc8IAQDaDAAh5whAAOIMACGeCQEA4AwAIZ8JAQDhDAAhhgoAAL0BACCHCgAAvQEAIAOyCAAA4QEAILMIAADhAQAgtAgAAOEBACADsggAAOYBACCzCAAA5gEAILQIAADmAQAgA7IIAADqAQAgswgAAOoBACC0CAAA6gEAIALrCAEAAAABoAkBAAAAAQkIAADuDgAg0wcAAO0OADDUBwAAGgAQ1QcAAO0OADDrCAEA2gwAIaAJAQDZDAAhoQkCAN0MACGiCUAA4gwAIaMJAQDaDAAhEgYAAOcNACAJAADoDQAgCgAA6Q0AIAsAAOoNACDTBwAA5g0AMNQHAAAPABDVBwAA5g0AMNYHAQDZDAAhkwgBAOEMACGdCUAA4gwAIeIJAQDaDAAh4wkBANoMACHkCQEA2gwAIeUJQADjDAAh5gkgAN0NACHnCUAA4wwAIYYKAAAPACCHCgAADwAgDAUAAIENACAIAADuDgAg0wcAAO8OADDUBwAAFgAQ1QcAAO8OADDWBwEA2QwAIZ4IAQDZDAAh9ghAAOIMACH3CAEA4QwAIfkIQADjDAAhoAkBANkMACHhCQAA8A7hCSIE5QcAAADhCQLmBwAAAOEJCOcHAAAA4QkI7AcAAOQN4QkiCggAAO4OACDTBwAA8Q4AMNQHAAASABDVBwAA8Q4AMJAIAQDgDAAhnQlAAOIMACGgCQEA2QwAId0JAQDaDAAh3glAAOIMACHfCQEA4AwAIQsFAACBDQAgBgAA_A0AINMHAADyDgAw1AcAAAsAENUHAADyDgAw1gcBANkMACGTCAEA2QwAIZ4IAQDZDAAh4wgBANoMACH0CEAA4gwAIfUIQADjDAAhHgUAAIENACAHAAD0DgAgCAAA9Q4AIBQAAI0OACAbAACVDgAgJAAA8w0AICsAAJYOACA3AACaDgAgPQAA5A4AIEQAAJ8OACBGAAD4DQAg0wcAAPMOADDUBwAABwAQ1QcAAPMOADDWBwEA2QwAIZ4IAQDZDAAhpggBANoMACHgCAEA2gwAIeIIAADMDuIIIuMIAQDaDAAhnQlAAOIMACHoCQEA2gwAIekJAQDaDAAh6gkBANoMACHrCUAA4wwAIewJQADjDAAh7QkBAOAMACHuCQABrQ4AIe8JAQDgDAAh8AkBAOAMACEDsggAAAsAILMIAAALACC0CAAACwAgEgYAAOcNACAJAADoDQAgCgAA6Q0AIAsAAOoNACDTBwAA5g0AMNQHAAAPABDVBwAA5g0AMNYHAQDZDAAhkwgBAOEMACGdCUAA4gwAIeIJAQDaDAAh4wkBANoMACHkCQEA2gwAIeUJQADjDAAh5gkgAN0NACHnCUAA4wwAIYYKAAAPACCHCgAADwAgGQEAAPINACAEAAD4DgAgBwAA9A4AIAoAAOkNACA7AADiDgAgPAAA4w4AIEUBANoMACFHAAD5DgAgSAAA-g4AIEkAAPsOACBKAAD8DgAg0wcAAPYOADDUBwAAAwAQ1QcAAPYOADDWBwEA2QwAIdcHAAD3DvIJIvQIQADiDAAh9QhAAOMMACGhCQIA3QwAIaoJAQDaDAAhrAkBAOEMACGxCQEA2gwAIeoJAQDaDAAh8gkCAN0MACHzCQIA3QwAIQTlBwAAAPIJAuYHAAAA8gkI5wcAAADyCQjsBwAA8A3yCSIDsggAAAMAILMIAAADACC0CAAAAwAgA7IIAAAHACCzCAAABwAgtAgAAAcAIBAFAACBDQAgOgAAgg0AINMHAACADQAw1AcAAJICABDVBwAAgA0AMNYHAQDZDAAh_wdAAOIMACGXCAEA2gwAIZ4IAQDZDAAhqggBANoMACGrCAEA2gwAIawIQADjDAAhsAgCAN0MACGxCAEA2gwAIYYKAACSAgAghwoAAJICACADsggAAJQCACCzCAAAlAIAILQIAACUAgAgA7IIAABmACCzCAAAZgAgtAgAAGYAIAAAAAAAAAGLCgEAAAABAYsKAAAA2wcCBYsKAgAAAAGSCgIAAAABkwoCAAAAAZQKAgAAAAGVCgIAAAABBYsKAgAAAAGSCgIAAAABkwoCAAAAAZQKAgAAAAGVCgIAAAABAYsKAQAAAAEBiwpAAAAAAQGLCkAAAAABAAAAAAAFiwoQAAAAAZIKEAAAAAGTChAAAAABlAoQAAAAAZUKEAAAAAEFVwAAqh0AIFgAAK0dACCICgAAqx0AIIkKAACsHQAgjgoAACMAIANXAACqHQAgiAoAAKsdACCOCgAAIwAgAAAAAYsKAAEAAAEAAAAAAAAAAAWLCgQAAAABkgoEAAAAAZMKBAAAAAGUCgQAAAABlQoEAAAAAQAAAAAAAYsKAAAAmQgCBVcAAKIdACBYAACoHQAgiAoAAKMdACCJCgAApx0AII4KAAAJACAFVwAAoB0AIFgAAKUdACCICgAAoR0AIIkKAACkHQAgjgoAALsBACADVwAAoh0AIIgKAACjHQAgjgoAAAkAIANXAACgHQAgiAoAAKEdACCOCgAAuwEAIAAAAAAABVcAAJsdACBYAACeHQAgiAoAAJwdACCJCgAAnR0AII4KAAABACADVwAAmx0AIIgKAACcHQAgjgoAAAEAIAAAAAVXAACTHQAgWAAAmR0AIIgKAACUHQAgiQoAAJgdACCOCgAA_wEAIAVXAACRHQAgWAAAlh0AIIgKAACSHQAgiQoAAJUdACCOCgAACQAgA1cAAJMdACCICgAAlB0AII4KAAD_AQAgA1cAAJEdACCICgAAkh0AII4KAAAJACAAAAAAAAVXAACLHQAgWAAAjx0AIIgKAACMHQAgiQoAAI4dACCOCgAAzgoAIAtXAAC-DwAwWAAAww8AMIgKAAC_DwAwiQoAAMAPADCKCgAAwQ8AIIsKAADCDwAwjAoAAMIPADCNCgAAwg8AMI4KAADCDwAwjwoAAMQPADCQCgAAxQ8AMAUGAAC2DwAgiAhAAAAAAZMIAQAAAAGmCAEAAAABpwgBAAAAAQIAAAD7AQAgVwAAyQ8AIAMAAAD7AQAgVwAAyQ8AIFgAAMgPACABUAAAjR0AMAsGAAD8DQAgEAAA-w0AINMHAAD6DQAw1AcAAPkBABDVBwAA-g0AMIgIQADiDAAhkwgBANkMACGUCAEA2QwAIaYIAQDaDAAhpwgBANoMACH1CQAA-Q0AIAIAAAD7AQAgUAAAyA8AIAIAAADGDwAgUAAAxw8AIAjTBwAAxQ8AMNQHAADGDwAQ1QcAAMUPADCICEAA4gwAIZMIAQDZDAAhlAgBANkMACGmCAEA2gwAIacIAQDaDAAhCNMHAADFDwAw1AcAAMYPABDVBwAAxQ8AMIgIQADiDAAhkwgBANkMACGUCAEA2QwAIaYIAQDaDAAhpwgBANoMACEEiAhAAIgPACGTCAEAgw8AIaYIAQCDDwAhpwgBAIMPACEFBgAAtA8AIIgIQACIDwAhkwgBAIMPACGmCAEAgw8AIacIAQCDDwAhBQYAALYPACCICEAAAAABkwgBAAAAAaYIAQAAAAGnCAEAAAABA1cAAIsdACCICgAAjB0AII4KAADOCgAgBFcAAL4PADCICgAAvw8AMIoKAADBDwAgjgoAAMIPADAAAAAAAAVXAACFHQAgWAAAiR0AIIgKAACGHQAgiQoAAIgdACCOCgAAAQAgC1cAANMPADBYAADYDwAwiAoAANQPADCJCgAA1Q8AMIoKAADWDwAgiwoAANcPADCMCgAA1w8AMI0KAADXDwAwjgoAANcPADCPCgAA2Q8AMJAKAADaDwAwCkYAAMsPACDWBwEAAAABlwgBAAAAAakIAgAAAAGqCAEAAAABqwgBAAAAAawIQAAAAAGtCEAAAAABrggBAAAAAa8IAQAAAAECAAAA_wEAIFcAAN4PACADAAAA_wEAIFcAAN4PACBYAADdDwAgAVAAAIcdADAQRQAA9w0AIEYAAPgNACDTBwAA9g0AMNQHAAD9AQAQ1QcAAPYNADDWBwEAAAABlwgBANoMACGoCAEA2QwAIakIAgDdDAAhqggBANoMACGrCAEA2gwAIawIQADiDAAhrQhAAOIMACGuCAEA4QwAIa8IAQDaDAAh9AkAAPUNACACAAAA_wEAIFAAAN0PACACAAAA2w8AIFAAANwPACAN0wcAANoPADDUBwAA2w8AENUHAADaDwAw1gcBANkMACGXCAEA2gwAIagIAQDZDAAhqQgCAN0MACGqCAEA2gwAIasIAQDaDAAhrAhAAOIMACGtCEAA4gwAIa4IAQDhDAAhrwgBANoMACEN0wcAANoPADDUBwAA2w8AENUHAADaDwAw1gcBANkMACGXCAEA2gwAIagIAQDZDAAhqQgCAN0MACGqCAEA2gwAIasIAQDaDAAhrAhAAOIMACGtCEAA4gwAIa4IAQDhDAAhrwgBANoMACEJ1gcBAIMPACGXCAEAgw8AIakIAgCFDwAhqggBAIMPACGrCAEAgw8AIawIQACIDwAhrQhAAIgPACGuCAEAhw8AIa8IAQCDDwAhCkYAAL0PACDWBwEAgw8AIZcIAQCDDwAhqQgCAIUPACGqCAEAgw8AIasIAQCDDwAhrAhAAIgPACGtCEAAiA8AIa4IAQCHDwAhrwgBAIMPACEKRgAAyw8AINYHAQAAAAGXCAEAAAABqQgCAAAAAaoIAQAAAAGrCAEAAAABrAhAAAAAAa0IQAAAAAGuCAEAAAABrwgBAAAAAQNXAACFHQAgiAoAAIYdACCOCgAAAQAgBFcAANMPADCICgAA1A8AMIoKAADWDwAgjgoAANcPADAMAQAA4Q8AIAQAAPAZACAHAADvGQAgCgAA0BcAIDsAAOYZACA8AADnGQAgRwAA8RkAIEgAAL8ZACBJAADyGQAgSgAA8xkAIPUIAAD9DgAgrAkAAP0OACAAAAAABVcAAIAdACBYAACDHQAgiAoAAIEdACCJCgAAgh0AII4KAABvACADVwAAgB0AIIgKAACBHQAgjgoAAG8AIAUGAADOFwAgFQAAwhkAIB4AANsZACAnAADaGQAgKQAA3BkAIAAAAAVXAADyHAAgWAAA_hwAIIgKAADzHAAgiQoAAP0cACCOCgAApgEAIAVXAADwHAAgWAAA-xwAIIgKAADxHAAgiQoAAPocACCOCgAACQAgBVcAAO4cACBYAAD4HAAgiAoAAO8cACCJCgAA9xwAII4KAAAjACAFVwAA7BwAIFgAAPUcACCICgAA7RwAIIkKAAD0HAAgjgoAAFIAIAdXAADxDwAgWAAA9A8AIIgKAADyDwAgiQoAAPMPACCMCgAAcwAgjQoAAHMAII4KAAC2CgAgBBeAAAAAAaYIAQAAAAGnCAEAAAABtghAAAAAAQIAAAC2CgAgVwAA8Q8AIAMAAABzACBXAADxDwAgWAAA9Q8AIAYAAABzACAXgAAAAAFQAAD1DwAgpggBAIMPACGnCAEAgw8AIbYIQACIDwAhBBeAAAAAAaYIAQCDDwAhpwgBAIMPACG2CEAAiA8AIQNXAADyHAAgiAoAAPMcACCOCgAApgEAIANXAADwHAAgiAoAAPEcACCOCgAACQAgA1cAAO4cACCICgAA7xwAII4KAAAjACADVwAA7BwAIIgKAADtHAAgjgoAAFIAIANXAADxDwAgiAoAAPIPACCOCgAAtgoAIAAAAAAAAosKAQAAAASRCgEAAAAFBVcAAOMcACBYAADqHAAgiAoAAOQcACCJCgAA6RwAII4KAAAqACAFVwAA4RwAIFgAAOccACCICgAA4hwAIIkKAADmHAAgjgoAALsBACALVwAAhBAAMFgAAIkQADCICgAAhRAAMIkKAACGEAAwigoAAIcQACCLCgAAiBAAMIwKAACIEAAwjQoAAIgQADCOCgAAiBAAMI8KAACKEAAwkAoAAIsQADAHBgAA9w8AIBUAAPgPACAeAAD5DwAgKQAA-g8AIPYHAQAAAAGTCAEAAAABuAgBAAAAAQIAAABvACBXAACPEAAgAwAAAG8AIFcAAI8QACBYAACOEAAgAVAAAOUcADANBgAA_A0AIBUAAIAOACAeAAC9DgAgJwAAvA4AICkAAL4OACDTBwAAuw4AMNQHAABtABDVBwAAuw4AMPYHAQDZDAAhkwgBANkMACG1CAEA2QwAIbcIAAC6DgAguAgBANkMACECAAAAbwAgUAAAjhAAIAIAAACMEAAgUAAAjRAAIAfTBwAAixAAMNQHAACMEAAQ1QcAAIsQADD2BwEA2QwAIZMIAQDZDAAhtQgBANkMACG4CAEA2QwAIQfTBwAAixAAMNQHAACMEAAQ1QcAAIsQADD2BwEA2QwAIZMIAQDZDAAhtQgBANkMACG4CAEA2QwAIQP2BwEAgw8AIZMIAQCDDwAhuAgBAIMPACEHBgAA7Q8AIBUAAO4PACAeAADvDwAgKQAA8A8AIPYHAQCDDwAhkwgBAIMPACG4CAEAgw8AIQcGAAD3DwAgFQAA-A8AIB4AAPkPACApAAD6DwAg9gcBAAAAAZMIAQAAAAG4CAEAAAABAYsKAQAAAAQDVwAA4xwAIIgKAADkHAAgjgoAACoAIANXAADhHAAgiAoAAOIcACCOCgAAuwEAIARXAACEEAAwiAoAAIUQADCKCgAAhxAAII4KAACIEAAwAAAAAAAAAAAAAAdXAAC7HAAgWAAA3xwAIIgKAAC8HAAgiQoAAN4cACCMCgAAAwAgjQoAAAMAII4KAAABACALVwAAoBAAMFgAAKUQADCICgAAoRAAMIkKAACiEAAwigoAAKMQACCLCgAApBAAMIwKAACkEAAwjQoAAKQQADCOCgAApBAAMI8KAACmEAAwkAoAAKcQADAYBgAAuxAAIA0AALwQACAQAAC9EAAgGAAAvhAAIB4AALoQACAgAAC_EAAgIQAAwBAAICIAAOMQACAjAADBEAAg1gcBAAAAAZMIAQAAAAGUCAEAAAABqQgBAAAAAbgIAQAAAAG5CAEAAAABwwgBAAAAAcQIAgAAAAHFCAIAAAABzggBAAAAAc8IAQAAAAHQCEAAAAAB0QgCAAAAAdIIgAAAAAHTCAEAAAABAgAAAFgAIFcAAOIQACADAAAAWAAgVwAA4hAAIFgAAKoQACABUAAA3RwAMB4GAAD8DQAgDQAAiw4AIBAAAJ0OACAYAADFDgAgHgAAvQ4AICAAAMYOACAhAADHDgAgIgAAyA4AICMAAMgOACAlAADJDgAg0wcAAMQOADDUBwAAVgAQ1QcAAMQOADDWBwEAAAABkwgBANkMACGUCAEA2QwAIakIAQDaDAAhuAgBANkMACG5CAEA2QwAIcMIAQDaDAAhxAgCAN0MACHFCAIA3QwAIcYIAADDDgAgzggBAAAAAc8IAQDaDAAh0AhAAOIMACHRCAIA3QwAIdIIAADbDAAg0wgBAAAAAdQIAQDhDAAhAgAAAFgAIFAAAKoQACACAAAAqBAAIFAAAKkQACAT0wcAAKcQADDUBwAAqBAAENUHAACnEAAw1gcBANkMACGTCAEA2QwAIZQIAQDZDAAhqQgBANoMACG4CAEA2QwAIbkIAQDZDAAhwwgBANoMACHECAIA3QwAIcUIAgDdDAAhzggBANoMACHPCAEA2gwAIdAIQADiDAAh0QgCAN0MACHSCAAA2wwAINMIAQDhDAAh1AgBAOEMACET0wcAAKcQADDUBwAAqBAAENUHAACnEAAw1gcBANkMACGTCAEA2QwAIZQIAQDZDAAhqQgBANoMACG4CAEA2QwAIbkIAQDZDAAhwwgBANoMACHECAIA3QwAIcUIAgDdDAAhzggBANoMACHPCAEA2gwAIdAIQADiDAAh0QgCAN0MACHSCAAA2wwAINMIAQDhDAAh1AgBAOEMACEP1gcBAIMPACGTCAEAgw8AIZQIAQCDDwAhqQgBAIMPACG4CAEAgw8AIbkIAQCDDwAhwwgBAIMPACHECAIAhQ8AIcUIAgCFDwAhzggBAIMPACHPCAEAgw8AIdAIQACIDwAh0QgCAIUPACHSCIAAAAAB0wgBAIcPACEYBgAArBAAIA0AAK0QACAQAACuEAAgGAAArxAAIB4AAKsQACAgAACwEAAgIQAAsRAAICIAALIQACAjAACzEAAg1gcBAIMPACGTCAEAgw8AIZQIAQCDDwAhqQgBAIMPACG4CAEAgw8AIbkIAQCDDwAhwwgBAIMPACHECAIAhQ8AIcUIAgCFDwAhzggBAIMPACHPCAEAgw8AIdAIQACIDwAh0QgCAIUPACHSCIAAAAAB0wgBAIcPACEFVwAAyRwAIFgAANscACCICgAAyhwAIIkKAADaHAAgjgoAAFIAIAVXAADHHAAgWAAA2BwAIIgKAADIHAAgiQoAANccACCOCgAACQAgBVcAAMUcACBYAADVHAAgiAoAAMYcACCJCgAA1BwAII4KAAAqACAFVwAAwxwAIFgAANIcACCICgAAxBwAIIkKAADRHAAgjgoAALsBACALVwAAyhAAMFgAANsQADCICgAAyxAAMIkKAADaEAAwigoAAMwQACCLCgAAzRAAMIwKAADNEAAwjQoAAM0QADCOCgAAzRAAMI8KAADcEAAwkAoAAN0QADAHVwAAyBAAIFgAANgQACCICgAAyRAAIIkKAADXEAAgjAoAAF4AII0KAABeACCOCgAA-wgAIAtXAADDEAAwWAAA0BAAMIgKAADEEAAwiQoAAM8QADCKCgAAxRAAIIsKAADGEAAwjAoAAMYQADCNCgAAxhAAMI4KAADGEAAwjwoAANEQADCQCgAA0hAAMAdXAAC9HAAgWAAAzxwAIIgKAAC-HAAgiQoAAM4cACCMCgAAVgAgjQoAAFYAII4KAABYACAHVwAAtBAAIFgAALcQACCICgAAtRAAIIkKAAC2EAAgjAoAAFYAII0KAABWACCOCgAAWAAgGAYAALsQACANAAC8EAAgEAAAvRAAIBgAAL4QACAeAAC6EAAgIAAAvxAAICEAAMAQACAjAADBEAAgJQAAwhAAINYHAQAAAAGTCAEAAAABlAgBAAAAAakIAQAAAAG4CAEAAAABuQgBAAAAAcMIAQAAAAHECAIAAAABxQgCAAAAAc4IAQAAAAHPCAEAAAAB0AhAAAAAAdEIAgAAAAHSCIAAAAAB1AgBAAAAAQIAAABYACBXAAC0EAAgAwAAAFYAIFcAALQQACBYAAC4EAAgGgAAAFYAIAYAAKwQACANAACtEAAgEAAArhAAIBgAAK8QACAeAACrEAAgIAAAsBAAICEAALEQACAjAACzEAAgJQAAuRAAIFAAALgQACDWBwEAgw8AIZMIAQCDDwAhlAgBAIMPACGpCAEAgw8AIbgIAQCDDwAhuQgBAIMPACHDCAEAgw8AIcQIAgCFDwAhxQgCAIUPACHOCAEAgw8AIc8IAQCDDwAh0AhAAIgPACHRCAIAhQ8AIdIIgAAAAAHUCAEAhw8AIRgGAACsEAAgDQAArRAAIBAAAK4QACAYAACvEAAgHgAAqxAAICAAALAQACAhAACxEAAgIwAAsxAAICUAALkQACDWBwEAgw8AIZMIAQCDDwAhlAgBAIMPACGpCAEAgw8AIbgIAQCDDwAhuQgBAIMPACHDCAEAgw8AIcQIAgCFDwAhxQgCAIUPACHOCAEAgw8AIc8IAQCDDwAh0AhAAIgPACHRCAIAhQ8AIdIIgAAAAAHUCAEAhw8AIQdXAADBHAAgWAAAzBwAIIgKAADCHAAgiQoAAMscACCMCgAAZgAgjQoAAGYAII4KAACZAgAgA1cAAMkcACCICgAAyhwAII4KAABSACADVwAAxxwAIIgKAADIHAAgjgoAAAkAIANXAADFHAAgiAoAAMYcACCOCgAAKgAgA1cAAMMcACCICgAAxBwAII4KAAC7AQAgBFcAAMoQADCICgAAyxAAMIoKAADMEAAgjgoAAM0QADADVwAAyBAAIIgKAADJEAAgjgoAAPsIACAEVwAAwxAAMIgKAADEEAAwigoAAMUQACCOCgAAxhAAMANXAAC0EAAgiAoAALUQACCOCgAAWAAgA1cAAMEcACCICgAAwhwAII4KAACZAgAgCdYHAQAAAAHXBwAAANYIAsgIQAAAAAHJCAEAAAAByggBAAAAAdEIAgAAAAHWCAEAAAAB1wgCAAAAAdgIgAAAAAECAAAAYgAgVwAAxxAAIAFQAADAHAAwDh8AAJoNACDTBwAAvw4AMNQHAABgABDVBwAAvw4AMNYHAQAAAAHXBwAAwA7WCCLICEAA4gwAIckIAQDhDAAhyggBANoMACHLCAEA2QwAIdEIAgDdDAAh1ggBANoMACHXCAIA3QwAIdgIAADfDAAgCdYHAQAAAAHXBwAAANYIAsgIQAAAAAHJCAEAAAAByggBAAAAAdEIAgAAAAHWCAEAAAAB1wgCAAAAAdgIgAAAAAEDkwgBAAAAAbkIAQAAAAHPCAEAAAABAgAAAPsIACBXAADIEAAgB9YHAQAAAAHXBwAAAM0IAogIQAAAAAGJCAEAAAABiggBAAAAAbsIAQAAAAHNCAEAAAABAgAAAFwAIFcAAM4QACABUAAAvxwAMAwfAACaDQAg0wcAAMEOADDUBwAAWgAQ1QcAAMEOADDWBwEAAAAB1wcAAMIOzQgiiAhAAOIMACGJCAEA4QwAIYoIAQDgDAAhuwgBAOAMACHLCAEA2QwAIc0IAQDgDAAhB9YHAQAAAAHXBwAAAM0IAogIQAAAAAGJCAEAAAABiggBAAAAAbsIAQAAAAHNCAEAAAABAwAAAGIAIFcAAMcQACBYAADWEAAgAgAAAGIAIFAAANYQACACAAAA0xAAIFAAANQQACAN0wcAANIQADDUBwAA0xAAENUHAADSEAAw1gcBANkMACHXBwAAwA7WCCLICEAA4gwAIckIAQDhDAAhyggBANoMACHLCAEA2QwAIdEIAgDdDAAh1ggBANoMACHXCAIA3QwAIdgIAADfDAAgDdMHAADSEAAw1AcAANMQABDVBwAA0hAAMNYHAQDZDAAh1wcAAMAO1ggiyAhAAOIMACHJCAEA4QwAIcoIAQDaDAAhywgBANkMACHRCAIA3QwAIdYIAQDaDAAh1wgCAN0MACHYCAAA3wwAIAnWBwEAgw8AIdcHAADVENYIIsgIQACIDwAhyQgBAIcPACHKCAEAgw8AIdEIAgCFDwAh1ggBAIMPACHXCAIAhQ8AIdgIgAAAAAEBiwoAAADWCAIJ1gcBAIMPACHXBwAA1RDWCCLICEAAiA8AIckIAQCHDwAhyggBAIMPACHRCAIAhQ8AIdYIAQCDDwAh1wgCAIUPACHYCIAAAAABAwAAAF4AIFcAAMgQACBYAADZEAAgBQAAAF4AIFAAANkQACCTCAEAgw8AIbkIAQCDDwAhzwgBAIMPACEDkwgBAIMPACG5CAEAgw8AIc8IAQCDDwAhAwAAAFwAIFcAAM4QACBYAADhEAAgAgAAAFwAIFAAAOEQACACAAAA3hAAIFAAAN8QACAL0wcAAN0QADDUBwAA3hAAENUHAADdEAAw1gcBANkMACHXBwAAwg7NCCKICEAA4gwAIYkIAQDhDAAhiggBAOAMACG7CAEA4AwAIcsIAQDZDAAhzQgBAOAMACEL0wcAAN0QADDUBwAA3hAAENUHAADdEAAw1gcBANkMACHXBwAAwg7NCCKICEAA4gwAIYkIAQDhDAAhiggBAOAMACG7CAEA4AwAIcsIAQDZDAAhzQgBAOAMACEH1gcBAIMPACHXBwAA4BDNCCKICEAAiA8AIYkIAQCHDwAhiggBAIcPACG7CAEAhw8AIc0IAQCHDwAhAYsKAAAAzQgCB9YHAQCDDwAh1wcAAOAQzQgiiAhAAIgPACGJCAEAhw8AIYoIAQCHDwAhuwgBAIcPACHNCAEAhw8AIRgGAAC7EAAgDQAAvBAAIBAAAL0QACAYAAC-EAAgHgAAuhAAICAAAL8QACAhAADAEAAgIgAA4xAAICMAAMEQACDWBwEAAAABkwgBAAAAAZQIAQAAAAGpCAEAAAABuAgBAAAAAbkIAQAAAAHDCAEAAAABxAgCAAAAAcUIAgAAAAHOCAEAAAABzwgBAAAAAdAIQAAAAAHRCAIAAAAB0giAAAAAAdMIAQAAAAEDVwAAvRwAIIgKAAC-HAAgjgoAAFgAIANXAAC7HAAgiAoAALwcACCOCgAAAQAgBFcAAKAQADCICgAAoRAAMIoKAACjEAAgjgoAAKQQADAAAAAFVwAAthwAIFgAALkcACCICgAAtxwAIIkKAAC4HAAgjgoAAFgAIANXAAC2HAAgiAoAALccACCOCgAAWAAgAAAAAAAAAAAAAAVXAACxHAAgWAAAtBwAIIgKAACyHAAgiQoAALMcACCOCgAAWAAgA1cAALEcACCICgAAshwAII4KAABYACAAAAAFVwAArBwAIFgAAK8cACCICgAArRwAIIkKAACuHAAgjgoAAFgAIANXAACsHAAgiAoAAK0cACCOCgAAWAAgDAYAAM4XACANAADDGQAgEAAAzxkAIBgAAN0ZACAeAADbGQAgIAAA3hkAICEAAN8ZACAiAAD8EAAgIwAA_BAAICUAAOAZACDTCAAA_Q4AINQIAAD9DgAgAAAAAAAAAAAAAAGLCgAAAOIIAgGLCiAAAAABBVcAAJwcACBYAACqHAAgiAoAAJ0cACCJCgAAqRwAII4KAAAJACAFVwAAmhwAIFgAAKccACCICgAAmxwAIIkKAACmHAAgjgoAACoAIAVXAACYHAAgWAAApBwAIIgKAACZHAAgiQoAAKMcACCOCgAAuwEAIAdXAACWHAAgWAAAoRwAIIgKAACXHAAgiQoAAKAcACCMCgAAUAAgjQoAAFAAII4KAABSACAHVwAAohEAIFgAAKURACCICgAAoxEAIIkKAACkEQAgjAoAAFAAII0KAABQACCOCgAAUgAgC1cAAJkRADBYAACdEQAwiAoAAJoRADCJCgAAmxEAMIoKAACcEQAgiwoAAKQQADCMCgAApBAAMI0KAACkEAAwjgoAAKQQADCPCgAAnhEAMJAKAACnEAAwC1cAAJARADBYAACUEQAwiAoAAJERADCJCgAAkhEAMIoKAACTEQAgiwoAAIgQADCMCgAAiBAAMI0KAACIEAAwjgoAAIgQADCPCgAAlREAMJAKAACLEAAwBwYAAPcPACAVAAD4DwAgJwAA9g8AICkAAPoPACD2BwEAAAABkwgBAAAAAbUIAQAAAAECAAAAbwAgVwAAmBEAIAMAAABvACBXAACYEQAgWAAAlxEAIAFQAACfHAAwAgAAAG8AIFAAAJcRACACAAAAjBAAIFAAAJYRACAD9gcBAIMPACGTCAEAgw8AIbUIAQCDDwAhBwYAAO0PACAVAADuDwAgJwAA7A8AICkAAPAPACD2BwEAgw8AIZMIAQCDDwAhtQgBAIMPACEHBgAA9w8AIBUAAPgPACAnAAD2DwAgKQAA-g8AIPYHAQAAAAGTCAEAAAABtQgBAAAAARgGAAC7EAAgDQAAvBAAIBAAAL0QACAYAAC-EAAgIAAAvxAAICEAAMAQACAiAADjEAAgIwAAwRAAICUAAMIQACDWBwEAAAABkwgBAAAAAZQIAQAAAAGpCAEAAAABuQgBAAAAAcMIAQAAAAHECAIAAAABxQgCAAAAAc4IAQAAAAHPCAEAAAAB0AhAAAAAAdEIAgAAAAHSCIAAAAAB0wgBAAAAAdQIAQAAAAECAAAAWAAgVwAAoREAIAMAAABYACBXAAChEQAgWAAAoBEAIAFQAACeHAAwAgAAAFgAIFAAAKARACACAAAAqBAAIFAAAJ8RACAP1gcBAIMPACGTCAEAgw8AIZQIAQCDDwAhqQgBAIMPACG5CAEAgw8AIcMIAQCDDwAhxAgCAIUPACHFCAIAhQ8AIc4IAQCDDwAhzwgBAIMPACHQCEAAiA8AIdEIAgCFDwAh0giAAAAAAdMIAQCHDwAh1AgBAIcPACEYBgAArBAAIA0AAK0QACAQAACuEAAgGAAArxAAICAAALAQACAhAACxEAAgIgAAshAAICMAALMQACAlAAC5EAAg1gcBAIMPACGTCAEAgw8AIZQIAQCDDwAhqQgBAIMPACG5CAEAgw8AIcMIAQCDDwAhxAgCAIUPACHFCAIAhQ8AIc4IAQCDDwAhzwgBAIMPACHQCEAAiA8AIdEIAgCFDwAh0giAAAAAAdMIAQCHDwAh1AgBAIcPACEYBgAAuxAAIA0AALwQACAQAAC9EAAgGAAAvhAAICAAAL8QACAhAADAEAAgIgAA4xAAICMAAMEQACAlAADCEAAg1gcBAAAAAZMIAQAAAAGUCAEAAAABqQgBAAAAAbkIAQAAAAHDCAEAAAABxAgCAAAAAcUIAgAAAAHOCAEAAAABzwgBAAAAAdAIQAAAAAHRCAIAAAAB0giAAAAAAdMIAQAAAAHUCAEAAAABHwYAAKcRACANAACoEQAgEAAAqREAIB0AAKoRACAkAACrEQAgKgAArBEAINYHAQAAAAH5BxAAAAABkwgBAAAAAZQIAQAAAAGeCAEAAAABpggBAAAAAacIAQAAAAGwCAIAAAABuQgBAAAAAbsIAQAAAAG8CEAAAAABzwgBAAAAAd0IAQAAAAHeCEAAAAAB3whAAAAAAeAIAQAAAAHiCAAAAOIIAuMIAQAAAAHkCAEAAAAB5QgBAAAAAeYIQAAAAAHnCEAAAAAB6AggAAAAAekIAgAAAAHqCIAAAAABAgAAAFIAIFcAAKIRACADAAAAUAAgVwAAohEAIFgAAKYRACAhAAAAUAAgBgAAiREAIA0AAIoRACAQAACLEQAgHQAAjREAICQAAI4RACAqAACPEQAgUAAAphEAINYHAQCDDwAh-QcQAI8PACGTCAEAgw8AIZQIAQCDDwAhnggBAIMPACGmCAEAgw8AIacIAQCDDwAhsAgCAIUPACG5CAEAgw8AIbsIAQCHDwAhvAhAAIkPACHPCAEAgw8AId0IAQCHDwAh3ghAAIgPACHfCEAAiA8AIeAIAQCDDwAh4ggAAIcR4ggi4wgBAIMPACHkCAEAgw8AIeUIAQCDDwAh5ghAAIgPACHnCEAAiQ8AIegIIACIEQAh6QgCAIUPACHqCIAAAAABHwYAAIkRACANAACKEQAgEAAAixEAIB0AAI0RACAkAACOEQAgKgAAjxEAINYHAQCDDwAh-QcQAI8PACGTCAEAgw8AIZQIAQCDDwAhnggBAIMPACGmCAEAgw8AIacIAQCDDwAhsAgCAIUPACG5CAEAgw8AIbsIAQCHDwAhvAhAAIkPACHPCAEAgw8AId0IAQCHDwAh3ghAAIgPACHfCEAAiA8AIeAIAQCDDwAh4ggAAIcR4ggi4wgBAIMPACHkCAEAgw8AIeUIAQCDDwAh5ghAAIgPACHnCEAAiQ8AIegIIACIEQAh6QgCAIUPACHqCIAAAAABA1cAAJwcACCICgAAnRwAII4KAAAJACADVwAAmhwAIIgKAACbHAAgjgoAACoAIANXAACYHAAgiAoAAJkcACCOCgAAuwEAIANXAACiEQAgiAoAAKMRACCOCgAAUgAgBFcAAJkRADCICgAAmhEAMIoKAACcEQAgjgoAAKQQADAEVwAAkBEAMIgKAACREQAwigoAAJMRACCOCgAAiBAAMANXAACWHAAgiAoAAJccACCOCgAAUgAgAAAAB1cAAJEcACBYAACUHAAgiAoAAJIcACCJCgAAkxwAIIwKAAAnACCNCgAAJwAgjgoAACoAIANXAACRHAAgiAoAAJIcACCOCgAAKgAgAAAAAAAFiwoQAAAAAZIKEAAAAAGTChAAAAABlAoQAAAAAZUKEAAAAAEBiwogAAAAAQVXAACJHAAgWAAAjxwAIIgKAACKHAAgiQoAAI4cACCOCgAACQAgB1cAAIccACBYAACMHAAgiAoAAIgcACCJCgAAixwAIIwKAAAnACCNCgAAJwAgjgoAACoAIANXAACJHAAgiAoAAIocACCOCgAACQAgA1cAAIccACCICgAAiBwAII4KAAAqACAAAAAFVwAAghwAIFgAAIUcACCICgAAgxwAIIkKAACEHAAgjgoAACMAIANXAACCHAAgiAoAAIMcACCOCgAAIwAgAAAAAAAFVwAA_RsAIFgAAIAcACCICgAA_hsAIIkKAAD_GwAgjgoAADsAIANXAAD9GwAgiAoAAP4bACCOCgAAOwAgAAAABVcAAPIbACBYAAD7GwAgiAoAAPMbACCJCgAA-hsAII4KAAC7AQAgC1cAAM8RADBYAADUEQAwiAoAANARADCJCgAA0REAMIoKAADSEQAgiwoAANMRADCMCgAA0xEAMI0KAADTEQAwjgoAANMRADCPCgAA1REAMJAKAADWEQAwChYAANwRACDWBwQAAAAB1wcBAAAAAYgIQAAAAAGJCAEAAAABiggBAAAAAZEIgAAAAAGSCIAAAAABuwgBAAAAAd0IAQAAAAECAAAAQwAgVwAA2xEAIAMAAABDACBXAADbEQAgWAAA2REAIAFQAAD5GwAwDxYAANAOACAZAADSDgAg0wcAANEOADDUBwAAQQAQ1QcAANEOADDWBwQAAAAB1wcBANoMACGICEAA4gwAIYkIAQDhDAAhiggBANoMACGRCAAA3wwAIJIIAADfDAAguwgBAOAMACHdCAEA2QwAIYYJAQDhDAAhAgAAAEMAIFAAANkRACACAAAA1xEAIFAAANgRACAN0wcAANYRADDUBwAA1xEAENUHAADWEQAw1gcEAPcMACHXBwEA2gwAIYgIQADiDAAhiQgBAOEMACGKCAEA2gwAIZEIAADfDAAgkggAAN8MACC7CAEA4AwAId0IAQDZDAAhhgkBAOEMACEN0wcAANYRADDUBwAA1xEAENUHAADWEQAw1gcEAPcMACHXBwEA2gwAIYgIQADiDAAhiQgBAOEMACGKCAEA2gwAIZEIAADfDAAgkggAAN8MACC7CAEA4AwAId0IAQDZDAAhhgkBAOEMACEJ1gcEAJ4PACHXBwEAgw8AIYgIQACIDwAhiQgBAIcPACGKCAEAgw8AIZEIgAAAAAGSCIAAAAABuwgBAIcPACHdCAEAgw8AIQoWAADaEQAg1gcEAJ4PACHXBwEAgw8AIYgIQACIDwAhiQgBAIcPACGKCAEAgw8AIZEIgAAAAAGSCIAAAAABuwgBAIcPACHdCAEAgw8AIQVXAAD0GwAgWAAA9xsAIIgKAAD1GwAgiQoAAPYbACCOCgAAOwAgChYAANwRACDWBwQAAAAB1wcBAAAAAYgIQAAAAAGJCAEAAAABiggBAAAAAZEIgAAAAAGSCIAAAAABuwgBAAAAAd0IAQAAAAEDVwAA9BsAIIgKAAD1GwAgjgoAADsAIANXAADyGwAgiAoAAPMbACCOCgAAuwEAIARXAADPEQAwiAoAANARADCKCgAA0hEAII4KAADTEQAwAAAAAAAHVwAA7RsAIFgAAPAbACCICgAA7hsAIIkKAADvGwAgjAoAAEUAII0KAABFACCOCgAAeQAgA1cAAO0bACCICgAA7hsAII4KAAB5ACAAAAAAAAVXAADoGwAgWAAA6xsAIIgKAADpGwAgiQoAAOobACCOCgAAOwAgA1cAAOgbACCICgAA6RsAII4KAAA7ACAAAAAAAAKLCgEAAAAEkQoBAAAABQGLCgAAAI0JAgVXAADaGwAgWAAA5hsAIIgKAADbGwAgiQoAAOUbACCOCgAAIwAgBVcAANgbACBYAADjGwAgiAoAANkbACCJCgAA4hsAII4KAAAJACAFVwAA1hsAIFgAAOAbACCICgAA1xsAIIkKAADfGwAgjgoAALsBACALVwAAjxIAMFgAAJQSADCICgAAkBIAMIkKAACREgAwigoAAJISACCLCgAAkxIAMIwKAACTEgAwjQoAAJMSADCOCgAAkxIAMI8KAACVEgAwkAoAAJYSADALVwAAhhIAMFgAAIoSADCICgAAhxIAMIkKAACIEgAwigoAAIkSACCLCgAA0xEAMIwKAADTEQAwjQoAANMRADCOCgAA0xEAMI8KAACLEgAwkAoAANYRADALVwAA-hEAMFgAAP8RADCICgAA-xEAMIkKAAD8EQAwigoAAP0RACCLCgAA_hEAMIwKAAD-EQAwjQoAAP4RADCOCgAA_hEAMI8KAACAEgAwkAoAAIESADAI1gcBAAAAAYgIQAAAAAGJCAEAAAABiggBAAAAAfwIAQAAAAGACRAAAAABgQmAAAAAAYIJAQAAAAECAAAASwAgVwAAhRIAIAMAAABLACBXAACFEgAgWAAAhBIAIAFQAADeGwAwDRYAANAOACDTBwAAzw4AMNQHAABJABDVBwAAzw4AMNYHAQAAAAGICEAA4gwAIYkIAQDhDAAhiggBANoMACHdCAEA2QwAIfwIAQDaDAAhgAkQAIgOACGBCQAA2wwAIIIJAQDgDAAhAgAAAEsAIFAAAIQSACACAAAAghIAIFAAAIMSACAM0wcAAIESADDUBwAAghIAENUHAACBEgAw1gcBANkMACGICEAA4gwAIYkIAQDhDAAhiggBANoMACHdCAEA2QwAIfwIAQDaDAAhgAkQAIgOACGBCQAA2wwAIIIJAQDgDAAhDNMHAACBEgAw1AcAAIISABDVBwAAgRIAMNYHAQDZDAAhiAhAAOIMACGJCAEA4QwAIYoIAQDaDAAh3QgBANkMACH8CAEA2gwAIYAJEACIDgAhgQkAANsMACCCCQEA4AwAIQjWBwEAgw8AIYgIQACIDwAhiQgBAIcPACGKCAEAgw8AIfwIAQCDDwAhgAkQALgRACGBCYAAAAABggkBAIcPACEI1gcBAIMPACGICEAAiA8AIYkIAQCHDwAhiggBAIMPACH8CAEAgw8AIYAJEAC4EQAhgQmAAAAAAYIJAQCHDwAhCNYHAQAAAAGICEAAAAABiQgBAAAAAYoIAQAAAAH8CAEAAAABgAkQAAAAAYEJgAAAAAGCCQEAAAABChkAAOURACDWBwQAAAAB1wcBAAAAAYgIQAAAAAGJCAEAAAABiggBAAAAAZEIgAAAAAGSCIAAAAABuwgBAAAAAYYJAQAAAAECAAAAQwAgVwAAjhIAIAMAAABDACBXAACOEgAgWAAAjRIAIAFQAADdGwAwAgAAAEMAIFAAAI0SACACAAAA1xEAIFAAAIwSACAJ1gcEAJ4PACHXBwEAgw8AIYgIQACIDwAhiQgBAIcPACGKCAEAgw8AIZEIgAAAAAGSCIAAAAABuwgBAIcPACGGCQEAhw8AIQoZAADkEQAg1gcEAJ4PACHXBwEAgw8AIYgIQACIDwAhiQgBAIcPACGKCAEAgw8AIZEIgAAAAAGSCIAAAAABuwgBAIcPACGGCQEAhw8AIQoZAADlEQAg1gcEAAAAAdcHAQAAAAGICEAAAAABiQgBAAAAAYoIAQAAAAGRCIAAAAABkgiAAAAAAbsIAQAAAAGGCQEAAAABCN0HAgAAAAH8BwQAAAAB_AgBAAAAAYAJEAAAAAGHCYAAAAABiAkgAAAAAYkJQAAAAAGKCUAAAAABAgAAAD8AIFcAAJoSACADAAAAPwAgVwAAmhIAIFgAAJkSACABUAAA3BsAMA4WAADQDgAg0wcAANQOADDUBwAAPQAQ1QcAANQOADDdBwIA3QwAIfwHBAD3DAAh3QgBANkMACH8CAEA2gwAIYAJEAD_DQAhhwkAANsMACCICSAA3Q0AIYkJQADiDAAhiglAAOMMACGACgAA0w4AIAIAAAA_ACBQAACZEgAgAgAAAJcSACBQAACYEgAgDNMHAACWEgAw1AcAAJcSABDVBwAAlhIAMN0HAgDdDAAh_AcEAPcMACHdCAEA2QwAIfwIAQDaDAAhgAkQAP8NACGHCQAA2wwAIIgJIADdDQAhiQlAAOIMACGKCUAA4wwAIQzTBwAAlhIAMNQHAACXEgAQ1QcAAJYSADDdBwIA3QwAIfwHBAD3DAAh3QgBANkMACH8CAEA2gwAIYAJEAD_DQAhhwkAANsMACCICSAA3Q0AIYkJQADiDAAhiglAAOMMACEI3QcCAIUPACH8BwQAng8AIfwIAQCDDwAhgAkQAI8PACGHCYAAAAABiAkgALkRACGJCUAAiA8AIYoJQACJDwAhCN0HAgCFDwAh_AcEAJ4PACH8CAEAgw8AIYAJEACPDwAhhwmAAAAAAYgJIAC5EQAhiQlAAIgPACGKCUAAiQ8AIQjdBwIAAAAB_AcEAAAAAfwIAQAAAAGACRAAAAABhwmAAAAAAYgJIAAAAAGJCUAAAAABiglAAAAAAQGLCgEAAAAEA1cAANobACCICgAA2xsAII4KAAAjACADVwAA2BsAIIgKAADZGwAgjgoAAAkAIANXAADWGwAgiAoAANcbACCOCgAAuwEAIARXAACPEgAwiAoAAJASADCKCgAAkhIAII4KAACTEgAwBFcAAIYSADCICgAAhxIAMIoKAACJEgAgjgoAANMRADAEVwAA-hEAMIgKAAD7EQAwigoAAP0RACCOCgAA_hEAMAAAAAAABVcAAM4bACBYAADUGwAgiAoAAM8bACCJCgAA0xsAII4KAAABACAFVwAAzBsAIFgAANEbACCICgAAzRsAIIkKAADQGwAgjgoAACoAIANXAADOGwAgiAoAAM8bACCOCgAAAQAgA1cAAMwbACCICgAAzRsAII4KAAAqACAAAAAFVwAAxxsAIFgAAMobACCICgAAyBsAIIkKAADJGwAgjgoAACMAIANXAADHGwAgiAoAAMgbACCOCgAAIwAgAAAABVcAALQbACBYAADFGwAgiAoAALUbACCJCgAAxBsAII4KAAAJACAFVwAAshsAIFgAAMIbACCICgAAsxsAIIkKAADBGwAgjgoAACoAIAVXAACwGwAgWAAAvxsAIIgKAACxGwAgiQoAAL4bACCOCgAAuwEAIAdXAACuGwAgWAAAvBsAIIgKAACvGwAgiQoAALsbACCMCgAAvQEAII0KAAC9AQAgjgoAAL8BACALVwAA6RIAMFgAAO4SADCICgAA6hIAMIkKAADrEgAwigoAAOwSACCLCgAA7RIAMIwKAADtEgAwjQoAAO0SADCOCgAA7RIAMI8KAADvEgAwkAoAAPASADALVwAA3RIAMFgAAOISADCICgAA3hIAMIkKAADfEgAwigoAAOASACCLCgAA4RIAMIwKAADhEgAwjQoAAOESADCOCgAA4RIAMI8KAADjEgAwkAoAAOQSADALVwAA0RIAMFgAANYSADCICgAA0hIAMIkKAADTEgAwigoAANQSACCLCgAA1RIAMIwKAADVEgAwjQoAANUSADCOCgAA1RIAMI8KAADXEgAwkAoAANgSADALVwAAxRIAMFgAAMoSADCICgAAxhIAMIkKAADHEgAwigoAAMgSACCLCgAAyRIAMIwKAADJEgAwjQoAAMkSADCOCgAAyRIAMI8KAADLEgAwkAoAAMwSADALVwAAvBIAMFgAAMASADCICgAAvRIAMIkKAAC-EgAwigoAAL8SACCLCgAAiBAAMIwKAACIEAAwjQoAAIgQADCOCgAAiBAAMI8KAADBEgAwkAoAAIsQADAHBgAA9w8AIB4AAPkPACAnAAD2DwAgKQAA-g8AIJMIAQAAAAG1CAEAAAABuAgBAAAAAQIAAABvACBXAADEEgAgAwAAAG8AIFcAAMQSACBYAADDEgAgAVAAALobADACAAAAbwAgUAAAwxIAIAIAAACMEAAgUAAAwhIAIAOTCAEAgw8AIbUIAQCDDwAhuAgBAIMPACEHBgAA7Q8AIB4AAO8PACAnAADsDwAgKQAA8A8AIJMIAQCDDwAhtQgBAIMPACG4CAEAgw8AIQcGAAD3DwAgHgAA-Q8AICcAAPYPACApAAD6DwAgkwgBAAAAAbUIAQAAAAG4CAEAAAABCfcHAQAAAAH4BwEAAAAB-QcQAAAAAfoHgAAAAAH7BwEAAAAB_AcCAAAAAf0HAgAAAAH-BwIAAAAB_wdAAAAAAQIAAADsAQAgVwAA0BIAIAMAAADsAQAgVwAA0BIAIFgAAM8SACABUAAAuRsAMA8VAACADgAg0wcAAP4NADDUBwAA6gEAENUHAAD-DQAw9gcBANkMACH3BwEA2gwAIfgHAQDaDAAh-QcQAP8NACH6BwAA2wwAIPsHAQDaDAAh_AcCAN0MACH9BwIA3QwAIf4HAgDdDAAh_wdAAOIMACH2CQAA_Q0AIAIAAADsAQAgUAAAzxIAIAIAAADNEgAgUAAAzhIAIA3TBwAAzBIAMNQHAADNEgAQ1QcAAMwSADD2BwEA2QwAIfcHAQDaDAAh-AcBANoMACH5BxAA_w0AIfoHAADbDAAg-wcBANoMACH8BwIA3QwAIf0HAgDdDAAh_gcCAN0MACH_B0AA4gwAIQ3TBwAAzBIAMNQHAADNEgAQ1QcAAMwSADD2BwEA2QwAIfcHAQDaDAAh-AcBANoMACH5BxAA_w0AIfoHAADbDAAg-wcBANoMACH8BwIA3QwAIf0HAgDdDAAh_gcCAN0MACH_B0AA4gwAIQn3BwEAgw8AIfgHAQCDDwAh-QcQAI8PACH6B4AAAAAB-wcBAIMPACH8BwIAhQ8AIf0HAgCFDwAh_gcCAIUPACH_B0AAiA8AIQn3BwEAgw8AIfgHAQCDDwAh-QcQAI8PACH6B4AAAAAB-wcBAIMPACH8BwIAhQ8AIf0HAgCFDwAh_gcCAIUPACH_B0AAiA8AIQn3BwEAAAAB-AcBAAAAAfkHEAAAAAH6B4AAAAAB-wcBAAAAAfwHAgAAAAH9BwIAAAAB_gcCAAAAAf8HQAAAAAEH9wcBAAAAAbYIQAAAAAHdCAEAAAAB_AgBAAAAAf0IAQAAAAH-CAEAAAAB_whAAAAAAQIAAADoAQAgVwAA3BIAIAMAAADoAQAgVwAA3BIAIFgAANsSACABUAAAuBsAMA0VAACADgAg0wcAAIIOADDUBwAA5gEAENUHAACCDgAw9gcBANkMACH3BwEA2gwAIbYIQADjDAAh3QgBANkMACH8CAEA2gwAIf0IAQDgDAAh_ggBANoMACH_CEAA4gwAIfcJAACBDgAgAgAAAOgBACBQAADbEgAgAgAAANkSACBQAADaEgAgC9MHAADYEgAw1AcAANkSABDVBwAA2BIAMPYHAQDZDAAh9wcBANoMACG2CEAA4wwAId0IAQDZDAAh_AgBANoMACH9CAEA4AwAIf4IAQDaDAAh_whAAOIMACEL0wcAANgSADDUBwAA2RIAENUHAADYEgAw9gcBANkMACH3BwEA2gwAIbYIQADjDAAh3QgBANkMACH8CAEA2gwAIf0IAQDgDAAh_ggBANoMACH_CEAA4gwAIQf3BwEAgw8AIbYIQACJDwAh3QgBAIMPACH8CAEAgw8AIf0IAQCHDwAh_ggBAIMPACH_CEAAiA8AIQf3BwEAgw8AIbYIQACJDwAh3QgBAIMPACH8CAEAgw8AIf0IAQCHDwAh_ggBAIMPACH_CEAAiA8AIQf3BwEAAAABtghAAAAAAd0IAQAAAAH8CAEAAAAB_QgBAAAAAf4IAQAAAAH_CEAAAAABFwYAAJ0SACAQAACeEgAgFwAAnxIAIBgAAKASACAaAAChEgAg1gcBAAAAAfgHAAAAjQkCkwgBAAAAAZQIAQAAAAGpCAIAAAABvggAAJsSACDmCEAAAAABgAkQAAAAAYsJAQAAAAGNCUAAAAABjglAAAAAAY8JIAAAAAGQCRAAAAABkQkQAAAAAZIJIAAAAAGTCSAAAAABlAkBAAAAAZUJgAAAAAECAAAAOwAgVwAA6BIAIAMAAAA7ACBXAADoEgAgWAAA5xIAIAFQAAC3GwAwHQYAAPwNACAQAACdDgAgFQAAgA4AIBcAANgOACAYAAC5DgAgGgAA2Q4AINMHAADWDgAw1AcAADkAENUHAADWDgAw1gcBAAAAAfYHAQDZDAAh-AcAANcOjQkikwgBANkMACGUCAEA2QwAIakIAgDdDAAhvggAAIkNACDmCEAA4gwAIYAJEAD_DQAhiwkBANoMACGNCUAA4gwAIY4JQADjDAAhjwkgAN0NACGQCRAA_w0AIZEJEAD_DQAhkgkgAM0OACGTCSAA3Q0AIZQJAQDgDAAhlQkAANsMACCBCgAA1Q4AIAIAAAA7ACBQAADnEgAgAgAAAOUSACBQAADmEgAgFtMHAADkEgAw1AcAAOUSABDVBwAA5BIAMNYHAQDZDAAh9gcBANkMACH4BwAA1w6NCSKTCAEA2QwAIZQIAQDZDAAhqQgCAN0MACG-CAAAiQ0AIOYIQADiDAAhgAkQAP8NACGLCQEA2gwAIY0JQADiDAAhjglAAOMMACGPCSAA3Q0AIZAJEAD_DQAhkQkQAP8NACGSCSAAzQ4AIZMJIADdDQAhlAkBAOAMACGVCQAA2wwAIBbTBwAA5BIAMNQHAADlEgAQ1QcAAOQSADDWBwEA2QwAIfYHAQDZDAAh-AcAANcOjQkikwgBANkMACGUCAEA2QwAIakIAgDdDAAhvggAAIkNACDmCEAA4gwAIYAJEAD_DQAhiwkBANoMACGNCUAA4gwAIY4JQADjDAAhjwkgAN0NACGQCRAA_w0AIZEJEAD_DQAhkgkgAM0OACGTCSAA3Q0AIZQJAQDgDAAhlQkAANsMACAS1gcBAIMPACH4BwAA8xGNCSKTCAEAgw8AIZQIAQCDDwAhqQgCAIUPACG-CAAA8hEAIOYIQACIDwAhgAkQAI8PACGLCQEAgw8AIY0JQACIDwAhjglAAIkPACGPCSAAuREAIZAJEACPDwAhkQkQAI8PACGSCSAAiBEAIZMJIAC5EQAhlAkBAIcPACGVCYAAAAABFwYAAPURACAQAAD2EQAgFwAA9xEAIBgAAPgRACAaAAD5EQAg1gcBAIMPACH4BwAA8xGNCSKTCAEAgw8AIZQIAQCDDwAhqQgCAIUPACG-CAAA8hEAIOYIQACIDwAhgAkQAI8PACGLCQEAgw8AIY0JQACIDwAhjglAAIkPACGPCSAAuREAIZAJEACPDwAhkQkQAI8PACGSCSAAiBEAIZMJIAC5EQAhlAkBAIcPACGVCYAAAAABFwYAAJ0SACAQAACeEgAgFwAAnxIAIBgAAKASACAaAAChEgAg1gcBAAAAAfgHAAAAjQkCkwgBAAAAAZQIAQAAAAGpCAIAAAABvggAAJsSACDmCEAAAAABgAkQAAAAAYsJAQAAAAGNCUAAAAABjglAAAAAAY8JIAAAAAGQCRAAAAABkQkQAAAAAZIJIAAAAAGTCSAAAAABlAkBAAAAAZUJgAAAAAEG5AdAAAAAAfcHAQAAAAGYCUAAAAABmQlAAAAAAZoJAQAAAAGbCYAAAAABAgAAAOMBACBXAAD0EgAgAwAAAOMBACBXAAD0EgAgWAAA8xIAIAFQAAC2GwAwDBUAAIAOACDTBwAAhA4AMNQHAADhAQAQ1QcAAIQOADDkB0AA4wwAIfYHAQDZDAAh9wcBANoMACGYCUAA4gwAIZkJQADiDAAhmgkBAOAMACGbCQAA2wwAIPYJAACDDgAgAgAAAOMBACBQAADzEgAgAgAAAPESACBQAADyEgAgCtMHAADwEgAw1AcAAPESABDVBwAA8BIAMOQHQADjDAAh9gcBANkMACH3BwEA2gwAIZgJQADiDAAhmQlAAOIMACGaCQEA4AwAIZsJAADbDAAgCtMHAADwEgAw1AcAAPESABDVBwAA8BIAMOQHQADjDAAh9gcBANkMACH3BwEA2gwAIZgJQADiDAAhmQlAAOIMACGaCQEA4AwAIZsJAADbDAAgBuQHQACJDwAh9wcBAIMPACGYCUAAiA8AIZkJQACIDwAhmgkBAIcPACGbCYAAAAABBuQHQACJDwAh9wcBAIMPACGYCUAAiA8AIZkJQACIDwAhmgkBAIcPACGbCYAAAAABBuQHQAAAAAH3BwEAAAABmAlAAAAAAZkJQAAAAAGaCQEAAAABmwmAAAAAAQNXAAC0GwAgiAoAALUbACCOCgAACQAgA1cAALIbACCICgAAsxsAII4KAAAqACADVwAAsBsAIIgKAACxGwAgjgoAALsBACADVwAArhsAIIgKAACvGwAgjgoAAL8BACAEVwAA6RIAMIgKAADqEgAwigoAAOwSACCOCgAA7RIAMARXAADdEgAwiAoAAN4SADCKCgAA4BIAII4KAADhEgAwBFcAANESADCICgAA0hIAMIoKAADUEgAgjgoAANUSADAEVwAAxRIAMIgKAADGEgAwigoAAMgSACCOCgAAyRIAMARXAAC8EgAwiAoAAL0SADCKCgAAvxIAII4KAACIEAAwAAAABVcAAKUbACBYAACsGwAgiAoAAKYbACCJCgAAqxsAII4KAAAqACAFVwAAoxsAIFgAAKkbACCICgAApBsAIIkKAACoGwAgjgoAAAEAIAtXAACEEwAwWAAAiRMAMIgKAACFEwAwiQoAAIYTADCKCgAAhxMAIIsKAACIEwAwjAoAAIgTADCNCgAAiBMAMI4KAACIEwAwjwoAAIoTADCQCgAAixMAMBIGAAD1EgAgDQAA9hIAIBAAAPcSACAbAAD6EgAgKgAA_RIAIEEAAPkSACBCAAD7EgAgQwAA_BIAINYHAQAAAAGTCAEAAAABlAgBAAAAAbkIAQAAAAG8CEAAAAABzwgBAAAAAd4IQAAAAAHmCEAAAAABlgkgAAAAAZ0JQAAAAAECAAAAIwAgVwAAjxMAIAMAAAAjACBXAACPEwAgWAAAjhMAIAFQAACnGwAwGAYAAPwNACANAACLDgAgEAAAnQ4AIBsAAJUOACAqAACfDgAgQAAA6A4AIEEAAOkOACBCAADqDgAgQwAA6w4AINMHAADnDgAw1AcAACEAENUHAADnDgAw1gcBAAAAAZMIAQDZDAAhlAgBANkMACG5CAEA2QwAIbwIQADjDAAhzwgBANoMACHZCAAA5g4AIN4IQADjDAAh5ghAAOMMACGWCSAA3Q0AIZwJAQDhDAAhnQlAAOIMACECAAAAIwAgUAAAjhMAIAIAAACMEwAgUAAAjRMAIA7TBwAAixMAMNQHAACMEwAQ1QcAAIsTADDWBwEA2QwAIZMIAQDZDAAhlAgBANkMACG5CAEA2QwAIbwIQADjDAAhzwgBANoMACHeCEAA4wwAIeYIQADjDAAhlgkgAN0NACGcCQEA4QwAIZ0JQADiDAAhDtMHAACLEwAw1AcAAIwTABDVBwAAixMAMNYHAQDZDAAhkwgBANkMACGUCAEA2QwAIbkIAQDZDAAhvAhAAOMMACHPCAEA2gwAId4IQADjDAAh5ghAAOMMACGWCSAA3Q0AIZwJAQDhDAAhnQlAAOIMACEK1gcBAIMPACGTCAEAgw8AIZQIAQCDDwAhuQgBAIMPACG8CEAAiQ8AIc8IAQCDDwAh3ghAAIkPACHmCEAAiQ8AIZYJIAC5EQAhnQlAAIgPACESBgAAsxIAIA0AALQSACAQAAC1EgAgGwAAuBIAICoAALsSACBBAAC3EgAgQgAAuRIAIEMAALoSACDWBwEAgw8AIZMIAQCDDwAhlAgBAIMPACG5CAEAgw8AIbwIQACJDwAhzwgBAIMPACHeCEAAiQ8AIeYIQACJDwAhlgkgALkRACGdCUAAiA8AIRIGAAD1EgAgDQAA9hIAIBAAAPcSACAbAAD6EgAgKgAA_RIAIEEAAPkSACBCAAD7EgAgQwAA_BIAINYHAQAAAAGTCAEAAAABlAgBAAAAAbkIAQAAAAG8CEAAAAABzwgBAAAAAd4IQAAAAAHmCEAAAAABlgkgAAAAAZ0JQAAAAAEDVwAApRsAIIgKAACmGwAgjgoAACoAIANXAACjGwAgiAoAAKQbACCOCgAAAQAgBFcAAIQTADCICgAAhRMAMIoKAACHEwAgjgoAAIgTADAAAAAAAAVXAACeGwAgWAAAoRsAIIgKAACfGwAgiQoAAKAbACCOCgAA5gIAIANXAACeGwAgiAoAAJ8bACCOCgAA5gIAIAAAAAAAAYsKAAAApgkCBVcAAJkbACBYAACcGwAgiAoAAJobACCJCgAAmxsAII4KAAB9ACADVwAAmRsAIIgKAACaGwAgjgoAAH0AIAAAAAVXAACQGwAgWAAAlxsAIIgKAACRGwAgiQoAAJYbACCOCgAAfQAgB1cAAI4bACBYAACUGwAgiAoAAI8bACCJCgAAkxsAIIwKAACSAQAgjQoAAJIBACCOCgAAlAEAIAtXAACoEwAwWAAArRMAMIgKAACpEwAwiQoAAKoTADCKCgAAqxMAIIsKAACsEwAwjAoAAKwTADCNCgAArBMAMI4KAACsEwAwjwoAAK4TADCQCgAArxMAMA0XAAC1EwAgLwAAtBMAINYHAQAAAAGWCAEAAAABlwgBAAAAAaMIQAAAAAGkCAEAAAABpAkBAAAAAaoJAQAAAAGrCQEAAAABrQkBAAAAAa4JQAAAAAGvCQEAAAABAgAAAJQBACBXAACzEwAgAwAAAJQBACBXAACzEwAgWAAAshMAIAFQAACSGwAwEgEAAKQOACAXAAClDgAgLwAAog4AINMHAACjDgAw1AcAAJIBABDVBwAAow4AMNYHAQAAAAGWCAEA4AwAIZcIAQDaDAAhowhAAOIMACGkCAEA2gwAIaQJAQDZDAAhqgkBANoMACGrCQEA4AwAIawJAQDhDAAhrQkBAOEMACGuCUAA4wwAIa8JAQDgDAAhAgAAAJQBACBQAACyEwAgAgAAALATACBQAACxEwAgD9MHAACvEwAw1AcAALATABDVBwAArxMAMNYHAQDZDAAhlggBAOAMACGXCAEA2gwAIaMIQADiDAAhpAgBANoMACGkCQEA2QwAIaoJAQDaDAAhqwkBAOAMACGsCQEA4QwAIa0JAQDhDAAhrglAAOMMACGvCQEA4AwAIQ_TBwAArxMAMNQHAACwEwAQ1QcAAK8TADDWBwEA2QwAIZYIAQDgDAAhlwgBANoMACGjCEAA4gwAIaQIAQDaDAAhpAkBANkMACGqCQEA2gwAIasJAQDgDAAhrAkBAOEMACGtCQEA4QwAIa4JQADjDAAhrwkBAOAMACEL1gcBAIMPACGWCAEAhw8AIZcIAQCDDwAhowhAAIgPACGkCAEAgw8AIaQJAQCDDwAhqgkBAIMPACGrCQEAhw8AIa0JAQCHDwAhrglAAIkPACGvCQEAhw8AIQ0XAACnEwAgLwAApRMAINYHAQCDDwAhlggBAIcPACGXCAEAgw8AIaMIQACIDwAhpAgBAIMPACGkCQEAgw8AIaoJAQCDDwAhqwkBAIcPACGtCQEAhw8AIa4JQACJDwAhrwkBAIcPACENFwAAtRMAIC8AALQTACDWBwEAAAABlggBAAAAAZcIAQAAAAGjCEAAAAABpAgBAAAAAaQJAQAAAAGqCQEAAAABqwkBAAAAAa0JAQAAAAGuCUAAAAABrwkBAAAAAQNXAACQGwAgiAoAAJEbACCOCgAAfQAgBFcAAKgTADCICgAAqRMAMIoKAACrEwAgjgoAAKwTADADVwAAjhsAIIgKAACPGwAgjgoAAJQBACAAAAAAAAGLCgAAALMJAwVXAACJGwAgWAAAjBsAIIgKAACKGwAgiQoAAIsbACCOCgAAfQAgA1cAAIkbACCICgAAihsAII4KAAB9ACAAAAAFVwAAhBsAIFgAAIcbACCICgAAhRsAIIkKAACGGwAgjgoAAH0AIANXAACEGwAgiAoAAIUbACCOCgAAfQAgAAAAAAABiwoAAQAAAQVXAAD_GgAgWAAAghsAIIgKAACAGwAgiQoAAIEbACCOCgAAfQAgA1cAAP8aACCICgAAgBsAII4KAAB9ACAAAAAAAAAAAAAABVcAAPoaACBYAAD9GgAgiAoAAPsaACCJCgAA_BoAII4KAAB9ACADVwAA-hoAIIgKAAD7GgAgjgoAAH0AIAAAAAAAAYsKAAAAvgkCB1cAAOkaACBYAAD4GgAgiAoAAOoaACCJCgAA9xoAIIwKAAAnACCNCgAAJwAgjgoAACoAIAdXAADnGgAgWAAA9RoAIIgKAADoGgAgiQoAAPQaACCMCgAAJQAgjQoAACUAII4KAAC7AQAgB1cAAOUaACBYAADyGgAgiAoAAOYaACCJCgAA8RoAIIwKAAAlACCNCgAAJQAgjgoAALsBACALVwAAoBQAMFgAAKUUADCICgAAoRQAMIkKAACiFAAwigoAAKMUACCLCgAApBQAMIwKAACkFAAwjQoAAKQUADCOCgAApBQAMI8KAACmFAAwkAoAAKcUADALVwAAlBQAMFgAAJkUADCICgAAlRQAMIkKAACWFAAwigoAAJcUACCLCgAAmBQAMIwKAACYFAAwjQoAAJgUADCOCgAAmBQAMI8KAACaFAAwkAoAAJsUADALVwAAiBQAMFgAAI0UADCICgAAiRQAMIkKAACKFAAwigoAAIsUACCLCgAAjBQAMIwKAACMFAAwjQoAAIwUADCOCgAAjBQAMI8KAACOFAAwkAoAAI8UADALVwAA_BMAMFgAAIEUADCICgAA_RMAMIkKAAD-EwAwigoAAP8TACCLCgAAgBQAMIwKAACAFAAwjQoAAIAUADCOCgAAgBQAMI8KAACCFAAwkAoAAIMUADALVwAA8xMAMFgAAPcTADCICgAA9BMAMIkKAAD1EwAwigoAAPYTACCLCgAArBMAMIwKAACsEwAwjQoAAKwTADCOCgAArBMAMI8KAAD4EwAwkAoAAK8TADALVwAA5xMAMFgAAOwTADCICgAA6BMAMIkKAADpEwAwigoAAOoTACCLCgAA6xMAMIwKAADrEwAwjQoAAOsTADCOCgAA6xMAMI8KAADtEwAwkAoAAO4TADAN1gcBAAAAAdsHAAAApgkC3QcCAAAAAd4HgAAAAAHgBwEAAAAB4QcBAAAAAeIHQAAAAAHjB0AAAAAB5AdAAAAAAaYJAQAAAAGnCQIAAAABqAkCAAAAAakJgAAAAAECAAAAmwEAIFcAAPITACADAAAAmwEAIFcAAPITACBYAADxEwAgAVAAAPAaADASLwAAog4AINMHAACgDgAw1AcAAJkBABDVBwAAoA4AMNYHAQAAAAHbBwAAoQ6mCSLdBwIA3QwAId4HAADfDAAg4AcBAOEMACHhBwEA2gwAIeIHQADiDAAh4wdAAOMMACHkB0AA4wwAIaQJAQDZDAAhpgkBANoMACGnCQIA3QwAIagJAgDdDAAhqQkAANsMACACAAAAmwEAIFAAAPETACACAAAA7xMAIFAAAPATACAR0wcAAO4TADDUBwAA7xMAENUHAADuEwAw1gcBANkMACHbBwAAoQ6mCSLdBwIA3QwAId4HAADfDAAg4AcBAOEMACHhBwEA2gwAIeIHQADiDAAh4wdAAOMMACHkB0AA4wwAIaQJAQDZDAAhpgkBANoMACGnCQIA3QwAIagJAgDdDAAhqQkAANsMACAR0wcAAO4TADDUBwAA7xMAENUHAADuEwAw1gcBANkMACHbBwAAoQ6mCSLdBwIA3QwAId4HAADfDAAg4AcBAOEMACHhBwEA2gwAIeIHQADiDAAh4wdAAOMMACHkB0AA4wwAIaQJAQDZDAAhpgkBANoMACGnCQIA3QwAIagJAgDdDAAhqQkAANsMACAN1gcBAIMPACHbBwAAnxOmCSLdBwIAhQ8AId4HgAAAAAHgBwEAhw8AIeEHAQCDDwAh4gdAAIgPACHjB0AAiQ8AIeQHQACJDwAhpgkBAIMPACGnCQIAhQ8AIagJAgCFDwAhqQmAAAAAAQ3WBwEAgw8AIdsHAACfE6YJIt0HAgCFDwAh3geAAAAAAeAHAQCHDwAh4QcBAIMPACHiB0AAiA8AIeMHQACJDwAh5AdAAIkPACGmCQEAgw8AIacJAgCFDwAhqAkCAIUPACGpCYAAAAABDdYHAQAAAAHbBwAAAKYJAt0HAgAAAAHeB4AAAAAB4AcBAAAAAeEHAQAAAAHiB0AAAAAB4wdAAAAAAeQHQAAAAAGmCQEAAAABpwkCAAAAAagJAgAAAAGpCYAAAAABDQEAALYTACAXAAC1EwAg1gcBAAAAAZYIAQAAAAGXCAEAAAABowhAAAAAAaQIAQAAAAGqCQEAAAABqwkBAAAAAawJAQAAAAGtCQEAAAABrglAAAAAAa8JAQAAAAECAAAAlAEAIFcAAPsTACADAAAAlAEAIFcAAPsTACBYAAD6EwAgAVAAAO8aADACAAAAlAEAIFAAAPoTACACAAAAsBMAIFAAAPkTACAL1gcBAIMPACGWCAEAhw8AIZcIAQCDDwAhowhAAIgPACGkCAEAgw8AIaoJAQCDDwAhqwkBAIcPACGsCQEAhw8AIa0JAQCHDwAhrglAAIkPACGvCQEAhw8AIQ0BAACmEwAgFwAApxMAINYHAQCDDwAhlggBAIcPACGXCAEAgw8AIaMIQACIDwAhpAgBAIMPACGqCQEAgw8AIasJAQCHDwAhrAkBAIcPACGtCQEAhw8AIa4JQACJDwAhrwkBAIcPACENAQAAthMAIBcAALUTACDWBwEAAAABlggBAAAAAZcIAQAAAAGjCEAAAAABpAgBAAAAAaoJAQAAAAGrCQEAAAABrAkBAAAAAa0JAQAAAAGuCUAAAAABrwkBAAAAAQeeCQEAAAABoAkBAAAAAbAJAgAAAAGxCQEAAAABswkAAACzCQO0CQEAAAABtQlAAAAAAQIAAACQAQAgVwAAhxQAIAMAAACQAQAgVwAAhxQAIFgAAIYUACABUAAA7hoAMA0vAACiDgAg0wcAAKcOADDUBwAAjgEAENUHAACnDgAwngkBAOAMACGgCQEA2QwAIaQJAQDZDAAhsAkCAN0MACGxCQEA2gwAIbMJAACoDrMJI7QJAQDgDAAhtQlAAOMMACH7CQAApg4AIAIAAACQAQAgUAAAhhQAIAIAAACEFAAgUAAAhRQAIAvTBwAAgxQAMNQHAACEFAAQ1QcAAIMUADCeCQEA4AwAIaAJAQDZDAAhpAkBANkMACGwCQIA3QwAIbEJAQDaDAAhswkAAKgOswkjtAkBAOAMACG1CUAA4wwAIQvTBwAAgxQAMNQHAACEFAAQ1QcAAIMUADCeCQEA4AwAIaAJAQDZDAAhpAkBANkMACGwCQIA3QwAIbEJAQDaDAAhswkAAKgOswkjtAkBAOAMACG1CUAA4wwAIQeeCQEAhw8AIaAJAQCDDwAhsAkCAIUPACGxCQEAgw8AIbMJAAC8E7MJI7QJAQCHDwAhtQlAAIkPACEHngkBAIcPACGgCQEAgw8AIbAJAgCFDwAhsQkBAIMPACGzCQAAvBOzCSO0CQEAhw8AIbUJQACJDwAhB54JAQAAAAGgCQEAAAABsAkCAAAAAbEJAQAAAAGzCQAAALMJA7QJAQAAAAG1CUAAAAABBKAJAQAAAAGqCQEAAAABsQkBAAAAAbYJQAAAAAECAAAAjAEAIFcAAJMUACADAAAAjAEAIFcAAJMUACBYAACSFAAgAVAAAO0aADAKLwAAog4AINMHAACqDgAw1AcAAIoBABDVBwAAqg4AMKAJAQDZDAAhpAkBANkMACGqCQEA2gwAIbEJAQDaDAAhtglAAOIMACH8CQAAqQ4AIAIAAACMAQAgUAAAkhQAIAIAAACQFAAgUAAAkRQAIAjTBwAAjxQAMNQHAACQFAAQ1QcAAI8UADCgCQEA2QwAIaQJAQDZDAAhqgkBANoMACGxCQEA2gwAIbYJQADiDAAhCNMHAACPFAAw1AcAAJAUABDVBwAAjxQAMKAJAQDZDAAhpAkBANkMACGqCQEA2gwAIbEJAQDaDAAhtglAAOIMACEEoAkBAIMPACGqCQEAgw8AIbEJAQCDDwAhtglAAIgPACEEoAkBAIMPACGqCQEAgw8AIbEJAQCDDwAhtglAAIgPACEEoAkBAAAAAaoJAQAAAAGxCQEAAAABtglAAAAAAQiBCAABAAABsAgCAAAAAdYIAQAAAAHXCAIAAAABiQlAAAAAAaoJAQAAAAG3CQEAAAABuAkBAAAAAQIAAACIAQAgVwAAnxQAIAMAAACIAQAgVwAAnxQAIFgAAJ4UACABUAAA7BoAMA4vAACiDgAg0wcAAKwOADDUBwAAhgEAENUHAACsDgAwgQgAAa0OACGwCAIA3QwAIdYIAQDgDAAh1wgCAN4MACGJCUAA4gwAIaQJAQDZDAAhqgkBANoMACG3CQEA4QwAIbgJAQDaDAAh_QkAAKsOACACAAAAiAEAIFAAAJ4UACACAAAAnBQAIFAAAJ0UACAM0wcAAJsUADDUBwAAnBQAENUHAACbFAAwgQgAAa0OACGwCAIA3QwAIdYIAQDgDAAh1wgCAN4MACGJCUAA4gwAIaQJAQDZDAAhqgkBANoMACG3CQEA4QwAIbgJAQDaDAAhDNMHAACbFAAw1AcAAJwUABDVBwAAmxQAMIEIAAGtDgAhsAgCAN0MACHWCAEA4AwAIdcIAgDeDAAhiQlAAOIMACGkCQEA2QwAIaoJAQDaDAAhtwkBAOEMACG4CQEA2gwAIQiBCAAByRMAIbAIAgCFDwAh1ggBAIcPACHXCAIAhg8AIYkJQACIDwAhqgkBAIMPACG3CQEAhw8AIbgJAQCDDwAhCIEIAAHJEwAhsAgCAIUPACHWCAEAhw8AIdcIAgCGDwAhiQlAAIgPACGqCQEAgw8AIbcJAQCHDwAhuAkBAIMPACEIgQgAAQAAAbAIAgAAAAHWCAEAAAAB1wgCAAAAAYkJQAAAAAGqCQEAAAABtwkBAAAAAbgJAQAAAAEI_wdAAAAAAYEIAAEAAAGwCAIAAAABsQgBAAAAAdYIAQAAAAHXCAIAAAABqgkBAAAAAbsJAQAAAAECAAAAhAEAIFcAAKsUACADAAAAhAEAIFcAAKsUACBYAACqFAAgAVAAAOsaADAOLwAAog4AINMHAACvDgAw1AcAAIIBABDVBwAArw4AMP8HQADiDAAhgQgAAa0OACGwCAIA3QwAIbEIAQDaDAAh1ggBANoMACHXCAIA3gwAIaQJAQDZDAAhqgkBANoMACG7CQEA4QwAIf4JAACuDgAgAgAAAIQBACBQAACqFAAgAgAAAKgUACBQAACpFAAgDNMHAACnFAAw1AcAAKgUABDVBwAApxQAMP8HQADiDAAhgQgAAa0OACGwCAIA3QwAIbEIAQDaDAAh1ggBANoMACHXCAIA3gwAIaQJAQDZDAAhqgkBANoMACG7CQEA4QwAIQzTBwAApxQAMNQHAACoFAAQ1QcAAKcUADD_B0AA4gwAIYEIAAGtDgAhsAgCAN0MACGxCAEA2gwAIdYIAQDaDAAh1wgCAN4MACGkCQEA2QwAIaoJAQDaDAAhuwkBAOEMACEI_wdAAIgPACGBCAAByRMAIbAIAgCFDwAhsQgBAIMPACHWCAEAgw8AIdcIAgCGDwAhqgkBAIMPACG7CQEAhw8AIQj_B0AAiA8AIYEIAAHJEwAhsAgCAIUPACGxCAEAgw8AIdYIAQCDDwAh1wgCAIYPACGqCQEAgw8AIbsJAQCHDwAhCP8HQAAAAAGBCAABAAABsAgCAAAAAbEIAQAAAAHWCAEAAAAB1wgCAAAAAaoJAQAAAAG7CQEAAAABA1cAAOkaACCICgAA6hoAII4KAAAqACADVwAA5xoAIIgKAADoGgAgjgoAALsBACADVwAA5RoAIIgKAADmGgAgjgoAALsBACAEVwAAoBQAMIgKAAChFAAwigoAAKMUACCOCgAApBQAMARXAACUFAAwiAoAAJUUADCKCgAAlxQAII4KAACYFAAwBFcAAIgUADCICgAAiRQAMIoKAACLFAAgjgoAAIwUADAEVwAA_BMAMIgKAAD9EwAwigoAAP8TACCOCgAAgBQAMARXAADzEwAwiAoAAPQTADCKCgAA9hMAII4KAACsEwAwBFcAAOcTADCICgAA6BMAMIoKAADqEwAgjgoAAOsTADAAAAAAAAAAAAVXAADgGgAgWAAA4xoAIIgKAADhGgAgiQoAAOIaACCOCgAAuwEAIANXAADgGgAgiAoAAOEaACCOCgAAuwEAIAAAAAAABVcAANsaACBYAADeGgAgiAoAANwaACCJCgAA3RoAII4KAAC7AQAgA1cAANsaACCICgAA3BoAII4KAAC7AQAgAAAAAAAFVwAA1hoAIFgAANkaACCICgAA1xoAIIkKAADYGgAgjgoAALsBACADVwAA1hoAIIgKAADXGgAgjgoAALsBACAAAAAAAAVXAACwGgAgWAAA1BoAIIgKAACxGgAgiQoAANMaACCOCgAAKgAgB1cAAPIWACBYAACCFwAgiAoAAPMWACCJCgAAgRcAIIwKAAAnACCNCgAAJwAgjgoAACoAIAtXAADlFQAwWAAA6hUAMIgKAADmFQAwiQoAAOcVADCKCgAA6BUAIIsKAADpFQAwjAoAAOkVADCNCgAA6RUAMI4KAADpFQAwjwoAAOsVADCQCgAA7BUAMAtXAADZFQAwWAAA3hUAMIgKAADaFQAwiQoAANsVADCKCgAA3BUAIIsKAADdFQAwjAoAAN0VADCNCgAA3RUAMI4KAADdFQAwjwoAAN8VADCQCgAA4BUAMAtXAADNFQAwWAAA0hUAMIgKAADOFQAwiQoAAM8VADCKCgAA0BUAIIsKAADRFQAwjAoAANEVADCNCgAA0RUAMI4KAADRFQAwjwoAANMVADCQCgAA1BUAMAtXAADBFQAwWAAAxhUAMIgKAADCFQAwiQoAAMMVADCKCgAAxBUAIIsKAADFFQAwjAoAAMUVADCNCgAAxRUAMI4KAADFFQAwjwoAAMcVADCQCgAAyBUAMAtXAAC4FQAwWAAAvBUAMIgKAAC5FQAwiQoAALoVADCKCgAAuxUAIIsKAACIEwAwjAoAAIgTADCNCgAAiBMAMI4KAACIEwAwjwoAAL0VADCQCgAAixMAMAtXAACvFQAwWAAAsxUAMIgKAACwFQAwiQoAALEVADCKCgAAshUAIIsKAADhEgAwjAoAAOESADCNCgAA4RIAMI4KAADhEgAwjwoAALQVADCQCgAA5BIAMAtXAACjFQAwWAAAqBUAMIgKAACkFQAwiQoAAKUVADCKCgAAphUAIIsKAACnFQAwjAoAAKcVADCNCgAApxUAMI4KAACnFQAwjwoAAKkVADCQCgAAqhUAMAtXAACaFQAwWAAAnhUAMIgKAACbFQAwiQoAAJwVADCKCgAAnRUAIIsKAACkEAAwjAoAAKQQADCNCgAApBAAMI4KAACkEAAwjwoAAJ8VADCQCgAApxAAMAtXAACOFQAwWAAAkxUAMIgKAACPFQAwiQoAAJAVADCKCgAAkRUAIIsKAACSFQAwjAoAAJIVADCNCgAAkhUAMI4KAACSFQAwjwoAAJQVADCQCgAAlRUAMAtXAACFFQAwWAAAiRUAMIgKAACGFQAwiQoAAIcVADCKCgAAiBUAIIsKAAD9FAAwjAoAAP0UADCNCgAA_RQAMI4KAAD9FAAwjwoAAIoVADCQCgAAgBUAMAtXAAD5FAAwWAAA_hQAMIgKAAD6FAAwiQoAAPsUADCKCgAA_BQAIIsKAAD9FAAwjAoAAP0UADCNCgAA_RQAMI4KAAD9FAAwjwoAAP8UADCQCgAAgBUAMAtXAADtFAAwWAAA8hQAMIgKAADuFAAwiQoAAO8UADCKCgAA8BQAIIsKAADxFAAwjAoAAPEUADCNCgAA8RQAMI4KAADxFAAwjwoAAPMUADCQCgAA9BQAMAtXAADhFAAwWAAA5hQAMIgKAADiFAAwiQoAAOMUADCKCgAA5BQAIIsKAADlFAAwjAoAAOUUADCNCgAA5RQAMI4KAADlFAAwjwoAAOcUADCQCgAA6BQAMA0GAACnDwAg1gcBAAAAAdsHAAAAmQgC9wcBAAAAAZMIAQAAAAGVCAEAAAABlggBAAAAAZcIAQAAAAGZCEAAAAABmggBAAAAAZsIQAAAAAGcCAEAAAABnQgCAAAAAQIAAACqAQAgVwAA7BQAIAMAAACqAQAgVwAA7BQAIFgAAOsUACABUAAA0hoAMBIGAAD8DQAgEAAAnQ4AINMHAACbDgAw1AcAAKgBABDVBwAAmw4AMNYHAQAAAAHbBwAAnA6ZCCL3BwEA2gwAIZMIAQDZDAAhlAgBANkMACGVCAEA4AwAIZYIAQDaDAAhlwgBANoMACGZCEAA4gwAIZoIAQDgDAAhmwhAAOMMACGcCAEA4AwAIZ0IAgDeDAAhAgAAAKoBACBQAADrFAAgAgAAAOkUACBQAADqFAAgENMHAADoFAAw1AcAAOkUABDVBwAA6BQAMNYHAQDZDAAh2wcAAJwOmQgi9wcBANoMACGTCAEA2QwAIZQIAQDZDAAhlQgBAOAMACGWCAEA2gwAIZcIAQDaDAAhmQhAAOIMACGaCAEA4AwAIZsIQADjDAAhnAgBAOAMACGdCAIA3gwAIRDTBwAA6BQAMNQHAADpFAAQ1QcAAOgUADDWBwEA2QwAIdsHAACcDpkIIvcHAQDaDAAhkwgBANkMACGUCAEA2QwAIZUIAQDgDAAhlggBANoMACGXCAEA2gwAIZkIQADiDAAhmggBAOAMACGbCEAA4wwAIZwIAQDgDAAhnQgCAN4MACEM1gcBAIMPACHbBwAApA-ZCCL3BwEAgw8AIZMIAQCDDwAhlQgBAIcPACGWCAEAgw8AIZcIAQCDDwAhmQhAAIgPACGaCAEAhw8AIZsIQACJDwAhnAgBAIcPACGdCAIAhg8AIQ0GAAClDwAg1gcBAIMPACHbBwAApA-ZCCL3BwEAgw8AIZMIAQCDDwAhlQgBAIcPACGWCAEAgw8AIZcIAQCDDwAhmQhAAIgPACGaCAEAhw8AIZsIQACJDwAhnAgBAIcPACGdCAIAhg8AIQ0GAACnDwAg1gcBAAAAAdsHAAAAmQgC9wcBAAAAAZMIAQAAAAGVCAEAAAABlggBAAAAAZcIAQAAAAGZCEAAAAABmggBAAAAAZsIQAAAAAGcCAEAAAABnQgCAAAAAQ8NAACREAAgJgAAkxAAINYHAQAAAAGgCAEAAAABqggBAAAAAa0IQAAAAAGuCAEAAAABrwgBAAAAAbkIAQAAAAG6CAIAAAABuwgBAAAAAbwIQAAAAAG9CIAAAAABvggAAJAQACC_CAIAAAABAgAAAKYBACBXAAD4FAAgAwAAAKYBACBXAAD4FAAgWAAA9xQAIAFQAADRGgAwFA0AAIsOACAQAACdDgAgJgAAnw4AINMHAACeDgAw1AcAAKQBABDVBwAAng4AMNYHAQAAAAGUCAEA2QwAIaAIAQDgDAAhqggBANoMACGtCEAA4gwAIa4IAQDhDAAhrwgBANoMACG5CAEA2QwAIboIAgDdDAAhuwgBANoMACG8CEAA4gwAIb0IAADbDAAgvggAAIkNACC_CAIA3QwAIQIAAACmAQAgUAAA9xQAIAIAAAD1FAAgUAAA9hQAIBHTBwAA9BQAMNQHAAD1FAAQ1QcAAPQUADDWBwEA2QwAIZQIAQDZDAAhoAgBAOAMACGqCAEA2gwAIa0IQADiDAAhrggBAOEMACGvCAEA2gwAIbkIAQDZDAAhuggCAN0MACG7CAEA2gwAIbwIQADiDAAhvQgAANsMACC-CAAAiQ0AIL8IAgDdDAAhEdMHAAD0FAAw1AcAAPUUABDVBwAA9BQAMNYHAQDZDAAhlAgBANkMACGgCAEA4AwAIaoIAQDaDAAhrQhAAOIMACGuCAEA4QwAIa8IAQDaDAAhuQgBANkMACG6CAIA3QwAIbsIAQDaDAAhvAhAAOIMACG9CAAA2wwAIL4IAACJDQAgvwgCAN0MACEN1gcBAIMPACGgCAEAhw8AIaoIAQCDDwAhrQhAAIgPACGuCAEAhw8AIa8IAQCDDwAhuQgBAIMPACG6CAIAhQ8AIbsIAQCDDwAhvAhAAIgPACG9CIAAAAABvggAAIAQACC_CAIAhQ8AIQ8NAACBEAAgJgAAgxAAINYHAQCDDwAhoAgBAIcPACGqCAEAgw8AIa0IQACIDwAhrggBAIcPACGvCAEAgw8AIbkIAQCDDwAhuggCAIUPACG7CAEAgw8AIbwIQACIDwAhvQiAAAAAAb4IAACAEAAgvwgCAIUPACEPDQAAkRAAICYAAJMQACDWBwEAAAABoAgBAAAAAaoIAQAAAAGtCEAAAAABrggBAAAAAa8IAQAAAAG5CAEAAAABuggCAAAAAbsIAQAAAAG8CEAAAAABvQiAAAAAAb4IAACQEAAgvwgCAAAAARYNAACsFAAgEQAArxQAIC0AAK0UACAwAACwFAAgMQAAsRQAIDIAALIUACAzAACzFAAgNAAAtBQAINYHAQAAAAHbBwAAAL4JArkIAQAAAAHrCAEAAAABjglAAAAAAZ0JQAAAAAGwCQIAAAABvAkBAAAAAb4JAQAAAAG_CQEAAAABwAkBAAAAAcEJAQAAAAHCCQEAAAABwwlAAAAAAQIAAAB9ACBXAACEFQAgAwAAAH0AIFcAAIQVACBYAACDFQAgAVAAANAaADAbDQAAhg4AIBEAALMOACAtAACyDgAgLgAAsg4AIDAAALQOACAxAAC1DgAgMgAAtg4AIDMAAKUOACA0AAC3DgAg0wcAALAOADDUBwAAewAQ1QcAALAOADDWBwEAAAAB2wcAALEOvgkiuQgBAOEMACHrCAEA2gwAIY4JQADjDAAhnQlAAOIMACGwCQIA3QwAIbwJAQDhDAAhvgkBAOAMACG_CQEA4QwAIcAJAQDaDAAhwQkBAOEMACHCCQEA4AwAIcMJQADjDAAhxAkBAOEMACECAAAAfQAgUAAAgxUAIAIAAACBFQAgUAAAghUAIBLTBwAAgBUAMNQHAACBFQAQ1QcAAIAVADDWBwEA2QwAIdsHAACxDr4JIrkIAQDhDAAh6wgBANoMACGOCUAA4wwAIZ0JQADiDAAhsAkCAN0MACG8CQEA4QwAIb4JAQDgDAAhvwkBAOEMACHACQEA2gwAIcEJAQDhDAAhwgkBAOAMACHDCUAA4wwAIcQJAQDhDAAhEtMHAACAFQAw1AcAAIEVABDVBwAAgBUAMNYHAQDZDAAh2wcAALEOvgkiuQgBAOEMACHrCAEA2gwAIY4JQADjDAAhnQlAAOIMACGwCQIA3QwAIbwJAQDhDAAhvgkBAOAMACG_CQEA4QwAIcAJAQDaDAAhwQkBAOEMACHCCQEA4AwAIcMJQADjDAAhxAkBAOEMACEO1gcBAIMPACHbBwAA3RO-CSK5CAEAhw8AIesIAQCDDwAhjglAAIkPACGdCUAAiA8AIbAJAgCFDwAhvAkBAIcPACG-CQEAhw8AIb8JAQCHDwAhwAkBAIMPACHBCQEAhw8AIcIJAQCHDwAhwwlAAIkPACEWDQAA3hMAIBEAAOETACAtAADfEwAgMAAA4hMAIDEAAOMTACAyAADkEwAgMwAA5RMAIDQAAOYTACDWBwEAgw8AIdsHAADdE74JIrkIAQCHDwAh6wgBAIMPACGOCUAAiQ8AIZ0JQACIDwAhsAkCAIUPACG8CQEAhw8AIb4JAQCHDwAhvwkBAIcPACHACQEAgw8AIcEJAQCHDwAhwgkBAIcPACHDCUAAiQ8AIRYNAACsFAAgEQAArxQAIC0AAK0UACAwAACwFAAgMQAAsRQAIDIAALIUACAzAACzFAAgNAAAtBQAINYHAQAAAAHbBwAAAL4JArkIAQAAAAHrCAEAAAABjglAAAAAAZ0JQAAAAAGwCQIAAAABvAkBAAAAAb4JAQAAAAG_CQEAAAABwAkBAAAAAcEJAQAAAAHCCQEAAAABwwlAAAAAARYNAACsFAAgEQAArxQAIC4AAK4UACAwAACwFAAgMQAAsRQAIDIAALIUACAzAACzFAAgNAAAtBQAINYHAQAAAAHbBwAAAL4JArkIAQAAAAHrCAEAAAABjglAAAAAAZ0JQAAAAAGwCQIAAAABvgkBAAAAAb8JAQAAAAHACQEAAAABwQkBAAAAAcIJAQAAAAHDCUAAAAABxAkBAAAAAQIAAAB9ACBXAACNFQAgAwAAAH0AIFcAAI0VACBYAACMFQAgAVAAAM8aADACAAAAfQAgUAAAjBUAIAIAAACBFQAgUAAAixUAIA7WBwEAgw8AIdsHAADdE74JIrkIAQCHDwAh6wgBAIMPACGOCUAAiQ8AIZ0JQACIDwAhsAkCAIUPACG-CQEAhw8AIb8JAQCHDwAhwAkBAIMPACHBCQEAhw8AIcIJAQCHDwAhwwlAAIkPACHECQEAhw8AIRYNAADeEwAgEQAA4RMAIC4AAOATACAwAADiEwAgMQAA4xMAIDIAAOQTACAzAADlEwAgNAAA5hMAINYHAQCDDwAh2wcAAN0TvgkiuQgBAIcPACHrCAEAgw8AIY4JQACJDwAhnQlAAIgPACGwCQIAhQ8AIb4JAQCHDwAhvwkBAIcPACHACQEAgw8AIcEJAQCHDwAhwgkBAIcPACHDCUAAiQ8AIcQJAQCHDwAhFg0AAKwUACARAACvFAAgLgAArhQAIDAAALAUACAxAACxFAAgMgAAshQAIDMAALMUACA0AAC0FAAg1gcBAAAAAdsHAAAAvgkCuQgBAAAAAesIAQAAAAGOCUAAAAABnQlAAAAAAbAJAgAAAAG-CQEAAAABvwkBAAAAAcAJAQAAAAHBCQEAAAABwgkBAAAAAcMJQAAAAAHECQEAAAABChgAAN4RACDWBwEAAAABiAhAAAAAAYkIAQAAAAGKCAEAAAABuwgBAAAAAfwIAQAAAAGDCYAAAAABhAkBAAAAAYUJgAAAAAECAAAAeQAgVwAAmRUAIAMAAAB5ACBXAACZFQAgWAAAmBUAIAFQAADOGgAwDxAAAJ0OACAYAAC5DgAg0wcAALgOADDUBwAARQAQ1QcAALgOADDWBwEAAAABiAhAAOIMACGJCAEA4QwAIYoIAQDaDAAhlAgBANkMACG7CAEA2gwAIfwIAQDaDAAhgwkAANsMACCECQEA2gwAIYUJAADbDAAgAgAAAHkAIFAAAJgVACACAAAAlhUAIFAAAJcVACAN0wcAAJUVADDUBwAAlhUAENUHAACVFQAw1gcBANkMACGICEAA4gwAIYkIAQDhDAAhiggBANoMACGUCAEA2QwAIbsIAQDaDAAh_AgBANoMACGDCQAA2wwAIIQJAQDaDAAhhQkAANsMACAN0wcAAJUVADDUBwAAlhUAENUHAACVFQAw1gcBANkMACGICEAA4gwAIYkIAQDhDAAhiggBANoMACGUCAEA2QwAIbsIAQDaDAAh_AgBANoMACGDCQAA2wwAIIQJAQDaDAAhhQkAANsMACAJ1gcBAIMPACGICEAAiA8AIYkIAQCHDwAhiggBAIMPACG7CAEAgw8AIfwIAQCDDwAhgwmAAAAAAYQJAQCDDwAhhQmAAAAAAQoYAADOEQAg1gcBAIMPACGICEAAiA8AIYkIAQCHDwAhiggBAIMPACG7CAEAgw8AIfwIAQCDDwAhgwmAAAAAAYQJAQCDDwAhhQmAAAAAAQoYAADeEQAg1gcBAAAAAYgIQAAAAAGJCAEAAAABiggBAAAAAbsIAQAAAAH8CAEAAAABgwmAAAAAAYQJAQAAAAGFCYAAAAABGAYAALsQACANAAC8EAAgGAAAvhAAIB4AALoQACAgAAC_EAAgIQAAwBAAICIAAOMQACAjAADBEAAgJQAAwhAAINYHAQAAAAGTCAEAAAABqQgBAAAAAbgIAQAAAAG5CAEAAAABwwgBAAAAAcQIAgAAAAHFCAIAAAABzggBAAAAAc8IAQAAAAHQCEAAAAAB0QgCAAAAAdIIgAAAAAHTCAEAAAAB1AgBAAAAAQIAAABYACBXAACiFQAgAwAAAFgAIFcAAKIVACBYAAChFQAgAVAAAM0aADACAAAAWAAgUAAAoRUAIAIAAACoEAAgUAAAoBUAIA_WBwEAgw8AIZMIAQCDDwAhqQgBAIMPACG4CAEAgw8AIbkIAQCDDwAhwwgBAIMPACHECAIAhQ8AIcUIAgCFDwAhzggBAIMPACHPCAEAgw8AIdAIQACIDwAh0QgCAIUPACHSCIAAAAAB0wgBAIcPACHUCAEAhw8AIRgGAACsEAAgDQAArRAAIBgAAK8QACAeAACrEAAgIAAAsBAAICEAALEQACAiAACyEAAgIwAAsxAAICUAALkQACDWBwEAgw8AIZMIAQCDDwAhqQgBAIMPACG4CAEAgw8AIbkIAQCDDwAhwwgBAIMPACHECAIAhQ8AIcUIAgCFDwAhzggBAIMPACHPCAEAgw8AIdAIQACIDwAh0QgCAIUPACHSCIAAAAAB0wgBAIcPACHUCAEAhw8AIRgGAAC7EAAgDQAAvBAAIBgAAL4QACAeAAC6EAAgIAAAvxAAICEAAMAQACAiAADjEAAgIwAAwRAAICUAAMIQACDWBwEAAAABkwgBAAAAAakIAQAAAAG4CAEAAAABuQgBAAAAAcMIAQAAAAHECAIAAAABxQgCAAAAAc4IAQAAAAHPCAEAAAAB0AhAAAAAAdEIAgAAAAHSCIAAAAAB0wgBAAAAAdQIAQAAAAEfBgAApxEAIA0AAKgRACAcAACtEQAgHQAAqhEAICQAAKsRACAqAACsEQAg1gcBAAAAAfkHEAAAAAGTCAEAAAABnggBAAAAAaYIAQAAAAGnCAEAAAABsAgCAAAAAbkIAQAAAAG7CAEAAAABvAhAAAAAAc8IAQAAAAHcCAEAAAAB3QgBAAAAAd4IQAAAAAHfCEAAAAAB4AgBAAAAAeIIAAAA4ggC4wgBAAAAAeQIAQAAAAHlCAEAAAAB5ghAAAAAAecIQAAAAAHoCCAAAAAB6QgCAAAAAeoIgAAAAAECAAAAUgAgVwAArhUAIAMAAABSACBXAACuFQAgWAAArRUAIAFQAADMGgAwJQYAAPwNACANAACLDgAgEAAAnQ4AIBwAAM4OACAdAADODgAgJAAA8w0AICoAAJ8OACDTBwAAyw4AMNQHAABQABDVBwAAyw4AMNYHAQAAAAH5BxAA_w0AIZMIAQDZDAAhlAgBANkMACGeCAEA2QwAIaYIAQDaDAAhpwgBANoMACGwCAIA3QwAIbkIAQDZDAAhuwgBAOAMACG8CEAA4wwAIc8IAQDaDAAh3AgBAAAAAd0IAQDhDAAh3ghAAOIMACHfCEAA4gwAIeAIAQDaDAAh4ggAAMwO4ggi4wgBANoMACHkCAEA2gwAIeUIAQDaDAAh5ghAAOIMACHnCEAA4wwAIegIIADNDgAh6QgCAN0MACHqCAAA2wwAIP8JAADKDgAgAgAAAFIAIFAAAK0VACACAAAAqxUAIFAAAKwVACAd0wcAAKoVADDUBwAAqxUAENUHAACqFQAw1gcBANkMACH5BxAA_w0AIZMIAQDZDAAhlAgBANkMACGeCAEA2QwAIaYIAQDaDAAhpwgBANoMACGwCAIA3QwAIbkIAQDZDAAhuwgBAOAMACG8CEAA4wwAIc8IAQDaDAAh3AgBAOEMACHdCAEA4QwAId4IQADiDAAh3whAAOIMACHgCAEA2gwAIeIIAADMDuIIIuMIAQDaDAAh5AgBANoMACHlCAEA2gwAIeYIQADiDAAh5whAAOMMACHoCCAAzQ4AIekIAgDdDAAh6ggAANsMACAd0wcAAKoVADDUBwAAqxUAENUHAACqFQAw1gcBANkMACH5BxAA_w0AIZMIAQDZDAAhlAgBANkMACGeCAEA2QwAIaYIAQDaDAAhpwgBANoMACGwCAIA3QwAIbkIAQDZDAAhuwgBAOAMACG8CEAA4wwAIc8IAQDaDAAh3AgBAOEMACHdCAEA4QwAId4IQADiDAAh3whAAOIMACHgCAEA2gwAIeIIAADMDuIIIuMIAQDaDAAh5AgBANoMACHlCAEA2gwAIeYIQADiDAAh5whAAOMMACHoCCAAzQ4AIekIAgDdDAAh6ggAANsMACAZ1gcBAIMPACH5BxAAjw8AIZMIAQCDDwAhnggBAIMPACGmCAEAgw8AIacIAQCDDwAhsAgCAIUPACG5CAEAgw8AIbsIAQCHDwAhvAhAAIkPACHPCAEAgw8AIdwIAQCHDwAh3QgBAIcPACHeCEAAiA8AId8IQACIDwAh4AgBAIMPACHiCAAAhxHiCCLjCAEAgw8AIeQIAQCDDwAh5QgBAIMPACHmCEAAiA8AIecIQACJDwAh6AggAIgRACHpCAIAhQ8AIeoIgAAAAAEfBgAAiREAIA0AAIoRACAcAACMEQAgHQAAjREAICQAAI4RACAqAACPEQAg1gcBAIMPACH5BxAAjw8AIZMIAQCDDwAhnggBAIMPACGmCAEAgw8AIacIAQCDDwAhsAgCAIUPACG5CAEAgw8AIbsIAQCHDwAhvAhAAIkPACHPCAEAgw8AIdwIAQCHDwAh3QgBAIcPACHeCEAAiA8AId8IQACIDwAh4AgBAIMPACHiCAAAhxHiCCLjCAEAgw8AIeQIAQCDDwAh5QgBAIMPACHmCEAAiA8AIecIQACJDwAh6AggAIgRACHpCAIAhQ8AIeoIgAAAAAEfBgAApxEAIA0AAKgRACAcAACtEQAgHQAAqhEAICQAAKsRACAqAACsEQAg1gcBAAAAAfkHEAAAAAGTCAEAAAABnggBAAAAAaYIAQAAAAGnCAEAAAABsAgCAAAAAbkIAQAAAAG7CAEAAAABvAhAAAAAAc8IAQAAAAHcCAEAAAAB3QgBAAAAAd4IQAAAAAHfCEAAAAAB4AgBAAAAAeIIAAAA4ggC4wgBAAAAAeQIAQAAAAHlCAEAAAAB5ghAAAAAAecIQAAAAAHoCCAAAAAB6QgCAAAAAeoIgAAAAAEXBgAAnRIAIBUAAJwSACAXAACfEgAgGAAAoBIAIBoAAKESACDWBwEAAAAB9gcBAAAAAfgHAAAAjQkCkwgBAAAAAakIAgAAAAG-CAAAmxIAIOYIQAAAAAGACRAAAAABiwkBAAAAAY0JQAAAAAGOCUAAAAABjwkgAAAAAZAJEAAAAAGRCRAAAAABkgkgAAAAAZMJIAAAAAGUCQEAAAABlQmAAAAAAQIAAAA7ACBXAAC3FQAgAwAAADsAIFcAALcVACBYAAC2FQAgAVAAAMsaADACAAAAOwAgUAAAthUAIAIAAADlEgAgUAAAtRUAIBLWBwEAgw8AIfYHAQCDDwAh-AcAAPMRjQkikwgBAIMPACGpCAIAhQ8AIb4IAADyEQAg5ghAAIgPACGACRAAjw8AIYsJAQCDDwAhjQlAAIgPACGOCUAAiQ8AIY8JIAC5EQAhkAkQAI8PACGRCRAAjw8AIZIJIACIEQAhkwkgALkRACGUCQEAhw8AIZUJgAAAAAEXBgAA9REAIBUAAPQRACAXAAD3EQAgGAAA-BEAIBoAAPkRACDWBwEAgw8AIfYHAQCDDwAh-AcAAPMRjQkikwgBAIMPACGpCAIAhQ8AIb4IAADyEQAg5ghAAIgPACGACRAAjw8AIYsJAQCDDwAhjQlAAIgPACGOCUAAiQ8AIY8JIAC5EQAhkAkQAI8PACGRCRAAjw8AIZIJIACIEQAhkwkgALkRACGUCQEAhw8AIZUJgAAAAAEXBgAAnRIAIBUAAJwSACAXAACfEgAgGAAAoBIAIBoAAKESACDWBwEAAAAB9gcBAAAAAfgHAAAAjQkCkwgBAAAAAakIAgAAAAG-CAAAmxIAIOYIQAAAAAGACRAAAAABiwkBAAAAAY0JQAAAAAGOCUAAAAABjwkgAAAAAZAJEAAAAAGRCRAAAAABkgkgAAAAAZMJIAAAAAGUCQEAAAABlQmAAAAAARIGAAD1EgAgDQAA9hIAIBsAAPoSACAqAAD9EgAgQAAA-BIAIEEAAPkSACBCAAD7EgAgQwAA_BIAINYHAQAAAAGTCAEAAAABuQgBAAAAAbwIQAAAAAHPCAEAAAAB3ghAAAAAAeYIQAAAAAGWCSAAAAABnAkBAAAAAZ0JQAAAAAECAAAAIwAgVwAAwBUAIAMAAAAjACBXAADAFQAgWAAAvxUAIAFQAADKGgAwAgAAACMAIFAAAL8VACACAAAAjBMAIFAAAL4VACAK1gcBAIMPACGTCAEAgw8AIbkIAQCDDwAhvAhAAIkPACHPCAEAgw8AId4IQACJDwAh5ghAAIkPACGWCSAAuREAIZwJAQCHDwAhnQlAAIgPACESBgAAsxIAIA0AALQSACAbAAC4EgAgKgAAuxIAIEAAALYSACBBAAC3EgAgQgAAuRIAIEMAALoSACDWBwEAgw8AIZMIAQCDDwAhuQgBAIMPACG8CEAAiQ8AIc8IAQCDDwAh3ghAAIkPACHmCEAAiQ8AIZYJIAC5EQAhnAkBAIcPACGdCUAAiA8AIRIGAAD1EgAgDQAA9hIAIBsAAPoSACAqAAD9EgAgQAAA-BIAIEEAAPkSACBCAAD7EgAgQwAA_BIAINYHAQAAAAGTCAEAAAABuQgBAAAAAbwIQAAAAAHPCAEAAAAB3ghAAAAAAeYIQAAAAAGWCSAAAAABnAkBAAAAAZ0JQAAAAAEFxwiAAAAAAfwIAQAAAAGhCQIAAAAByAkBAAAAAckJAQAAAAECAAAANgAgVwAAzBUAIAMAAAA2ACBXAADMFQAgWAAAyxUAIAFQAADJGgAwCxAAAJ0OACDTBwAA2w4AMNQHAAA0ABDVBwAA2w4AMJQIAQDZDAAhxwgAANsMACD8CAEA2gwAIaEJAgDdDAAhyAkBANoMACHJCQEA2gwAIYIKAADaDgAgAgAAADYAIFAAAMsVACACAAAAyRUAIFAAAMoVACAJ0wcAAMgVADDUBwAAyRUAENUHAADIFQAwlAgBANkMACHHCAAA2wwAIPwIAQDaDAAhoQkCAN0MACHICQEA2gwAIckJAQDaDAAhCdMHAADIFQAw1AcAAMkVABDVBwAAyBUAMJQIAQDZDAAhxwgAANsMACD8CAEA2gwAIaEJAgDdDAAhyAkBANoMACHJCQEA2gwAIQXHCIAAAAAB_AgBAIMPACGhCQIAhQ8AIcgJAQCDDwAhyQkBAIMPACEFxwiAAAAAAfwIAQCDDwAhoQkCAIUPACHICQEAgw8AIckJAQCDDwAhBccIgAAAAAH8CAEAAAABoQkCAAAAAcgJAQAAAAHJCQEAAAABA_cHAQAAAAGhCQIAAAABygmAAAAAAQIAAAAyACBXAADYFQAgAwAAADIAIFcAANgVACBYAADXFQAgAVAAAMgaADAJEAAAnQ4AINMHAADdDgAw1AcAADAAENUHAADdDgAw9wcBANoMACGUCAEA2QwAIaEJAgDdDAAhygkAANsMACCDCgAA3A4AIAIAAAAyACBQAADXFQAgAgAAANUVACBQAADWFQAgB9MHAADUFQAw1AcAANUVABDVBwAA1BUAMPcHAQDaDAAhlAgBANkMACGhCQIA3QwAIcoJAADbDAAgB9MHAADUFQAw1AcAANUVABDVBwAA1BUAMPcHAQDaDAAhlAgBANkMACGhCQIA3QwAIcoJAADbDAAgA_cHAQCDDwAhoQkCAIUPACHKCYAAAAABA_cHAQCDDwAhoQkCAIUPACHKCYAAAAABA_cHAQAAAAGhCQIAAAABygmAAAAAAQSBCAABAAAB1ggBAAAAAdcIAgAAAAGqCQEAAAABAgAAAC4AIFcAAOQVACADAAAALgAgVwAA5BUAIFgAAOMVACABUAAAxxoAMAoQAACdDgAg0wcAAN8OADDUBwAALAAQ1QcAAN8OADCBCAABrQ4AIZQIAQDZDAAh1ggBANoMACHXCAIA3gwAIaoJAQDaDAAhhAoAAN4OACACAAAALgAgUAAA4xUAIAIAAADhFQAgUAAA4hUAIAjTBwAA4BUAMNQHAADhFQAQ1QcAAOAVADCBCAABrQ4AIZQIAQDZDAAh1ggBANoMACHXCAIA3gwAIaoJAQDaDAAhCNMHAADgFQAw1AcAAOEVABDVBwAA4BUAMIEIAAGtDgAhlAgBANkMACHWCAEA2gwAIdcIAgDeDAAhqgkBANoMACEEgQgAAckTACHWCAEAgw8AIdcIAgCGDwAhqgkBAIMPACEEgQgAAckTACHWCAEAgw8AIdcIAgCGDwAhqgkBAIMPACEEgQgAAQAAAdYIAQAAAAHXCAIAAAABqgkBAAAAARQUAAD3FgAgJAAA-RYAICoAAP4WACArAAD4FgAgOAAAgBcAIDoAAPUWACA7AAD2FgAgPAAA-hYAID0AAPsWACA-AAD8FgAgPwAA_RYAINYHAQAAAAGqCAEAAAAB6wgBAAAAAZ0JQAAAAAHMCQEAAAABzgkgAAAAAc8JQAAAAAHQCQEAAAAB0QkBAAAAAQIAAAAqACBXAAD_FgAgAwAAACoAIFcAAP8WACBYAADvFQAgAVAAAMYaADAZFAAAjQ4AICQAAPMNACAqAACZDgAgKwAAlg4AIDgAALIOACA5AACyDgAgOgAA4Q4AIDsAAOIOACA8AADjDgAgPQAA5A4AID4AAOUOACA_AACYDgAg0wcAAOAOADDUBwAAJwAQ1QcAAOAOADDWBwEAAAABqggBANoMACHrCAEAAAABnQlAAOIMACHMCQEAAAABzQkBAOEMACHOCSAA3Q0AIc8JQADjDAAh0AkBAOAMACHRCQEA4AwAIQIAAAAqACBQAADvFQAgAgAAAO0VACBQAADuFQAgDdMHAADsFQAw1AcAAO0VABDVBwAA7BUAMNYHAQDZDAAhqggBANoMACHrCAEA2gwAIZ0JQADiDAAhzAkBAOEMACHNCQEA4QwAIc4JIADdDQAhzwlAAOMMACHQCQEA4AwAIdEJAQDgDAAhDdMHAADsFQAw1AcAAO0VABDVBwAA7BUAMNYHAQDZDAAhqggBANoMACHrCAEA2gwAIZ0JQADiDAAhzAkBAOEMACHNCQEA4QwAIc4JIADdDQAhzwlAAOMMACHQCQEA4AwAIdEJAQDgDAAhCdYHAQCDDwAhqggBAIMPACHrCAEAgw8AIZ0JQACIDwAhzAkBAIcPACHOCSAAuREAIc8JQACJDwAh0AkBAIcPACHRCQEAhw8AIRQUAADzFQAgJAAA9RUAICoAAPoVACArAAD0FQAgOAAA8BUAIDoAAPEVACA7AADyFQAgPAAA9hUAID0AAPcVACA-AAD4FQAgPwAA-RUAINYHAQCDDwAhqggBAIMPACHrCAEAgw8AIZ0JQACIDwAhzAkBAIcPACHOCSAAuREAIc8JQACJDwAh0AkBAIcPACHRCQEAhw8AIQdXAAC3GgAgWAAAxBoAIIgKAAC4GgAgiQoAAMMaACCMCgAAJQAgjQoAACUAII4KAAC7AQAgC1cAANgWADBYAADdFgAwiAoAANkWADCJCgAA2hYAMIoKAADbFgAgiwoAANwWADCMCgAA3BYAMI0KAADcFgAwjgoAANwWADCPCgAA3hYAMJAKAADfFgAwC1cAAMwWADBYAADRFgAwiAoAAM0WADCJCgAAzhYAMIoKAADPFgAgiwoAANAWADCMCgAA0BYAMI0KAADQFgAwjgoAANAWADCPCgAA0hYAMJAKAADTFgAwC1cAAMMWADBYAADHFgAwiAoAAMQWADCJCgAAxRYAMIoKAADGFgAgiwoAAIgTADCMCgAAiBMAMI0KAACIEwAwjgoAAIgTADCPCgAAyBYAMJAKAACLEwAwC1cAALoWADBYAAC-FgAwiAoAALsWADCJCgAAvBYAMIoKAAC9FgAgiwoAAKcVADCMCgAApxUAMI0KAACnFQAwjgoAAKcVADCPCgAAvxYAMJAKAACqFQAwC1cAALEWADBYAAC1FgAwiAoAALIWADCJCgAAsxYAMIoKAAC0FgAgiwoAAKQQADCMCgAApBAAMI0KAACkEAAwjgoAAKQQADCPCgAAthYAMJAKAACnEAAwC1cAAKUWADBYAACqFgAwiAoAAKYWADCJCgAApxYAMIoKAACoFgAgiwoAAKkWADCMCgAAqRYAMI0KAACpFgAwjgoAAKkWADCPCgAAqxYAMJAKAACsFgAwC1cAAJkWADBYAACeFgAwiAoAAJoWADCJCgAAmxYAMIoKAACcFgAgiwoAAJ0WADCMCgAAnRYAMI0KAACdFgAwjgoAAJ0WADCPCgAAnxYAMJAKAACgFgAwC1cAAI0WADBYAACSFgAwiAoAAI4WADCJCgAAjxYAMIoKAACQFgAgiwoAAJEWADCMCgAAkRYAMI0KAACRFgAwjgoAAJEWADCPCgAAkxYAMJAKAACUFgAwC1cAAIQWADBYAACIFgAwiAoAAIUWADCJCgAAhhYAMIoKAACHFgAgiwoAAP0UADCMCgAA_RQAMI0KAAD9FAAwjgoAAP0UADCPCgAAiRYAMJAKAACAFQAwC1cAAPsVADBYAAD_FQAwiAoAAPwVADCJCgAA_RUAMIoKAAD-FQAgiwoAAPEUADCMCgAA8RQAMI0KAADxFAAwjgoAAPEUADCPCgAAgBYAMJAKAAD0FAAwDxAAAJIQACAmAACTEAAg1gcBAAAAAZQIAQAAAAGgCAEAAAABqggBAAAAAa0IQAAAAAGuCAEAAAABrwgBAAAAAboIAgAAAAG7CAEAAAABvAhAAAAAAb0IgAAAAAG-CAAAkBAAIL8IAgAAAAECAAAApgEAIFcAAIMWACADAAAApgEAIFcAAIMWACBYAACCFgAgAVAAAMIaADACAAAApgEAIFAAAIIWACACAAAA9RQAIFAAAIEWACAN1gcBAIMPACGUCAEAgw8AIaAIAQCHDwAhqggBAIMPACGtCEAAiA8AIa4IAQCHDwAhrwgBAIMPACG6CAIAhQ8AIbsIAQCDDwAhvAhAAIgPACG9CIAAAAABvggAAIAQACC_CAIAhQ8AIQ8QAACCEAAgJgAAgxAAINYHAQCDDwAhlAgBAIMPACGgCAEAhw8AIaoIAQCDDwAhrQhAAIgPACGuCAEAhw8AIa8IAQCDDwAhuggCAIUPACG7CAEAgw8AIbwIQACIDwAhvQiAAAAAAb4IAACAEAAgvwgCAIUPACEPEAAAkhAAICYAAJMQACDWBwEAAAABlAgBAAAAAaAIAQAAAAGqCAEAAAABrQhAAAAAAa4IAQAAAAGvCAEAAAABuggCAAAAAbsIAQAAAAG8CEAAAAABvQiAAAAAAb4IAACQEAAgvwgCAAAAARYRAACvFAAgLQAArRQAIC4AAK4UACAwAACwFAAgMQAAsRQAIDIAALIUACAzAACzFAAgNAAAtBQAINYHAQAAAAHbBwAAAL4JAusIAQAAAAGOCUAAAAABnQlAAAAAAbAJAgAAAAG8CQEAAAABvgkBAAAAAb8JAQAAAAHACQEAAAABwQkBAAAAAcIJAQAAAAHDCUAAAAABxAkBAAAAAQIAAAB9ACBXAACMFgAgAwAAAH0AIFcAAIwWACBYAACLFgAgAVAAAMEaADACAAAAfQAgUAAAixYAIAIAAACBFQAgUAAAihYAIA7WBwEAgw8AIdsHAADdE74JIusIAQCDDwAhjglAAIkPACGdCUAAiA8AIbAJAgCFDwAhvAkBAIcPACG-CQEAhw8AIb8JAQCHDwAhwAkBAIMPACHBCQEAhw8AIcIJAQCHDwAhwwlAAIkPACHECQEAhw8AIRYRAADhEwAgLQAA3xMAIC4AAOATACAwAADiEwAgMQAA4xMAIDIAAOQTACAzAADlEwAgNAAA5hMAINYHAQCDDwAh2wcAAN0Tvgki6wgBAIMPACGOCUAAiQ8AIZ0JQACIDwAhsAkCAIUPACG8CQEAhw8AIb4JAQCHDwAhvwkBAIcPACHACQEAgw8AIcEJAQCHDwAhwgkBAIcPACHDCUAAiQ8AIcQJAQCHDwAhFhEAAK8UACAtAACtFAAgLgAArhQAIDAAALAUACAxAACxFAAgMgAAshQAIDMAALMUACA0AAC0FAAg1gcBAAAAAdsHAAAAvgkC6wgBAAAAAY4JQAAAAAGdCUAAAAABsAkCAAAAAbwJAQAAAAG-CQEAAAABvwkBAAAAAcAJAQAAAAHBCQEAAAABwgkBAAAAAcMJQAAAAAHECQEAAAABC9YHAQAAAAGACAEAAAABgQgAAQAAAYIIQAAAAAGDCAEAAAABhQhAAAAAAesIAQAAAAHsCAEAAAAB7QiAAAAAAe4IAQAAAAHvCAEAAAABAgAAANEBACBXAACYFgAgAwAAANEBACBXAACYFgAgWAAAlxYAIAFQAADAGgAwEA0AAIYOACDTBwAAhQ4AMNQHAADPAQAQ1QcAAIUOADDWBwEAAAABgAgBANoMACGBCAAB7wwAIYIIQADiDAAhgwgBAOEMACGFCEAA4wwAIbkIAQDhDAAh6wgBANoMACHsCAEA2gwAIe0IAADbDAAg7ggBAOEMACHvCAEA4QwAIQIAAADRAQAgUAAAlxYAIAIAAACVFgAgUAAAlhYAIA_TBwAAlBYAMNQHAACVFgAQ1QcAAJQWADDWBwEA2QwAIYAIAQDaDAAhgQgAAe8MACGCCEAA4gwAIYMIAQDhDAAhhQhAAOMMACG5CAEA4QwAIesIAQDaDAAh7AgBANoMACHtCAAA2wwAIO4IAQDhDAAh7wgBAOEMACEP0wcAAJQWADDUBwAAlRYAENUHAACUFgAw1gcBANkMACGACAEA2gwAIYEIAAHvDAAhgghAAOIMACGDCAEA4QwAIYUIQADjDAAhuQgBAOEMACHrCAEA2gwAIewIAQDaDAAh7QgAANsMACDuCAEA4QwAIe8IAQDhDAAhC9YHAQCDDwAhgAgBAIMPACGBCAABlQ8AIYIIQACIDwAhgwgBAIcPACGFCEAAiQ8AIesIAQCDDwAh7AgBAIMPACHtCIAAAAAB7ggBAIcPACHvCAEAhw8AIQvWBwEAgw8AIYAIAQCDDwAhgQgAAZUPACGCCEAAiA8AIYMIAQCHDwAhhQhAAIkPACHrCAEAgw8AIewIAQCDDwAh7QiAAAAAAe4IAQCHDwAh7wgBAIcPACEL1gcBAAAAAYAIAQAAAAGBCAABAAABgghAAAAAAYMIAQAAAAGFCEAAAAAB6wgBAAAAAewIAQAAAAHtCIAAAAAB7ggBAAAAAe8IAQAAAAEQBgAAvBEAINYHAQAAAAGTCAEAAAABuwgBAAAAAfAIEAAAAAHxCCAAAAAB8ggCAAAAAfMIQAAAAAH0CEAAAAAB9QhAAAAAAfYIQAAAAAH3CAEAAAAB-AgBAAAAAfkIQAAAAAH6CAEAAAAB-wgBAAAAAQIAAADMAQAgVwAApBYAIAMAAADMAQAgVwAApBYAIFgAAKMWACABUAAAvxoAMBUGAAD8DQAgDQAAhg4AINMHAACHDgAw1AcAAMoBABDVBwAAhw4AMNYHAQAAAAGTCAEA2QwAIbkIAQDhDAAhuwgBANoMACHwCBAAiA4AIfEIIADdDQAh8ggCAN0MACHzCEAA4wwAIfQIQADiDAAh9QhAAOMMACH2CEAA4gwAIfcIAQDhDAAh-AgBANoMACH5CEAA4wwAIfoIAQDgDAAh-wgBAOAMACECAAAAzAEAIFAAAKMWACACAAAAoRYAIFAAAKIWACAT0wcAAKAWADDUBwAAoRYAENUHAACgFgAw1gcBANkMACGTCAEA2QwAIbkIAQDhDAAhuwgBANoMACHwCBAAiA4AIfEIIADdDQAh8ggCAN0MACHzCEAA4wwAIfQIQADiDAAh9QhAAOMMACH2CEAA4gwAIfcIAQDhDAAh-AgBANoMACH5CEAA4wwAIfoIAQDgDAAh-wgBAOAMACET0wcAAKAWADDUBwAAoRYAENUHAACgFgAw1gcBANkMACGTCAEA2QwAIbkIAQDhDAAhuwgBANoMACHwCBAAiA4AIfEIIADdDQAh8ggCAN0MACHzCEAA4wwAIfQIQADiDAAh9QhAAOMMACH2CEAA4gwAIfcIAQDhDAAh-AgBANoMACH5CEAA4wwAIfoIAQDgDAAh-wgBAOAMACEP1gcBAIMPACGTCAEAgw8AIbsIAQCDDwAh8AgQALgRACHxCCAAuREAIfIIAgCFDwAh8whAAIkPACH0CEAAiA8AIfUIQACJDwAh9ghAAIgPACH3CAEAhw8AIfgIAQCDDwAh-QhAAIkPACH6CAEAhw8AIfsIAQCHDwAhEAYAALoRACDWBwEAgw8AIZMIAQCDDwAhuwgBAIMPACHwCBAAuBEAIfEIIAC5EQAh8ggCAIUPACHzCEAAiQ8AIfQIQACIDwAh9QhAAIkPACH2CEAAiA8AIfcIAQCHDwAh-AgBAIMPACH5CEAAiQ8AIfoIAQCHDwAh-wgBAIcPACEQBgAAvBEAINYHAQAAAAGTCAEAAAABuwgBAAAAAfAIEAAAAAHxCCAAAAAB8ggCAAAAAfMIQAAAAAH0CEAAAAAB9QhAAAAAAfYIQAAAAAH3CAEAAAAB-AgBAAAAAfkIQAAAAAH6CAEAAAAB-wgBAAAAAQYFAACpEgAgnggBAAAAAbwIQAAAAAHPCAEAAAABlgkCAAAAAZcJAgAAAAECAAAAyAEAIFcAALAWACADAAAAyAEAIFcAALAWACBYAACvFgAgAVAAAL4aADAMBQAAgQ0AIA0AAIsOACDTBwAAig4AMNQHAADGAQAQ1QcAAIoOADCeCAEA2QwAIbkIAQDZDAAhvAhAAOIMACHPCAEA2gwAIZYJAgDdDAAhlwkCAN0MACH4CQAAiQ4AIAIAAADIAQAgUAAArxYAIAIAAACtFgAgUAAArhYAIAnTBwAArBYAMNQHAACtFgAQ1QcAAKwWADCeCAEA2QwAIbkIAQDZDAAhvAhAAOIMACHPCAEA2gwAIZYJAgDdDAAhlwkCAN0MACEJ0wcAAKwWADDUBwAArRYAENUHAACsFgAwnggBANkMACG5CAEA2QwAIbwIQADiDAAhzwgBANoMACGWCQIA3QwAIZcJAgDdDAAhBZ4IAQCDDwAhvAhAAIgPACHPCAEAgw8AIZYJAgCFDwAhlwkCAIUPACEGBQAApxIAIJ4IAQCDDwAhvAhAAIgPACHPCAEAgw8AIZYJAgCFDwAhlwkCAIUPACEGBQAAqRIAIJ4IAQAAAAG8CEAAAAABzwgBAAAAAZYJAgAAAAGXCQIAAAABGAYAALsQACAQAAC9EAAgGAAAvhAAIB4AALoQACAgAAC_EAAgIQAAwBAAICIAAOMQACAjAADBEAAgJQAAwhAAINYHAQAAAAGTCAEAAAABlAgBAAAAAakIAQAAAAG4CAEAAAABwwgBAAAAAcQIAgAAAAHFCAIAAAABzggBAAAAAc8IAQAAAAHQCEAAAAAB0QgCAAAAAdIIgAAAAAHTCAEAAAAB1AgBAAAAAQIAAABYACBXAAC5FgAgAwAAAFgAIFcAALkWACBYAAC4FgAgAVAAAL0aADACAAAAWAAgUAAAuBYAIAIAAACoEAAgUAAAtxYAIA_WBwEAgw8AIZMIAQCDDwAhlAgBAIMPACGpCAEAgw8AIbgIAQCDDwAhwwgBAIMPACHECAIAhQ8AIcUIAgCFDwAhzggBAIMPACHPCAEAgw8AIdAIQACIDwAh0QgCAIUPACHSCIAAAAAB0wgBAIcPACHUCAEAhw8AIRgGAACsEAAgEAAArhAAIBgAAK8QACAeAACrEAAgIAAAsBAAICEAALEQACAiAACyEAAgIwAAsxAAICUAALkQACDWBwEAgw8AIZMIAQCDDwAhlAgBAIMPACGpCAEAgw8AIbgIAQCDDwAhwwgBAIMPACHECAIAhQ8AIcUIAgCFDwAhzggBAIMPACHPCAEAgw8AIdAIQACIDwAh0QgCAIUPACHSCIAAAAAB0wgBAIcPACHUCAEAhw8AIRgGAAC7EAAgEAAAvRAAIBgAAL4QACAeAAC6EAAgIAAAvxAAICEAAMAQACAiAADjEAAgIwAAwRAAICUAAMIQACDWBwEAAAABkwgBAAAAAZQIAQAAAAGpCAEAAAABuAgBAAAAAcMIAQAAAAHECAIAAAABxQgCAAAAAc4IAQAAAAHPCAEAAAAB0AhAAAAAAdEIAgAAAAHSCIAAAAAB0wgBAAAAAdQIAQAAAAEfBgAApxEAIBAAAKkRACAcAACtEQAgHQAAqhEAICQAAKsRACAqAACsEQAg1gcBAAAAAfkHEAAAAAGTCAEAAAABlAgBAAAAAZ4IAQAAAAGmCAEAAAABpwgBAAAAAbAIAgAAAAG7CAEAAAABvAhAAAAAAc8IAQAAAAHcCAEAAAAB3QgBAAAAAd4IQAAAAAHfCEAAAAAB4AgBAAAAAeIIAAAA4ggC4wgBAAAAAeQIAQAAAAHlCAEAAAAB5ghAAAAAAecIQAAAAAHoCCAAAAAB6QgCAAAAAeoIgAAAAAECAAAAUgAgVwAAwhYAIAMAAABSACBXAADCFgAgWAAAwRYAIAFQAAC8GgAwAgAAAFIAIFAAAMEWACACAAAAqxUAIFAAAMAWACAZ1gcBAIMPACH5BxAAjw8AIZMIAQCDDwAhlAgBAIMPACGeCAEAgw8AIaYIAQCDDwAhpwgBAIMPACGwCAIAhQ8AIbsIAQCHDwAhvAhAAIkPACHPCAEAgw8AIdwIAQCHDwAh3QgBAIcPACHeCEAAiA8AId8IQACIDwAh4AgBAIMPACHiCAAAhxHiCCLjCAEAgw8AIeQIAQCDDwAh5QgBAIMPACHmCEAAiA8AIecIQACJDwAh6AggAIgRACHpCAIAhQ8AIeoIgAAAAAEfBgAAiREAIBAAAIsRACAcAACMEQAgHQAAjREAICQAAI4RACAqAACPEQAg1gcBAIMPACH5BxAAjw8AIZMIAQCDDwAhlAgBAIMPACGeCAEAgw8AIaYIAQCDDwAhpwgBAIMPACGwCAIAhQ8AIbsIAQCHDwAhvAhAAIkPACHPCAEAgw8AIdwIAQCHDwAh3QgBAIcPACHeCEAAiA8AId8IQACIDwAh4AgBAIMPACHiCAAAhxHiCCLjCAEAgw8AIeQIAQCDDwAh5QgBAIMPACHmCEAAiA8AIecIQACJDwAh6AggAIgRACHpCAIAhQ8AIeoIgAAAAAEfBgAApxEAIBAAAKkRACAcAACtEQAgHQAAqhEAICQAAKsRACAqAACsEQAg1gcBAAAAAfkHEAAAAAGTCAEAAAABlAgBAAAAAZ4IAQAAAAGmCAEAAAABpwgBAAAAAbAIAgAAAAG7CAEAAAABvAhAAAAAAc8IAQAAAAHcCAEAAAAB3QgBAAAAAd4IQAAAAAHfCEAAAAAB4AgBAAAAAeIIAAAA4ggC4wgBAAAAAeQIAQAAAAHlCAEAAAAB5ghAAAAAAecIQAAAAAHoCCAAAAAB6QgCAAAAAeoIgAAAAAESBgAA9RIAIBAAAPcSACAbAAD6EgAgKgAA_RIAIEAAAPgSACBBAAD5EgAgQgAA-xIAIEMAAPwSACDWBwEAAAABkwgBAAAAAZQIAQAAAAG8CEAAAAABzwgBAAAAAd4IQAAAAAHmCEAAAAABlgkgAAAAAZwJAQAAAAGdCUAAAAABAgAAACMAIFcAAMsWACADAAAAIwAgVwAAyxYAIFgAAMoWACABUAAAuxoAMAIAAAAjACBQAADKFgAgAgAAAIwTACBQAADJFgAgCtYHAQCDDwAhkwgBAIMPACGUCAEAgw8AIbwIQACJDwAhzwgBAIMPACHeCEAAiQ8AIeYIQACJDwAhlgkgALkRACGcCQEAhw8AIZ0JQACIDwAhEgYAALMSACAQAAC1EgAgGwAAuBIAICoAALsSACBAAAC2EgAgQQAAtxIAIEIAALkSACBDAAC6EgAg1gcBAIMPACGTCAEAgw8AIZQIAQCDDwAhvAhAAIkPACHPCAEAgw8AId4IQACJDwAh5ghAAIkPACGWCSAAuREAIZwJAQCHDwAhnQlAAIgPACESBgAA9RIAIBAAAPcSACAbAAD6EgAgKgAA_RIAIEAAAPgSACBBAAD5EgAgQgAA-xIAIEMAAPwSACDWBwEAAAABkwgBAAAAAZQIAQAAAAG8CEAAAAABzwgBAAAAAd4IQAAAAAHmCEAAAAABlgkgAAAAAZwJAQAAAAGdCUAAAAABCgUAAJETACAUAACSEwAg1gcBAAAAAZ4IAQAAAAGlCEAAAAABvAhAAAAAAc8IAQAAAAHnCEAAAAABngkBAAAAAZ8JAQAAAAECAAAAvwEAIFcAANcWACADAAAAvwEAIFcAANcWACBYAADWFgAgAVAAALoaADAPBQAAgQ0AIA0AAIsOACAUAACNDgAg0wcAAIwOADDUBwAAvQEAENUHAACMDgAw1gcBAAAAAZ4IAQDZDAAhpQhAAOMMACG5CAEA2QwAIbwIQADiDAAhzwgBANoMACHnCEAA4gwAIZ4JAQDgDAAhnwkBAOEMACECAAAAvwEAIFAAANYWACACAAAA1BYAIFAAANUWACAM0wcAANMWADDUBwAA1BYAENUHAADTFgAw1gcBANkMACGeCAEA2QwAIaUIQADjDAAhuQgBANkMACG8CEAA4gwAIc8IAQDaDAAh5whAAOIMACGeCQEA4AwAIZ8JAQDhDAAhDNMHAADTFgAw1AcAANQWABDVBwAA0xYAMNYHAQDZDAAhnggBANkMACGlCEAA4wwAIbkIAQDZDAAhvAhAAOIMACHPCAEA2gwAIecIQADiDAAhngkBAOAMACGfCQEA4QwAIQjWBwEAgw8AIZ4IAQCDDwAhpQhAAIkPACG8CEAAiA8AIc8IAQCDDwAh5whAAIgPACGeCQEAhw8AIZ8JAQCHDwAhCgUAAIITACAUAACDEwAg1gcBAIMPACGeCAEAgw8AIaUIQACJDwAhvAhAAIgPACHPCAEAgw8AIecIQACIDwAhngkBAIcPACGfCQEAhw8AIQoFAACREwAgFAAAkhMAINYHAQAAAAGeCAEAAAABpQhAAAAAAbwIQAAAAAHPCAEAAAAB5whAAAAAAZ4JAQAAAAGfCQEAAAABFQ4AAOQWACAPAADlFgAgEQAA5hYAIBIAAOcWACATAADoFgAgFAAA6RYAIBsAAOoWACAkAADsFgAgKgAA8BYAICsAAOsWACAsAADtFgAgNQAA7hYAIDYAAO8WACA3AADxFgAg1gcBAAAAAakIAgAAAAGtCEAAAAABrggBAAAAAbQJAQAAAAG-CQEAAAABywmAAAAAAQIAAAC7AQAgVwAA4xYAIAMAAAC7AQAgVwAA4xYAIFgAAOIWACABUAAAuRoAMBwNAACLDgAgDgAAhg4AIA8AAJEOACARAACSDgAgEgAAkw4AIBMAAJQOACAUAACNDgAgGwAAlQ4AICQAAPMNACAqAACZDgAgKwAAlg4AICwAAJcOACA1AACYDgAgNgAAmA4AIDcAAJoOACDTBwAAkA4AMNQHAAAlABDVBwAAkA4AMNYHAQAAAAGpCAIA3QwAIa0IQADiDAAhrggBAOEMACG5CAEA2QwAIbQJAQDaDAAhvgkBAOAMACHLCQAA2wwAIPkJAACODgAg-gkAAI8OACACAAAAuwEAIFAAAOIWACACAAAA4BYAIFAAAOEWACAL0wcAAN8WADDUBwAA4BYAENUHAADfFgAw1gcBANkMACGpCAIA3QwAIa0IQADiDAAhrggBAOEMACG5CAEA2QwAIbQJAQDaDAAhvgkBAOAMACHLCQAA2wwAIAvTBwAA3xYAMNQHAADgFgAQ1QcAAN8WADDWBwEA2QwAIakIAgDdDAAhrQhAAOIMACGuCAEA4QwAIbkIAQDZDAAhtAkBANoMACG-CQEA4AwAIcsJAADbDAAgB9YHAQCDDwAhqQgCAIUPACGtCEAAiA8AIa4IAQCHDwAhtAkBAIMPACG-CQEAhw8AIcsJgAAAAAEVDgAA0xQAIA8AANQUACARAADVFAAgEgAA1hQAIBMAANcUACAUAADYFAAgGwAA2RQAICQAANsUACAqAADfFAAgKwAA2hQAICwAANwUACA1AADdFAAgNgAA3hQAIDcAAOAUACDWBwEAgw8AIakIAgCFDwAhrQhAAIgPACGuCAEAhw8AIbQJAQCDDwAhvgkBAIcPACHLCYAAAAABFQ4AAOQWACAPAADlFgAgEQAA5hYAIBIAAOcWACATAADoFgAgFAAA6RYAIBsAAOoWACAkAADsFgAgKgAA8BYAICsAAOsWACAsAADtFgAgNQAA7hYAIDYAAO8WACA3AADxFgAg1gcBAAAAAakIAgAAAAGtCEAAAAABrggBAAAAAbQJAQAAAAG-CQEAAAABywmAAAAAAQNXAADyFgAgiAoAAPMWACCOCgAAKgAgBFcAAOUVADCICgAA5hUAMIoKAADoFQAgjgoAAOkVADAEVwAA2RUAMIgKAADaFQAwigoAANwVACCOCgAA3RUAMARXAADNFQAwiAoAAM4VADCKCgAA0BUAII4KAADRFQAwBFcAAMEVADCICgAAwhUAMIoKAADEFQAgjgoAAMUVADAEVwAAuBUAMIgKAAC5FQAwigoAALsVACCOCgAAiBMAMARXAACvFQAwiAoAALAVADCKCgAAshUAII4KAADhEgAwBFcAAKMVADCICgAApBUAMIoKAACmFQAgjgoAAKcVADAEVwAAmhUAMIgKAACbFQAwigoAAJ0VACCOCgAApBAAMARXAACOFQAwiAoAAI8VADCKCgAAkRUAII4KAACSFQAwBFcAAIUVADCICgAAhhUAMIoKAACIFQAgjgoAAP0UADAEVwAA-RQAMIgKAAD6FAAwigoAAPwUACCOCgAA_RQAMARXAADtFAAwiAoAAO4UADCKCgAA8BQAII4KAADxFAAwBFcAAOEUADCICgAA4hQAMIoKAADkFAAgjgoAAOUUADAUFAAA9xYAICQAAPkWACAqAAD-FgAgKwAA-BYAIDkAAPQWACA6AAD1FgAgOwAA9hYAIDwAAPoWACA9AAD7FgAgPgAA_BYAID8AAP0WACDWBwEAAAABqggBAAAAAesIAQAAAAGdCUAAAAABzQkBAAAAAc4JIAAAAAHPCUAAAAAB0AkBAAAAAdEJAQAAAAECAAAAKgAgVwAA8hYAIANXAACyGgAgiAoAALMaACCOCgAAuwEAIARXAADYFgAwiAoAANkWADCKCgAA2xYAII4KAADcFgAwBFcAAMwWADCICgAAzRYAMIoKAADPFgAgjgoAANAWADAEVwAAwxYAMIgKAADEFgAwigoAAMYWACCOCgAAiBMAMARXAAC6FgAwiAoAALsWADCKCgAAvRYAII4KAACnFQAwBFcAALEWADCICgAAshYAMIoKAAC0FgAgjgoAAKQQADAEVwAApRYAMIgKAACmFgAwigoAAKgWACCOCgAAqRYAMARXAACZFgAwiAoAAJoWADCKCgAAnBYAII4KAACdFgAwBFcAAI0WADCICgAAjhYAMIoKAACQFgAgjgoAAJEWADAEVwAAhBYAMIgKAACFFgAwigoAAIcWACCOCgAA_RQAMARXAAD7FQAwiAoAAPwVADCKCgAA_hUAII4KAADxFAAwFBQAAPcWACAkAAD5FgAgKgAA_hYAICsAAPgWACA4AACAFwAgOgAA9RYAIDsAAPYWACA8AAD6FgAgPQAA-xYAID4AAPwWACA_AAD9FgAg1gcBAAAAAaoIAQAAAAHrCAEAAAABnQlAAAAAAcwJAQAAAAHOCSAAAAABzwlAAAAAAdAJAQAAAAHRCQEAAAABA1cAALcaACCICgAAuBoAII4KAAC7AQAgAwAAACcAIFcAAPIWACBYAACDFwAgFgAAACcAIBQAAPMVACAkAAD1FQAgKgAA-hUAICsAAPQVACA5AACEFwAgOgAA8RUAIDsAAPIVACA8AAD2FQAgPQAA9xUAID4AAPgVACA_AAD5FQAgUAAAgxcAINYHAQCDDwAhqggBAIMPACHrCAEAgw8AIZ0JQACIDwAhzQkBAIcPACHOCSAAuREAIc8JQACJDwAh0AkBAIcPACHRCQEAhw8AIRQUAADzFQAgJAAA9RUAICoAAPoVACArAAD0FQAgOQAAhBcAIDoAAPEVACA7AADyFQAgPAAA9hUAID0AAPcVACA-AAD4FQAgPwAA-RUAINYHAQCDDwAhqggBAIMPACHrCAEAgw8AIZ0JQACIDwAhzQkBAIcPACHOCSAAuREAIc8JQACJDwAh0AkBAIcPACHRCQEAhw8AIQdXAACyGgAgWAAAtRoAIIgKAACzGgAgiQoAALQaACCMCgAAJQAgjQoAACUAII4KAAC7AQAgA1cAALAaACCICgAAsRoAII4KAAAqACAAAAAAAAABiwoAAADXCQIAAAAAAAAAAAVXAACrGgAgWAAArhoAIIgKAACsGgAgiQoAAK0aACCOCgAA5gIAIANXAACrGgAgiAoAAKwaACCOCgAA5gIAIAAAAAGLCgAAAOEJAgVXAACjGgAgWAAAqRoAIIgKAACkGgAgiQoAAKgaACCOCgAA5gIAIAVXAAChGgAgWAAAphoAIIgKAACiGgAgiQoAAKUaACCOCgAAAQAgA1cAAKMaACCICgAApBoAII4KAADmAgAgA1cAAKEaACCICgAAohoAII4KAAABACAAAAAHVwAAmRoAIFgAAJ8aACCICgAAmhoAIIkKAACeGgAgjAoAAAcAII0KAAAHACCOCgAACQAgC1cAAL4XADBYAADDFwAwiAoAAL8XADCJCgAAwBcAMIoKAADBFwAgiwoAAMIXADCMCgAAwhcAMI0KAADCFwAwjgoAAMIXADCPCgAAxBcAMJAKAADFFwAwC1cAALIXADBYAAC3FwAwiAoAALMXADCJCgAAtBcAMIoKAAC1FwAgiwoAALYXADCMCgAAthcAMI0KAAC2FwAwjgoAALYXADCPCgAAuBcAMJAKAAC5FwAwC1cAAKYXADBYAACrFwAwiAoAAKcXADCJCgAAqBcAMIoKAACpFwAgiwoAAKoXADCMCgAAqhcAMI0KAACqFwAwjgoAAKoXADCPCgAArBcAMJAKAACtFwAwBOsIAQAAAAGhCQIAAAABoglAAAAAAaMJAQAAAAECAAAAHAAgVwAAsRcAIAMAAAAcACBXAACxFwAgWAAAsBcAIAFQAACdGgAwCggAAO4OACDTBwAA7Q4AMNQHAAAaABDVBwAA7Q4AMOsIAQDaDAAhoAkBANkMACGhCQIA3QwAIaIJQADiDAAhowkBANoMACGFCgAA7A4AIAIAAAAcACBQAACwFwAgAgAAAK4XACBQAACvFwAgCNMHAACtFwAw1AcAAK4XABDVBwAArRcAMOsIAQDaDAAhoAkBANkMACGhCQIA3QwAIaIJQADiDAAhowkBANoMACEI0wcAAK0XADDUBwAArhcAENUHAACtFwAw6wgBANoMACGgCQEA2QwAIaEJAgDdDAAhoglAAOIMACGjCQEA2gwAIQTrCAEAgw8AIaEJAgCFDwAhoglAAIgPACGjCQEAgw8AIQTrCAEAgw8AIaEJAgCFDwAhoglAAIgPACGjCQEAgw8AIQTrCAEAAAABoQkCAAAAAaIJQAAAAAGjCQEAAAABBwUAAJ4XACDWBwEAAAABnggBAAAAAfYIQAAAAAH3CAEAAAAB-QhAAAAAAeEJAAAA4QkCAgAAABgAIFcAAL0XACADAAAAGAAgVwAAvRcAIFgAALwXACABUAAAnBoAMAwFAACBDQAgCAAA7g4AINMHAADvDgAw1AcAABYAENUHAADvDgAw1gcBAAAAAZ4IAQDZDAAh9ghAAOIMACH3CAEA4QwAIfkIQADjDAAhoAkBANkMACHhCQAA8A7hCSICAAAAGAAgUAAAvBcAIAIAAAC6FwAgUAAAuxcAIArTBwAAuRcAMNQHAAC6FwAQ1QcAALkXADDWBwEA2QwAIZ4IAQDZDAAh9ghAAOIMACH3CAEA4QwAIfkIQADjDAAhoAkBANkMACHhCQAA8A7hCSIK0wcAALkXADDUBwAAuhcAENUHAAC5FwAw1gcBANkMACGeCAEA2QwAIfYIQADiDAAh9wgBAOEMACH5CEAA4wwAIaAJAQDZDAAh4QkAAPAO4QkiBtYHAQCDDwAhnggBAIMPACH2CEAAiA8AIfcIAQCHDwAh-QhAAIkPACHhCQAAmhfhCSIHBQAAnBcAINYHAQCDDwAhnggBAIMPACH2CEAAiA8AIfcIAQCHDwAh-QhAAIkPACHhCQAAmhfhCSIHBQAAnhcAINYHAQAAAAGeCAEAAAAB9ghAAAAAAfcIAQAAAAH5CEAAAAAB4QkAAADhCQIFkAgBAAAAAZ0JQAAAAAHdCQEAAAAB3glAAAAAAd8JAQAAAAECAAAAFAAgVwAAyRcAIAMAAAAUACBXAADJFwAgWAAAyBcAIAFQAACbGgAwCggAAO4OACDTBwAA8Q4AMNQHAAASABDVBwAA8Q4AMJAIAQDgDAAhnQlAAOIMACGgCQEA2QwAId0JAQAAAAHeCUAA4gwAId8JAQDgDAAhAgAAABQAIFAAAMgXACACAAAAxhcAIFAAAMcXACAJ0wcAAMUXADDUBwAAxhcAENUHAADFFwAwkAgBAOAMACGdCUAA4gwAIaAJAQDZDAAh3QkBANoMACHeCUAA4gwAId8JAQDgDAAhCdMHAADFFwAw1AcAAMYXABDVBwAAxRcAMJAIAQDgDAAhnQlAAOIMACGgCQEA2QwAId0JAQDaDAAh3glAAOIMACHfCQEA4AwAIQWQCAEAhw8AIZ0JQACIDwAh3QkBAIMPACHeCUAAiA8AId8JAQCHDwAhBZAIAQCHDwAhnQlAAIgPACHdCQEAgw8AId4JQACIDwAh3wkBAIcPACEFkAgBAAAAAZ0JQAAAAAHdCQEAAAAB3glAAAAAAd8JAQAAAAEDVwAAmRoAIIgKAACaGgAgjgoAAAkAIARXAAC-FwAwiAoAAL8XADCKCgAAwRcAII4KAADCFwAwBFcAALIXADCICgAAsxcAMIoKAAC1FwAgjgoAALYXADAEVwAAphcAMIgKAACnFwAwigoAAKkXACCOCgAAqhcAMBEFAADhDwAgBwAA7xkAIAgAAO4ZACAUAADEGQAgGwAAyRkAICQAAL4ZACArAADKGQAgNwAAzhkAID0AAOgZACBEAADQGQAgRgAAwBkAIOsJAAD9DgAg7AkAAP0OACDtCQAA_Q4AIO4JAAD9DgAg7wkAAP0OACDwCQAA_Q4AIAAAAAAAAAVXAACRGgAgWAAAlxoAIIgKAACSGgAgiQoAAJYaACCOCgAACQAgBVcAAI8aACBYAACUGgAgiAoAAJAaACCJCgAAkxoAII4KAAABACADVwAAkRoAIIgKAACSGgAgjgoAAAkAIANXAACPGgAgiAoAAJAaACCOCgAAAQAgAAAABVcAAIEaACBYAACNGgAgiAoAAIIaACCJCgAAjBoAII4KAAABACALVwAAtBgAMFgAALkYADCICgAAtRgAMIkKAAC2GAAwigoAALcYACCLCgAAuBgAMIwKAAC4GAAwjQoAALgYADCOCgAAuBgAMI8KAAC6GAAwkAoAALsYADAHVwAArxgAIFgAALIYACCICgAAsBgAIIkKAACxGAAgjAoAAA8AII0KAAAPACCOCgAA5gIAIAtXAACmGAAwWAAAqhgAMIgKAACnGAAwiQoAAKgYADCKCgAAqRgAIIsKAACIEwAwjAoAAIgTADCNCgAAiBMAMI4KAACIEwAwjwoAAKsYADCQCgAAixMAMAtXAACdGAAwWAAAoRgAMIgKAACeGAAwiQoAAJ8YADCKCgAAoBgAIIsKAADhEgAwjAoAAOESADCNCgAA4RIAMI4KAADhEgAwjwoAAKIYADCQCgAA5BIAMAtXAACUGAAwWAAAmBgAMIgKAACVGAAwiQoAAJYYADCKCgAAlxgAIIsKAACnFQAwjAoAAKcVADCNCgAApxUAMI4KAACnFQAwjwoAAJkYADCQCgAAqhUAMAtXAACLGAAwWAAAjxgAMIgKAACMGAAwiQoAAI0YADCKCgAAjhgAIIsKAACkEAAwjAoAAKQQADCNCgAApBAAMI4KAACkEAAwjwoAAJAYADCQCgAApxAAMAtXAACCGAAwWAAAhhgAMIgKAACDGAAwiQoAAIQYADCKCgAAhRgAIIsKAACdFgAwjAoAAJ0WADCNCgAAnRYAMI4KAACdFgAwjwoAAIcYADCQCgAAoBYAMAtXAAD5FwAwWAAA_RcAMIgKAAD6FwAwiQoAAPsXADCKCgAA_BcAIIsKAACIEAAwjAoAAIgQADCNCgAAiBAAMI4KAACIEAAwjwoAAP4XADCQCgAAixAAMAtXAADwFwAwWAAA9BcAMIgKAADxFwAwiQoAAPIXADCKCgAA8xcAIIsKAADCDwAwjAoAAMIPADCNCgAAwg8AMI4KAADCDwAwjwoAAPUXADCQCgAAxQ8AMAtXAADnFwAwWAAA6xcAMIgKAADoFwAwiQoAAOkXADCKCgAA6hcAIIsKAADlFAAwjAoAAOUUADCNCgAA5RQAMI4KAADlFAAwjwoAAOwXADCQCgAA6BQAMA0QAACoDwAg1gcBAAAAAdsHAAAAmQgC9wcBAAAAAZQIAQAAAAGVCAEAAAABlggBAAAAAZcIAQAAAAGZCEAAAAABmggBAAAAAZsIQAAAAAGcCAEAAAABnQgCAAAAAQIAAACqAQAgVwAA7xcAIAMAAACqAQAgVwAA7xcAIFgAAO4XACABUAAAixoAMAIAAACqAQAgUAAA7hcAIAIAAADpFAAgUAAA7RcAIAzWBwEAgw8AIdsHAACkD5kIIvcHAQCDDwAhlAgBAIMPACGVCAEAhw8AIZYIAQCDDwAhlwgBAIMPACGZCEAAiA8AIZoIAQCHDwAhmwhAAIkPACGcCAEAhw8AIZ0IAgCGDwAhDRAAAKYPACDWBwEAgw8AIdsHAACkD5kIIvcHAQCDDwAhlAgBAIMPACGVCAEAhw8AIZYIAQCDDwAhlwgBAIMPACGZCEAAiA8AIZoIAQCHDwAhmwhAAIkPACGcCAEAhw8AIZ0IAgCGDwAhDRAAAKgPACDWBwEAAAAB2wcAAACZCAL3BwEAAAABlAgBAAAAAZUIAQAAAAGWCAEAAAABlwgBAAAAAZkIQAAAAAGaCAEAAAABmwhAAAAAAZwIAQAAAAGdCAIAAAABBRAAALUPACCICEAAAAABlAgBAAAAAaYIAQAAAAGnCAEAAAABAgAAAPsBACBXAAD4FwAgAwAAAPsBACBXAAD4FwAgWAAA9xcAIAFQAACKGgAwAgAAAPsBACBQAAD3FwAgAgAAAMYPACBQAAD2FwAgBIgIQACIDwAhlAgBAIMPACGmCAEAgw8AIacIAQCDDwAhBRAAALMPACCICEAAiA8AIZQIAQCDDwAhpggBAIMPACGnCAEAgw8AIQUQAAC1DwAgiAhAAAAAAZQIAQAAAAGmCAEAAAABpwgBAAAAAQcVAAD4DwAgHgAA-Q8AICcAAPYPACApAAD6DwAg9gcBAAAAAbUIAQAAAAG4CAEAAAABAgAAAG8AIFcAAIEYACADAAAAbwAgVwAAgRgAIFgAAIAYACABUAAAiRoAMAIAAABvACBQAACAGAAgAgAAAIwQACBQAAD_FwAgA_YHAQCDDwAhtQgBAIMPACG4CAEAgw8AIQcVAADuDwAgHgAA7w8AICcAAOwPACApAADwDwAg9gcBAIMPACG1CAEAgw8AIbgIAQCDDwAhBxUAAPgPACAeAAD5DwAgJwAA9g8AICkAAPoPACD2BwEAAAABtQgBAAAAAbgIAQAAAAEQDQAAvREAINYHAQAAAAG5CAEAAAABuwgBAAAAAfAIEAAAAAHxCCAAAAAB8ggCAAAAAfMIQAAAAAH0CEAAAAAB9QhAAAAAAfYIQAAAAAH3CAEAAAAB-AgBAAAAAfkIQAAAAAH6CAEAAAAB-wgBAAAAAQIAAADMAQAgVwAAihgAIAMAAADMAQAgVwAAihgAIFgAAIkYACABUAAAiBoAMAIAAADMAQAgUAAAiRgAIAIAAAChFgAgUAAAiBgAIA_WBwEAgw8AIbkIAQCHDwAhuwgBAIMPACHwCBAAuBEAIfEIIAC5EQAh8ggCAIUPACHzCEAAiQ8AIfQIQACIDwAh9QhAAIkPACH2CEAAiA8AIfcIAQCHDwAh-AgBAIMPACH5CEAAiQ8AIfoIAQCHDwAh-wgBAIcPACEQDQAAuxEAINYHAQCDDwAhuQgBAIcPACG7CAEAgw8AIfAIEAC4EQAh8QggALkRACHyCAIAhQ8AIfMIQACJDwAh9AhAAIgPACH1CEAAiQ8AIfYIQACIDwAh9wgBAIcPACH4CAEAgw8AIfkIQACJDwAh-ggBAIcPACH7CAEAhw8AIRANAAC9EQAg1gcBAAAAAbkIAQAAAAG7CAEAAAAB8AgQAAAAAfEIIAAAAAHyCAIAAAAB8whAAAAAAfQIQAAAAAH1CEAAAAAB9ghAAAAAAfcIAQAAAAH4CAEAAAAB-QhAAAAAAfoIAQAAAAH7CAEAAAABGA0AALwQACAQAAC9EAAgGAAAvhAAIB4AALoQACAgAAC_EAAgIQAAwBAAICIAAOMQACAjAADBEAAgJQAAwhAAINYHAQAAAAGUCAEAAAABqQgBAAAAAbgIAQAAAAG5CAEAAAABwwgBAAAAAcQIAgAAAAHFCAIAAAABzggBAAAAAc8IAQAAAAHQCEAAAAAB0QgCAAAAAdIIgAAAAAHTCAEAAAAB1AgBAAAAAQIAAABYACBXAACTGAAgAwAAAFgAIFcAAJMYACBYAACSGAAgAVAAAIcaADACAAAAWAAgUAAAkhgAIAIAAACoEAAgUAAAkRgAIA_WBwEAgw8AIZQIAQCDDwAhqQgBAIMPACG4CAEAgw8AIbkIAQCDDwAhwwgBAIMPACHECAIAhQ8AIcUIAgCFDwAhzggBAIMPACHPCAEAgw8AIdAIQACIDwAh0QgCAIUPACHSCIAAAAAB0wgBAIcPACHUCAEAhw8AIRgNAACtEAAgEAAArhAAIBgAAK8QACAeAACrEAAgIAAAsBAAICEAALEQACAiAACyEAAgIwAAsxAAICUAALkQACDWBwEAgw8AIZQIAQCDDwAhqQgBAIMPACG4CAEAgw8AIbkIAQCDDwAhwwgBAIMPACHECAIAhQ8AIcUIAgCFDwAhzggBAIMPACHPCAEAgw8AIdAIQACIDwAh0QgCAIUPACHSCIAAAAAB0wgBAIcPACHUCAEAhw8AIRgNAAC8EAAgEAAAvRAAIBgAAL4QACAeAAC6EAAgIAAAvxAAICEAAMAQACAiAADjEAAgIwAAwRAAICUAAMIQACDWBwEAAAABlAgBAAAAAakIAQAAAAG4CAEAAAABuQgBAAAAAcMIAQAAAAHECAIAAAABxQgCAAAAAc4IAQAAAAHPCAEAAAAB0AhAAAAAAdEIAgAAAAHSCIAAAAAB0wgBAAAAAdQIAQAAAAEfDQAAqBEAIBAAAKkRACAcAACtEQAgHQAAqhEAICQAAKsRACAqAACsEQAg1gcBAAAAAfkHEAAAAAGUCAEAAAABnggBAAAAAaYIAQAAAAGnCAEAAAABsAgCAAAAAbkIAQAAAAG7CAEAAAABvAhAAAAAAc8IAQAAAAHcCAEAAAAB3QgBAAAAAd4IQAAAAAHfCEAAAAAB4AgBAAAAAeIIAAAA4ggC4wgBAAAAAeQIAQAAAAHlCAEAAAAB5ghAAAAAAecIQAAAAAHoCCAAAAAB6QgCAAAAAeoIgAAAAAECAAAAUgAgVwAAnBgAIAMAAABSACBXAACcGAAgWAAAmxgAIAFQAACGGgAwAgAAAFIAIFAAAJsYACACAAAAqxUAIFAAAJoYACAZ1gcBAIMPACH5BxAAjw8AIZQIAQCDDwAhnggBAIMPACGmCAEAgw8AIacIAQCDDwAhsAgCAIUPACG5CAEAgw8AIbsIAQCHDwAhvAhAAIkPACHPCAEAgw8AIdwIAQCHDwAh3QgBAIcPACHeCEAAiA8AId8IQACIDwAh4AgBAIMPACHiCAAAhxHiCCLjCAEAgw8AIeQIAQCDDwAh5QgBAIMPACHmCEAAiA8AIecIQACJDwAh6AggAIgRACHpCAIAhQ8AIeoIgAAAAAEfDQAAihEAIBAAAIsRACAcAACMEQAgHQAAjREAICQAAI4RACAqAACPEQAg1gcBAIMPACH5BxAAjw8AIZQIAQCDDwAhnggBAIMPACGmCAEAgw8AIacIAQCDDwAhsAgCAIUPACG5CAEAgw8AIbsIAQCHDwAhvAhAAIkPACHPCAEAgw8AIdwIAQCHDwAh3QgBAIcPACHeCEAAiA8AId8IQACIDwAh4AgBAIMPACHiCAAAhxHiCCLjCAEAgw8AIeQIAQCDDwAh5QgBAIMPACHmCEAAiA8AIecIQACJDwAh6AggAIgRACHpCAIAhQ8AIeoIgAAAAAEfDQAAqBEAIBAAAKkRACAcAACtEQAgHQAAqhEAICQAAKsRACAqAACsEQAg1gcBAAAAAfkHEAAAAAGUCAEAAAABnggBAAAAAaYIAQAAAAGnCAEAAAABsAgCAAAAAbkIAQAAAAG7CAEAAAABvAhAAAAAAc8IAQAAAAHcCAEAAAAB3QgBAAAAAd4IQAAAAAHfCEAAAAAB4AgBAAAAAeIIAAAA4ggC4wgBAAAAAeQIAQAAAAHlCAEAAAAB5ghAAAAAAecIQAAAAAHoCCAAAAAB6QgCAAAAAeoIgAAAAAEXEAAAnhIAIBUAAJwSACAXAACfEgAgGAAAoBIAIBoAAKESACDWBwEAAAAB9gcBAAAAAfgHAAAAjQkClAgBAAAAAakIAgAAAAG-CAAAmxIAIOYIQAAAAAGACRAAAAABiwkBAAAAAY0JQAAAAAGOCUAAAAABjwkgAAAAAZAJEAAAAAGRCRAAAAABkgkgAAAAAZMJIAAAAAGUCQEAAAABlQmAAAAAAQIAAAA7ACBXAAClGAAgAwAAADsAIFcAAKUYACBYAACkGAAgAVAAAIUaADACAAAAOwAgUAAApBgAIAIAAADlEgAgUAAAoxgAIBLWBwEAgw8AIfYHAQCDDwAh-AcAAPMRjQkilAgBAIMPACGpCAIAhQ8AIb4IAADyEQAg5ghAAIgPACGACRAAjw8AIYsJAQCDDwAhjQlAAIgPACGOCUAAiQ8AIY8JIAC5EQAhkAkQAI8PACGRCRAAjw8AIZIJIACIEQAhkwkgALkRACGUCQEAhw8AIZUJgAAAAAEXEAAA9hEAIBUAAPQRACAXAAD3EQAgGAAA-BEAIBoAAPkRACDWBwEAgw8AIfYHAQCDDwAh-AcAAPMRjQkilAgBAIMPACGpCAIAhQ8AIb4IAADyEQAg5ghAAIgPACGACRAAjw8AIYsJAQCDDwAhjQlAAIgPACGOCUAAiQ8AIY8JIAC5EQAhkAkQAI8PACGRCRAAjw8AIZIJIACIEQAhkwkgALkRACGUCQEAhw8AIZUJgAAAAAEXEAAAnhIAIBUAAJwSACAXAACfEgAgGAAAoBIAIBoAAKESACDWBwEAAAAB9gcBAAAAAfgHAAAAjQkClAgBAAAAAakIAgAAAAG-CAAAmxIAIOYIQAAAAAGACRAAAAABiwkBAAAAAY0JQAAAAAGOCUAAAAABjwkgAAAAAZAJEAAAAAGRCRAAAAABkgkgAAAAAZMJIAAAAAGUCQEAAAABlQmAAAAAARINAAD2EgAgEAAA9xIAIBsAAPoSACAqAAD9EgAgQAAA-BIAIEEAAPkSACBCAAD7EgAgQwAA_BIAINYHAQAAAAGUCAEAAAABuQgBAAAAAbwIQAAAAAHPCAEAAAAB3ghAAAAAAeYIQAAAAAGWCSAAAAABnAkBAAAAAZ0JQAAAAAECAAAAIwAgVwAArhgAIAMAAAAjACBXAACuGAAgWAAArRgAIAFQAACEGgAwAgAAACMAIFAAAK0YACACAAAAjBMAIFAAAKwYACAK1gcBAIMPACGUCAEAgw8AIbkIAQCDDwAhvAhAAIkPACHPCAEAgw8AId4IQACJDwAh5ghAAIkPACGWCSAAuREAIZwJAQCHDwAhnQlAAIgPACESDQAAtBIAIBAAALUSACAbAAC4EgAgKgAAuxIAIEAAALYSACBBAAC3EgAgQgAAuRIAIEMAALoSACDWBwEAgw8AIZQIAQCDDwAhuQgBAIMPACG8CEAAiQ8AIc8IAQCDDwAh3ghAAIkPACHmCEAAiQ8AIZYJIAC5EQAhnAkBAIcPACGdCUAAiA8AIRINAAD2EgAgEAAA9xIAIBsAAPoSACAqAAD9EgAgQAAA-BIAIEEAAPkSACBCAAD7EgAgQwAA_BIAINYHAQAAAAGUCAEAAAABuQgBAAAAAbwIQAAAAAHPCAEAAAAB3ghAAAAAAeYIQAAAAAGWCSAAAAABnAkBAAAAAZ0JQAAAAAELCQAAyxcAIAoAAMwXACALAADNFwAg1gcBAAAAAZ0JQAAAAAHiCQEAAAAB4wkBAAAAAeQJAQAAAAHlCUAAAAAB5gkgAAAAAecJQAAAAAECAAAA5gIAIFcAAK8YACADAAAADwAgVwAArxgAIFgAALMYACANAAAADwAgCQAAoxcAIAoAAKQXACALAAClFwAgUAAAsxgAINYHAQCDDwAhnQlAAIgPACHiCQEAgw8AIeMJAQCDDwAh5AkBAIMPACHlCUAAiQ8AIeYJIAC5EQAh5wlAAIkPACELCQAAoxcAIAoAAKQXACALAAClFwAg1gcBAIMPACGdCUAAiA8AIeIJAQCDDwAh4wkBAIMPACHkCQEAgw8AIeUJQACJDwAh5gkgALkRACHnCUAAiQ8AIQYFAADYFwAg1gcBAAAAAZ4IAQAAAAHjCAEAAAAB9AhAAAAAAfUIQAAAAAECAAAADQAgVwAAvxgAIAMAAAANACBXAAC_GAAgWAAAvhgAIAFQAACDGgAwCwUAAIENACAGAAD8DQAg0wcAAPIOADDUBwAACwAQ1QcAAPIOADDWBwEAAAABkwgBANkMACGeCAEA2QwAIeMIAQDaDAAh9AhAAOIMACH1CEAA4wwAIQIAAAANACBQAAC-GAAgAgAAALwYACBQAAC9GAAgCdMHAAC7GAAw1AcAALwYABDVBwAAuxgAMNYHAQDZDAAhkwgBANkMACGeCAEA2QwAIeMIAQDaDAAh9AhAAOIMACH1CEAA4wwAIQnTBwAAuxgAMNQHAAC8GAAQ1QcAALsYADDWBwEA2QwAIZMIAQDZDAAhnggBANkMACHjCAEA2gwAIfQIQADiDAAh9QhAAOMMACEF1gcBAIMPACGeCAEAgw8AIeMIAQCDDwAh9AhAAIgPACH1CEAAiQ8AIQYFAADWFwAg1gcBAIMPACGeCAEAgw8AIeMIAQCDDwAh9AhAAIgPACH1CEAAiQ8AIQYFAADYFwAg1gcBAAAAAZ4IAQAAAAHjCAEAAAAB9AhAAAAAAfUIQAAAAAEDVwAAgRoAIIgKAACCGgAgjgoAAAEAIARXAAC0GAAwiAoAALUYADCKCgAAtxgAII4KAAC4GAAwA1cAAK8YACCICgAAsBgAII4KAADmAgAgBFcAAKYYADCICgAApxgAMIoKAACpGAAgjgoAAIgTADAEVwAAnRgAMIgKAACeGAAwigoAAKAYACCOCgAA4RIAMARXAACUGAAwiAoAAJUYADCKCgAAlxgAII4KAACnFQAwBFcAAIsYADCICgAAjBgAMIoKAACOGAAgjgoAAKQQADAEVwAAghgAMIgKAACDGAAwigoAAIUYACCOCgAAnRYAMARXAAD5FwAwiAoAAPoXADCKCgAA_BcAII4KAACIEAAwBFcAAPAXADCICgAA8RcAMIoKAADzFwAgjgoAAMIPADAEVwAA5xcAMIgKAADoFwAwigoAAOoXACCOCgAA5RQAMAAAAAAAAYsKAAAA8gkCB1cAAPQZACBYAAD_GQAgiAoAAPUZACCJCgAA_hkAIIwKAAADACCNCgAAAwAgjgoAAAEAIAtXAACoGQAwWAAArRkAMIgKAACpGQAwiQoAAKoZADCKCgAAqxkAIIsKAACsGQAwjAoAAKwZADCNCgAArBkAMI4KAACsGQAwjwoAAK4ZADCQCgAArxkAMAtXAACcGQAwWAAAoRkAMIgKAACdGQAwiQoAAJ4ZADCKCgAAnxkAIIsKAACgGQAwjAoAAKAZADCNCgAAoBkAMI4KAACgGQAwjwoAAKIZADCQCgAAoxkAMAtXAACTGQAwWAAAlxkAMIgKAACUGQAwiQoAAJUZADCKCgAAlhkAIIsKAAC4GAAwjAoAALgYADCNCgAAuBgAMI4KAAC4GAAwjwoAAJgZADCQCgAAuxgAMAtXAACKGQAwWAAAjhkAMIgKAACLGQAwiQoAAIwZADCKCgAAjRkAIIsKAAC2FwAwjAoAALYXADCNCgAAthcAMI4KAAC2FwAwjwoAAI8ZADCQCgAAuRcAMAtXAACBGQAwWAAAhRkAMIgKAACCGQAwiQoAAIMZADCKCgAAhBkAIIsKAADQFgAwjAoAANAWADCNCgAA0BYAMI4KAADQFgAwjwoAAIYZADCQCgAA0xYAMAtXAAD4GAAwWAAA_BgAMIgKAAD5GAAwiQoAAPoYADCKCgAA-xgAIIsKAACpFgAwjAoAAKkWADCNCgAAqRYAMI4KAACpFgAwjwoAAP0YADCQCgAArBYAMAdXAADzGAAgWAAA9hgAIIgKAAD0GAAgiQoAAPUYACCMCgAAkgIAII0KAACSAgAgjgoAAM4KACALVwAA5xgAMFgAAOwYADCICgAA6BgAMIkKAADpGAAwigoAAOoYACCLCgAA6xgAMIwKAADrGAAwjQoAAOsYADCOCgAA6xgAMI8KAADtGAAwkAoAAO4YADALVwAA2xgAMFgAAOAYADCICgAA3BgAMIkKAADdGAAwigoAAN4YACCLCgAA3xgAMIwKAADfGAAwjQoAAN8YADCOCgAA3xgAMI8KAADhGAAwkAoAAOIYADAHEAIAAAABJAAA5RAAINYHAQAAAAHHCIAAAAAByAhAAAAAAckIAQAAAAHKCAEAAAABAgAAAJkCACBXAADmGAAgAwAAAJkCACBXAADmGAAgWAAA5RgAIAFQAAD9GQAwDAUAAPINACAQAgDdDAAhJAAA8w0AINMHAADxDQAw1AcAAGYAENUHAADxDQAw1gcBAAAAAZ4IAQDhDAAhxwgAANsMACDICEAA4gwAIckIAQDhDAAhyggBANoMACECAAAAmQIAIFAAAOUYACACAAAA4xgAIFAAAOQYACAKEAIA3QwAIdMHAADiGAAw1AcAAOMYABDVBwAA4hgAMNYHAQDZDAAhnggBAOEMACHHCAAA2wwAIMgIQADiDAAhyQgBAOEMACHKCAEA2gwAIQoQAgDdDAAh0wcAAOIYADDUBwAA4xgAENUHAADiGAAw1gcBANkMACGeCAEA4QwAIccIAADbDAAgyAhAAOIMACHJCAEA4QwAIcoIAQDaDAAhBhACAIUPACHWBwEAgw8AIccIgAAAAAHICEAAiA8AIckIAQCHDwAhyggBAIMPACEHEAIAhQ8AISQAAJ8QACDWBwEAgw8AIccIgAAAAAHICEAAiA8AIckIAQCHDwAhyggBAIMPACEHEAIAAAABJAAA5RAAINYHAQAAAAHHCIAAAAAByAhAAAAAAckIAQAAAAHKCAEAAAABC9YHAQAAAAH3BwEAAAABlQgBAAAAAZcIAQAAAAGfCAEAAAABoAgBAAAAAaEIAQAAAAGiCAQAAAABowhAAAAAAaQIAQAAAAGlCEAAAAABAgAAAJYCACBXAADyGAAgAwAAAJYCACBXAADyGAAgWAAA8RgAIAFQAAD8GQAwEAUAAIENACDTBwAA9A0AMNQHAACUAgAQ1QcAAPQNADDWBwEAAAAB9wcBAOAMACGVCAEA4AwAIZcIAQDaDAAhnggBANkMACGfCAEA2gwAIaAIAQDgDAAhoQgBAOAMACGiCAQA9wwAIaMIQADiDAAhpAgBANoMACGlCEAA4wwAIQIAAACWAgAgUAAA8RgAIAIAAADvGAAgUAAA8BgAIA_TBwAA7hgAMNQHAADvGAAQ1QcAAO4YADDWBwEA2QwAIfcHAQDgDAAhlQgBAOAMACGXCAEA2gwAIZ4IAQDZDAAhnwgBANoMACGgCAEA4AwAIaEIAQDgDAAhoggEAPcMACGjCEAA4gwAIaQIAQDaDAAhpQhAAOMMACEP0wcAAO4YADDUBwAA7xgAENUHAADuGAAw1gcBANkMACH3BwEA4AwAIZUIAQDgDAAhlwgBANoMACGeCAEA2QwAIZ8IAQDaDAAhoAgBAOAMACGhCAEA4AwAIaIIBAD3DAAhowhAAOIMACGkCAEA2gwAIaUIQADjDAAhC9YHAQCDDwAh9wcBAIcPACGVCAEAhw8AIZcIAQCDDwAhnwgBAIMPACGgCAEAhw8AIaEIAQCHDwAhoggEAJ4PACGjCEAAiA8AIaQIAQCDDwAhpQhAAIkPACEL1gcBAIMPACH3BwEAhw8AIZUIAQCHDwAhlwgBAIMPACGfCAEAgw8AIaAIAQCHDwAhoQgBAIcPACGiCAQAng8AIaMIQACIDwAhpAgBAIMPACGlCEAAiQ8AIQvWBwEAAAAB9wcBAAAAAZUIAQAAAAGXCAEAAAABnwgBAAAAAaAIAQAAAAGhCAEAAAABoggEAAAAAaMIQAAAAAGkCAEAAAABpQhAAAAAAQk6AADgDwAg1gcBAAAAAf8HQAAAAAGXCAEAAAABqggBAAAAAasIAQAAAAGsCEAAAAABsAgCAAAAAbEIAQAAAAECAAAAzgoAIFcAAPMYACADAAAAkgIAIFcAAPMYACBYAAD3GAAgCwAAAJICACA6AADSDwAgUAAA9xgAINYHAQCDDwAh_wdAAIgPACGXCAEAgw8AIaoIAQCDDwAhqwgBAIMPACGsCEAAiQ8AIbAIAgCFDwAhsQgBAIMPACEJOgAA0g8AINYHAQCDDwAh_wdAAIgPACGXCAEAgw8AIaoIAQCDDwAhqwgBAIMPACGsCEAAiQ8AIbAIAgCFDwAhsQgBAIMPACEGDQAAqhIAILkIAQAAAAG8CEAAAAABzwgBAAAAAZYJAgAAAAGXCQIAAAABAgAAAMgBACBXAACAGQAgAwAAAMgBACBXAACAGQAgWAAA_xgAIAFQAAD7GQAwAgAAAMgBACBQAAD_GAAgAgAAAK0WACBQAAD-GAAgBbkIAQCDDwAhvAhAAIgPACHPCAEAgw8AIZYJAgCFDwAhlwkCAIUPACEGDQAAqBIAILkIAQCDDwAhvAhAAIgPACHPCAEAgw8AIZYJAgCFDwAhlwkCAIUPACEGDQAAqhIAILkIAQAAAAG8CEAAAAABzwgBAAAAAZYJAgAAAAGXCQIAAAABCg0AAJATACAUAACSEwAg1gcBAAAAAaUIQAAAAAG5CAEAAAABvAhAAAAAAc8IAQAAAAHnCEAAAAABngkBAAAAAZ8JAQAAAAECAAAAvwEAIFcAAIkZACADAAAAvwEAIFcAAIkZACBYAACIGQAgAVAAAPoZADACAAAAvwEAIFAAAIgZACACAAAA1BYAIFAAAIcZACAI1gcBAIMPACGlCEAAiQ8AIbkIAQCDDwAhvAhAAIgPACHPCAEAgw8AIecIQACIDwAhngkBAIcPACGfCQEAhw8AIQoNAACBEwAgFAAAgxMAINYHAQCDDwAhpQhAAIkPACG5CAEAgw8AIbwIQACIDwAhzwgBAIMPACHnCEAAiA8AIZ4JAQCHDwAhnwkBAIcPACEKDQAAkBMAIBQAAJITACDWBwEAAAABpQhAAAAAAbkIAQAAAAG8CEAAAAABzwgBAAAAAecIQAAAAAGeCQEAAAABnwkBAAAAAQcIAACdFwAg1gcBAAAAAfYIQAAAAAH3CAEAAAAB-QhAAAAAAaAJAQAAAAHhCQAAAOEJAgIAAAAYACBXAACSGQAgAwAAABgAIFcAAJIZACBYAACRGQAgAVAAAPkZADACAAAAGAAgUAAAkRkAIAIAAAC6FwAgUAAAkBkAIAbWBwEAgw8AIfYIQACIDwAh9wgBAIcPACH5CEAAiQ8AIaAJAQCDDwAh4QkAAJoX4QkiBwgAAJsXACDWBwEAgw8AIfYIQACIDwAh9wgBAIcPACH5CEAAiQ8AIaAJAQCDDwAh4QkAAJoX4QkiBwgAAJ0XACDWBwEAAAAB9ghAAAAAAfcIAQAAAAH5CEAAAAABoAkBAAAAAeEJAAAA4QkCBgYAANcXACDWBwEAAAABkwgBAAAAAeMIAQAAAAH0CEAAAAAB9QhAAAAAAQIAAAANACBXAACbGQAgAwAAAA0AIFcAAJsZACBYAACaGQAgAVAAAPgZADACAAAADQAgUAAAmhkAIAIAAAC8GAAgUAAAmRkAIAXWBwEAgw8AIZMIAQCDDwAh4wgBAIMPACH0CEAAiA8AIfUIQACJDwAhBgYAANUXACDWBwEAgw8AIZMIAQCDDwAh4wgBAIMPACH0CEAAiA8AIfUIQACJDwAhBgYAANcXACDWBwEAAAABkwgBAAAAAeMIAQAAAAH0CEAAAAAB9QhAAAAAARkHAADBGAAgCAAAwhgAIBQAAMMYACAbAADEGAAgJAAAxhgAICsAAMUYACA3AADKGAAgPQAAxxgAIEQAAMgYACBGAADJGAAg1gcBAAAAAaYIAQAAAAHgCAEAAAAB4ggAAADiCALjCAEAAAABnQlAAAAAAegJAQAAAAHpCQEAAAAB6gkBAAAAAesJQAAAAAHsCUAAAAAB7QkBAAAAAe4JAAEAAAHvCQEAAAAB8AkBAAAAAQIAAAAJACBXAACnGQAgAwAAAAkAIFcAAKcZACBYAACmGQAgAVAAAPcZADAeBQAAgQ0AIAcAAPQOACAIAAD1DgAgFAAAjQ4AIBsAAJUOACAkAADzDQAgKwAAlg4AIDcAAJoOACA9AADkDgAgRAAAnw4AIEYAAPgNACDTBwAA8w4AMNQHAAAHABDVBwAA8w4AMNYHAQAAAAGeCAEA2QwAIaYIAQDaDAAh4AgBAAAAAeIIAADMDuIIIuMIAQDaDAAhnQlAAOIMACHoCQEA2gwAIekJAQDaDAAh6gkBANoMACHrCUAA4wwAIewJQADjDAAh7QkBAOAMACHuCQABrQ4AIe8JAQAAAAHwCQEA4AwAIQIAAAAJACBQAACmGQAgAgAAAKQZACBQAAClGQAgE9MHAACjGQAw1AcAAKQZABDVBwAAoxkAMNYHAQDZDAAhnggBANkMACGmCAEA2gwAIeAIAQDaDAAh4ggAAMwO4ggi4wgBANoMACGdCUAA4gwAIegJAQDaDAAh6QkBANoMACHqCQEA2gwAIesJQADjDAAh7AlAAOMMACHtCQEA4AwAIe4JAAGtDgAh7wkBAOAMACHwCQEA4AwAIRPTBwAAoxkAMNQHAACkGQAQ1QcAAKMZADDWBwEA2QwAIZ4IAQDZDAAhpggBANoMACHgCAEA2gwAIeIIAADMDuIIIuMIAQDaDAAhnQlAAOIMACHoCQEA2gwAIekJAQDaDAAh6gkBANoMACHrCUAA4wwAIewJQADjDAAh7QkBAOAMACHuCQABrQ4AIe8JAQDgDAAh8AkBAOAMACEP1gcBAIMPACGmCAEAgw8AIeAIAQCDDwAh4ggAAIcR4ggi4wgBAIMPACGdCUAAiA8AIegJAQCDDwAh6QkBAIMPACHqCQEAgw8AIesJQACJDwAh7AlAAIkPACHtCQEAhw8AIe4JAAHJEwAh7wkBAIcPACHwCQEAhw8AIRkHAADdFwAgCAAA3hcAIBQAAN8XACAbAADgFwAgJAAA4hcAICsAAOEXACA3AADmFwAgPQAA4xcAIEQAAOQXACBGAADlFwAg1gcBAIMPACGmCAEAgw8AIeAIAQCDDwAh4ggAAIcR4ggi4wgBAIMPACGdCUAAiA8AIegJAQCDDwAh6QkBAIMPACHqCQEAgw8AIesJQACJDwAh7AlAAIkPACHtCQEAhw8AIe4JAAHJEwAh7wkBAIcPACHwCQEAhw8AIRkHAADBGAAgCAAAwhgAIBQAAMMYACAbAADEGAAgJAAAxhgAICsAAMUYACA3AADKGAAgPQAAxxgAIEQAAMgYACBGAADJGAAg1gcBAAAAAaYIAQAAAAHgCAEAAAAB4ggAAADiCALjCAEAAAABnQlAAAAAAegJAQAAAAHpCQEAAAAB6gkBAAAAAesJQAAAAAHsCUAAAAAB7QkBAAAAAe4JAAEAAAHvCQEAAAAB8AkBAAAAARQEAAC0GQAgBwAAthkAIAoAALcZACA7AAC4GQAgPAAAuRkAIEUBAAAAAUcAALUZACBIAAC6GQAgSQAAuxkAIEoAALwZACDWBwEAAAAB1wcAAADyCQL0CEAAAAAB9QhAAAAAAaEJAgAAAAGqCQEAAAABsQkBAAAAAeoJAQAAAAHyCQIAAAAB8wkCAAAAAQIAAAABACBXAACzGQAgAwAAAAEAIFcAALMZACBYAACyGQAgAVAAAPYZADAZAQAA8g0AIAQAAPgOACAHAAD0DgAgCgAA6Q0AIDsAAOIOACA8AADjDgAgRQEAAAABRwAA-Q4AIEgAAPoOACBJAAD7DgAgSgAA_A4AINMHAAD2DgAw1AcAAAMAENUHAAD2DgAw1gcBAAAAAdcHAAD3DvIJIvQIQADiDAAh9QhAAOMMACGhCQIA3QwAIaoJAQAAAAGsCQEA4QwAIbEJAQDaDAAh6gkBANoMACHyCQIA3QwAIfMJAgDdDAAhAgAAAAEAIFAAALIZACACAAAAsBkAIFAAALEZACAPRQEA2gwAIdMHAACvGQAw1AcAALAZABDVBwAArxkAMNYHAQDZDAAh1wcAAPcO8gki9AhAAOIMACH1CEAA4wwAIaEJAgDdDAAhqgkBANoMACGsCQEA4QwAIbEJAQDaDAAh6gkBANoMACHyCQIA3QwAIfMJAgDdDAAhD0UBANoMACHTBwAArxkAMNQHAACwGQAQ1QcAAK8ZADDWBwEA2QwAIdcHAAD3DvIJIvQIQADiDAAh9QhAAOMMACGhCQIA3QwAIaoJAQDaDAAhrAkBAOEMACGxCQEA2gwAIeoJAQDaDAAh8gkCAN0MACHzCQIA3QwAIQtFAQCDDwAh1gcBAIMPACHXBwAA0BjyCSL0CEAAiA8AIfUIQACJDwAhoQkCAIUPACGqCQEAgw8AIbEJAQCDDwAh6gkBAIMPACHyCQIAhQ8AIfMJAgCFDwAhFAQAANIYACAHAADUGAAgCgAA1RgAIDsAANYYACA8AADXGAAgRQEAgw8AIUcAANMYACBIAADYGAAgSQAA2RgAIEoAANoYACDWBwEAgw8AIdcHAADQGPIJIvQIQACIDwAh9QhAAIkPACGhCQIAhQ8AIaoJAQCDDwAhsQkBAIMPACHqCQEAgw8AIfIJAgCFDwAh8wkCAIUPACEUBAAAtBkAIAcAALYZACAKAAC3GQAgOwAAuBkAIDwAALkZACBFAQAAAAFHAAC1GQAgSAAAuhkAIEkAALsZACBKAAC8GQAg1gcBAAAAAdcHAAAA8gkC9AhAAAAAAfUIQAAAAAGhCQIAAAABqgkBAAAAAbEJAQAAAAHqCQEAAAAB8gkCAAAAAfMJAgAAAAEEVwAAqBkAMIgKAACpGQAwigoAAKsZACCOCgAArBkAMARXAACcGQAwiAoAAJ0ZADCKCgAAnxkAII4KAACgGQAwBFcAAJMZADCICgAAlBkAMIoKAACWGQAgjgoAALgYADAEVwAAihkAMIgKAACLGQAwigoAAI0ZACCOCgAAthcAMARXAACBGQAwiAoAAIIZADCKCgAAhBkAII4KAADQFgAwBFcAAPgYADCICgAA-RgAMIoKAAD7GAAgjgoAAKkWADADVwAA8xgAIIgKAAD0GAAgjgoAAM4KACAEVwAA5xgAMIgKAADoGAAwigoAAOoYACCOCgAA6xgAMARXAADbGAAwiAoAANwYADCKCgAA3hgAII4KAADfGAAwA1cAAPQZACCICgAA9RkAII4KAAABACAAAwUAAOEPACA6AADiDwAgrAgAAP0OACAAA0UAAL8ZACBGAADAGQAgrggAAP0OACANBgAAzhcAIA0AAMMZACAQAADPGQAgGwAAyRkAICoAANAZACBAAADqGQAgQQAA6xkAIEIAAOwZACBDAADtGQAgvAgAAP0OACDeCAAA_Q4AIOYIAAD9DgAgnAkAAP0OACARFAAAxBkAICQAAL4ZACAqAADNGQAgKwAAyhkAIDgAAM8ZACA5AADPGQAgOgAA5RkAIDsAAOYZACA8AADnGQAgPQAA6BkAID4AAOkZACA_AADMGQAgzAkAAP0OACDNCQAA_Q4AIM8JAAD9DgAg0AkAAP0OACDRCQAA_Q4AIAAAAAAAAAAAAAAAEQ0AAMMZACAOAADDGQAgDwAAxRkAIBEAAMYZACASAADHGQAgEwAAyBkAIBQAAMQZACAbAADJGQAgJAAAvhkAICoAAM0ZACArAADKGQAgLAAAyxkAIDUAAMwZACA2AADMGQAgNwAAzhkAIK4IAAD9DgAgvgkAAP0OACAAEg0AAMMZACARAADUGQAgLQAAzxkAIC4AAM8ZACAwAADVGQAgMQAA1hkAIDIAANcZACAzAADTGQAgNAAA2BkAILkIAAD9DgAgjgkAAP0OACC8CQAA_Q4AIL4JAAD9DgAgvwkAAP0OACDBCQAA_Q4AIMIJAAD9DgAgwwkAAP0OACDECQAA_Q4AIAkBAADSGQAgFwAA0xkAIC8AANEZACCWCAAA_Q4AIKsJAAD9DgAgrAkAAP0OACCtCQAA_Q4AIK4JAAD9DgAgrwkAAP0OACAAAAAAAAAABQ0AAMMZACAQAADPGQAgJgAA0BkAIKAIAAD9DgAgrggAAP0OACAOBgAAzhcAIA0AAMMZACAQAADPGQAgHAAA2xkAIB0AANsZACAkAAC-GQAgKgAA0BkAIPkHAAD9DgAguwgAAP0OACC8CAAA_Q4AINwIAAD9DgAg3QgAAP0OACDnCAAA_Q4AIOgIAAD9DgAgASgAAOgPACAAAR8AAPwQACAABAUAAOEPACAkAAC-GQAgnggAAP0OACDJCAAA_Q4AIAwGAADOFwAgEAAAzxkAIBUAAMIZACAXAADjGQAgGAAA2RkAIBoAAOQZACCACQAA_Q4AII4JAAD9DgAgkAkAAP0OACCRCQAA_Q4AIJIJAAD9DgAglAkAAP0OACADEAAAzxkAIBgAANkZACCJCAAA_Q4AIAAAAAAAAAAGBQAA4Q8AIA0AAMMZACAUAADEGQAgpQgAAP0OACCeCQAA_Q4AIJ8JAAD9DgAgAAAABwYAAM4XACAJAADPFwAgCgAA0BcAIAsAANEXACCTCAAA_Q4AIOUJAAD9DgAg5wkAAP0OACAAAAAAABUBAAC9GQAgBwAAthkAIAoAALcZACA7AAC4GQAgPAAAuRkAIEUBAAAAAUcAALUZACBIAAC6GQAgSQAAuxkAIEoAALwZACDWBwEAAAAB1wcAAADyCQL0CEAAAAAB9QhAAAAAAaEJAgAAAAGqCQEAAAABrAkBAAAAAbEJAQAAAAHqCQEAAAAB8gkCAAAAAfMJAgAAAAECAAAAAQAgVwAA9BkAIAtFAQAAAAHWBwEAAAAB1wcAAADyCQL0CEAAAAAB9QhAAAAAAaEJAgAAAAGqCQEAAAABsQkBAAAAAeoJAQAAAAHyCQIAAAAB8wkCAAAAAQ_WBwEAAAABpggBAAAAAeAIAQAAAAHiCAAAAOIIAuMIAQAAAAGdCUAAAAAB6AkBAAAAAekJAQAAAAHqCQEAAAAB6wlAAAAAAewJQAAAAAHtCQEAAAAB7gkAAQAAAe8JAQAAAAHwCQEAAAABBdYHAQAAAAGTCAEAAAAB4wgBAAAAAfQIQAAAAAH1CEAAAAABBtYHAQAAAAH2CEAAAAAB9wgBAAAAAfkIQAAAAAGgCQEAAAAB4QkAAADhCQII1gcBAAAAAaUIQAAAAAG5CAEAAAABvAhAAAAAAc8IAQAAAAHnCEAAAAABngkBAAAAAZ8JAQAAAAEFuQgBAAAAAbwIQAAAAAHPCAEAAAABlgkCAAAAAZcJAgAAAAEL1gcBAAAAAfcHAQAAAAGVCAEAAAABlwgBAAAAAZ8IAQAAAAGgCAEAAAABoQgBAAAAAaIIBAAAAAGjCEAAAAABpAgBAAAAAaUIQAAAAAEGEAIAAAAB1gcBAAAAAccIgAAAAAHICEAAAAAByQgBAAAAAcoIAQAAAAEDAAAAAwAgVwAA9BkAIFgAAIAaACAXAAAAAwAgAQAA0RgAIAcAANQYACAKAADVGAAgOwAA1hgAIDwAANcYACBFAQCDDwAhRwAA0xgAIEgAANgYACBJAADZGAAgSgAA2hgAIFAAAIAaACDWBwEAgw8AIdcHAADQGPIJIvQIQACIDwAh9QhAAIkPACGhCQIAhQ8AIaoJAQCDDwAhrAkBAIcPACGxCQEAgw8AIeoJAQCDDwAh8gkCAIUPACHzCQIAhQ8AIRUBAADRGAAgBwAA1BgAIAoAANUYACA7AADWGAAgPAAA1xgAIEUBAIMPACFHAADTGAAgSAAA2BgAIEkAANkYACBKAADaGAAg1gcBAIMPACHXBwAA0BjyCSL0CEAAiA8AIfUIQACJDwAhoQkCAIUPACGqCQEAgw8AIawJAQCHDwAhsQkBAIMPACHqCQEAgw8AIfIJAgCFDwAh8wkCAIUPACEVAQAAvRkAIAQAALQZACAHAAC2GQAgCgAAtxkAIDsAALgZACA8AAC5GQAgRQEAAAABSAAAuhkAIEkAALsZACBKAAC8GQAg1gcBAAAAAdcHAAAA8gkC9AhAAAAAAfUIQAAAAAGhCQIAAAABqgkBAAAAAawJAQAAAAGxCQEAAAAB6gkBAAAAAfIJAgAAAAHzCQIAAAABAgAAAAEAIFcAAIEaACAF1gcBAAAAAZ4IAQAAAAHjCAEAAAAB9AhAAAAAAfUIQAAAAAEK1gcBAAAAAZQIAQAAAAG5CAEAAAABvAhAAAAAAc8IAQAAAAHeCEAAAAAB5ghAAAAAAZYJIAAAAAGcCQEAAAABnQlAAAAAARLWBwEAAAAB9gcBAAAAAfgHAAAAjQkClAgBAAAAAakIAgAAAAG-CAAAmxIAIOYIQAAAAAGACRAAAAABiwkBAAAAAY0JQAAAAAGOCUAAAAABjwkgAAAAAZAJEAAAAAGRCRAAAAABkgkgAAAAAZMJIAAAAAGUCQEAAAABlQmAAAAAARnWBwEAAAAB-QcQAAAAAZQIAQAAAAGeCAEAAAABpggBAAAAAacIAQAAAAGwCAIAAAABuQgBAAAAAbsIAQAAAAG8CEAAAAABzwgBAAAAAdwIAQAAAAHdCAEAAAAB3ghAAAAAAd8IQAAAAAHgCAEAAAAB4ggAAADiCALjCAEAAAAB5AgBAAAAAeUIAQAAAAHmCEAAAAAB5whAAAAAAegIIAAAAAHpCAIAAAAB6giAAAAAAQ_WBwEAAAABlAgBAAAAAakIAQAAAAG4CAEAAAABuQgBAAAAAcMIAQAAAAHECAIAAAABxQgCAAAAAc4IAQAAAAHPCAEAAAAB0AhAAAAAAdEIAgAAAAHSCIAAAAAB0wgBAAAAAdQIAQAAAAEP1gcBAAAAAbkIAQAAAAG7CAEAAAAB8AgQAAAAAfEIIAAAAAHyCAIAAAAB8whAAAAAAfQIQAAAAAH1CEAAAAAB9ghAAAAAAfcIAQAAAAH4CAEAAAAB-QhAAAAAAfoIAQAAAAH7CAEAAAABA_YHAQAAAAG1CAEAAAABuAgBAAAAAQSICEAAAAABlAgBAAAAAaYIAQAAAAGnCAEAAAABDNYHAQAAAAHbBwAAAJkIAvcHAQAAAAGUCAEAAAABlQgBAAAAAZYIAQAAAAGXCAEAAAABmQhAAAAAAZoIAQAAAAGbCEAAAAABnAgBAAAAAZ0IAgAAAAEDAAAAAwAgVwAAgRoAIFgAAI4aACAXAAAAAwAgAQAA0RgAIAQAANIYACAHAADUGAAgCgAA1RgAIDsAANYYACA8AADXGAAgRQEAgw8AIUgAANgYACBJAADZGAAgSgAA2hgAIFAAAI4aACDWBwEAgw8AIdcHAADQGPIJIvQIQACIDwAh9QhAAIkPACGhCQIAhQ8AIaoJAQCDDwAhrAkBAIcPACGxCQEAgw8AIeoJAQCDDwAh8gkCAIUPACHzCQIAhQ8AIRUBAADRGAAgBAAA0hgAIAcAANQYACAKAADVGAAgOwAA1hgAIDwAANcYACBFAQCDDwAhSAAA2BgAIEkAANkYACBKAADaGAAg1gcBAIMPACHXBwAA0BjyCSL0CEAAiA8AIfUIQACJDwAhoQkCAIUPACGqCQEAgw8AIawJAQCHDwAhsQkBAIMPACHqCQEAgw8AIfIJAgCFDwAh8wkCAIUPACEVAQAAvRkAIAQAALQZACAKAAC3GQAgOwAAuBkAIDwAALkZACBFAQAAAAFHAAC1GQAgSAAAuhkAIEkAALsZACBKAAC8GQAg1gcBAAAAAdcHAAAA8gkC9AhAAAAAAfUIQAAAAAGhCQIAAAABqgkBAAAAAawJAQAAAAGxCQEAAAAB6gkBAAAAAfIJAgAAAAHzCQIAAAABAgAAAAEAIFcAAI8aACAaBQAAwBgAIAgAAMIYACAUAADDGAAgGwAAxBgAICQAAMYYACArAADFGAAgNwAAyhgAID0AAMcYACBEAADIGAAgRgAAyRgAINYHAQAAAAGeCAEAAAABpggBAAAAAeAIAQAAAAHiCAAAAOIIAuMIAQAAAAGdCUAAAAAB6AkBAAAAAekJAQAAAAHqCQEAAAAB6wlAAAAAAewJQAAAAAHtCQEAAAAB7gkAAQAAAe8JAQAAAAHwCQEAAAABAgAAAAkAIFcAAJEaACADAAAAAwAgVwAAjxoAIFgAAJUaACAXAAAAAwAgAQAA0RgAIAQAANIYACAKAADVGAAgOwAA1hgAIDwAANcYACBFAQCDDwAhRwAA0xgAIEgAANgYACBJAADZGAAgSgAA2hgAIFAAAJUaACDWBwEAgw8AIdcHAADQGPIJIvQIQACIDwAh9QhAAIkPACGhCQIAhQ8AIaoJAQCDDwAhrAkBAIcPACGxCQEAgw8AIeoJAQCDDwAh8gkCAIUPACHzCQIAhQ8AIRUBAADRGAAgBAAA0hgAIAoAANUYACA7AADWGAAgPAAA1xgAIEUBAIMPACFHAADTGAAgSAAA2BgAIEkAANkYACBKAADaGAAg1gcBAIMPACHXBwAA0BjyCSL0CEAAiA8AIfUIQACJDwAhoQkCAIUPACGqCQEAgw8AIawJAQCHDwAhsQkBAIMPACHqCQEAgw8AIfIJAgCFDwAh8wkCAIUPACEDAAAABwAgVwAAkRoAIFgAAJgaACAcAAAABwAgBQAA3BcAIAgAAN4XACAUAADfFwAgGwAA4BcAICQAAOIXACArAADhFwAgNwAA5hcAID0AAOMXACBEAADkFwAgRgAA5RcAIFAAAJgaACDWBwEAgw8AIZ4IAQCDDwAhpggBAIMPACHgCAEAgw8AIeIIAACHEeIIIuMIAQCDDwAhnQlAAIgPACHoCQEAgw8AIekJAQCDDwAh6gkBAIMPACHrCUAAiQ8AIewJQACJDwAh7QkBAIcPACHuCQAByRMAIe8JAQCHDwAh8AkBAIcPACEaBQAA3BcAIAgAAN4XACAUAADfFwAgGwAA4BcAICQAAOIXACArAADhFwAgNwAA5hcAID0AAOMXACBEAADkFwAgRgAA5RcAINYHAQCDDwAhnggBAIMPACGmCAEAgw8AIeAIAQCDDwAh4ggAAIcR4ggi4wgBAIMPACGdCUAAiA8AIegJAQCDDwAh6QkBAIMPACHqCQEAgw8AIesJQACJDwAh7AlAAIkPACHtCQEAhw8AIe4JAAHJEwAh7wkBAIcPACHwCQEAhw8AIRoFAADAGAAgBwAAwRgAIBQAAMMYACAbAADEGAAgJAAAxhgAICsAAMUYACA3AADKGAAgPQAAxxgAIEQAAMgYACBGAADJGAAg1gcBAAAAAZ4IAQAAAAGmCAEAAAAB4AgBAAAAAeIIAAAA4ggC4wgBAAAAAZ0JQAAAAAHoCQEAAAAB6QkBAAAAAeoJAQAAAAHrCUAAAAAB7AlAAAAAAe0JAQAAAAHuCQABAAAB7wkBAAAAAfAJAQAAAAECAAAACQAgVwAAmRoAIAWQCAEAAAABnQlAAAAAAd0JAQAAAAHeCUAAAAAB3wkBAAAAAQbWBwEAAAABnggBAAAAAfYIQAAAAAH3CAEAAAAB-QhAAAAAAeEJAAAA4QkCBOsIAQAAAAGhCQIAAAABoglAAAAAAaMJAQAAAAEDAAAABwAgVwAAmRoAIFgAAKAaACAcAAAABwAgBQAA3BcAIAcAAN0XACAUAADfFwAgGwAA4BcAICQAAOIXACArAADhFwAgNwAA5hcAID0AAOMXACBEAADkFwAgRgAA5RcAIFAAAKAaACDWBwEAgw8AIZ4IAQCDDwAhpggBAIMPACHgCAEAgw8AIeIIAACHEeIIIuMIAQCDDwAhnQlAAIgPACHoCQEAgw8AIekJAQCDDwAh6gkBAIMPACHrCUAAiQ8AIewJQACJDwAh7QkBAIcPACHuCQAByRMAIe8JAQCHDwAh8AkBAIcPACEaBQAA3BcAIAcAAN0XACAUAADfFwAgGwAA4BcAICQAAOIXACArAADhFwAgNwAA5hcAID0AAOMXACBEAADkFwAgRgAA5RcAINYHAQCDDwAhnggBAIMPACGmCAEAgw8AIeAIAQCDDwAh4ggAAIcR4ggi4wgBAIMPACGdCUAAiA8AIegJAQCDDwAh6QkBAIMPACHqCQEAgw8AIesJQACJDwAh7AlAAIkPACHtCQEAhw8AIe4JAAHJEwAh7wkBAIcPACHwCQEAhw8AIRUBAAC9GQAgBAAAtBkAIAcAALYZACA7AAC4GQAgPAAAuRkAIEUBAAAAAUcAALUZACBIAAC6GQAgSQAAuxkAIEoAALwZACDWBwEAAAAB1wcAAADyCQL0CEAAAAAB9QhAAAAAAaEJAgAAAAGqCQEAAAABrAkBAAAAAbEJAQAAAAHqCQEAAAAB8gkCAAAAAfMJAgAAAAECAAAAAQAgVwAAoRoAIAwGAADKFwAgCQAAyxcAIAsAAM0XACDWBwEAAAABkwgBAAAAAZ0JQAAAAAHiCQEAAAAB4wkBAAAAAeQJAQAAAAHlCUAAAAAB5gkgAAAAAecJQAAAAAECAAAA5gIAIFcAAKMaACADAAAAAwAgVwAAoRoAIFgAAKcaACAXAAAAAwAgAQAA0RgAIAQAANIYACAHAADUGAAgOwAA1hgAIDwAANcYACBFAQCDDwAhRwAA0xgAIEgAANgYACBJAADZGAAgSgAA2hgAIFAAAKcaACDWBwEAgw8AIdcHAADQGPIJIvQIQACIDwAh9QhAAIkPACGhCQIAhQ8AIaoJAQCDDwAhrAkBAIcPACGxCQEAgw8AIeoJAQCDDwAh8gkCAIUPACHzCQIAhQ8AIRUBAADRGAAgBAAA0hgAIAcAANQYACA7AADWGAAgPAAA1xgAIEUBAIMPACFHAADTGAAgSAAA2BgAIEkAANkYACBKAADaGAAg1gcBAIMPACHXBwAA0BjyCSL0CEAAiA8AIfUIQACJDwAhoQkCAIUPACGqCQEAgw8AIawJAQCHDwAhsQkBAIMPACHqCQEAgw8AIfIJAgCFDwAh8wkCAIUPACEDAAAADwAgVwAAoxoAIFgAAKoaACAOAAAADwAgBgAAohcAIAkAAKMXACALAAClFwAgUAAAqhoAINYHAQCDDwAhkwgBAIcPACGdCUAAiA8AIeIJAQCDDwAh4wkBAIMPACHkCQEAgw8AIeUJQACJDwAh5gkgALkRACHnCUAAiQ8AIQwGAACiFwAgCQAAoxcAIAsAAKUXACDWBwEAgw8AIZMIAQCHDwAhnQlAAIgPACHiCQEAgw8AIeMJAQCDDwAh5AkBAIMPACHlCUAAiQ8AIeYJIAC5EQAh5wlAAIkPACEMBgAAyhcAIAoAAMwXACALAADNFwAg1gcBAAAAAZMIAQAAAAGdCUAAAAAB4gkBAAAAAeMJAQAAAAHkCQEAAAAB5QlAAAAAAeYJIAAAAAHnCUAAAAABAgAAAOYCACBXAACrGgAgAwAAAA8AIFcAAKsaACBYAACvGgAgDgAAAA8AIAYAAKIXACAKAACkFwAgCwAApRcAIFAAAK8aACDWBwEAgw8AIZMIAQCHDwAhnQlAAIgPACHiCQEAgw8AIeMJAQCDDwAh5AkBAIMPACHlCUAAiQ8AIeYJIAC5EQAh5wlAAIkPACEMBgAAohcAIAoAAKQXACALAAClFwAg1gcBAIMPACGTCAEAhw8AIZ0JQACIDwAh4gkBAIMPACHjCQEAgw8AIeQJAQCDDwAh5QlAAIkPACHmCSAAuREAIecJQACJDwAhFRQAAPcWACAkAAD5FgAgKgAA_hYAICsAAPgWACA4AACAFwAgOQAA9BYAIDsAAPYWACA8AAD6FgAgPQAA-xYAID4AAPwWACA_AAD9FgAg1gcBAAAAAaoIAQAAAAHrCAEAAAABnQlAAAAAAcwJAQAAAAHNCQEAAAABzgkgAAAAAc8JQAAAAAHQCQEAAAAB0QkBAAAAAQIAAAAqACBXAACwGgAgFg0AAIUXACAOAADkFgAgEQAA5hYAIBIAAOcWACATAADoFgAgFAAA6RYAIBsAAOoWACAkAADsFgAgKgAA8BYAICsAAOsWACAsAADtFgAgNQAA7hYAIDYAAO8WACA3AADxFgAg1gcBAAAAAakIAgAAAAGtCEAAAAABrggBAAAAAbkIAQAAAAG0CQEAAAABvgkBAAAAAcsJgAAAAAECAAAAuwEAIFcAALIaACADAAAAJQAgVwAAshoAIFgAALYaACAYAAAAJQAgDQAA0hQAIA4AANMUACARAADVFAAgEgAA1hQAIBMAANcUACAUAADYFAAgGwAA2RQAICQAANsUACAqAADfFAAgKwAA2hQAICwAANwUACA1AADdFAAgNgAA3hQAIDcAAOAUACBQAAC2GgAg1gcBAIMPACGpCAIAhQ8AIa0IQACIDwAhrggBAIcPACG5CAEAgw8AIbQJAQCDDwAhvgkBAIcPACHLCYAAAAABFg0AANIUACAOAADTFAAgEQAA1RQAIBIAANYUACATAADXFAAgFAAA2BQAIBsAANkUACAkAADbFAAgKgAA3xQAICsAANoUACAsAADcFAAgNQAA3RQAIDYAAN4UACA3AADgFAAg1gcBAIMPACGpCAIAhQ8AIa0IQACIDwAhrggBAIcPACG5CAEAgw8AIbQJAQCDDwAhvgkBAIcPACHLCYAAAAABFg0AAIUXACAPAADlFgAgEQAA5hYAIBIAAOcWACATAADoFgAgFAAA6RYAIBsAAOoWACAkAADsFgAgKgAA8BYAICsAAOsWACAsAADtFgAgNQAA7hYAIDYAAO8WACA3AADxFgAg1gcBAAAAAakIAgAAAAGtCEAAAAABrggBAAAAAbkIAQAAAAG0CQEAAAABvgkBAAAAAcsJgAAAAAECAAAAuwEAIFcAALcaACAH1gcBAAAAAakIAgAAAAGtCEAAAAABrggBAAAAAbQJAQAAAAG-CQEAAAABywmAAAAAAQjWBwEAAAABnggBAAAAAaUIQAAAAAG8CEAAAAABzwgBAAAAAecIQAAAAAGeCQEAAAABnwkBAAAAAQrWBwEAAAABkwgBAAAAAZQIAQAAAAG8CEAAAAABzwgBAAAAAd4IQAAAAAHmCEAAAAABlgkgAAAAAZwJAQAAAAGdCUAAAAABGdYHAQAAAAH5BxAAAAABkwgBAAAAAZQIAQAAAAGeCAEAAAABpggBAAAAAacIAQAAAAGwCAIAAAABuwgBAAAAAbwIQAAAAAHPCAEAAAAB3AgBAAAAAd0IAQAAAAHeCEAAAAAB3whAAAAAAeAIAQAAAAHiCAAAAOIIAuMIAQAAAAHkCAEAAAAB5QgBAAAAAeYIQAAAAAHnCEAAAAAB6AggAAAAAekIAgAAAAHqCIAAAAABD9YHAQAAAAGTCAEAAAABlAgBAAAAAakIAQAAAAG4CAEAAAABwwgBAAAAAcQIAgAAAAHFCAIAAAABzggBAAAAAc8IAQAAAAHQCEAAAAAB0QgCAAAAAdIIgAAAAAHTCAEAAAAB1AgBAAAAAQWeCAEAAAABvAhAAAAAAc8IAQAAAAGWCQIAAAABlwkCAAAAAQ_WBwEAAAABkwgBAAAAAbsIAQAAAAHwCBAAAAAB8QggAAAAAfIIAgAAAAHzCEAAAAAB9AhAAAAAAfUIQAAAAAH2CEAAAAAB9wgBAAAAAfgIAQAAAAH5CEAAAAAB-ggBAAAAAfsIAQAAAAEL1gcBAAAAAYAIAQAAAAGBCAABAAABgghAAAAAAYMIAQAAAAGFCEAAAAAB6wgBAAAAAewIAQAAAAHtCIAAAAAB7ggBAAAAAe8IAQAAAAEO1gcBAAAAAdsHAAAAvgkC6wgBAAAAAY4JQAAAAAGdCUAAAAABsAkCAAAAAbwJAQAAAAG-CQEAAAABvwkBAAAAAcAJAQAAAAHBCQEAAAABwgkBAAAAAcMJQAAAAAHECQEAAAABDdYHAQAAAAGUCAEAAAABoAgBAAAAAaoIAQAAAAGtCEAAAAABrggBAAAAAa8IAQAAAAG6CAIAAAABuwgBAAAAAbwIQAAAAAG9CIAAAAABvggAAJAQACC_CAIAAAABAwAAACUAIFcAALcaACBYAADFGgAgGAAAACUAIA0AANIUACAPAADUFAAgEQAA1RQAIBIAANYUACATAADXFAAgFAAA2BQAIBsAANkUACAkAADbFAAgKgAA3xQAICsAANoUACAsAADcFAAgNQAA3RQAIDYAAN4UACA3AADgFAAgUAAAxRoAINYHAQCDDwAhqQgCAIUPACGtCEAAiA8AIa4IAQCHDwAhuQgBAIMPACG0CQEAgw8AIb4JAQCHDwAhywmAAAAAARYNAADSFAAgDwAA1BQAIBEAANUUACASAADWFAAgEwAA1xQAIBQAANgUACAbAADZFAAgJAAA2xQAICoAAN8UACArAADaFAAgLAAA3BQAIDUAAN0UACA2AADeFAAgNwAA4BQAINYHAQCDDwAhqQgCAIUPACGtCEAAiA8AIa4IAQCHDwAhuQgBAIMPACG0CQEAgw8AIb4JAQCHDwAhywmAAAAAAQnWBwEAAAABqggBAAAAAesIAQAAAAGdCUAAAAABzAkBAAAAAc4JIAAAAAHPCUAAAAAB0AkBAAAAAdEJAQAAAAEEgQgAAQAAAdYIAQAAAAHXCAIAAAABqgkBAAAAAQP3BwEAAAABoQkCAAAAAcoJgAAAAAEFxwiAAAAAAfwIAQAAAAGhCQIAAAAByAkBAAAAAckJAQAAAAEK1gcBAAAAAZMIAQAAAAG5CAEAAAABvAhAAAAAAc8IAQAAAAHeCEAAAAAB5ghAAAAAAZYJIAAAAAGcCQEAAAABnQlAAAAAARLWBwEAAAAB9gcBAAAAAfgHAAAAjQkCkwgBAAAAAakIAgAAAAG-CAAAmxIAIOYIQAAAAAGACRAAAAABiwkBAAAAAY0JQAAAAAGOCUAAAAABjwkgAAAAAZAJEAAAAAGRCRAAAAABkgkgAAAAAZMJIAAAAAGUCQEAAAABlQmAAAAAARnWBwEAAAAB-QcQAAAAAZMIAQAAAAGeCAEAAAABpggBAAAAAacIAQAAAAGwCAIAAAABuQgBAAAAAbsIAQAAAAG8CEAAAAABzwgBAAAAAdwIAQAAAAHdCAEAAAAB3ghAAAAAAd8IQAAAAAHgCAEAAAAB4ggAAADiCALjCAEAAAAB5AgBAAAAAeUIAQAAAAHmCEAAAAAB5whAAAAAAegIIAAAAAHpCAIAAAAB6giAAAAAAQ_WBwEAAAABkwgBAAAAAakIAQAAAAG4CAEAAAABuQgBAAAAAcMIAQAAAAHECAIAAAABxQgCAAAAAc4IAQAAAAHPCAEAAAAB0AhAAAAAAdEIAgAAAAHSCIAAAAAB0wgBAAAAAdQIAQAAAAEJ1gcBAAAAAYgIQAAAAAGJCAEAAAABiggBAAAAAbsIAQAAAAH8CAEAAAABgwmAAAAAAYQJAQAAAAGFCYAAAAABDtYHAQAAAAHbBwAAAL4JArkIAQAAAAHrCAEAAAABjglAAAAAAZ0JQAAAAAGwCQIAAAABvgkBAAAAAb8JAQAAAAHACQEAAAABwQkBAAAAAcIJAQAAAAHDCUAAAAABxAkBAAAAAQ7WBwEAAAAB2wcAAAC-CQK5CAEAAAAB6wgBAAAAAY4JQAAAAAGdCUAAAAABsAkCAAAAAbwJAQAAAAG-CQEAAAABvwkBAAAAAcAJAQAAAAHBCQEAAAABwgkBAAAAAcMJQAAAAAEN1gcBAAAAAaAIAQAAAAGqCAEAAAABrQhAAAAAAa4IAQAAAAGvCAEAAAABuQgBAAAAAboIAgAAAAG7CAEAAAABvAhAAAAAAb0IgAAAAAG-CAAAkBAAIL8IAgAAAAEM1gcBAAAAAdsHAAAAmQgC9wcBAAAAAZMIAQAAAAGVCAEAAAABlggBAAAAAZcIAQAAAAGZCEAAAAABmggBAAAAAZsIQAAAAAGcCAEAAAABnQgCAAAAAQMAAAAnACBXAACwGgAgWAAA1RoAIBcAAAAnACAUAADzFQAgJAAA9RUAICoAAPoVACArAAD0FQAgOAAA8BUAIDkAAIQXACA7AADyFQAgPAAA9hUAID0AAPcVACA-AAD4FQAgPwAA-RUAIFAAANUaACDWBwEAgw8AIaoIAQCDDwAh6wgBAIMPACGdCUAAiA8AIcwJAQCHDwAhzQkBAIcPACHOCSAAuREAIc8JQACJDwAh0AkBAIcPACHRCQEAhw8AIRUUAADzFQAgJAAA9RUAICoAAPoVACArAAD0FQAgOAAA8BUAIDkAAIQXACA7AADyFQAgPAAA9hUAID0AAPcVACA-AAD4FQAgPwAA-RUAINYHAQCDDwAhqggBAIMPACHrCAEAgw8AIZ0JQACIDwAhzAkBAIcPACHNCQEAhw8AIc4JIAC5EQAhzwlAAIkPACHQCQEAhw8AIdEJAQCHDwAhFg0AAIUXACAOAADkFgAgDwAA5RYAIBIAAOcWACATAADoFgAgFAAA6RYAIBsAAOoWACAkAADsFgAgKgAA8BYAICsAAOsWACAsAADtFgAgNQAA7hYAIDYAAO8WACA3AADxFgAg1gcBAAAAAakIAgAAAAGtCEAAAAABrggBAAAAAbkIAQAAAAG0CQEAAAABvgkBAAAAAcsJgAAAAAECAAAAuwEAIFcAANYaACADAAAAJQAgVwAA1hoAIFgAANoaACAYAAAAJQAgDQAA0hQAIA4AANMUACAPAADUFAAgEgAA1hQAIBMAANcUACAUAADYFAAgGwAA2RQAICQAANsUACAqAADfFAAgKwAA2hQAICwAANwUACA1AADdFAAgNgAA3hQAIDcAAOAUACBQAADaGgAg1gcBAIMPACGpCAIAhQ8AIa0IQACIDwAhrggBAIcPACG5CAEAgw8AIbQJAQCDDwAhvgkBAIcPACHLCYAAAAABFg0AANIUACAOAADTFAAgDwAA1BQAIBIAANYUACATAADXFAAgFAAA2BQAIBsAANkUACAkAADbFAAgKgAA3xQAICsAANoUACAsAADcFAAgNQAA3RQAIDYAAN4UACA3AADgFAAg1gcBAIMPACGpCAIAhQ8AIa0IQACIDwAhrggBAIcPACG5CAEAgw8AIbQJAQCDDwAhvgkBAIcPACHLCYAAAAABFg0AAIUXACAOAADkFgAgDwAA5RYAIBEAAOYWACATAADoFgAgFAAA6RYAIBsAAOoWACAkAADsFgAgKgAA8BYAICsAAOsWACAsAADtFgAgNQAA7hYAIDYAAO8WACA3AADxFgAg1gcBAAAAAakIAgAAAAGtCEAAAAABrggBAAAAAbkIAQAAAAG0CQEAAAABvgkBAAAAAcsJgAAAAAECAAAAuwEAIFcAANsaACADAAAAJQAgVwAA2xoAIFgAAN8aACAYAAAAJQAgDQAA0hQAIA4AANMUACAPAADUFAAgEQAA1RQAIBMAANcUACAUAADYFAAgGwAA2RQAICQAANsUACAqAADfFAAgKwAA2hQAICwAANwUACA1AADdFAAgNgAA3hQAIDcAAOAUACBQAADfGgAg1gcBAIMPACGpCAIAhQ8AIa0IQACIDwAhrggBAIcPACG5CAEAgw8AIbQJAQCDDwAhvgkBAIcPACHLCYAAAAABFg0AANIUACAOAADTFAAgDwAA1BQAIBEAANUUACATAADXFAAgFAAA2BQAIBsAANkUACAkAADbFAAgKgAA3xQAICsAANoUACAsAADcFAAgNQAA3RQAIDYAAN4UACA3AADgFAAg1gcBAIMPACGpCAIAhQ8AIa0IQACIDwAhrggBAIcPACG5CAEAgw8AIbQJAQCDDwAhvgkBAIcPACHLCYAAAAABFg0AAIUXACAOAADkFgAgDwAA5RYAIBEAAOYWACASAADnFgAgFAAA6RYAIBsAAOoWACAkAADsFgAgKgAA8BYAICsAAOsWACAsAADtFgAgNQAA7hYAIDYAAO8WACA3AADxFgAg1gcBAAAAAakIAgAAAAGtCEAAAAABrggBAAAAAbkIAQAAAAG0CQEAAAABvgkBAAAAAcsJgAAAAAECAAAAuwEAIFcAAOAaACADAAAAJQAgVwAA4BoAIFgAAOQaACAYAAAAJQAgDQAA0hQAIA4AANMUACAPAADUFAAgEQAA1RQAIBIAANYUACAUAADYFAAgGwAA2RQAICQAANsUACAqAADfFAAgKwAA2hQAICwAANwUACA1AADdFAAgNgAA3hQAIDcAAOAUACBQAADkGgAg1gcBAIMPACGpCAIAhQ8AIa0IQACIDwAhrggBAIcPACG5CAEAgw8AIbQJAQCDDwAhvgkBAIcPACHLCYAAAAABFg0AANIUACAOAADTFAAgDwAA1BQAIBEAANUUACASAADWFAAgFAAA2BQAIBsAANkUACAkAADbFAAgKgAA3xQAICsAANoUACAsAADcFAAgNQAA3RQAIDYAAN4UACA3AADgFAAg1gcBAIMPACGpCAIAhQ8AIa0IQACIDwAhrggBAIcPACG5CAEAgw8AIbQJAQCDDwAhvgkBAIcPACHLCYAAAAABFg0AAIUXACAOAADkFgAgDwAA5RYAIBEAAOYWACASAADnFgAgEwAA6BYAIBQAAOkWACAbAADqFgAgJAAA7BYAICoAAPAWACArAADrFgAgLAAA7RYAIDUAAO4WACA3AADxFgAg1gcBAAAAAakIAgAAAAGtCEAAAAABrggBAAAAAbkIAQAAAAG0CQEAAAABvgkBAAAAAcsJgAAAAAECAAAAuwEAIFcAAOUaACAWDQAAhRcAIA4AAOQWACAPAADlFgAgEQAA5hYAIBIAAOcWACATAADoFgAgFAAA6RYAIBsAAOoWACAkAADsFgAgKgAA8BYAICsAAOsWACAsAADtFgAgNgAA7xYAIDcAAPEWACDWBwEAAAABqQgCAAAAAa0IQAAAAAGuCAEAAAABuQgBAAAAAbQJAQAAAAG-CQEAAAABywmAAAAAAQIAAAC7AQAgVwAA5xoAIBUUAAD3FgAgJAAA-RYAICoAAP4WACArAAD4FgAgOAAAgBcAIDkAAPQWACA6AAD1FgAgOwAA9hYAIDwAAPoWACA9AAD7FgAgPgAA_BYAINYHAQAAAAGqCAEAAAAB6wgBAAAAAZ0JQAAAAAHMCQEAAAABzQkBAAAAAc4JIAAAAAHPCUAAAAAB0AkBAAAAAdEJAQAAAAECAAAAKgAgVwAA6RoAIAj_B0AAAAABgQgAAQAAAbAIAgAAAAGxCAEAAAAB1ggBAAAAAdcIAgAAAAGqCQEAAAABuwkBAAAAAQiBCAABAAABsAgCAAAAAdYIAQAAAAHXCAIAAAABiQlAAAAAAaoJAQAAAAG3CQEAAAABuAkBAAAAAQSgCQEAAAABqgkBAAAAAbEJAQAAAAG2CUAAAAABB54JAQAAAAGgCQEAAAABsAkCAAAAAbEJAQAAAAGzCQAAALMJA7QJAQAAAAG1CUAAAAABC9YHAQAAAAGWCAEAAAABlwgBAAAAAaMIQAAAAAGkCAEAAAABqgkBAAAAAasJAQAAAAGsCQEAAAABrQkBAAAAAa4JQAAAAAGvCQEAAAABDdYHAQAAAAHbBwAAAKYJAt0HAgAAAAHeB4AAAAAB4AcBAAAAAeEHAQAAAAHiB0AAAAAB4wdAAAAAAeQHQAAAAAGmCQEAAAABpwkCAAAAAagJAgAAAAGpCYAAAAABAwAAACUAIFcAAOUaACBYAADzGgAgGAAAACUAIA0AANIUACAOAADTFAAgDwAA1BQAIBEAANUUACASAADWFAAgEwAA1xQAIBQAANgUACAbAADZFAAgJAAA2xQAICoAAN8UACArAADaFAAgLAAA3BQAIDUAAN0UACA3AADgFAAgUAAA8xoAINYHAQCDDwAhqQgCAIUPACGtCEAAiA8AIa4IAQCHDwAhuQgBAIMPACG0CQEAgw8AIb4JAQCHDwAhywmAAAAAARYNAADSFAAgDgAA0xQAIA8AANQUACARAADVFAAgEgAA1hQAIBMAANcUACAUAADYFAAgGwAA2RQAICQAANsUACAqAADfFAAgKwAA2hQAICwAANwUACA1AADdFAAgNwAA4BQAINYHAQCDDwAhqQgCAIUPACGtCEAAiA8AIa4IAQCHDwAhuQgBAIMPACG0CQEAgw8AIb4JAQCHDwAhywmAAAAAAQMAAAAlACBXAADnGgAgWAAA9hoAIBgAAAAlACANAADSFAAgDgAA0xQAIA8AANQUACARAADVFAAgEgAA1hQAIBMAANcUACAUAADYFAAgGwAA2RQAICQAANsUACAqAADfFAAgKwAA2hQAICwAANwUACA2AADeFAAgNwAA4BQAIFAAAPYaACDWBwEAgw8AIakIAgCFDwAhrQhAAIgPACGuCAEAhw8AIbkIAQCDDwAhtAkBAIMPACG-CQEAhw8AIcsJgAAAAAEWDQAA0hQAIA4AANMUACAPAADUFAAgEQAA1RQAIBIAANYUACATAADXFAAgFAAA2BQAIBsAANkUACAkAADbFAAgKgAA3xQAICsAANoUACAsAADcFAAgNgAA3hQAIDcAAOAUACDWBwEAgw8AIakIAgCFDwAhrQhAAIgPACGuCAEAhw8AIbkIAQCDDwAhtAkBAIMPACG-CQEAhw8AIcsJgAAAAAEDAAAAJwAgVwAA6RoAIFgAAPkaACAXAAAAJwAgFAAA8xUAICQAAPUVACAqAAD6FQAgKwAA9BUAIDgAAPAVACA5AACEFwAgOgAA8RUAIDsAAPIVACA8AAD2FQAgPQAA9xUAID4AAPgVACBQAAD5GgAg1gcBAIMPACGqCAEAgw8AIesIAQCDDwAhnQlAAIgPACHMCQEAhw8AIc0JAQCHDwAhzgkgALkRACHPCUAAiQ8AIdAJAQCHDwAh0QkBAIcPACEVFAAA8xUAICQAAPUVACAqAAD6FQAgKwAA9BUAIDgAAPAVACA5AACEFwAgOgAA8RUAIDsAAPIVACA8AAD2FQAgPQAA9xUAID4AAPgVACDWBwEAgw8AIaoIAQCDDwAh6wgBAIMPACGdCUAAiA8AIcwJAQCHDwAhzQkBAIcPACHOCSAAuREAIc8JQACJDwAh0AkBAIcPACHRCQEAhw8AIRcNAACsFAAgLQAArRQAIC4AAK4UACAwAACwFAAgMQAAsRQAIDIAALIUACAzAACzFAAgNAAAtBQAINYHAQAAAAHbBwAAAL4JArkIAQAAAAHrCAEAAAABjglAAAAAAZ0JQAAAAAGwCQIAAAABvAkBAAAAAb4JAQAAAAG_CQEAAAABwAkBAAAAAcEJAQAAAAHCCQEAAAABwwlAAAAAAcQJAQAAAAECAAAAfQAgVwAA-hoAIAMAAAB7ACBXAAD6GgAgWAAA_hoAIBkAAAB7ACANAADeEwAgLQAA3xMAIC4AAOATACAwAADiEwAgMQAA4xMAIDIAAOQTACAzAADlEwAgNAAA5hMAIFAAAP4aACDWBwEAgw8AIdsHAADdE74JIrkIAQCHDwAh6wgBAIMPACGOCUAAiQ8AIZ0JQACIDwAhsAkCAIUPACG8CQEAhw8AIb4JAQCHDwAhvwkBAIcPACHACQEAgw8AIcEJAQCHDwAhwgkBAIcPACHDCUAAiQ8AIcQJAQCHDwAhFw0AAN4TACAtAADfEwAgLgAA4BMAIDAAAOITACAxAADjEwAgMgAA5BMAIDMAAOUTACA0AADmEwAg1gcBAIMPACHbBwAA3RO-CSK5CAEAhw8AIesIAQCDDwAhjglAAIkPACGdCUAAiA8AIbAJAgCFDwAhvAkBAIcPACG-CQEAhw8AIb8JAQCHDwAhwAkBAIMPACHBCQEAhw8AIcIJAQCHDwAhwwlAAIkPACHECQEAhw8AIRcNAACsFAAgEQAArxQAIC0AAK0UACAuAACuFAAgMQAAsRQAIDIAALIUACAzAACzFAAgNAAAtBQAINYHAQAAAAHbBwAAAL4JArkIAQAAAAHrCAEAAAABjglAAAAAAZ0JQAAAAAGwCQIAAAABvAkBAAAAAb4JAQAAAAG_CQEAAAABwAkBAAAAAcEJAQAAAAHCCQEAAAABwwlAAAAAAcQJAQAAAAECAAAAfQAgVwAA_xoAIAMAAAB7ACBXAAD_GgAgWAAAgxsAIBkAAAB7ACANAADeEwAgEQAA4RMAIC0AAN8TACAuAADgEwAgMQAA4xMAIDIAAOQTACAzAADlEwAgNAAA5hMAIFAAAIMbACDWBwEAgw8AIdsHAADdE74JIrkIAQCHDwAh6wgBAIMPACGOCUAAiQ8AIZ0JQACIDwAhsAkCAIUPACG8CQEAhw8AIb4JAQCHDwAhvwkBAIcPACHACQEAgw8AIcEJAQCHDwAhwgkBAIcPACHDCUAAiQ8AIcQJAQCHDwAhFw0AAN4TACARAADhEwAgLQAA3xMAIC4AAOATACAxAADjEwAgMgAA5BMAIDMAAOUTACA0AADmEwAg1gcBAIMPACHbBwAA3RO-CSK5CAEAhw8AIesIAQCDDwAhjglAAIkPACGdCUAAiA8AIbAJAgCFDwAhvAkBAIcPACG-CQEAhw8AIb8JAQCHDwAhwAkBAIMPACHBCQEAhw8AIcIJAQCHDwAhwwlAAIkPACHECQEAhw8AIRcNAACsFAAgEQAArxQAIC0AAK0UACAuAACuFAAgMAAAsBQAIDIAALIUACAzAACzFAAgNAAAtBQAINYHAQAAAAHbBwAAAL4JArkIAQAAAAHrCAEAAAABjglAAAAAAZ0JQAAAAAGwCQIAAAABvAkBAAAAAb4JAQAAAAG_CQEAAAABwAkBAAAAAcEJAQAAAAHCCQEAAAABwwlAAAAAAcQJAQAAAAECAAAAfQAgVwAAhBsAIAMAAAB7ACBXAACEGwAgWAAAiBsAIBkAAAB7ACANAADeEwAgEQAA4RMAIC0AAN8TACAuAADgEwAgMAAA4hMAIDIAAOQTACAzAADlEwAgNAAA5hMAIFAAAIgbACDWBwEAgw8AIdsHAADdE74JIrkIAQCHDwAh6wgBAIMPACGOCUAAiQ8AIZ0JQACIDwAhsAkCAIUPACG8CQEAhw8AIb4JAQCHDwAhvwkBAIcPACHACQEAgw8AIcEJAQCHDwAhwgkBAIcPACHDCUAAiQ8AIcQJAQCHDwAhFw0AAN4TACARAADhEwAgLQAA3xMAIC4AAOATACAwAADiEwAgMgAA5BMAIDMAAOUTACA0AADmEwAg1gcBAIMPACHbBwAA3RO-CSK5CAEAhw8AIesIAQCDDwAhjglAAIkPACGdCUAAiA8AIbAJAgCFDwAhvAkBAIcPACG-CQEAhw8AIb8JAQCHDwAhwAkBAIMPACHBCQEAhw8AIcIJAQCHDwAhwwlAAIkPACHECQEAhw8AIRcNAACsFAAgEQAArxQAIC0AAK0UACAuAACuFAAgMAAAsBQAIDEAALEUACAzAACzFAAgNAAAtBQAINYHAQAAAAHbBwAAAL4JArkIAQAAAAHrCAEAAAABjglAAAAAAZ0JQAAAAAGwCQIAAAABvAkBAAAAAb4JAQAAAAG_CQEAAAABwAkBAAAAAcEJAQAAAAHCCQEAAAABwwlAAAAAAcQJAQAAAAECAAAAfQAgVwAAiRsAIAMAAAB7ACBXAACJGwAgWAAAjRsAIBkAAAB7ACANAADeEwAgEQAA4RMAIC0AAN8TACAuAADgEwAgMAAA4hMAIDEAAOMTACAzAADlEwAgNAAA5hMAIFAAAI0bACDWBwEAgw8AIdsHAADdE74JIrkIAQCHDwAh6wgBAIMPACGOCUAAiQ8AIZ0JQACIDwAhsAkCAIUPACG8CQEAhw8AIb4JAQCHDwAhvwkBAIcPACHACQEAgw8AIcEJAQCHDwAhwgkBAIcPACHDCUAAiQ8AIcQJAQCHDwAhFw0AAN4TACARAADhEwAgLQAA3xMAIC4AAOATACAwAADiEwAgMQAA4xMAIDMAAOUTACA0AADmEwAg1gcBAIMPACHbBwAA3RO-CSK5CAEAhw8AIesIAQCDDwAhjglAAIkPACGdCUAAiA8AIbAJAgCFDwAhvAkBAIcPACG-CQEAhw8AIb8JAQCHDwAhwAkBAIMPACHBCQEAhw8AIcIJAQCHDwAhwwlAAIkPACHECQEAhw8AIQ4BAAC2EwAgLwAAtBMAINYHAQAAAAGWCAEAAAABlwgBAAAAAaMIQAAAAAGkCAEAAAABpAkBAAAAAaoJAQAAAAGrCQEAAAABrAkBAAAAAa0JAQAAAAGuCUAAAAABrwkBAAAAAQIAAACUAQAgVwAAjhsAIBcNAACsFAAgEQAArxQAIC0AAK0UACAuAACuFAAgMAAAsBQAIDEAALEUACAyAACyFAAgNAAAtBQAINYHAQAAAAHbBwAAAL4JArkIAQAAAAHrCAEAAAABjglAAAAAAZ0JQAAAAAGwCQIAAAABvAkBAAAAAb4JAQAAAAG_CQEAAAABwAkBAAAAAcEJAQAAAAHCCQEAAAABwwlAAAAAAcQJAQAAAAECAAAAfQAgVwAAkBsAIAvWBwEAAAABlggBAAAAAZcIAQAAAAGjCEAAAAABpAgBAAAAAaQJAQAAAAGqCQEAAAABqwkBAAAAAa0JAQAAAAGuCUAAAAABrwkBAAAAAQMAAACSAQAgVwAAjhsAIFgAAJUbACAQAAAAkgEAIAEAAKYTACAvAAClEwAgUAAAlRsAINYHAQCDDwAhlggBAIcPACGXCAEAgw8AIaMIQACIDwAhpAgBAIMPACGkCQEAgw8AIaoJAQCDDwAhqwkBAIcPACGsCQEAhw8AIa0JAQCHDwAhrglAAIkPACGvCQEAhw8AIQ4BAACmEwAgLwAApRMAINYHAQCDDwAhlggBAIcPACGXCAEAgw8AIaMIQACIDwAhpAgBAIMPACGkCQEAgw8AIaoJAQCDDwAhqwkBAIcPACGsCQEAhw8AIa0JAQCHDwAhrglAAIkPACGvCQEAhw8AIQMAAAB7ACBXAACQGwAgWAAAmBsAIBkAAAB7ACANAADeEwAgEQAA4RMAIC0AAN8TACAuAADgEwAgMAAA4hMAIDEAAOMTACAyAADkEwAgNAAA5hMAIFAAAJgbACDWBwEAgw8AIdsHAADdE74JIrkIAQCHDwAh6wgBAIMPACGOCUAAiQ8AIZ0JQACIDwAhsAkCAIUPACG8CQEAhw8AIb4JAQCHDwAhvwkBAIcPACHACQEAgw8AIcEJAQCHDwAhwgkBAIcPACHDCUAAiQ8AIcQJAQCHDwAhFw0AAN4TACARAADhEwAgLQAA3xMAIC4AAOATACAwAADiEwAgMQAA4xMAIDIAAOQTACA0AADmEwAg1gcBAIMPACHbBwAA3RO-CSK5CAEAhw8AIesIAQCDDwAhjglAAIkPACGdCUAAiA8AIbAJAgCFDwAhvAkBAIcPACG-CQEAhw8AIb8JAQCHDwAhwAkBAIMPACHBCQEAhw8AIcIJAQCHDwAhwwlAAIkPACHECQEAhw8AIRcNAACsFAAgEQAArxQAIC0AAK0UACAuAACuFAAgMAAAsBQAIDEAALEUACAyAACyFAAgMwAAsxQAINYHAQAAAAHbBwAAAL4JArkIAQAAAAHrCAEAAAABjglAAAAAAZ0JQAAAAAGwCQIAAAABvAkBAAAAAb4JAQAAAAG_CQEAAAABwAkBAAAAAcEJAQAAAAHCCQEAAAABwwlAAAAAAcQJAQAAAAECAAAAfQAgVwAAmRsAIAMAAAB7ACBXAACZGwAgWAAAnRsAIBkAAAB7ACANAADeEwAgEQAA4RMAIC0AAN8TACAuAADgEwAgMAAA4hMAIDEAAOMTACAyAADkEwAgMwAA5RMAIFAAAJ0bACDWBwEAgw8AIdsHAADdE74JIrkIAQCHDwAh6wgBAIMPACGOCUAAiQ8AIZ0JQACIDwAhsAkCAIUPACG8CQEAhw8AIb4JAQCHDwAhvwkBAIcPACHACQEAgw8AIcEJAQCHDwAhwgkBAIcPACHDCUAAiQ8AIcQJAQCHDwAhFw0AAN4TACARAADhEwAgLQAA3xMAIC4AAOATACAwAADiEwAgMQAA4xMAIDIAAOQTACAzAADlEwAg1gcBAIMPACHbBwAA3RO-CSK5CAEAhw8AIesIAQCDDwAhjglAAIkPACGdCUAAiA8AIbAJAgCFDwAhvAkBAIcPACG-CQEAhw8AIb8JAQCHDwAhwAkBAIMPACHBCQEAhw8AIcIJAQCHDwAhwwlAAIkPACHECQEAhw8AIQwGAADKFwAgCQAAyxcAIAoAAMwXACDWBwEAAAABkwgBAAAAAZ0JQAAAAAHiCQEAAAAB4wkBAAAAAeQJAQAAAAHlCUAAAAAB5gkgAAAAAecJQAAAAAECAAAA5gIAIFcAAJ4bACADAAAADwAgVwAAnhsAIFgAAKIbACAOAAAADwAgBgAAohcAIAkAAKMXACAKAACkFwAgUAAAohsAINYHAQCDDwAhkwgBAIcPACGdCUAAiA8AIeIJAQCDDwAh4wkBAIMPACHkCQEAgw8AIeUJQACJDwAh5gkgALkRACHnCUAAiQ8AIQwGAACiFwAgCQAAoxcAIAoAAKQXACDWBwEAgw8AIZMIAQCHDwAhnQlAAIgPACHiCQEAgw8AIeMJAQCDDwAh5AkBAIMPACHlCUAAiQ8AIeYJIAC5EQAh5wlAAIkPACEVAQAAvRkAIAQAALQZACAHAAC2GQAgCgAAtxkAIDwAALkZACBFAQAAAAFHAAC1GQAgSAAAuhkAIEkAALsZACBKAAC8GQAg1gcBAAAAAdcHAAAA8gkC9AhAAAAAAfUIQAAAAAGhCQIAAAABqgkBAAAAAawJAQAAAAGxCQEAAAAB6gkBAAAAAfIJAgAAAAHzCQIAAAABAgAAAAEAIFcAAKMbACAVFAAA9xYAICQAAPkWACAqAAD-FgAgKwAA-BYAIDgAAIAXACA5AAD0FgAgOgAA9RYAIDwAAPoWACA9AAD7FgAgPgAA_BYAID8AAP0WACDWBwEAAAABqggBAAAAAesIAQAAAAGdCUAAAAABzAkBAAAAAc0JAQAAAAHOCSAAAAABzwlAAAAAAdAJAQAAAAHRCQEAAAABAgAAACoAIFcAAKUbACAK1gcBAAAAAZMIAQAAAAGUCAEAAAABuQgBAAAAAbwIQAAAAAHPCAEAAAAB3ghAAAAAAeYIQAAAAAGWCSAAAAABnQlAAAAAAQMAAAADACBXAACjGwAgWAAAqhsAIBcAAAADACABAADRGAAgBAAA0hgAIAcAANQYACAKAADVGAAgPAAA1xgAIEUBAIMPACFHAADTGAAgSAAA2BgAIEkAANkYACBKAADaGAAgUAAAqhsAINYHAQCDDwAh1wcAANAY8gki9AhAAIgPACH1CEAAiQ8AIaEJAgCFDwAhqgkBAIMPACGsCQEAhw8AIbEJAQCDDwAh6gkBAIMPACHyCQIAhQ8AIfMJAgCFDwAhFQEAANEYACAEAADSGAAgBwAA1BgAIAoAANUYACA8AADXGAAgRQEAgw8AIUcAANMYACBIAADYGAAgSQAA2RgAIEoAANoYACDWBwEAgw8AIdcHAADQGPIJIvQIQACIDwAh9QhAAIkPACGhCQIAhQ8AIaoJAQCDDwAhrAkBAIcPACGxCQEAgw8AIeoJAQCDDwAh8gkCAIUPACHzCQIAhQ8AIQMAAAAnACBXAAClGwAgWAAArRsAIBcAAAAnACAUAADzFQAgJAAA9RUAICoAAPoVACArAAD0FQAgOAAA8BUAIDkAAIQXACA6AADxFQAgPAAA9hUAID0AAPcVACA-AAD4FQAgPwAA-RUAIFAAAK0bACDWBwEAgw8AIaoIAQCDDwAh6wgBAIMPACGdCUAAiA8AIcwJAQCHDwAhzQkBAIcPACHOCSAAuREAIc8JQACJDwAh0AkBAIcPACHRCQEAhw8AIRUUAADzFQAgJAAA9RUAICoAAPoVACArAAD0FQAgOAAA8BUAIDkAAIQXACA6AADxFQAgPAAA9hUAID0AAPcVACA-AAD4FQAgPwAA-RUAINYHAQCDDwAhqggBAIMPACHrCAEAgw8AIZ0JQACIDwAhzAkBAIcPACHNCQEAhw8AIc4JIAC5EQAhzwlAAIkPACHQCQEAhw8AIdEJAQCHDwAhCwUAAJETACANAACQEwAg1gcBAAAAAZ4IAQAAAAGlCEAAAAABuQgBAAAAAbwIQAAAAAHPCAEAAAAB5whAAAAAAZ4JAQAAAAGfCQEAAAABAgAAAL8BACBXAACuGwAgFg0AAIUXACAOAADkFgAgDwAA5RYAIBEAAOYWACASAADnFgAgEwAA6BYAIBsAAOoWACAkAADsFgAgKgAA8BYAICsAAOsWACAsAADtFgAgNQAA7hYAIDYAAO8WACA3AADxFgAg1gcBAAAAAakIAgAAAAGtCEAAAAABrggBAAAAAbkIAQAAAAG0CQEAAAABvgkBAAAAAcsJgAAAAAECAAAAuwEAIFcAALAbACAVJAAA-RYAICoAAP4WACArAAD4FgAgOAAAgBcAIDkAAPQWACA6AAD1FgAgOwAA9hYAIDwAAPoWACA9AAD7FgAgPgAA_BYAID8AAP0WACDWBwEAAAABqggBAAAAAesIAQAAAAGdCUAAAAABzAkBAAAAAc0JAQAAAAHOCSAAAAABzwlAAAAAAdAJAQAAAAHRCQEAAAABAgAAACoAIFcAALIbACAaBQAAwBgAIAcAAMEYACAIAADCGAAgGwAAxBgAICQAAMYYACArAADFGAAgNwAAyhgAID0AAMcYACBEAADIGAAgRgAAyRgAINYHAQAAAAGeCAEAAAABpggBAAAAAeAIAQAAAAHiCAAAAOIIAuMIAQAAAAGdCUAAAAAB6AkBAAAAAekJAQAAAAHqCQEAAAAB6wlAAAAAAewJQAAAAAHtCQEAAAAB7gkAAQAAAe8JAQAAAAHwCQEAAAABAgAAAAkAIFcAALQbACAG5AdAAAAAAfcHAQAAAAGYCUAAAAABmQlAAAAAAZoJAQAAAAGbCYAAAAABEtYHAQAAAAH4BwAAAI0JApMIAQAAAAGUCAEAAAABqQgCAAAAAb4IAACbEgAg5ghAAAAAAYAJEAAAAAGLCQEAAAABjQlAAAAAAY4JQAAAAAGPCSAAAAABkAkQAAAAAZEJEAAAAAGSCSAAAAABkwkgAAAAAZQJAQAAAAGVCYAAAAABB_cHAQAAAAG2CEAAAAAB3QgBAAAAAfwIAQAAAAH9CAEAAAAB_ggBAAAAAf8IQAAAAAEJ9wcBAAAAAfgHAQAAAAH5BxAAAAAB-geAAAAAAfsHAQAAAAH8BwIAAAAB_QcCAAAAAf4HAgAAAAH_B0AAAAABA5MIAQAAAAG1CAEAAAABuAgBAAAAAQMAAAC9AQAgVwAArhsAIFgAAL0bACANAAAAvQEAIAUAAIITACANAACBEwAgUAAAvRsAINYHAQCDDwAhnggBAIMPACGlCEAAiQ8AIbkIAQCDDwAhvAhAAIgPACHPCAEAgw8AIecIQACIDwAhngkBAIcPACGfCQEAhw8AIQsFAACCEwAgDQAAgRMAINYHAQCDDwAhnggBAIMPACGlCEAAiQ8AIbkIAQCDDwAhvAhAAIgPACHPCAEAgw8AIecIQACIDwAhngkBAIcPACGfCQEAhw8AIQMAAAAlACBXAACwGwAgWAAAwBsAIBgAAAAlACANAADSFAAgDgAA0xQAIA8AANQUACARAADVFAAgEgAA1hQAIBMAANcUACAbAADZFAAgJAAA2xQAICoAAN8UACArAADaFAAgLAAA3BQAIDUAAN0UACA2AADeFAAgNwAA4BQAIFAAAMAbACDWBwEAgw8AIakIAgCFDwAhrQhAAIgPACGuCAEAhw8AIbkIAQCDDwAhtAkBAIMPACG-CQEAhw8AIcsJgAAAAAEWDQAA0hQAIA4AANMUACAPAADUFAAgEQAA1RQAIBIAANYUACATAADXFAAgGwAA2RQAICQAANsUACAqAADfFAAgKwAA2hQAICwAANwUACA1AADdFAAgNgAA3hQAIDcAAOAUACDWBwEAgw8AIakIAgCFDwAhrQhAAIgPACGuCAEAhw8AIbkIAQCDDwAhtAkBAIMPACG-CQEAhw8AIcsJgAAAAAEDAAAAJwAgVwAAshsAIFgAAMMbACAXAAAAJwAgJAAA9RUAICoAAPoVACArAAD0FQAgOAAA8BUAIDkAAIQXACA6AADxFQAgOwAA8hUAIDwAAPYVACA9AAD3FQAgPgAA-BUAID8AAPkVACBQAADDGwAg1gcBAIMPACGqCAEAgw8AIesIAQCDDwAhnQlAAIgPACHMCQEAhw8AIc0JAQCHDwAhzgkgALkRACHPCUAAiQ8AIdAJAQCHDwAh0QkBAIcPACEVJAAA9RUAICoAAPoVACArAAD0FQAgOAAA8BUAIDkAAIQXACA6AADxFQAgOwAA8hUAIDwAAPYVACA9AAD3FQAgPgAA-BUAID8AAPkVACDWBwEAgw8AIaoIAQCDDwAh6wgBAIMPACGdCUAAiA8AIcwJAQCHDwAhzQkBAIcPACHOCSAAuREAIc8JQACJDwAh0AkBAIcPACHRCQEAhw8AIQMAAAAHACBXAAC0GwAgWAAAxhsAIBwAAAAHACAFAADcFwAgBwAA3RcAIAgAAN4XACAbAADgFwAgJAAA4hcAICsAAOEXACA3AADmFwAgPQAA4xcAIEQAAOQXACBGAADlFwAgUAAAxhsAINYHAQCDDwAhnggBAIMPACGmCAEAgw8AIeAIAQCDDwAh4ggAAIcR4ggi4wgBAIMPACGdCUAAiA8AIegJAQCDDwAh6QkBAIMPACHqCQEAgw8AIesJQACJDwAh7AlAAIkPACHtCQEAhw8AIe4JAAHJEwAh7wkBAIcPACHwCQEAhw8AIRoFAADcFwAgBwAA3RcAIAgAAN4XACAbAADgFwAgJAAA4hcAICsAAOEXACA3AADmFwAgPQAA4xcAIEQAAOQXACBGAADlFwAg1gcBAIMPACGeCAEAgw8AIaYIAQCDDwAh4AgBAIMPACHiCAAAhxHiCCLjCAEAgw8AIZ0JQACIDwAh6AkBAIMPACHpCQEAgw8AIeoJAQCDDwAh6wlAAIkPACHsCUAAiQ8AIe0JAQCHDwAh7gkAAckTACHvCQEAhw8AIfAJAQCHDwAhEwYAAPUSACANAAD2EgAgEAAA9xIAIBsAAPoSACAqAAD9EgAgQAAA-BIAIEIAAPsSACBDAAD8EgAg1gcBAAAAAZMIAQAAAAGUCAEAAAABuQgBAAAAAbwIQAAAAAHPCAEAAAAB3ghAAAAAAeYIQAAAAAGWCSAAAAABnAkBAAAAAZ0JQAAAAAECAAAAIwAgVwAAxxsAIAMAAAAhACBXAADHGwAgWAAAyxsAIBUAAAAhACAGAACzEgAgDQAAtBIAIBAAALUSACAbAAC4EgAgKgAAuxIAIEAAALYSACBCAAC5EgAgQwAAuhIAIFAAAMsbACDWBwEAgw8AIZMIAQCDDwAhlAgBAIMPACG5CAEAgw8AIbwIQACJDwAhzwgBAIMPACHeCEAAiQ8AIeYIQACJDwAhlgkgALkRACGcCQEAhw8AIZ0JQACIDwAhEwYAALMSACANAAC0EgAgEAAAtRIAIBsAALgSACAqAAC7EgAgQAAAthIAIEIAALkSACBDAAC6EgAg1gcBAIMPACGTCAEAgw8AIZQIAQCDDwAhuQgBAIMPACG8CEAAiQ8AIc8IAQCDDwAh3ghAAIkPACHmCEAAiQ8AIZYJIAC5EQAhnAkBAIcPACGdCUAAiA8AIRUUAAD3FgAgJAAA-RYAICoAAP4WACArAAD4FgAgOAAAgBcAIDkAAPQWACA6AAD1FgAgOwAA9hYAID0AAPsWACA-AAD8FgAgPwAA_RYAINYHAQAAAAGqCAEAAAAB6wgBAAAAAZ0JQAAAAAHMCQEAAAABzQkBAAAAAc4JIAAAAAHPCUAAAAAB0AkBAAAAAdEJAQAAAAECAAAAKgAgVwAAzBsAIBUBAAC9GQAgBAAAtBkAIAcAALYZACAKAAC3GQAgOwAAuBkAIEUBAAAAAUcAALUZACBIAAC6GQAgSQAAuxkAIEoAALwZACDWBwEAAAAB1wcAAADyCQL0CEAAAAAB9QhAAAAAAaEJAgAAAAGqCQEAAAABrAkBAAAAAbEJAQAAAAHqCQEAAAAB8gkCAAAAAfMJAgAAAAECAAAAAQAgVwAAzhsAIAMAAAAnACBXAADMGwAgWAAA0hsAIBcAAAAnACAUAADzFQAgJAAA9RUAICoAAPoVACArAAD0FQAgOAAA8BUAIDkAAIQXACA6AADxFQAgOwAA8hUAID0AAPcVACA-AAD4FQAgPwAA-RUAIFAAANIbACDWBwEAgw8AIaoIAQCDDwAh6wgBAIMPACGdCUAAiA8AIcwJAQCHDwAhzQkBAIcPACHOCSAAuREAIc8JQACJDwAh0AkBAIcPACHRCQEAhw8AIRUUAADzFQAgJAAA9RUAICoAAPoVACArAAD0FQAgOAAA8BUAIDkAAIQXACA6AADxFQAgOwAA8hUAID0AAPcVACA-AAD4FQAgPwAA-RUAINYHAQCDDwAhqggBAIMPACHrCAEAgw8AIZ0JQACIDwAhzAkBAIcPACHNCQEAhw8AIc4JIAC5EQAhzwlAAIkPACHQCQEAhw8AIdEJAQCHDwAhAwAAAAMAIFcAAM4bACBYAADVGwAgFwAAAAMAIAEAANEYACAEAADSGAAgBwAA1BgAIAoAANUYACA7AADWGAAgRQEAgw8AIUcAANMYACBIAADYGAAgSQAA2RgAIEoAANoYACBQAADVGwAg1gcBAIMPACHXBwAA0BjyCSL0CEAAiA8AIfUIQACJDwAhoQkCAIUPACGqCQEAgw8AIawJAQCHDwAhsQkBAIMPACHqCQEAgw8AIfIJAgCFDwAh8wkCAIUPACEVAQAA0RgAIAQAANIYACAHAADUGAAgCgAA1RgAIDsAANYYACBFAQCDDwAhRwAA0xgAIEgAANgYACBJAADZGAAgSgAA2hgAINYHAQCDDwAh1wcAANAY8gki9AhAAIgPACH1CEAAiQ8AIaEJAgCFDwAhqgkBAIMPACGsCQEAhw8AIbEJAQCDDwAh6gkBAIMPACHyCQIAhQ8AIfMJAgCFDwAhFg0AAIUXACAOAADkFgAgDwAA5RYAIBEAAOYWACASAADnFgAgEwAA6BYAIBQAAOkWACAkAADsFgAgKgAA8BYAICsAAOsWACAsAADtFgAgNQAA7hYAIDYAAO8WACA3AADxFgAg1gcBAAAAAakIAgAAAAGtCEAAAAABrggBAAAAAbkIAQAAAAG0CQEAAAABvgkBAAAAAcsJgAAAAAECAAAAuwEAIFcAANYbACAaBQAAwBgAIAcAAMEYACAIAADCGAAgFAAAwxgAICQAAMYYACArAADFGAAgNwAAyhgAID0AAMcYACBEAADIGAAgRgAAyRgAINYHAQAAAAGeCAEAAAABpggBAAAAAeAIAQAAAAHiCAAAAOIIAuMIAQAAAAGdCUAAAAAB6AkBAAAAAekJAQAAAAHqCQEAAAAB6wlAAAAAAewJQAAAAAHtCQEAAAAB7gkAAQAAAe8JAQAAAAHwCQEAAAABAgAAAAkAIFcAANgbACATBgAA9RIAIA0AAPYSACAQAAD3EgAgKgAA_RIAIEAAAPgSACBBAAD5EgAgQgAA-xIAIEMAAPwSACDWBwEAAAABkwgBAAAAAZQIAQAAAAG5CAEAAAABvAhAAAAAAc8IAQAAAAHeCEAAAAAB5ghAAAAAAZYJIAAAAAGcCQEAAAABnQlAAAAAAQIAAAAjACBXAADaGwAgCN0HAgAAAAH8BwQAAAAB_AgBAAAAAYAJEAAAAAGHCYAAAAABiAkgAAAAAYkJQAAAAAGKCUAAAAABCdYHBAAAAAHXBwEAAAABiAhAAAAAAYkIAQAAAAGKCAEAAAABkQiAAAAAAZIIgAAAAAG7CAEAAAABhgkBAAAAAQjWBwEAAAABiAhAAAAAAYkIAQAAAAGKCAEAAAAB_AgBAAAAAYAJEAAAAAGBCYAAAAABggkBAAAAAQMAAAAlACBXAADWGwAgWAAA4RsAIBgAAAAlACANAADSFAAgDgAA0xQAIA8AANQUACARAADVFAAgEgAA1hQAIBMAANcUACAUAADYFAAgJAAA2xQAICoAAN8UACArAADaFAAgLAAA3BQAIDUAAN0UACA2AADeFAAgNwAA4BQAIFAAAOEbACDWBwEAgw8AIakIAgCFDwAhrQhAAIgPACGuCAEAhw8AIbkIAQCDDwAhtAkBAIMPACG-CQEAhw8AIcsJgAAAAAEWDQAA0hQAIA4AANMUACAPAADUFAAgEQAA1RQAIBIAANYUACATAADXFAAgFAAA2BQAICQAANsUACAqAADfFAAgKwAA2hQAICwAANwUACA1AADdFAAgNgAA3hQAIDcAAOAUACDWBwEAgw8AIakIAgCFDwAhrQhAAIgPACGuCAEAhw8AIbkIAQCDDwAhtAkBAIMPACG-CQEAhw8AIcsJgAAAAAEDAAAABwAgVwAA2BsAIFgAAOQbACAcAAAABwAgBQAA3BcAIAcAAN0XACAIAADeFwAgFAAA3xcAICQAAOIXACArAADhFwAgNwAA5hcAID0AAOMXACBEAADkFwAgRgAA5RcAIFAAAOQbACDWBwEAgw8AIZ4IAQCDDwAhpggBAIMPACHgCAEAgw8AIeIIAACHEeIIIuMIAQCDDwAhnQlAAIgPACHoCQEAgw8AIekJAQCDDwAh6gkBAIMPACHrCUAAiQ8AIewJQACJDwAh7QkBAIcPACHuCQAByRMAIe8JAQCHDwAh8AkBAIcPACEaBQAA3BcAIAcAAN0XACAIAADeFwAgFAAA3xcAICQAAOIXACArAADhFwAgNwAA5hcAID0AAOMXACBEAADkFwAgRgAA5RcAINYHAQCDDwAhnggBAIMPACGmCAEAgw8AIeAIAQCDDwAh4ggAAIcR4ggi4wgBAIMPACGdCUAAiA8AIegJAQCDDwAh6QkBAIMPACHqCQEAgw8AIesJQACJDwAh7AlAAIkPACHtCQEAhw8AIe4JAAHJEwAh7wkBAIcPACHwCQEAhw8AIQMAAAAhACBXAADaGwAgWAAA5xsAIBUAAAAhACAGAACzEgAgDQAAtBIAIBAAALUSACAqAAC7EgAgQAAAthIAIEEAALcSACBCAAC5EgAgQwAAuhIAIFAAAOcbACDWBwEAgw8AIZMIAQCDDwAhlAgBAIMPACG5CAEAgw8AIbwIQACJDwAhzwgBAIMPACHeCEAAiQ8AIeYIQACJDwAhlgkgALkRACGcCQEAhw8AIZ0JQACIDwAhEwYAALMSACANAAC0EgAgEAAAtRIAICoAALsSACBAAAC2EgAgQQAAtxIAIEIAALkSACBDAAC6EgAg1gcBAIMPACGTCAEAgw8AIZQIAQCDDwAhuQgBAIMPACG8CEAAiQ8AIc8IAQCDDwAh3ghAAIkPACHmCEAAiQ8AIZYJIAC5EQAhnAkBAIcPACGdCUAAiA8AIRgGAACdEgAgEAAAnhIAIBUAAJwSACAYAACgEgAgGgAAoRIAINYHAQAAAAH2BwEAAAAB-AcAAACNCQKTCAEAAAABlAgBAAAAAakIAgAAAAG-CAAAmxIAIOYIQAAAAAGACRAAAAABiwkBAAAAAY0JQAAAAAGOCUAAAAABjwkgAAAAAZAJEAAAAAGRCRAAAAABkgkgAAAAAZMJIAAAAAGUCQEAAAABlQmAAAAAAQIAAAA7ACBXAADoGwAgAwAAADkAIFcAAOgbACBYAADsGwAgGgAAADkAIAYAAPURACAQAAD2EQAgFQAA9BEAIBgAAPgRACAaAAD5EQAgUAAA7BsAINYHAQCDDwAh9gcBAIMPACH4BwAA8xGNCSKTCAEAgw8AIZQIAQCDDwAhqQgCAIUPACG-CAAA8hEAIOYIQACIDwAhgAkQAI8PACGLCQEAgw8AIY0JQACIDwAhjglAAIkPACGPCSAAuREAIZAJEACPDwAhkQkQAI8PACGSCSAAiBEAIZMJIAC5EQAhlAkBAIcPACGVCYAAAAABGAYAAPURACAQAAD2EQAgFQAA9BEAIBgAAPgRACAaAAD5EQAg1gcBAIMPACH2BwEAgw8AIfgHAADzEY0JIpMIAQCDDwAhlAgBAIMPACGpCAIAhQ8AIb4IAADyEQAg5ghAAIgPACGACRAAjw8AIYsJAQCDDwAhjQlAAIgPACGOCUAAiQ8AIY8JIAC5EQAhkAkQAI8PACGRCRAAjw8AIZIJIACIEQAhkwkgALkRACGUCQEAhw8AIZUJgAAAAAELEAAA3REAINYHAQAAAAGICEAAAAABiQgBAAAAAYoIAQAAAAGUCAEAAAABuwgBAAAAAfwIAQAAAAGDCYAAAAABhAkBAAAAAYUJgAAAAAECAAAAeQAgVwAA7RsAIAMAAABFACBXAADtGwAgWAAA8RsAIA0AAABFACAQAADNEQAgUAAA8RsAINYHAQCDDwAhiAhAAIgPACGJCAEAhw8AIYoIAQCDDwAhlAgBAIMPACG7CAEAgw8AIfwIAQCDDwAhgwmAAAAAAYQJAQCDDwAhhQmAAAAAAQsQAADNEQAg1gcBAIMPACGICEAAiA8AIYkIAQCHDwAhiggBAIMPACGUCAEAgw8AIbsIAQCDDwAh_AgBAIMPACGDCYAAAAABhAkBAIMPACGFCYAAAAABFg0AAIUXACAOAADkFgAgDwAA5RYAIBEAAOYWACASAADnFgAgEwAA6BYAIBQAAOkWACAbAADqFgAgJAAA7BYAICoAAPAWACArAADrFgAgNQAA7hYAIDYAAO8WACA3AADxFgAg1gcBAAAAAakIAgAAAAGtCEAAAAABrggBAAAAAbkIAQAAAAG0CQEAAAABvgkBAAAAAcsJgAAAAAECAAAAuwEAIFcAAPIbACAYBgAAnRIAIBAAAJ4SACAVAACcEgAgFwAAnxIAIBoAAKESACDWBwEAAAAB9gcBAAAAAfgHAAAAjQkCkwgBAAAAAZQIAQAAAAGpCAIAAAABvggAAJsSACDmCEAAAAABgAkQAAAAAYsJAQAAAAGNCUAAAAABjglAAAAAAY8JIAAAAAGQCRAAAAABkQkQAAAAAZIJIAAAAAGTCSAAAAABlAkBAAAAAZUJgAAAAAECAAAAOwAgVwAA9BsAIAMAAAA5ACBXAAD0GwAgWAAA-BsAIBoAAAA5ACAGAAD1EQAgEAAA9hEAIBUAAPQRACAXAAD3EQAgGgAA-REAIFAAAPgbACDWBwEAgw8AIfYHAQCDDwAh-AcAAPMRjQkikwgBAIMPACGUCAEAgw8AIakIAgCFDwAhvggAAPIRACDmCEAAiA8AIYAJEACPDwAhiwkBAIMPACGNCUAAiA8AIY4JQACJDwAhjwkgALkRACGQCRAAjw8AIZEJEACPDwAhkgkgAIgRACGTCSAAuREAIZQJAQCHDwAhlQmAAAAAARgGAAD1EQAgEAAA9hEAIBUAAPQRACAXAAD3EQAgGgAA-REAINYHAQCDDwAh9gcBAIMPACH4BwAA8xGNCSKTCAEAgw8AIZQIAQCDDwAhqQgCAIUPACG-CAAA8hEAIOYIQACIDwAhgAkQAI8PACGLCQEAgw8AIY0JQACIDwAhjglAAIkPACGPCSAAuREAIZAJEACPDwAhkQkQAI8PACGSCSAAiBEAIZMJIAC5EQAhlAkBAIcPACGVCYAAAAABCdYHBAAAAAHXBwEAAAABiAhAAAAAAYkIAQAAAAGKCAEAAAABkQiAAAAAAZIIgAAAAAG7CAEAAAAB3QgBAAAAAQMAAAAlACBXAADyGwAgWAAA_BsAIBgAAAAlACANAADSFAAgDgAA0xQAIA8AANQUACARAADVFAAgEgAA1hQAIBMAANcUACAUAADYFAAgGwAA2RQAICQAANsUACAqAADfFAAgKwAA2hQAIDUAAN0UACA2AADeFAAgNwAA4BQAIFAAAPwbACDWBwEAgw8AIakIAgCFDwAhrQhAAIgPACGuCAEAhw8AIbkIAQCDDwAhtAkBAIMPACG-CQEAhw8AIcsJgAAAAAEWDQAA0hQAIA4AANMUACAPAADUFAAgEQAA1RQAIBIAANYUACATAADXFAAgFAAA2BQAIBsAANkUACAkAADbFAAgKgAA3xQAICsAANoUACA1AADdFAAgNgAA3hQAIDcAAOAUACDWBwEAgw8AIakIAgCFDwAhrQhAAIgPACGuCAEAhw8AIbkIAQCDDwAhtAkBAIMPACG-CQEAhw8AIcsJgAAAAAEYBgAAnRIAIBAAAJ4SACAVAACcEgAgFwAAnxIAIBgAAKASACDWBwEAAAAB9gcBAAAAAfgHAAAAjQkCkwgBAAAAAZQIAQAAAAGpCAIAAAABvggAAJsSACDmCEAAAAABgAkQAAAAAYsJAQAAAAGNCUAAAAABjglAAAAAAY8JIAAAAAGQCRAAAAABkQkQAAAAAZIJIAAAAAGTCSAAAAABlAkBAAAAAZUJgAAAAAECAAAAOwAgVwAA_RsAIAMAAAA5ACBXAAD9GwAgWAAAgRwAIBoAAAA5ACAGAAD1EQAgEAAA9hEAIBUAAPQRACAXAAD3EQAgGAAA-BEAIFAAAIEcACDWBwEAgw8AIfYHAQCDDwAh-AcAAPMRjQkikwgBAIMPACGUCAEAgw8AIakIAgCFDwAhvggAAPIRACDmCEAAiA8AIYAJEACPDwAhiwkBAIMPACGNCUAAiA8AIY4JQACJDwAhjwkgALkRACGQCRAAjw8AIZEJEACPDwAhkgkgAIgRACGTCSAAuREAIZQJAQCHDwAhlQmAAAAAARgGAAD1EQAgEAAA9hEAIBUAAPQRACAXAAD3EQAgGAAA-BEAINYHAQCDDwAh9gcBAIMPACH4BwAA8xGNCSKTCAEAgw8AIZQIAQCDDwAhqQgCAIUPACG-CAAA8hEAIOYIQACIDwAhgAkQAI8PACGLCQEAgw8AIY0JQACIDwAhjglAAIkPACGPCSAAuREAIZAJEACPDwAhkQkQAI8PACGSCSAAiBEAIZMJIAC5EQAhlAkBAIcPACGVCYAAAAABEwYAAPUSACANAAD2EgAgEAAA9xIAIBsAAPoSACAqAAD9EgAgQAAA-BIAIEEAAPkSACBDAAD8EgAg1gcBAAAAAZMIAQAAAAGUCAEAAAABuQgBAAAAAbwIQAAAAAHPCAEAAAAB3ghAAAAAAeYIQAAAAAGWCSAAAAABnAkBAAAAAZ0JQAAAAAECAAAAIwAgVwAAghwAIAMAAAAhACBXAACCHAAgWAAAhhwAIBUAAAAhACAGAACzEgAgDQAAtBIAIBAAALUSACAbAAC4EgAgKgAAuxIAIEAAALYSACBBAAC3EgAgQwAAuhIAIFAAAIYcACDWBwEAgw8AIZMIAQCDDwAhlAgBAIMPACG5CAEAgw8AIbwIQACJDwAhzwgBAIMPACHeCEAAiQ8AIeYIQACJDwAhlgkgALkRACGcCQEAhw8AIZ0JQACIDwAhEwYAALMSACANAAC0EgAgEAAAtRIAIBsAALgSACAqAAC7EgAgQAAAthIAIEEAALcSACBDAAC6EgAg1gcBAIMPACGTCAEAgw8AIZQIAQCDDwAhuQgBAIMPACG8CEAAiQ8AIc8IAQCDDwAh3ghAAIkPACHmCEAAiQ8AIZYJIAC5EQAhnAkBAIcPACGdCUAAiA8AIRUUAAD3FgAgJAAA-RYAICoAAP4WACArAAD4FgAgOAAAgBcAIDkAAPQWACA6AAD1FgAgOwAA9hYAIDwAAPoWACA-AAD8FgAgPwAA_RYAINYHAQAAAAGqCAEAAAAB6wgBAAAAAZ0JQAAAAAHMCQEAAAABzQkBAAAAAc4JIAAAAAHPCUAAAAAB0AkBAAAAAdEJAQAAAAECAAAAKgAgVwAAhxwAIBoFAADAGAAgBwAAwRgAIAgAAMIYACAUAADDGAAgGwAAxBgAICQAAMYYACArAADFGAAgNwAAyhgAIEQAAMgYACBGAADJGAAg1gcBAAAAAZ4IAQAAAAGmCAEAAAAB4AgBAAAAAeIIAAAA4ggC4wgBAAAAAZ0JQAAAAAHoCQEAAAAB6QkBAAAAAeoJAQAAAAHrCUAAAAAB7AlAAAAAAe0JAQAAAAHuCQABAAAB7wkBAAAAAfAJAQAAAAECAAAACQAgVwAAiRwAIAMAAAAnACBXAACHHAAgWAAAjRwAIBcAAAAnACAUAADzFQAgJAAA9RUAICoAAPoVACArAAD0FQAgOAAA8BUAIDkAAIQXACA6AADxFQAgOwAA8hUAIDwAAPYVACA-AAD4FQAgPwAA-RUAIFAAAI0cACDWBwEAgw8AIaoIAQCDDwAh6wgBAIMPACGdCUAAiA8AIcwJAQCHDwAhzQkBAIcPACHOCSAAuREAIc8JQACJDwAh0AkBAIcPACHRCQEAhw8AIRUUAADzFQAgJAAA9RUAICoAAPoVACArAAD0FQAgOAAA8BUAIDkAAIQXACA6AADxFQAgOwAA8hUAIDwAAPYVACA-AAD4FQAgPwAA-RUAINYHAQCDDwAhqggBAIMPACHrCAEAgw8AIZ0JQACIDwAhzAkBAIcPACHNCQEAhw8AIc4JIAC5EQAhzwlAAIkPACHQCQEAhw8AIdEJAQCHDwAhAwAAAAcAIFcAAIkcACBYAACQHAAgHAAAAAcAIAUAANwXACAHAADdFwAgCAAA3hcAIBQAAN8XACAbAADgFwAgJAAA4hcAICsAAOEXACA3AADmFwAgRAAA5BcAIEYAAOUXACBQAACQHAAg1gcBAIMPACGeCAEAgw8AIaYIAQCDDwAh4AgBAIMPACHiCAAAhxHiCCLjCAEAgw8AIZ0JQACIDwAh6AkBAIMPACHpCQEAgw8AIeoJAQCDDwAh6wlAAIkPACHsCUAAiQ8AIe0JAQCHDwAh7gkAAckTACHvCQEAhw8AIfAJAQCHDwAhGgUAANwXACAHAADdFwAgCAAA3hcAIBQAAN8XACAbAADgFwAgJAAA4hcAICsAAOEXACA3AADmFwAgRAAA5BcAIEYAAOUXACDWBwEAgw8AIZ4IAQCDDwAhpggBAIMPACHgCAEAgw8AIeIIAACHEeIIIuMIAQCDDwAhnQlAAIgPACHoCQEAgw8AIekJAQCDDwAh6gkBAIMPACHrCUAAiQ8AIewJQACJDwAh7QkBAIcPACHuCQAByRMAIe8JAQCHDwAh8AkBAIcPACEVFAAA9xYAICQAAPkWACAqAAD-FgAgKwAA-BYAIDgAAIAXACA5AAD0FgAgOgAA9RYAIDsAAPYWACA8AAD6FgAgPQAA-xYAID8AAP0WACDWBwEAAAABqggBAAAAAesIAQAAAAGdCUAAAAABzAkBAAAAAc0JAQAAAAHOCSAAAAABzwlAAAAAAdAJAQAAAAHRCQEAAAABAgAAACoAIFcAAJEcACADAAAAJwAgVwAAkRwAIFgAAJUcACAXAAAAJwAgFAAA8xUAICQAAPUVACAqAAD6FQAgKwAA9BUAIDgAAPAVACA5AACEFwAgOgAA8RUAIDsAAPIVACA8AAD2FQAgPQAA9xUAID8AAPkVACBQAACVHAAg1gcBAIMPACGqCAEAgw8AIesIAQCDDwAhnQlAAIgPACHMCQEAhw8AIc0JAQCHDwAhzgkgALkRACHPCUAAiQ8AIdAJAQCHDwAh0QkBAIcPACEVFAAA8xUAICQAAPUVACAqAAD6FQAgKwAA9BUAIDgAAPAVACA5AACEFwAgOgAA8RUAIDsAAPIVACA8AAD2FQAgPQAA9xUAID8AAPkVACDWBwEAgw8AIaoIAQCDDwAh6wgBAIMPACGdCUAAiA8AIcwJAQCHDwAhzQkBAIcPACHOCSAAuREAIc8JQACJDwAh0AkBAIcPACHRCQEAhw8AISAGAACnEQAgDQAAqBEAIBAAAKkRACAcAACtEQAgJAAAqxEAICoAAKwRACDWBwEAAAAB-QcQAAAAAZMIAQAAAAGUCAEAAAABnggBAAAAAaYIAQAAAAGnCAEAAAABsAgCAAAAAbkIAQAAAAG7CAEAAAABvAhAAAAAAc8IAQAAAAHcCAEAAAAB3QgBAAAAAd4IQAAAAAHfCEAAAAAB4AgBAAAAAeIIAAAA4ggC4wgBAAAAAeQIAQAAAAHlCAEAAAAB5ghAAAAAAecIQAAAAAHoCCAAAAAB6QgCAAAAAeoIgAAAAAECAAAAUgAgVwAAlhwAIBYNAACFFwAgDgAA5BYAIA8AAOUWACARAADmFgAgEgAA5xYAIBMAAOgWACAUAADpFgAgGwAA6hYAICQAAOwWACAqAADwFgAgLAAA7RYAIDUAAO4WACA2AADvFgAgNwAA8RYAINYHAQAAAAGpCAIAAAABrQhAAAAAAa4IAQAAAAG5CAEAAAABtAkBAAAAAb4JAQAAAAHLCYAAAAABAgAAALsBACBXAACYHAAgFRQAAPcWACAkAAD5FgAgKgAA_hYAIDgAAIAXACA5AAD0FgAgOgAA9RYAIDsAAPYWACA8AAD6FgAgPQAA-xYAID4AAPwWACA_AAD9FgAg1gcBAAAAAaoIAQAAAAHrCAEAAAABnQlAAAAAAcwJAQAAAAHNCQEAAAABzgkgAAAAAc8JQAAAAAHQCQEAAAAB0QkBAAAAAQIAAAAqACBXAACaHAAgGgUAAMAYACAHAADBGAAgCAAAwhgAIBQAAMMYACAbAADEGAAgJAAAxhgAIDcAAMoYACA9AADHGAAgRAAAyBgAIEYAAMkYACDWBwEAAAABnggBAAAAAaYIAQAAAAHgCAEAAAAB4ggAAADiCALjCAEAAAABnQlAAAAAAegJAQAAAAHpCQEAAAAB6gkBAAAAAesJQAAAAAHsCUAAAAAB7QkBAAAAAe4JAAEAAAHvCQEAAAAB8AkBAAAAAQIAAAAJACBXAACcHAAgD9YHAQAAAAGTCAEAAAABlAgBAAAAAakIAQAAAAG5CAEAAAABwwgBAAAAAcQIAgAAAAHFCAIAAAABzggBAAAAAc8IAQAAAAHQCEAAAAAB0QgCAAAAAdIIgAAAAAHTCAEAAAAB1AgBAAAAAQP2BwEAAAABkwgBAAAAAbUIAQAAAAEDAAAAUAAgVwAAlhwAIFgAAKIcACAiAAAAUAAgBgAAiREAIA0AAIoRACAQAACLEQAgHAAAjBEAICQAAI4RACAqAACPEQAgUAAAohwAINYHAQCDDwAh-QcQAI8PACGTCAEAgw8AIZQIAQCDDwAhnggBAIMPACGmCAEAgw8AIacIAQCDDwAhsAgCAIUPACG5CAEAgw8AIbsIAQCHDwAhvAhAAIkPACHPCAEAgw8AIdwIAQCHDwAh3QgBAIcPACHeCEAAiA8AId8IQACIDwAh4AgBAIMPACHiCAAAhxHiCCLjCAEAgw8AIeQIAQCDDwAh5QgBAIMPACHmCEAAiA8AIecIQACJDwAh6AggAIgRACHpCAIAhQ8AIeoIgAAAAAEgBgAAiREAIA0AAIoRACAQAACLEQAgHAAAjBEAICQAAI4RACAqAACPEQAg1gcBAIMPACH5BxAAjw8AIZMIAQCDDwAhlAgBAIMPACGeCAEAgw8AIaYIAQCDDwAhpwgBAIMPACGwCAIAhQ8AIbkIAQCDDwAhuwgBAIcPACG8CEAAiQ8AIc8IAQCDDwAh3AgBAIcPACHdCAEAhw8AId4IQACIDwAh3whAAIgPACHgCAEAgw8AIeIIAACHEeIIIuMIAQCDDwAh5AgBAIMPACHlCAEAgw8AIeYIQACIDwAh5whAAIkPACHoCCAAiBEAIekIAgCFDwAh6giAAAAAAQMAAAAlACBXAACYHAAgWAAApRwAIBgAAAAlACANAADSFAAgDgAA0xQAIA8AANQUACARAADVFAAgEgAA1hQAIBMAANcUACAUAADYFAAgGwAA2RQAICQAANsUACAqAADfFAAgLAAA3BQAIDUAAN0UACA2AADeFAAgNwAA4BQAIFAAAKUcACDWBwEAgw8AIakIAgCFDwAhrQhAAIgPACGuCAEAhw8AIbkIAQCDDwAhtAkBAIMPACG-CQEAhw8AIcsJgAAAAAEWDQAA0hQAIA4AANMUACAPAADUFAAgEQAA1RQAIBIAANYUACATAADXFAAgFAAA2BQAIBsAANkUACAkAADbFAAgKgAA3xQAICwAANwUACA1AADdFAAgNgAA3hQAIDcAAOAUACDWBwEAgw8AIakIAgCFDwAhrQhAAIgPACGuCAEAhw8AIbkIAQCDDwAhtAkBAIMPACG-CQEAhw8AIcsJgAAAAAEDAAAAJwAgVwAAmhwAIFgAAKgcACAXAAAAJwAgFAAA8xUAICQAAPUVACAqAAD6FQAgOAAA8BUAIDkAAIQXACA6AADxFQAgOwAA8hUAIDwAAPYVACA9AAD3FQAgPgAA-BUAID8AAPkVACBQAACoHAAg1gcBAIMPACGqCAEAgw8AIesIAQCDDwAhnQlAAIgPACHMCQEAhw8AIc0JAQCHDwAhzgkgALkRACHPCUAAiQ8AIdAJAQCHDwAh0QkBAIcPACEVFAAA8xUAICQAAPUVACAqAAD6FQAgOAAA8BUAIDkAAIQXACA6AADxFQAgOwAA8hUAIDwAAPYVACA9AAD3FQAgPgAA-BUAID8AAPkVACDWBwEAgw8AIaoIAQCDDwAh6wgBAIMPACGdCUAAiA8AIcwJAQCHDwAhzQkBAIcPACHOCSAAuREAIc8JQACJDwAh0AkBAIcPACHRCQEAhw8AIQMAAAAHACBXAACcHAAgWAAAqxwAIBwAAAAHACAFAADcFwAgBwAA3RcAIAgAAN4XACAUAADfFwAgGwAA4BcAICQAAOIXACA3AADmFwAgPQAA4xcAIEQAAOQXACBGAADlFwAgUAAAqxwAINYHAQCDDwAhnggBAIMPACGmCAEAgw8AIeAIAQCDDwAh4ggAAIcR4ggi4wgBAIMPACGdCUAAiA8AIegJAQCDDwAh6QkBAIMPACHqCQEAgw8AIesJQACJDwAh7AlAAIkPACHtCQEAhw8AIe4JAAHJEwAh7wkBAIcPACHwCQEAhw8AIRoFAADcFwAgBwAA3RcAIAgAAN4XACAUAADfFwAgGwAA4BcAICQAAOIXACA3AADmFwAgPQAA4xcAIEQAAOQXACBGAADlFwAg1gcBAIMPACGeCAEAgw8AIaYIAQCDDwAh4AgBAIMPACHiCAAAhxHiCCLjCAEAgw8AIZ0JQACIDwAh6AkBAIMPACHpCQEAgw8AIeoJAQCDDwAh6wlAAIkPACHsCUAAiQ8AIe0JAQCHDwAh7gkAAckTACHvCQEAhw8AIfAJAQCHDwAhGQYAALsQACANAAC8EAAgEAAAvRAAIBgAAL4QACAeAAC6EAAgIQAAwBAAICIAAOMQACAjAADBEAAgJQAAwhAAINYHAQAAAAGTCAEAAAABlAgBAAAAAakIAQAAAAG4CAEAAAABuQgBAAAAAcMIAQAAAAHECAIAAAABxQgCAAAAAc4IAQAAAAHPCAEAAAAB0AhAAAAAAdEIAgAAAAHSCIAAAAAB0wgBAAAAAdQIAQAAAAECAAAAWAAgVwAArBwAIAMAAABWACBXAACsHAAgWAAAsBwAIBsAAABWACAGAACsEAAgDQAArRAAIBAAAK4QACAYAACvEAAgHgAAqxAAICEAALEQACAiAACyEAAgIwAAsxAAICUAALkQACBQAACwHAAg1gcBAIMPACGTCAEAgw8AIZQIAQCDDwAhqQgBAIMPACG4CAEAgw8AIbkIAQCDDwAhwwgBAIMPACHECAIAhQ8AIcUIAgCFDwAhzggBAIMPACHPCAEAgw8AIdAIQACIDwAh0QgCAIUPACHSCIAAAAAB0wgBAIcPACHUCAEAhw8AIRkGAACsEAAgDQAArRAAIBAAAK4QACAYAACvEAAgHgAAqxAAICEAALEQACAiAACyEAAgIwAAsxAAICUAALkQACDWBwEAgw8AIZMIAQCDDwAhlAgBAIMPACGpCAEAgw8AIbgIAQCDDwAhuQgBAIMPACHDCAEAgw8AIcQIAgCFDwAhxQgCAIUPACHOCAEAgw8AIc8IAQCDDwAh0AhAAIgPACHRCAIAhQ8AIdIIgAAAAAHTCAEAhw8AIdQIAQCHDwAhGQYAALsQACANAAC8EAAgEAAAvRAAIBgAAL4QACAeAAC6EAAgIAAAvxAAICIAAOMQACAjAADBEAAgJQAAwhAAINYHAQAAAAGTCAEAAAABlAgBAAAAAakIAQAAAAG4CAEAAAABuQgBAAAAAcMIAQAAAAHECAIAAAABxQgCAAAAAc4IAQAAAAHPCAEAAAAB0AhAAAAAAdEIAgAAAAHSCIAAAAAB0wgBAAAAAdQIAQAAAAECAAAAWAAgVwAAsRwAIAMAAABWACBXAACxHAAgWAAAtRwAIBsAAABWACAGAACsEAAgDQAArRAAIBAAAK4QACAYAACvEAAgHgAAqxAAICAAALAQACAiAACyEAAgIwAAsxAAICUAALkQACBQAAC1HAAg1gcBAIMPACGTCAEAgw8AIZQIAQCDDwAhqQgBAIMPACG4CAEAgw8AIbkIAQCDDwAhwwgBAIMPACHECAIAhQ8AIcUIAgCFDwAhzggBAIMPACHPCAEAgw8AIdAIQACIDwAh0QgCAIUPACHSCIAAAAAB0wgBAIcPACHUCAEAhw8AIRkGAACsEAAgDQAArRAAIBAAAK4QACAYAACvEAAgHgAAqxAAICAAALAQACAiAACyEAAgIwAAsxAAICUAALkQACDWBwEAgw8AIZMIAQCDDwAhlAgBAIMPACGpCAEAgw8AIbgIAQCDDwAhuQgBAIMPACHDCAEAgw8AIcQIAgCFDwAhxQgCAIUPACHOCAEAgw8AIc8IAQCDDwAh0AhAAIgPACHRCAIAhQ8AIdIIgAAAAAHTCAEAhw8AIdQIAQCHDwAhGQYAALsQACANAAC8EAAgEAAAvRAAIB4AALoQACAgAAC_EAAgIQAAwBAAICIAAOMQACAjAADBEAAgJQAAwhAAINYHAQAAAAGTCAEAAAABlAgBAAAAAakIAQAAAAG4CAEAAAABuQgBAAAAAcMIAQAAAAHECAIAAAABxQgCAAAAAc4IAQAAAAHPCAEAAAAB0AhAAAAAAdEIAgAAAAHSCIAAAAAB0wgBAAAAAdQIAQAAAAECAAAAWAAgVwAAthwAIAMAAABWACBXAAC2HAAgWAAAuhwAIBsAAABWACAGAACsEAAgDQAArRAAIBAAAK4QACAeAACrEAAgIAAAsBAAICEAALEQACAiAACyEAAgIwAAsxAAICUAALkQACBQAAC6HAAg1gcBAIMPACGTCAEAgw8AIZQIAQCDDwAhqQgBAIMPACG4CAEAgw8AIbkIAQCDDwAhwwgBAIMPACHECAIAhQ8AIcUIAgCFDwAhzggBAIMPACHPCAEAgw8AIdAIQACIDwAh0QgCAIUPACHSCIAAAAAB0wgBAIcPACHUCAEAhw8AIRkGAACsEAAgDQAArRAAIBAAAK4QACAeAACrEAAgIAAAsBAAICEAALEQACAiAACyEAAgIwAAsxAAICUAALkQACDWBwEAgw8AIZMIAQCDDwAhlAgBAIMPACGpCAEAgw8AIbgIAQCDDwAhuQgBAIMPACHDCAEAgw8AIcQIAgCFDwAhxQgCAIUPACHOCAEAgw8AIc8IAQCDDwAh0AhAAIgPACHRCAIAhQ8AIdIIgAAAAAHTCAEAhw8AIdQIAQCHDwAhFQEAAL0ZACAEAAC0GQAgBwAAthkAIAoAALcZACA7AAC4GQAgPAAAuRkAIEUBAAAAAUcAALUZACBIAAC6GQAgSQAAuxkAINYHAQAAAAHXBwAAAPIJAvQIQAAAAAH1CEAAAAABoQkCAAAAAaoJAQAAAAGsCQEAAAABsQkBAAAAAeoJAQAAAAHyCQIAAAAB8wkCAAAAAQIAAAABACBXAAC7HAAgGQYAALsQACANAAC8EAAgEAAAvRAAIBgAAL4QACAeAAC6EAAgIAAAvxAAICEAAMAQACAiAADjEAAgJQAAwhAAINYHAQAAAAGTCAEAAAABlAgBAAAAAakIAQAAAAG4CAEAAAABuQgBAAAAAcMIAQAAAAHECAIAAAABxQgCAAAAAc4IAQAAAAHPCAEAAAAB0AhAAAAAAdEIAgAAAAHSCIAAAAAB0wgBAAAAAdQIAQAAAAECAAAAWAAgVwAAvRwAIAfWBwEAAAAB1wcAAADNCAKICEAAAAABiQgBAAAAAYoIAQAAAAG7CAEAAAABzQgBAAAAAQnWBwEAAAAB1wcAAADWCALICEAAAAAByQgBAAAAAcoIAQAAAAHRCAIAAAAB1ggBAAAAAdcIAgAAAAHYCIAAAAABCAUAAOQQACAQAgAAAAHWBwEAAAABnggBAAAAAccIgAAAAAHICEAAAAAByQgBAAAAAcoIAQAAAAECAAAAmQIAIFcAAMEcACAWDQAAhRcAIA4AAOQWACAPAADlFgAgEQAA5hYAIBIAAOcWACATAADoFgAgFAAA6RYAIBsAAOoWACAqAADwFgAgKwAA6xYAICwAAO0WACA1AADuFgAgNgAA7xYAIDcAAPEWACDWBwEAAAABqQgCAAAAAa0IQAAAAAGuCAEAAAABuQgBAAAAAbQJAQAAAAG-CQEAAAABywmAAAAAAQIAAAC7AQAgVwAAwxwAIBUUAAD3FgAgKgAA_hYAICsAAPgWACA4AACAFwAgOQAA9BYAIDoAAPUWACA7AAD2FgAgPAAA-hYAID0AAPsWACA-AAD8FgAgPwAA_RYAINYHAQAAAAGqCAEAAAAB6wgBAAAAAZ0JQAAAAAHMCQEAAAABzQkBAAAAAc4JIAAAAAHPCUAAAAAB0AkBAAAAAdEJAQAAAAECAAAAKgAgVwAAxRwAIBoFAADAGAAgBwAAwRgAIAgAAMIYACAUAADDGAAgGwAAxBgAICsAAMUYACA3AADKGAAgPQAAxxgAIEQAAMgYACBGAADJGAAg1gcBAAAAAZ4IAQAAAAGmCAEAAAAB4AgBAAAAAeIIAAAA4ggC4wgBAAAAAZ0JQAAAAAHoCQEAAAAB6QkBAAAAAeoJAQAAAAHrCUAAAAAB7AlAAAAAAe0JAQAAAAHuCQABAAAB7wkBAAAAAfAJAQAAAAECAAAACQAgVwAAxxwAICAGAACnEQAgDQAAqBEAIBAAAKkRACAcAACtEQAgHQAAqhEAICoAAKwRACDWBwEAAAAB-QcQAAAAAZMIAQAAAAGUCAEAAAABnggBAAAAAaYIAQAAAAGnCAEAAAABsAgCAAAAAbkIAQAAAAG7CAEAAAABvAhAAAAAAc8IAQAAAAHcCAEAAAAB3QgBAAAAAd4IQAAAAAHfCEAAAAAB4AgBAAAAAeIIAAAA4ggC4wgBAAAAAeQIAQAAAAHlCAEAAAAB5ghAAAAAAecIQAAAAAHoCCAAAAAB6QgCAAAAAeoIgAAAAAECAAAAUgAgVwAAyRwAIAMAAABmACBXAADBHAAgWAAAzRwAIAoAAABmACAFAACeEAAgEAIAhQ8AIVAAAM0cACDWBwEAgw8AIZ4IAQCHDwAhxwiAAAAAAcgIQACIDwAhyQgBAIcPACHKCAEAgw8AIQgFAACeEAAgEAIAhQ8AIdYHAQCDDwAhnggBAIcPACHHCIAAAAAByAhAAIgPACHJCAEAhw8AIcoIAQCDDwAhAwAAAFYAIFcAAL0cACBYAADQHAAgGwAAAFYAIAYAAKwQACANAACtEAAgEAAArhAAIBgAAK8QACAeAACrEAAgIAAAsBAAICEAALEQACAiAACyEAAgJQAAuRAAIFAAANAcACDWBwEAgw8AIZMIAQCDDwAhlAgBAIMPACGpCAEAgw8AIbgIAQCDDwAhuQgBAIMPACHDCAEAgw8AIcQIAgCFDwAhxQgCAIUPACHOCAEAgw8AIc8IAQCDDwAh0AhAAIgPACHRCAIAhQ8AIdIIgAAAAAHTCAEAhw8AIdQIAQCHDwAhGQYAAKwQACANAACtEAAgEAAArhAAIBgAAK8QACAeAACrEAAgIAAAsBAAICEAALEQACAiAACyEAAgJQAAuRAAINYHAQCDDwAhkwgBAIMPACGUCAEAgw8AIakIAQCDDwAhuAgBAIMPACG5CAEAgw8AIcMIAQCDDwAhxAgCAIUPACHFCAIAhQ8AIc4IAQCDDwAhzwgBAIMPACHQCEAAiA8AIdEIAgCFDwAh0giAAAAAAdMIAQCHDwAh1AgBAIcPACEDAAAAJQAgVwAAwxwAIFgAANMcACAYAAAAJQAgDQAA0hQAIA4AANMUACAPAADUFAAgEQAA1RQAIBIAANYUACATAADXFAAgFAAA2BQAIBsAANkUACAqAADfFAAgKwAA2hQAICwAANwUACA1AADdFAAgNgAA3hQAIDcAAOAUACBQAADTHAAg1gcBAIMPACGpCAIAhQ8AIa0IQACIDwAhrggBAIcPACG5CAEAgw8AIbQJAQCDDwAhvgkBAIcPACHLCYAAAAABFg0AANIUACAOAADTFAAgDwAA1BQAIBEAANUUACASAADWFAAgEwAA1xQAIBQAANgUACAbAADZFAAgKgAA3xQAICsAANoUACAsAADcFAAgNQAA3RQAIDYAAN4UACA3AADgFAAg1gcBAIMPACGpCAIAhQ8AIa0IQACIDwAhrggBAIcPACG5CAEAgw8AIbQJAQCDDwAhvgkBAIcPACHLCYAAAAABAwAAACcAIFcAAMUcACBYAADWHAAgFwAAACcAIBQAAPMVACAqAAD6FQAgKwAA9BUAIDgAAPAVACA5AACEFwAgOgAA8RUAIDsAAPIVACA8AAD2FQAgPQAA9xUAID4AAPgVACA_AAD5FQAgUAAA1hwAINYHAQCDDwAhqggBAIMPACHrCAEAgw8AIZ0JQACIDwAhzAkBAIcPACHNCQEAhw8AIc4JIAC5EQAhzwlAAIkPACHQCQEAhw8AIdEJAQCHDwAhFRQAAPMVACAqAAD6FQAgKwAA9BUAIDgAAPAVACA5AACEFwAgOgAA8RUAIDsAAPIVACA8AAD2FQAgPQAA9xUAID4AAPgVACA_AAD5FQAg1gcBAIMPACGqCAEAgw8AIesIAQCDDwAhnQlAAIgPACHMCQEAhw8AIc0JAQCHDwAhzgkgALkRACHPCUAAiQ8AIdAJAQCHDwAh0QkBAIcPACEDAAAABwAgVwAAxxwAIFgAANkcACAcAAAABwAgBQAA3BcAIAcAAN0XACAIAADeFwAgFAAA3xcAIBsAAOAXACArAADhFwAgNwAA5hcAID0AAOMXACBEAADkFwAgRgAA5RcAIFAAANkcACDWBwEAgw8AIZ4IAQCDDwAhpggBAIMPACHgCAEAgw8AIeIIAACHEeIIIuMIAQCDDwAhnQlAAIgPACHoCQEAgw8AIekJAQCDDwAh6gkBAIMPACHrCUAAiQ8AIewJQACJDwAh7QkBAIcPACHuCQAByRMAIe8JAQCHDwAh8AkBAIcPACEaBQAA3BcAIAcAAN0XACAIAADeFwAgFAAA3xcAIBsAAOAXACArAADhFwAgNwAA5hcAID0AAOMXACBEAADkFwAgRgAA5RcAINYHAQCDDwAhnggBAIMPACGmCAEAgw8AIeAIAQCDDwAh4ggAAIcR4ggi4wgBAIMPACGdCUAAiA8AIegJAQCDDwAh6QkBAIMPACHqCQEAgw8AIesJQACJDwAh7AlAAIkPACHtCQEAhw8AIe4JAAHJEwAh7wkBAIcPACHwCQEAhw8AIQMAAABQACBXAADJHAAgWAAA3BwAICIAAABQACAGAACJEQAgDQAAihEAIBAAAIsRACAcAACMEQAgHQAAjREAICoAAI8RACBQAADcHAAg1gcBAIMPACH5BxAAjw8AIZMIAQCDDwAhlAgBAIMPACGeCAEAgw8AIaYIAQCDDwAhpwgBAIMPACGwCAIAhQ8AIbkIAQCDDwAhuwgBAIcPACG8CEAAiQ8AIc8IAQCDDwAh3AgBAIcPACHdCAEAhw8AId4IQACIDwAh3whAAIgPACHgCAEAgw8AIeIIAACHEeIIIuMIAQCDDwAh5AgBAIMPACHlCAEAgw8AIeYIQACIDwAh5whAAIkPACHoCCAAiBEAIekIAgCFDwAh6giAAAAAASAGAACJEQAgDQAAihEAIBAAAIsRACAcAACMEQAgHQAAjREAICoAAI8RACDWBwEAgw8AIfkHEACPDwAhkwgBAIMPACGUCAEAgw8AIZ4IAQCDDwAhpggBAIMPACGnCAEAgw8AIbAIAgCFDwAhuQgBAIMPACG7CAEAhw8AIbwIQACJDwAhzwgBAIMPACHcCAEAhw8AId0IAQCHDwAh3ghAAIgPACHfCEAAiA8AIeAIAQCDDwAh4ggAAIcR4ggi4wgBAIMPACHkCAEAgw8AIeUIAQCDDwAh5ghAAIgPACHnCEAAiQ8AIegIIACIEQAh6QgCAIUPACHqCIAAAAABD9YHAQAAAAGTCAEAAAABlAgBAAAAAakIAQAAAAG4CAEAAAABuQgBAAAAAcMIAQAAAAHECAIAAAABxQgCAAAAAc4IAQAAAAHPCAEAAAAB0AhAAAAAAdEIAgAAAAHSCIAAAAAB0wgBAAAAAQMAAAADACBXAAC7HAAgWAAA4BwAIBcAAAADACABAADRGAAgBAAA0hgAIAcAANQYACAKAADVGAAgOwAA1hgAIDwAANcYACBFAQCDDwAhRwAA0xgAIEgAANgYACBJAADZGAAgUAAA4BwAINYHAQCDDwAh1wcAANAY8gki9AhAAIgPACH1CEAAiQ8AIaEJAgCFDwAhqgkBAIMPACGsCQEAhw8AIbEJAQCDDwAh6gkBAIMPACHyCQIAhQ8AIfMJAgCFDwAhFQEAANEYACAEAADSGAAgBwAA1BgAIAoAANUYACA7AADWGAAgPAAA1xgAIEUBAIMPACFHAADTGAAgSAAA2BgAIEkAANkYACDWBwEAgw8AIdcHAADQGPIJIvQIQACIDwAh9QhAAIkPACGhCQIAhQ8AIaoJAQCDDwAhrAkBAIcPACGxCQEAgw8AIeoJAQCDDwAh8gkCAIUPACHzCQIAhQ8AIRYNAACFFwAgDgAA5BYAIA8AAOUWACARAADmFgAgEgAA5xYAIBMAAOgWACAUAADpFgAgGwAA6hYAICQAAOwWACArAADrFgAgLAAA7RYAIDUAAO4WACA2AADvFgAgNwAA8RYAINYHAQAAAAGpCAIAAAABrQhAAAAAAa4IAQAAAAG5CAEAAAABtAkBAAAAAb4JAQAAAAHLCYAAAAABAgAAALsBACBXAADhHAAgFRQAAPcWACAkAAD5FgAgKwAA-BYAIDgAAIAXACA5AAD0FgAgOgAA9RYAIDsAAPYWACA8AAD6FgAgPQAA-xYAID4AAPwWACA_AAD9FgAg1gcBAAAAAaoIAQAAAAHrCAEAAAABnQlAAAAAAcwJAQAAAAHNCQEAAAABzgkgAAAAAc8JQAAAAAHQCQEAAAAB0QkBAAAAAQIAAAAqACBXAADjHAAgA_YHAQAAAAGTCAEAAAABuAgBAAAAAQMAAAAlACBXAADhHAAgWAAA6BwAIBgAAAAlACANAADSFAAgDgAA0xQAIA8AANQUACARAADVFAAgEgAA1hQAIBMAANcUACAUAADYFAAgGwAA2RQAICQAANsUACArAADaFAAgLAAA3BQAIDUAAN0UACA2AADeFAAgNwAA4BQAIFAAAOgcACDWBwEAgw8AIakIAgCFDwAhrQhAAIgPACGuCAEAhw8AIbkIAQCDDwAhtAkBAIMPACG-CQEAhw8AIcsJgAAAAAEWDQAA0hQAIA4AANMUACAPAADUFAAgEQAA1RQAIBIAANYUACATAADXFAAgFAAA2BQAIBsAANkUACAkAADbFAAgKwAA2hQAICwAANwUACA1AADdFAAgNgAA3hQAIDcAAOAUACDWBwEAgw8AIakIAgCFDwAhrQhAAIgPACGuCAEAhw8AIbkIAQCDDwAhtAkBAIMPACG-CQEAhw8AIcsJgAAAAAEDAAAAJwAgVwAA4xwAIFgAAOscACAXAAAAJwAgFAAA8xUAICQAAPUVACArAAD0FQAgOAAA8BUAIDkAAIQXACA6AADxFQAgOwAA8hUAIDwAAPYVACA9AAD3FQAgPgAA-BUAID8AAPkVACBQAADrHAAg1gcBAIMPACGqCAEAgw8AIesIAQCDDwAhnQlAAIgPACHMCQEAhw8AIc0JAQCHDwAhzgkgALkRACHPCUAAiQ8AIdAJAQCHDwAh0QkBAIcPACEVFAAA8xUAICQAAPUVACArAAD0FQAgOAAA8BUAIDkAAIQXACA6AADxFQAgOwAA8hUAIDwAAPYVACA9AAD3FQAgPgAA-BUAID8AAPkVACDWBwEAgw8AIaoIAQCDDwAh6wgBAIMPACGdCUAAiA8AIcwJAQCHDwAhzQkBAIcPACHOCSAAuREAIc8JQACJDwAh0AkBAIcPACHRCQEAhw8AISAGAACnEQAgDQAAqBEAIBAAAKkRACAcAACtEQAgHQAAqhEAICQAAKsRACDWBwEAAAAB-QcQAAAAAZMIAQAAAAGUCAEAAAABnggBAAAAAaYIAQAAAAGnCAEAAAABsAgCAAAAAbkIAQAAAAG7CAEAAAABvAhAAAAAAc8IAQAAAAHcCAEAAAAB3QgBAAAAAd4IQAAAAAHfCEAAAAAB4AgBAAAAAeIIAAAA4ggC4wgBAAAAAeQIAQAAAAHlCAEAAAAB5ghAAAAAAecIQAAAAAHoCCAAAAAB6QgCAAAAAeoIgAAAAAECAAAAUgAgVwAA7BwAIBMGAAD1EgAgDQAA9hIAIBAAAPcSACAbAAD6EgAgQAAA-BIAIEEAAPkSACBCAAD7EgAgQwAA_BIAINYHAQAAAAGTCAEAAAABlAgBAAAAAbkIAQAAAAG8CEAAAAABzwgBAAAAAd4IQAAAAAHmCEAAAAABlgkgAAAAAZwJAQAAAAGdCUAAAAABAgAAACMAIFcAAO4cACAaBQAAwBgAIAcAAMEYACAIAADCGAAgFAAAwxgAIBsAAMQYACAkAADGGAAgKwAAxRgAIDcAAMoYACA9AADHGAAgRgAAyRgAINYHAQAAAAGeCAEAAAABpggBAAAAAeAIAQAAAAHiCAAAAOIIAuMIAQAAAAGdCUAAAAAB6AkBAAAAAekJAQAAAAHqCQEAAAAB6wlAAAAAAewJQAAAAAHtCQEAAAAB7gkAAQAAAe8JAQAAAAHwCQEAAAABAgAAAAkAIFcAAPAcACAQDQAAkRAAIBAAAJIQACDWBwEAAAABlAgBAAAAAaAIAQAAAAGqCAEAAAABrQhAAAAAAa4IAQAAAAGvCAEAAAABuQgBAAAAAboIAgAAAAG7CAEAAAABvAhAAAAAAb0IgAAAAAG-CAAAkBAAIL8IAgAAAAECAAAApgEAIFcAAPIcACADAAAAUAAgVwAA7BwAIFgAAPYcACAiAAAAUAAgBgAAiREAIA0AAIoRACAQAACLEQAgHAAAjBEAIB0AAI0RACAkAACOEQAgUAAA9hwAINYHAQCDDwAh-QcQAI8PACGTCAEAgw8AIZQIAQCDDwAhnggBAIMPACGmCAEAgw8AIacIAQCDDwAhsAgCAIUPACG5CAEAgw8AIbsIAQCHDwAhvAhAAIkPACHPCAEAgw8AIdwIAQCHDwAh3QgBAIcPACHeCEAAiA8AId8IQACIDwAh4AgBAIMPACHiCAAAhxHiCCLjCAEAgw8AIeQIAQCDDwAh5QgBAIMPACHmCEAAiA8AIecIQACJDwAh6AggAIgRACHpCAIAhQ8AIeoIgAAAAAEgBgAAiREAIA0AAIoRACAQAACLEQAgHAAAjBEAIB0AAI0RACAkAACOEQAg1gcBAIMPACH5BxAAjw8AIZMIAQCDDwAhlAgBAIMPACGeCAEAgw8AIaYIAQCDDwAhpwgBAIMPACGwCAIAhQ8AIbkIAQCDDwAhuwgBAIcPACG8CEAAiQ8AIc8IAQCDDwAh3AgBAIcPACHdCAEAhw8AId4IQACIDwAh3whAAIgPACHgCAEAgw8AIeIIAACHEeIIIuMIAQCDDwAh5AgBAIMPACHlCAEAgw8AIeYIQACIDwAh5whAAIkPACHoCCAAiBEAIekIAgCFDwAh6giAAAAAAQMAAAAhACBXAADuHAAgWAAA-RwAIBUAAAAhACAGAACzEgAgDQAAtBIAIBAAALUSACAbAAC4EgAgQAAAthIAIEEAALcSACBCAAC5EgAgQwAAuhIAIFAAAPkcACDWBwEAgw8AIZMIAQCDDwAhlAgBAIMPACG5CAEAgw8AIbwIQACJDwAhzwgBAIMPACHeCEAAiQ8AIeYIQACJDwAhlgkgALkRACGcCQEAhw8AIZ0JQACIDwAhEwYAALMSACANAAC0EgAgEAAAtRIAIBsAALgSACBAAAC2EgAgQQAAtxIAIEIAALkSACBDAAC6EgAg1gcBAIMPACGTCAEAgw8AIZQIAQCDDwAhuQgBAIMPACG8CEAAiQ8AIc8IAQCDDwAh3ghAAIkPACHmCEAAiQ8AIZYJIAC5EQAhnAkBAIcPACGdCUAAiA8AIQMAAAAHACBXAADwHAAgWAAA_BwAIBwAAAAHACAFAADcFwAgBwAA3RcAIAgAAN4XACAUAADfFwAgGwAA4BcAICQAAOIXACArAADhFwAgNwAA5hcAID0AAOMXACBGAADlFwAgUAAA_BwAINYHAQCDDwAhnggBAIMPACGmCAEAgw8AIeAIAQCDDwAh4ggAAIcR4ggi4wgBAIMPACGdCUAAiA8AIegJAQCDDwAh6QkBAIMPACHqCQEAgw8AIesJQACJDwAh7AlAAIkPACHtCQEAhw8AIe4JAAHJEwAh7wkBAIcPACHwCQEAhw8AIRoFAADcFwAgBwAA3RcAIAgAAN4XACAUAADfFwAgGwAA4BcAICQAAOIXACArAADhFwAgNwAA5hcAID0AAOMXACBGAADlFwAg1gcBAIMPACGeCAEAgw8AIaYIAQCDDwAh4AgBAIMPACHiCAAAhxHiCCLjCAEAgw8AIZ0JQACIDwAh6AkBAIMPACHpCQEAgw8AIeoJAQCDDwAh6wlAAIkPACHsCUAAiQ8AIe0JAQCHDwAh7gkAAckTACHvCQEAhw8AIfAJAQCHDwAhAwAAAKQBACBXAADyHAAgWAAA_xwAIBIAAACkAQAgDQAAgRAAIBAAAIIQACBQAAD_HAAg1gcBAIMPACGUCAEAgw8AIaAIAQCHDwAhqggBAIMPACGtCEAAiA8AIa4IAQCHDwAhrwgBAIMPACG5CAEAgw8AIboIAgCFDwAhuwgBAIMPACG8CEAAiA8AIb0IgAAAAAG-CAAAgBAAIL8IAgCFDwAhEA0AAIEQACAQAACCEAAg1gcBAIMPACGUCAEAgw8AIaAIAQCHDwAhqggBAIMPACGtCEAAiA8AIa4IAQCHDwAhrwgBAIMPACG5CAEAgw8AIboIAgCFDwAhuwgBAIMPACG8CEAAiA8AIb0IgAAAAAG-CAAAgBAAIL8IAgCFDwAhCAYAAPcPACAVAAD4DwAgHgAA-Q8AICcAAPYPACD2BwEAAAABkwgBAAAAAbUIAQAAAAG4CAEAAAABAgAAAG8AIFcAAIAdACADAAAAbQAgVwAAgB0AIFgAAIQdACAKAAAAbQAgBgAA7Q8AIBUAAO4PACAeAADvDwAgJwAA7A8AIFAAAIQdACD2BwEAgw8AIZMIAQCDDwAhtQgBAIMPACG4CAEAgw8AIQgGAADtDwAgFQAA7g8AIB4AAO8PACAnAADsDwAg9gcBAIMPACGTCAEAgw8AIbUIAQCDDwAhuAgBAIMPACEVAQAAvRkAIAQAALQZACAHAAC2GQAgCgAAtxkAIDsAALgZACA8AAC5GQAgRQEAAAABRwAAtRkAIEkAALsZACBKAAC8GQAg1gcBAAAAAdcHAAAA8gkC9AhAAAAAAfUIQAAAAAGhCQIAAAABqgkBAAAAAawJAQAAAAGxCQEAAAAB6gkBAAAAAfIJAgAAAAHzCQIAAAABAgAAAAEAIFcAAIUdACAJ1gcBAAAAAZcIAQAAAAGpCAIAAAABqggBAAAAAasIAQAAAAGsCEAAAAABrQhAAAAAAa4IAQAAAAGvCAEAAAABAwAAAAMAIFcAAIUdACBYAACKHQAgFwAAAAMAIAEAANEYACAEAADSGAAgBwAA1BgAIAoAANUYACA7AADWGAAgPAAA1xgAIEUBAIMPACFHAADTGAAgSQAA2RgAIEoAANoYACBQAACKHQAg1gcBAIMPACHXBwAA0BjyCSL0CEAAiA8AIfUIQACJDwAhoQkCAIUPACGqCQEAgw8AIawJAQCHDwAhsQkBAIMPACHqCQEAgw8AIfIJAgCFDwAh8wkCAIUPACEVAQAA0RgAIAQAANIYACAHAADUGAAgCgAA1RgAIDsAANYYACA8AADXGAAgRQEAgw8AIUcAANMYACBJAADZGAAgSgAA2hgAINYHAQCDDwAh1wcAANAY8gki9AhAAIgPACH1CEAAiQ8AIaEJAgCFDwAhqgkBAIMPACGsCQEAhw8AIbEJAQCDDwAh6gkBAIMPACHyCQIAhQ8AIfMJAgCFDwAhCgUAAN8PACDWBwEAAAAB_wdAAAAAAZcIAQAAAAGeCAEAAAABqggBAAAAAasIAQAAAAGsCEAAAAABsAgCAAAAAbEIAQAAAAECAAAAzgoAIFcAAIsdACAEiAhAAAAAAZMIAQAAAAGmCAEAAAABpwgBAAAAAQMAAACSAgAgVwAAix0AIFgAAJAdACAMAAAAkgIAIAUAANEPACBQAACQHQAg1gcBAIMPACH_B0AAiA8AIZcIAQCDDwAhnggBAIMPACGqCAEAgw8AIasIAQCDDwAhrAhAAIkPACGwCAIAhQ8AIbEIAQCDDwAhCgUAANEPACDWBwEAgw8AIf8HQACIDwAhlwgBAIMPACGeCAEAgw8AIaoIAQCDDwAhqwgBAIMPACGsCEAAiQ8AIbAIAgCFDwAhsQgBAIMPACEaBQAAwBgAIAcAAMEYACAIAADCGAAgFAAAwxgAIBsAAMQYACAkAADGGAAgKwAAxRgAIDcAAMoYACA9AADHGAAgRAAAyBgAINYHAQAAAAGeCAEAAAABpggBAAAAAeAIAQAAAAHiCAAAAOIIAuMIAQAAAAGdCUAAAAAB6AkBAAAAAekJAQAAAAHqCQEAAAAB6wlAAAAAAewJQAAAAAHtCQEAAAAB7gkAAQAAAe8JAQAAAAHwCQEAAAABAgAAAAkAIFcAAJEdACALRQAAyg8AINYHAQAAAAGXCAEAAAABqAgBAAAAAakIAgAAAAGqCAEAAAABqwgBAAAAAawIQAAAAAGtCEAAAAABrggBAAAAAa8IAQAAAAECAAAA_wEAIFcAAJMdACADAAAABwAgVwAAkR0AIFgAAJcdACAcAAAABwAgBQAA3BcAIAcAAN0XACAIAADeFwAgFAAA3xcAIBsAAOAXACAkAADiFwAgKwAA4RcAIDcAAOYXACA9AADjFwAgRAAA5BcAIFAAAJcdACDWBwEAgw8AIZ4IAQCDDwAhpggBAIMPACHgCAEAgw8AIeIIAACHEeIIIuMIAQCDDwAhnQlAAIgPACHoCQEAgw8AIekJAQCDDwAh6gkBAIMPACHrCUAAiQ8AIewJQACJDwAh7QkBAIcPACHuCQAByRMAIe8JAQCHDwAh8AkBAIcPACEaBQAA3BcAIAcAAN0XACAIAADeFwAgFAAA3xcAIBsAAOAXACAkAADiFwAgKwAA4RcAIDcAAOYXACA9AADjFwAgRAAA5BcAINYHAQCDDwAhnggBAIMPACGmCAEAgw8AIeAIAQCDDwAh4ggAAIcR4ggi4wgBAIMPACGdCUAAiA8AIegJAQCDDwAh6QkBAIMPACHqCQEAgw8AIesJQACJDwAh7AlAAIkPACHtCQEAhw8AIe4JAAHJEwAh7wkBAIcPACHwCQEAhw8AIQMAAAD9AQAgVwAAkx0AIFgAAJodACANAAAA_QEAIEUAALwPACBQAACaHQAg1gcBAIMPACGXCAEAgw8AIagIAQCDDwAhqQgCAIUPACGqCAEAgw8AIasIAQCDDwAhrAhAAIgPACGtCEAAiA8AIa4IAQCHDwAhrwgBAIMPACELRQAAvA8AINYHAQCDDwAhlwgBAIMPACGoCAEAgw8AIakIAgCFDwAhqggBAIMPACGrCAEAgw8AIawIQACIDwAhrQhAAIgPACGuCAEAhw8AIa8IAQCDDwAhFQEAAL0ZACAEAAC0GQAgBwAAthkAIAoAALcZACA7AAC4GQAgPAAAuRkAIEUBAAAAAUcAALUZACBIAAC6GQAgSgAAvBkAINYHAQAAAAHXBwAAAPIJAvQIQAAAAAH1CEAAAAABoQkCAAAAAaoJAQAAAAGsCQEAAAABsQkBAAAAAeoJAQAAAAHyCQIAAAAB8wkCAAAAAQIAAAABACBXAACbHQAgAwAAAAMAIFcAAJsdACBYAACfHQAgFwAAAAMAIAEAANEYACAEAADSGAAgBwAA1BgAIAoAANUYACA7AADWGAAgPAAA1xgAIEUBAIMPACFHAADTGAAgSAAA2BgAIEoAANoYACBQAACfHQAg1gcBAIMPACHXBwAA0BjyCSL0CEAAiA8AIfUIQACJDwAhoQkCAIUPACGqCQEAgw8AIawJAQCHDwAhsQkBAIMPACHqCQEAgw8AIfIJAgCFDwAh8wkCAIUPACEVAQAA0RgAIAQAANIYACAHAADUGAAgCgAA1RgAIDsAANYYACA8AADXGAAgRQEAgw8AIUcAANMYACBIAADYGAAgSgAA2hgAINYHAQCDDwAh1wcAANAY8gki9AhAAIgPACH1CEAAiQ8AIaEJAgCFDwAhqgkBAIMPACGsCQEAhw8AIbEJAQCDDwAh6gkBAIMPACHyCQIAhQ8AIfMJAgCFDwAhFg0AAIUXACAOAADkFgAgDwAA5RYAIBEAAOYWACASAADnFgAgEwAA6BYAIBQAAOkWACAbAADqFgAgJAAA7BYAICoAAPAWACArAADrFgAgLAAA7RYAIDUAAO4WACA2AADvFgAg1gcBAAAAAakIAgAAAAGtCEAAAAABrggBAAAAAbkIAQAAAAG0CQEAAAABvgkBAAAAAcsJgAAAAAECAAAAuwEAIFcAAKAdACAaBQAAwBgAIAcAAMEYACAIAADCGAAgFAAAwxgAIBsAAMQYACAkAADGGAAgKwAAxRgAID0AAMcYACBEAADIGAAgRgAAyRgAINYHAQAAAAGeCAEAAAABpggBAAAAAeAIAQAAAAHiCAAAAOIIAuMIAQAAAAGdCUAAAAAB6AkBAAAAAekJAQAAAAHqCQEAAAAB6wlAAAAAAewJQAAAAAHtCQEAAAAB7gkAAQAAAe8JAQAAAAHwCQEAAAABAgAAAAkAIFcAAKIdACADAAAAJQAgVwAAoB0AIFgAAKYdACAYAAAAJQAgDQAA0hQAIA4AANMUACAPAADUFAAgEQAA1RQAIBIAANYUACATAADXFAAgFAAA2BQAIBsAANkUACAkAADbFAAgKgAA3xQAICsAANoUACAsAADcFAAgNQAA3RQAIDYAAN4UACBQAACmHQAg1gcBAIMPACGpCAIAhQ8AIa0IQACIDwAhrggBAIcPACG5CAEAgw8AIbQJAQCDDwAhvgkBAIcPACHLCYAAAAABFg0AANIUACAOAADTFAAgDwAA1BQAIBEAANUUACASAADWFAAgEwAA1xQAIBQAANgUACAbAADZFAAgJAAA2xQAICoAAN8UACArAADaFAAgLAAA3BQAIDUAAN0UACA2AADeFAAg1gcBAIMPACGpCAIAhQ8AIa0IQACIDwAhrggBAIcPACG5CAEAgw8AIbQJAQCDDwAhvgkBAIcPACHLCYAAAAABAwAAAAcAIFcAAKIdACBYAACpHQAgHAAAAAcAIAUAANwXACAHAADdFwAgCAAA3hcAIBQAAN8XACAbAADgFwAgJAAA4hcAICsAAOEXACA9AADjFwAgRAAA5BcAIEYAAOUXACBQAACpHQAg1gcBAIMPACGeCAEAgw8AIaYIAQCDDwAh4AgBAIMPACHiCAAAhxHiCCLjCAEAgw8AIZ0JQACIDwAh6AkBAIMPACHpCQEAgw8AIeoJAQCDDwAh6wlAAIkPACHsCUAAiQ8AIe0JAQCHDwAh7gkAAckTACHvCQEAhw8AIfAJAQCHDwAhGgUAANwXACAHAADdFwAgCAAA3hcAIBQAAN8XACAbAADgFwAgJAAA4hcAICsAAOEXACA9AADjFwAgRAAA5BcAIEYAAOUXACDWBwEAgw8AIZ4IAQCDDwAhpggBAIMPACHgCAEAgw8AIeIIAACHEeIIIuMIAQCDDwAhnQlAAIgPACHoCQEAgw8AIekJAQCDDwAh6gkBAIMPACHrCUAAiQ8AIewJQACJDwAh7QkBAIcPACHuCQAByRMAIe8JAQCHDwAh8AkBAIcPACETBgAA9RIAIA0AAPYSACAQAAD3EgAgGwAA-hIAICoAAP0SACBAAAD4EgAgQQAA-RIAIEIAAPsSACDWBwEAAAABkwgBAAAAAZQIAQAAAAG5CAEAAAABvAhAAAAAAc8IAQAAAAHeCEAAAAAB5ghAAAAAAZYJIAAAAAGcCQEAAAABnQlAAAAAAQIAAAAjACBXAACqHQAgAwAAACEAIFcAAKodACBYAACuHQAgFQAAACEAIAYAALMSACANAAC0EgAgEAAAtRIAIBsAALgSACAqAAC7EgAgQAAAthIAIEEAALcSACBCAAC5EgAgUAAArh0AINYHAQCDDwAhkwgBAIMPACGUCAEAgw8AIbkIAQCDDwAhvAhAAIkPACHPCAEAgw8AId4IQACJDwAh5ghAAIkPACGWCSAAuREAIZwJAQCHDwAhnQlAAIgPACETBgAAsxIAIA0AALQSACAQAAC1EgAgGwAAuBIAICoAALsSACBAAAC2EgAgQQAAtxIAIEIAALkSACDWBwEAgw8AIZMIAQCDDwAhlAgBAIMPACG5CAEAgw8AIbwIQACJDwAhzwgBAIMPACHeCEAAiQ8AIeYIQACJDwAhlgkgALkRACGcCQEAhw8AIZ0JQACIDwAhCwEEAQQGAQeOAgMKjwIGDAA_O5ACLjyRAjBHCgJIkwI6SZcCPkqaAhsMBQABBw4DCBAEDAA9FCQJG_QBDyT2ARcr9QEWN4QCLD33ATFE-AEeRvwBOAIFAAEGAAIFBhECCRUFChkGCx0HDAAIAQgABAIFAAEIAAQBCAAEAwkeAAofAAsgAAoGAAIMADcNAAoQAAsb5QEPKu4BHkDgAS5B5AE0QukBNUPtATYNDAAzFMMBCSTFARcq1QEfK8QBFjgmCzm5AQs6vAELO8ABLjzJATA9zQExPtIBMj_UASMQDAAtDQAKDigKDysKES8MEjMNEzcOFDgJGzwPJHcXKqcBHytTFix6EjV-IzajASM3qwEsARAACwEQAAsBEAALBwYAAgwAFRAACxUACRdAEBhEERpMFAEWAA8CFgAPGUYSAwwAExAACxhHEQEYSAABFgAPAxdNABhOABpPAAgGAAIMACINAAoQAAscVBYdVRYkWRcqcB4LBgACDAAdDQAKEAALGF0YHgAWIF8ZIWMaImQXI2UXJWcbAR8AFwEfABcBHwAXAwVoAQwAHCRpFwEkagACGGsAIWwABQYAAhUACR4AFicAHyl0IQQMACANAAoQAAsmcR4BJnIAASgAHgIkdQAqdgAKDAArDX8KEYUBJC2AAQsugQELMIkBJTGNASYykQEnM5UBKDScASoBLwAjAS8AIwEvACMBLwAjBAGWASgMACkXlwEoLwAjAReYAQABLwAjBhGdAQAwngEAMZ8BADKgAQAzoQEANKIBAAIGAAIQAAsND6wBABGtAQASrgEAE68BABSwAQAbsQEAJLMBACq3AQArsgEALLQBADW1AQA2tgEAN7gBAAQFAAEMAC8NAAoUwQEJARTCAQACBQABDQAKAgYAAg3OAQoBDdMBCgoU2AEAJNoBACrfAQAr2QEAOtYBADvXAQA82wEAPdwBAD7dAQA_3gEAARUACQEVAAkBFQAJBRvwAQAq8wEAQe8BAELxAQBD8gEAAgYAAhAAOQMMADxFADpGggI4AwUAAQwAOzqAAjkBOoECAAFGgwIACQeFAgAUhgIAG4cCACSJAgAriAIAN40CAD2KAgBEiwIARowCAAEFAAEIBJsCAAedAgAKngIAO58CADygAgBHnAIASaECAEqiAgAAAQGsAgEBAbICAQUMAERdAEVeAEZfAEdgAEgAAAAAAAUMAERdAEVeAEZfAEdgAEgBBQABAQUAAQMMAE1fAE5gAE8AAAADDABNXwBOYABPAgUAAQYAAgIFAAEGAAIDDABUXwBVYABWAAAAAwwAVF8AVWAAVgEG8gICAQb4AgIDDABbXwBcYABdAAAAAwwAW18AXGAAXQIFAAEIAAQCBQABCAAEAwwAYl8AY2AAZAAAAAMMAGJfAGNgAGQBCAAEAQgABAMMAGlfAGpgAGsAAAADDABpXwBqYABrAAAABQwAcV0Acl4Ac18AdGAAdQAAAAAABQwAcV0Acl4Ac18AdGAAdQAAAAMMAHtfAHxgAH0AAAADDAB7XwB8YAB9AjjoAws56QMLAjjvAws58AMLAwwAggFfAIMBYACEAQAAAAMMAIIBXwCDAWAAhAEBDQAKAQ0ACgUMAIkBXQCKAV4AiwFfAIwBYACNAQAAAAAABQwAiQFdAIoBXgCLAV8AjAFgAI0BARAACwEQAAsFDACSAV0AkwFeAJQBXwCVAWAAlgEAAAAAAAUMAJIBXQCTAV4AlAFfAJUBYACWAQEQAAsBEAALBQwAmwFdAJwBXgCdAV8AngFgAJ8BAAAAAAAFDACbAV0AnAFeAJ0BXwCeAWAAnwEBEAALARAACwUMAKQBXQClAV4ApgFfAKcBYACoAQAAAAAABQwApAFdAKUBXgCmAV8ApwFgAKgBAAAAAwwArgFfAK8BYACwAQAAAAMMAK4BXwCvAWAAsAEDDfMECi30BAsu9QQLAw37BAot_AQLLv0ECwUMALUBXQC2AV4AtwFfALgBYAC5AQAAAAAABQwAtQFdALYBXgC3AV8AuAFgALkBAS8AIwEvACMFDAC-AV0AvwFeAMABXwDBAWAAwgEAAAAAAAUMAL4BXQC_AV4AwAFfAMEBYADCAQAAAAUMAMgBXQDJAV4AygFfAMsBYADMAQAAAAAABQwAyAFdAMkBXgDKAV8AywFgAMwBAS8AIwEvACMFDADRAV0A0gFeANMBXwDUAWAA1QEAAAAAAAUMANEBXQDSAV4A0wFfANQBYADVAQEvACMBLwAjAwwA2gFfANsBYADcAQAAAAMMANoBXwDbAWAA3AEBLwAjAS8AIwUMAOEBXQDiAV4A4wFfAOQBYADlAQAAAAAABQwA4QFdAOIBXgDjAV8A5AFgAOUBAgGABigvACMCAYYGKC8AIwMMAOoBXwDrAWAA7AEAAAADDADqAV8A6wFgAOwBAS8AIwEvACMFDADxAV0A8gFeAPMBXwD0AWAA9QEAAAAAAAUMAPEBXQDyAV4A8wFfAPQBYAD1AQEIAAQBCAAEBQwA-gFdAPsBXgD8AV8A_QFgAP4BAAAAAAAFDAD6AV0A-wFeAPwBXwD9AWAA_gECBQABDQAKAgUAAQ0ACgMMAIMCXwCEAmAAhQIAAAADDACDAl8AhAJgAIUCBAYAAg0AChAAC0DaBi4EBgACDQAKEAALQOAGLgMMAIoCXwCLAmAAjAIAAAADDACKAl8AiwJgAIwCARUACQEVAAkDDACRAl8AkgJgAJMCAAAAAwwAkQJfAJICYACTAgIFAAENAAoCBQABDQAKBQwAmAJdAJkCXgCaAl8AmwJgAJwCAAAAAAAFDACYAl0AmQJeAJoCXwCbAmAAnAIDBgACEAALFQAJAwYAAhAACxUACQUMAKECXQCiAl4AowJfAKQCYAClAgAAAAAABQwAoQJdAKICXgCjAl8ApAJgAKUCARYADwEWAA8FDACqAl0AqwJeAKwCXwCtAmAArgIAAAAAAAUMAKoCXQCrAl4ArAJfAK0CYACuAgIWAA8ZygcSAhYADxnQBxIFDACzAl0AtAJeALUCXwC2AmAAtwIAAAAAAAUMALMCXQC0Al4AtQJfALYCYAC3AgEQAAsBEAALAwwAvAJfAL0CYAC-AgAAAAMMALwCXwC9AmAAvgIBFgAPARYADwUMAMMCXQDEAl4AxQJfAMYCYADHAgAAAAAABQwAwwJdAMQCXgDFAl8AxgJgAMcCARUACQEVAAkDDADMAl8AzQJgAM4CAAAAAwwAzAJfAM0CYADOAgIGAAINpAgKAgYAAg2qCAoFDADTAl0A1AJeANUCXwDWAmAA1wIAAAAAAAUMANMCXQDUAl4A1QJfANYCYADXAgENvAgKAQ3CCAoDDADcAl8A3QJgAN4CAAAAAwwA3AJfAN0CYADeAgQGAAINAAoQAAsc1AgWBAYAAg0AChAACxzaCBYFDADjAl0A5AJeAOUCXwDmAmAA5wIAAAAAAAUMAOMCXQDkAl4A5QJfAOYCYADnAgAAAAUMAO0CXQDuAl4A7wJfAPACYADxAgAAAAAABQwA7QJdAO4CXgDvAl8A8AJgAPECAR8AFwEfABcDDAD2Al8A9wJgAPgCAAAAAwwA9gJfAPcCYAD4AgEfABcBHwAXBQwA_QJdAP4CXgD_Al8AgANgAIEDAAAAAAAFDAD9Al0A_gJeAP8CXwCAA2AAgQMGBgACDQAKEAALHgAWIrMJFyW0CRsGBgACDQAKEAALHgAWIroJFyW7CRsFDACGA10AhwNeAIgDXwCJA2AAigMAAAAAAAUMAIYDXQCHA14AiANfAIkDYACKAwEfABcBHwAXAwwAjwNfAJADYACRAwAAAAMMAI8DXwCQA2AAkQMBBeMJAQEF6QkBBQwAlgNdAJcDXgCYA18AmQNgAJoDAAAAAAAFDACWA10AlwNeAJgDXwCZA2AAmgMAAAAFDACgA10AoQNeAKIDXwCjA2AApAMAAAAAAAUMAKADXQChA14AogNfAKMDYACkAwINAAoQAAsCDQAKEAALBQwAqQNdAKoDXgCrA18ArANgAK0DAAAAAAAFDACpA10AqgNeAKsDXwCsA2AArQMEBgACFQAJHgAWJwAfBAYAAhUACR4AFicAHwMMALIDXwCzA2AAtAMAAAADDACyA18AswNgALQDASgAHgEoAB4DDAC5A18AugNgALsDAAAAAwwAuQNfALoDYAC7AwEFAAEBBQABBQwAwANdAMEDXgDCA18AwwNgAMQDAAAAAAAFDADAA10AwQNeAMIDXwDDA2AAxAMBRQA6AUUAOgUMAMkDXQDKA14AywNfAMwDYADNAwAAAAAABQwAyQNdAMoDXgDLA18AzANgAM0DAgYAAhAAOQIGAAIQADkDDADSA18A0wNgANQDAAAAAwwA0gNfANMDYADUAwEFAAEBBQABBQwA2QNdANoDXgDbA18A3ANgAN0DAAAAAAAFDADZA10A2gNeANsDXwDcA2AA3QMCBgACEAALAgYAAhAACwUMAOIDXQDjA14A5ANfAOUDYADmAwAAAAAABQwA4gNdAOMDXgDkA18A5QNgAOYDAAAABQwA7ANdAO0DXgDuA18A7wNgAPADAAAAAAAFDADsA10A7QNeAO4DXwDvA2AA8AMAAAADDAD2A18A9wNgAPgDAAAAAwwA9gNfAPcDYAD4AwAAAAMMAP4DXwD_A2AAgAQAAAADDAD-A18A_wNgAIAEARUACQEVAAkFDACFBF0AhgReAIcEXwCIBGAAiQQAAAAAAAUMAIUEXQCGBF4AhwRfAIgEYACJBAAAAAUMAI8EXQCQBF4AkQRfAJIEYACTBAAAAAAABQwAjwRdAJAEXgCRBF8AkgRgAJMESwIBTKMCAU2kAgFOpQIBT6YCAVGoAgFSqgJAU6sCQVSuAgFVsAJAVrECQlmzAgFatAIBW7UCQGG4AkNiuQJJY7oCAmS7AgJlvAICZr0CAme-AgJowAICacICQGrDAkprxQICbMcCQG3IAktuyQICb8oCAnDLAkBxzgJMcs8CUHPQAgN00QIDddICA3bTAgN31AIDeNYCA3nYAkB62QJRe9sCA3zdAkB93gJSft8CA3_gAgOAAeECQIEB5AJTggHlAleDAecCBIQB6AIEhQHqAgSGAesCBIcB7AIEiAHuAgSJAfACQIoB8QJYiwH0AgSMAfYCQI0B9wJZjgH5AgSPAfoCBJAB-wJAkQH-AlqSAf8CXpMBgAMGlAGBAwaVAYIDBpYBgwMGlwGEAwaYAYYDBpkBiANAmgGJA1-bAYsDBpwBjQNAnQGOA2CeAY8DBp8BkAMGoAGRA0ChAZQDYaIBlQNlowGWAwWkAZcDBaUBmAMFpgGZAwWnAZoDBagBnAMFqQGeA0CqAZ8DZqsBoQMFrAGjA0CtAaQDZ64BpQMFrwGmAwWwAacDQLEBqgNosgGrA2yzAa0DbbQBrgNttQGxA222AbIDbbcBswNtuAG1A225AbcDQLoBuANuuwG6A228AbwDQL0BvQNvvgG-A22_Ab8DbcABwANAwQHDA3DCAcQDdsMBxgN3xAHHA3fFAcoDd8YBywN3xwHMA3fIAc4Dd8kB0ANAygHRA3jLAdMDd8wB1QNAzQHWA3nOAdcDd88B2AN30AHZA0DRAdwDetIB3QN-0wHeAwrUAd8DCtUB4AMK1gHhAwrXAeIDCtgB5AMK2QHmA0DaAecDf9sB6wMK3AHtA0DdAe4DgAHeAfEDCt8B8gMK4AHzA0DhAfYDgQHiAfcDhQHjAfgDC-QB-QML5QH6AwvmAfsDC-cB_AML6AH-AwvpAYAEQOoBgQSGAesBgwQL7AGFBEDtAYYEhwHuAYcEC-8BiAQL8AGJBEDxAYwEiAHyAY0EjgHzAY4EDPQBjwQM9QGQBAz2AZEEDPcBkgQM-AGUBAz5AZYEQPoBlwSPAfsBmQQM_AGbBED9AZwEkAH-AZ0EDP8BngQMgAKfBECBAqIEkQGCAqMElwGDAqQEDYQCpQQNhQKmBA2GAqcEDYcCqAQNiAKqBA2JAqwEQIoCrQSYAYsCrwQNjAKxBECNArIEmQGOArMEDY8CtAQNkAK1BECRArgEmgGSArkEoAGTAroEDpQCuwQOlQK8BA6WAr0EDpcCvgQOmALABA6ZAsIEQJoCwwShAZsCxQQOnALHBECdAsgEogGeAskEDp8CygQOoALLBEChAs4EowGiAs8EqQGjAtEEqgGkAtIEqgGlAtUEqgGmAtYEqgGnAtcEqgGoAtkEqgGpAtsEQKoC3ASrAasC3gSqAawC4ARArQLhBKwBrgLiBKoBrwLjBKoBsALkBECxAucErQGyAugEsQGzAukEI7QC6gQjtQLrBCO2AuwEI7cC7QQjuALvBCO5AvEEQLoC8gSyAbsC9wQjvAL5BEC9AvoEswG-Av4EI78C_wQjwAKABUDBAoMFtAHCAoQFugHDAoUFJMQChgUkxQKHBSTGAogFJMcCiQUkyAKLBSTJAo0FQMoCjgW7AcsCkAUkzAKSBUDNApMFvAHOApQFJM8ClQUk0AKWBUDRApkFvQHSApoFwwHTApwFxAHUAp0FxAHVAqAFxAHWAqEFxAHXAqIFxAHYAqQFxAHZAqYFQNoCpwXFAdsCqQXEAdwCqwVA3QKsBcYB3gKtBcQB3wKuBcQB4AKvBUDhArIFxwHiArMFzQHjArQFJeQCtQUl5QK2BSXmArcFJecCuAUl6AK6BSXpArwFQOoCvQXOAesCvwUl7ALBBUDtAsIFzwHuAsMFJe8CxAUl8ALFBUDxAsgF0AHyAskF1gHzAsoFJvQCywUm9QLMBSb2As0FJvcCzgUm-ALQBSb5AtIFQPoC0wXXAfsC1QUm_ALXBUD9AtgF2AH-AtkFJv8C2gUmgAPbBUCBA94F2QGCA98F3QGDA-AFJ4QD4QUnhQPiBSeGA-MFJ4cD5AUniAPmBSeJA-gFQIoD6QXeAYsD6wUnjAPtBUCNA-4F3wGOA-8FJ48D8AUnkAPxBUCRA_QF4AGSA_UF5gGTA_YFKJQD9wUolQP4BSiWA_kFKJcD-gUomAP8BSiZA_4FQJoD_wXnAZsDggYonAOEBkCdA4UG6AGeA4cGKJ8DiAYooAOJBkChA4wG6QGiA40G7QGjA44GKqQDjwYqpQOQBiqmA5EGKqcDkgYqqAOUBiqpA5YGQKoDlwbuAasDmQYqrAObBkCtA5wG7wGuA50GKq8DngYqsAOfBkCxA6IG8AGyA6MG9gGzA6QGB7QDpQYHtQOmBge2A6cGB7cDqAYHuAOqBge5A6wGQLoDrQb3AbsDrwYHvAOxBkC9A7IG-AG-A7MGB78DtAYHwAO1BkDBA7gG-QHCA7kG_wHDA7oGLsQDuwYuxQO8Bi7GA70GLscDvgYuyAPABi7JA8IGQMoDwwaAAssDxQYuzAPHBkDNA8gGgQLOA8kGLs8DygYu0APLBkDRA84GggLSA88GhgLTA9AGCdQD0QYJ1QPSBgnWA9MGCdcD1AYJ2APWBgnZA9gGQNoD2QaHAtsD3AYJ3APeBkDdA98GiALeA-EGCd8D4gYJ4APjBkDhA-YGiQLiA-cGjQLjA-gGNOQD6QY05QPqBjTmA-sGNOcD7AY06APuBjTpA_AGQOoD8QaOAusD8wY07AP1BkDtA_YGjwLuA_cGNO8D-AY08AP5BkDxA_wGkALyA_0GlALzA_4GMPQD_wYw9QOABzD2A4EHMPcDggcw-AOEBzD5A4YHQPoDhweVAvsDiQcw_AOLB0D9A4wHlgL-A40HMP8DjgcwgASPB0CBBJIHlwKCBJMHnQKDBJQHD4QElQcPhQSWBw-GBJcHD4cEmAcPiASaBw-JBJwHQIoEnQeeAosEnwcPjAShB0CNBKIHnwKOBKMHD48EpAcPkASlB0CRBKgHoAKSBKkHpgKTBKoHEJQEqwcQlQSsBxCWBK0HEJcErgcQmASwBxCZBLIHQJoEswenApsEtQcQnAS3B0CdBLgHqAKeBLkHEJ8EugcQoAS7B0ChBL4HqQKiBL8HrwKjBMAHEaQEwQcRpQTCBxGmBMMHEacExAcRqATGBxGpBMgHQKoEyQewAqsEzAcRrATOB0CtBM8HsQKuBNEHEa8E0gcRsATTB0CxBNYHsgKyBNcHuAKzBNgHErQE2QcStQTaBxK2BNsHErcE3AcSuATeBxK5BOAHQLoE4Qe5ArsE4wcSvATlB0C9BOYHugK-BOcHEr8E6AcSwATpB0DBBOwHuwLCBO0HvwLDBO4HFMQE7wcUxQTwBxTGBPEHFMcE8gcUyAT0BxTJBPYHQMoE9wfAAssE-QcUzAT7B0DNBPwHwQLOBP0HFM8E_gcU0AT_B0DRBIIIwgLSBIMIyALTBIQINdQEhQg11QSGCDXWBIcINdcEiAg12ASKCDXZBIwIQNoEjQjJAtsEjwg13ASRCEDdBJIIygLeBJMINd8ElAg14ASVCEDhBJgIywLiBJkIzwLjBJoIMeQEmwgx5QScCDHmBJ0IMecEnggx6ASgCDHpBKIIQOoEowjQAusEpggx7ASoCEDtBKkI0QLuBKsIMe8ErAgx8AStCEDxBLAI0gLyBLEI2ALzBLIIMvQEswgy9QS0CDL2BLUIMvcEtggy-AS4CDL5BLoIQPoEuwjZAvsEvggy_ATACED9BMEI2gL-BMMIMv8ExAgygAXFCECBBcgI2wKCBckI3wKDBcoIFoQFywgWhQXMCBaGBc0IFocFzggWiAXQCBaJBdIIQIoF0wjgAosF1ggWjAXYCECNBdkI4QKOBdsIFo8F3AgWkAXdCECRBeAI4gKSBeEI6AKTBeMI6QKUBeQI6QKVBecI6QKWBegI6QKXBekI6QKYBesI6QKZBe0IQJoF7gjqApsF8AjpApwF8ghAnQXzCOsCngX0COkCnwX1COkCoAX2CEChBfkI7AKiBfoI8gKjBfwIGaQF_QgZpQX_CBmmBYAJGacFgQkZqAWDCRmpBYUJQKoFhgnzAqsFiAkZrAWKCUCtBYsJ9AKuBYwJGa8FjQkZsAWOCUCxBZEJ9QKyBZIJ-QKzBZMJGrQFlAkatQWVCRq2BZYJGrcFlwkauAWZCRq5BZsJQLoFnAn6ArsFngkavAWgCUC9BaEJ-wK-BaIJGr8FowkawAWkCUDBBacJ_ALCBagJggPDBakJF8QFqgkXxQWrCRfGBawJF8cFrQkXyAWvCRfJBbEJQMoFsgmDA8sFtgkXzAW4CUDNBbkJhAPOBbwJF88FvQkX0AW-CUDRBcEJhQPSBcIJiwPTBcMJGNQFxAkY1QXFCRjWBcYJGNcFxwkY2AXJCRjZBcsJQNoFzAmMA9sFzgkY3AXQCUDdBdEJjQPeBdIJGN8F0wkY4AXUCUDhBdcJjgPiBdgJkgPjBdkJG-QF2gkb5QXbCRvmBdwJG-cF3Qkb6AXfCRvpBeEJQOoF4gmTA-sF5Qkb7AXnCUDtBegJlAPuBeoJG-8F6wkb8AXsCUDxBe8JlQPyBfAJmwPzBfIJnAP0BfMJnAP1BfYJnAP2BfcJnAP3BfgJnAP4BfoJnAP5BfwJQPoF_QmdA_sF_wmcA_wFgQpA_QWCCp4D_gWDCpwD_wWECpwDgAaFCkCBBogKnwOCBokKpQODBooKH4QGiwofhQaMCh-GBo0KH4cGjgofiAaQCh-JBpIKQIoGkwqmA4sGlQofjAaXCkCNBpgKpwOOBpkKH48GmgofkAabCkCRBp4KqAOSBp8KrgOTBqAKHpQGoQoelQaiCh6WBqMKHpcGpAoemAamCh6ZBqgKQJoGqQqvA5sGqwoenAatCkCdBq4KsAOeBq8KHp8GsAoeoAaxCkChBrQKsQOiBrUKtQOjBrcKIaQGuAohpQa6CiGmBrsKIacGvAohqAa-CiGpBsAKQKoGwQq2A6sGwwohrAbFCkCtBsYKtwOuBscKIa8GyAohsAbJCkCxBswKuAOyBs0KvAOzBs8KOrQG0Ao6tQbSCjq2BtMKOrcG1Ao6uAbWCjq5BtgKQLoG2Qq9A7sG2wo6vAbdCkC9Bt4KvgO-Bt8KOr8G4Ao6wAbhCkDBBuQKvwPCBuUKxQPDBuYKOcQG5wo5xQboCjnGBukKOccG6go5yAbsCjnJBu4KQMoG7wrGA8sG8Qo5zAbzCkDNBvQKxwPOBvUKOc8G9go50Ab3CkDRBvoKyAPSBvsKzgPTBvwKONQG_Qo41Qb-CjjWBv8KONcGgAs42AaCCzjZBoQLQNoGhQvPA9sGhws43AaJC0DdBooL0APeBosLON8GjAs44AaNC0DhBpAL0QPiBpEL1QPjBpILPuQGkws-5QaUCz7mBpULPucGlgs-6AaYCz7pBpoLQOoGmwvWA-sGnQs-7AafC0DtBqAL1wPuBqELPu8Gogs-8AajC0DxBqYL2APyBqcL3gPzBqgLLPQGqQss9QaqCyz2BqsLLPcGrAss-AauCyz5BrALQPoGsQvfA_sGswss_Aa1C0D9BrYL4AP-BrcLLP8GuAssgAe5C0CBB7wL4QOCB70L5wODB78L6AOEB8AL6AOFB8ML6AOGB8QL6AOHB8UL6AOIB8cL6AOJB8kLQIoHygvpA4sHzAvoA4wHzgtAjQfPC-oDjgfQC-gDjwfRC-gDkAfSC0CRB9UL6wOSB9YL8QOTB9gL8gOUB9kL8gOVB9wL8gOWB90L8gOXB94L8gOYB-AL8gOZB-ILQJoH4wvzA5sH5QvyA5wH5wtAnQfoC_QDngfpC_IDnwfqC_IDoAfrC0ChB-4L9QOiB-8L-QOjB_EL-gOkB_IL-gOlB_UL-gOmB_YL-gOnB_cL-gOoB_kL-gOpB_sLQKoH_Av7A6sH_gv6A6wHgAxArQeBDPwDrgeCDPoDrweDDPoDsAeEDECxB4cM_QOyB4gMgQSzB4kMNrQHigw2tQeLDDa2B4wMNrcHjQw2uAePDDa5B5EMQLoHkgyCBLsHlAw2vAeWDEC9B5cMgwS-B5gMNr8HmQw2wAeaDEDBB50MhATCB54MigTDB6AMiwTEB6EMiwTFB6QMiwTGB6UMiwTHB6YMiwTIB6gMiwTJB6oMQMoHqwyMBMsHrQyLBMwHrwxAzQewDI0EzgexDIsEzweyDIsE0AezDEDRB7YMjgTSB7cMlAQ"
};
async function decodeBase64AsWasm(wasmBase64) {
  const { Buffer: Buffer2 } = await import("node:buffer");
  const wasmArray = Buffer2.from(wasmBase64, "base64");
  return new WebAssembly.Module(wasmArray);
}
config.compilerWasm = {
  getRuntime: async () => await import("@prisma/client/runtime/query_compiler_fast_bg.postgresql.mjs"),
  getQueryCompilerWasmModule: async () => {
    const { wasm } = await import("@prisma/client/runtime/query_compiler_fast_bg.postgresql.wasm-base64.mjs");
    return await decodeBase64AsWasm(wasm);
  },
  importName: "./query_compiler_fast_bg.js"
};
function getPrismaClientClass() {
  return runtime.getPrismaClient(config);
}

// app/platform/generated/prisma/internal/prismaNamespace.ts
var prismaNamespace_exports = {};
__export(prismaNamespace_exports, {
  AccommodationScalarFieldEnum: () => AccommodationScalarFieldEnum,
  AccountScalarFieldEnum: () => AccountScalarFieldEnum,
  AnswerScalarFieldEnum: () => AnswerScalarFieldEnum,
  AnyNull: () => AnyNull2,
  AssignmentScalarFieldEnum: () => AssignmentScalarFieldEnum,
  AttemptEventScalarFieldEnum: () => AttemptEventScalarFieldEnum,
  AttemptScalarFieldEnum: () => AttemptScalarFieldEnum,
  AuditEventScalarFieldEnum: () => AuditEventScalarFieldEnum,
  CertificateDocumentScalarFieldEnum: () => CertificateDocumentScalarFieldEnum,
  CertificateEventScalarFieldEnum: () => CertificateEventScalarFieldEnum,
  CertificateRegisterScalarFieldEnum: () => CertificateRegisterScalarFieldEnum,
  CertificateScalarFieldEnum: () => CertificateScalarFieldEnum,
  CertificateTemplateScalarFieldEnum: () => CertificateTemplateScalarFieldEnum,
  CertificateTurnScalarFieldEnum: () => CertificateTurnScalarFieldEnum,
  CertificateVoidScalarFieldEnum: () => CertificateVoidScalarFieldEnum,
  CodeAcknowledgementScalarFieldEnum: () => CodeAcknowledgementScalarFieldEnum,
  CompletionScalarFieldEnum: () => CompletionScalarFieldEnum,
  ContentCheckScalarFieldEnum: () => ContentCheckScalarFieldEnum,
  ContentImportScalarFieldEnum: () => ContentImportScalarFieldEnum,
  CourseDraftScalarFieldEnum: () => CourseDraftScalarFieldEnum,
  CourseFileScalarFieldEnum: () => CourseFileScalarFieldEnum,
  CourseScalarFieldEnum: () => CourseScalarFieldEnum,
  CourseSignoffScalarFieldEnum: () => CourseSignoffScalarFieldEnum,
  CourseVersionScalarFieldEnum: () => CourseVersionScalarFieldEnum,
  DbNull: () => DbNull2,
  Decimal: () => Decimal2,
  DraftCommentScalarFieldEnum: () => DraftCommentScalarFieldEnum,
  DraftFileRevisionScalarFieldEnum: () => DraftFileRevisionScalarFieldEnum,
  DraftFileScalarFieldEnum: () => DraftFileScalarFieldEnum,
  DraftPresenceScalarFieldEnum: () => DraftPresenceScalarFieldEnum,
  DraftReviewerScalarFieldEnum: () => DraftReviewerScalarFieldEnum,
  EmploymentScalarFieldEnum: () => EmploymentScalarFieldEnum,
  EnrolmentScalarFieldEnum: () => EnrolmentScalarFieldEnum,
  ImageSizeScalarFieldEnum: () => ImageSizeScalarFieldEnum,
  JsonNull: () => JsonNull2,
  JsonNullValueFilter: () => JsonNullValueFilter,
  JsonNullValueInput: () => JsonNullValueInput,
  LegalDocumentScalarFieldEnum: () => LegalDocumentScalarFieldEnum,
  LessonProgressScalarFieldEnum: () => LessonProgressScalarFieldEnum,
  LessonVersionScalarFieldEnum: () => LessonVersionScalarFieldEnum,
  LocalCodeScalarFieldEnum: () => LocalCodeScalarFieldEnum,
  LocalCodeVersionScalarFieldEnum: () => LocalCodeVersionScalarFieldEnum,
  LocalOverlayScalarFieldEnum: () => LocalOverlayScalarFieldEnum,
  LongJobScalarFieldEnum: () => LongJobScalarFieldEnum,
  MarkingScalarFieldEnum: () => MarkingScalarFieldEnum,
  ModelName: () => ModelName,
  NullTypes: () => NullTypes2,
  NullableJsonNullValueInput: () => NullableJsonNullValueInput,
  NullsOrder: () => NullsOrder,
  OfficialScalarFieldEnum: () => OfficialScalarFieldEnum,
  PrismaClientInitializationError: () => PrismaClientInitializationError2,
  PrismaClientKnownRequestError: () => PrismaClientKnownRequestError2,
  PrismaClientRustPanicError: () => PrismaClientRustPanicError2,
  PrismaClientUnknownRequestError: () => PrismaClientUnknownRequestError2,
  PrismaClientValidationError: () => PrismaClientValidationError2,
  PublishJobScalarFieldEnum: () => PublishJobScalarFieldEnum,
  QueryMode: () => QueryMode,
  QuestionImportScalarFieldEnum: () => QuestionImportScalarFieldEnum,
  QuestionVersionScalarFieldEnum: () => QuestionVersionScalarFieldEnum,
  ReaderReportScalarFieldEnum: () => ReaderReportScalarFieldEnum,
  RegradeScalarFieldEnum: () => RegradeScalarFieldEnum,
  RemedialDutyScalarFieldEnum: () => RemedialDutyScalarFieldEnum,
  RoleGrantScalarFieldEnum: () => RoleGrantScalarFieldEnum,
  ScormProgressScalarFieldEnum: () => ScormProgressScalarFieldEnum,
  SessionScalarFieldEnum: () => SessionScalarFieldEnum,
  SettingScalarFieldEnum: () => SettingScalarFieldEnum,
  SignInThrottleScalarFieldEnum: () => SignInThrottleScalarFieldEnum,
  SortOrder: () => SortOrder,
  Sql: () => Sql2,
  SupplementCompletionScalarFieldEnum: () => SupplementCompletionScalarFieldEnum,
  SupplementDutyScalarFieldEnum: () => SupplementDutyScalarFieldEnum,
  SupplementScalarFieldEnum: () => SupplementScalarFieldEnum,
  TransactionIsolationLevel: () => TransactionIsolationLevel,
  UnitScalarFieldEnum: () => UnitScalarFieldEnum,
  UnitStandingScalarFieldEnum: () => UnitStandingScalarFieldEnum,
  defineExtension: () => defineExtension,
  empty: () => empty2,
  getExtensionContext: () => getExtensionContext,
  join: () => join2,
  prismaVersion: () => prismaVersion,
  raw: () => raw2,
  sql: () => sql
});
import * as runtime2 from "@prisma/client/runtime/client";
var PrismaClientKnownRequestError2 = runtime2.PrismaClientKnownRequestError;
var PrismaClientUnknownRequestError2 = runtime2.PrismaClientUnknownRequestError;
var PrismaClientRustPanicError2 = runtime2.PrismaClientRustPanicError;
var PrismaClientInitializationError2 = runtime2.PrismaClientInitializationError;
var PrismaClientValidationError2 = runtime2.PrismaClientValidationError;
var sql = runtime2.sqltag;
var empty2 = runtime2.empty;
var join2 = runtime2.join;
var raw2 = runtime2.raw;
var Sql2 = runtime2.Sql;
var Decimal2 = runtime2.Decimal;
var getExtensionContext = runtime2.Extensions.getExtensionContext;
var prismaVersion = {
  client: "7.10.1",
  engine: "d1b3f377ca835d73fd50954a5e22128b9ebdd6b8"
};
var NullTypes2 = {
  DbNull: runtime2.NullTypes.DbNull,
  JsonNull: runtime2.NullTypes.JsonNull,
  AnyNull: runtime2.NullTypes.AnyNull
};
var DbNull2 = runtime2.DbNull;
var JsonNull2 = runtime2.JsonNull;
var AnyNull2 = runtime2.AnyNull;
var ModelName = {
  Unit: "Unit",
  Official: "Official",
  Employment: "Employment",
  Account: "Account",
  RoleGrant: "RoleGrant",
  Session: "Session",
  SignInThrottle: "SignInThrottle",
  LegalDocument: "LegalDocument",
  Course: "Course",
  CourseVersion: "CourseVersion",
  CourseFile: "CourseFile",
  LessonVersion: "LessonVersion",
  QuestionVersion: "QuestionVersion",
  ContentCheck: "ContentCheck",
  CourseDraft: "CourseDraft",
  DraftFile: "DraftFile",
  ImageSize: "ImageSize",
  DraftFileRevision: "DraftFileRevision",
  DraftPresence: "DraftPresence",
  DraftReviewer: "DraftReviewer",
  DraftComment: "DraftComment",
  PublishJob: "PublishJob",
  CourseSignoff: "CourseSignoff",
  Assignment: "Assignment",
  Enrolment: "Enrolment",
  LessonProgress: "LessonProgress",
  UnitStanding: "UnitStanding",
  Attempt: "Attempt",
  Answer: "Answer",
  AttemptEvent: "AttemptEvent",
  Regrade: "Regrade",
  Marking: "Marking",
  RemedialDuty: "RemedialDuty",
  Accommodation: "Accommodation",
  QuestionImport: "QuestionImport",
  Completion: "Completion",
  CertificateRegister: "CertificateRegister",
  CertificateTurn: "CertificateTurn",
  CertificateDocument: "CertificateDocument",
  Certificate: "Certificate",
  CertificateEvent: "CertificateEvent",
  CertificateTemplate: "CertificateTemplate",
  CertificateVoid: "CertificateVoid",
  Supplement: "Supplement",
  SupplementDuty: "SupplementDuty",
  SupplementCompletion: "SupplementCompletion",
  LocalCode: "LocalCode",
  LocalCodeVersion: "LocalCodeVersion",
  CodeAcknowledgement: "CodeAcknowledgement",
  LocalOverlay: "LocalOverlay",
  ReaderReport: "ReaderReport",
  AuditEvent: "AuditEvent",
  Setting: "Setting",
  ContentImport: "ContentImport",
  ScormProgress: "ScormProgress",
  LongJob: "LongJob"
};
var TransactionIsolationLevel = runtime2.makeStrictEnum({
  ReadUncommitted: "ReadUncommitted",
  ReadCommitted: "ReadCommitted",
  RepeatableRead: "RepeatableRead",
  Serializable: "Serializable"
});
var UnitScalarFieldEnum = {
  id: "id",
  parentId: "parentId",
  code: "code",
  name: "name",
  kind: "kind",
  path: "path",
  depth: "depth",
  position: "position",
  searchName: "searchName",
  headcount: "headcount",
  validFrom: "validFrom",
  validTo: "validTo"
};
var OfficialScalarFieldEnum = {
  id: "id",
  staffNumber: "staffNumber",
  fullName: "fullName",
  givenName: "givenName",
  sortName: "sortName",
  searchName: "searchName",
  staffCategory: "staffCategory",
  unitId: "unitId",
  positionTitle: "positionTitle",
  recruitedOn: "recruitedOn",
  leftOn: "leftOn",
  email: "email",
  personalIdSealed: "personalIdSealed",
  personalIdHash: "personalIdHash",
  personalIdLast: "personalIdLast",
  createdAt: "createdAt"
};
var EmploymentScalarFieldEnum = {
  id: "id",
  officialId: "officialId",
  unitId: "unitId",
  positionTitle: "positionTitle",
  validFrom: "validFrom",
  validTo: "validTo"
};
var AccountScalarFieldEnum = {
  id: "id",
  identifier: "identifier",
  displayName: "displayName",
  passwordHash: "passwordHash",
  officialId: "officialId",
  disabledAt: "disabledAt",
  mustChangePassword: "mustChangePassword",
  createdAt: "createdAt",
  lastSignInAt: "lastSignInAt"
};
var RoleGrantScalarFieldEnum = {
  id: "id",
  accountId: "accountId",
  role: "role",
  unitId: "unitId",
  grantedAt: "grantedAt",
  grantedBy: "grantedBy",
  revokedAt: "revokedAt"
};
var SessionScalarFieldEnum = {
  idHash: "idHash",
  accountId: "accountId",
  expiresAt: "expiresAt",
  createdAt: "createdAt",
  ip: "ip",
  userAgent: "userAgent"
};
var SignInThrottleScalarFieldEnum = {
  key: "key",
  failures: "failures",
  blockedUntil: "blockedUntil",
  updatedAt: "updatedAt"
};
var LegalDocumentScalarFieldEnum = {
  number: "number",
  title: "title",
  issuer: "issuer",
  kind: "kind",
  issuedOn: "issuedOn",
  effectiveOn: "effectiveOn",
  expiredOn: "expiredOn",
  status: "status",
  replacedBy: "replacedBy",
  note: "note",
  source: "source",
  places: "places",
  folderSaid: "folderSaid",
  changedInBrowser: "changedInBrowser"
};
var CourseScalarFieldEnum = {
  id: "id",
  slug: "slug",
  title: "title",
  currentVersionId: "currentVersionId",
  filesVersionId: "filesVersionId",
  begunInBrowser: "begunInBrowser",
  createdAt: "createdAt",
  unpublishedAt: "unpublishedAt",
  unpublishedByName: "unpublishedByName",
  unpublishedReason: "unpublishedReason"
};
var CourseVersionScalarFieldEnum = {
  id: "id",
  courseId: "courseId",
  number: "number",
  contentHash: "contentHash",
  manifest: "manifest",
  changeNote: "changeNote",
  publishedAt: "publishedAt",
  publishedBy: "publishedBy"
};
var CourseFileScalarFieldEnum = {
  versionId: "versionId",
  path: "path",
  sha256: "sha256",
  bytes: "bytes",
  size: "size"
};
var LessonVersionScalarFieldEnum = {
  versionId: "versionId",
  lessonId: "lessonId",
  position: "position",
  compiled: "compiled"
};
var QuestionVersionScalarFieldEnum = {
  versionId: "versionId",
  questionId: "questionId",
  position: "position",
  topic: "topic",
  type: "type",
  content: "content"
};
var ContentCheckScalarFieldEnum = {
  id: "id",
  checkedAt: "checkedAt",
  courses: "courses",
  problems: "problems"
};
var CourseDraftScalarFieldEnum = {
  id: "id",
  slug: "slug",
  courseId: "courseId",
  baseVersionId: "baseVersionId",
  state: "state",
  round: "round",
  changeNote: "changeNote",
  createdAt: "createdAt",
  createdBy: "createdBy",
  createdByName: "createdByName",
  submittedAt: "submittedAt",
  submittedBy: "submittedBy",
  submittedByName: "submittedByName",
  closedAt: "closedAt",
  publishedVersionId: "publishedVersionId"
};
var DraftFileScalarFieldEnum = {
  draftId: "draftId",
  path: "path",
  sha256: "sha256",
  bytes: "bytes",
  size: "size",
  revision: "revision",
  updatedAt: "updatedAt",
  updatedBy: "updatedBy",
  updatedByName: "updatedByName"
};
var ImageSizeScalarFieldEnum = {
  sha256: "sha256",
  width: "width",
  height: "height"
};
var DraftFileRevisionScalarFieldEnum = {
  draftId: "draftId",
  path: "path",
  revision: "revision",
  bytes: "bytes",
  sha256: "sha256",
  size: "size",
  savedAt: "savedAt",
  savedBy: "savedBy",
  savedByName: "savedByName"
};
var DraftPresenceScalarFieldEnum = {
  draftId: "draftId",
  accountId: "accountId",
  name: "name",
  path: "path",
  seenAt: "seenAt"
};
var DraftReviewerScalarFieldEnum = {
  draftId: "draftId",
  round: "round",
  accountId: "accountId",
  name: "name",
  decision: "decision",
  note: "note",
  contentHash: "contentHash",
  decidedAt: "decidedAt"
};
var DraftCommentScalarFieldEnum = {
  id: "id",
  draftId: "draftId",
  path: "path",
  block: "block",
  quote: "quote",
  text: "text",
  parentId: "parentId",
  writtenAt: "writtenAt",
  writtenBy: "writtenBy",
  writtenByName: "writtenByName",
  resolvedAt: "resolvedAt",
  resolvedByName: "resolvedByName"
};
var PublishJobScalarFieldEnum = {
  id: "id",
  draftId: "draftId",
  state: "state",
  step: "step",
  lessonsDone: "lessonsDone",
  lessonsInAll: "lessonsInAll",
  wish: "wish",
  requestedAt: "requestedAt",
  requestedBy: "requestedBy",
  requestedByName: "requestedByName",
  beatAt: "beatAt",
  tries: "tries",
  finishedAt: "finishedAt",
  outcome: "outcome"
};
var CourseSignoffScalarFieldEnum = {
  slug: "slug",
  accountId: "accountId",
  position: "position",
  addedAt: "addedAt",
  addedByName: "addedByName"
};
var AssignmentScalarFieldEnum = {
  id: "id",
  courseId: "courseId",
  unitId: "unitId",
  cycle: "cycle",
  dueOn: "dueOn",
  note: "note",
  assignedBy: "assignedBy",
  assignedAt: "assignedAt",
  withdrawnAt: "withdrawnAt"
};
var EnrolmentScalarFieldEnum = {
  id: "id",
  officialId: "officialId",
  courseId: "courseId",
  cycle: "cycle",
  versionId: "versionId",
  assignmentId: "assignmentId",
  required: "required",
  dueOn: "dueOn",
  createdAt: "createdAt",
  startedAt: "startedAt",
  completedAt: "completedAt"
};
var LessonProgressScalarFieldEnum = {
  enrolmentId: "enrolmentId",
  lessonId: "lessonId",
  openedAt: "openedAt",
  lastSeenAt: "lastSeenAt",
  resumeAt: "resumeAt",
  finishedAt: "finishedAt",
  checks: "checks"
};
var UnitStandingScalarFieldEnum = {
  unitId: "unitId",
  courseId: "courseId",
  cycle: "cycle",
  dueOn: "dueOn",
  required: "required",
  completed: "completed"
};
var AttemptScalarFieldEnum = {
  id: "id",
  enrolmentId: "enrolmentId",
  officialId: "officialId",
  versionId: "versionId",
  number: "number",
  seed: "seed",
  questionIds: "questionIds",
  status: "status",
  startedAt: "startedAt",
  deadlineAt: "deadlineAt",
  submittedAt: "submittedAt",
  byTimer: "byTimer",
  points: "points",
  maxPoints: "maxPoints",
  percent: "percent",
  passed: "passed",
  awaitsMarking: "awaitsMarking",
  activeDevice: "activeDevice",
  extras: "extras"
};
var AnswerScalarFieldEnum = {
  attemptId: "attemptId",
  questionId: "questionId",
  sequence: "sequence",
  response: "response",
  marked: "marked",
  savedAt: "savedAt",
  points: "points",
  tries: "tries",
  settledAt: "settledAt"
};
var AttemptEventScalarFieldEnum = {
  id: "id",
  attemptId: "attemptId",
  kind: "kind",
  at: "at",
  actorId: "actorId",
  actorName: "actorName",
  reason: "reason",
  regradeId: "regradeId",
  before: "before",
  after: "after"
};
var RegradeScalarFieldEnum = {
  id: "id",
  versionId: "versionId",
  questionId: "questionId",
  change: "change",
  policy: "policy",
  reason: "reason",
  at: "at",
  actorId: "actorId",
  actorName: "actorName",
  summary: "summary"
};
var MarkingScalarFieldEnum = {
  id: "id",
  attemptId: "attemptId",
  questionId: "questionId",
  points: "points",
  rubric: "rubric",
  comment: "comment",
  at: "at",
  actorId: "actorId",
  actorName: "actorName"
};
var RemedialDutyScalarFieldEnum = {
  enrolmentId: "enrolmentId",
  questionId: "questionId",
  attemptId: "attemptId",
  lessonId: "lessonId",
  section: "section",
  optionId: "optionId",
  dueFrom: "dueFrom",
  doneAt: "doneAt"
};
var AccommodationScalarFieldEnum = {
  id: "id",
  officialId: "officialId",
  courseId: "courseId",
  timeFactor: "timeFactor",
  untimed: "untimed",
  extraAttempts: "extraAttempts",
  closesOn: "closesOn",
  validFrom: "validFrom",
  validTo: "validTo",
  reason: "reason",
  grantedAt: "grantedAt",
  grantedBy: "grantedBy",
  grantedByName: "grantedByName",
  revokedAt: "revokedAt",
  revokedByName: "revokedByName",
  revokeReason: "revokeReason"
};
var QuestionImportScalarFieldEnum = {
  id: "id",
  slug: "slug",
  courseId: "courseId",
  fileName: "fileName",
  format: "format",
  bytes: "bytes",
  defaults: "defaults",
  uploadedAt: "uploadedAt",
  uploadedBy: "uploadedBy",
  appliedAt: "appliedAt",
  appliedVersionId: "appliedVersionId",
  appliedDraftId: "appliedDraftId"
};
var CompletionScalarFieldEnum = {
  id: "id",
  officialId: "officialId",
  courseId: "courseId",
  cycle: "cycle",
  revision: "revision",
  correctsId: "correctsId",
  versionId: "versionId",
  attemptId: "attemptId",
  completedAt: "completedAt",
  recordedAt: "recordedAt",
  fullName: "fullName",
  staffNumber: "staffNumber",
  staffCategory: "staffCategory",
  positionTitle: "positionTitle",
  unitId: "unitId",
  unitName: "unitName",
  unitPathNames: "unitPathNames",
  courseTitle: "courseTitle",
  startedAt: "startedAt",
  assignedAt: "assignedAt",
  dueOn: "dueOn",
  onTime: "onTime",
  scorePercent: "scorePercent",
  attemptsUsed: "attemptsUsed",
  because: "because",
  reason: "reason"
};
var CertificateRegisterScalarFieldEnum = {
  issuerCode: "issuerCode",
  year: "year",
  lastNumber: "lastNumber"
};
var CertificateTurnScalarFieldEnum = {
  officialId: "officialId",
  courseId: "courseId",
  cycle: "cycle",
  certificateId: "certificateId"
};
var CertificateDocumentScalarFieldEnum = {
  id: "id",
  certificateId: "certificateId",
  kind: "kind",
  sha256: "sha256",
  size: "size",
  templateVersion: "templateVersion",
  signature: "signature",
  madeAt: "madeAt",
  madeBy: "madeBy",
  madeByName: "madeByName"
};
var CertificateScalarFieldEnum = {
  id: "id",
  serial: "serial",
  issuerCode: "issuerCode",
  year: "year",
  registerNumber: "registerNumber",
  number: "number",
  completionId: "completionId",
  officialId: "officialId",
  courseId: "courseId",
  versionId: "versionId",
  cycle: "cycle",
  issuedAt: "issuedAt",
  templateVersion: "templateVersion",
  facts: "facts",
  replacesId: "replacesId",
  templateId: "templateId"
};
var CertificateEventScalarFieldEnum = {
  id: "id",
  certificateId: "certificateId",
  kind: "kind",
  at: "at",
  reason: "reason",
  actorId: "actorId",
  reasonClass: "reasonClass",
  actorName: "actorName"
};
var CertificateTemplateScalarFieldEnum = {
  id: "id",
  unitId: "unitId",
  version: "version",
  content: "content",
  madeAt: "madeAt",
  madeBy: "madeBy",
  madeByName: "madeByName"
};
var CertificateVoidScalarFieldEnum = {
  issuerCode: "issuerCode",
  year: "year",
  registerNumber: "registerNumber",
  reason: "reason",
  at: "at",
  actorId: "actorId",
  actorName: "actorName"
};
var SupplementScalarFieldEnum = {
  id: "id",
  courseId: "courseId",
  versionId: "versionId",
  upToNumber: "upToNumber",
  document: "document",
  title: "title",
  reason: "reason",
  dueOn: "dueOn",
  parts: "parts",
  questionIds: "questionIds",
  people: "people",
  publishedAt: "publishedAt",
  publishedBy: "publishedBy",
  publishedByName: "publishedByName"
};
var SupplementDutyScalarFieldEnum = {
  supplementId: "supplementId",
  officialId: "officialId",
  enrolmentId: "enrolmentId",
  completionId: "completionId"
};
var SupplementCompletionScalarFieldEnum = {
  supplementId: "supplementId",
  officialId: "officialId",
  doneAt: "doneAt",
  answers: "answers",
  fullName: "fullName",
  unitName: "unitName"
};
var LocalCodeScalarFieldEnum = {
  id: "id",
  unitId: "unitId",
  title: "title",
  decisionNumber: "decisionNumber",
  decidedOn: "decidedOn",
  text: "text",
  revision: "revision",
  updatedAt: "updatedAt",
  updatedByName: "updatedByName"
};
var LocalCodeVersionScalarFieldEnum = {
  id: "id",
  codeId: "codeId",
  number: "number",
  title: "title",
  decisionNumber: "decisionNumber",
  decidedOn: "decidedOn",
  text: "text",
  publishedAt: "publishedAt",
  publishedBy: "publishedBy",
  publishedByName: "publishedByName"
};
var CodeAcknowledgementScalarFieldEnum = {
  versionId: "versionId",
  officialId: "officialId",
  at: "at",
  fullName: "fullName",
  unitName: "unitName"
};
var LocalOverlayScalarFieldEnum = {
  id: "id",
  unitId: "unitId",
  courseSlug: "courseSlug",
  lessonId: "lessonId",
  blockId: "blockId",
  document: "document",
  article: "article",
  text: "text",
  changed: "changed",
  writtenAt: "writtenAt",
  writtenByName: "writtenByName",
  withdrawnAt: "withdrawnAt"
};
var ReaderReportScalarFieldEnum = {
  id: "id",
  officialId: "officialId",
  versionId: "versionId",
  lessonId: "lessonId",
  blockId: "blockId",
  quote: "quote",
  text: "text",
  state: "state",
  reportedAt: "reportedAt",
  answer: "answer",
  answeredAt: "answeredAt",
  answeredByName: "answeredByName",
  mendedIn: "mendedIn"
};
var AuditEventScalarFieldEnum = {
  id: "id",
  at: "at",
  actorId: "actorId",
  actorName: "actorName",
  action: "action",
  subjectType: "subjectType",
  subjectId: "subjectId",
  subjectLabel: "subjectLabel",
  unitPath: "unitPath",
  ip: "ip",
  before: "before",
  after: "after"
};
var SettingScalarFieldEnum = {
  key: "key",
  value: "value",
  updatedAt: "updatedAt"
};
var ContentImportScalarFieldEnum = {
  id: "id",
  fileName: "fileName",
  bytes: "bytes",
  uploadedAt: "uploadedAt",
  uploadedBy: "uploadedBy",
  uploadedByName: "uploadedByName",
  appliedAt: "appliedAt"
};
var ScormProgressScalarFieldEnum = {
  enrolmentId: "enrolmentId",
  lessonId: "lessonId",
  status: "status",
  scorePercent: "scorePercent",
  cmi: "cmi",
  sessionId: "sessionId",
  sequence: "sequence",
  earlierSeconds: "earlierSeconds",
  sessionSeconds: "sessionSeconds",
  updatedAt: "updatedAt"
};
var LongJobScalarFieldEnum = {
  id: "id",
  kind: "kind",
  label: "label",
  input: "input",
  state: "state",
  done: "done",
  total: "total",
  tries: "tries",
  outcome: "outcome",
  fileSha256: "fileSha256",
  requestedBy: "requestedBy",
  requestedByName: "requestedByName",
  requestedAt: "requestedAt",
  beatAt: "beatAt",
  finishedAt: "finishedAt"
};
var SortOrder = {
  asc: "asc",
  desc: "desc"
};
var JsonNullValueInput = {
  JsonNull: JsonNull2
};
var NullableJsonNullValueInput = {
  DbNull: DbNull2,
  JsonNull: JsonNull2
};
var QueryMode = {
  default: "default",
  insensitive: "insensitive"
};
var NullsOrder = {
  first: "first",
  last: "last"
};
var JsonNullValueFilter = {
  DbNull: DbNull2,
  JsonNull: JsonNull2,
  AnyNull: AnyNull2
};
var defineExtension = runtime2.Extensions.defineExtension;

// app/platform/generated/prisma/client.ts
globalThis["__dirname"] = path.dirname(fileURLToPath(import.meta.url));
var PrismaClient = getPrismaClientClass();

// app/platform/env.server.ts
import { randomBytes as randomBytes2 } from "node:crypto";
import path4 from "node:path";

// app/platform/kept-secret.server.ts
import { randomBytes } from "node:crypto";
import { linkSync, mkdirSync, readFileSync, unlinkSync, writeFileSync } from "node:fs";
import path2 from "node:path";

// app/platform/plain-sentence.ts
var PlainSentence = class extends Error {
  constructor(vietnamese, english) {
    super(`${vietnamese}
${english}`);
    this.vietnamese = vietnamese;
    this.english = english;
    this.name = "PlainSentence";
  }
  vietnamese;
  english;
};
function errorCode(error) {
  const code = error?.code;
  return typeof code === "string" ? code : "";
}

// app/platform/kept-secret.server.ts
function keptSecret(input) {
  const kept = read(input.file);
  if (kept) return kept;
  const draft = `${input.file}.${process.pid}-${randomBytes(4).toString("hex")}`;
  try {
    mkdirSync(path2.dirname(input.file), { recursive: true });
    writeFileSync(draft, `${input.make()}
`, { mode: 384, flag: "wx" });
    try {
      linkSync(draft, input.file);
    } catch (error) {
      if (errorCode(error) !== "EEXIST") throw error;
    } finally {
      unlinkSync(draft);
    }
  } catch (error) {
    throw new PlainSentence(
      `Kh\xF4ng ghi \u0111\u01B0\u1EE3c t\u1EC7p b\xED m\u1EADt ${input.file} (${errorCode(error)}): h\xE3y cho ti\u1EBFn tr\xECnh quy\u1EC1n ghi v\xE0o th\u01B0 m\u1EE5c \u0111\xF3 ho\u1EB7c \u0111\u1EB7t DATA_DIR sang n\u01A1i kh\xE1c.`,
      `The secret file ${input.file} cannot be written (${errorCode(error)}): give the process write access to that folder, or point DATA_DIR elsewhere.`
    );
  }
  return read(input.file) ?? "";
}
function read(file) {
  try {
    return readFileSync(file, "utf8").trim() || null;
  } catch (error) {
    if (errorCode(error) === "ENOENT") return null;
    throw new PlainSentence(
      `Kh\xF4ng \u0111\u1ECDc \u0111\u01B0\u1EE3c t\u1EC7p b\xED m\u1EADt ${file} (${errorCode(error)}): h\xE3y ch\u1EA1y b\u1EB1ng \u0111\xFAng ng\u01B0\u1EDDi d\xF9ng s\u1EDF h\u1EEFu t\u1EC7p \u0111\xF3.`,
      `The secret file ${file} cannot be read (${errorCode(error)}): run as the user who owns it.`
    );
  }
}

// app/platform/settings.ts
import { createPrivateKey } from "node:crypto";
import path3 from "node:path";

// app/platform/files/s3-settings.ts
var NEEDED = ["FILES_S3_ENDPOINT", "FILES_S3_BUCKET", "FILES_S3_ACCESS_KEY", "FILES_S3_SECRET_KEY"];
function readS3(text3, wrong) {
  const [endpoint, bucket, accessKey, secretKey] = NEEDED.map(text3);
  const region = text3("FILES_S3_REGION");
  const given = [...NEEDED, "FILES_S3_REGION"].filter((name) => text3(name) !== null);
  if (given.length === 0) return null;
  for (const name of NEEDED) {
    if (text3(name) !== null) continue;
    const others = given.join(", ");
    wrong(
      name,
      `c\xF2n thi\u1EBFu trong khi \u0111\xE3 \u0111\u1EB7t ${others}; \u0111\u1EB7t \u0111\u1EE7 c\u1EA3 b\u1ED1n (${NEEDED.join(", ")}), ho\u1EB7c b\u1ECF h\u1EBFt \u0111\u1EC3 t\u1EC7p n\u1EB1m trong DATA_DIR/files.`,
      `is missing while ${others} is set; set all four (${NEEDED.join(", ")}), or none and the files lie in DATA_DIR/files.`
    );
  }
  if (endpoint && !(URL.canParse(endpoint) && ["http:", "https:"].includes(new URL(endpoint).protocol))) {
    wrong(
      "FILES_S3_ENDPOINT",
      `"${endpoint}" ph\u1EA3i l\xE0 \u0111\u1ECBa ch\u1EC9 nh\u01B0 https://s3.angiang.gov.vn.`,
      `"${endpoint}" must be an address such as https://s3.angiang.gov.vn.`
    );
  }
  if (bucket && !/^[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]$/.test(bucket)) {
    wrong(
      "FILES_S3_BUCKET",
      `"${bucket}" ph\u1EA3i g\u1ED3m 3 \u0111\u1EBFn 63 ch\u1EEF th\u01B0\u1EDDng, ch\u1EEF s\u1ED1, d\u1EA5u ch\u1EA5m ho\u1EB7c g\u1EA1ch n\u1ED1i.`,
      `"${bucket}" must be 3 to 63 small letters, digits, dots or hyphens.`
    );
  }
  if (!endpoint || !bucket || !accessKey || !secretKey) return null;
  return { endpoint, bucket, region: region ?? "us-east-1", accessKey, secretKey };
}

// app/platform/settings.ts
var LOG_LEVELS = ["trace", "debug", "info", "warn", "error", "fatal", "silent"];
function readSettings(source, directory) {
  const problems = [];
  const text3 = (name) => source[name]?.trim() || null;
  const wrong = (setting, vietnamese, english) => void problems.push({ setting, vietnamese: `${setting}: ${vietnamese}`, english: `${setting}: ${english}` });
  function whole2(name, fallback, least, most) {
    const given = text3(name);
    if (given === null) return fallback;
    const value = Number(given);
    if (/^\d+$/.test(given) && value >= least && value <= most) return value;
    wrong(
      name,
      `"${given}" ph\u1EA3i l\xE0 s\u1ED1 nguy\xEAn t\u1EEB ${least} \u0111\u1EBFn ${most}.`,
      `"${given}" must be a whole number from ${least} to ${most}.`
    );
    return fallback;
  }
  function yesNo(name, fallback) {
    const given = text3(name);
    if (given === null) return fallback;
    if (/^(1|true|yes)$/i.test(given)) return true;
    if (/^(0|false|no)$/i.test(given)) return false;
    wrong(name, `"${given}" ph\u1EA3i l\xE0 0 ho\u1EB7c 1.`, `"${given}" must be 0 or 1.`);
    return fallback;
  }
  function choice(name, fallback, options) {
    const given = text3(name);
    if (given === null || options.includes(given)) return given ?? fallback;
    const list = options.join(", ");
    wrong(name, `"${given}" ph\u1EA3i l\xE0 m\u1ED9t trong: ${list}.`, `"${given}" must be one of: ${list}.`);
    return fallback;
  }
  const production = choice("NODE_ENV", "development", ["production", "development", "test"]) === "production";
  const databaseUrl = text3("DATABASE_URL");
  if (databaseUrl !== null && !isPostgresUrl(databaseUrl)) {
    wrong(
      "DATABASE_URL",
      `ph\u1EA3i c\xF3 d\u1EA1ng postgresql://ng\u01B0\u1EDDi-d\xF9ng:m\u1EADt-kh\u1EA9u@m\xE1y:5432/c\u01A1-s\u1EDF-d\u1EEF-li\u1EC7u; b\u1ECF tr\u1ED1ng th\xEC h\u1EC7 th\u1ED1ng t\u1EF1 kh\u1EDFi \u0111\u1ED9ng PostgreSQL.`,
      `must look like postgresql://user:password@host:5432/database; leave it out and the platform starts PostgreSQL itself.`
    );
  }
  const port = whole2("PORT", 3e3, 0, 65535);
  const givenOrigin = text3("ORIGIN");
  const origin = givenOrigin === null ? `http://localhost:${port}` : originOf(givenOrigin);
  if (origin === null) {
    wrong(
      "ORIGIN",
      `"${givenOrigin}" ph\u1EA3i l\xE0 \u0111\u1ECBa ch\u1EC9 g\u1ED1c nh\u01B0 https://hoctap.angiang.gov.vn, kh\xF4ng c\xF3 \u0111\u01B0\u1EDDng d\u1EABn ph\xEDa sau.`,
      `"${givenOrigin}" must be a bare address such as https://hoctap.angiang.gov.vn, with no path behind it.`
    );
  }
  const secretKey = text3("SECRET_KEY");
  if (secretKey !== null && secretKey.length < 32) {
    wrong("SECRET_KEY", `ph\u1EA3i c\xF3 \xEDt nh\u1EA5t 32 k\xFD t\u1EF1.`, `must have at least 32 characters.`);
  } else if (secretKey === null && production && databaseUrl !== null) {
    wrong(
      "SECRET_KEY",
      `b\u1EAFt bu\u1ED9c khi NODE_ENV=production v\xE0 c\xF3 DATABASE_URL, \u0111\u1EC3 m\u1ECDi ti\u1EBFn tr\xECnh d\xF9ng chung m\u1ED9t kh\xF3a; t\u1EA1o b\u1EB1ng: openssl rand -base64 48`,
      `is required when NODE_ENV=production and DATABASE_URL is set, so that all processes share one key; make one with: openssl rand -base64 48`
    );
  }
  const demoPassword = text3("DEMO_PASSWORD");
  if (demoPassword !== null && demoPassword.length < 8) {
    wrong("DEMO_PASSWORD", `ph\u1EA3i c\xF3 \xEDt nh\u1EA5t 8 k\xFD t\u1EF1.`, `must have at least 8 characters.`);
  }
  const settings = {
    production,
    databaseUrl,
    databasePoolSize: whole2("DATABASE_POOL_SIZE", 10, 1, 500),
    dataDir: path3.resolve(directory, text3("DATA_DIR") ?? "data"),
    filesS3: readS3(text3, wrong),
    contentDir: path3.resolve(directory, text3("CONTENT_DIR") ?? "content"),
    migrationsDir: path3.resolve(directory, text3("MIGRATIONS_DIR") ?? "prisma/migrations"),
    port,
    host: text3("HOST") ?? (production && givenOrigin !== null ? "0.0.0.0" : "127.0.0.1"),
    origin: origin ?? `http://localhost:${port}`,
    trustProxy: yesNo("TRUST_PROXY", false),
    secretKey,
    recordKey: recordKeyOf(text3("RECORD_KEY"), wrong),
    demo: yesNo("DEMO", !(production && databaseUrl !== null)),
    demoPassword,
    logLevel: choice("LOG_LEVEL", "info", LOG_LEVELS)
  };
  return { settings, problems };
}
function recordKeyOf(given, wrong) {
  if (given === null) return null;
  const pem = given.replace(/\\n/g, "\n");
  try {
    if (createPrivateKey(pem).asymmetricKeyType === "ed25519") return pem;
  } catch {
  }
  wrong(
    "RECORD_KEY",
    "kh\xF4ng ph\u1EA3i kh\xF3a ri\xEAng Ed25519 d\u1EA1ng PKCS #8 PEM (t\u1EA1o b\u1EB1ng: openssl genpkey -algorithm ed25519).",
    "is no private Ed25519 key in PKCS #8 PEM (make one with: openssl genpkey -algorithm ed25519)."
  );
  return null;
}
function isPostgresUrl(text3) {
  return URL.canParse(text3) && ["postgresql:", "postgres:"].includes(new URL(text3).protocol);
}
function originOf(text3) {
  if (!URL.canParse(text3)) return null;
  const url = new URL(text3);
  const bare = url.pathname === "/" && url.search === "" && url.hash === "" && url.username === "";
  return bare && ["http:", "https:"].includes(url.protocol) ? url.origin : null;
}

// app/platform/env.server.ts
var holder = globalThis;
function env() {
  return holder.chuanMucEnv ??= makeEnv();
}
function makeEnv() {
  const { settings, problems } = readSettings(process.env, process.cwd());
  if (problems.length > 0) {
    throw new PlainSentence(
      `C\u1EA5u h\xECnh ch\u01B0a \u0111\xFAng:
${problems.map((problem) => `  - ${problem.vietnamese}`).join("\n")}`,
      `The settings are not right:
${problems.map((problem) => `  - ${problem.english}`).join("\n")}`
    );
  }
  let secretKey = settings.secretKey;
  return Object.freeze({
    ...settings,
    embeddedDatabase: settings.databaseUrl === null,
    get databaseUrl() {
      const url = settings.databaseUrl ?? holder.chuanMucDatabaseUrl;
      if (!url) throw new Error("The database was asked for before it was started and DATABASE_URL is not set");
      return url;
    },
    get secretKey() {
      const file = path4.join(settings.dataDir, "secret-key");
      return secretKey ??= keptSecret({ file, make: () => randomBytes2(48).toString("base64url") });
    }
  });
}

// app/platform/db.server.ts
var holder2 = globalThis;
function connect() {
  const pool = new pg.Pool({
    connectionString: env().databaseUrl,
    max: env().databasePoolSize,
    application_name: "chuan-muc",
    options: "-c timezone=UTC",
    // A connection that cannot be had is an error with a sentence, not a page that never comes.
    connectionTimeoutMillis: 1e4
  });
  pool.on("error", () => void 0);
  return { pool, db: new PrismaClient({ adapter: new PrismaPg(pool) }) };
}
function connection() {
  return holder2.chuanMucConnection ??= connect();
}
var db = new Proxy({}, {
  get: (_target, name) => Reflect.get(connection().db, name)
});
function inTransaction(work, { timeout = 3e4 } = {}) {
  return connection().db.$transaction(work, { maxWait: 1e4, timeout });
}
async function query(name, text3, values) {
  const result = await connection().pool.query({ name, text: text3, values });
  return result.rows;
}
async function closeDatabase() {
  const open = holder2.chuanMucConnection;
  if (!open) return;
  delete holder2.chuanMucConnection;
  await open.db.$disconnect();
  if (!open.pool.ended) await open.pool.end();
}

// app/domain/organization/unit-scope.ts
function withinScopeFilter(scope) {
  return scope.flatMap((path5) => [{ path: path5 }, { path: { startsWith: `${path5}/` } }]);
}

// app/domain/certificates/history.ts
var REVOCATION_CLASSES = ["issued-in-error", "result-cancelled", "misconduct", "other"];
var REISSUE_CLASSES = ["name-corrected", "details-corrected", "template-corrected", "other"];
var EXPIRY_CLASSES = ["validity-over", "content-outdated", "other"];
var ALL = [...REVOCATION_CLASSES, ...REISSUE_CLASSES, ...EXPIRY_CLASSES];
function readReasonClass(text3) {
  if (text3 === null) return null;
  return ALL.includes(text3) ? text3 : "other";
}

// app/domain/certificates/certificate-store.server.ts
var WHOLE = {
  id: true,
  serial: true,
  number: true,
  issuerCode: true,
  year: true,
  issuedAt: true,
  templateVersion: true,
  facts: true,
  events: {
    select: { kind: true, at: true, reasonClass: true, reason: true, actorName: true },
    orderBy: [{ at: "asc" }, { id: "asc" }]
  },
  replaces: { select: { serial: true, number: true } },
  replacedBy: { select: { serial: true, number: true } }
};
function whole(found) {
  const { replaces, replacedBy, ...row } = found;
  return {
    ...row,
    facts: row.facts,
    replacedByNumber: replacedBy?.number ?? null,
    history: row.events.map(({ kind, at, reasonClass, reason, actorName }) => ({
      kind,
      at,
      reasonClass: readReasonClass(reasonClass),
      reason,
      by: actorName
    })),
    succession: { replaces, replacedBy }
  };
}
async function findInScopeBySerial(db2, input) {
  const found = await db2.certificate.findFirst({
    where: { serial: input.serial, official: { unit: { OR: withinScopeFilter(input.scope) } } },
    select: {
      ...WHOLE,
      officialId: true,
      courseId: true,
      cycle: true,
      turn: { select: { certificateId: true } },
      official: { select: { fullName: true, unit: { select: { path: true } } } }
    }
  });
  if (!found) return null;
  const { official, turn, officialId, courseId, cycle, ...row } = found;
  return {
    ...whole(row),
    officialId,
    courseId,
    cycle,
    fullName: official.fullName,
    unitPath: official.unit.path,
    inForce: turn !== null
  };
}

// app/use-cases/hr/reissue-certificate.ts
import { randomBytes as randomBytes3, randomUUID } from "node:crypto";

// app/domain/audit/audit-store.server.ts
function auditInsert(events, onlyIf = prismaNamespace_exports.sql`true`) {
  const rows = events.map(
    ({ actor: actor2, action, subject, unitPath = null, before = null, after: after2 = null, at }) => prismaNamespace_exports.sql`(${at}::timestamptz, ${actor2.accountId}::uuid, ${actor2.name}::text, ${action}::text, ${subject.type}::text,
        ${subject.id}::text, ${subject.label}::text, ${unitPath}::text, ${actor2.ip}::text, ${before && JSON.stringify(before)}::jsonb,
        ${after2 && JSON.stringify(after2)}::jsonb)`
  );
  return prismaNamespace_exports.sql`INSERT INTO audit_event (at, actor_id, actor_name, action, subject_type, subject_id, subject_label, unit_path, ip, before, after)
    SELECT * FROM (VALUES ${prismaNamespace_exports.join(rows)}) AS event WHERE ${onlyIf}`;
}
async function recordAudit(db2, event) {
  await db2.auditEvent.create({
    data: {
      at: event.at,
      actorId: event.actor.accountId,
      actorName: event.actor.name,
      action: event.action,
      subjectType: event.subject.type,
      subjectId: event.subject.id,
      subjectLabel: event.subject.label,
      unitPath: event.unitPath ?? null,
      ip: event.actor.ip,
      before: event.before ? event.before : prismaNamespace_exports.DbNull,
      after: event.after ? event.after : prismaNamespace_exports.DbNull
    },
    select: { id: true }
  });
}

// app/domain/certificates/event-store.server.ts
async function addCertificateEvent(tx, input) {
  await tx.certificateEvent.create({
    data: { ...input, reasonClass: input.reasonClass ?? null, actorName: input.actorName ?? null },
    select: { id: true }
  });
}

// app/domain/time.ts
var OFFSET = 7 * 60 * 60 * 1e3;
var DAY = 24 * 60 * 60 * 1e3;
var seconds = (n) => n * 1e3;
var minutes = (n) => n * 60 * 1e3;
function localDay(at) {
  return new Date(at.getTime() + OFFSET).toISOString().slice(0, 10);
}
function endOfDay(day2) {
  return new Date(Date.parse(`${day2}T00:00:00Z`) + DAY - OFFSET);
}
function isOverdue(dueOn, now2) {
  return dueOn !== null && now2.getTime() >= endOfDay(dueOn).getTime();
}
function parseDay(text3) {
  const trimmed = text3.trim();
  const vietnamese = /^(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})$/.exec(trimmed);
  const iso = vietnamese ? `${vietnamese[3]}-${vietnamese[2].padStart(2, "0")}-${vietnamese[1].padStart(2, "0")}` : /^\d{4}-\d{2}-\d{2}$/.test(trimmed) ? trimmed : null;
  if (iso === null) return null;
  const at = Date.parse(`${iso}T00:00:00Z`);
  return Number.isNaN(at) || new Date(at).toISOString().slice(0, 10) !== iso ? null : iso;
}

// app/domain/certificates/validity.ts
function addMonths(day2, months) {
  const [year, month, date2] = day2.split("-").map(Number);
  const first = new Date(Date.UTC(year, month - 1 + months, 1));
  const lastDate = new Date(Date.UTC(first.getUTCFullYear(), first.getUTCMonth() + 1, 0)).getUTCDate();
  first.setUTCDate(Math.min(date2, lastDate));
  return first.toISOString().slice(0, 10);
}
function lastValidDay(issuedOn, validMonths) {
  return validMonths === null ? null : addMonths(issuedOn, validMonths);
}

// app/domain/certificates/facts.ts
function composeFacts(input) {
  const { completion, issuer, entry } = input;
  return {
    issuerParentName: tidy(issuer.issuerParentName),
    issuerName: tidy(issuer.issuerName),
    number: entry.number,
    registerNumber: entry.registerNumber,
    serial: entry.serial,
    fullName: tidy(completion.fullName),
    positionTitle: tidy(completion.positionTitle),
    unitName: unitOnPaper(completion),
    courseName: tidy(completion.courseName),
    studyForm: tidy(completion.studyForm),
    duration: durationInWords(completion.minutes),
    startedOn: localDay(completion.startedAt),
    completedOn: localDay(completion.completedAt),
    issuedOn: localDay(entry.issuedAt),
    place: tidy(issuer.place),
    result: resultInWords(completion.scorePercent),
    signerTitle: tidy(issuer.signerTitle),
    signerName: tidy(issuer.signerName),
    legalBasis: tidy(completion.legalBasis ?? issuer.legalBasis ?? "") || null,
    digitallySigned: input.digitallySigned ?? false,
    verifyAddress: input.verifyAddress.replace(/\/+$/, ""),
    ...printedChoices(issuer, localDay(entry.issuedAt))
  };
}
function reissueFacts(input) {
  const { before, correction, issuer, entry } = input;
  const { wording: _wording, english: _english, logo: _logo, expiresOn, ...kept } = before;
  const { expiresOn: _anew, ...choices } = printedChoices(issuer, localDay(entry.issuedAt));
  return {
    ...kept,
    issuerParentName: tidy(issuer.issuerParentName),
    issuerName: tidy(issuer.issuerName),
    number: entry.number,
    registerNumber: entry.registerNumber,
    serial: entry.serial,
    fullName: tidy(correction.fullName ?? before.fullName),
    positionTitle: tidy(correction.positionTitle ?? before.positionTitle),
    unitName: tidy(correction.unitName ?? before.unitName),
    issuedOn: localDay(entry.issuedAt),
    place: tidy(issuer.place),
    signerTitle: tidy(issuer.signerTitle),
    signerName: tidy(issuer.signerName),
    digitallySigned: input.digitallySigned,
    verifyAddress: input.verifyAddress.replace(/\/+$/, ""),
    ...choices,
    ...expiresOn && { expiresOn }
  };
}
function printedChoices(issuer, issuedOn) {
  const { wording, english, logo, validMonths } = issuer;
  return {
    ...wording && {
      wording: { title: tidy(wording.title), lead: tidy(wording.lead), achievement: tidy(wording.achievement) }
    },
    ...english && { english: { issuerName: tidy(english.issuerName), signerTitle: tidy(english.signerTitle) } },
    ...logo && { logo },
    ...validMonths && { expiresOn: lastValidDay(issuedOn, validMonths) }
  };
}
function unitOnPaper(completion) {
  const names = completion.unitPathNames.split("\u203A").map(tidy).filter((name) => name !== "");
  const below = names.slice(1).reverse();
  return below.length > 0 ? below.join(", ") : tidy(completion.unitName);
}
function durationInWords(totalMinutes) {
  const whole2 = Math.max(0, Math.round(totalMinutes));
  const hours = Math.floor(whole2 / 60);
  const minutes2 = whole2 % 60;
  const parts = [...hours > 0 ? [`${hours} gi\u1EDD`] : [], ...minutes2 > 0 || hours === 0 ? [`${minutes2} ph\xFAt`] : []];
  return parts.join(" ");
}
function resultInWords(scorePercent) {
  if (scorePercent === null) return "Ho\xE0n th\xE0nh";
  return `\u0110\u1EA1t (${String(Math.round(scorePercent * 100) / 100).replace(".", ",")}%)`;
}
function tidy(text3) {
  return text3.normalize("NFC").replace(/[\p{Cc}\p{Cf}]/gu, (sign) => /\s/.test(sign) ? " " : "").replace(/\s+/g, " ").trim();
}

// app/domain/certificates/number.ts
function registerYear(issuedAt) {
  return Number(localDay(issuedAt).slice(0, 4));
}
function registerEntry(registerNumber) {
  return String(registerNumber).padStart(4, "0");
}
function certificateNumber(registerNumber, issuerCode) {
  return `${registerEntry(registerNumber)}/GCN-${issuerCode}`;
}

// app/domain/certificates/issuer.ts
var ISSUER_SETTING_KEY = "certificate";
var UNCONFIGURED_ISSUER = {
  issuerCode: "CHUACAUHINH",
  issuerName: "C\u01A1 quan c\u1EA5p ch\u01B0a \u0111\u01B0\u1EE3c c\u1EA5u h\xECnh",
  issuerParentName: "C\u01A1 quan ch\u1EE7 qu\u1EA3n ch\u01B0a \u0111\u01B0\u1EE3c c\u1EA5u h\xECnh",
  place: "(ch\u01B0a c\u1EA5u h\xECnh)",
  signerTitle: "Ch\u1EE9c v\u1EE5 ng\u01B0\u1EDDi k\xFD ch\u01B0a \u0111\u01B0\u1EE3c c\u1EA5u h\xECnh",
  signerName: "",
  legalBasis: null
};
var REQUIRED = ["issuerCode", "issuerName", "issuerParentName", "place", "signerTitle"];
function readIssuerSetting(value) {
  const given = typeof value === "object" && value !== null ? value : {};
  const text3 = (name) => {
    const field2 = given[name];
    return typeof field2 === "string" ? field2.normalize("NFC").trim() : "";
  };
  const missing = REQUIRED.filter((name) => text3(name) === "");
  if (!missing.includes("issuerCode") && !/^[\p{Lu}\d]+([-.&][\p{Lu}\d]+)*$/u.test(text3("issuerCode"))) {
    missing.push("issuerCode");
  }
  const field = (name) => missing.includes(name) ? UNCONFIGURED_ISSUER[name] : text3(name);
  const issuer = {
    issuerCode: field("issuerCode"),
    issuerName: field("issuerName"),
    issuerParentName: field("issuerParentName"),
    place: field("place"),
    signerTitle: field("signerTitle"),
    signerName: text3("signerName"),
    legalBasis: text3("legalBasis") || null
  };
  return missing.length === 0 ? { configured: true, issuer } : { configured: false, issuer, missing };
}

// app/domain/certificates/template.ts
var STANDARD_WORDING = {
  title: "Gi\u1EA5y ch\u1EE9ng nh\u1EADn ho\xE0n th\xE0nh",
  lead: "Ch\u1EE9ng nh\u1EADn \xF4ng (b\xE0)",
  achievement: "\u0111\xE3 ho\xE0n th\xE0nh kh\xF3a h\u1ECDc"
};
var WORDING_LIMITS = { title: 60, lead: 60, achievement: 100 };
var MOST_MONTHS = 120;
function isRegulatedName(title) {
  return /\bchung\s*chi\b/u.test(title.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase());
}
function readTemplate(value) {
  const { configured, issuer } = readIssuerSetting(value);
  const given = recordOf(value);
  const wording = recordOf(given["wording"]);
  const word = (name) => textOf(wording[name]).slice(0, WORDING_LIMITS[name]) || STANDARD_WORDING[name];
  const authorisation = textOf(given["schoolAuthorisation"]) || null;
  const title = word("title");
  const english = recordOf(given["english"]);
  const logo = recordOf(given["logo"]);
  const months = given["validMonths"];
  return {
    configured,
    content: {
      ...issuer,
      wording: {
        title: isRegulatedName(title) && authorisation === null ? STANDARD_WORDING.title : title,
        lead: word("lead"),
        achievement: word("achievement")
      },
      english: given["english"] ? { issuerName: textOf(english["issuerName"]), signerTitle: textOf(english["signerTitle"]) } : null,
      logo: /^[0-9a-f]{64}$/.test(textOf(logo["sha256"])) && Number(logo["width"]) > 0 && Number(logo["height"]) > 0 ? { sha256: textOf(logo["sha256"]), width: Number(logo["width"]), height: Number(logo["height"]) } : null,
      validMonths: Number.isInteger(months) && Number(months) >= 1 && Number(months) <= MOST_MONTHS ? Number(months) : null,
      schoolAuthorisation: authorisation
    }
  };
}
function recordOf(value) {
  return typeof value === "object" && value !== null ? value : {};
}
function textOf(value) {
  return typeof value === "string" ? value.normalize("NFC").trim() : "";
}

// app/domain/certificates/paper.ts
var TEMPLATE_VERSION = 1;

// app/domain/certificates/serial.ts
var SYMBOLS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
var PREFIX = "CM";
var RANDOM_SYMBOLS = 11;
var POWERS = [1];
while (POWERS.length < 31) {
  const doubled = POWERS.at(-1) << 1;
  POWERS.push(doubled & 32 ? doubled ^ 37 : doubled);
}
var LOGARITHMS = new Map(POWERS.map((power, exponent) => [power, exponent]));
function weighted(symbol, place) {
  return symbol === 0 ? 0 : POWERS[(LOGARITHMS.get(symbol) + place) % 31];
}
function parity(symbols) {
  return symbols.reduce((sum, symbol, index) => sum ^ weighted(symbol, symbols.length - index), 0);
}
function spell(body) {
  return `${PREFIX}${body.slice(0, 2)}-${body.slice(2, 6)}-${body.slice(6, 10)}-${body.slice(10, 14)}`;
}
var valueOf = (letter) => SYMBOLS.indexOf(letter);
function newSerial(input) {
  const year = String(input.year % 100).padStart(2, "0");
  const random = Array.from(
    input.randomBytes(RANDOM_SYMBOLS).subarray(0, RANDOM_SYMBOLS),
    (byte) => SYMBOLS[byte % 32]
  );
  if (random.length < RANDOM_SYMBOLS) throw new Error(`${RANDOM_SYMBOLS} random bytes are needed for a serial`);
  const body = year + random.join("");
  return spell(body + SYMBOLS[parity([...body].map(valueOf))]);
}

// app/domain/certificates/issue-store.server.ts
var turnLock = ({
  officialId,
  courseId,
  cycle
}) => prismaNamespace_exports.sql`pg_advisory_xact_lock(hashtextextended(${`certificate ${officialId} ${courseId} ${cycle}`}, 0))`;
async function takeLocks(tx, locks) {
  await tx.$executeRaw`SELECT ${prismaNamespace_exports.join(locks)}`;
}
async function issueCertificate(tx, input) {
  const { officialId, courseId, cycle } = input.completion;
  const turn = prismaNamespace_exports.sql`official_id = ${officialId}::uuid AND course_id = ${courseId}::uuid AND cycle = ${cycle}`;
  const free = prismaNamespace_exports.sql`NOT EXISTS (SELECT FROM certificate_turn WHERE ${turn})`;
  return insert(tx, input, free, { replaces: null, expiresAt: null });
}
async function lockForReissue(tx, certificateId) {
  const [row] = await tx.$queryRaw`
    SELECT c.id, c.completion_id AS "completionId", c.official_id AS "officialId", c.course_id AS "courseId", c.version_id AS "versionId", c.cycle,
      (SELECT min(e.at) FROM certificate_event e WHERE e.certificate_id = c.id AND e.kind = 'expired') AS "expiresAt"
    FROM certificate_turn t JOIN certificate c ON c.id = t.certificate_id WHERE c.id = ${certificateId}::uuid FOR UPDATE OF t`;
  return row ?? null;
}
async function reissueCertificate(tx, input) {
  const { replaced } = input;
  const issued = await insert(tx, { ...input, completion: replaced }, prismaNamespace_exports.sql`true`, {
    replaces: replaced.id,
    expiresAt: replaced.expiresAt
  });
  return issued;
}
async function insert(tx, input, free, earlier) {
  const { completion, issuerCode, now: now2, template = null } = input;
  const year = registerYear(now2);
  const registerNumber = await takeRegisterNumber(tx, { issuerCode, year, free });
  if (registerNumber === null) return null;
  const entry = {
    registerNumber,
    number: certificateNumber(registerNumber, issuerCode),
    serial: newSerial({ year, randomBytes: input.randomBytes }),
    issuedAt: now2
  };
  const issued = { id: input.randomId(), serial: entry.serial, number: entry.number, issuedAt: now2 };
  const facts = input.compose(entry);
  const expiresAt = earlier.expiresAt ?? (facts.expiresOn ? endOfDay(facts.expiresOn) : null);
  const noted = await tx.$executeRaw`
    WITH told AS (${input.tell(issued)}), made AS (
      INSERT INTO certificate (id, serial, issuer_code, year, register_number, number, completion_id, official_id, course_id, version_id, cycle,
        issued_at, template_version, facts, replaces_id, template_id)
      VALUES (${issued.id}::uuid, ${issued.serial}, ${issuerCode}, ${year}::int, ${registerNumber}::int, ${issued.number},
        ${completion.completionId}::uuid, ${completion.officialId}::uuid, ${completion.courseId}::uuid, ${completion.versionId}::uuid,
        ${completion.cycle}, ${now2}, ${template?.version ?? TEMPLATE_VERSION}::int, ${JSON.stringify(facts)}::jsonb, ${earlier.replaces}::uuid,
        ${template?.id ?? null}::uuid)
      RETURNING id, official_id, course_id, cycle
    ), turn AS (
      INSERT INTO certificate_turn (official_id, course_id, cycle, certificate_id) SELECT official_id, course_id, cycle, id FROM made
      ON CONFLICT (official_id, course_id, cycle) DO UPDATE SET certificate_id = excluded.certificate_id
        WHERE certificate_turn.certificate_id = ${earlier.replaces}::uuid
      RETURNING certificate_id
    )
    INSERT INTO certificate_event (certificate_id, kind, at, reason_class)
    SELECT certificate_id, 'issued'::certificate_event_kind, ${now2}::timestamptz, NULL FROM turn
    UNION ALL SELECT certificate_id, 'expired'::certificate_event_kind, ${expiresAt}::timestamptz, 'validity-over' FROM turn
      WHERE ${expiresAt}::timestamptz IS NOT NULL`;
  if (noted === 0) throw new Error(`the turn of certificate ${issued.number} has another one`);
  return issued;
}
async function takeRegisterNumber(tx, { issuerCode, year, free }) {
  const rows = await tx.$queryRaw`
    INSERT INTO certificate_register (issuer_code, year, last_number)
    SELECT ${issuerCode}, ${year}::int, 1 WHERE ${free}
    ON CONFLICT (issuer_code, year) DO UPDATE SET last_number = certificate_register.last_number + 1
    RETURNING last_number AS taken`;
  return rows[0]?.taken ?? null;
}

// app/domain/certificates/signing/sign-pdf.server.ts
function signerConfigured() {
  return false;
}

// app/domain/certificates/template-store.server.ts
var TEMPLATE_FOR_UNIT = prismaNamespace_exports.sql`coalesce(
  (SELECT json_build_object('id', t.id, 'version', t.version, 'unitCode', w.code, 'content', t.content)
   FROM certificate_template t LEFT JOIN unit w ON w.id = t.unit_id
   WHERE t.unit_id IS NULL OR u.path = w.path OR starts_with(u.path, w.path || '/')
   ORDER BY w.depth DESC NULLS LAST, t.version DESC LIMIT 1),
  (SELECT json_build_object('id', NULL, 'version', 1, 'unitCode', NULL, 'content', s.value) FROM setting s WHERE s.key = ${ISSUER_SETTING_KEY}))`;
function templateOf(row) {
  const { configured, content } = readTemplate(row?.content);
  return { id: row?.id ?? null, version: row?.version ?? 1, unitCode: row?.unitCode ?? null, configured, content };
}
async function findTemplateOfCertificate(db2, certificateId) {
  const [row] = await db2.$queryRaw`
    SELECT t.id, t.version, w.code AS "unitCode", t.content
    FROM certificate c LEFT JOIN certificate_template o ON o.id = c.template_id
      JOIN certificate_template t ON t.unit_id IS NOT DISTINCT FROM o.unit_id LEFT JOIN unit w ON w.id = t.unit_id
    WHERE c.id = ${certificateId}::uuid ORDER BY t.version DESC LIMIT 1`;
  if (row) return templateOf(row);
  return latestTemplate(db2, null);
}
async function latestTemplate(db2, unitId) {
  const row = await db2.certificateTemplate.findFirst({
    where: { unitId },
    orderBy: { version: "desc" },
    select: { id: true, version: true, content: true, unit: { select: { code: true } } }
  });
  if (row) return templateOf({ ...row, unitCode: row.unit?.code ?? null });
  const setting = unitId === null ? await db2.setting.findUnique({ where: { key: ISSUER_SETTING_KEY }, select: { value: true } }) : null;
  return { ...templateOf(setting && { id: null, version: 1, unitCode: null, content: setting.value }), version: 0 };
}

// app/use-cases/hr/revoke-certificate.ts
var by = (actor2) => ({ actorId: actor2.accountId, actorName: actor2.name });
var eventOf = ({ id: id2, number, unitPath }, actor2, at) => ({
  actor: actor2,
  subject: { type: "certificate", id: id2, label: number },
  unitPath,
  at
});

// app/use-cases/hr/reissue-certificate.ts
async function reissueWithCorrection(input) {
  const { certificate, correction, why, actor: actor2, now: now2 } = input;
  const template = await findTemplateOfCertificate(db, certificate.id);
  return inTransaction(async (tx) => {
    await takeLocks(tx, [turnLock(certificate)]);
    const replaced = await lockForReissue(tx, certificate.id);
    if (!replaced) return { kind: "refused", reason: "not-in-force" };
    await addCertificateEvent(tx, { certificateId: certificate.id, kind: "reissued", at: now2, ...why, ...by(actor2) });
    await recordAudit(tx, {
      ...eventOf(certificate, actor2, now2),
      action: "certificate.reissued",
      before: certificate.facts.fullName === correction.fullName ? null : { fullName: certificate.facts.fullName },
      after: { ...why, ...correction, serial: certificate.serial }
    });
    const issued = await reissueCertificate(tx, {
      replaced,
      issuerCode: template.content.issuerCode,
      template,
      compose: (entry) => reissueFacts({
        before: certificate.facts,
        correction,
        issuer: template.content,
        entry,
        verifyAddress: `${env().origin}/verify`,
        digitallySigned: signerConfigured()
      }),
      tell: (made) => auditInsert([
        {
          ...eventOf({ ...certificate, id: made.id, number: made.number }, actor2, now2),
          action: "certificate.issued",
          after: {
            serial: made.serial,
            replaces: certificate.number,
            fullName: correction.fullName ?? certificate.facts.fullName,
            course: certificate.facts.courseName
          }
        }
      ]),
      now: now2,
      randomBytes: randomBytes3,
      randomId: randomUUID
    });
    return { kind: "done", issued };
  });
}

// app/domain/assessment/answer-fields.ts
var fieldName = (questionId, part) => part === void 0 ? `q.${questionId}` : `q.${questionId}.${part}`;
var markName = (questionId) => `m.${questionId}`;

// app/domain/assessment/question-types/dilemma.ts
import { z as z3 } from "zod";

// app/domain/assessment/question.ts
import { z } from "zod";
var QUESTION_STATUSES = ["draft", "ready", "retired"];
var DIFFICULTIES = ["easy", "medium", "hard"];
var id = z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, "must be lower-case letters, digits and hyphens");
var text = z.string().trim().min(1, "must not be empty");
var citationSchema = z.strictObject({
  document: text,
  article: text.optional(),
  clause: text.optional(),
  expired: z.literal(true).optional()
});
var caseTextSchema = z.strictObject({ id, title: text, text });
var questionBase = z.strictObject({
  /** Stable: the same id in the next version is the same question. */
  id,
  topic: id,
  status: z.enum(QUESTION_STATUSES),
  difficulty: z.enum(DIFFICULTIES),
  stem: text,
  citation: citationSchema,
  /** The lesson that teaches it. */
  lesson: id.optional(),
  explanation: text,
  /** What a right answer is worth in the paper. */
  marks: z.number().min(0.25, "must be from 0.25 to 20").max(20, "must be from 0.25 to 20").default(1),
  /** Who misses it does not pass, whatever the total. */
  critical: z.boolean().default(false),
  case: caseTextSchema.optional(),
  /** Shown one after the other, when the test gives hints. */
  hints: z.array(text).max(4, "has more than four hints").optional()
});

// app/domain/assessment/question-types/options.ts
import { z as z2 } from "zod";
var optionSchema = z2.strictObject({
  id,
  text,
  correct: z2.boolean().optional(),
  feedback: text,
  /** Keeps its place when options are shuffled. */
  anchored: z2.boolean().optional()
});
var optionsSchema = z2.array(optionSchema).min(2, "needs at least two options").max(10, "has more than ten options").superRefine((options, context) => {
  const seenIds = /* @__PURE__ */ new Set();
  const seenTexts = /* @__PURE__ */ new Set();
  options.forEach((option, index) => {
    if (seenIds.has(option.id)) context.addIssue({ code: "custom", path: [index, "id"], message: "stands twice" });
    const plain2 = option.text.toLowerCase().replace(/\s+/g, " ");
    if (seenTexts.has(plain2)) context.addIssue({ code: "custom", path: [index, "text"], message: "stands twice" });
    seenIds.add(option.id);
    seenTexts.add(plain2);
  });
});
function orderOptions(options, random, shuffle) {
  if (!shuffle) return [...options];
  const loose = random.shuffle(options.filter((option) => !option.anchored));
  return options.map((option) => option.anchored ? option : loose.shift());
}
function optionsOnPaper(ordered) {
  return ordered.map((option, index) => ({ value: String(index + 1), text: option.text }));
}
function idsAtPlaces(ordered, places) {
  const ids = [];
  for (const place of new Set(places)) {
    const option = /^\d{1,2}$/.test(place) ? ordered[Number(place) - 1] : void 0;
    if (!option) return void 0;
    ids.push(option.id);
  }
  return ids;
}
function placesOfIds(ordered, ids) {
  return ordered.flatMap((option, index) => ids.includes(option.id) ? [String(index + 1)] : []);
}
function reviewOptions(ordered, chosenIds, allowed) {
  return ordered.map((option) => {
    const chosen = allowed.response && chosenIds.includes(option.id);
    return {
      text: option.text,
      chosen,
      // Correctness alone speaks of what was chosen; only `rightAnswer` speaks of the others.
      correct: allowed.rightAnswer || chosen && allowed.correctness ? option.correct === true : null,
      feedback: allowed.feedback && (chosen || allowed.rightAnswer) ? option.feedback : null
    };
  });
}
function optionChoices(part, options) {
  return options.map(({ id: id2, text: text3, correct = false }) => ({
    part,
    value: id2,
    label: text3,
    of: null,
    key: correct,
    distractor: !correct
  }));
}
var lintOptions = (options) => ({
  groups: [[...options]],
  keyed: true,
  feedbacks: [...options],
  stem: "question"
});
var placeOf = (index) => String(index + 1);
var atPlace = (items, place) => /^\d{1,2}$/.test(place) ? items[Number(place) - 1] : void 0;

// app/domain/assessment/question-types/question-type.ts
var DILEMMA_GRADES = ["best", "acceptable", "risky", "violation"];

// app/domain/assessment/question-types/dilemma.ts
var SHARE = { best: 1, acceptable: 0.5, risky: 0, violation: 0 };
var schema = questionBase.extend({
  type: z3.literal("dilemma"),
  options: z3.array(
    z3.strictObject({
      id,
      text,
      grade: z3.enum(DILEMMA_GRADES),
      /** What comes of acting so. */
      consequence: text,
      /** What it is judged by, where that is not the citation of the whole question. */
      citation: citationSchema.optional(),
      anchored: z3.boolean().optional()
    })
  ).min(2, "needs at least two options").max(6, "has more than six options").refine((options) => options.some(({ grade: grade3 }) => grade3 === "best"), { message: "needs a best option" }).refine((options) => new Set(options.map(({ id: id2 }) => id2)).size === options.length, {
    message: "an option id stands twice"
  }).refine((options) => new Set(options.map(({ text: text3 }) => text3.toLowerCase())).size === options.length, {
    message: "an option stands twice"
  }),
  /** What becomes due for who chose a violation; the lesson of the question when nothing is said. */
  remedial: z3.strictObject({ lesson: id, section: id.optional() }).optional()
}).refine(
  ({ options, remedial, lesson }) => remedial || lesson || !options.some(({ grade: grade3 }) => grade3 === "violation"),
  {
    path: ["remedial"],
    message: "must name a lesson, because an option is a violation"
  }
);
var response = z3.strictObject({ option: id });
var chosenOf = (question, given) => question.options.find(({ id: id2 }) => id2 === given.option);
var dilemma = {
  type: "dilemma",
  schema,
  response,
  paper: (question, random, shuffle) => ({
    form: "choice",
    multiple: false,
    options: optionsOnPaper(orderOptions(question.options, random, shuffle))
  }),
  decode(question, random, shuffle, { own }) {
    if (own.length === 0) return null;
    const ids = idsAtPlaces(orderOptions(question.options, random, shuffle), own);
    return ids?.length === 1 ? { option: ids[0] } : void 0;
  },
  encode: (question, random, shuffle, { option }) => ({
    own: placesOfIds(orderOptions(question.options, random, shuffle), [option]),
    parts: {}
  }),
  grade(question, given) {
    const chosen = chosenOf(question, given);
    return chosen ? SHARE[chosen.grade] : 0;
  },
  suffices: (question, given) => ["best", "acceptable"].includes(chosenOf(question, given)?.grade ?? ""),
  remedial(question, given) {
    const chosen = chosenOf(question, given);
    const remedial = question.remedial ?? (question.lesson ? { lesson: question.lesson } : null);
    return chosen?.grade === "violation" && remedial ? { option: chosen.id, remedial } : null;
  },
  review: ({ question, response: given, random, shuffle, allowed }) => ({
    form: "dilemma",
    options: orderOptions(question.options, random, shuffle).map((option) => {
      const chosen = allowed.response && given?.option === option.id;
      return {
        text: option.text,
        chosen,
        grade: allowed.rightAnswer || chosen && allowed.correctness ? option.grade : null,
        consequence: allowed.feedback && (chosen || allowed.rightAnswer) ? option.consequence : null,
        citation: allowed.feedback && (chosen || allowed.rightAnswer) ? option.citation ?? null : null
      };
    })
  }),
  texts: (question) => [question.stem, ...question.options.map(({ text: text3 }) => text3)],
  choices: (question) => question.options.map(({ id: id2, text: text3, grade: grade3 }) => ({
    part: "option",
    value: id2,
    label: text3,
    of: null,
    key: grade3 === "best",
    // A violation that nobody chooses is what everybody hopes for: it stands there to say where the line is.
    distractor: grade3 === "risky",
    grade: grade3
  })),
  lint: ({ options }) => ({
    groups: [options.map((option) => ({ ...option, correct: option.grade === "best" }))],
    keyed: options.filter(({ grade: grade3 }) => grade3 === "best").length === 1,
    feedbacks: options.map(({ id: id2, consequence }) => ({ id: id2, feedback: consequence })),
    stem: "question"
  })
};

// app/domain/assessment/question-types/inline-choice.ts
import { z as z4 } from "zod";
var gapSchema = z4.strictObject({
  id,
  options: z4.array(
    z4.strictObject({
      text,
      correct: z4.boolean().optional(),
      feedback: text.optional()
    })
  ).min(2, "needs at least two options").max(10, "has more than ten options").refine((options) => options.filter(({ correct }) => correct).length === 1, {
    message: "needs exactly one correct option"
  }).refine((options) => new Set(options.map(({ text: text3 }) => text3.toLowerCase())).size === options.length, {
    message: "an option stands twice"
  })
});
var GAP = /\[\[([a-z0-9]+(?:-[a-z0-9]+)*)\]\]/;
var piecesOf = (text3) => text3.split(new RegExp(GAP, "g"));
var gapIds = (text3) => piecesOf(text3).filter((_, index) => index % 2 === 1);
var schema2 = questionBase.extend({
  type: z4.literal("inline-choice"),
  text,
  gaps: z4.array(gapSchema).min(1, "needs at least one gap").max(10, "has more than ten gaps")
}).superRefine(({ text: text3, gaps }, context) => {
  const inText = gapIds(text3);
  gaps.forEach(({ id: id2 }, index) => {
    const times = inText.filter((each) => each === id2).length;
    if (times !== 1 || gaps.findIndex((gap) => gap.id === id2) !== index) {
      context.addIssue({
        code: "custom",
        path: ["gaps", index, "id"],
        message: "must stand in the text exactly once"
      });
    }
  });
  for (const id2 of inText) {
    if (gaps.some((gap) => gap.id === id2)) continue;
    context.addIssue({ code: "custom", path: ["text"], message: "names a gap that is not in the list" });
  }
});
var response2 = z4.strictObject({ chosen: z4.record(z4.string(), z4.string()) });
function arrange(question, random, shuffle) {
  const orders = new Map(
    question.gaps.map((gap) => [gap.id, { gap, options: shuffle ? random.shuffle(gap.options) : gap.options }])
  );
  return piecesOf(question.text).flatMap(
    (piece, index) => index % 2 === 1 ? [orders.get(piece)] : piece === "" ? [] : [{ text: piece }]
  );
}
var gapsIn = (arranged) => arranged.flatMap((piece) => "gap" in piece ? [piece] : []);
var keyOf = (gap) => gap.options.find(({ correct }) => correct).text;
var inlineChoice = {
  type: "inline-choice",
  schema: schema2,
  response: response2,
  paper(question, random, shuffle) {
    let gaps = 0;
    return {
      form: "inline-choice",
      pieces: arrange(question, random, shuffle).map(
        (piece) => "gap" in piece ? {
          kind: "gap",
          value: placeOf(gaps++),
          choices: piece.options.map(({ text: text3 }, index) => ({ value: placeOf(index), text: text3 }))
        } : { kind: "text", text: piece.text }
      )
    };
  },
  decode(question, random, shuffle, { parts }) {
    const gaps = gapsIn(arrange(question, random, shuffle));
    const chosen = {};
    for (const [place, value] of Object.entries(parts)) {
      if (value === "") continue;
      const piece = atPlace(gaps, place);
      const option = piece && atPlace(piece.options, value);
      if (!piece || !option) return void 0;
      chosen[piece.gap.id] = option.text;
    }
    return Object.keys(chosen).length === 0 ? null : { chosen };
  },
  encode(question, random, shuffle, { chosen }) {
    const parts = {};
    gapsIn(arrange(question, random, shuffle)).forEach(({ gap, options }, index) => {
      const place = options.findIndex(({ text: text3 }) => text3 === chosen[gap.id]);
      if (place >= 0) parts[placeOf(index)] = placeOf(place);
    });
    return { own: [], parts };
  },
  grade: (question, { chosen }) => question.gaps.filter((gap) => chosen[gap.id] === keyOf(gap)).length / question.gaps.length,
  review: ({ question, response: given, random, shuffle, allowed }) => ({
    form: "inline",
    pieces: arrange(question, random, shuffle).map((piece) => {
      if (!("gap" in piece)) return { kind: "text", text: piece.text };
      const right = keyOf(piece.gap);
      const chosen = allowed.response && given?.chosen[piece.gap.id] || null;
      const feedback = piece.gap.options.find(({ text: text3 }) => text3 === chosen)?.feedback ?? null;
      return {
        kind: "gap",
        chosen,
        right: allowed.rightAnswer ? right : null,
        correct: allowed.rightAnswer || chosen && allowed.correctness ? chosen === right : null,
        feedback: allowed.feedback ? feedback : null
      };
    })
  }),
  texts: (question) => [
    question.stem,
    question.text,
    ...question.gaps.flatMap(({ options }) => options.map(({ text: text3 }) => text3))
  ],
  choices: (question) => question.gaps.flatMap(
    ({ id: id2, options }, index) => options.map(({ text: text3, correct = false }) => ({
      part: `chosen.${id2}`,
      value: text3,
      label: text3,
      of: `(${index + 1})`,
      key: correct,
      distractor: !correct
    }))
  ),
  lint: ({ gaps }) => ({
    groups: gaps.map(({ options }) => options.map((option, index) => ({ id: String(index + 1), ...option }))),
    keyed: true,
    feedbacks: [],
    stem: "other"
  })
};

// app/domain/assessment/question-types/matching.ts
import { z as z5 } from "zod";
var schema3 = questionBase.extend({
  type: z5.literal("matching"),
  pairs: z5.array(
    z5.strictObject({
      id,
      left: text,
      right: text,
      feedback: text.optional()
    })
  ).min(2, "needs at least two pairs").max(10, "has more than ten pairs").refine((pairs) => new Set(pairs.map((pair) => pair.id)).size === pairs.length, {
    message: "a pair id stands twice"
  }).refine((pairs) => new Set(pairs.map((pair) => pair.left)).size === pairs.length, {
    message: "a left side stands twice"
  }),
  /** Right sides that belong to no left side. */
  distractors: z5.array(text).max(6).default([]),
  /** The order of all right sides that papers are shuffled from, once a later key changed that of the pairs. */
  drawnFrom: z5.array(text).optional()
});
var response3 = z5.strictObject({ chosen: z5.record(z5.string(), z5.string()) });
function rightSidesOf({ pairs, distractors, drawnFrom = [] }) {
  const rights = /* @__PURE__ */ new Set([...pairs.map(({ right }) => right), ...distractors]);
  return [.../* @__PURE__ */ new Set([...drawnFrom.filter((text3) => rights.has(text3)), ...rights])];
}
function arrange2(question, random, shuffle) {
  const choices = random.shuffle(rightSidesOf(question));
  return { rows: shuffle ? random.shuffle(question.pairs) : question.pairs, choices };
}
var matching = {
  type: "matching",
  schema: schema3,
  response: response3,
  paper(question, random, shuffle) {
    const { rows, choices } = arrange2(question, random, shuffle);
    return {
      form: "matching",
      rows: rows.map((row, index) => ({ value: placeOf(index), text: row.left })),
      choices: choices.map((text3, index) => ({ value: placeOf(index), text: text3 }))
    };
  },
  decode(question, random, shuffle, { parts }) {
    const { rows, choices } = arrange2(question, random, shuffle);
    const chosen = {};
    for (const [row, value] of Object.entries(parts)) {
      if (value === "") continue;
      const pair = atPlace(rows, row);
      const text3 = atPlace(choices, value);
      if (!pair || text3 === void 0) return void 0;
      chosen[pair.id] = text3;
    }
    return Object.keys(chosen).length === 0 ? null : { chosen };
  },
  encode(question, random, shuffle, { chosen }) {
    const { rows, choices } = arrange2(question, random, shuffle);
    const parts = {};
    rows.forEach((row, index) => {
      const choice = choices.indexOf(chosen[row.id] ?? "");
      if (choice >= 0) parts[placeOf(index)] = placeOf(choice);
    });
    return { own: [], parts };
  },
  grade: (question, { chosen }) => question.pairs.filter((pair) => chosen[pair.id] === pair.right).length / question.pairs.length,
  review({ question, response: given, random, shuffle, allowed }) {
    return {
      form: "pairs",
      pairs: arrange2(question, random, shuffle).rows.map((pair) => {
        const chosen = allowed.response && given?.chosen[pair.id] || null;
        return {
          left: pair.left,
          chosen,
          right: allowed.rightAnswer ? pair.right : null,
          correct: allowed.rightAnswer || chosen && allowed.correctness ? chosen === pair.right : null,
          feedback: allowed.feedback && (chosen || allowed.rightAnswer) ? pair.feedback ?? null : null
        };
      })
    };
  },
  texts: (question) => [
    question.stem,
    ...question.pairs.flatMap((pair) => [pair.left, pair.right]),
    ...question.distractors
  ],
  choices(question) {
    const rights = rightSidesOf(question);
    return question.pairs.flatMap(
      ({ id: id2, left: left2, right }) => rights.map((text3) => ({
        part: `chosen.${id2}`,
        value: text3,
        label: text3,
        of: left2,
        key: text3 === right,
        distractor: question.distractors.includes(text3)
      }))
    );
  },
  lint(question) {
    const rights = [...new Set(question.pairs.map(({ right }) => right)), ...question.distractors];
    return {
      groups: [rights.map((text3, index) => ({ id: placeOf(index), text: text3 }))],
      keyed: false,
      feedbacks: question.pairs,
      stem: "other"
    };
  }
};

// app/domain/assessment/question-types/multiple-response.ts
import { z as z6 } from "zod";
var schema4 = questionBase.extend({
  type: z6.literal("multiple-response"),
  options: optionsSchema.refine((options) => options.some((option) => option.correct), {
    message: "needs at least one correct option"
  }),
  /** `partial`: each right choice earns its share, each wrong one takes one back, never below nothing. */
  scoring: z6.enum(["partial", "all-or-nothing"]).default("partial")
});
var response4 = z6.strictObject({ options: z6.array(id) });
function grade(question, { options: chosen }) {
  const correct = question.options.filter((option) => option.correct);
  const wrong = question.options.filter((option) => !option.correct);
  const hits = correct.filter((option) => chosen.includes(option.id)).length;
  const misses = wrong.filter((option) => chosen.includes(option.id)).length;
  if (question.scoring === "all-or-nothing") return hits === correct.length && misses === 0 ? 1 : 0;
  return Math.max(0, (hits - misses) / correct.length);
}
var multipleResponse = {
  type: "multiple-response",
  schema: schema4,
  response: response4,
  paper: (question, random, shuffle) => ({
    form: "choice",
    multiple: true,
    options: optionsOnPaper(orderOptions(question.options, random, shuffle))
  }),
  decode(question, random, shuffle, { own }) {
    if (own.length === 0) return null;
    const ids = idsAtPlaces(orderOptions(question.options, random, shuffle), own);
    return ids && { options: [...ids].sort() };
  },
  encode: (question, random, shuffle, given) => ({
    own: placesOfIds(orderOptions(question.options, random, shuffle), given.options),
    parts: {}
  }),
  grade,
  review: ({ question, response: given, random, shuffle, allowed }) => ({
    form: "options",
    multiple: true,
    options: reviewOptions(orderOptions(question.options, random, shuffle), given?.options ?? [], allowed)
  }),
  texts: (question) => [question.stem, ...question.options.map((option) => option.text)],
  choices: (question) => optionChoices("options", question.options),
  lint: (question) => lintOptions(question.options)
};

// app/domain/assessment/question-types/numeric.ts
import { z as z7 } from "zod";

// app/domain/assessment/question-types/text-match.ts
var TONES = /[\u0300\u0301\u0303\u0309\u0323]/g;
var EDGE = /[\s.,;:!?…"'“”‘’()]/;
function foldText(text3, { caseMatters, accentsMatter }) {
  const cased = caseMatters ? text3 : text3.toLowerCase();
  const words = withoutEdges(cased.normalize("NFC")).split(/\s+/u).filter(Boolean);
  return words.map((word) => accentsMatter ? toneLast(word) : plain(word)).join(" ");
}
function withoutEdges(text3) {
  let [start, end] = [0, text3.length];
  while (start < end && EDGE.test(text3[start])) start += 1;
  while (end > start && EDGE.test(text3[end - 1])) end -= 1;
  return text3.slice(start, end);
}
function toneLast(word) {
  const open = word.normalize("NFD");
  return (open.replace(TONES, "") + (open.match(TONES) ?? []).join("")).normalize("NFC");
}
var plain = (word) => word.normalize("NFD").replace(/\p{Mn}/gu, "").replace(/đ/g, "d").replace(/Đ/g, "D");
function matchesPattern(text3, pattern, tolerance) {
  const pieces = pattern.split(/(?<!\\)\*/).map((piece) => piece.replaceAll("\\*", "*"));
  const given = foldText(text3, tolerance);
  if (pieces.length === 1) return given === foldText(pieces[0], tolerance);
  return inOrder(
    given,
    pieces.map((piece) => foldText(piece, tolerance))
  );
}
function inOrder(text3, pieces) {
  const [first = "", ...rest] = pieces;
  const last = rest.pop() ?? "";
  if (!text3.startsWith(first)) return false;
  let at = first.length;
  for (const piece of rest) {
    const found = text3.indexOf(piece, at);
    if (found < 0) return false;
    at = found + piece.length;
  }
  return text3.length - last.length >= at && text3.endsWith(last);
}
function isRight(percent = 0) {
  return percent === 100 ? true : percent > 0 ? null : false;
}

// app/domain/assessment/question-types/numeric.ts
var NUMBER_LIMIT = 40;
var schema5 = questionBase.extend({
  type: z7.literal("numeric"),
  answers: z7.array(
    z7.strictObject({
      /** Both ends belong to it; the same number twice asks for exactly that. */
      from: z7.number(),
      to: z7.number(),
      percent: z7.number().min(0).max(100).default(100),
      feedback: text.optional()
    }).refine(({ from, to }) => from <= to, { message: "must not begin above its end" })
  ).min(1, "needs at least one answer").max(10, "has more than ten answers").refine((answers) => answers.some(({ percent }) => percent === 100), {
    message: "needs an answer worth 100 percent"
  }),
  unit: text.max(20).optional(),
  wrongFeedback: text.optional()
});
var response5 = z7.strictObject({ text: z7.string().max(NUMBER_LIMIT) });
function readNumbers(text3) {
  const bare = text3.replace(/[\s\u00a0\u202f']/g, "");
  const readings = [readAs(bare, ",", "."), readAs(bare, ".", ",")].filter((each) => each !== null);
  return [...new Set(readings)];
}
function readAs(bare, decimal, thousands) {
  const [whole2 = "", fraction = "", ...more] = bare.replace(/^[+-]/, "").split(decimal);
  const groups = whole2.split(thousands);
  const grouped = groups.length === 1 || /^\d{1,3}$/.test(groups[0]) && groups.slice(1).every((each) => each.length === 3);
  const digits = `${groups.join("")}.${fraction}`;
  if (more.length > 0 || !grouped || !/^(\d+\.\d*|\.\d+)$/.test(digits)) return null;
  return Number(digits) * (bare.startsWith("-") ? -1 : 1);
}
function bestMatch(question, text3) {
  const numbers = readNumbers(text3);
  return question.answers.filter(({ from, to }) => numbers.some((number) => number >= from && number <= to)).reduce(
    (best, each) => best && best.percent >= each.percent ? best : each,
    null
  );
}
var written = (value) => String(value).replace(".", ",");
var numeric = {
  type: "numeric",
  schema: schema5,
  response: response5,
  paper: (question) => ({ form: "short-text", numeric: true, unit: question.unit ?? null, maxLength: NUMBER_LIMIT }),
  decode(_question, _random, _shuffle, { own }) {
    if (own.length > 1) return void 0;
    const text3 = (own[0] ?? "").trim();
    if (text3.length > NUMBER_LIMIT) return void 0;
    return text3 === "" ? null : { text: text3 };
  },
  encode: (_question, _random, _shuffle, { text: text3 }) => ({ own: [text3], parts: {} }),
  grade: (question, { text: text3 }) => (bestMatch(question, text3)?.percent ?? 0) / 100,
  review({ question, response: given, allowed }) {
    const match = given && bestMatch(question, given.text);
    const shown = allowed.response && given !== null;
    return {
      form: "text",
      given: shown ? given.text : null,
      correct: shown && allowed.correctness ? isRight(match?.percent) : null,
      accepted: allowed.rightAnswer ? question.answers.filter(({ percent }) => percent === 100).map(({ from, to }) => from === to ? written(from) : `${written(from)} \u2013 ${written(to)}`).map((number) => question.unit ? `${number} ${question.unit}` : number) : null,
      feedback: shown && allowed.feedback ? (match ? match.feedback : question.wrongFeedback) ?? null : null
    };
  },
  texts: (question) => [question.stem],
  choices: () => [],
  lint: () => ({ groups: [], keyed: false, feedbacks: [], stem: "question" })
};

// app/domain/assessment/question-types/ordering.ts
import { z as z8 } from "zod";
var schema6 = questionBase.extend({
  type: z8.literal("ordering"),
  /** In the right order. */
  items: z8.array(z8.strictObject({ id, text })).min(2, "needs at least two steps").max(10, "has more than ten steps").refine((items) => new Set(items.map(({ id: id2 }) => id2)).size === items.length, { message: "a step id stands twice" }).refine((items) => new Set(items.map(({ text: text3 }) => text3.toLowerCase())).size === items.length, {
    message: "a step stands twice"
  }),
  /** `partial`: each step in its right place earns its share. */
  scoring: z8.enum(["partial", "all-or-nothing"]).default("partial"),
  /** Item ids in the order that papers are shuffled from, once a later key changed the right order. */
  drawnFrom: z8.array(id).optional()
});
var response6 = z8.strictObject({ positions: z8.record(z8.string(), z8.number().int().min(1).max(10)) });
function itemsAsDrawn({ items, drawnFrom = [] }) {
  const first = drawnFrom.flatMap((id2) => items.find((item) => item.id === id2) ?? []);
  return [.../* @__PURE__ */ new Set([...first, ...items])];
}
var arrange3 = (question, random) => random.shuffle(itemsAsDrawn(question));
var ordering = {
  type: "ordering",
  schema: schema6,
  response: response6,
  paper: (question, random) => ({
    form: "ordering",
    items: arrange3(question, random).map(({ text: text3 }, index) => ({ value: placeOf(index), text: text3 }))
  }),
  decode(question, random, _shuffle, { parts }) {
    const items = arrange3(question, random);
    const positions = {};
    for (const [place, value] of Object.entries(parts)) {
      if (value === "") continue;
      const item = atPlace(items, place);
      if (!item || !atPlace(items, value)) return void 0;
      positions[item.id] = Number(value);
    }
    return Object.keys(positions).length === 0 ? null : { positions };
  },
  encode(question, random, _shuffle, { positions }) {
    const parts = {};
    arrange3(question, random).forEach(({ id: id2 }, index) => {
      if (positions[id2] !== void 0) parts[placeOf(index)] = String(positions[id2]);
    });
    return { own: [], parts };
  },
  grade(question, { positions }) {
    const right = question.items.filter(({ id: id2 }, index) => positions[id2] === index + 1).length;
    if (question.scoring === "all-or-nothing") return right === question.items.length ? 1 : 0;
    return right / question.items.length;
  },
  review: ({ question, response: given, random, allowed }) => ({
    form: "order",
    items: (allowed.rightAnswer ? question.items : arrange3(question, random)).map(({ id: id2, text: text3 }) => {
      const right = question.items.findIndex((item) => item.id === id2) + 1;
      const position = allowed.response && given?.positions[id2] || null;
      return {
        text: text3,
        position,
        right: allowed.rightAnswer ? right : null,
        correct: allowed.rightAnswer || position && allowed.correctness ? position === right : null
      };
    })
  }),
  texts: (question) => [question.stem, ...question.items.map(({ text: text3 }) => text3)],
  choices: (question) => question.items.flatMap(
    ({ id: id2, text: text3 }, place) => question.items.map((_, index) => ({
      part: `positions.${id2}`,
      value: String(index + 1),
      label: String(index + 1),
      of: text3,
      key: index === place,
      distractor: false
    }))
  ),
  lint: (question) => ({ groups: [question.items], keyed: false, feedbacks: [], stem: "other" })
};

// app/domain/assessment/question-types/reflection.ts
import { z as z9 } from "zod";
var REFLECTION_LIMIT = 5e3;
var rubricSchema = z9.array(
  z9.strictObject({
    id,
    criterion: text,
    levels: z9.array(z9.strictObject({ points: z9.number().min(0).max(100), text })).min(2, "needs at least two levels").max(6, "has more than six levels")
  })
).min(1, "needs at least one criterion").max(8, "has more than eight criteria").refine((rubric) => new Set(rubric.map(({ id: id2 }) => id2)).size === rubric.length, {
  message: "a criterion id stands twice"
}).refine((rubric) => rubric.some(({ levels }) => levels.some(({ points }) => points > 0)), {
  message: "needs a level worth more than nothing"
});
var schema7 = questionBase.extend({
  type: z9.literal("reflection"),
  minWords: z9.number().int().min(1).max(500).optional(),
  /** With a rubric an officer marks it; without one it is written for oneself and counts for nothing. */
  rubric: rubricSchema.optional()
});
var response7 = z9.strictObject({ text: z9.string().max(REFLECTION_LIMIT) });
var reflection = {
  type: "reflection",
  schema: schema7,
  response: response7,
  paper: (question) => ({
    form: "reflection",
    minWords: question.minWords ?? null,
    maxLength: REFLECTION_LIMIT,
    marked: question.rubric ? "officer" : "none",
    // What is looked at may be known before writing; what each level is worth is not said.
    criteria: (question.rubric ?? []).map(({ criterion }) => criterion)
  }),
  decode(_question, _random, _shuffle, { own }) {
    if (own.length > 1) return void 0;
    const text3 = (own[0] ?? "").normalize("NFC").replace(/\r\n?/g, "\n").trim();
    if (text3.length > REFLECTION_LIMIT) return void 0;
    return text3 === "" ? null : { text: text3 };
  },
  encode: (_question, _random, _shuffle, { text: text3 }) => ({ own: [text3], parts: {} }),
  grade: () => 0,
  scoring: (question) => question.rubric ? "officer" : "none",
  review: ({ response: given, allowed }) => ({
    form: "reflection",
    given: allowed.response ? given?.text ?? null : null
  }),
  texts: (question) => [question.stem],
  choices: () => [],
  lint: () => ({ groups: [], keyed: false, feedbacks: [], stem: "other" })
};

// app/domain/assessment/question-types/short-answer.ts
import { z as z10 } from "zod";
var SHORT_ANSWER_LIMIT = 200;
var schema8 = questionBase.extend({
  type: z10.literal("short-answer"),
  answers: z10.array(
    z10.strictObject({
      /** "*" stands for any words. */
      text: text.max(SHORT_ANSWER_LIMIT, "is longer than 200 characters"),
      percent: z10.number().min(0).max(100).default(100),
      feedback: text.optional()
    })
  ).min(1, "needs at least one answer").max(30, "has more than thirty answers").refine((answers) => answers.some(({ percent }) => percent === 100), {
    message: "needs an answer worth 100 percent"
  }),
  /** Unless these say so, "Điều 14" and "dieu 14" are the same. */
  caseMatters: z10.boolean().default(false),
  accentsMatter: z10.boolean().default(false),
  /** To who wrote anything else. */
  wrongFeedback: text.optional()
});
var response8 = z10.strictObject({ text: z10.string().max(SHORT_ANSWER_LIMIT) });
function bestMatch2(question, text3) {
  const tolerance = { caseMatters: question.caseMatters, accentsMatter: question.accentsMatter };
  return question.answers.filter((answer) => matchesPattern(text3, answer.text, tolerance)).reduce(
    (best, each) => best && best.percent >= each.percent ? best : each,
    null
  );
}
var inWords = (pattern) => pattern.replace(/(?<!\\)\*/g, "\u2026").replaceAll("\\*", "*");
var shortAnswer = {
  type: "short-answer",
  schema: schema8,
  response: response8,
  paper: () => ({ form: "short-text", numeric: false, unit: null, maxLength: SHORT_ANSWER_LIMIT }),
  decode(_question, _random, _shuffle, { own }) {
    if (own.length > 1) return void 0;
    const text3 = (own[0] ?? "").normalize("NFC").trim();
    if (text3.length > SHORT_ANSWER_LIMIT) return void 0;
    return text3 === "" ? null : { text: text3 };
  },
  encode: (_question, _random, _shuffle, { text: text3 }) => ({ own: [text3], parts: {} }),
  grade: (question, { text: text3 }) => (bestMatch2(question, text3)?.percent ?? 0) / 100,
  review({ question, response: given, allowed }) {
    const match = given && bestMatch2(question, given.text);
    const shown = allowed.response && given !== null;
    return {
      form: "text",
      given: shown ? given.text : null,
      correct: shown && allowed.correctness ? isRight(match?.percent) : null,
      accepted: allowed.rightAnswer ? question.answers.filter(({ percent }) => percent === 100).map(({ text: text3 }) => inWords(text3)) : null,
      feedback: shown && allowed.feedback ? (match ? match.feedback : question.wrongFeedback) ?? null : null
    };
  },
  texts: (question) => [question.stem],
  choices: () => [],
  lint: () => ({ groups: [], keyed: false, feedbacks: [], stem: "question" })
};

// app/domain/assessment/question-types/single-choice.ts
import { z as z11 } from "zod";
var schema9 = questionBase.extend({
  type: z11.literal("single-choice"),
  options: optionsSchema.refine((options) => options.filter((option) => option.correct).length === 1, {
    message: "needs exactly one correct option"
  })
});
var response9 = z11.strictObject({ option: id });
var singleChoice = {
  type: "single-choice",
  schema: schema9,
  response: response9,
  paper: (question, random, shuffle) => ({
    form: "choice",
    multiple: false,
    options: optionsOnPaper(orderOptions(question.options, random, shuffle))
  }),
  decode(question, random, shuffle, { own }) {
    if (own.length === 0) return null;
    const ids = idsAtPlaces(orderOptions(question.options, random, shuffle), own);
    return ids?.length === 1 ? { option: ids[0] } : void 0;
  },
  encode: (question, random, shuffle, { option }) => ({
    own: placesOfIds(orderOptions(question.options, random, shuffle), [option]),
    parts: {}
  }),
  grade: (question, { option }) => question.options.some((each) => each.id === option && each.correct) ? 1 : 0,
  review: ({ question, response: given, random, shuffle, allowed }) => ({
    form: "options",
    multiple: false,
    options: reviewOptions(orderOptions(question.options, random, shuffle), given ? [given.option] : [], allowed)
  }),
  texts: (question) => [question.stem, ...question.options.map((option) => option.text)],
  choices: (question) => optionChoices("option", question.options),
  lint: (question) => lintOptions(question.options)
};

// app/domain/assessment/question-types/true-false.ts
import { z as z12 } from "zod";
var schema10 = questionBase.extend({
  type: z12.literal("true-false"),
  answer: z12.boolean(),
  /** To one who chose true, to one who chose false. */
  feedback: z12.strictObject({ whenTrue: text, whenFalse: text })
});
var response10 = z12.strictObject({ answer: z12.boolean() });
var OPTIONS = [
  { value: "1", answer: true, text: "\u0110\xFAng" },
  { value: "2", answer: false, text: "Sai" }
];
var trueFalse = {
  type: "true-false",
  schema: schema10,
  response: response10,
  paper: () => ({ form: "true-false", options: OPTIONS.map(({ value, text: text3 }) => ({ value, text: text3 })) }),
  decode(_question, _random, _shuffle, { own }) {
    if (own.length === 0) return null;
    const option = own.length === 1 ? OPTIONS.find(({ value }) => value === own[0]) : void 0;
    return option && { answer: option.answer };
  },
  encode: (_question, _random, _shuffle, { answer }) => ({
    own: OPTIONS.filter((option) => option.answer === answer).map(({ value }) => value),
    parts: {}
  }),
  grade: (question, { answer }) => answer === question.answer ? 1 : 0,
  review: ({ question, response: given, allowed }) => ({
    form: "options",
    multiple: false,
    options: OPTIONS.map((option) => {
      const chosen = allowed.response && given?.answer === option.answer;
      return {
        text: option.text,
        chosen,
        correct: allowed.rightAnswer || chosen && allowed.correctness ? option.answer === question.answer : null,
        feedback: allowed.feedback && chosen ? option.answer ? question.feedback.whenTrue : question.feedback.whenFalse : null
      };
    })
  }),
  texts: (question) => [question.stem],
  choices: (question) => [true, false].map((answer) => ({
    part: "answer",
    value: String(answer),
    label: null,
    of: null,
    key: answer === question.answer,
    distractor: false
  })),
  lint: ({ feedback }) => ({
    groups: [],
    keyed: false,
    feedbacks: [
      { id: "whenTrue", feedback: feedback.whenTrue },
      { id: "whenFalse", feedback: feedback.whenFalse }
    ],
    stem: "statement"
  })
};

// app/domain/assessment/question-types/index.ts
var QUESTION_TYPES = [
  singleChoice,
  multipleResponse,
  trueFalse,
  matching,
  ordering,
  inlineChoice,
  shortAnswer,
  numeric,
  reflection,
  dilemma
];
var QUESTION_TYPE_NAMES = QUESTION_TYPES.map(({ type }) => type);
var BY_NAME = new Map(QUESTION_TYPES.map((kind) => [kind.type, kind]));
function questionTypeOf(question) {
  return BY_NAME.get(question.type);
}

// app/domain/assessment/regrade/adjustment.ts
var NO_TREATMENT = { questions: /* @__PURE__ */ new Map(), fullMarks: /* @__PURE__ */ new Set(), voided: /* @__PURE__ */ new Set() };
function treatmentOf(adjustments, questionsById) {
  if (adjustments.length === 0) return NO_TREATMENT;
  const questions = /* @__PURE__ */ new Map();
  const fullMarks = /* @__PURE__ */ new Set();
  const voided = /* @__PURE__ */ new Set();
  for (const { questionId, change } of adjustments) {
    const question = questions.get(questionId) ?? questionsById.get(questionId);
    if (!question) continue;
    if (change.kind !== "marks") {
      fullMarks.delete(questionId);
      voided.delete(questionId);
    }
    if (change.kind === "key") questions.set(questionId, { ...change.question, marks: question.marks });
    else if (change.kind === "marks") questions.set(questionId, { ...question, marks: change.marks });
    else if (change.kind === "full-marks") fullMarks.add(questionId);
    else voided.add(questionId);
  }
  return { questions, fullMarks, voided };
}

// app/domain/assessment/random.ts
function hashing(text3) {
  let h = 1779033703 ^ text3.length;
  for (let i = 0; i < text3.length; i++) {
    h = Math.imul(h ^ text3.charCodeAt(i), 3432918353);
    h = h << 13 | h >>> 19;
  }
  return () => {
    h = Math.imul(h ^ h >>> 16, 2246822507);
    h = Math.imul(h ^ h >>> 13, 3266489909);
    return (h ^= h >>> 16) >>> 0;
  };
}
function randomOf(seed, purpose) {
  const next = hashing(`${seed}\0${purpose}`);
  let a = next();
  let b = next();
  let c = next();
  let d = next();
  const draw = () => {
    const t = (a + b | 0) + d | 0;
    d = d + 1 | 0;
    a = b ^ b >>> 9;
    b = c + (c << 3) | 0;
    c = c << 21 | c >>> 11;
    c = c + t | 0;
    return t >>> 0;
  };
  for (let i = 0; i < 12; i++) draw();
  const below = (limit) => {
    const fair = 4294967296 - 4294967296 % limit;
    let value = draw();
    while (value >= fair) value = draw();
    return value % limit;
  };
  return {
    below,
    shuffle(items) {
      const order = [...items];
      for (let i = order.length - 1; i > 0; i--) {
        const j = below(i + 1);
        [order[i], order[j]] = [order[j], order[i]];
      }
      return order;
    }
  };
}

// app/domain/assessment/paper.ts
function rebuildPaper(input) {
  const { treatment = NO_TREATMENT } = input;
  const questions = input.questionIds.map((id2) => {
    const question = treatment.questions.get(id2) ?? input.questionsById.get(id2);
    if (!question) throw new Error(`question ${id2} is not in the pinned version`);
    return question;
  });
  return { seed: input.seed, shuffleOptions: input.policy.shuffleOptions, questions, treatment };
}
var optionRandom = (paper, question) => randomOf(paper.seed, `options:${question.id}`);
function wordsIn(questions) {
  const cases = new Map(
    questions.flatMap((question) => question.case ? [[question.case.id, question.case.text]] : [])
  );
  const texts = [...questions.flatMap((question) => questionTypeOf(question).texts(question)), ...cases.values()];
  return texts.reduce((sum, text3) => sum + text3.split(/\s+/).filter(Boolean).length, 0);
}

// app/domain/assessment/answers-form.ts
function fieldsOf(form, questionId) {
  const own = [];
  const parts = /* @__PURE__ */ Object.create(null);
  const name = fieldName(questionId);
  for (const [key, value] of form) {
    if (typeof value !== "string") continue;
    if (key === name) own.push(value);
    else if (key.startsWith(`${name}.`)) parts[key.slice(name.length + 1)] = value;
  }
  return { own, parts };
}
function decodeAnswers(paper, form, onlyQuestion) {
  const answers = [];
  for (const question of paper.questions) {
    if (onlyQuestion !== void 0 && question.id !== onlyQuestion) continue;
    const response11 = questionTypeOf(question).decode(
      question,
      optionRandom(paper, question),
      paper.shuffleOptions,
      fieldsOf(form, question.id)
    );
    if (response11 === void 0) return null;
    answers.push({ questionId: question.id, response: response11, marked: form.get(markName(question.id)) === "on" });
  }
  return onlyQuestion !== void 0 && answers.length === 0 ? null : answers;
}

// app/domain/assessment/attempt-policy.ts
var NO_ALLOWANCE = { timeFactor: 1, untimed: false, extraAttempts: 0, closesOn: null };
function lastMomentOf(deadlineAt, policy) {
  return new Date(deadlineAt.getTime() + seconds(policy.graceSeconds));
}
function handInEndsAt(deadlineAt, policy) {
  const last = lastMomentOf(deadlineAt, policy).getTime();
  return new Date(policy.whenTimeExpires === "grace" ? last + minutes(policy.handInGraceMinutes) : last);
}
function phaseOf(attempt, policy, now2) {
  if (now2.getTime() <= lastMomentOf(attempt.deadlineAt, policy).getTime()) return "answering";
  return now2.getTime() <= handInEndsAt(attempt.deadlineAt, policy).getTime() ? "hand-in-only" : "over";
}
var attemptsAllowed = (policy, allowance = NO_ALLOWANCE) => policy.attempts + allowance.extraAttempts;
function percentThatCounts(attempts, rule) {
  const done = attempts.filter((attempt) => attempt.status === "submitted" && attempt.percent !== null).sort((a, b) => a.number - b.number).map((attempt) => attempt.percent);
  if (done.length === 0) return null;
  if (rule === "first") return done[0];
  if (rule === "last") return done.at(-1);
  if (rule === "average")
    return Math.floor(done.reduce((sum, each) => sum + each, 0) / done.length * 100 + 1e-6) / 100;
  return Math.max(...done);
}
function outcomeOf(attempts, policy) {
  const done = attempts.filter((attempt) => attempt.status === "submitted" && attempt.percent !== null).sort((a, b) => a.number - b.number);
  const rule = policy.attemptThatCounts;
  const passed = (attempt) => attempt?.passed ? attempt : null;
  const first = done.find((attempt) => attempt.passed) ?? null;
  const average = percentThatCounts(done, "average") ?? 0;
  const by2 = rule === "first" ? passed(done[0]) : rule === "last" ? passed(done.at(-1)) : rule === "average" ? average >= policy.passPercent ? first && done.at(-1) : null : first;
  return { passed: by2 !== null, by: by2 };
}

// app/platform/gathering.ts
function gathering(input) {
  const { work, keyOf: keyOf2, most = 100, patience = 25 } = input;
  let waiting = [];
  let underWay = false;
  function takeBatch() {
    const keys = /* @__PURE__ */ new Set();
    const later = [];
    const batch = [];
    for (const each of waiting) {
      const key = keyOf2?.(each.ask);
      if (batch.length >= most || key !== void 0 && keys.has(key)) later.push(each);
      else {
        if (key !== void 0) keys.add(key);
        batch.push(each);
      }
    }
    waiting = later;
    return batch;
  }
  async function answer(batch) {
    try {
      const answers = await work(batch.map(({ ask }) => ask));
      batch.forEach(({ resolve }, index) => resolve(answers[index]));
    } catch (error) {
      if (batch.length === 1) return batch[0].reject(error);
      await Promise.all(batch.map((each) => answer([each])));
    }
  }
  function go() {
    if (underWay || waiting.length === 0) return;
    underWay = true;
    let passedOn = false;
    const passOn = () => {
      if (passedOn) return;
      passedOn = true;
      underWay = false;
      go();
    };
    const timer = setTimeout(passOn, patience);
    void answer(takeBatch()).finally(() => {
      clearTimeout(timer);
      passOn();
    });
  }
  return (ask) => new Promise((resolve, reject) => {
    waiting.push({ ask, resolve, reject });
    if (!underWay) setImmediate(go);
  });
}

// app/domain/assessment/answer-rows.ts
var ANSWERS = `
SELECT a.question_id AS "questionId", a.sequence::float8 AS sequence, a.response, a.marked, a.points::float8 AS points, a.tries::int AS tries,
  a.settled_at AS "settledAt",
  (SELECT m.points::float8 FROM marking m WHERE m.attempt_id = a.attempt_id AND m.question_id = a.question_id AND m.at >= a.saved_at
   ORDER BY m.at DESC, m.id DESC LIMIT 1) AS "markedPoints"
FROM answer a`;

// app/domain/assessment/answer-store.server.ts
var SAVE = `
WITH given AS (
  SELECT * FROM unnest($1::uuid[], $2::uuid[], $3::text[], $4::bigint[], $5::text[], $6::boolean[], $7::timestamptz[], $8::float8[])
    AS g (attempt_id, official_id, question_id, sequence, response, marked, at, grace)
), open AS (
  SELECT t.id, t.official_id, t.active_device, t.deadline_at FROM attempt t
  WHERE t.id = ANY ($1::uuid[]) AND t.status = 'open' ORDER BY t.id
  FOR KEY SHARE
), saved AS (
INSERT INTO answer AS a (attempt_id, question_id, sequence, response, marked, saved_at)
SELECT g.attempt_id, g.question_id, g.sequence, g.response::jsonb, g.marked, g.at FROM given g
JOIN open ON open.id = g.attempt_id AND open.official_id = g.official_id AND g.at <= open.deadline_at + make_interval(secs => g.grace)
ORDER BY g.attempt_id, g.question_id
ON CONFLICT (attempt_id, question_id) DO UPDATE
  SET sequence = greatest(a.sequence, excluded.sequence),
      response = CASE WHEN excluded.sequence > a.sequence AND a.settled_at IS NULL THEN excluded.response ELSE a.response END,
      marked = CASE WHEN excluded.sequence > a.sequence THEN excluded.marked ELSE a.marked END,
      saved_at = CASE WHEN excluded.sequence > a.sequence THEN excluded.saved_at ELSE a.saved_at END
RETURNING attempt_id, question_id, sequence
) SELECT saved.attempt_id AS "attemptId", saved.question_id AS "questionId", saved.sequence::float8 AS sequence,
    open.active_device AS "activeDevice", open.deadline_at AS "deadlineAt" FROM saved JOIN open ON open.id = saved.attempt_id`;
var saveAnswerRow = gathering({
  keyOf: ({ attemptId, answer }) => `${attemptId} ${answer.questionId}`,
  work: async (all) => {
    const rows = await query("answer.save", SAVE, [
      all.map(({ attemptId }) => attemptId),
      all.map(({ officialId }) => officialId),
      all.map(({ answer }) => answer.questionId),
      all.map(({ sequence }) => sequence),
      all.map(({ answer }) => JSON.stringify(answer.response)),
      all.map(({ answer }) => answer.marked),
      all.map(({ now: now2 }) => now2),
      all.map(({ graceSeconds }) => graceSeconds)
    ]);
    const saved = new Map(rows.map((row) => [`${row.attemptId} ${row.questionId}`, row]));
    return all.map(({ attemptId, answer }) => saved.get(`${attemptId} ${answer.questionId}`) ?? null);
  }
});
async function saveWholeForm(tx, input) {
  const given = input.answers.filter((answer) => answer.response !== null || answer.marked);
  if (given.length === 0) return;
  await tx.$executeRaw`
    INSERT INTO answer AS a (attempt_id, question_id, sequence, response, marked, saved_at)
    SELECT ${input.attemptId}::uuid, x.question_id, ${input.now.getTime()}::bigint, x.response::jsonb, x.marked, ${input.now}
    FROM unnest(${given.map((answer) => answer.questionId)}::text[], ${given.map((answer) => JSON.stringify(answer.response))}::text[],
      ${given.map((answer) => answer.marked)}::boolean[]) AS x (question_id, response, marked)
    ON CONFLICT (attempt_id, question_id) DO UPDATE
      SET sequence = greatest(a.sequence + 1, excluded.sequence),
          response = CASE WHEN excluded.response = 'null'::jsonb OR a.settled_at IS NOT NULL THEN a.response ELSE excluded.response END,
          marked = excluded.marked, saved_at = excluded.saved_at
      WHERE a.response IS DISTINCT FROM excluded.response OR a.marked IS DISTINCT FROM excluded.marked`;
}

// app/domain/assessment/attempt-store.server.ts
var COLUMNS = `
SELECT t.id, t.enrolment_id AS "enrolmentId", t.official_id AS "officialId", c.slug AS "courseSlug", t.version_id AS "versionId",
  t.number, t.seed, t.question_ids AS "questionIds", t.status, t.started_at AS "startedAt", t.deadline_at AS "deadlineAt",
  t.submitted_at AS "submittedAt", t.by_timer AS "byTimer", t.points::float8 AS points, t.max_points::float8 AS "maxPoints",
  t.percent::float8 AS percent, t.passed, t.awaits_marking AS "awaitsMarking", t.active_device AS "activeDevice", t.extras,
  coalesce((SELECT json_agg(json_build_object('questionId', r.question_id, 'change', r.change) ORDER BY r.at, r.id)
    FROM regrade r WHERE r.version_id = t.version_id), '[]') AS adjustments
FROM attempt t JOIN course_version v ON v.id = t.version_id JOIN course c ON c.id = v.course_id`;
var UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;
async function findAttempt(input) {
  if (!UUID.test(input.attemptId)) return null;
  const [row] = await query("attempt.find", `${COLUMNS} WHERE t.id = $1 AND t.official_id = $2`, [
    input.attemptId,
    input.officialId
  ]);
  return row ?? null;
}
async function lockAttempt(tx, input) {
  if (!UUID.test(input.attemptId)) return null;
  const rows = await tx.$queryRaw`${prismaNamespace_exports.raw(COLUMNS)}
    WHERE t.id = ${input.attemptId}::uuid AND t.official_id = ${input.officialId}::uuid FOR UPDATE OF t`;
  return rows[0] ?? null;
}
async function closeAttempt(tx, input) {
  const { attempt, grade: grade3, remedials, submittedAt } = input;
  const known = grade3.perQuestion.filter(({ points }) => points !== null);
  await tx.$executeRaw`
    WITH graded AS (
      UPDATE answer a SET points = x.points
      FROM unnest(${known.map(({ questionId }) => questionId)}::text[], ${known.map(({ points }) => points)}::numeric[])
        AS x (question_id, points)
      WHERE a.attempt_id = ${attempt.id}::uuid AND a.question_id = x.question_id
    ), due AS (
      INSERT INTO remedial_duty (enrolment_id, question_id, attempt_id, lesson_id, section, option_id, due_from)
      SELECT ${attempt.enrolmentId}::uuid, x.question_id, ${attempt.id}::uuid, x.lesson_id, x.section, x.option_id, ${submittedAt}
      FROM unnest(${remedials.map(({ questionId }) => questionId)}::text[], ${remedials.map(({ lessonId }) => lessonId)}::text[],
        ${remedials.map(({ section }) => section)}::text[], ${remedials.map(({ optionId }) => optionId)}::text[])
        AS x (question_id, lesson_id, section, option_id)
      ON CONFLICT (enrolment_id, question_id) DO UPDATE SET attempt_id = excluded.attempt_id, lesson_id = excluded.lesson_id,
        section = excluded.section, option_id = excluded.option_id, due_from = excluded.due_from, done_at = NULL
    ), told AS (${input.together})
    UPDATE attempt SET status = 'submitted', submitted_at = ${submittedAt}, by_timer = ${input.byTimer}, points = ${grade3.points},
      max_points = ${grade3.maxPoints}, percent = ${grade3.percent}::numeric, passed = ${grade3.passed}::boolean,
      awaits_marking = ${grade3.awaitsMarking}
    WHERE id = ${attempt.id}::uuid AND status = 'open'`;
}
async function appendQuestions(tx, input) {
  const { attemptId, extra } = input;
  await tx.$executeRaw`
    WITH told AS (${input.together})
    UPDATE attempt SET question_ids = question_ids || ${extra.questionIds}::text[],
      extras = extras || ${JSON.stringify([extra])}::jsonb
    WHERE id = ${attemptId}::uuid AND status = 'open'`;
}
async function voidAttempt(tx, input) {
  await tx.attempt.update({
    where: { id: input.attemptId, status: "open" },
    data: { status: "voided", submittedAt: input.at, byTimer: true },
    select: { id: true }
  });
}

// app/domain/assessment/grading.ts
var fourDecimals = (value) => Math.round(value * 1e4) / 1e4;
var within = (value, most) => Math.min(most, Math.max(0, value));
function maxPointsOf(paper, question) {
  if (paper.treatment.voided.has(question.id)) return 0;
  return questionTypeOf(question).scoring?.(question) === "none" ? 0 : question.marks;
}
function grade2(paper, answers, rules) {
  const byQuestion = new Map(answers.map((answer) => [answer.questionId, answer]));
  const graded = paper.questions.map((question) => gradeOne(paper, question, byQuestion.get(question.id), rules));
  const maxPoints = graded.reduce((sum, each) => sum + each.maxPoints, 0);
  const points = graded.reduce((sum, each) => sum + (each.points ?? 0), 0);
  const awaitsMarking = graded.some((each) => each.awaits);
  const percent = maxPoints === 0 ? 100 : Math.floor(points / maxPoints * 1e4 + 1e-6) / 100;
  const criticalMissed = graded.filter((each) => each.criticalMissed).map((each) => each.questionId);
  return {
    points: fourDecimals(points),
    maxPoints: fourDecimals(maxPoints),
    percent: awaitsMarking ? null : percent,
    passed: awaitsMarking ? null : percent >= rules.passPercent && criticalMissed.length === 0,
    awaitsMarking,
    criticalMissed,
    perQuestion: graded.map((each) => ({
      questionId: each.questionId,
      points: each.points === null ? null : fourDecimals(each.points),
      maxPoints: each.maxPoints
    }))
  };
}
function gradeOne(paper, question, answer, rules) {
  const kind = questionTypeOf(question);
  const maxPoints = maxPointsOf(paper, question);
  const base = { questionId: question.id, maxPoints, awaits: false, criticalMissed: false };
  if (maxPoints === 0) return { ...base, points: null };
  if (paper.treatment.fullMarks.has(question.id)) return { ...base, points: maxPoints };
  const response11 = answer?.response ?? null;
  if (kind.scoring?.(question) === "officer") {
    const marked = answer?.markedPoints ?? null;
    if (response11 === null) return { ...base, points: 0, criticalMissed: question.critical };
    if (marked === null) return { ...base, points: null, awaits: true };
    const points = within(marked, maxPoints);
    return { ...base, points, criticalMissed: question.critical && points < maxPoints / 2 };
  }
  const share = response11 === null ? 0 : within(kind.grade(question, response11), 1);
  const suffices = response11 !== null && (kind.suffices?.(question, response11) ?? share >= 1);
  const costs = rules.feedback === "with-hints" ? Math.max(0, (answer?.tries ?? 0) - 1) * rules.hintPenaltyPercent / 100 : 0;
  return { ...base, points: maxPoints * share * within(1 - costs, 1), criticalMissed: question.critical && !suffices };
}

// app/domain/assessment/pace.ts
var WORDS_PER_SECOND = 10;
var EXTRA_QUESTIONS = 3;
var leastTime = (words) => seconds(words / WORDS_PER_SECOND);
function paperPace(input) {
  return impossible(input.now.getTime() - input.startedAt.getTime(), wordsIn(input.questions));
}
function impossible(took, words) {
  if (took < 0 || took >= leastTime(words)) return null;
  return { tookSeconds: Math.round(took / 1e3), leastSeconds: Math.ceil(words / WORDS_PER_SECOND) };
}
function drawExtra(input) {
  const { treatment = NO_TREATMENT, lessonIds = [] } = input;
  const inPaper = input.questions.filter(({ id: id2 }) => input.paperIds.includes(id2));
  const topics = new Set(inPaper.map(({ topic }) => topic));
  const fresh = input.questions.filter(({ id: id2, status, critical, type }) => {
    if (status !== "ready" || critical || type === "reflection" || type === "dilemma") return false;
    return !input.paperIds.includes(id2) && !treatment.voided.has(id2);
  }).filter(({ topic, lesson }) => topics.has(topic) || lessonIds.includes(lesson ?? "")).sort((a, b) => a.id < b.id ? -1 : 1);
  const order = randomOf(input.seed, `extra:${input.paperIds.length}`).shuffle(fresh);
  const aimed = (question) => Number(!lessonIds.includes(question.lesson ?? ""));
  return order.sort((a, b) => aimed(a) - aimed(b)).slice(0, EXTRA_QUESTIONS);
}

// app/domain/assessment/remedial.ts
function remedialsOf(paper, answers) {
  const byQuestion = new Map(answers.map(({ questionId, response: response11 }) => [questionId, response11]));
  return paper.questions.flatMap((question) => {
    const response11 = byQuestion.get(question.id) ?? null;
    if (response11 === null || paper.treatment.voided.has(question.id)) return [];
    const due = questionTypeOf(question).remedial?.(question, response11);
    if (!due) return [];
    const { lesson, section = null } = due.remedial;
    return [{ questionId: question.id, lessonId: lesson, section, optionId: due.option }];
  });
}

// app/domain/audit/audit-event.ts
var SYSTEM_ACTOR = { accountId: null, name: "H\u1EC7 th\u1ED1ng", ip: null };
function actorOf(viewer) {
  return { accountId: viewer.accountId, name: viewer.displayName, ip: viewer.ip };
}

// app/domain/assessment/accommodations/accommodation.ts
var isValidOn = ({ validFrom, validTo }, day2) => validFrom <= day2 && (validTo === null || day2 <= validTo);
function allowanceOn(terms, day2) {
  return terms.filter((each) => isValidOn(each, day2)).reduce(
    (sum, each) => ({
      timeFactor: Math.max(sum.timeFactor, each.timeFactor),
      untimed: sum.untimed || each.untimed,
      extraAttempts: sum.extraAttempts + each.extraAttempts,
      closesOn: [sum.closesOn, each.closesOn].reduce((a, b) => a === null || b !== null && b > a ? b : a)
    }),
    NO_ALLOWANCE
  );
}

// app/domain/completion/evaluate.ts
function evaluate(requirement, events, now2) {
  const required = requirement.lessons.filter((lesson) => lesson.required);
  const finished = /* @__PURE__ */ new Map();
  const graded = [];
  const begun = /* @__PURE__ */ new Set();
  const remedials = [];
  let awaiting = null;
  let recordedAt = null;
  for (const event of events) {
    if (event.kind === "lesson-finished") {
      const before = finished.get(event.lessonId);
      if (!before || event.at < before) finished.set(event.lessonId, event.at);
    } else if (event.kind === "attempt-graded") graded.push(event);
    else if (event.kind === "attempt-started") begun.add(event.number);
    else if (event.kind === "attempt-awaits-marking") {
      begun.add(event.number);
      awaiting = event.number;
    } else if (event.kind === "remedial") remedials.push(event);
    else if (event.kind === "completion-recorded")
      recordedAt = recordedAt && recordedAt < event.at ? recordedAt : event.at;
  }
  const missing = [];
  const because = [];
  const open = required.filter((lesson) => !finished.has(lesson.id));
  missing.push(...open.map((lesson) => ({ kind: "lesson", lessonId: lesson.id, title: lesson.title })));
  let lessonsAt = null;
  if (open.length === 0 && required.length > 0) {
    lessonsAt = new Date(Math.max(...required.map((lesson) => finished.get(lesson.id).getTime())));
    because.push({ kind: "lessons-finished", count: required.length, at: lessonsAt });
  }
  const passed = requirement.test && outcomeOf(
    graded.map((attempt) => ({ ...attempt, status: "submitted" })),
    requirement.test
  ).by;
  if (requirement.test) {
    if (passed) {
      const { number, percent, at } = passed;
      because.push({ kind: "test-passed", attempt: number, percent, passPercent: requirement.test.passPercent, at });
    } else {
      const done = new Set(graded.map((attempt) => attempt.number));
      const openAttempt = [...begun].find((number) => !done.has(number)) ?? null;
      const attemptsLeft = Math.max(0, requirement.test.attempts - (/* @__PURE__ */ new Set([...begun, ...done])).size);
      if (awaiting !== null) missing.push({ kind: "awaits-marking", attempt: awaiting });
      else if (attemptsLeft === 0 && openAttempt === null) missing.push({ kind: "attempts-used-up" });
      else missing.push({ kind: "test", attemptsLeft, openAttempt });
    }
  }
  const unread = remedials.filter(({ doneAt }) => doneAt === null);
  const titles = new Map(requirement.lessons.map(({ id: id2, title }) => [id2, title]));
  missing.push(
    ...unread.map(({ questionId, lessonId }) => ({
      kind: "remedial",
      questionId,
      lessonId,
      title: titles.get(lessonId) ?? lessonId
    }))
  );
  let remedialsAt = null;
  if (remedials.length > 0 && unread.length === 0) {
    remedialsAt = new Date(Math.max(...remedials.map(({ doneAt }) => doneAt.getTime())));
    because.push({ kind: "remedials-read", count: remedials.length, at: remedialsAt });
  }
  const steps = required.length + (requirement.test ? 1 : 0) + remedials.length;
  const stepsDone = required.length - open.length + (passed ? 1 : 0) + (remedials.length - unread.length);
  const earnedAt = missing.length === 0 && steps > 0 ? latest(latest(lessonsAt, passed?.at ?? null), remedialsAt) : null;
  const completedAt = recordedAt ?? earnedAt;
  if (recordedAt) because.push({ kind: "recorded", at: recordedAt });
  if (completedAt) {
    const onTime = requirement.dueOn === null ? null : !isOverdue(requirement.dueOn, completedAt);
    return { status: "completed", completedAt, overdue: false, onTime, missing: [], because, progressPercent: 100 };
  }
  return {
    status: events.length === 0 ? "not-started" : "in-progress",
    completedAt: null,
    overdue: isOverdue(requirement.dueOn, now2),
    onTime: null,
    missing,
    because,
    progressPercent: steps === 0 ? 0 : Math.min(99, Math.floor(stepsDone / steps * 100))
  };
}
function latest(a, b) {
  if (!a || !b) return a ?? b;
  return a > b ? a : b;
}

// app/domain/completion/learning-record.ts
var allowanceOf = (record, now2) => allowanceOn(record.accommodations, localDay(now2));
function requirementOf(manifest, record, now2) {
  const { test } = manifest;
  return {
    lessons: manifest.lessons.map(({ id: id2, title, required }) => ({ id: id2, title, required })),
    test: test && {
      passPercent: test.passPercent,
      attempts: attemptsAllowed(test, allowanceOf(record, now2)),
      attemptThatCounts: test.attemptThatCounts
    },
    dueOn: record.dueOn
  };
}
function eventsOf(record) {
  const events = [];
  if (record.startedAt) events.push({ kind: "started", at: record.startedAt });
  for (const lesson of record.lessons) {
    if (lesson.finishedAt) events.push({ kind: "lesson-finished", lessonId: lesson.lessonId, at: lesson.finishedAt });
  }
  for (const attempt of record.attempts) {
    if (attempt.status === "voided") continue;
    events.push({ kind: "attempt-started", number: attempt.number, at: attempt.startedAt });
    if (attempt.awaitsMarking) {
      events.push({
        kind: "attempt-awaits-marking",
        number: attempt.number,
        at: attempt.submittedAt ?? attempt.deadlineAt
      });
    } else if (attempt.status === "submitted" && attempt.percent !== null) {
      events.push({
        kind: "attempt-graded",
        number: attempt.number,
        at: attempt.submittedAt ?? attempt.deadlineAt,
        percent: attempt.percent,
        passed: attempt.passed === true
      });
    }
  }
  for (const { questionId, lessonId, dueFrom, doneAt } of record.remedials) {
    events.push({ kind: "remedial", questionId, lessonId, at: dueFrom, doneAt });
  }
  if (record.completion) events.push({ kind: "completion-recorded", at: record.completion.completedAt });
  return events;
}
function withGrade(record, attemptId, graded) {
  const { remedials, ...facts } = graded;
  const due = new Set(remedials.map(({ questionId }) => questionId));
  return {
    ...record,
    attempts: record.attempts.map(
      (attempt) => attempt.id === attemptId ? { ...attempt, ...facts, status: "submitted" } : attempt
    ),
    remedials: [...record.remedials.filter(({ questionId }) => !due.has(questionId)), ...remedials]
  };
}
function standingOf2(manifest, record, now2) {
  return evaluate(requirementOf(manifest, record, now2), eventsOf(record), now2);
}

// app/domain/completion/learning-record-store.server.ts
var SELECT = `
SELECT e.id AS "enrolmentId", e.course_id AS "courseId", c.slug AS "courseSlug", e.version_id AS "versionId",
  c.unpublished_at IS NULL AS offered, e.cycle, e.required,
  e.due_on::text AS "dueOn", e.created_at AS "createdAt", e.started_at AS "startedAt",
  (SELECT json_build_object('assignedAt', a.assigned_at, 'unitName', u.name, 'note', a.note)
   FROM assignment a JOIN unit u ON u.id = a.unit_id WHERE a.id = e.assignment_id) AS assignment,
  (SELECT json_agg(json_build_object('lessonId', p.lesson_id, 'openedAt', p.opened_at, 'lastSeenAt', p.last_seen_at, 'finishedAt', p.finished_at))
   FROM lesson_progress p WHERE p.enrolment_id = e.id) AS lessons,
  (SELECT json_agg(json_build_object('id', t.id, 'number', t.number, 'status', t.status, 'startedAt', t.started_at, 'deadlineAt', t.deadline_at,
     'submittedAt', t.submitted_at, 'passed', t.passed, 'percent', t.percent, 'awaitsMarking', t.awaits_marking) ORDER BY t.number)
   FROM attempt t WHERE t.enrolment_id = e.id) AS attempts,
  (SELECT json_agg(json_build_object('questionId', r.question_id, 'attemptId', r.attempt_id, 'lessonId', r.lesson_id, 'section', r.section,
     'optionId', r.option_id, 'dueFrom', r.due_from, 'doneAt', r.done_at) ORDER BY r.due_from, r.question_id)
   FROM remedial_duty r WHERE r.enrolment_id = e.id) AS remedials,
  (SELECT json_agg(json_build_object('id', s.id, 'title', s.title, 'dueOn', s.due_on, 'doneAt', n.done_at) ORDER BY s.due_on)
   FROM supplement_duty d JOIN supplement s ON s.id = d.supplement_id
   LEFT JOIN supplement_completion n ON n.supplement_id = d.supplement_id AND n.official_id = d.official_id
   WHERE d.enrolment_id = e.id) AS supplements,
  coalesce((SELECT json_agg(json_build_object('timeFactor', w.time_factor, 'untimed', w.untimed, 'extraAttempts', w.extra_attempts,
     'closesOn', w.closes_on, 'validFrom', w.valid_from, 'validTo', w.valid_to))
   FROM accommodation w WHERE w.official_id = e.official_id AND (w.course_id IS NULL OR w.course_id = e.course_id)
     AND w.revoked_at IS NULL), '[]') AS accommodations,
  (SELECT json_build_object('id', k.id, 'completedAt', k.completed_at, 'scorePercent', k.score_percent, 'onTime', k.on_time, 'attemptsUsed', k.attempts_used)
   FROM completion k WHERE k.official_id = e.official_id AND k.course_id = e.course_id AND k.cycle = e.cycle
   ORDER BY k.revision DESC LIMIT 1) AS completion,
  (SELECT json_build_object('serial', g.serial, 'number', g.number, 'issuedAt', g.issued_at)
   FROM certificate_turn h JOIN certificate g ON g.id = h.certificate_id
   WHERE h.official_id = e.official_id AND h.course_id = e.course_id AND h.cycle = e.cycle) AS certificate
FROM enrolment e JOIN course c ON c.id = e.course_id`;
var date = (text3) => text3 === null ? null : new Date(text3);
function read2(row) {
  return {
    ...row,
    assignment: row.assignment && { ...row.assignment, assignedAt: new Date(row.assignment.assignedAt) },
    lessons: (row.lessons ?? []).map((lesson) => ({
      ...lesson,
      openedAt: new Date(lesson.openedAt),
      lastSeenAt: new Date(lesson.lastSeenAt),
      finishedAt: date(lesson.finishedAt)
    })),
    attempts: (row.attempts ?? []).map((attempt) => ({
      ...attempt,
      startedAt: new Date(attempt.startedAt),
      deadlineAt: new Date(attempt.deadlineAt),
      submittedAt: date(attempt.submittedAt)
    })),
    remedials: (row.remedials ?? []).map((remedial) => ({
      ...remedial,
      dueFrom: new Date(remedial.dueFrom),
      doneAt: date(remedial.doneAt)
    })),
    supplements: (row.supplements ?? []).map((each) => ({ ...each, doneAt: date(each.doneAt) })),
    completion: row.completion && { ...row.completion, completedAt: new Date(row.completion.completedAt) },
    certificate: row.certificate && { ...row.certificate, issuedAt: new Date(row.certificate.issuedAt) }
  };
}
async function readHandIn(tx, input) {
  const [row] = await tx.$queryRaw`
    SELECT turn.*, coalesce((SELECT json_agg(given) FROM (${prismaNamespace_exports.raw(ANSWERS)} WHERE a.attempt_id = ${input.attemptId}::uuid) given), '[]') AS answers
    FROM (${prismaNamespace_exports.raw(SELECT)} WHERE e.id = ${input.enrolmentId}::uuid) turn`;
  if (!row) throw new Error(`no enrolment ${input.enrolmentId}`);
  const { answers, ...turn } = row;
  return { record: read2(turn), answers: answers.map((answer) => ({ ...answer, settledAt: date(answer.settledAt) })) };
}

// app/domain/problem.ts
var Problem = class extends Error {
  constructor(code, message) {
    super(message);
    this.code = code;
    this.name = "Problem";
  }
  code;
};
var notFound = (what) => new Problem("not-found", what);
var badRequest = (what) => new Problem("bad-request", what);

// app/domain/courses/content-schemas.ts
import { z as z13 } from "zod";

// app/domain/documents/document.ts
var DOCUMENT_STATUSES = ["in-force", "expired", "unverified"];

// app/domain/courses/content-words/phrases.ts
var phraseCode = (name) => `phrase:${name}`;

// app/domain/courses/content-schemas.ts
var text2 = z13.string().trim().min(1);
var slug = z13.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, phraseCode("slug"));
var day = z13.string().refine((value) => /^\d{4}-/.test(value) && parseDay(value) !== null, phraseCode("day"));
var count = z13.number().int();
var review = { reviewedOn: day, reviewedBy: text2, reviewAgainBy: day };
var citationSchema2 = z13.strictObject({
  document: text2,
  article: text2.optional(),
  clause: text2.optional(),
  expired: z13.literal(true).optional()
});
var courseSchema = z13.strictObject({
  slug,
  title: text2,
  summary: text2,
  audience: text2,
  language: z13.enum(["vi", "en"]),
  studyForm: text2,
  ...review,
  criteria: z13.array(text2),
  certificate: z13.strictObject({ courseName: text2 }),
  lessons: z13.array(
    z13.strictObject({
      file: z13.string().regex(/^\d{2}-[a-z0-9]+(-[a-z0-9]+)*$/, phraseCode("lessonFile")),
      required: z13.boolean()
    })
  ).max(60),
  /** The package in `scorm/`: whether its items must be finished, and how long they take together. */
  scorm: z13.strictObject({ required: z13.boolean(), minutes: count.min(1).max(600) }).optional()
}).refine(({ lessons, scorm }) => lessons.length > 0 || scorm !== void 0, { path: ["lessons"], message: "\u2265 1" });
var lessonFrontMatterSchema = z13.strictObject({
  id: slug,
  title: text2,
  summary: text2,
  objectives: z13.array(text2).min(1),
  legalBasis: z13.array(citationSchema2).min(1),
  ...review
});
var REVIEW_ITEMS = {
  response: true,
  correctness: true,
  marks: true,
  feedback: true,
  rightAnswer: true,
  explanation: true,
  citation: true,
  overall: true
};
var reviewItems = z13.array(z13.enum(Object.keys(REVIEW_ITEMS)));
var drawRule = z13.strictObject({
  topic: slug.optional(),
  document: text2.optional(),
  article: text2.optional(),
  clause: text2.optional(),
  difficulty: z13.enum(["easy", "medium", "hard"]).optional(),
  count: count.min(1).max(200)
}).refine(({ topic, document }) => topic !== void 0 || document !== void 0, {
  path: ["topic"],
  message: phraseCode("topicOrDocument")
});
var testSchema = z13.strictObject({
  title: text2,
  draw: z13.array(drawRule).min(1),
  shuffleQuestions: z13.boolean(),
  shuffleOptions: z13.boolean(),
  timeLimitMinutes: count.min(1).max(300),
  graceSeconds: count.min(0).max(600),
  passPercent: z13.number().min(1).max(100),
  attempts: count.min(1).max(20),
  attemptThatCounts: z13.enum(["highest", "first", "last", "average"]),
  delayMinutes: count.min(0).max(10080),
  opensOn: day.optional(),
  closesOn: day.optional(),
  whenTimeExpires: z13.enum(["submit", "grace", "void"]),
  handInGraceMinutes: count.min(1).max(1440).default(10),
  feedback: z13.enum(["at-end", "at-once", "with-hints"]).default("at-end"),
  hintPenaltyPercent: z13.number().min(0).max(100).default(25),
  buildOnLast: z13.boolean().default(false),
  paceCheck: z13.boolean().default(true),
  honourStatement: text2.optional(),
  review: z13.strictObject({
    during: reviewItems.default(["response", "correctness", "feedback", "explanation", "citation"]),
    rightAfter: reviewItems.optional(),
    whileAttemptsRemain: reviewItems,
    whenFinished: reviewItems,
    afterClose: reviewItems.optional()
  }),
  overallFeedback: z13.array(z13.strictObject({ from: z13.number().min(0).max(100), text: text2 })).max(10).default([])
}).refine(({ opensOn, closesOn }) => !opensOn || !closesOn || opensOn <= closesOn, {
  path: ["closesOn"],
  message: phraseCode("notBeforeOpening")
}).refine(({ buildOnLast, feedback }) => !buildOnLast || feedback !== "at-end", {
  path: ["buildOnLast"],
  message: phraseCode("onlyForPractice")
});
var bankSchema = z13.strictObject({
  topic: slug,
  title: text2,
  /** Texts that several questions are about; a question names one by `case: <id>`. */
  cases: z13.array(z13.strictObject({ id: slug, title: text2, text: text2 })).optional(),
  questions: z13.array(z13.looseObject({ id: slug })).min(1)
});
var documentSchema = z13.strictObject({
  number: text2,
  title: text2,
  issuer: text2,
  kind: text2,
  issuedOn: day.optional(),
  effectiveOn: day.optional(),
  expiredOn: day.optional(),
  status: z13.enum(DOCUMENT_STATUSES),
  replacedBy: text2.optional(),
  note: text2.optional(),
  source: z13.string().regex(/^https:\/\/\S+$/, "https://\u2026").optional(),
  places: z13.array(z13.strictObject({ article: text2.optional(), clause: text2.optional() })).max(500).optional()
});

// app/domain/courses/course-store.server.ts
async function loadVersion(versionId) {
  const rows = await query(
    "course-version",
    `select v.id, v.course_id as "courseId", c.slug, v.number, v.content_hash as "contentHash",
            v.published_at as "publishedAt", v.manifest,
            (select coalesce(json_agg(l.compiled order by l.position), '[]') from lesson_version l where l.version_id = v.id) as lessons,
            (select coalesce(json_agg(q.content order by q.position), '[]') from question_version q where q.version_id = v.id) as questions
       from course_version v join course c on c.id = v.course_id
      where v.id = $1::uuid`,
    [versionId]
  );
  return rows[0] ?? null;
}

// app/domain/courses/version-cache.server.ts
var LIMIT = 64;
var QUESTION_DEFAULTS = { marks: 1, critical: false };
var holder3 = globalThis;
var versions = () => holder3.chuanMucVersions ??= /* @__PURE__ */ new Map();
function courseVersion(versionId) {
  const known = versions().get(versionId);
  if (known) {
    versions().delete(versionId);
    versions().set(versionId, known);
    return known;
  }
  const reading = readVersion(versionId);
  versions().set(versionId, reading);
  reading.catch(() => versions().delete(versionId));
  if (versions().size > LIMIT) versions().delete(versions().keys().next().value);
  return reading;
}
async function readVersion(versionId) {
  const stored = await loadVersion(versionId);
  if (!stored) throw notFound(`course version ${versionId}`);
  const lessons = new Map(stored.lessons.map((lesson) => [lesson.id, lesson]));
  const test = stored.manifest.test && testSchema.parse(stored.manifest.test);
  const questions = stored.questions.map((question) => ({ ...QUESTION_DEFAULTS, ...question }));
  return {
    ...stored,
    manifest: { ...stored.manifest, test },
    questions,
    lesson: (id2) => lessons.get(id2),
    questionsById: new Map(questions.map((question) => [question.id, question]))
  };
}

// app/use-cases/learner/record-completion.ts
import { randomBytes as randomBytes4, randomUUID as randomUUID2 } from "node:crypto";

// app/domain/certificates/issue-facts-store.server.ts
async function readIssueFacts(tx, input) {
  const [row] = await tx.$queryRaw`
    SELECT e.official_id AS "officialId", e.course_id AS "courseId", e.cycle, e.version_id AS "versionId", o.full_name AS "fullName",
      o.staff_number AS "staffNumber", o.staff_category AS "staffCategory", o.position_title AS "positionTitle", u.id AS "unitId",
      u.path AS "unitPath", u.name AS "unitName", v.manifest->>'title' AS "courseTitle", coalesce(e.started_at, e.created_at) AS "startedAt",
      a.assigned_at AS "assignedAt", e.required, e.due_on::text AS "dueOn",
      (SELECT string_agg(w.name, ' › ' ORDER BY w.depth) FROM unit w WHERE u.path = w.path OR u.path LIKE w.path || '/%') AS "unitPathNames",
      ${TEMPLATE_FOR_UNIT} AS template
    FROM enrolment e JOIN official o ON o.id = e.official_id JOIN unit u ON u.id = o.unit_id
      JOIN course_version v ON v.id = e.version_id LEFT JOIN assignment a ON a.id = e.assignment_id
    WHERE e.id = ${input.enrolmentId}::uuid`;
  if (!row) return null;
  const { template, ...facts } = row;
  return { facts, template: templateOf(template) };
}

// app/domain/completion/completion-store.server.ts
async function insertCompletion(tx, input) {
  const { facts } = input;
  const rows = await tx.$queryRaw`
    WITH made AS (
      INSERT INTO completion (id, official_id, course_id, cycle, version_id, attempt_id, completed_at, recorded_at, full_name, staff_number,
        staff_category, position_title, unit_id, unit_name, unit_path_names, course_title, started_at, assigned_at, due_on, on_time, score_percent,
        attempts_used, because)
      VALUES (${input.id}::uuid, ${facts.officialId}::uuid, ${facts.courseId}::uuid, ${facts.cycle}, ${facts.versionId}::uuid,
        ${facts.attemptId}::uuid, ${facts.completedAt}, ${input.recordedAt}, ${facts.fullName}, ${facts.staffNumber},
        ${facts.staffCategory}::staff_category, ${facts.positionTitle}, ${facts.unitId}::uuid, ${facts.unitName}, ${facts.unitPathNames},
        ${facts.courseTitle}, ${facts.startedAt}, ${facts.assignedAt}, ${facts.dueOn}::date, ${input.onTime}, ${input.scorePercent}::numeric,
        ${input.attemptsUsed}, ${JSON.stringify(input.because)}::jsonb)
      ON CONFLICT (official_id, course_id, cycle, revision) DO NOTHING
      RETURNING id
    ), done AS (
      UPDATE enrolment SET completed_at = ${facts.completedAt}
      WHERE id = ${input.enrolmentId}::uuid AND completed_at IS NULL AND EXISTS (SELECT FROM made)
    ), counted AS (${input.together.counted}), told AS (${input.together.told})
    SELECT id FROM made`;
  return rows.length > 0;
}
var COMPLETION_MADE = prismaNamespace_exports.sql`EXISTS (SELECT FROM made)`;

// app/domain/enrolment/scorm/scorm-store.server.ts
async function packageScore(db2, enrolmentId) {
  const [row] = await db2.$queryRaw`
    SELECT round(avg(score_percent), 2)::float8 AS percent FROM scorm_progress WHERE enrolment_id = ${enrolmentId}::uuid`;
  return row?.percent ?? null;
}

// app/domain/enrolment/standing-store.server.ts
var countOneMore = (input, onlyIf) => prismaNamespace_exports.sql`
    UPDATE unit_standing SET completed = completed + 1
    WHERE unit_id = ${input.unitId}::uuid AND course_id = ${input.courseId}::uuid AND cycle = ${input.cycle}
      AND due_on = ${input.dueOn}::date AND ${input.required}::boolean AND ${onlyIf}`;
var LOCK = 359037;
var standingsLockShared = (input) => prismaNamespace_exports.sql`pg_advisory_xact_lock_shared(${LOCK}::int, hashtext(${`${input.courseId}:${input.cycle}`}))`;

// app/use-cases/learner/record-completion.ts
async function recordCompletion(tx, input) {
  const { standing, attempts, now: now2 } = input;
  const read3 = await readIssueFacts(tx, { enrolmentId: input.enrolmentId });
  if (!read3 || !standing.completedAt) return;
  const { template } = read3;
  const { manifest } = await courseVersion(read3.facts.versionId);
  const passed = manifest.test && outcomeOf(attempts, manifest.test).by;
  const facts = { ...read3.facts, attemptId: passed?.id ?? null, completedAt: standing.completedAt };
  const scorePercent = manifest.test ? percentThatCounts(attempts, manifest.test.attemptThatCounts) : (
    // Without a test of its own, a course counts what its SCORM packages have measured.
    manifest.lessons.some(({ scorm }) => scorm) ? await packageScore(tx, input.enrolmentId) : null
  );
  const actor2 = input.viewer ? actorOf(input.viewer) : SYSTEM_ACTOR;
  const completionId = randomUUID2();
  await takeLocks(tx, [standingsLockShared(facts), turnLock(facts)]);
  const recorded = await insertCompletion(tx, {
    id: completionId,
    enrolmentId: input.enrolmentId,
    facts,
    onTime: standing.onTime,
    scorePercent,
    attemptsUsed: attempts.filter((attempt) => attempt.status === "submitted").length,
    because: standing.because,
    recordedAt: now2,
    together: {
      counted: countOneMore(facts, COMPLETION_MADE),
      told: auditInsert(
        [
          {
            actor: actor2,
            action: "completion.recorded",
            subject: { type: "completion", id: completionId, label: `${facts.fullName} \u2013 ${facts.courseTitle}` },
            unitPath: facts.unitPath,
            after: { cycle: facts.cycle, scorePercent, onTime: standing.onTime },
            at: now2
          }
        ],
        COMPLETION_MADE
      )
    }
  });
  if (!recorded) return;
  await issueCertificate(tx, {
    completion: {
      completionId,
      officialId: facts.officialId,
      courseId: facts.courseId,
      versionId: facts.versionId,
      cycle: facts.cycle
    },
    issuerCode: template.content.issuerCode,
    template,
    compose: (entry) => composeFacts({
      entry,
      issuer: template.content,
      digitallySigned: signerConfigured(),
      completion: {
        ...facts,
        scorePercent,
        courseName: manifest.certificate.courseName,
        studyForm: manifest.studyForm,
        minutes: manifest.lessons.reduce((sum, lesson) => sum + lesson.minutes, 0) + (manifest.test?.timeLimitMinutes ?? 0),
        legalBasis: manifest.certificate.legalBasis ?? null
      },
      verifyAddress: `${env().origin}/verify`
    }),
    tell: (issued) => auditInsert([
      {
        actor: SYSTEM_ACTOR,
        action: "certificate.issued",
        subject: { type: "certificate", id: issued.id, label: issued.number },
        unitPath: facts.unitPath,
        after: { serial: issued.serial, fullName: facts.fullName, course: facts.courseTitle },
        at: now2
      }
    ]),
    now: now2,
    randomBytes: randomBytes4,
    randomId: randomUUID2
  });
}

// app/use-cases/learner/submit-test.ts
async function submitTest(input) {
  const { viewer, officialId, attemptId, now: now2 } = input;
  const found = await findAttempt({ attemptId, officialId });
  if (!found) throw notFound(`attempt ${attemptId}`);
  const version = await courseVersion(found.versionId);
  return inTransaction(async (tx) => {
    const attempt = await lockAttempt(tx, { attemptId, officialId });
    if (attempt.status !== "open") return { kind: "already-submitted" };
    const policy = version.manifest.test;
    const phase = phaseOf(attempt, policy, now2);
    const byTimer = phase === "over" || viewer === null;
    const actor2 = viewer && !byTimer ? actorOf(viewer) : SYSTEM_ACTOR;
    const event = (action, after2) => ({
      actor: actor2,
      action,
      subject: { type: "attempt", id: attemptId, label: `${version.manifest.title} (${attempt.number})` },
      unitPath: viewer?.official?.unitPath ?? null,
      after: after2,
      at: now2
    });
    if (phase === "over" && policy.whenTimeExpires !== "submit") {
      await voidAttempt(tx, { attemptId, at: attempt.deadlineAt });
      await recordAudit(tx, event("attempt.submitted", { voided: true }));
      return { kind: "submitted", passed: null };
    }
    const treatment = treatmentOf(attempt.adjustments, version.questionsById);
    const paper = rebuildPaper({ policy, questionsById: version.questionsById, ...attempt, treatment });
    if (input.form && phase === "answering") {
      const answers2 = decodeAnswers(paper, input.form);
      if (!answers2) throw badRequest(`answers of attempt ${attemptId}`);
      await saveWholeForm(tx, { attemptId, answers: answers2, now: now2 });
    }
    const { answers, record: before } = await readHandIn(tx, { enrolmentId: attempt.enrolmentId, attemptId });
    if (phase === "answering" && viewer && policy.paceCheck) {
      if (await askMore(tx, { attempt, paper, version, answers, event, now: now2 })) return { kind: "asked-more" };
    }
    const result = grade2(paper, answers, policy);
    const submittedAt = byTimer || phase === "answering" && now2 > attempt.deadlineAt ? attempt.deadlineAt : now2;
    const remedials = remedialsOf(paper, answers);
    const { percent, passed } = result;
    await closeAttempt(tx, {
      attempt,
      submittedAt,
      byTimer,
      grade: result,
      remedials,
      together: auditInsert([event("attempt.submitted", { number: attempt.number, percent, passed, byTimer })])
    });
    const record = withGrade(before, attemptId, {
      submittedAt,
      percent,
      passed,
      awaitsMarking: result.awaitsMarking,
      remedials: remedials.map((each) => ({ ...each, attemptId, dueFrom: submittedAt, doneAt: null }))
    });
    const { manifest } = record.versionId === version.id ? version : await courseVersion(record.versionId);
    const standing = standingOf2(manifest, record, now2);
    if (standing.status === "completed" && !record.completion) {
      await recordCompletion(tx, { viewer, enrolmentId: record.enrolmentId, standing, attempts: record.attempts, now: now2 });
    }
    return { kind: "submitted", passed };
  });
}
async function askMore(tx, input) {
  const { attempt, paper, version, now: now2 } = input;
  if (attempt.extras.some(({ reason }) => reason === "paper-pace")) return false;
  const answered = new Set(
    input.answers.filter(({ response: response11 }) => response11 !== null).map(({ questionId }) => questionId)
  );
  const read3 = paper.questions.filter(({ id: id2 }) => answered.has(id2));
  if (read3.length * 2 < paper.questions.length) return false;
  const pace = paperPace({ questions: read3, startedAt: attempt.startedAt, now: now2 });
  if (!pace) return false;
  const questions = drawExtra({
    questions: version.questions,
    paperIds: attempt.questionIds,
    seed: attempt.seed,
    treatment: paper.treatment
  });
  if (questions.length === 0) return false;
  const questionIds = questions.map(({ id: id2 }) => id2);
  await appendQuestions(tx, {
    attemptId: attempt.id,
    extra: { reason: "paper-pace", at: now2.toISOString(), questionIds, ...pace },
    together: auditInsert([input.event("attempt.asked-more", { ...pace, questions: questionIds.length })])
  });
  return true;
}

// tests/support/crashing-process.ts
var [after, ...works] = process.argv.slice(2);
var now = new Date(process.env["HAND_IN_AT"]);
var actor = { accountId: null, name: "H\u1EC7 th\u1ED1ng", ip: null };
await db.setting.count();
var left = Number(after);
if (left > 0) {
  const client = pg2.Client.prototype;
  const send = client.query;
  client.query = function(...parameters) {
    const answer = send.apply(this, parameters);
    left -= 1;
    if (left === 0) {
      const end = () => process.kill(process.pid, "SIGKILL");
      if (Number(after) % 2 === 0) end();
      else if (answer instanceof Promise) void answer.then(end, end);
      else end();
      return new Promise(() => void 0);
    }
    return answer;
  };
}
await Promise.all(
  works.map(async (work) => {
    const [first, second] = work.split(":");
    if (first !== "reissue") {
      await submitTest({ viewer: null, officialId: first, attemptId: second, form: null, now });
      return;
    }
    const certificate = await findInScopeBySerial(db, { serial: second, scope: ["AG"] });
    const why = { reasonClass: "name-corrected", reason: "\u0110\xEDnh ch\xEDnh h\u1ECD t\xEAn" };
    await reissueWithCorrection({ certificate, correction: { fullName: "T\xEAn \u0110\xE3 S\u1EEDa" }, why, actor, now });
  })
);
await closeDatabase();
