package org.superbill.billing.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.superbill.billing.ledger.ChainCheck.Kept;

class ChainCheckTest {
    private final byte[] genesis = Chain.sha256("genesis".getBytes(StandardCharsets.UTF_8));
    private final ChainCheck check = new ChainCheck(genesis, List.of());
    private byte[] last = genesis;

    private void sealed(long position, String said, @Nullable String says) {
        last = Chain.next(last, digest(said));
        check.take(
                new SealStore.Sealed(position, new UUID(0, position), null, last, says == null ? null : digest(says)));
    }

    private static byte[] digest(String text) {
        return Chain.sha256(text.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void aChainThatHoldsHasNoFindings() {
        sealed(1, "a", "a");
        sealed(2, "b", "b");
        assertThat(check.findings()).isEmpty();
        assertThat(check.position()).isEqualTo(2);
        assertThat(check.hash()).isEqualTo(last);
    }

    @Test
    void onlyTheEntryThatWasChangedIsNamed() {
        sealed(1, "a", "a");
        sealed(2, "b", "another");
        sealed(3, "c", "c");
        assertThat(check.findings())
                .extracting(VerificationView.Finding::sealPosition)
                .containsExactly(2L);
    }

    @Test
    void anEntryThatIsGoneAndSealsThatAreGoneAreNamed() {
        sealed(1, "a", null);
        sealed(4, "d", "d");
        assertThat(check.findings())
                .extracting(VerificationView.Finding::explanation)
                .containsExactly("the entry is gone", "the seals from 2 to 3 are gone");
    }

    private static Kept closing(String month, long position, byte[] hash) {
        return Kept.by(new PeriodView(
                month, "manager", Instant.EPOCH, position, HexFormat.of().formatHex(hash), null));
    }

    private static List<String> explanations(List<Kept> closings, byte[] genesis, byte[]... seals) {
        var check = new ChainCheck(genesis, closings);
        for (var i = 0; i < seals.length; i++) {
            check.take(new SealStore.Sealed(i + 1, new UUID(0, i + 1), null, seals[i], digest("entry " + (i + 1))));
        }
        return check.findings().stream()
                .map(VerificationView.Finding::explanation)
                .toList();
    }

    @Test
    void aChainThatIsNotTheOneOfAClosingIsNamedThoughItHoldsInItself() {
        var first = Chain.next(genesis, digest("entry 1"));
        var second = Chain.next(first, digest("entry 2"));
        var closings =
                List.of(closing("2026-01", 0, genesis), closing("2026-02", 1, first), closing("2026-03", 2, second));
        assertThat(explanations(closings, genesis, first, second)).isEmpty();
        assertThat(explanations(closings, genesis, first))
                .containsExactly("the chain was longer when 2026-03 was closed: seals at its end are gone");
        var others = List.of(closing("2026-02", 1, digest("another")), closing("2026-03", 2, second));
        assertThat(explanations(others, genesis, first, second))
                .containsExactly("the chain had another end when 2026-02 was closed");
    }
}
