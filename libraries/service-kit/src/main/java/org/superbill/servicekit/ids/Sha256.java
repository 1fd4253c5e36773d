package org.superbill.servicekit.ids;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** SHA-256: for short keys of long texts, and to tell whether two contents are the same. */
public final class Sha256 {
    private static final MessageDigest FRESH = lookedUp(); // cloned for each use: cheaper than to look it up

    private Sha256() {}

    /** A digest of its own that nothing has gone into. */
    public static MessageDigest digest() {
        try {
            return (MessageDigest) FRESH.clone();
        } catch (CloneNotSupportedException e) {
            throw new IllegalStateException("A SHA-256 that cannot be cloned", e);
        }
    }

    /** Of a content, in lower-case hexadecimal. */
    public static String hex(byte[] content) {
        return HexFormat.of().formatHex(digest().digest(content));
    }

    /** Of a text in UTF-8, in lower-case hexadecimal. */
    public static String hex(String text) {
        return hex(text.getBytes(StandardCharsets.UTF_8));
    }

    private static MessageDigest lookedUp() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }
}
