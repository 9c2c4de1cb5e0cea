import type { Viewer } from "~/domain/auth/permissions";
import type { Job, JobFile } from "~/domain/jobs/job";
import { findOwnJob, listOwnJobs } from "~/domain/jobs/job-store.server";
import { notFound } from "~/domain/problem";
import { db } from "~/platform/db.server";
import type { ByteRange } from "~/platform/files/file-store";
import { files } from "~/platform/files/files.server";

const SHOWN = 50;

/** The long work that the viewer asked for, the latest first. */
export function listMyJobs(viewer: Viewer): Promise<Job[]> {
  return listOwnJobs(db, { accountId: viewer.accountId, limit: SHOWN });
}

/** One of them. Somebody else's is not found. */
export async function viewMyJob(input: { viewer: Viewer; id: string }): Promise<Job> {
  const { viewer, id } = input;
  const job = UUID.test(id) ? await findOwnJob(db, { id, accountId: viewer.accountId }) : null;
  if (!job) throw notFound(`job ${id}`);
  return job;
}

/** What one of them made, while it is kept. */
export async function openMyJobFile(input: { viewer: Viewer; id: string }) {
  const { outcome, fileThere } = await viewMyJob(input);
  if (!outcome?.file || !fileThere) throw notFound(`file of job ${input.id}`);
  const file: JobFile = outcome.file;
  return {
    ...file,
    open: async (range?: ByteRange) => {
      const stream = await files().open(file.sha256, range);
      if (!stream) throw notFound(`file ${file.sha256}`);
      return stream;
    },
  };
}

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;
