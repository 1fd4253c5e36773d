package org.superbill.billing.ledger;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/** How each seal follows from the one before. Pure. */
final class Chain {
    private Chain() {}

    /** @param digest of the entry that is sealed */
    static byte[] next(byte[] before, byte[] digest) {
        var sha256 = algorithm();
        sha256.update(before);
        return sha256.digest(digest);
    }

    static byte[] sha256(byte[] bytes) {
        return algorithm().digest(bytes);
    }

    private static MessageDigest algorithm() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every JDK has SHA-256", e);
        }
    }
}
