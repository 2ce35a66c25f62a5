import { badgeToQr } from "@trame/shared";
import type { Workshop } from "../../paths/open-workshop.ts";

/** Somebody asks at the first station's tablet that a skill of theirs be corrected: « Le biais ». */
export async function askOwnRequest(shop: Workshop, badge: number): Promise<void> {
  const drawn = await shop.ask("POST", "/api/v1/stations/S01/key");
  const { key } = (await drawn.json()) as { key: string };
  const asked = { kind: "correction", about: "skills", words: "Le biais" };
  const response = await fetch(`${shop.http()}/api/v1/stations/S01/own-requests`, {
    method: "POST",
    headers: { authorization: `Bearer ${key}`, "content-type": "application/json" },
    body: JSON.stringify({ badge: badgeToQr(badge), ...asked }),
  });
  if (!response.ok) throw new Error(`own-requests: ${response.status} ${await response.text()}`);
}
