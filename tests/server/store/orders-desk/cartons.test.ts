import { describe, expect, it } from "vitest";
import { ofKits, openKitRoom } from "./kit-room.ts";

/** With five kits complete: all polos, half the sweatshirts. */
function openHalf() {
  const room = openKitRoom();
  for (const code of room.bundles.polos) room.make(code);
  room.make(room.bundles.sweats[0] ?? "");
  return room;
}

const stockOf = (inCartons: number) => ({
  kind: "kits",
  kits: [{ size: "S", ordered: 10, complete: 5, inCartons }],
});

describe("cartons of an order", () => {
  it("[OD6] hold what is complete, and not one kit more", () => {
    const { cartons, pack } = openHalf();

    expect(pack(ofKits(3))).toMatchObject({ ok: true, value: { number: 1, openedAt: null } });
    expect(pack(ofKits(3))).toEqual({
      ok: false,
      refusal: { code: "carton-kits-short", path: "/kits/0/kits", blanks: { left: 2, what: "S" } },
    });
    expect(cartons()?.stock).toEqual(stockOf(3));
    expect(pack(ofKits(2))).toMatchObject({ ok: true, value: { number: 2 } });
    expect(cartons()?.cartons.map(({ number }) => number)).toEqual([1, 2]);
  });

  it("[OD7] pack the kits that nobody noted, and keep them from being opened", () => {
    const { id, kits, ledger, now, open, pack } = openHalf();
    const packKits = (count: number, key: string) =>
      ledger.catalogue.packKits({ orderId: id, key, kits: count }, now);
    packKits(2, "packed-1");

    pack(ofKits(3));
    expect(kits()).toMatchObject({ packed: 3 });
    expect(packKits(-1, "opened-1")).toEqual({
      ok: false,
      refusal: { code: "kits-in-cartons", path: "/kits", blanks: { kits: 3 } },
    });

    open(1);
    expect(kits()).toMatchObject({ packed: 2 });
    expect(packKits(-1, "opened-2")).toMatchObject({ ok: true, value: { packed: 1 } });
  });

  it("[OD7] end the order with its last kit, and let it run again when one is opened", () => {
    const { id, make, bundles, open, pack, reads } = openHalf();
    make(bundles.sweats[1] ?? "");
    const state = () => reads.readOrder(id)?.order.state;

    pack(ofKits(10));
    expect(state()).toBe("done");
    open(1);
    expect(state()).toBe("running");
  });

  it("[OD8] are made once per key, and never get a number again", () => {
    const { cartons, open, pack } = openHalf();
    const first = pack(ofKits(2), "the-same-key");

    expect(pack(ofKits(2), "the-same-key")).toEqual(first);
    expect(pack(ofKits(1), "the-same-key")).toEqual({
      ok: false,
      refusal: { code: "carton-key-taken", path: "/key" },
    });
    open(1);
    expect(open(1)).toMatchObject({ ok: false, refusal: { code: "carton-opened" } });
    expect(cartons()?.stock).toEqual(stockOf(0));
    expect(pack(ofKits(5))).toMatchObject({ ok: true, value: { number: 2 } });
    expect(cartons()?.cartons).toMatchObject([{ number: 1 }, { number: 2, openedAt: null }]);
  });

  it("[OD8] stay as they were written: a row can't be edited", () => {
    const { open, pack, sqlite } = openHalf();
    pack(ofKits(2));
    open(1);

    for (const edit of ["cartons SET packed_at = 0", "cartons_opened SET opened_at = 0"]) {
      expect(() => sqlite.exec(`UPDATE ${edit}`)).toThrow("append-only");
    }
  });

  it("[OD6] of a closed order can't be made, nor be opened", () => {
    const { id, ledger, now, open, pack } = openHalf();
    pack(ofKits(2));
    ledger.catalogue.changeOrder({ id, changes: { state: "closed", abandon: true } }, now);
    const refusal = { code: "pack-order-closed", blanks: { id } };

    expect([pack(ofKits(1)), open(1)]).toEqual([
      { ok: false, refusal },
      { ok: false, refusal },
    ]);
  });
});
