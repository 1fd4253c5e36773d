package org.superbill.billing.ledger;

import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import org.superbill.billing.ledger.VerificationView.Finding;

/**
 * Follows the chain seal by seal and names each place where it does not hold. What the closings, and others elsewhere, kept of its end is held against it, so
 * that a chain that was cut off or made anew is noticed too. Pure.
 */
final class ChainCheck {
    private static final int MOST = 100;

    private final List<Finding> findings = new ArrayList<>();
    private final List<Kept> ends;
    private int end;
    private long position;
    private byte[] hash;

    /** An end that the chain once had. @param hash hexadecimal; @param when in words */
    record Kept(long position, String hash, String when) {
        static Kept by(PeriodView closing) {
            return new Kept(
                    closing.sealPosition(), closing.sealHash(), "when %s was closed".formatted(closing.month()));
        }
    }

    /** @param ends in any order */
    ChainCheck(byte[] genesis, List<Kept> ends) {
        this.hash = genesis.clone();
        this.ends = ends.stream().sorted(Comparator.comparing(Kept::position)).toList();
        holdAgainstEnds();
    }

    void take(SealStore.Sealed sealed) {
        if (sealed.position() != position + 1) {
            add(sealed, "the seals from %d to %d are gone".formatted(position + 1, sealed.position() - 1));
        } else if (sealed.digest() == null) {
            add(sealed, "%s is gone".formatted(what(sealed)));
        } else if (!MessageDigest.isEqual(Chain.next(hash, sealed.digest()), sealed.hash())) {
            add(sealed, "%s, or its seal, is not what was sealed".formatted(what(sealed)));
        }
        position = sealed.position();
        hash = sealed.hash(); // so that each place is judged by itself
        holdAgainstEnds();
    }

    private static String what(SealStore.Sealed sealed) {
        return sealed.closing() == null ? "the entry" : "the closing of %s".formatted(sealed.closing());
    }

    private void holdAgainstEnds() {
        for (; end < ends.size() && ends.get(end).position() <= position; end++) {
            var kept = ends.get(end);
            if (kept.position() < position
                    || !kept.hash().equalsIgnoreCase(HexFormat.of().formatHex(hash))) {
                add(kept, "the chain had another end %s".formatted(kept.when()));
            }
        }
    }

    private void add(SealStore.Sealed sealed, String explanation) {
        add(new Finding(sealed.entryId(), null, sealed.position(), explanation));
    }

    private void add(Kept kept, String explanation) {
        add(new Finding(null, null, kept.position(), explanation));
    }

    private void add(Finding finding) {
        if (findings.size() < MOST) {
            findings.add(finding);
        }
    }

    /** After the last seal. */
    List<Finding> findings() {
        for (; end < ends.size(); end++) {
            var kept = ends.get(end);
            add(kept, "the chain was longer %s: seals at its end are gone".formatted(kept.when()));
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
