export interface RequestHeaders {
  readonly host?: string;
  readonly origin?: string;
  readonly 'sec-fetch-site'?: string | string[];
}

/**
 * Whether a request comes from our own page on this machine, or was typed by its user.
 * `Host` stops a foreign name that was pointed at 127.0.0.1 (DNS rebinding), `Origin` and
 * `Sec-Fetch-Site` stop other pages in the same browser. Browsers leave `Origin` out of GETs of the
 * same origin, and older ones know no `Sec-Fetch-Site`; what changes or asks anything must name one.
 */
export function isFromHere(method: string, headers: RequestHeaders, port: number): boolean {
  const names = [`127.0.0.1:${port}`, `localhost:${port}`];
  const { host, origin, 'sec-fetch-site': site } = headers;
  if (!host || !names.includes(host)) return false;
  if (origin !== undefined && origin !== `http://${host}`) return false;
  if (method === 'GET') return site === undefined || site === 'same-origin' || site === 'none';
  return origin !== undefined && (site === undefined || site === 'same-origin');
}
