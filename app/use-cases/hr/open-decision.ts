import type { Readable } from "node:stream";
import { findDecisionFile } from "~/domain/completion/corrections/correction-store.server";
import { notFound } from "~/domain/problem";
import { files } from "~/platform/files/files.server";

/** The file of a decision on learning elsewhere: for HR by their scope, for the person when it is theirs. */
export async function openDecision(input: {
  recognitionId: string;
  scope: readonly string[];
  officialId?: string;
}): Promise<{ name: string; type: string; body: Readable }> {
  const { recognitionId, scope, officialId = null } = input;
  const found = await findDecisionFile({ recognitionId, scope, officialId });
  const body = found && (await files().open(found.sha256));
  if (!found || !body) throw notFound(`decision ${recognitionId}`);
  return { name: found.name, type: found.type, body };
}
