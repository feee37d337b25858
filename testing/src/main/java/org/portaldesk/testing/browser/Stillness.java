package org.portaldesk.testing.browser;

import com.microsoft.playwright.Page;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.portaldesk.testing.Phases;

/**
 * Waits until a screen of the console is still: Flow has nothing under way with its server, fonts
 * and pictures are there, nothing moves, and the page has not changed for a moment.
 */
public final class Stillness {

    /** Asked now and then, also of the page that follows on a navigation meanwhile. */
    private static final String IS_STILL =
            """
            ({call, millis, answered}) => {
              const state = window.stillness ??= {since: performance.now()};
              const restart = () => { state.since = performance.now(); };
              if (!state.observer) {
                state.observer = new MutationObserver(restart);
                state.observer.observe(document, {
                    subtree: true, childList: true, attributes: true, characterData: true});
              }
              if (state.call !== call) {
                state.call = call;
                state.asked = performance.now();
              }
              const clients = Object.values(window.Vaadin?.Flow?.clients ?? {});
              const isBusy = clients.length === 0 || clients.some(client => client.isActive?.());
              const isMoving = () => document.getAnimations().some(animation =>
                  animation.playState === 'running'
                      && animation.effect?.getComputedTiming().endTime !== Infinity);
              const isLoading = () => document.fonts.status !== 'loaded'
                  || [...document.images].some(image => !image.complete && image.loading !== 'lazy');
              // What the console shows until the API has answered.
              const isWaiting = () => answered && document.querySelector('.stale, .skeleton');
              if (isBusy || isWaiting() || isMoving() || isLoading()) {
                restart();
              }
              const now = performance.now();
              return now - state.since >= millis && now - state.asked >= 40;
            }
            """;

    /** By the clock: to be asked in each frame would make the browser paint each. */
    private static final Page.WaitForFunctionOptions EVERY =
            new Page.WaitForFunctionOptions().setPollingInterval(15);

    private static final AtomicInteger CALLS = new AtomicInteger();

    private Stillness() {}

    /**
     * Waits until nothing has happened for a while, whatever the API has not answered yet.
     *
     * @param millis how long; 40 at least after this call
     */
    public static void await(Page page, int millis) {
        await(page, millis, false);
    }

    /** As {@link #await(Page, int)}, and until the screen has every answer that it asked for. */
    public static void awaitAnswers(Page page, int millis) {
        await(page, millis, true);
    }

    private static void await(Page page, int millis, boolean answered) {
        var question =
                Map.of("call", CALLS.incrementAndGet(), "millis", millis, "answered", answered);
        Phases.measure("waiting", () -> page.waitForFunction(IS_STILL, question, EVERY));
    }
}
