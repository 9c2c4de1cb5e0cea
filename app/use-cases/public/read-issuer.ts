import { credentialAddresses } from "~/domain/certificates/credential/addresses";
import type { CheckingMatter } from "~/domain/certificates/credential/check-credential";
import { knownKeys, listStatusLists } from "~/domain/certificates/credential/credential-store.server";
import { didDocument, issuerDocument } from "~/domain/certificates/credential/issuer-document";
import { statusLists } from "~/domain/certificates/credential/status-lists.server";
import type { StatusListCredential, StatusPurpose } from "~/domain/certificates/credential/status-list";
import { findAgency } from "~/domain/organization/agency-store.server";
import { db } from "~/platform/db.server";
import { env } from "~/platform/env.server";
import { platformKey } from "~/platform/platform-key.server";

const addressesNow = () => credentialAddresses(`${env().origin}/verify`);
const keysKnown = (now: Date) => knownKeys(db, { present: platformKey().publicKeyMultibase, now });

/** Who signs credentials here, with every key that ever did. */
export async function readIssuerDocument({ now }: { now: Date }) {
  const [agency, keys] = await Promise.all([findAgency(db), keysKnown(now)]);
  return issuerDocument({ addresses: addressesNow(), name: agency.name, keys });
}

export async function readDidDocument({ now }: { now: Date }) {
  return didDocument({ addresses: addressesNow(), keys: await keysKnown(now) });
}

/** One status list; null when there is none of this name. */
export async function readStatusList(input: {
  issuerCode: string;
  year: number;
  part: number;
  purpose: StatusPurpose;
  now: Date;
}): Promise<StatusListCredential | null> {
  const { purpose, now, ...list } = input;
  const lists = await statusLists(db, { list, addresses: addressesNow(), now });
  return lists?.[purpose] ?? null;
}

/** More would make the page heavy; older papers are checked by their serial. */
const LISTS_ON_PAGE = 24;

/** What the check page needs so that files can be checked in the browser without asking again. */
export async function readCheckingMatter({ now }: { now: Date }): Promise<CheckingMatter> {
  const [keys, names] = await Promise.all([keysKnown(now), listStatusLists(db, { limit: LISTS_ON_PAGE })]);
  const lists: StatusListCredential[] = [];
  for (const list of names) {
    const made = await statusLists(db, { list, addresses: addressesNow(), now });
    if (made) lists.push(made.message);
  }
  return { keys, lists };
}
