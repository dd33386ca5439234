/**
 * What the reseller reads where he started the proxy: the one-time link to the console.
 * @param url how browsers reach the proxy, without a slash at the end.
 */
export function invitation(url: string, secret: string): string {
  // Behind the #, so that it stands in no request, no server's log and no Referer.
  return `
Console: open this link once, within 24 hours, and choose your password.
  ${url}/console/#${secret}
Another link, also for a lost password: npm run console:reset

`;
}
