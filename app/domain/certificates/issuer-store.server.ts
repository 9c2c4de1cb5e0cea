import type { Db } from "~/platform/db.server";
import { ISSUER_SETTING_KEY, readIssuerSetting, type IssuerSetting } from "./issuer";

/** Who issues certificates; says plainly (`configured: false`, `missing`) when nobody has set it up. */
export async function readIssuer(db: Db): Promise<IssuerSetting> {
  const setting = await db.setting.findUnique({ where: { key: ISSUER_SETTING_KEY }, select: { value: true } });
  return readIssuerSetting(setting?.value);
}
