package org.superbill.servicekit.security;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.runtime.QuarkusPrincipal;
import io.quarkus.security.runtime.QuarkusSecurityIdentity;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;

class VerifiedTokensTest {
    private static final Instant START = Instant.parse("2026-03-02T12:00:00Z");
    private static final SecurityIdentity BEARER = bearer("biller");

    private final Hands clock = new Hands();
    private final VerifiedTokens verified = new VerifiedTokens(clock);

    /** A clock that the test moves. */
    private static final class Hands extends Clock {
        private Instant now = START;

        void move(Duration by) {
            now = now.plus(by);
        }

        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    }

    private static SecurityIdentity bearer(String name) {
        return QuarkusSecurityIdentity.builder()
                .setPrincipal(new QuarkusPrincipal(name))
                .build();
    }

    private void keep(String token) {
        verified.keep(token, BEARER, START.plus(Duration.ofHours(1)));
    }

    @Test
    void aTokenIsKnownByAllOfItAndNotByAPart() {
        keep("header.payload.signature");
        assertThat(verified.bearer("header.payload.signature")).isSameAs(BEARER);
        assertThat(verified.bearer("header.payload.signaturf")).isNull();
        assertThat(verified.bearer("header.payload.signature ")).isNull();
        assertThat(verified.bearer("header.payload.")).isNull();
        assertThat(verified.bearer("")).isNull();
    }

    @Test
    void twoTokensWithTheSameBeginningHaveTheirOwnBearers() {
        var other = bearer("poster");
        var same = "a".repeat(1_000);
        verified.keep(same + "1", BEARER, START.plus(Duration.ofHours(1)));
        verified.keep(same + "2", other, START.plus(Duration.ofHours(1)));
        assertThat(verified.bearer(same + "1")).isSameAs(BEARER);
        assertThat(verified.bearer(same + "2")).isSameAs(other);
    }

    @Test
    void itIsTrustedUntilItExpiresAndNoLonger() {
        verified.keep("t", BEARER, START.plus(Duration.ofSeconds(10)));
        clock.move(Duration.ofMillis(9_999));
        assertThat(verified.bearer("t")).isSameAs(BEARER);
        clock.move(Duration.ofMillis(1));
        assertThat(verified.bearer("t")).isNull();
        assertThat(verified.size()).isZero();
    }

    @Test
    void afterAMinuteItIsVerifiedAgainSoThatAWithdrawnKeyEndsIt() {
        keep("t");
        clock.move(Duration.ofMillis(59_999));
        assertThat(verified.bearer("t")).isSameAs(BEARER);
        clock.move(Duration.ofMillis(1));
        assertThat(verified.bearer("t")).isNull();
    }

    @Test
    void beingUsedDoesNotProlongIt() {
        keep("t");
        for (var second = 0; second < 60; second++) {
            assertThat(verified.bearer("t")).isSameAs(BEARER);
            clock.move(Duration.ofSeconds(1));
        }
        assertThat(verified.bearer("t")).isNull();
    }

    @Test
    void aClockThatIsPutBackDoesNotProlongIt() {
        clock.move(Duration.ofHours(2));
        verified.keep("t", BEARER, clock.instant().plus(Duration.ofHours(1)));
        clock.move(Duration.ofMillis(-1));
        assertThat(verified.bearer("t")).isNull();
        clock.move(Duration.ofMillis(1));
        assertThat(verified.bearer("t")).isNull();
    }

    @Test
    void aFloodOfTokensPushesTheOldestOutAndNotTheOneInUse() {
        keep("in use");
        for (var i = 0; i < 10_000; i++) {
            keep("flood " + i);
            assertThat(verified.bearer("in use")).isSameAs(BEARER);
        }
        assertThat(verified.size()).isEqualTo(2_000);
        assertThat(verified.bearer("flood 0")).isNull();
        assertThat(verified.bearer("flood 9999")).isSameAs(BEARER);
    }

    @Test
    void aVeryLongTokenIsNotKept() {
        keep("l".repeat(4_096));
        keep("l".repeat(4_097));
        assertThat(verified.bearer("l".repeat(4_096))).isSameAs(BEARER);
        assertThat(verified.bearer("l".repeat(4_097))).isNull();
    }
}
