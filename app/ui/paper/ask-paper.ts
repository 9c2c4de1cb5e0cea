import { saveAnswerPath } from "~/paths";

export type PaperReply = { kind: "open"; deadlineAt: string; elsewhere: boolean } | { kind: "closed" };

/** A word that no other page has. `crypto.randomUUID` stands only where the address is secure. */
export function newDevice(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(12));
  return [...bytes].map((byte) => byte.toString(16).padStart(2, "0")).join("");
}

/** Takes the paper over for this page, or asks how it stands; null when no answer came. */
export async function askPaper(input: {
  attemptId: string;
  device: string;
  intent: "claim" | "look";
}): Promise<PaperReply | null> {
  const body = new URLSearchParams({ intent: input.intent, device: input.device });
  try {
    const response = await fetch(saveAnswerPath(input.attemptId), {
      method: "POST",
      body,
      redirect: "manual",
      headers: { accept: "application/json" },
    });
    return response.ok ? ((await response.json()) as PaperReply) : null;
  } catch {
    return null;
  }
}
