import { notFound } from "~/domain/problem";

/** An address of the API that there is not: a program gets a problem in JSON, not a page. */
export function loader(): never {
  throw notFound("no such address of the API");
}
