package org.portaldesk.console.shell;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.page.ColorScheme;
import com.vaadin.flow.server.VaadinRequest;
import com.vaadin.flow.server.VaadinService;
import jakarta.servlet.http.Cookie;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * How somebody likes the console, kept in a cookie of the browser: it is about the desk they sit
 * at, and holds nothing about them.
 *
 * @param language absent: as the browser asks
 */
record Preferences(Scheme scheme, @Nullable Locale language) {

    private static final String COOKIE = "portal-desk-look";

    /** The languages that the console speaks. */
    static final List<Locale> LANGUAGES = List.of(Locale.ENGLISH, Locale.of("es"));

    /** Light or dark. */
    enum Scheme {
        SYSTEM(ColorScheme.Value.LIGHT_DARK),
        LIGHT(ColorScheme.Value.LIGHT),
        DARK(ColorScheme.Value.DARK);

        private final ColorScheme.Value value;

        Scheme(ColorScheme.Value value) {
            this.value = value;
        }
    }

    static Preferences of(@Nullable VaadinRequest request) {
        var cookies = request == null ? null : request.getCookies();
        return cookies == null
                ? new Preferences(Scheme.SYSTEM, null)
                : Arrays.stream(cookies)
                        .filter(cookie -> cookie.getName().equals(COOKIE))
                        .findFirst()
                        .map(cookie -> parse(cookie.getValue()))
                        .orElse(new Preferences(Scheme.SYSTEM, null));
    }

    static Preferences current() {
        return of(VaadinRequest.getCurrent());
    }

    private static Preferences parse(String value) {
        var parts = List.of(value.split("\\.", 2));
        var scheme =
                Arrays.stream(Scheme.values())
                        .filter(one -> one.name().equals(parts.getFirst()))
                        .findFirst()
                        .orElse(Scheme.SYSTEM);
        var language =
                LANGUAGES.stream()
                        .filter(one -> one.getLanguage().equals(parts.getLast()))
                        .findFirst()
                        .orElse(null);
        return new Preferences(scheme, language);
    }

    Preferences with(Scheme scheme) {
        return new Preferences(scheme, language);
    }

    Preferences with(Locale language) {
        return new Preferences(scheme, language);
    }

    /** Applies them to a UI that is new or already shown. */
    void apply(UI ui) {
        ui.getPage().setColorScheme(scheme.value);
        ui.setLocale(language != null ? language : spoken(VaadinRequest.getCurrent()));
    }

    /** Keeps them for a year; only during a request. */
    void keep() {
        var cookie =
                new Cookie(COOKIE, scheme + (language == null ? "" : "." + language.getLanguage()));
        cookie.setPath("/");
        cookie.setHttpOnly(true);
        cookie.setSecure(VaadinRequest.getCurrent().isSecure());
        cookie.setAttribute("SameSite", "Lax");
        cookie.setMaxAge(Math.toIntExact(Duration.ofDays(365).toSeconds()));
        VaadinService.getCurrentResponse().addCookie(cookie);
    }

    /** The first language that the browser asks for, if we speak it; with its country's habits. */
    private static Locale spoken(@Nullable VaadinRequest request) {
        var asked = request == null ? LANGUAGES.getFirst() : request.getLocale();
        return LANGUAGES.stream().anyMatch(one -> one.getLanguage().equals(asked.getLanguage()))
                ? asked
                : LANGUAGES.getFirst();
    }
}
