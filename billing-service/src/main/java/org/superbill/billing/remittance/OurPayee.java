package org.superbill.billing.remittance;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import org.superbill.billing.reference.Reference;
import org.superbill.events.PracticeChanged;
import org.superbill.servicekit.tenancy.CurrentOrganization;

/** Whether a payment is meant for us at all, where none of its claims says so. */
@ApplicationScoped
class OurPayee {
    private final Reference reference;
    private final CurrentOrganization organization;

    OurPayee(Reference reference, CurrentOrganization organization) {
        this.reference = reference;
        this.organization = organization;
    }

    /** Another's money is not posted as ours; until the practice is known nobody can tell. */
    Optional<String> doubt(Remitted remitted) {
        return organization
                .get()
                .flatMap(reference::practice)
                .map(PracticeChanged::organization)
                .filter(ours -> !remitted.isPaidTo(ours))
                .map(
                        ours ->
                                "A person has to look: payee-differs: the payee is not this organization, and none of the claims is its own");
    }
}
