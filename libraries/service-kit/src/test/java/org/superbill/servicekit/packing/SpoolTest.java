package org.superbill.servicekit.packing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class SpoolTest {
    private final ByteArrayOutputStream answer = new ByteArrayOutputStream();

    @Test
    void nothingLeavesBeforeAllIsWritten() throws IOException {
        Spool.through(answer, out -> {
            out.write("Z23\tB\n".repeat(100_000).getBytes(StandardCharsets.US_ASCII));
            out.flush();
            assertThat(answer.size()).isZero();
        });
        assertThat(answer.toString(StandardCharsets.US_ASCII)).isEqualTo("Z23\tB\n".repeat(100_000));
    }

    @Test
    void ofWhatBreaksOffNothingLeaves() {
        assertThatThrownBy(() -> Spool.through(answer, out -> {
                    out.write('Z');
                    throw new IOException("away");
                }))
                .isInstanceOf(IOException.class);
        assertThat(answer.size()).isZero();
    }
}
