import { OWN_DATA_PART_NAMES, OWN_DATA_PARTS, type OwnData } from "./parts";

/** The format of data.json; a field that is taken away or means something else makes it another one. */
export const OWN_DATA_FORMAT = 1;

/** data.json: every part with its rows and with what its fields are called. */
export function ownDataJson(input: { data: OwnData; person: string; agency: string; at: Date }): string {
  const parts = OWN_DATA_PART_NAMES.map((name) => [name, { ...OWN_DATA_PARTS[name], rows: input.data[name] }]);
  return JSON.stringify(
    {
      format: `chuan-muc/own-data/${OWN_DATA_FORMAT}`,
      person: input.person,
      agency: input.agency,
      exportedAt: input.at,
      parts: Object.fromEntries(parts) as object,
    },
    null,
    2,
  );
}
