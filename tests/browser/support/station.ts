import type { StationView } from "@trame/shared";
import type { Browser, Page } from "playwright-core";
import { CONTENT_SECURITY_POLICY } from "../../../server/src/api/security.ts";
import { createFakeFloor, type FakeFloor, STATION_KEY, stationView } from "./fake-floor.ts";
import { type FakeApi, type FakeServer, startFakeServer } from "./fake-server.ts";
import { madeUpBoard } from "./made-up-board.ts";

/** A station's page in a browser, and the made-up floor behind it. */
export interface OpenedStation {
  readonly page: Page;
  readonly floor: FakeFloor;
  readonly server: FakeServer;
  /** Console errors, page errors and requests to another origin. */
  readonly trouble: string[];
  close(): Promise<void>;
}

export interface StationOptions {
  readonly view?: Partial<StationView>;
  readonly viewport?: { readonly width: number; readonly height: number };
  /** `?theme=dark`. */
  readonly query?: string;
  /** Another station, or none of the key. */
  readonly path?: string;
  /** What answers before the made-up floor does. */
  readonly api?: FakeApi;
  /** Runs in the page before anything else. */
  readonly before?: () => void;
}

/** Opens `/station/S05` with its key, on a tablet of 1280 by 800. */
export async function openStation(
  { browser, dist }: { readonly browser: Browser; readonly dist: string },
  options: StationOptions = {},
): Promise<OpenedStation> {
  const floor = createFakeFloor(stationView(options.view));
  const server = await startFakeServer(dist, madeUpBoard(), {
    api: (asked) => options.api?.(asked) ?? floor.api(asked),
    policy: CONTENT_SECURITY_POLICY,
  });
  const viewport = options.viewport ?? { width: 1280, height: 800 };
  // A page would fetch all screens once more to keep them, a third of what its test costs: `tablet.test.ts` is about that.
  const context = await browser.newContext({ viewport, serviceWorkers: "block" });
  const page = await context.newPage();
  const trouble: string[] = [];
  page.on("pageerror", (error) => trouble.push(error.message));
  page.on("console", (message) => {
    if (message.type() === "error") trouble.push(message.text());
  });
  page.on("request", (request) => {
    if (!request.url().startsWith(server.url)) trouble.push(request.url());
  });
  if (options.before !== undefined) await page.addInitScript(options.before);
  const path = options.path ?? `/station/S05${options.query ?? ""}#${STATION_KEY}`;
  await page.goto(server.url + path);
  // A tablet with a key is ready once it knows what the server says of its station.
  await page.locator(options.path === undefined ? ".station:not(.notice)" : ".station").waitFor();
  return {
    page,
    floor,
    server,
    trouble,
    async close() {
      await context.close();
      await server.close();
    },
  };
}

/** What the keys of the top row write without shift on a French keyboard. */
const AZERTY: Readonly<Record<string, string>> = {
  "1": "&",
  "2": "é",
  "3": '"',
  "4": "'",
  "5": "(",
  "6": "-",
  "7": "è",
  "8": "_",
  "9": "ç",
  "0": "à",
};

/** As a scanner that types does: true keys, 4 ms apart, then Enter; `azerty` where the tablet has a French layout. */
export async function wedge(page: Page, text: string, layout: "qwerty" | "azerty" = "qwerty") {
  const session = await page.context().newCDPSession(page);
  const began = Date.now() / 1000;
  const strokes = [...text.toUpperCase()].map((sign) => ({
    code: /\d/.test(sign) ? `Digit${sign}` : `Key${sign}`,
    key: layout === "azerty" ? (AZERTY[sign] ?? sign.toLowerCase()) : sign,
  }));
  const all = [...strokes, { code: "Enter", key: "Enter" }];
  for (const [index, { code, key }] of all.entries()) {
    const typed = key === "Enter" ? "\r" : key;
    const timestamp = began + index * 0.004;
    const common = { code, key, timestamp };
    const press = { type: "keyDown", text: typed, unmodifiedText: typed } as const;
    await session.send("Input.dispatchKeyEvent", { ...common, ...press });
    await session.send("Input.dispatchKeyEvent", { ...common, type: "keyUp" });
  }
  await session.detach();
}
