package org.portaldesk.api.work;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.portaldesk.api.work.Calendars.NEW_YORK;
import static org.portaldesk.api.work.Calendars.at;
import static org.portaldesk.api.work.WorkQueue.RELEASE_OF_INFORMATION;
import static org.portaldesk.api.work.WorkQueue.SUPPORT_LINE;

import java.io.IOException;
import java.net.URI;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.portaldesk.api.platform.Facility;
import org.portaldesk.api.work.ServicePromise.BusinessDays;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.env.YamlPropertySourceLoader;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.core.io.ClassPathResource;

/** The hours that the shipped configuration sets. */
class WorkCalendarsTest {

    private static final Facility FACILITY =
            new Facility("General", NEW_YORK, URI.create("http://localhost"));

    @Test
    void theSupportLineOpensHalfAnHourBeforeTheReleaseOfInformation() throws IOException {
        var calendars = new WorkCalendars(FACILITY, shipped(Map.of()));
        var early = at("2026-08-31T07:00");

        assertThat(calendars.of(SUPPORT_LINE).due(early, new BusinessDays(1)))
                .isEqualTo(at("2026-09-01T07:30"));
        assertThat(calendars.of(RELEASE_OF_INFORMATION).due(early, new BusinessDays(1)))
                .isEqualTo(at("2026-09-01T08:00"));
    }

    @Test
    void localDaysAreHolidaysToo() throws IOException {
        var local = Map.<String, Object>of("PORTAL_DESK_LOCAL_HOLIDAYS", "2026-09-01,2026-11-27");
        var calendars = new WorkCalendars(FACILITY, shipped(local));

        assertThat(calendars.of(SUPPORT_LINE).due(at("2026-08-31T10:00"), new BusinessDays(1)))
                .isEqualTo(at("2026-09-02T10:00"));
        assertThat(calendars.of(SUPPORT_LINE).due(at("2026-11-25T10:00"), new BusinessDays(1)))
                .isEqualTo(at("2026-11-30T10:00"));
    }

    @Test
    void aQueueWithoutHoursStopsTheStart() {
        var settings = new WorkSettings(Map.of(), Set.of());

        assertThatIllegalStateException().isThrownBy(() -> new WorkCalendars(FACILITY, settings));
    }

    private static WorkSettings shipped(Map<String, Object> variables) throws IOException {
        var environment = new StandardEnvironment();
        var file = new ClassPathResource("application.yml");
        var sources = environment.getPropertySources();
        sources.addFirst(new MapPropertySource("variables", variables));
        new YamlPropertySourceLoader().load("shipped", file).forEach(sources::addLast);
        return Binder.get(environment).bindOrCreate("portal-desk.work", WorkSettings.class);
    }
}
