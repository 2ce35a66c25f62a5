import type { NativePublication } from "@trame/broker";
import { describe, expect, it } from "vitest";
import { createIngest } from "../../../server/src/ingest/create-ingest.ts";
import type { Entry } from "../../../server/src/store/entries.ts";

function entriesOf(kind: NativePublication["kind"], text: string): Entry[] {
  const recorded: Entry[] = [];
  const ingest = createIngest({
    now: () => 1_000,
    record: async (entries) => void recorded.push(...entries),
  });
  const topic = `trame/v1/esp-01/${kind}`;
  void ingest({ make: "trame", deviceId: "esp-01", kind, topic, payload: Buffer.from(text) });
  return recorded;
}

describe("a publication that can't be read", () => {
  it.each([
    ["status", '{"online":"yes"}', "status-invalid"],
    ["status", "up", "status-invalid"],
    ["counts", "up", "not-json"],
    ["events", '{"boot":"x"}', "boot-invalid"],
  ] as const)("[Q7] as %s, %s is told as %s", (kind, text, fault) => {
    expect(entriesOf(kind, text)).toEqual([
      {
        kind: "quarantine",
        deviceId: "esp-01",
        received: 1_000,
        topic: `trame/v1/esp-01/${kind}`,
        payload: Buffer.from(text),
        index: -1,
        fault,
      },
    ]);
  });
});
