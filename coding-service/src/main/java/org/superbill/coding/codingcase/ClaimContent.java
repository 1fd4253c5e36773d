package org.superbill.coding.codingcase;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.superbill.events.ClaimDetails;
import org.superbill.events.EncounterCompleted;
import org.superbill.events.ServiceDetails;

/**
 * What claims say of an encounter besides its codes: coding looks at none of it and passes it on to billing as it came.
 *
 * @param services by line number; without those of which nothing more is said
 */
record ClaimContent(@Nullable ClaimDetails details, Map<Integer, ServiceDetails> services) {
    ClaimContent {
        services = Map.copyOf(services);
    }

    /** Null when nothing is said, as of most encounters. */
    static @Nullable ClaimContent of(EncounterCompleted completed) {
        var services = new HashMap<Integer, ServiceDetails>();
        for (var service : completed.services()) {
            if (service.details() != null) {
                services.put(service.lineNumber(), service.details());
            }
        }
        return completed.claimDetails() == null && services.isEmpty()
                ? null
                : new ClaimContent(completed.claimDetails(), services);
    }
}
