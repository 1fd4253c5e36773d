package org.superbill.billing.secondary;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.superbill.billing.remittance.PostedClaim;
import org.superbill.x12.Transaction;
import org.superbill.x12.X12Reader;
import org.superbill.x12.remittance.Loop2100ClaimPayment;
import org.superbill.x12.remittance.RemittanceClaim;
import org.superbill.x12.remittance.RemittanceHandler;

/** Finds some claims in an 835 by their places; the file is streamed once. */
final class RemittedClaims implements RemittanceHandler {
    /** Counted from 1. */
    record Place(int transaction, int claim) {
        static Place of(PostedClaim claim) {
            return new Place(claim.transaction(), claim.position());
        }
    }

    private final Set<Place> wanted;
    private final Map<Place, Loop2100ClaimPayment> found = new HashMap<>();
    private int transaction = 1;
    private int claim;

    private RemittedClaims(Collection<Place> wanted) {
        this.wanted = new HashSet<>(wanted);
    }

    static Map<Place, Loop2100ClaimPayment> in(byte[] file, Collection<Place> places) {
        var handler = new RemittedClaims(places);
        try {
            X12Reader.streaming().read(new ByteArrayInputStream(file), handler);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return handler.found;
    }

    @Override
    public void claim(RemittanceClaim read) {
        claim++;
        var place = new Place(transaction, claim);
        if (wanted.contains(place)) {
            found.put(place, read.claim());
        }
    }

    @Override
    public void endTransaction(Transaction ended) {
        RemittanceHandler.super.endTransaction(ended);
        transaction++;
        claim = 0;
    }
}
