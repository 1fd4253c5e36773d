package org.superbill.servicekit.idempotency;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import org.superbill.servicekit.ids.Sha256;
import org.superbill.servicekit.problem.FieldError;
import org.superbill.servicekit.problem.KitProblem;
import org.superbill.servicekit.problem.Problem;

/**
 * Which request this is: the client's key within its organization, subject, method and path.
 *
 * @param organization empty for none
 * @param hash SHA-256 over all of them
 */
record RequestKey(String organization, byte[] hash) {

    static final String HEADER = "Idempotency-Key";

    private static final int LONGEST = 255;

    /** @throws Problem {@code IDEMPOTENCY_KEY_MISSING} */
    static RequestKey of(String organization, String subject, String method, String path, @Nullable String key) {
        if (key == null || key.isBlank()) {
            throw refused("required", "This write has no Idempotency-Key");
        }
        if (key.length() > LONGEST || key.chars().anyMatch(c -> c <= ' ' || c > '~')) {
            throw refused("malformed", "An Idempotency-Key has 1 to 255 visible ASCII characters");
        }
        var digest = Sha256.digest();
        for (var part : new String[] {organization, subject, method, path, key}) {
            var bytes = part.getBytes(StandardCharsets.UTF_8);
            digest.update(
                    ByteBuffer.allocate(Integer.BYTES).putInt(bytes.length).array());
            digest.update(bytes);
        }
        return new RequestKey(organization, digest.digest());
    }

    /** For PostgreSQL's advisory lock. */
    long lock() {
        return ByteBuffer.wrap(hash).getLong();
    }

    private static Problem refused(String code, String message) {
        return new Problem(
                KitProblem.IDEMPOTENCY_KEY_MISSING, message, new FieldError("header:" + HEADER, code, message));
    }
}
