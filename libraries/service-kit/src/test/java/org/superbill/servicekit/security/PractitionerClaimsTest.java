package org.superbill.servicekit.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.smallrye.jwt.auth.principal.DefaultJWTCallerPrincipal;
import java.util.Set;
import java.util.UUID;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.jwt.consumer.InvalidJwtException;
import org.junit.jupiter.api.Test;

/** For whom a token's bearer may speak, as providers write it. */
class PractitionerClaimsTest {
    private static final UUID ONE = UUID.fromString("0195a2f0-7c1e-7a10-9d2b-3f6f5d1c0001");
    private static final UUID OTHER = UUID.fromString("0195a2f0-7c1e-7a10-9d2b-3f6f5d1c0002");
    private static final UUID THIRD = UUID.fromString("0195a2f0-7c1e-7a10-9d2b-3f6f5d1c0003");

    @Test
    void whoSaysNothingIsBoundToNobody() {
        assertThat(practitioners("")).isEmpty();
        assertThat(practitioners(", \"covers_for\": []")).isEmpty();
    }

    @Test
    void oneSpeaksForOneselfAndForWhomOneStandsIn() {
        assertThat(practitioners(", \"practitioner\": \"%s\"".formatted(ONE))).containsExactly(ONE);
        assertThat(practitioners(
                        ", \"practitioner\": \"%s\", \"covers_for\": [\"%s\", \"%s\"]".formatted(ONE, OTHER, THIRD)))
                .containsExactlyInAnyOrder(ONE, OTHER, THIRD);
        assertThat(practitioners(", \"covers_for\": [\"%s\"]".formatted(OTHER))).containsExactly(OTHER);
    }

    @Test
    void oneThatIsNoListBindsAsAListOfOneDoes() {
        assertThat(practitioners(", \"covers_for\": \"%s\"".formatted(OTHER))).containsExactly(OTHER);
    }

    @Test
    void whatIsNoUuidIsRefusedAndNotLeftOut() {
        for (var claims : new String[] {
            ", \"practitioner\": \"dr-rivers\"",
            ", \"practitioner\": 7",
            ", \"covers_for\": [\"%s\", \"dr-rivers\"]".formatted(ONE),
            ", \"covers_for\": \"%s,%s\"".formatted(ONE, OTHER)
        }) {
            assertThatThrownBy(() -> practitioners(claims))
                    .as(claims)
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("practitioner");
        }
    }

    private static Set<UUID> practitioners(String more) {
        try {
            return Tokens.practitioners(
                    new DefaultJWTCallerPrincipal(JwtClaims.parse("{\"sub\": \"u\"%s}".formatted(more))));
        } catch (InvalidJwtException e) {
            throw new AssertionError(e);
        }
    }
}
