import { notFound } from "~/domain/problem";

/** Every address that no other route knows. */
export async function loader(): Promise<never> {
  throw notFound("no such address");
}

export const action = loader;

export default function UnknownAddress() {
  return null;
}
