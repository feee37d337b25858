// Signs in at Keycloak by code and PKCE. Tokens live in this page's memory and nowhere else.

const issuer = document.querySelector('meta[name=issuer]').content;
const openid = `${issuer}/protocol/openid-connect`;
const client = 'patient-portal';
const home = location.origin + location.pathname;
const asked = 'portal-sign-in';

let refreshToken;

const base64Url = (bytes) =>
  btoa(String.fromCharCode(...bytes)).replaceAll('+', '-').replaceAll('/', '_').replace(/=+$/, '');

const random = () => base64Url(crypto.getRandomValues(new Uint8Array(32)));

async function challenge(verifier) {
  return base64Url(new Uint8Array(await crypto.subtle.digest('SHA-256', new TextEncoder().encode(verifier))));
}

async function signIn() {
  const question = { verifier: random(), state: random() };
  sessionStorage.setItem(asked, JSON.stringify(question));
  location.assign(`${openid}/auth?${new URLSearchParams({
    client_id: client,
    redirect_uri: home,
    response_type: 'code',
    scope: 'openid',
    state: question.state,
    code_challenge: await challenge(question.verifier),
    code_challenge_method: 'S256',
    ui_locales: document.documentElement.lang,
  })}`);
}

async function tokens(code, verifier) {
  const response = await fetch(`${openid}/token`, {
    method: 'POST',
    body: new URLSearchParams({
      grant_type: 'authorization_code', client_id: client, redirect_uri: home, code, code_verifier: verifier,
    }),
  });
  if (!response.ok) throw new Error('no token');
  return response.json();
}

async function welcome(accessToken) {
  const response = await fetch('/portal/me', { headers: { Authorization: `Bearer ${accessToken}` } });
  if (!response.ok) throw new Error('no portal');
  document.getElementById('username').textContent = (await response.json()).username;
  document.getElementById('outside').hidden = true;
  const inside = document.getElementById('inside');
  inside.hidden = false;
  inside.focus();
}

/* By a call and not by an address: addresses are kept by browsers and proxies, tokens must not be. */
async function signOut() {
  const response = await fetch(`${openid}/logout`, {
    method: 'POST',
    body: new URLSearchParams({ client_id: client, refresh_token: refreshToken }),
  });
  if (!response.ok) throw new Error('no sign-out');
  location.replace(home);
}

async function comeBack() {
  const answer = new URLSearchParams(location.search);
  const question = JSON.parse(sessionStorage.getItem(asked) ?? '{}');
  if (!answer.has('state')) return;
  sessionStorage.removeItem(asked);
  history.replaceState(null, '', home);
  if (!answer.has('code') || answer.get('state') !== question.state) throw new Error('not asked for');
  const got = await tokens(answer.get('code'), question.verifier);
  refreshToken = got.refresh_token;
  await welcome(got.access_token);
}

function failed() {
  const problem = document.getElementById('problem');
  problem.textContent = document.getElementById('texts').dataset.failed;
  problem.hidden = false;
  problem.focus();
}

document.getElementById('sign-in').addEventListener('click', () => signIn().catch(failed));
document.getElementById('sign-out').addEventListener('click', () => signOut().catch(failed));
comeBack().catch(failed);
