import { once } from 'node:events';
import { createServer } from 'node:http';
import { Provider } from 'oidc-provider';
import { choicePage, leavePage, troublePage } from './pages.mjs';
import { files } from './files.mjs';

const loopback = /^(127\.0\.0\.1|localhost|\[::1\])$/;

/**
 * Starts the provider on this machine alone.
 * @param settings.port where it listens; fixed, for it is part of its name
 * @param settings.client `{ id, secret, origin }` of the one who may ask: the API, where browsers find it
 * @param settings.jwk the key that signs, kept by the caller so that a restart is not noticed
 * @param settings.people `[{ staffId, name, roles, sites }]` to choose from
 * @returns `{ address, stop() }`
 */
export async function startProvider({ port, client, jwk, people }) {
  if (!loopback.test(new URL(client.origin).hostname))
    throw new Error('The development sign-in lets anybody in as anybody: it serves nobody but this machine.');
  const address = `http://127.0.0.1:${port}`;
  const provider = createProvider(address, { client, jwk, people });
  const answer = provider.callback();
  const server = createServer((request, response) => {
    // Whoever finds this port by another name comes from somewhere else (DNS rebinding).
    if (request.headers.host !== new URL(address).host) return response.writeHead(421).end();
    const path = new URL(request.url, address).pathname;
    const file = files[path];
    if (file) return response.writeHead(200, { 'content-type': file.type }).end(file.content);
    if (path.startsWith('/choose/')) return void choose({ provider, people, client }, request, response);
    return void answer(request, response);
  });
  server.listen(port, '127.0.0.1');
  await once(server, 'listening');
  return {
    address,
    stop: () =>
      new Promise((resolve) => {
        server.close(resolve);
        server.closeAllConnections();
      }),
  };
}

function createProvider(address, { client, jwk, people }) {
  const names = new Map(people.map((person) => [person.staffId, person.name]));
  return new Provider(address, {
    clients: [
      {
        client_id: client.id,
        client_secret: client.secret,
        redirect_uris: [`${client.origin}/sign-in/callback`],
        post_logout_redirect_uris: [`${client.origin}/`],
        grant_types: ['authorization_code'],
        response_types: ['code'],
        id_token_signed_response_alg: 'ES256',
      },
    ],
    jwks: { keys: [jwk] },
    cookies: { keys: [jwk.d] },
    claims: { openid: ['sub'], profile: ['name'] },
    pkce: { required: () => true },
    features: {
      devInteractions: { enabled: false },
      rpInitiatedLogout: {
        enabled: true,
        logoutSource: (context, form) => show(context, leavePage(form, languageOf(context)), client),
      },
    },
    interactions: { url: (_, { uid }) => `/choose/${uid}` },
    ttl: { Interaction: 600, Session: 43_200, Grant: 43_200, IdToken: 600, AccessToken: 600, AuthorizationCode: 60 },
    findAccount: (_, staffId) =>
      names.has(staffId) && { accountId: staffId, claims: () => ({ sub: staffId, name: names.get(staffId) }) },
    // Nobody is asked whether Stepway may know who they are: that is what they came for.
    async loadExistingGrant({ oidc }) {
      const grant = new oidc.provider.Grant({ clientId: oidc.client.clientId, accountId: oidc.session.accountId });
      grant.addOIDCScope('openid profile');
      await grant.save();
      return grant;
    },
    renderError: (context, { error }) => show(context, troublePage(error, languageOf(context)), client),
  });
}

/** The page with the people; the choice comes back by POST. */
async function choose({ provider, people, client }, request, response) {
  const language = languageOf({ headers: request.headers });
  try {
    await provider.interactionDetails(request, response);
    if (request.method === 'POST') {
      const staffId = new URLSearchParams(await bodyOf(request)).get('person');
      if (people.some((person) => person.staffId === staffId)) {
        const result = { login: { accountId: staffId, remember: false } };
        return await provider.interactionFinished(request, response, result);
      }
    }
    html(response, 200, choicePage(people, language), client);
  } catch {
    html(response, 400, troublePage('late', language), client);
  }
}

async function bodyOf(request) {
  let body = '';
  for await (const piece of request) if ((body += piece).length > 2_000) throw new Error('too long');
  return body;
}

const languageOf = ({ headers }) => (/^\s*es\b/i.test(headers['accept-language'] ?? '') ? 'es' : 'en');

/** A form's way on leads back to Stepway, and a browser asks for leave for each step of it. */
const policy = ({ origin }) =>
  `default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self'; form-action 'self' ${origin}; base-uri 'none'; frame-ancestors 'none'`;
const headersFor = (client) => ({
  'content-type': 'text/html; charset=utf-8',
  'content-security-policy': policy(client),
  'cache-control': 'no-store',
  'referrer-policy': 'no-referrer',
});

function html(response, status, page, client) {
  response.writeHead(status, headersFor(client)).end(page);
}

function show(context, page, client) {
  context.set(headersFor(client));
  context.body = page;
}
