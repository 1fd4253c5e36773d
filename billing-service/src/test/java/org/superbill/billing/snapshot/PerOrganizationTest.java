package org.superbill.billing.snapshot;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import org.junit.jupiter.api.Test;

class PerOrganizationTest {
    private static final UUID ORGANIZATION = UUID.randomUUID();
    private static final long SECOND = 1_000_000_000L;

    private long now;
    private int reads;
    private String stamp = "a";
    private final PerOrganization<Integer> kept = new PerOrganization<>(() -> now);

    private int get() {
        return kept.get(ORGANIZATION, () -> stamp, () -> ++reads);
    }

    @Test
    void aChangeIsSeenAfterASecond() {
        assertThat(get()).isEqualTo(1);
        stamp = "b";
        now += SECOND - 1;
        assertThat(get()).isEqualTo(1);
        now += 1;
        assertThat(get()).isEqualTo(2);
    }

    @Test
    void whatHasNotChangedIsNotReadAgain() {
        get();
        now += 10 * SECOND;
        assertThat(get()).isEqualTo(1);
    }

    @Test
    void whoHasChangedItSeesItAtOnce() {
        get();
        kept.forget(ORGANIZATION);
        assertThat(get()).isEqualTo(2);
    }

    @Test
    void organizationsAreKeptApart() {
        get();
        assertThat(kept.get(UUID.randomUUID(), () -> stamp, () -> 77)).isEqualTo(77);
        assertThat(get()).isEqualTo(1);
    }
}
