import { useEffect, useState } from "react";
import type { PresenceAnswer } from "~/domain/courses/drafts/lesson-editor";
import { draftFilesPath } from "~/paths";

const EVERY = 10_000;

/** Tells the server that this page is open, and hears who else is there. */
export function usePresence(slug: string, path: string): PresenceAnswer | null {
  const [present, setPresent] = useState<PresenceAnswer | null>(null);
  useEffect(() => {
    const address = draftFilesPath(slug);
    const headers = { "Content-Type": "application/json" };
    let ended = false;
    const beat = async () => {
      if (document.visibilityState === "hidden") return;
      const body = JSON.stringify({ intent: "here", path });
      const response = await fetch(address, { method: "POST", body, headers, redirect: "manual" }).catch(() => null);
      if (!ended && response?.ok) setPresent((await response.json()) as PresenceAnswer);
    };
    const gone = () => {
      const body = JSON.stringify({ intent: "gone" });
      void fetch(address, { method: "POST", body, headers, keepalive: true }).catch(() => undefined);
    };
    const seen = () => void beat();
    seen();
    const timer = setInterval(seen, EVERY);
    window.addEventListener("pagehide", gone);
    document.addEventListener("visibilitychange", seen);
    return () => {
      ended = true;
      clearInterval(timer);
      window.removeEventListener("pagehide", gone);
      document.removeEventListener("visibilitychange", seen);
    };
  }, [slug, path]);
  return present;
}
