package org.superbill.billing.ledger;

import org.superbill.servicekit.ids.Sha256;

/** How each seal follows from the one before. Pure. */
final class Chain {
    private Chain() {}

    /** @param digest of the entry that is sealed */
    static byte[] next(byte[] before, byte[] digest) {
        var sha256 = Sha256.digest();
        sha256.update(before);
        return sha256.digest(digest);
    }

    static byte[] sha256(byte[] bytes) {
        return Sha256.digest().digest(bytes);
    }
}
