package org.superbill.patient.practitioner;

import static org.superbill.patient.practitioner.PractitionerProblem.PRACTITIONER_DUPLICATE;
import static org.superbill.patient.practitioner.PractitionerProblem.PRACTITIONER_NOT_FOUND;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import org.superbill.patient.register.Register;
import org.superbill.servicekit.outbox.Outbox;
import org.superbill.servicekit.problem.FieldError;
import org.superbill.servicekit.problem.Problem;

/** What can be done with practitioners. */
@ApplicationScoped
public class Practitioners extends Register<Practitioner, PractitionerDetails, PractitionerView> {
    private final PractitionerStore store;

    Practitioners(PractitionerStore store, Outbox outbox) {
        super(store, outbox);
        this.store = store;
    }

    @Override
    protected Practitioner newEntry(UUID id, PractitionerDetails details) {
        return new Practitioner(id, details);
    }

    @Override
    protected void refuseDuplicate(UUID id, PractitionerDetails details) {
        if (store.hasAnother(id, details)) {
            throw new Problem(
                    PRACTITIONER_DUPLICATE,
                    "Another practitioner of the organization has this NPI",
                    new FieldError("/npi", "duplicate", "is the NPI of another practitioner"));
        }
    }

    @Override
    protected Problem notFound() {
        return new Problem(PRACTITIONER_NOT_FOUND, "There is no practitioner with this id");
    }
}
