package org.portaldesk.console.activation;

import com.vaadin.flow.router.QueryParameters;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.portaldesk.contract.activation.Channel;
import org.portaldesk.contract.activation.CodeState;

/**
 * Which codes are listed; stands in the address.
 *
 * @param state absent: in any state
 * @param channel absent: by any channel
 */
record CodeFilter(@Nullable CodeState state, @Nullable Channel channel) {

    static final CodeFilter ALL = new CodeFilter(null, null);

    /** What an address asks for; words that are no state or channel ask for nothing. */
    static CodeFilter in(QueryParameters query) {
        return new CodeFilter(
                constant(CodeState.values(), query.getSingleParameter("state")).orElse(null),
                constant(Channel.values(), query.getSingleParameter("channel")).orElse(null));
    }

    CodeFilter with(@Nullable CodeState state) {
        return new CodeFilter(state, channel);
    }

    CodeFilter with(@Nullable Channel channel) {
        return new CodeFilter(state, channel);
    }

    QueryParameters query() {
        var words = new TreeMap<String, String>();
        if (state != null) {
            words.put("state", word(state));
        }
        if (channel != null) {
            words.put("channel", word(channel));
        }
        return QueryParameters.simple(Map.copyOf(words));
    }

    private static <E extends Enum<E>> Optional<E> constant(E[] constants, Optional<String> word) {
        return word.flatMap(
                wanted ->
                        Arrays.stream(constants)
                                .filter(one -> word(one).equals(wanted))
                                .findFirst());
    }

    private static String word(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
