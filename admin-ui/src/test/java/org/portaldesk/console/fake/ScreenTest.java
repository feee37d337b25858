package org.portaldesk.console.fake;

import com.vaadin.browserless.SpringBrowserlessTest;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Text;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.portaldesk.console.Console;
import org.portaldesk.contract.identity.StaffRole;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Import;
import org.springframework.security.test.context.support.WithMockUser;

/** A screen of the whole console, without a browser, on the API in memory. */
@SpringBootTest(
        classes = Console.class,
        properties = {
            "PORTAL_DESK_API_URL=http://localhost:1",
            "PORTAL_DESK_KEYCLOAK_URL=http://localhost:2",
            "PORTAL_DESK_CONSOLE_URL=http://localhost:3",
            "PORTAL_DESK_CONSOLE_CLIENT_SECRET=only-for-tests-of-screens"
        })
@Import(FakeDesk.class)
@WithMockUser
public abstract class ScreenTest extends SpringBrowserlessTest {

    @Autowired protected Desk desk;
    @Autowired protected Codes codes;
    @Autowired private TypedDrafts typed;

    @BeforeEach
    void speakEnglish() {
        UI.getCurrent().setLocale(Locale.US);
    }

    /** After and not before: the first screen is open before a test begins. */
    @AfterEach
    void tidyUp() {
        desk.reset();
        typed.reset();
        codes.reset();
    }

    /** From now on somebody with these roles is at the screen. */
    protected void signIn(StaffRole... roles) {
        desk.signIn(roles);
        cleanVaadinEnvironment();
        initVaadinEnvironment();
        UI.getCurrent().setLocale(Locale.US);
    }

    /**
     * Lets what signals have set off take effect. The API in memory answers at once, so nothing is
     * waited for; the library's own method waits a tenth of a second each time.
     */
    protected final void letSignalsRun() {
        runPendingSignalsTasks(1, TimeUnit.MILLISECONDS);
    }

    /** As {@link #letSignalsRun()}, with a round trip of the browser, in which dialogs open. */
    protected final void settle() {
        letSignalsRun();
        roundTrip();
        letSignalsRun();
    }

    /** Everything that stands on the page, dialogs included. */
    protected String shown() {
        // Dialogs come onto the page at the end of a round trip.
        roundTrip();
        return text(UI.getCurrent()).replaceAll("\\s+", " ");
    }

    /** The button of that name that can be seen. */
    protected Button button(String name) {
        return find(Button.class).withText(name).single();
    }

    private static String text(Component component) {
        if (component instanceof Text text) {
            return text.getText();
        }
        if (!component.isVisible()) {
            return "";
        }
        return Stream.concat(
                        Stream.of(ownText(component)),
                        component.getChildren().map(ScreenTest::text))
                .reduce("", (before, next) -> before + " " + next);
    }

    private static String ownText(Component component) {
        var element = component.getElement();
        return String.join(
                " ",
                element.getText(),
                element.getProperty("label", ""),
                element.getProperty("headerTitle", ""));
    }
}
