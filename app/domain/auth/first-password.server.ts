import { randomInt } from "node:crypto";
import { checkPasswordStrength } from "./password-rule";

/** No sign that looks like another one when it is read off paper. */
const SIGNS = "abcdefghijkmnpqrstuvwxyz23456789";

/** "k7mf-pq3x-9hnd": sixty bits, easy to read out and to type, and to be changed at the first sign-in. */
export function makeFirstPassword(identifier: string): string {
  for (;;) {
    const password = [group(), group(), group()].join("-");
    if (checkPasswordStrength(password, identifier) === null) return password;
  }
}

function group(): string {
  return Array.from({ length: 4 }, () => SIGNS[randomInt(SIGNS.length)]).join("");
}
