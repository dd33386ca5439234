/** Loads data that lies beside the script. Rejects when it is not there. */
export async function fetchJson<T>(url: string): Promise<T> {
  return (await fetchFile(url)).json() as Promise<T>;
}

/** Loads a style sheet that lies beside the script, in the one way a strict content policy allows. */
export async function fetchStyles(url: string): Promise<CSSStyleSheet> {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(await (await fetchFile(url)).text());
  return sheet;
}

async function fetchFile(url: string): Promise<Response> {
  const response = await fetch(url, { credentials: 'omit' });
  if (!response.ok) throw new Error(`${response.status} ${url}`);
  return response;
}
