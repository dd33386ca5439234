const LOCALE = { id: 'id-ID', en: 'en-GB' } as const;

/** Clock time in the viewer's own zone (`14.32` in Indonesian, `14:32` in English); with the day if it is not today. */
export function formatTime(iso: string, lang: 'id' | 'en', now: number): string {
  const at = new Date(iso);
  const sameDay = at.toDateString() === new Date(now).toDateString();
  const options: Intl.DateTimeFormatOptions = { hour: '2-digit', minute: '2-digit' };
  if (!sameDay) Object.assign(options, { day: 'numeric', month: 'short' });
  return new Intl.DateTimeFormat(LOCALE[lang], options).format(at);
}

/** What is left of a time span as `mm:ss` (hours are counted in minutes); never below `00:00`. */
export function formatCountdown(milliseconds: number): string {
  const seconds = Math.max(0, Math.ceil(milliseconds / 1000));
  const pad = (n: number) => String(n).padStart(2, '0');
  return `${pad(Math.floor(seconds / 60))}:${pad(seconds % 60)}`;
}
