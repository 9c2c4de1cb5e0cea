import { notFound } from "~/domain/problem";

/** Every address that no other route knows. */
export function loader() {
  throw notFound("no such address");
}

export const action = loader;

export default function UnknownAddress() {
  return null;
}
