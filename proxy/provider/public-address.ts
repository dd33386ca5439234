import { lookup } from 'node:dns/promises';
import ipaddr from 'ipaddr.js';

/** An address that a name was found to lead to. */
export interface PublicAddress {
  readonly address: string;
  readonly family: number;
}

/** True for an address of the public internet: not loopback, private, link-local, multicast or reserved. */
export function isPublicAddress(address: string): boolean {
  return ipaddr.isValid(address) && ipaddr.process(address).range() === 'unicast';
}

/**
 * Resolves a host name once, so that the connection can be pinned to what was checked (a name that
 * answers differently the second time would otherwise lead inside).
 * @returns the address, or null when the name does not resolve or any of its addresses is not public.
 */
export async function publicAddressOf(hostname: string): Promise<PublicAddress | null> {
  const bare = hostname.replace(/^\[|\]$/g, '');
  if (ipaddr.isValid(bare)) {
    return isPublicAddress(bare)
      ? { address: bare, family: ipaddr.parse(bare).kind() === 'ipv6' ? 6 : 4 }
      : null;
  }
  const found = await lookup(bare, { all: true }).catch(() => []);
  return found.every(({ address }) => isPublicAddress(address)) ? (found[0] ?? null) : null;
}
