import { createHash } from 'node:crypto';
import type { RequestHandler } from 'express';
import helmet from 'helmet';

/**
 * For a page of our own: it runs our one script and nothing else, under the same rules that strict host sites set.
 * @param style the text of the page's only style element.
 * @param pictures where pictures may come from besides the page's own origin.
 */
export function pagePolicy(style: string, pictures: readonly string[]): RequestHandler {
  const styleHash = createHash('sha256').update(style).digest('base64');
  return helmet.contentSecurityPolicy({
    useDefaults: false,
    directives: {
      defaultSrc: ["'none'"],
      scriptSrc: ["'self'"],
      connectSrc: ["'self'"],
      imgSrc: ["'self'", ...pictures],
      styleSrc: [`'sha256-${styleHash}'`],
      baseUri: ["'none'"],
      formAction: ["'none'"],
      frameAncestors: ["'none'"],
      requireTrustedTypesFor: ["'script'"],
      // The second is the console's, for the address of its one service worker.
      trustedTypes: ['lit-html', 'zul-console'],
    },
  });
}
