import type { ActAnswer } from "@trame/shared";
import type { FastifyReply, FastifyRequest } from "fastify";
import type { ActRequest } from "../../../store/floor/act-request.ts";
import { senderFor } from "../../access/station-keys.ts";
import type { RouteDeps } from "../../api.ts";
import { type RefusalBody, refuse } from "../../refuse.ts";
import { tellAnswer } from "./answer.ts";

type Answering = Promise<ActAnswer | RefusalBody>;
/** Done at a station. */
type AtStation = Extract<ActRequest, { body: { stationId: string } }>;

/** Puts acts on record, and answers with what they came to. */
export function createSenders({ recorder }: RouteDeps) {
  async function send(
    act: ActRequest,
    isAdmin: boolean,
    { request, reply }: { request: FastifyRequest; reply: FastifyReply },
  ): Answering {
    const outcome = await recorder.act(act, isAdmin);
    if ("isKeyTaken" in outcome) return refuse(request, reply, { code: "key-taken" });
    // A refusal is on record like what was accepted: the screen need not send it again.
    reply.code(outcome.answer.accepted ? 200 : 409);
    return tellAnswer(request, outcome.answer);
  }

  /** That station itself, or a supervisor for it. */
  function from(
    stationId: string,
    act: ActRequest,
    { request, reply }: { request: FastifyRequest; reply: FastifyReply },
  ): Answering {
    const sender = senderFor(request.principal, stationId);
    if (sender === "station-key-foreign") {
      return Promise.resolve(refuse(request, reply, { code: sender }));
    }
    return send(act, sender === "supervisor", { request, reply });
  }

  return {
    from,
    station: (act: AtStation, request: FastifyRequest, reply: FastifyReply): Answering =>
      from(act.body.stationId, act, { request, reply }),
    admin: (act: ActRequest, request: FastifyRequest, reply: FastifyReply): Answering =>
      send(act, true, { request, reply }),
  };
}
