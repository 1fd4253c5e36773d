package org.superbill.billing.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ChainCheckTest {
    private final byte[] genesis = Chain.sha256("genesis".getBytes(StandardCharsets.UTF_8));
    private final ChainCheck check = new ChainCheck(genesis);
    private byte[] last = genesis;

    private void sealed(long position, String said, @Nullable String says) {
        last = Chain.next(last, digest(said));
        check.take(new SealStore.Sealed(position, new UUID(0, position), last, says == null ? null : digest(says)));
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
}
