// What both forms share: saying what is wrong, in words, where it is wrong.

export const texts = document.getElementById('texts').dataset;

const form = document.getElementById('form');
const problem = document.getElementById('problem');
const minute = 60;

function mark(input, message) {
  const error = document.getElementById(`${input.name}-error`);
  input.setAttribute('aria-invalid', String(Boolean(message)));
  error.textContent = message ?? '';
  error.hidden = !message;
}

function complaint(input) {
  const { validity, name } = input;
  if (validity.valid) return null;
  if (validity.valueMissing) return texts.required;
  return { ssnLast4: texts.digits, username: texts.username, password: texts.password, email: texts.email }[name]
    ?? texts.required;
}

const fields = () => [...form.elements].filter((input) => document.getElementById(`${input.name}-error`));

function isComplete() {
  const wrong = fields().filter((input) => {
    const message = complaint(input);
    mark(input, message);
    return message;
  });
  wrong[0]?.focus();
  return wrong.length === 0;
}

function say(message) {
  problem.textContent = message;
  problem.hidden = false;
  problem.focus();
}

export function complainOf(name, message) {
  const input = form.elements[name];
  if (!input) return say(message);
  mark(input, message);
  input.focus();
}

/** What nobody sees and pasted texts hold. */
const invisible = /[\u00AD\u061C\u180E\u200B\u200E\u200F\u202A-\u202E\u2060-\u206F\uFEFF]/g;

/** Empty fields are left out; passwords go as they are typed. */
function values() {
  return Object.fromEntries(
    [...new FormData(form)]
      .map(([name, value]) => [name, name === 'password' ? value : value.replace(invisible, '').trim()])
      .filter(([, value]) => value !== ''));
}

function explain(status, answer, headers, explainOwn) {
  if (explainOwn(answer)) return;
  if (status === 429) {
    const wait = Math.ceil(Number(headers.get('Retry-After') ?? minute) / minute);
    return say(texts.minutes.replace('{0}', wait));
  }
  if (status === 503) return say(texts.later);
  if (answer.errors?.length) {
    return complainOf(answer.errors[0].field, texts[answer.errors[0].field] ?? texts.unfit ?? texts.fields);
  }
  say(texts.failed);
}

function finish() {
  form.hidden = true;
  document.getElementById('no-code')?.remove();
  const done = document.getElementById('done');
  done.hidden = false;
  done.focus();
}

async function send(url, succeeded, explainOwn) {
  const response = await fetch(url, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify(values()),
  });
  const answer = await response.json();
  if (response.ok) {
    succeeded(answer);
    form.reset();
    finish();
  } else {
    explain(response.status, answer, response.headers, explainOwn);
  }
}

/** Wires the form: checks before it sends, sends once at a time, explains what comes back. */
export function handle(url, succeeded, explainOwn = () => false) {
  const button = form.querySelector('button[type=submit]');
  form.addEventListener('submit', async (event) => {
    event.preventDefault();
    problem.hidden = true;
    if (button.ariaBusy === 'true' || !isComplete()) return;
    button.ariaBusy = 'true';
    try {
      await send(url, succeeded, explainOwn);
    } catch {
      say(texts.failed);
    } finally {
      button.ariaBusy = 'false';
    }
  });
  fields().forEach((input) => input.addEventListener('change', () => mark(input, complaint(input))));
}

export { say };
