/** Whether an address can be told to others: one with a name or password in it cannot, nor can what is none. */
export function holdsNoPassword(address: string): boolean {
  if (!URL.canParse(address)) return false;
  const { username, password } = new URL(address);
  return username === '' && password === '';
}
