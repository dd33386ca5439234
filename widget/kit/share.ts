/** Whether this browser hands things to other apps at all; in-app browsers often do not. */
export const canShare = typeof navigator.share === 'function';

/** Whether other apps take pictures too. Where they do not, a button to share one would do nothing. */
export function canSharePictures(): boolean {
  return (
    canShare && Boolean(navigator.canShare?.({ files: [new File([], 'qr.png', { type: 'image/png' })] }))
  );
}

/** Hands text to another app. A buyer who changes his mind is no error. */
export async function shareText(text: string): Promise<void> {
  await navigator.share({ text }).catch(() => undefined);
}

/** Hands a picture to another app; answers false where that cannot be done, so that it can be saved instead. */
export async function sharePicture(url: string, name: string): Promise<boolean> {
  try {
    const blob = await (await fetch(url, { credentials: 'omit' })).blob();
    const files = [new File([blob], name, { type: blob.type })];
    await navigator.share({ files });
  } catch (thrown) {
    return (thrown as Error).name === 'AbortError';
  }
  return true;
}
