/**
 * Kills the server fifty times while twenty counters sew, and looks whether anything acknowledged is missing; then does the same to
 * a server that acknowledges too early, which must be caught. Run: `npm run chaos`, `npm run chaos -- --kills 10 --seed 3`.
 */
import { parseArgs } from "node:util";
import { type ChaosOptions, runChaos } from "./chaos/run-chaos.ts";
import { isUnharmed, type Verdict } from "./chaos/verdict.ts";

const CONTROL_KILLS = 10;

const { values } = parseArgs({
  options: {
    kills: { type: "string", default: "50" },
    devices: { type: "string", default: "20" },
    seed: { type: "string", default: "7" },
  },
});
for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) {
  process.once(signal, () => process.exit(1));
}
const kills = Number(values.kills);
const common = { devices: Number(values.devices), seed: values.seed };

const verdict = await run({ ...common, kills, server: "trame" });
const control = await run({ ...common, kills: Math.min(kills, CONTROL_KILLS), server: "careless" });
const isHeld = isUnharmed(verdict);
const isCaught = control.missing > 0;
console.log(isHeld ? "Nothing was lost, nothing was counted twice." : "The promise was broken.");
console.log(
  isCaught ? "The control was caught." : "The control was not caught: this run proves nothing.",
);
process.exitCode = isHeld && isCaught ? 0 : 1;

async function run(options: ChaosOptions): Promise<Verdict> {
  console.log(
    `${options.server}: ${options.kills} kills, ${options.devices} devices, seed ${options.seed}`,
  );
  const onKill = (kill: number): void => {
    if (kill % 10 === 0) console.log(`  ${kill} kills`);
  };
  const result = await runChaos({ ...options, onKill });
  console.log(
    `  ${result.promised} samples acknowledged, ${result.missing} missing; ${result.sewn} pieces sewn, ${result.counted} counted,` +
      ` ${result.wrongStations} stations wrong; rebuilt ${result.isRebuiltSame ? "the same" : "otherwise"}`,
  );
  return result;
}
