import type { Db } from "~/platform/db.server";
import { readIssuerSetting, type IssuerSetting } from "./issuer";

export const ISSUER_SETTING_KEY = "certificate";

/** Who issues certificates; says plainly (`configured: false`, `missing`) when nobody has set it up. */
export async function readIssuer(db: Db): Promise<IssuerSetting> {
  const setting = await db.setting.findUnique({ where: { key: ISSUER_SETTING_KEY }, select: { value: true } });
  return readIssuerSetting(setting?.value);
}
