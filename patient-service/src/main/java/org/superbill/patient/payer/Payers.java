package org.superbill.patient.payer;

import static org.superbill.patient.payer.PayerProblem.PAYER_DUPLICATE;
import static org.superbill.patient.payer.PayerProblem.PAYER_NOT_FOUND;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import org.superbill.patient.register.Register;
import org.superbill.servicekit.outbox.Outbox;
import org.superbill.servicekit.problem.FieldError;
import org.superbill.servicekit.problem.Problem;

/** What can be done with payers. */
@ApplicationScoped
public class Payers extends Register<Payer, PayerDetails, PayerView> {
    private final PayerStore store;

    Payers(PayerStore store, Outbox outbox) {
        super(store, outbox);
        this.store = store;
    }

    @Override
    protected Payer newEntry(UUID id, PayerDetails details) {
        return new Payer(id, details);
    }

    @Override
    protected void refuseDuplicate(UUID id, PayerDetails details) {
        if (store.hasAnother(id, details)) {
            throw new Problem(
                    PAYER_DUPLICATE,
                    "Another payer of the organization has this number and name",
                    new FieldError("/payerId", "duplicate", "is, with this name, another payer"));
        }
    }

    @Override
    protected Problem notFound() {
        return new Problem(PAYER_NOT_FOUND, "There is no payer with this id");
    }
}
