import type { ErrorRequestHandler, Request, RequestHandler, Response } from 'express';
import { PROBLEM_STATUS, type Problem } from '../contract/problem.ts';
import { ProblemError } from '../contract/problem-error.ts';
import { describeError, type Logger } from '../ops/logger.ts';
import { FIELD_WORDS, type Language, PROBLEM_WORDS } from './words.ts';

/** Answers with RFC 9457 problem+json in the reader's language. */
export function sendProblem(req: Request, res: Response, error: ProblemError): void {
  const language = languageOf(req);
  const status = PROBLEM_STATUS[error.code];
  const words = PROBLEM_WORDS[error.code];
  const body: Problem = {
    type: 'about:blank',
    title: words.title[language],
    status,
    detail: words.detail[language],
    code: error.code,
  };
  if (error.fields) {
    body.fields = Object.fromEntries(
      Object.entries(error.fields).map(([field, issue]) => [field, FIELD_WORDS[issue][language]]),
    );
  }
  if (error.price !== undefined) body.price = error.price;
  if (error.said !== undefined) body.said = error.said;
  if (error.orderCode !== undefined) body.orderCode = error.orderCode;
  if (error.retryAfterMs !== undefined) {
    body.retryAfter = Math.max(1, Math.ceil(error.retryAfterMs / 1000));
    res.set('Retry-After', String(body.retryAfter));
  }
  res.status(status).set({ 'Content-Language': language, 'Cache-Control': 'no-store' });
  res.type('application/problem+json').send(JSON.stringify(body));
}

/** Indonesian unless the reader asks for English first. */
function languageOf(req: Request): Language {
  return req.acceptsLanguages('id', 'en') === 'en' ? 'en' : 'id';
}

/** For what no route took. */
export const notFound: RequestHandler = (req, res) => sendProblem(req, res, new ProblemError('not_found'));

/** The last stop of every error: known ones become their problem, the rest is logged and says nothing. */
export function errorHandler(logger: Logger): ErrorRequestHandler {
  // Express knows an error handler by its four arguments.
  return (error: unknown, req, res, _next) => {
    if (res.headersSent) {
      res.destroy();
      return;
    }
    sendProblem(req, res, asProblem(error, logger));
  };
}

function asProblem(error: unknown, logger: Logger): ProblemError {
  if (error instanceof ProblemError) return error;
  // Express's own body parser: broken JSON, a wrong charset, a body over the limit.
  const status = (error as { status?: unknown } | null)?.status;
  if (typeof status === 'number' && status >= 400 && status < 500) {
    return new ProblemError('invalid_input', { fields: { body: status === 413 ? 'too_long' : 'invalid' } });
  }
  logger.error({ error: describeError(error) }, 'a request failed unexpectedly');
  return new ProblemError('internal_error');
}
