import type { ErrorRequestHandler, RequestHandler } from 'express';
import { failure } from '../faults/answer.ts';
import { Refusal, TooManyRequests } from '../refusal.ts';

export const unknownPath: RequestHandler = (_request, response) => {
  response.status(404).json(failure('Endpoint tidak ditemukan.'));
};

/** Failures as this family of providers gives them: HTTP 200 for a refusal, 429 only for too many requests. */
export const answerErrors: ErrorRequestHandler = (error, _request, response, next) => {
  if (response.headersSent) return next(error);
  if (error instanceof Refusal) {
    response.json(failure(error.message));
  } else if (error instanceof TooManyRequests) {
    response.status(429).set('Retry-After', String(error.retryAfterSeconds)).json(failure(error.message));
  } else if (isUnreadableBody(error)) {
    response.json(failure('Isi permintaan tidak dapat dibaca.'));
  } else {
    console.error(error);
    response.status(500).json(failure('System Error!'));
  }
};

/** Express's body parsers mark what they cannot read with a 4xx `status`. */
function isUnreadableBody(error: unknown): boolean {
  return error instanceof Error && 'status' in error && Number(error.status) < 500;
}
