import { lookup } from 'node:dns/promises';
import { describe, expect, it, vi } from 'vitest';
import { isPublicAddress, publicAddressOf } from '../../../../proxy/provider/public-address.ts';

vi.mock('node:dns/promises', () => ({ lookup: vi.fn() }));

const INSIDE = [
  ...['127.0.0.1', '127.255.255.254', '10.0.0.1', '172.16.0.1', '192.168.1.1', '169.254.169.254'],
  ...['100.64.0.1', '0.0.0.0', '255.255.255.255', '224.0.0.1', '240.0.0.1', '192.0.2.1'],
  ...['::1', '::', 'fe80::1', 'fc00::1', 'fd12::1', 'ff02::1', '::ffff:127.0.0.1', '::ffff:10.0.0.1'],
  ...['64:ff9b::7f00:1', '2002:7f00:1::'],
];

/** Lets the next name lead to these addresses, or nowhere. */
function resolveTo(...addresses: string[]): void {
  const found = addresses.map((address) => ({ address, family: address.includes(':') ? 6 : 4 }));
  const answer = addresses.length > 0 ? Promise.resolve(found) : Promise.reject(new Error('ENOTFOUND'));
  vi.mocked(lookup).mockReturnValueOnce(answer as never);
}

describe('an address', () => {
  it.each(INSIDE)('%s is not of the public internet', (address) => {
    expect(isPublicAddress(address)).toBe(false);
  });

  it.each(['8.8.8.8', '104.16.0.1', '2606:4700::1111', '::ffff:8.8.8.8'])('%s is', (address) => {
    expect(isPublicAddress(address)).toBe(true);
  });

  it.each(['', 'localhost', '1.2.3.4.5', 'fe80::1::2', '8.8.8.8/8'])('%j is none', (text) => {
    expect(isPublicAddress(text)).toBe(false);
  });
});

describe('a host', () => {
  it.each(INSIDE)('given as %s is refused', async (address) => {
    expect(await publicAddressOf(address.includes(':') ? `[${address}]` : address)).toBeNull();
  });

  it('that is a public address is its own answer, with its family, and is looked up nowhere', async () => {
    expect(await publicAddressOf('8.8.8.8')).toEqual({ address: '8.8.8.8', family: 4 });
    expect(await publicAddressOf('[2606:4700::1111]')).toEqual({ address: '2606:4700::1111', family: 6 });
    expect(lookup).not.toHaveBeenCalled();
  });

  it('whose name leads to public addresses is pinned to the first', async () => {
    resolveTo('104.16.0.1', '2606:4700::1111');
    expect(await publicAddressOf('qr.example')).toEqual({ address: '104.16.0.1', family: 4 });
    expect(lookup).toHaveBeenLastCalledWith('qr.example', { all: true });
  });

  it('whose name leads inside with even one of its addresses is refused', async () => {
    resolveTo('104.16.0.1', '10.0.0.5');
    expect(await publicAddressOf('qr.example')).toBeNull();
    resolveTo('127.0.0.1');
    expect(await publicAddressOf('qr.example')).toBeNull();
  });

  it('whose name leads nowhere is refused', async () => {
    resolveTo();
    expect(await publicAddressOf('qr.example')).toBeNull();
  });
});
