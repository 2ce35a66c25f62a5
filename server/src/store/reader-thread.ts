import { workerData } from "node:worker_threads";
import { giveBackLater } from "../give-back.ts";
import { giveWay, restAfter } from "../give-way.ts";
import { serveReader } from "./reader.ts";
import { ownPort } from "./thread-calls.ts";

giveWay();
serveReader(ownPort(), workerData, restAfter);
giveBackLater();
