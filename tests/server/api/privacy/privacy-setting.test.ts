import type { PrivacySetting, StationView } from "@trame/shared";
import { PRIVACY } from "@trame/shared";
import { describe, expect, it } from "vitest";
import { openFloor } from "../floor/floor-http.ts";
import { openHttp, TOKEN } from "../support/open-http.ts";
import { decide, PRIVACY_PATH } from "../support/privacy.ts";

const ADMIN = { token: TOKEN };
const DAY = "2026-11-23";

describe("the privacy setting over HTTP", () => {
  it("[PR1] is the strictest until somebody decided otherwise", async () => {
    const http = await openHttp();
    expect(await http.get(PRIVACY_PATH, ADMIN)).toMatchObject({ status: 200, json: PRIVACY });
  });

  it("[PR2] takes a step up with a reason and a day, and puts both in the journal", async () => {
    const floor = await openFloor();
    const bare = await decide(floor, { mode: "own", reason: null });
    const early = await decide(floor, { mode: "own", since: "2026-11-24" });
    const told = await decide(floor, { mode: "own", reason: "  Demandé par l’équipe " });
    const expected = { ...PRIVACY, mode: "own", reason: "Demandé par l’équipe", since: DAY };
    expect([bare, early, told].map(({ status, json }) => [status, Object(json).path])).toEqual([
      [422, "/reason"],
      [422, "/since"],
      [200, undefined],
    ]);
    expect((await floor.get(PRIVACY_PATH, ADMIN)).json).toEqual(expected);
    const journal = await floor.get("/api/v1/journal?of=settings", ADMIN);
    expect(Object(journal.json).entries[0]).toMatchObject({
      ...{ kind: "setting", subject: "privacy", reason: expected.reason },
      ...{ before: null, after: { value: expected } },
    });
  });

  it("[PR2] takes a step down at once, without a reason, and dates it", async () => {
    const floor = await openFloor();
    await decide(floor, { mode: "own", myDay: true });
    floor.setNow("2026-11-25T10:00:00+01:00");
    const down = await decide(floor, { mode: "team", myDay: false, reason: null, since: null });
    expect(down).toMatchObject({
      ...{ status: 200, json: { mode: "team", myDay: false, since: "2026-11-25" } },
    });
  });

  it("[PR2] refuses what is out of the limits of retention, and what is no setting", async () => {
    const http = await openHttp();
    const wrong = [
      { retention: { ...PRIVACY.retention, assignmentsDays: 3_650 } },
      { retention: { ...PRIVACY.retention, samplesDays: 0 } },
      { mode: "all" as PrivacySetting["mode"] },
      { more: true },
    ];
    const answers = await Promise.all(wrong.map((parts) => decide(http, parts)));
    expect(answers.map(({ status }) => status)).toEqual([422, 422, 422, 422]);
  });

  it("[PR3] [PR8] names one account that accompanies, which is open, and the documents name it", async () => {
    const floor = await openFloor();
    const account = { name: "Nadia", role: "supervisor", password: "un mot de passe bien long" };
    const made = await floor.ask("POST", "/api/v1/accounts", { ...ADMIN, body: account });
    const id = String(Object(made.json).id);
    const consultation = { body: "CSE", date: "2026-11-02" } as const;
    const accompany = (supervisorId: string) =>
      decide(floor, { mode: "accompanied", consultation, supervisorId });
    expect(await accompany("nobody")).toMatchObject({
      ...{ status: 422, json: { code: "privacy-supervisor-unknown", path: "/supervisorId" } },
    });
    expect((await accompany(id)).status).toBe(200);
    const notice = await floor.get("/api/v1/privacy/documents/notice", ADMIN);
    expect([notice.status, notice.text.includes("Nadia")]).toEqual([200, true]);
    expect((await floor.get("/api/v1/privacy/documents/other", ADMIN)).status).toBe(422);
  });

  it("[SE1] is not written over what somebody else decided meanwhile", async () => {
    const http = await openHttp();
    const { headers } = await http.get(PRIVACY_PATH, ADMIN);
    await decide(http, { stationFigures: false });
    const late = await http.ask("PUT", PRIVACY_PATH, {
      ...ADMIN,
      headers: { "if-match": String(headers["etag"]) },
      body: PRIVACY,
    });
    expect(late).toMatchObject({ status: 412, json: { code: "changed-meanwhile" } });
  });

  it("[PR4] [PR5] tells pieces beside a pseudonym to the station alone, and only with « Ma journée »", async () => {
    const floor = await openFloor();
    await floor.send("POST", "/operators", { id: "fleur", pseudonym: "Fleur", badge: 412 });
    const { badgeCode } = (
      await floor.send<{ operators: { badgeCode: string }[] }>("GET", "/operators")
    ).operators[0] ?? { badgeCode: "" };
    const { assignmentId } = await floor.act("/badges", "S01", {
      ...{ badge: badgeCode, direction: "in" },
    });
    const [done = "", open = ""] = floor.codes;
    await floor.scan("S01", done, { assignmentId });
    await floor.finish("S01", done, { good: 50, assignmentId });
    await floor.scan("S01", open, { assignmentId });
    const day = (view: StationView) => [
      view.myDay,
      view.present.map(({ pseudonym, dayPieces }) => [pseudonym, dayPieces]),
      view.open.map((bundle) => bundle.assignmentId),
    ];
    const closed = day(await floor.tablet("S01"));
    await decide(floor, { myDay: true });
    expect([closed, day(await floor.tablet("S01"))]).toEqual([
      [false, [["Fleur", null]], [assignmentId]],
      [true, [["Fleur", 50]], [assignmentId]],
    ]);
    const toOthers = await floor.get("/api/v1/stations/S01", ADMIN);
    expect(day(toOthers.json as StationView)).toEqual([true, [], [null]]);
    expect(toOthers.text).not.toMatch(new RegExp(`Fleur|${assignmentId}`));
  });
});
