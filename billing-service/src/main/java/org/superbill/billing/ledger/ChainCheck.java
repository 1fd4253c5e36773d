package org.superbill.billing.ledger;

import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.superbill.billing.ledger.VerificationView.Finding;

/**
 * Follows the chain seal by seal and names each place where it does not hold. What the closings kept of its end is held against it, so
 * that a chain that was cut off or made anew is noticed too. Pure.
 */
final class ChainCheck {
    private static final int MOST = 100;

    private final List<Finding> findings = new ArrayList<>();
    private final List<PeriodView> closings;
    private int closing;
    private long position;
    private byte[] hash;

    /** @param closings oldest first */
    ChainCheck(byte[] genesis, List<PeriodView> closings) {
        this.hash = genesis.clone();
        this.closings = List.copyOf(closings);
        holdAgainstClosings();
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
        holdAgainstClosings();
    }

    private void holdAgainstClosings() {
        for (; closing < closings.size() && closings.get(closing).sealPosition() <= position; closing++) {
            var kept = closings.get(closing);
            if (kept.sealPosition() < position
                    || !kept.sealHash().equals(HexFormat.of().formatHex(hash))) {
                add(kept, "the chain had another end when %s was closed".formatted(kept.month()));
            }
        }
    }

    private void add(SealStore.Sealed sealed, String explanation) {
        add(new Finding(sealed.entryId(), null, sealed.position(), explanation));
    }

    private void add(PeriodView kept, String explanation) {
        add(new Finding(null, null, kept.sealPosition(), explanation));
    }

    private void add(Finding finding) {
        if (findings.size() < MOST) {
            findings.add(finding);
        }
    }

    /** After the last seal. */
    List<Finding> findings() {
        for (; closing < closings.size(); closing++) {
            var kept = closings.get(closing);
            add(kept, "the chain was longer when %s was closed: seals at its end are gone".formatted(kept.month()));
        }
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
