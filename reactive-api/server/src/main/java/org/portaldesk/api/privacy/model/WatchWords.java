package org.portaldesk.api.privacy.model;

import org.jspecify.annotations.Nullable;
import org.portaldesk.contract.privacy.WatchCase.Rule;

/** Why a look was raised, in a sentence. */
public final class WatchWords {

    private WatchWords() {}

    /**
     * @param patients how many within the hour, for {@link Rule#VOLUME}
     */
    public static String why(Rule rule, String actor, @Nullable Integer patients) {
        return switch (rule) {
            case OWN_RECORD -> actor + " looked at a record that has their own name.";
            case SAME_SURNAME ->
                    actor + " looked at the record of somebody of the same family name.";
            case COLLEAGUE -> actor + " looked at the record of somebody with a colleague's name.";
            case SAME_ADDRESS ->
                    actor
                            + " looked at the record of somebody who lives where a patient of their own name lives.";
            case VOLUME ->
                    actor + " was shown the data of " + patients + " patients within an hour.";
            case RESTRICTED -> actor + " opened a restricted record without breaking the glass.";
            case BROKEN_GLASS -> actor + " broke the glass of a restricted record.";
        };
    }
}
