const head = `<!doctype html><html lang="en"><meta charset="utf-8"><title>Stepway</title>
<meta name="viewport" content="width=device-width, initial-scale=1"><link rel="stylesheet" href="/sign-in.css">`;

export const usedLinkPage = `${head}
<main><h1>You are not signed in</h1>
<p>This sign-in link was used before, or is older than 10 minutes.</p>
<p>A new one: <code>npm run stepway -- sign-in</code></p></main></html>`;

/**
 * Goes on by itself. The session's cookie is sent to nobody who comes from another site, and who was led here by the
 * provider comes from one: only a step from a page of ours brings it along.
 */
export const onwardPage = (path: string): string => {
  const to = path.replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll('<', '&lt;');
  return `${head}
<meta http-equiv="refresh" content="0;url=${to}">
<main><h1>Stepway</h1><p><a href="${to}">Continue · <span lang="es">Continuar</span></a></p></main></html>`;
};
