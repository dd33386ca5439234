import type { Request, RequestHandler } from 'express';
import { ProblemError } from '../contract/problem-error.ts';

/** Which sites may show the shop. */
export interface Sites {
  /** As they are now. */
  allowed(): readonly string[];
  /** Told of each request from a site that is not among them. */
  onRefused(origin: string): void;
}

/** How browsers reach the proxy: as configured, or as this request says. No slash at the end. */
export function baseUrlOf(req: Request, publicUrl: string | null): string {
  return publicUrl ?? `${req.protocol}://${req.host ?? 'localhost'}`;
}

/** Whether an origin is on the list; `https://*.example.com` takes every name below example.com, not itself. */
export function isAllowedOrigin(origin: string, allowed: readonly string[]): boolean {
  const given = origin.toLowerCase();
  return allowed.some((entry) => {
    const [scheme, rest] = entry.split('://*.');
    if (rest === undefined) return entry === given;
    return given.startsWith(`${scheme}://`) && given.endsWith(`.${rest}`);
  });
}

/**
 * The allow-list of sites that may embed. A request without Origin comes from no browser page of another
 * site and passes: CORS is there to protect visitors of strange sites, not to tell clients apart.
 * A refused site gets no CORS header at all, so its pages learn nothing.
 */
export function allowOrigins(sites: Sites, publicUrl: string | null): RequestHandler {
  return (req, res, next) => {
    res.vary('Origin');
    res.set(crossOriginHeaders(req, sites, publicUrl));
    if (req.method !== 'OPTIONS' || req.get('origin') === undefined) return next();
    res.set({
      'Access-Control-Allow-Methods': 'GET, POST',
      'Access-Control-Allow-Headers': 'Content-Type, Idempotency-Key, Last-Event-ID, Accept-Language',
      'Access-Control-Max-Age': '7200',
    });
    res.status(204).end();
  };
}

/**
 * The headers that let the page which asks read the answer.
 * @throws ProblemError `origin_not_allowed` when its site is not on the list.
 */
export function crossOriginHeaders(
  req: Request,
  sites: Sites,
  publicUrl: string | null,
): Record<string, string> {
  const origin = req.get('origin');
  if (origin === undefined) return { Vary: 'Origin' };
  if (!isAllowedOrigin(origin, sites.allowed()) && !isOwnOrigin(origin, req, publicUrl)) {
    sites.onRefused(origin);
    throw new ProblemError('origin_not_allowed');
  }
  return {
    Vary: 'Origin',
    'Access-Control-Allow-Origin': origin,
    'Access-Control-Expose-Headers': 'Retry-After, Idempotent-Replayed',
  };
}

/**
 * The proxy's own shop page. Compared by host alone: behind a reverse proxy that ends TLS the request
 * looks like http although the page is https, and a reseller should not have to know.
 */
export function isOwnOrigin(origin: string, req: Request, publicUrl: string | null): boolean {
  if (!URL.canParse(origin)) return false;
  const host = new URL(origin).host;
  return host === req.host || (publicUrl !== null && host === new URL(publicUrl).host);
}
