/*
 * Empties this page when its session is over: at the end of the idle time, after a sign-out in any
 * tab, and when the server no longer knows the session. It needs no server for the first two, so it
 * holds also when the tab slept, the line is cut or the server is away.
 *
 * All tabs of a browser share one entry in its storage: which session there is, and until when.
 */
(() => {
  const KEY = 'portal-desk-session';
  const given = document.currentScript.dataset;
  const source = document.currentScript.src;
  const limit = Number(given.limit);
  const warning = Number(given.warning);
  const askEvery = Math.min(15_000, limit / 4);
  const tellEvery = Math.min(10_000, limit / 6);
  const acts = ['keydown', 'pointerdown', 'wheel', 'touchstart', 'input'];

  let kept = null;
  let gone = false;
  let told = performance.now();
  let untold = false;
  let asked = performance.now();
  let prolonged = performance.now();
  let until = 0;
  let answered = -Infinity;

  const store = {
    get() {
      try {
        return localStorage.getItem(KEY);
      } catch {
        return kept;
      }
    },
    set(entry) {
      kept = JSON.stringify(entry);
      try {
        localStorage.setItem(KEY, kept);
      } catch {
        // A browser that keeps nothing: each tab counts for itself.
      }
    },
  };

  const read = () => {
    try {
      return JSON.parse(store.get()) ?? {};
    } catch {
      return {};
    }
  };

  const prolong = () => {
    until = Date.now() + limit;
    prolonged = performance.now();
    store.set({ session: given.session, until });
  };

  const empty = () => {
    document.title = 'Portal Desk';
    document.documentElement.replaceChildren();
  };

  const leave = (why) => {
    if (gone) {
      return;
    }
    gone = true;
    if (read().session === given.session) {
      store.set({ why });
    }
    empty();
    location.replace(new URL(`../signed-out?why=${why}&of=${given.session}`, source));
  };

  /* The end, by the clock on the wall or the one of this page, whichever is first. */
  const left = () => Math.min(until - Date.now(), prolonged + limit - performance.now());

  const warn = (millis) => {
    const notice = document.querySelector('dialog.idle-notice');
    if (!notice) {
      return;
    }
    const seconds = Math.max(0, Math.ceil(millis / 1000));
    notice.querySelector('p').textContent = notice.dataset.words
      .replace('{0}', Math.floor(seconds / 60))
      .replace('{1}', seconds % 60);
    if (!notice.open) {
      notice.showModal();
    }
  };

  const check = () => {
    if (gone) {
      return;
    }
    const now = read();
    if (now.session !== given.session) {
      leave(now.why ?? 'done');
      return;
    }
    if (now.until > until) {
      until = now.until;
      prolonged = performance.now();
    }
    if (left() <= 0) {
      leave('idle');
    } else if (left() <= warning) {
      warn(left());
    } else {
      document.querySelector('dialog.idle-notice[open]')?.close();
    }
  };

  /* The server hears of an act at once, of those that follow after a while. */
  const tell = () => {
    if (untold && performance.now() - told > tellEvery) {
      untold = false;
      told = performance.now();
      document.querySelector('dialog.idle-notice')?.$server?.acted();
    }
  };

  const acted = (event) => {
    if (!event.isTrusted || gone) {
      return;
    }
    check();
    if (gone) {
      return;
    }
    const noticed = document.querySelector('dialog.idle-notice[open]') !== null;
    if (noticed || performance.now() - answered < 400) {
      // Whatever the keys mean elsewhere: here they say that somebody is there.
      answered = noticed ? performance.now() : answered;
      event.stopImmediatePropagation();
      if (event.cancelable) {
        event.preventDefault();
      }
    }
    if (performance.now() - prolonged > 500) {
      prolong();
      check();
    }
    untold = true;
    tell();
  };

  const ask = async () => {
    if (gone || performance.now() - asked < askEvery) {
      return;
    }
    asked = performance.now();
    try {
      const answer = await fetch(new URL('../signed-in', source), {
        cache: 'no-store',
        signal: AbortSignal.timeout(askEvery),
      });
      if (answer.status === 401) {
        leave('ended');
      }
    } catch {
      // The server is away: the clock of this page goes on.
    }
  };

  prolong();
  acts.forEach((act) =>
    window.addEventListener(act, acted, { capture: true, passive: act !== 'keydown' })
  );
  ['pageshow', 'focus', 'storage'].forEach((wake) => window.addEventListener(wake, check));
  ['visibilitychange', 'resume'].forEach((wake) => document.addEventListener(wake, check));
  setInterval(() => {
    check();
    tell();
    ask();
  }, 1000);

  window.portalDesk = { leave };
})();
