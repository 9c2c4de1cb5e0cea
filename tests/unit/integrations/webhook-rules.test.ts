import { createHmac } from "node:crypto";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { expiryOf, judgeToken, RATE_LIMIT, type UsedToken } from "~/domain/integrations/api-token";
import { hashToken, makeToken, tokenOf } from "~/domain/integrations/api-token-secret.server";
import { addressFault, mayConnect } from "~/domain/integrations/webhook-address.server";
import { concerns, type TrailEvent, messagesOf } from "~/domain/integrations/webhook-event";
import { GIVEN_UP_AFTER, nextTryAt, restUntil } from "~/domain/integrations/webhook-retry";
import { makeSecret, signedHeaders } from "~/domain/integrations/webhook-signature.server";

const now = new Date("2026-11-26T03:00:00Z");
const strict = { production: true, allowedNetworks: [] };
const relaxed = { production: false, allowedNetworks: [] };

describe("tries", () => {
  test("the pauses grow, the day is used to its end, and then it is given up", () => {
    let at = now;
    const pauses: number[] = [];
    for (let tries = 1; ; tries++) {
      const next = nextTryAt({ tries, firstTryAt: now, now: at });
      if (next === null) break;
      pauses.push(next.getTime() - at.getTime());
      at = next;
      expect(tries).toBeLessThan(30);
    }
    expect(at.getTime() - now.getTime()).toBe(GIVEN_UP_AFTER);
    expect(pauses.slice(0, 4)).toEqual([10_000, 30_000, 120_000, 300_000]);
    expect(pauses.length).toBeGreaterThan(10);
  });

  test("the next try lies ahead, within the day, whenever one is made", () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 100 }),
        fc.integer({ min: 0, max: 2 * GIVEN_UP_AFTER }),
        (tries, passed) => {
          const at = new Date(now.getTime() + passed);
          const next = nextTryAt({ tries, firstTryAt: now, now: at });
          if (next === null) return passed >= GIVEN_UP_AFTER;
          return next > at && next.getTime() <= now.getTime() + GIVEN_UP_AFTER;
        },
      ),
    );
  });

  test("an address that is silent rests, one that says no to a message does not", () => {
    const outcome = { status: null, fault: null, milliseconds: 1, retryAfterSeconds: null };
    const next = new Date(now.getTime() + 10_000);
    expect(restUntil({ ...outcome, fault: "time-out" }, next, now)).toEqual(next);
    expect(restUntil({ ...outcome, fault: "status", status: 500 }, next, now)).toBeNull();
    const asked = restUntil({ ...outcome, fault: "status", status: 429, retryAfterSeconds: 60 }, next, now);
    expect(asked).toEqual(new Date(now.getTime() + 60_000));
  });
});

describe("addresses that may be told", () => {
  test.each([
    "http://example.org/hook",
    "https://10.1.2.3/hook",
    "https://127.0.0.1/hook",
    "https://localhost/hook",
    "https://169.254.169.254/latest/meta-data",
    "https://[::1]/hook",
    "https://[fd00::1]/hook",
    "https://[::ffff:10.0.0.1]/hook",
    "https://0x7f.1/hook",
    "https://2130706433/hook",
    "https://user:word@example.org/hook",
    "ftp://example.org/",
    "example.org",
  ])("%s is refused where people work", (url) => {
    expect(addressFault(url, strict)).not.toBeNull();
  });

  test("a public name over HTTPS is taken; this machine only outside production", () => {
    expect(addressFault("https://danhgia.angiang.gov.vn/nhan", strict)).toBeNull();
    expect(addressFault("http://localhost:4000/hook", relaxed)).toBeNull();
    expect(addressFault("http://127.0.0.1:4000/hook", relaxed)).toBeNull();
    expect(addressFault("http://example.org/hook", relaxed)).toBe("not-https");
  });

  test("a network of the agency's own is reached when the settings name it, and no other", () => {
    const settings = { production: true, allowedNetworks: ["10.1.2.0/24", "fd00:1::/64"] };
    expect(["10.1.2.9", "fd00:1::5", "8.8.8.8"].map((ip) => mayConnect(ip, settings))).toEqual([true, true, true]);
    expect(["10.1.3.9", "fd00:2::5", "::ffff:7f00:1", "kein-ip"].map((ip) => mayConnect(ip, settings))).toEqual([
      false,
      false,
      false,
      false,
    ]);
  });
});

