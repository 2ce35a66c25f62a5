import { useStationName } from "../../data/desk/use-station-name.ts";
import { useErrands } from "../../data/floor/floor-context.ts";
import { useCan } from "../../data/session/use-session.ts";
import { useFloorWords } from "../../i18n/floor-words.ts";
import { Box } from "../../ui/floor-desk/box.tsx";
import { FloorIcon } from "../../ui/floor-desk/floor-icon.tsx";
import { useHref } from "../href.ts";
import { type DeviceMatter, deviceMatters, matterId } from "./devices-view.ts";
import { RowState, useIsUnderWay } from "./errand-state.tsx";
import type { Floor } from "./use-floor.ts";
import { judgeCounter } from "./wishes.ts";

const MINUTE_MS = 60_000;

/** Counters that somebody should look at, and what to do about each, in words. */
export function DevicesPanel({ floor }: { readonly floor: Floor }) {
  const { t } = useFloorWords();
  const { devices, unread } = floor.lists;
  const matters = deviceMatters(devices.value?.devices ?? [], unread.value?.entries ?? []);
  return (
    <Box id="devices" title={t.floorDevices.title} count={matters.length}>
      {devices.value === null && devices.refusal !== null && (
        <p class="fd-calm">{t.floor.unreached}</p>
      )}
      {devices.value !== null && matters.length === 0 && (
        <p class="fd-calm">{t.floorDevices.none}</p>
      )}
      <ul class="fd-devices-list">
        {matters.map((matter) => (
          <Matter key={matterId(matter)} matter={matter} floor={floor} />
        ))}
      </ul>
    </Box>
  );
}

function Matter({ matter, floor }: { readonly matter: DeviceMatter; readonly floor: Floor }) {
  const { t } = useFloorWords();
  const stationName = useStationName();
  const told = useMatterText(floor);
  const { device, kind } = matter;
  // A counter's words change what it counted.
  const canAct = useCan("devices.write");
  const places = device.stations.map(({ stationId }) => stationName(stationId));
  return (
    <li>
      <h3>
        {[device.deviceId, ...places].join(" · ")} <small>{t.floorDevices.kinds[kind]}</small>
      </h3>
      <p>{told(matter)}</p>
      <MatterActions matter={matter} canAct={canAct} />
      <RowState about={matterId(matter)} />
    </li>
  );
}

/** What to do about it. */
function useMatterText(floor: Floor): (matter: DeviceMatter) => string {
  const { t, number, time, duration } = useFloorWords();
  return (matter) => {
    switch (matter.kind) {
      case "waiting":
        return t.floorDevices.waiting;
      case "unbound":
        return t.floorDevices.unbound;
      case "silent": {
        const at = matter.device.lastHeardAt;
        if (at === null) return t.floorDevices.silentNever;
        const silence = floor.scene.asOf - at;
        const since = silence < MINUTE_MS ? t.floorDevices.underAMinute : duration(silence);
        return t.floorDevices.silent(since);
      }
      case "uncertain":
        return t.floorDevices.uncertain(matter.device.uncertain);
      case "suspect": {
        const { kind, pieces, at } = matter.suspect;
        return t.floorDevices[kind]({ pieces: number(pieces), time: time(at) });
      }
      case "quarantine": {
        const { message, lastAt, seen } = matter.entry;
        return t.floorDevices.quarantine({ reason: message, time: time(lastAt), seen });
      }
    }
  };
}

function MatterActions(props: { readonly matter: DeviceMatter; readonly canAct: boolean }) {
  const { matter } = props;
  const { t, number } = useFloorWords();
  const errands = useErrands();
  const isUnderWay = useIsUnderWay();
  const href = useHref();
  const about = matterId(matter);
  const isOff = !props.canAct || isUnderWay(about);
  const { deviceId } = matter.device;
  if (matter.kind === "suspect") {
    const { id } = matter.suspect;
    const pieces = number(matter.suspect.pieces);
    const judge = (verdict: "accept" | "reject") => {
      const text =
        verdict === "accept"
          ? t.floorDevices.acceptText(pieces)
          : t.floorDevices.rejectText(pieces);
      errands.want(judgeCounter("suspects", id, { about, text, hasRow: true, verdict }));
    };
    return (
      <Two
        isOff={isOff}
        yes={{ label: t.floorDevices.accept, name: t.floorDevices.acceptOf(deviceId, pieces) }}
        no={{ label: t.floorDevices.reject, name: t.floorDevices.rejectOf(deviceId, pieces) }}
        onYes={() => judge("accept")}
        onNo={() => judge("reject")}
      />
    );
  }
  if (matter.kind === "quarantine") {
    const id = String(matter.entry.id);
    const judge = (verdict: "release" | "dismiss") => {
      const text =
        verdict === "release"
          ? t.floorDevices.releaseText(deviceId)
          : t.floorDevices.dismissText(deviceId);
      errands.want(judgeCounter("quarantine", id, { about, text, hasRow: true, verdict }));
    };
    return (
      <Two
        isOff={isOff}
        yes={{ label: t.floorDevices.release, name: t.floorDevices.releaseOf(deviceId) }}
        no={{ label: t.floorDevices.dismiss, name: t.floorDevices.dismissOf(deviceId) }}
        onYes={() => judge("release")}
        onNo={() => judge("dismiss")}
      />
    );
  }
  if (matter.kind === "silent") return null;
  const isUncertain = matter.kind === "uncertain";
  return (
    <a class="fd-more" href={href(isUncertain ? "/prepare/counts" : "/prepare/stations")}>
      {isUncertain ? t.floorDevices.counts : t.floorDevices.plan}
      <FloorIcon name="arrow-right" />
    </a>
  );
}

interface Choice {
  readonly label: string;
  readonly name: string;
}

function Two(props: {
  readonly isOff: boolean;
  readonly yes: Choice;
  readonly no: Choice;
  readonly onYes: () => void;
  readonly onNo: () => void;
}) {
  const { isOff, yes, no, onYes, onNo } = props;
  return (
    <div class="fd-two">
      <button type="button" class="fd-b" aria-label={yes.name} disabled={isOff} onClick={onYes}>
        {yes.label}
      </button>
      <button type="button" class="fd-b" aria-label={no.name} disabled={isOff} onClick={onNo}>
        {no.label}
      </button>
    </div>
  );
}
