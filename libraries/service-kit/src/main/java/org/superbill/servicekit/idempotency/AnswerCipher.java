package org.superbill.servicekit.idempotency;

import jakarta.inject.Singleton;
import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Optional;
import javax.crypto.Cipher;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** AES-256-GCM. A sealed text is the format's version, a random nonce of 12 bytes, and the ciphertext with its tag. */
@Singleton
class AnswerCipher {

    private static final byte VERSION = 1;
    private static final int NONCE_BYTES = 12;
    private static final int KEY_BYTES = 32;
    private static final int TAG_BITS = 128;

    private final SecretKey key;
    private final SecureRandom random = new SecureRandom();

    AnswerCipher(@ConfigProperty(name = "superbill.encryption-key") Optional<String> base64) {
        var bytes = Base64.getDecoder()
                .decode(base64.orElseThrow(() -> new IllegalStateException("SUPERBILL_ENCRYPTION_KEY is not set")));
        if (bytes.length != KEY_BYTES) {
            throw new IllegalStateException(
                    "SUPERBILL_ENCRYPTION_KEY is base64 of %d bytes, not of %d".formatted(KEY_BYTES, bytes.length));
        }
        key = new SecretKeySpec(bytes, "AES");
    }

    /** @param belongsTo what the text belongs to; it opens only together with the same */
    byte[] seal(byte[] text, byte[] belongsTo) {
        var nonce = new byte[NONCE_BYTES];
        random.nextBytes(nonce);
        try {
            var sealed = cipher(Cipher.ENCRYPT_MODE, nonce, belongsTo).doFinal(text);
            return ByteBuffer.allocate(1 + NONCE_BYTES + sealed.length)
                    .put(VERSION)
                    .put(nonce)
                    .put(sealed)
                    .array();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("AES-GCM", e);
        }
    }

    /** @throws IllegalStateException when it was sealed with another key, for something else, or has been changed */
    byte[] open(byte[] sealed, byte[] belongsTo) {
        var bytes = ByteBuffer.wrap(sealed);
        if (bytes.get() != VERSION) {
            throw new IllegalStateException("A stored answer has an unknown format");
        }
        var nonce = new byte[NONCE_BYTES];
        bytes.get(nonce);
        try {
            return cipher(Cipher.DECRYPT_MODE, nonce, belongsTo).doFinal(sealed, bytes.position(), bytes.remaining());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("A stored answer cannot be opened", e);
        }
    }

    private Cipher cipher(int mode, byte[] nonce, byte[] belongsTo) throws GeneralSecurityException {
        var cipher = Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, nonce));
        cipher.updateAAD(belongsTo);
        return cipher;
    }
}
