import { launchFile } from "./manifest";

/** Everything of packages lives below this address. */
export const PACKAGE_ROOT = "/scorm";

export const isPackageAddress = (path: string): boolean => path.startsWith(`${PACKAGE_ROOT}/`);

/** Of the page with which an item begins, for whoever holds the pass. */
export function packagePath(pass: string, launch: string): string {
  const file = launchFile(launch);
  const parts = file.split("/").map(encodeURIComponent).join("/");
  return `${PACKAGE_ROOT}/${pass}/${parts}${launch.slice(file.length)}`;
}
