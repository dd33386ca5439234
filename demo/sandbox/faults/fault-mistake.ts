/** A fault that cannot be switched on as asked; the message says why, to the developer. */
export class FaultMistake extends Error {
  override readonly name = 'FaultMistake';
}
