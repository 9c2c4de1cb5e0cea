import { part, query } from "./address";

export const homePath = () => "/";
export const signInPath = (next?: string) => `/sign-in${query({ next })}`;
export const signOutPath = () => "/sign-out";
export const preferencesPath = () => "/preferences";
export const verifyStartPath = () => "/verify";
export const verifyPath = (serial: string) => `/verify/${part(serial)}`;
/** The certificate as a signed credential. */
export const credentialPath = (serial: string) => `${verifyPath(serial)}/credential.json`;
/** Who signs credentials, with the keys. The names of these addresses stand in credentials: `credentialAddresses` of the domain. */
export const issuerDocumentPath = () => "/issuer.json";
/** The seals of the record; `below` begins under a number. */
export const sealsPath = (below?: number) => `/seals${query({ below })}`;
/** The same for machines. */
export const certificateApiPath = (serial: string) => `/api/v1/certificates/${part(serial)}`;
export const accessibilityPath = () => "/accessibility";
export const privacyPath = () => "/privacy";
export const passwordPath = () => "/account/password";
/** Long work that the viewer asked for. */
export const jobsPath = () => "/account/jobs";
export const jobPath = (job: string) => `/account/jobs/${part(job)}`;
/** The notice on personal data, for who has not read it as it stands; `next`: where to go on to. */
export const privacyNoticePath = (next?: string) => `/account/privacy-notice${query({ next })}`;
/** The viewer's own data: all of them as a file, who saw them, what is to be corrected. */
export const ownDataPath = () => "/account/data";
export const whoLookedPath = (before?: string) => `/account/data/access${query({ before })}`;
export const myCorrectionsPath = () => "/account/data/corrections";
export const jobFilePath = (job: string) => `/account/jobs/${part(job)}/file`;
