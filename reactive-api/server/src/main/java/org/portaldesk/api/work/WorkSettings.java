package org.portaldesk.api.work;

import java.time.LocalDate;
import java.util.Map;
import java.util.Set;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * @param hours of every queue
 * @param localDays on which the house closes beside federal holidays
 */
@ConfigurationProperties("portal-desk.work")
record WorkSettings(Map<WorkQueue, OpeningHours> hours, @DefaultValue Set<LocalDate> localDays) {

    OpeningHours hoursOf(WorkQueue queue) {
        var found = hours.get(queue);
        if (found == null) {
            throw new IllegalStateException("No opening hours are set for queue " + queue);
        }
        return found;
    }
}
