/** The agency that runs this site, as the head and the foot of every page and every certificate name it. */
export interface Agency {
  name: string;
  /** The superior body, written above the name; "" when there is none. */
  parentName: string;
  address: string;
  phone: string;
  supportEmail: string;
  /** False until an administrator has entered the agency. */
  configured: boolean;
}

export const UNCONFIGURED_AGENCY: Agency = {
  name: "Cơ quan chủ quản chưa được khai báo",
  parentName: "",
  address: "",
  phone: "",
  supportEmail: "",
  configured: false,
};

/** Reads what the setting "agency" holds; what it lacks stays empty, and without a name nothing is configured. */
export function agencyFromSetting(value: unknown): Agency {
  if (typeof value !== "object" || value === null) return UNCONFIGURED_AGENCY;
  const text = (field: string) => {
    const found = (value as Record<string, unknown>)[field];
    return typeof found === "string" ? found.normalize("NFC").trim() : "";
  };
  if (text("name") === "") return UNCONFIGURED_AGENCY;
  return {
    name: text("name"),
    parentName: text("parentName"),
    address: text("address"),
    phone: text("phone"),
    supportEmail: text("supportEmail"),
    configured: true,
  };
}
