import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { cleanPhoto } from "../../../server/src/photos/clean-photo.ts";
import { type Extra, makeJpeg, makePng, makeWebp, type PhotoOptions } from "./make-photos.ts";

const SECRET = "48.6742,5.5521 LONS IPHONE";
/** Exif with an orientation and a place behind it. */
const TURNED = `Exif\0\0MM\0*\0\0\0\x08\0\x01\x01\x12\0\x03\0\0\0\x01\0\x06\0\0\0\0\0\0${SECRET}`;
const ZIP = Buffer.from("PK\x03\x04 a whole archive behind the image");

type Make = (options?: PhotoOptions) => Buffer;

const KINDS: readonly (readonly [string, Make, readonly Extra[]])[] = [
  [
    "JPEG",
    makeJpeg,
    [
      ["e0", `JFIF\0${SECRET}`],
      ["e1", `Exif\0\0${SECRET}`],
      ["fe", SECRET],
    ],
  ],
  [
    "PNG",
    makePng,
    [
      ["tEXt", SECRET],
      ["eXIf", SECRET],
      ["iTXt", SECRET],
      ["tIME", SECRET],
    ],
  ],
  [
    "WebP",
    makeWebp,
    [
      ["EXIF", SECRET],
      ["XMP ", SECRET],
    ],
  ],
];

function cleaned(bytes: Uint8Array): Buffer {
  const answer = cleanPhoto(bytes);
  return answer.ok ? Buffer.from(answer.photo.bytes) : Buffer.from(answer.fault);
}

describe.each(KINDS)("%s", (_name, make, extras) => {
  it("[TL13] keeps what draws it to the byte, and is the same cleaned twice", () => {
    const photo = make();
    expect(cleaned(photo).equals(photo)).toBe(true);
    expect(cleaned(cleaned(make({ extras }))).equals(cleaned(make({ extras })))).toBe(true);
  });

  it("[TL13] loses where, when and with what it was taken, and what is behind its end", () => {
    const told = Buffer.concat([make({ extras }), ZIP, Buffer.from(SECRET)]);
    expect(told.includes(SECRET)).toBe(true);
    expect(cleaned(told).includes(SECRET)).toBe(false);
    expect(cleaned(told).includes("PK")).toBe(false);
    expect(cleaned(told).equals(make())).toBe(true);
  });

  it("[TL13] is refused when it is cut anywhere, or asks for gigabytes", () => {
    const photo = make();
    for (let length = 0; length < photo.length; length++) {
      expect([length, cleanPhoto(photo.subarray(0, length)).ok]).toEqual([length, false]);
    }
    const bomb = { ok: false, fault: "photo-too-large" };
    expect(cleanPhoto(make({ width: 16_000, height: 16_000 }))).toEqual(bomb);
    expect(cleanPhoto(make({ width: 8_000, height: 8_000 }))).toEqual(bomb);
  });
});

describe("photos", () => {
  it("[TL13] a JPEG stays the right way up, and tells nothing else of its Exif", () => {
    const clean = cleaned(makeJpeg({ extras: [["e1", TURNED]] }));
    expect(clean.includes(SECRET)).toBe(false);
    expect(clean.subarray(2, 38).toString("latin1")).toBe(
      "\xff\xe1\0\x22Exif\0\0MM\0*\0\0\0\x08\0\x01\x01\x12\0\x03\0\0\0\x01\0\x06\0\0\0\0\0\0",
    );
  });

  it("[TL13] SVG, pages, archives and GIF are none", () => {
    const files = [
      "<svg onload=alert(1)>",
      "<!doctype html>",
      "PK\x03\x04",
      "GIF89a",
      "%PDF-1.7",
      "",
    ];
    for (const text of files) {
      expect(cleanPhoto(Buffer.from(text))).toEqual({ ok: false, fault: "photo-unreadable" });
    }
  });

  it("[TL13] any bytes are cleaned or refused, and never fail", () => {
    const heads = [makeJpeg(), makePng(), makeWebp()].map((photo) => photo.subarray(0, 12));
    const anything = fc.tuple(fc.constantFrom(...heads), fc.uint8Array({ maxLength: 200 }));
    fc.assert(
      fc.property(anything, ([head, rest]) => {
        expect(typeof cleanPhoto(Buffer.concat([head, rest])).ok).toBe("boolean");
      }),
      { numRuns: 300 },
    );
  });
});
