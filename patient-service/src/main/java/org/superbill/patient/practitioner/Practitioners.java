package org.superbill.patient.practitioner;

import static org.superbill.patient.practitioner.PractitionerProblem.PRACTITIONER_DUPLICATE;

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

/** What can be done with practitioners; each public method is one transaction. */
@ApplicationScoped
public class Practitioners {
    private final PractitionerStore store;
    private final Outbox outbox;

    Practitioners(PractitionerStore store, Outbox outbox) {
        this.store = store;
        this.outbox = outbox;
    }

    /** Whether the caller's organization has it. */
    @Transactional
    public boolean exists(UUID practitionerId) {
        return store.has(practitionerId);
    }

    /** @throws Problem {@code PRACTITIONER_DUPLICATE} */
    @Transactional
    PractitionerView create(PractitionerDetails details) {
        var practitioner = new Practitioner(Ids.next(), details);
        refuseDuplicate(practitioner);
        store.persistAndFlush(practitioner);
        outbox.publish(practitioner.changed());
        return practitioner.view();
    }

    /** @throws Problem {@code PRACTITIONER_NOT_FOUND} */
    @Transactional
    PractitionerView get(UUID practitionerId) {
        return store.get(practitionerId).view();
    }

    @Transactional
    Page<PractitionerView> list(PageRequest page) {
        return Page.of(store.list(page), page, Practitioner::id).map(Practitioner::view);
    }

    /** @throws Problem {@code PRACTITIONER_NOT_FOUND}, {@code PRACTITIONER_DUPLICATE}, {@code STALE}, {@code IF_MATCH_MISSING} */
    @Transactional
    PractitionerView describe(UUID practitionerId, PractitionerDetails details, @Nullable Revision expected) {
        var practitioner = store.getForUpdate(practitionerId);
        Revision.requireMatch(expected, practitioner.revision());
        practitioner.describe(details);
        refuseDuplicate(practitioner);
        store.flush(); // so that the answer carries the new revision
        outbox.publish(practitioner.changed());
        return practitioner.view();
    }

    private void refuseDuplicate(Practitioner practitioner) {
        if (store.hasAnother(practitioner)) {
            throw new Problem(
                    PRACTITIONER_DUPLICATE,
                    "Another practitioner of the organization has this NPI",
                    new FieldError("/npi", "duplicate", "is the NPI of another practitioner"));
        }
    }
}
