import type { LocalDay } from "../time";

/**
 * The version of the notice on personal data (words of the area `notice`). Whoever has read an earlier one is shown the new one after
 * signing in; a test holds the words of each version to it, so that they are not changed under the same number.
 */
export const NOTICE_VERSION = 1;
export const NOTICE_SINCE: LocalDay = "2026-11-26";

export const hasReadNotice = (read: number | null): boolean => read !== null && read >= NOTICE_VERSION;
