package org.superbill.patient.location;

import static org.superbill.patient.location.LocationProblem.LOCATION_DUPLICATE;
import static org.superbill.patient.location.LocationProblem.LOCATION_NOT_FOUND;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import org.superbill.patient.register.Register;
import org.superbill.servicekit.outbox.Outbox;
import org.superbill.servicekit.problem.FieldError;
import org.superbill.servicekit.problem.Problem;

/** What can be done with locations. */
@ApplicationScoped
class Locations extends Register<Location, LocationDetails, LocationView> {
    private final LocationStore store;

    Locations(LocationStore store, Outbox outbox) {
        super(store, outbox);
        this.store = store;
    }

    @Override
    protected Location newEntry(UUID id, LocationDetails details) {
        return new Location(id, details);
    }

    @Override
    protected void refuseDuplicate(UUID id, LocationDetails details) {
        if (store.hasAnother(id, details)) {
            throw new Problem(
                    LOCATION_DUPLICATE,
                    "Another location of the organization has this name",
                    new FieldError("/name", "duplicate", "is the name of another location"));
        }
    }

    @Override
    protected Problem notFound() {
        return new Problem(LOCATION_NOT_FOUND, "There is no location with this id");
    }
}
