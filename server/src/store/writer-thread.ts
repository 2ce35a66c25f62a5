import { workerData } from "node:worker_threads";
import { giveBackLater } from "../give-back.ts";
import { ownPort } from "./thread-calls.ts";
import { serveWriter } from "./writer.ts";

serveWriter(ownPort(), workerData);
giveBackLater();