describe("messages", () => {
  const event: TrailEvent = {
    id: "77",
    at: now,
    action: "certificate.issued",
    subjectType: "certificate",
    subjectId: "3b241101-e2bb-4255-8caf-4136c566a962",
    unitPath: "AG/SNV",
    officialId: "9c858901-8a57-4791-81fe-4c455b099bc9",
    serial: "ABCD2345",
    completionId: null,
    courseId: null,
    cycle: "2026",
    amends: [],
  };

  test("go to the units above and to nobody beside; what is of no person goes to everybody below too", () => {
    expect(["AG", "AG/SNV", "AG/SNV/A", "AG/SN"].map((path) => concerns(event, path))).toEqual([
      true,
      true,
      false,
      false,
    ]);
    const period = { unitPath: "AG", officialId: null };
    expect(["AG", "AG/SNV"].map((path) => concerns(period, path))).toEqual([true, true]);
    expect(concerns({ unitPath: null, officialId: "x" }, "AG")).toBe(false);
  });

  test("hold ids and links, the same bytes each time", () => {
    const links = {
      certificate: (serial: string) => `https://x/api/${serial}`,
      evidence: (id: string) => `https://x/${id}`,
      amendments: (id: string) => `https://x/${id}/amendments`,
    };
    const [message] = messagesOf(event, links);
    expect(JSON.stringify(message)).toBe(JSON.stringify(messagesOf({ ...event }, links)[0]));
    expect(message).toMatchObject({
      type: "certificate.issued",
      timestamp: "2026-11-26T03:00:00.000Z",
      data: { serial: "ABCD2345", links: { certificate: "https://x/api/ABCD2345" } },
    });
  });

  test("say besides that the figures of a closed period may be amended", () => {
    const links = {
      certificate: (serial: string) => serial,
      evidence: (id: string) => `https://x/${id}`,
      amendments: (id: string) => `https://x/${id}/amendments`,
    };
    const messages = messagesOf({ ...event, amends: ["p-1", "p-2"] }, links);
    expect(messages.map(({ type }) => type)).toEqual(["certificate.issued", "period.amended"]);
    expect(messages[1]!.data).toMatchObject({
      periods: ["p-1", "p-2"],
      links: {
        evidence: ["https://x/p-1", "https://x/p-2"],
        amendments: ["https://x/p-1/amendments", "https://x/p-2/amendments"],
      },
    });
    const closed = {
      ...event,
      action: "evaluation.closed",
      subjectType: "evaluation-period",
      officialId: null,
      serial: null,
    };
    expect(messagesOf(closed, links)).toMatchObject([{ type: "period.closed", data: { periods: [event.subjectId] } }]);
  });

  // The example of the specification: github.com/standard-webhooks/standard-webhooks.
  test("are signed as the Standard Webhooks specification signs its example", () => {
    const headers = signedHeaders({
      id: "msg_p5jXN8AQM9LWM0D4loKWxJek",
      at: new Date(1_614_265_330_000),
      body: '{"test": 2432232314}',
      secrets: ["whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw"],
    });
    expect(headers["webhook-signature"]).toBe("v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=");
  });

  test("bear two signatures while a secret is being replaced", () => {
    const secrets = [makeSecret(), makeSecret()];
    const { "webhook-signature": signature } = signedHeaders({ id: "m", at: now, body: "{}", secrets });
    const expected = secrets.map((secret) => {
      const key = Buffer.from(secret.replace("whsec_", ""), "base64");
      return `v1,${createHmac("sha256", key)
        .update(`m.${now.getTime() / 1000}.{}`)
        .digest("base64")}`;
    });
    expect(signature).toBe(expected.join(" "));
  });
});

describe("tokens", () => {
  const token: UsedToken = {
    id: "t",
    name: "Phần mềm đánh giá",
    scopes: ["evidence:read"],
    unitPath: "AG",
    expiresAt: new Date("2027-01-01T00:00:00Z"),
    revokedAt: null,
    windowCount: 1,
    windowStart: now,
  };

  test("are admitted for what they are for, as long as they hold, within their measure", () => {
    expect(judgeToken(token, "evidence:read", now)).toEqual({ kind: "admitted", remaining: RATE_LIMIT - 1 });
    expect(judgeToken(token, "events:read", now)).toEqual({ kind: "refused", reason: "scope" });
    expect(judgeToken({ ...token, expiresAt: now }, "evidence:read", now)).toMatchObject({ reason: "expired" });
    expect(judgeToken({ ...token, revokedAt: now }, "evidence:read", now)).toMatchObject({ reason: "revoked" });
    expect(judgeToken(null, "evidence:read", now)).toMatchObject({ reason: "unknown" });
    const late = new Date(now.getTime() + 45_500);
    expect(judgeToken({ ...token, windowCount: RATE_LIMIT + 1 }, "evidence:read", late)).toEqual({
      kind: "too-many",
      retryAfterSeconds: 15,
    });
  });

  test("are taken out of a header as they were made, and nothing else is taken for one", () => {
    const { token: made, tokenHash, hint } = makeToken();
    expect(tokenOf(`Bearer ${made}`)).toBe(made);
    expect(hashToken(made)).toBe(tokenHash);
    expect(made.startsWith(hint)).toBe(true);
    expect([null, "", made, `Basic ${made}`, `Bearer ${made}x`, "Bearer abc"].map(tokenOf)).toEqual(
      Array.from({ length: 6 }, () => null),
    );
  });

  test("live until the end of a day within a year", () => {
    expect(expiryOf("2026-11-26", now)).toEqual(new Date("2026-11-26T17:00:00Z"));
    expect(expiryOf("2026-11-25", now)).toBeNull();
    expect(expiryOf("2027-11-27", now)).not.toBeNull();
    expect(expiryOf("2027-11-28", now)).toBeNull();
  });
});
