package org.superbill.servicekit.sample;

import jakarta.enterprise.context.ApplicationScoped;
import org.superbill.events.PatientChanged;
import org.superbill.servicekit.inbox.Envelope;
import org.superbill.servicekit.inbox.EventHandler;

/** Keeps the patients, as billing does. */
@ApplicationScoped
class PatientListener implements EventHandler<PatientChanged> {
    private final Table table;

    PatientListener(Table table) {
        this.table = table;
    }

    @Override
    public Class<PatientChanged> type() {
        return PatientChanged.class;
    }

    @Override
    public void handle(PatientChanged patient, Envelope envelope) {
        if (patient.lastName().equals("Impossible")) {
            throw new IllegalArgumentException("Some text that may have patient data");
        }
        table.update("""
                insert into known_patient (organization_id, id, last_name) values (?, ?, ?)
                on conflict (organization_id, id) do update set last_name = excluded.last_name""", envelope.organization().toString(), patient.patientId(), patient.lastName());
    }
}
