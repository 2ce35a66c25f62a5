import { describe, expect, it } from "vitest";
import { makeJpeg, makePng, makeWebp } from "../../photos/make-photos.ts";
import { openFloor } from "../floor/floor-http.ts";
import { TOKEN } from "../support/open-http.ts";
import { MASK, openCatalogue } from "./catalogue-http.ts";

const PNG = makePng();

describe("photos", () => {
  it.each([
    ["image/png", PNG],
    ["image/jpeg", makeJpeg()],
    ["image/webp", makeWebp()],
  ])(
    "[O22] a photo %s comes back byte for byte, as what it is and for ever",
    async (type, bytes) => {
      const http = await openCatalogue({ isEmpty: true });

      const sent = await http.ask("POST", "/api/v1/photos", {
        token: TOKEN,
        headers: { "content-type": "application/octet-stream" },
        body: bytes,
      });
      const { id } = sent.json as { id: string };
      const photo = await http.get(`/photos/${id}`);

      expect(id).toMatch(/^[0-9a-f]{64}$/);
      expect(photo.headers).toMatchObject({
        "content-type": type,
        "cache-control": "public, max-age=31536000, immutable",
        "x-content-type-options": "nosniff",
      });
      expect(photo.bytes.equals(bytes)).toBe(true);
      expect(await http.put("/styles/MASQUE", { ...MASK, photo: id })).toMatchObject({
        status: 200,
      });
    },
  );

  it("[QS8] a station sends a photo with its own key, and with no other", async () => {
    const floor = await openFloor();
    const { key } = await floor.send<{ key: string }>("POST", "/stations/S04/key");
    const send = (token: string | null) =>
      floor.ask("POST", "/api/v1/photos", {
        token,
        headers: { "content-type": "image/png" },
        body: PNG,
      });

    const answers = [await send(key), await send("wrong"), await send(null)];

    expect(answers.map(({ status }) => status)).toEqual([200, 401, 401]);
  });

  it("[O22] what is no photo is refused, whatever it says that it is", async () => {
    const http = await openCatalogue({ isEmpty: true });
    const send = (body: object | string | undefined, type: string) =>
      http.ask("POST", "/api/v1/photos", {
        token: TOKEN,
        headers: { "content-type": type },
        ...(body !== undefined && { body }),
      });

    const page = Buffer.from("<svg onload=alert(1)>");
    for (const type of ["image/png", "image/svg+xml", "application/json"]) {
      expect(await send(page, type)).toMatchObject({
        status: 415,
        json: {
          code: "photo-unreadable",
          message:
            "Ce fichier n’est pas une photo JPEG, PNG ou WebP\u00a0: choisissez-en une autre.",
        },
      });
    }
    const told = makeJpeg({ extras: [["e1", "Exif\0\0 48.6742,5.5521"]] });
    const { id } = (await send(told, "image/jpeg")).json as { id: string };
    expect((await http.get(`/photos/${id}`)).bytes.equals(makeJpeg())).toBe(true);
    const bomb = makePng({ width: 60_000, height: 60_000 });
    expect(await send(bomb, "image/png")).toMatchObject({
      status: 413,
      json: { code: "photo-too-large" },
    });
    expect(await send(undefined, "image/png")).toMatchObject({ status: 415 });
    const large = Buffer.concat([PNG, Buffer.alloc(2 * 1_024 * 1_024)]);
    expect(await send(large, "image/png")).toMatchObject({ status: 413 });
    expect(await http.get(`/photos/${"0".repeat(64)}`)).toMatchObject({
      status: 404,
      json: { code: "photo-absent" },
    });
  });
});
