// @vitest-environment happy-dom
import { act, cleanup, render } from "@testing-library/preact";
import { afterEach, describe, expect, it } from "vitest";
import { createDeskAge } from "../../../floor-ui/src/data/desk/desk-age.ts";
import { type Desk, DeskContext } from "../../../floor-ui/src/data/desk/desk-context.ts";
import { useRead } from "../../../floor-ui/src/data/desk/use-read.ts";
import { startPicture } from "../../../floor-ui/src/data/picture.ts";
import { type Screen, ScreenContext } from "../../../floor-ui/src/data/screen-context.ts";
import { createI18n, I18nContext } from "../../../floor-ui/src/i18n/i18n.ts";
import { DataAge } from "../../../floor-ui/src/pages/prepare/data-age.tsx";
import { madeUpBoard } from "../../browser/support/made-up-board.ts";
import { createFakeKeep } from "../support/fake-keep.ts";
import { createFakeSockets } from "../support/fake-socket.ts";
import { createFakeTime } from "../support/fake-time.ts";

const NOON = Date.parse("2026-11-23T11:00:00Z");
const i18n = createI18n("fr", "Europe/Paris");

function Machines() {
  return <p>{useRead<{ count: number }>("/api/v1/machines").value?.count ?? "…"}</p>;
}

/** A page that reads one thing, with a clock turned by hand, and a server that speaks until it is gone. */
async function openPage() {
  const board = { ...madeUpBoard(), serverTime: NOON };
  const { last, openSocket } = createFakeSockets();
  const { advance, monotonic, setTimer } = createFakeTime();
  const about = { openSocket, setTimer, monotonic, keep: createFakeKeep(), version: "v1" };
  const picture = startPicture({ ...about, random: () => 0.5, onUiVersion: () => {} });
  let asked = 0;
  let isThere = true;
  const api = {
    read() {
      asked += 1;
      const lost = { ok: false, status: 0, code: "unreached", message: "", faults: [] };
      return Promise.resolve(isThere ? { ok: true, value: { count: asked } } : lost);
    },
  };
  const desk = {
    api,
    age: createDeskAge(monotonic),
    session: { turn: createDeskAge(monotonic).round },
  };
  const hear = (at: number) =>
    last().tell({
      type: "snapshot",
      clock: 41,
      serverTime: at,
      board: { ...board, serverTime: at },
    });
  last().open();
  hear(NOON);
  const page = render(
    <I18nContext.Provider value={i18n}>
      <ScreenContext.Provider value={{ picture } as Screen}>
        <DeskContext.Provider value={desk as unknown as Desk}>
          <DataAge />
          <Machines />
        </DeskContext.Provider>
      </ScreenContext.Provider>
    </I18nContext.Provider>,
  );
  await act(() => undefined);
  let passed = 0;
  return {
    page,
    asked: () => asked,
    said: () => page.queryByRole("status")?.textContent ?? null,
    /** Time goes by; the server speaks every five seconds while it is there. */
    async pass(seconds: number) {
      for (let step = 0; step < seconds; step += 5) {
        await act(() => {
          advance(5_000);
          passed += 5_000;
          if (isThere) hear(NOON + passed);
        });
      }
    },
    async goAway() {
      isThere = false;
      await act(() => last().drop());
    },
    async comeBack() {
      isThere = true;
      await act(() => {
        last().open();
        hear(NOON + passed);
      });
    },
  };
}

describe("age of what a page of the desk shows", () => {
  afterEach(cleanup);

  it("[MD11] is said once it is 30 s, and gone when it is read again", async () => {
    const { page, pass, said } = await openPage();

    await pass(25);
    expect(said()).toBeNull();
    await pass(10);
    expect(said()).toBe("Données de 12\u00a0h\u00a000Relire");
    await act(() => page.getByText("Relire").click());
    await pass(5);

    expect(said()).toBeNull();
    expect(page.getByText("2")).toBeTruthy();
  });

  it("[MD11] says that nobody answers, stays with what was read, and goes when the server is back", async () => {
    const { asked, goAway, comeBack, page, pass, said } = await openPage();

    await goAway();
    await pass(35);
    const text = "Données de 12\u00a0h\u00a000\u00a0: le serveur ne répond plus.Relire";
    expect(said()).toBe(text);
    await act(() => page.getByText("Relire").click());
    await pass(60);
    expect(said()).toBe(text);
    expect(page.getByText("1")).toBeTruthy();
    await comeBack();
    await pass(5);

    expect([asked(), said()]).toEqual([3, null]);
  });

  it("[MD11] is that of what was read first, as long as it is shown", () => {
    let at = 10;
    const age = createDeskAge(() => at);
    const [first, second] = [age.follow(), age.follow()];
    first.read();
    at = 20;
    second.read();
    expect(age.readAt.value).toBe(10);
    first.end();
    expect(age.readAt.value).toBe(20);
    second.missed(true);
    expect([age.readAt.value, age.isUnreached.value]).toEqual([20, true]);
  });
});
