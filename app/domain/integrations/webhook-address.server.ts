import { BlockList, isIP } from "node:net";

export interface AddressSettings {
  /** Addresses of the agency's own network that may be told, as "10.1.2.0/24" or "10.1.2.3". */
  allowedNetworks: readonly string[];
  /** Outside production this machine may be told, over plain HTTP too. */
  production: boolean;
}

export type AddressFault = "not-a-url" | "not-https" | "with-password" | "private";

/** Networks that no stranger's address may lead into (RFC 6890 and what is like it). */
const PRIVATE: readonly string[] = [
  "0.0.0.0/8",
  "10.0.0.0/8",
  "100.64.0.0/10",
  "127.0.0.0/8",
  "169.254.0.0/16",
  "172.16.0.0/12",
  "192.0.0.0/24",
  "192.0.2.0/24",
  "192.88.99.0/24",
  "192.168.0.0/16",
  "198.18.0.0/15",
  "198.51.100.0/24",
  "203.0.113.0/24",
  "224.0.0.0/4",
  "240.0.0.0/4",
  "::/127",
  "64:ff9b::/96",
  "64:ff9b:1::/48",
  "100::/64",
  "2001::/23",
  "2001:db8::/32",
  "2002::/16",
  "fc00::/7",
  "fe80::/10",
  "fec0::/10",
  "ff00::/8",
];

function listOf(networks: readonly string[]): BlockList {
  const list = new BlockList();
  for (const network of networks) {
    const [address = "", bits] = network.split("/");
    const family = isIP(address) === 6 ? "ipv6" : "ipv4";
    list.addSubnet(address, bits === undefined ? (family === "ipv6" ? 128 : 32) : Number(bits), family);
  }
  return list;
}

const privateOnes = listOf(PRIVATE);
const loopback = listOf(["127.0.0.0/8", "::1"]);
const mapped = listOf(["::ffff:0:0/96"]);

/** May a connection be made to this address (an IP, never a name)? */
export function mayConnect(ip: string, settings: AddressSettings): boolean {
  const plain = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(ip)?.[1] ?? ip;
  const family = isIP(plain);
  if (family === 0) return false;
  const kind = family === 6 ? "ipv6" : "ipv4";
  // An IPv4 address written as IPv6 in another way ("::ffff:7f00:1") is nobody's real address.
  if (family === 6 && mapped.check(plain, "ipv6")) return false;
  if (settings.allowedNetworks.length > 0 && listOf(settings.allowedNetworks).check(plain, kind)) return true;
  if (!settings.production && loopback.check(plain, kind)) return true;
  return !privateOnes.check(plain, kind);
}

/**
 * Looks at an address as it was typed. A name is looked at again at each connection, by what it then leads to: it may lead
 * elsewhere tomorrow.
 */
export function addressFault(text: string, settings: AddressSettings): AddressFault | null {
  if (!URL.canParse(text)) return "not-a-url";
  const url = new URL(text);
  if (!["http:", "https:"].includes(url.protocol)) return "not-a-url";
  if (url.username !== "" || url.password !== "") return "with-password";
  const host = url.hostname.replace(/^\[|\]$/g, "");
  const here = host === "localhost" || host.endsWith(".localhost") || (isIP(host) !== 0 && isLoopback(host));
  if (here && settings.production && !(isIP(host) !== 0 && mayConnect(host, settings))) return "private";
  if (url.protocol === "http:" && !(here && !settings.production)) return "not-https";
  return isIP(host) !== 0 && !mayConnect(host, settings) ? "private" : null;
}

function isLoopback(ip: string): boolean {
  return loopback.check(ip, isIP(ip) === 6 ? "ipv6" : "ipv4");
}
