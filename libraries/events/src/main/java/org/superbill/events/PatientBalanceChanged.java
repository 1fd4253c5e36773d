package org.superbill.events;

import java.util.UUID;

/** What a patient owes. Key: patient id. Below zero is a credit. */
public record PatientBalanceChanged(UUID patientId, long balanceCents) implements Event {
    @Override
    public String subject() {
        return patientId.toString();
    }
}
