/** Where a visitor stands: what was answered last, and from where. */
export interface Stop {
  readonly url: URL;
  readonly status: number;
  readonly headers: Headers;
  readonly text: string;
}

/** A browser as far as signing in needs one: keeps cookies, follows redirects. Cookies do not know ports. */
export class Visitor {
  readonly cookies = new Map<string, string>();
  /** Every address that was asked for. */
  readonly asked: URL[] = [];

  async goTo(address: string | URL, form?: Readonly<Record<string, string>>): Promise<Stop> {
    const url = new URL(address);
    this.asked.push(url);
    const response = await fetch(url, {
      method: form === undefined ? 'GET' : 'POST',
      redirect: 'manual',
      headers: {
        cookie: [...this.cookies].map(([name, value]) => `${name}=${value}`).join('; '),
        ...(form && { 'content-type': 'application/x-www-form-urlencoded' }),
      },
      ...(form && { body: new URLSearchParams(form) }),
    });
    for (const line of response.headers.getSetCookie()) this.keep(line);
    const { status, headers } = response;
    const to = headers.get('location');
    const text = await response.text();
    return to === null ? { url, status, headers, text } : this.goTo(new URL(to, url));
  }

  private keep(line: string): void {
    const [pair = ''] = line.split(';');
    const [name = '', value = ''] = pair.split(/=(.*)/s);
    if (value === '' || /Max-Age=0|Expires=Thu, 01 Jan 1970/i.test(line)) this.cookies.delete(name);
    else this.cookies.set(name, value);
  }
}
