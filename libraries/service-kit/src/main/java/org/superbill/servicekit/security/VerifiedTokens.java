package org.superbill.servicekit.security;

import io.quarkus.security.identity.SecurityIdentity;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.superbill.servicekit.ids.Sha256;

/**
 * Who the bearers of tokens are that were verified within the last minute. A token is found by the SHA-256 of every character of it, never by a
 * part; it is forgotten when it expires, and after a minute in any case, so that a key that its issuer has withdrawn is not trusted for longer
 * than that after the keys were fetched. Only what was verified is kept: whoever sends wrong tokens fills nothing.
 */
final class VerifiedTokens {
    private static final Duration TRUSTED = Duration.ofMinutes(1);
    /** Who has not come for longest is verified again. */
    private static final int MOST = 2_000;
    /** Characters; a token with more is verified each time, so that what is kept stays within some 40 MB. */
    private static final int LONGEST = 4_096;

    private final Clock clock;
    private final Map<Digest, Known> known = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Digest, Known> eldest) {
            return size() > MOST;
        }
    };

    /** @param clock that of the system: tokens do not follow the business clock */
    VerifiedTokens(Clock clock) {
        this.clock = clock;
    }

    private record Known(SecurityIdentity bearer, Instant from, Instant until) {
        /** A clock that was put back says nothing of how old this is. */
        boolean isTrusted(Instant now) {
            return !now.isBefore(from) && now.isBefore(until);
        }
    }

    /** All 256 bits. */
    private record Digest(UUID first, UUID second) {}

    /** Null when the token has to be verified. */
    @Nullable
    SecurityIdentity bearer(String token) {
        var digest = digest(token);
        var now = clock.instant();
        synchronized (known) {
            var found = known.get(digest);
            if (found == null) {
                return null;
            }
            if (found.isTrusted(now)) {
                return found.bearer();
            }
            known.remove(digest);
            return null;
        }
    }

    /** @param expires when the token itself says that it ends */
    void keep(String token, SecurityIdentity bearer, Instant expires) {
        if (token.length() > LONGEST) {
            return;
        }
        var now = clock.instant();
        var minute = now.plus(TRUSTED);
        var digest = digest(token);
        synchronized (known) {
            known.put(digest, new Known(bearer, now, expires.isBefore(minute) ? expires : minute));
        }
    }

    int size() {
        synchronized (known) {
            return known.size();
        }
    }

    private static Digest digest(String token) {
        var hash = ByteBuffer.wrap(Sha256.digest().digest(token.getBytes(StandardCharsets.UTF_8)));
        return new Digest(new UUID(hash.getLong(), hash.getLong()), new UUID(hash.getLong(), hash.getLong()));
    }
}
