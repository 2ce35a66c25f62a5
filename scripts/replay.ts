/**
 * Plays a real factory's month through MQTT devices into a server, and compares the product's own figures with the file's.
 * Run: `npm run replay -- FILE`; `npm run replay -- --help` lists the rest. Exits with 1 when a figure disagrees, with 2 when nothing could be played.
 */
import { parseReplayOptions } from "./replay/options.ts";
import { runReplay } from "./replay/run.ts";

const parsed = parseReplayOptions(process.argv.slice(2), process.env);
if (parsed.ok) {
  const stop = new AbortController();
  for (const signal of ["SIGINT", "SIGTERM"] as const) {
    process.once(signal, () => stop.abort(new Error("Arrêté.")));
  }
  try {
    const isAgreed = await runReplay(parsed.options, { print: console.log, stop: stop.signal });
    process.exitCode = isAgreed ? 0 : 1;
  } catch (error) {
    console.error((error as Error).message);
    process.exitCode = 2;
  }
} else if (parsed.isHelp) console.log(parsed.message);
else {
  console.error(parsed.message);
  process.exitCode = 2;
}
