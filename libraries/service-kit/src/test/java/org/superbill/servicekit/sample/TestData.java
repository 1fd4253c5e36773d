package org.superbill.servicekit.sample;

import java.time.LocalDate;
import java.util.UUID;
import org.superbill.events.Address;
import org.superbill.events.EncounterVoided;
import org.superbill.events.PatientChanged;
import org.superbill.events.Sex;

/** Events of which only what is said here matters. */
public final class TestData {
    private TestData() {}

    public static EncounterVoided voided(UUID encounter, String reason) {
        return new EncounterVoided(encounter, reason);
    }

    public static PatientChanged patient(UUID id, String lastName) {
        return new PatientChanged(
                id,
                "Jane",
                null,
                lastName,
                LocalDate.of(1970, 1, 1),
                Sex.female,
                new Address("1 Main Street", null, "Springfield", "IL", "627010000"),
                null);
    }
}
