package org.superbill.billing.claim;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.EnumSet;
import org.junit.jupiter.api.Test;

class TransportTest {
    @Test
    void everyStateCanBeReachedFromDraft() {
        var reached = EnumSet.of(Transport.DRAFT);
        for (var round = 0; round < Transport.values().length; round++) {
            EnumSet.copyOf(reached).forEach(state -> reached.addAll(state.next()));
        }
        assertThat(reached).containsExactlyInAnyOrder(Transport.values());
    }

    @Test
    void nothingThatWasSentBecomesUnsentAgain() {
        Arrays.stream(Transport.values())
                .filter(state -> !state.isUnsent() && state != Transport.QUEUED)
                .forEach(state -> assertThat(state.next()).as(state.wire()).noneMatch(Transport::isUnsent));
    }

    @Test
    void whatIsQueuedLeavesFailsOrIsHeld() {
        assertThat(Transport.QUEUED.next())
                .containsExactlyInAnyOrder(Transport.SENT, Transport.EDITS_FAILED, Transport.HELD);
    }

    @Test
    void anAnswerIsFinal() {
        assertThat(Transport.ACCEPTED.next()).isEmpty();
        assertThat(Transport.REJECTED.next()).isEmpty();
        assertThat(Transport.REJECTED_ENVELOPE.next()).isEmpty();
    }

    @Test
    void theWireNameComesBack() {
        assertThat(Transport.values())
                .allSatisfy(
                        state -> assertThat(Transport.fromString(state.wire())).isEqualTo(state));
        assertThat(Adjudication.values())
                .allSatisfy(state ->
                        assertThat(Adjudication.fromString(state.wire())).isEqualTo(state));
    }

    @Test
    void nothingIsUndecidedAgain() {
        assertThat(Adjudication.values()).noneMatch(state -> state.next().contains(Adjudication.NONE));
    }
}
