/** The name that a certificate is known by, of "CN=…\nO=…" as node writes it: common name, else organization, else all of it. */
export function commonName(distinguished: string): string {
  return part(distinguished, "CN") ?? part(distinguished, "O") ?? distinguished.replace(/\n/g, ", ");
}

export function organizationOf(distinguished: string): string | null {
  return part(distinguished, "O");
}

function part(distinguished: string, key: string): string | null {
  const line = distinguished.split("\n").find((each) => each.startsWith(`${key}=`));
  return line?.slice(key.length + 1).trim() || null;
}
