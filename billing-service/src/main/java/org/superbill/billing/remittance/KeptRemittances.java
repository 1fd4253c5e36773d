package org.superbill.billing.remittance;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.superbill.billing.archive.Archive;

/** Payments as they lie in the archive. */
@ApplicationScoped
class KeptRemittances {
    private final Archive archive;

    KeptRemittances(Archive archive) {
        this.archive = archive;
    }

    Remitted read(Remittance remittance) {
        var file = archive.find(remittance.x12FileId()).orElseThrow();
        return new RemittanceFile(file).at(remittance.position());
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
