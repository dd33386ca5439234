import type { RequestHandler, Response } from 'express';
import { type Answer, bodyText, failure, type Json, jsonAnswer } from '../faults/answer.ts';
import type { FaultBook } from '../faults/fault-book.ts';
import type { ApiPath } from '../faults/fault-kind.ts';
import { showFaults } from '../faults/show-faults.ts';
import type { SandboxProvider } from '../provider.ts';
import { Refusal } from '../refusal.ts';
import type { Twist } from '../twist.ts';
import { Params } from './params.ts';
import { apiKeyOf } from './request-log.ts';

/** What an endpoint does with one request: the body of a success. @throws Refusal */
export type Work = (call: { params: Params; key: string | null; twist: Twist }) => Json;

/** Makes handlers that do an endpoint's work and show the faults that are switched on for it. */
export function answering(provider: SandboxProvider, faults: FaultBook) {
  return (path: ApiPath, work: Work): RequestHandler =>
    async (request, response) => {
      const params = new Params(request);
      const call = { params, key: apiKeyOf(request) };
      const answer = await showFaults(faults, { path, values: params.texts(), provider }, (twist) =>
        trueAnswer(() => work({ ...call, twist })),
      );
      if (answer.delayMs > 0) setTimeout(() => send(answer, response), answer.delayMs).unref();
      else send(answer, response);
    };
}

function trueAnswer(work: () => Json): Answer {
  try {
    return jsonAnswer(work());
  } catch (error) {
    if (error instanceof Refusal) return jsonAnswer(failure(error.message));
    throw error;
  }
}

function send(answer: Answer, response: Response): void {
  const { delivery, status, headers } = answer;
  if (delivery === 'hang' || response.destroyed) return;
  if (delivery === 'reset') {
    response.socket?.resetAndDestroy();
    return;
  }
  const body = Buffer.from(bodyText(answer));
  response.writeHead(status, { ...headers, 'Content-Length': body.length });
  if (delivery === 'whole') {
    response.end(body);
    return;
  }
  response.write(body.subarray(0, Math.floor(body.length / 2)), () => {
    if (delivery === 'cut') response.socket?.destroy();
  });
}
