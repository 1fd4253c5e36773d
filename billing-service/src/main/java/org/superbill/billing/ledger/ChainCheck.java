package org.superbill.billing.ledger;

import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.List;
import org.superbill.billing.ledger.VerificationView.Finding;

/** Follows the chain seal by seal and names each place where it does not hold. Pure. */
final class ChainCheck {
    private static final int MOST = 100;

    private final List<Finding> findings = new ArrayList<>();
    private long position;
    private byte[] hash;

    ChainCheck(byte[] genesis) {
        this.hash = genesis.clone();
    }

    void take(SealStore.Sealed sealed) {
        if (sealed.position() != position + 1) {
            add(sealed, "the seals from %d to %d are gone".formatted(position + 1, sealed.position() - 1));
        } else if (sealed.digest() == null) {
            add(sealed, "the entry is gone");
        } else if (!MessageDigest.isEqual(Chain.next(hash, sealed.digest()), sealed.hash())) {
            add(sealed, "the entry, or its seal, is not what was sealed");
        }
        position = sealed.position();
        hash = sealed.hash(); // so that each place is judged by itself
    }

    private void add(SealStore.Sealed sealed, String explanation) {
        if (findings.size() < MOST) {
            findings.add(new Finding(sealed.entryId(), null, sealed.position(), explanation));
        }
    }

    List<Finding> findings() {
        return List.copyOf(findings);
    }

    /** The end of the chain. */
    long position() {
        return position;
    }

    byte[] hash() {
        return hash.clone();
    }
}
