import { complainOf, handle, say, texts } from './form.js';

// The code of a letter's picture comes behind '#', which browsers do not send: no log ever has it.
const code = new URLSearchParams(location.hash.slice(1)).get('code');
if (code) {
  document.getElementById('code').value = code;
  history.replaceState(null, '', location.pathname + location.search);
}

const password = document.getElementById('password');
document.getElementById('show-password').addEventListener('change', ({ target }) => {
  password.type = target.checked ? 'text' : 'password';
});

function explain({ code: problem }) {
  if (problem === 'ACTIVATION_REFUSED') say(texts.refused);
  else if (problem === 'USERNAME_TAKEN') complainOf('username', texts.taken);
  else return false;
  return true;
}

handle(
  '/portal/activations',
  ({ username }) => { document.getElementById('done-username').textContent = username; },
  explain);
