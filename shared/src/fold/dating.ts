/**
 * When a sample happened, from a device that has no clock ([D1] to [D6]).
 *
 * Every message tells how long its device had been on, so `received − up` is when the boot began, plus the
 * delay of that message. The smallest of all is the best: the minimum filter of one-way delays. Quartz drifts, so
 * an observation counts the less the further it lies from the moment in question: it is raised by 100 ppm of its age.
 *
 * In the (time, began) plane each observation is the tip of a wide V, and the estimate is the lower hull:
 *
 *     began │  \   /            forward  = min(began − D·received): right arms of earlier observations
 *           │   \ /\  /         backward = min(began + D·received): left arms of later observations
 *           │    V  \/
 *           └───────────▶ received
 */
export interface Dating {
  /** min over observations of `began − D·received`. */
  readonly forward: number;
  /** min over observations of `began + D·received`. */
  readonly backward: number;
  /** max over dated samples of `began used + D·received`: how late the worst of them may be. */
  readonly worst: number;
}

/** 100 ppm: twice what an ordinary quartz drifts. */
export const DRIFT = 1e-4;

/** A boot whose beginning proves later than this is dated again. ms */
export const REDATE_AFTER_MS = 60_000;

/** What a message tells of its boot: received at (UTC ms), after so long on (ms). */
export interface Observation {
  readonly received: number;
  readonly up: number;
}

/** The first observation of a boot, or one more. */
export function observe(dating: Dating | null, { received, up }: Observation): Dating {
  const began = received - up;
  const forward = began - DRIFT * received;
  const backward = began + DRIFT * received;
  if (dating === null) return { forward, backward, worst: -Infinity };
  if (forward >= dating.forward && backward >= dating.backward) return dating;
  return {
    forward: Math.min(forward, dating.forward),
    backward: Math.min(backward, dating.backward),
    worst: dating.worst,
  };
}

/** When the boot began, as a message received then sees it; UTC ms, not rounded. */
export function beganAt(dating: Dating, received: number): number {
  return dating.forward + DRIFT * received;
}

/** When the boot began, seen from its first message with all that was heard since. */
export function beganAsOf(dating: Dating, firstReceived: number): number {
  return dating.backward - DRIFT * firstReceived;
}

/** What dating a sample received then leaves behind. */
export function dated(dating: Dating, received: number): Dating {
  const used = beganAt(dating, received) + DRIFT * received;
  return used > dating.worst ? { ...dating, worst: used } : dating;
}

/** True when the best observation proves samples dated so far more than a minute late. */
export function mustRedate(dating: Dating): boolean {
  return dating.worst - dating.backward > REDATE_AFTER_MS;
}

/** After the samples were dated again, none is later than the best observation says. */
export function redated(dating: Dating): Dating {
  return { ...dating, worst: dating.backward };
}

/** The time of a sample within what its neighbours allow: never before a lower `seq`, never after it was received. */
export function within(time: number, notBefore: number, notAfter: number): number {
  return Math.floor(Math.max(notBefore, Math.min(time, notAfter)));
}
