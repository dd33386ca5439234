import type { Account } from '../accounts.ts';
import { formatWib } from '../clock.ts';
import type { SandboxProvider } from '../provider.ts';
import { Refusal } from '../refusal.ts';
import type { Twist } from '../twist.ts';
import type { Links } from './links.ts';
import type { Params } from './params.ts';

/** `POST /payment/deposit`: answers `"status": "success"`, unlike every order route. */
export function createDeposit(
  provider: SandboxProvider,
  links: Links,
  account: Account,
  params: Params,
  twist: Twist,
) {
  const amount = params.rupiah('amount');
  if (amount === null) throw new Refusal('amount wajib diisi.');
  const { orderId, payment } = provider.deposits.create(account, amount, params.rupiah('fee') ?? 0, twist);
  return {
    status: 'success',
    data: {
      orderId,
      amountToPay: payment.amount,
      qrCodeUrl: links.qr(payment),
      expiryTime: formatWib(payment.expiresAt),
    },
  };
}

/** `GET /payment/status/{orderId}`: a bare object, whose `status` is the payment's and no envelope. */
export function depositStatus(provider: SandboxProvider, account: Account, orderId: string) {
  const deposit = provider.deposits.find(account, orderId);
  return { orderId, status: provider.deposits.state(deposit), amount: deposit.amount };
}

/** `GET /payment/history`: newest first. */
export function depositHistory(provider: SandboxProvider, account: Account) {
  const own = provider.deposits.all().filter((deposit) => deposit.account === account);
  return {
    status: 'success',
    data: own.reverse().map((deposit) => ({
      orderId: deposit.orderId,
      amount: deposit.amount,
      status: provider.deposits.state(deposit),
    })),
  };
}
