package org.superbill.patient.location;

import static org.superbill.patient.location.LocationProblem.LOCATION_DUPLICATE;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.superbill.servicekit.ids.Ids;
import org.superbill.servicekit.outbox.Outbox;
import org.superbill.servicekit.paging.Page;
import org.superbill.servicekit.paging.PageRequest;
import org.superbill.servicekit.problem.FieldError;
import org.superbill.servicekit.problem.Problem;
import org.superbill.servicekit.revision.Revision;

/** What can be done with locations; each public method is one transaction. */
@ApplicationScoped
public class Locations {
    private final LocationStore store;
    private final Outbox outbox;

    Locations(LocationStore store, Outbox outbox) {
        this.store = store;
        this.outbox = outbox;
    }

    /** Whether the caller's organization has it. */
    @Transactional
    public boolean exists(UUID locationId) {
        return store.has(locationId);
    }

    /** @throws Problem {@code LOCATION_DUPLICATE} */
    @Transactional
    LocationView create(LocationDetails details) {
        var location = new Location(Ids.next(), details);
        refuseDuplicate(location);
        store.persistAndFlush(location);
        outbox.publish(location.changed());
        return location.view();
    }

    /** @throws Problem {@code LOCATION_NOT_FOUND} */
    @Transactional
    LocationView get(UUID locationId) {
        return store.get(locationId).view();
    }

    @Transactional
    Page<LocationView> list(PageRequest page) {
        return Page.of(store.list(page), page, Location::id).map(Location::view);
    }

    /** @throws Problem {@code LOCATION_NOT_FOUND}, {@code LOCATION_DUPLICATE}, {@code STALE}, {@code IF_MATCH_MISSING} */
    @Transactional
    LocationView describe(UUID locationId, LocationDetails details, @Nullable Revision expected) {
        var location = store.getForUpdate(locationId);
        Revision.requireMatch(expected, location.revision());
        location.describe(details);
        refuseDuplicate(location);
        store.flush(); // so that the answer carries the new revision
        outbox.publish(location.changed());
        return location.view();
    }

    private void refuseDuplicate(Location location) {
        if (store.hasAnother(location)) {
            throw new Problem(
                    LOCATION_DUPLICATE,
                    "Another location of the organization has this name",
                    new FieldError("/name", "duplicate", "is the name of another location"));
        }
    }
}
