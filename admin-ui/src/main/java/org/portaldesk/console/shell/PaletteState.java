package org.portaldesk.console.shell;

import com.vaadin.flow.signals.Signal;
import com.vaadin.flow.signals.local.ValueSignal;
import com.vaadin.flow.spring.annotation.SpringComponent;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.portaldesk.console.gateway.Calls;
import org.portaldesk.console.gateway.Latest;
import org.portaldesk.console.gateway.Loadable;
import org.portaldesk.console.widget.Texts;
import org.springframework.beans.factory.config.ConfigurableBeanFactory;
import org.springframework.context.annotation.Scope;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** What the palette offers for the words typed so far, and which of it is chosen. */
@SpringComponent
@Scope(ConfigurableBeanFactory.SCOPE_PROTOTYPE)
class PaletteState {

    /** What the palette offers. */
    sealed interface Option {

        /** A screen. */
        record Screen(Destination destination) implements Option {}

        /** A thing, such as a patient. */
        record Thing(Finder.Found found) implements Option {}
    }

    private static final int FEWEST_LETTERS = 2;

    private final List<Destination> screens;
    private final List<Finder> finders;
    private final Latest<List<Finder.Found>> found;
    private final ValueSignal<String> words = new ValueSignal<>("");
    private final ValueSignal<Integer> chosen = new ValueSignal<>(0);

    PaletteState(Staff staff, List<ScreenFamily> families, List<Finder> finders, Calls calls) {
        this.screens =
                families.stream()
                        .flatMap(family -> family.destinations().stream())
                        .filter(destination -> staff.mayOpen(destination.view()))
                        .toList();
        this.finders = finders.stream().filter(finder -> staff.may(finder.needs())).toList();
        this.found = new Latest<>(calls);
        found.show(List.of());
    }

    /** Takes the words as they stand now. */
    void type(String typed) {
        words.set(typed.strip());
        chosen.set(0);
        if (typed.strip().length() < FEWEST_LETTERS || finders.isEmpty()) {
            found.show(List.of());
        } else {
            found.load(everything(typed.strip()));
        }
    }

    /** Moves the choice, around the ends. */
    void move(int by) {
        int count = options(words.peek(), things(found.signal().peek())).size();
        if (count > 0) {
            chosen.update(now -> Math.floorMod(now + by, count));
        }
    }

    Signal<List<Option>> options() {
        return () -> options(words.get(), things(found.signal().get()));
    }

    Signal<Integer> chosen() {
        return chosen.asReadonly();
    }

    Signal<Loadable<List<Finder.Found>>> found() {
        return found.signal();
    }

    private Mono<List<Finder.Found>> everything(String words) {
        // Each is asked here, on the user's thread; only the answers come on others.
        var asked = finders.stream().map(finder -> finder.find(words)).toList();
        return Flux.concat(asked).concatMapIterable(things -> things).collectList();
    }

    /** Only what these very words found: Enter must not open what older words had found. */
    private static List<Finder.Found> things(Loadable<List<Finder.Found>> now) {
        return now instanceof Loadable.Loaded<List<Finder.Found>>(var things) ? things : List.of();
    }

    private List<Option> options(String words, List<Finder.Found> things) {
        var options = new ArrayList<Option>();
        if (words.length() >= FEWEST_LETTERS) {
            things.forEach(thing -> options.add(new Option.Thing(thing)));
        }
        screens.stream()
                .filter(screen -> fits(screen, words))
                .forEach(screen -> options.add(new Option.Screen(screen)));
        return options;
    }

    private static boolean fits(Destination screen, String words) {
        return Texts.text(screen.titleKey())
                .toLowerCase(Locale.ROOT)
                .contains(words.toLowerCase(Locale.ROOT));
    }
}
