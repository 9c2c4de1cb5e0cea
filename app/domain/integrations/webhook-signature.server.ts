import { createHmac, randomBytes } from "node:crypto";

/** Secrets and signatures as the Standard Webhooks specification writes them (standardwebhooks.com). */
const PREFIX = "whsec_";

export const makeSecret = () => PREFIX + randomBytes(32).toString("base64");

/** The headers of one try. With two secrets, while one is being replaced, there are two signatures and either suffices. */
export function signedHeaders(input: {
  id: string;
  at: Date;
  body: string;
  secrets: readonly string[];
}): Record<"webhook-id" | "webhook-timestamp" | "webhook-signature", string> {
  const timestamp = String(Math.floor(input.at.getTime() / 1000));
  const signed = `${input.id}.${timestamp}.${input.body}`;
  const signatures = input.secrets.map((secret) => {
    const key = Buffer.from(secret.slice(PREFIX.length), "base64");
    return `v1,${createHmac("sha256", key).update(signed, "utf8").digest("base64")}`;
  });
  return { "webhook-id": input.id, "webhook-timestamp": timestamp, "webhook-signature": signatures.join(" ") };
}
