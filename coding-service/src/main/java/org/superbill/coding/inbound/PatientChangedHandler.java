package org.superbill.coding.inbound;

import jakarta.enterprise.context.ApplicationScoped;
import org.superbill.coding.reference.Reference;
import org.superbill.events.PatientChanged;
import org.superbill.servicekit.inbox.Envelope;
import org.superbill.servicekit.inbox.EventHandler;

/** Sex and birth date of a patient, which rules of codes look at. */
@ApplicationScoped
class PatientChangedHandler implements EventHandler<PatientChanged> {
    private final Reference reference;

    PatientChangedHandler(Reference reference) {
        this.reference = reference;
    }

    @Override
    public Class<PatientChanged> type() {
        return PatientChanged.class;
    }

    @Override
    public void handle(PatientChanged event, Envelope envelope) {
        reference.remember(event);
    }
}
