package org.portaldesk.console.support;

import org.portaldesk.contract.verification.Conclusion;

/** How far a call has come. */
sealed interface Stage {

    /** Nobody has been asked anything yet. */
    record Greeting() implements Stage {}

    /** The script is being asked. */
    record Asking(Script script) implements Stage {}

    /** The caller is who they say they are; the acts of the window are open. */
    record Passed(Conclusion conclusion) implements Stage {}

    /** The window of a pass is closed. */
    record Closed() implements Stage {}

    /** What the caller said was not enough. */
    record Failed(int attemptsLeft) implements Stage {}

    /** Given up before the end. */
    record GivenUp() implements Stage {}

    /** Too many have failed: a supervisor goes on. */
    record Held() implements Stage {}

    /** Whether a verification has ended, so that the call's note can be written. */
    default boolean ended() {
        return switch (this) {
            case Greeting(), Asking(_), Held() -> false;
            case Passed(_), Closed(), Failed(_), GivenUp() -> true;
        };
    }
}
