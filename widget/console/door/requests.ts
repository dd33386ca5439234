import { ask } from '../api.ts';

/** Signs in. @throws ConsoleFailure `signed_out` when the password is wrong, `wait` after too many tries. */
export function signIn(password: string): Promise<void> {
  return ask('POST', 'sign-in', { password });
}

/** Chooses the password. @throws ConsoleFailure `signed_out` when the link has been used or is too old. */
export function choosePassword(link: string, password: string): Promise<void> {
  return ask('POST', 'choose', { link, password });
}
