package org.superbill.billing.remittance;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.superbill.billing.archive.Archive;
import org.superbill.billing.reference.Reference;
import org.superbill.servicekit.problem.FieldError;
import org.superbill.servicekit.problem.KitProblem;
import org.superbill.servicekit.problem.Problem;

/** Payments as they lie in the archive. */
@ApplicationScoped
class KeptRemittances {
    private final Archive archive;
    private final Reference reference;

    KeptRemittances(Archive archive, Reference reference) {
        this.archive = archive;
        this.reference = reference;
    }

    Remitted read(Remittance remittance) {
        var file = archive.find(remittance.x12FileId()).orElseThrow();
        return new RemittanceFile(file).at(remittance.position());
    }

    /**
     * @param payerId whose payment a person says that it is, if one does
     * @throws Problem {@code VALIDATION_FAILED} when nobody here knows that payer
     */
    Remitted read(Remittance remittance, @Nullable UUID payerId) {
        if (payerId != null && !reference.knowsPayer(payerId)) {
            throw new Problem(
                    KitProblem.VALIDATION_FAILED,
                    "The payer is not valid",
                    new FieldError("/payerId", "unknown", "Name a payer that billing knows"));
        }
        return read(remittance).of(payerId);
    }

    /** A claim of a payment with its position. */
    record KeptClaim(int position, Remitted.Claim claim) {}

    /** @param positions of the claims that are wanted */
    static List<KeptClaim> claims(Remitted remitted, Set<Integer> positions) {
        var found = new ArrayList<KeptClaim>();
        var position = new int[1];
        remitted.claims().inChunks(chunk -> {
            for (var claim : chunk) {
                if (positions.contains(++position[0])) {
                    found.add(new KeptClaim(position[0], claim));
                }
            }
        });
        return found;
    }
}
