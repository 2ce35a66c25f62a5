/**
 * Simulates the counters of a workshop on a broker, says what was truly sewn, and compares it with a server.
 * Run: `npm run sim -- --broker mqtt://127.0.0.1:1883 --scenario lons --seed 7`; `npm run sim -- --help` lists the rest.
 */
import { parseSimOptions, runSim } from "@trame/firmware-sim";

const parsed = parseSimOptions(process.argv.slice(2), process.env);
if (parsed.ok) {
  const stop = new AbortController();
  for (const signal of ["SIGINT", "SIGTERM"] as const) process.once(signal, () => stop.abort());
  try {
    const { isAgreed } = await runSim(parsed.options, { print: console.log, stop: stop.signal });
    process.exitCode = isAgreed === false ? 1 : 0;
  } catch (error) {
    console.error((error as Error).message);
    process.exitCode = 1;
  }
} else if (parsed.isHelp) console.log(parsed.message);
else {
  console.error(parsed.message);
  process.exitCode = 1;
}
