package org.superbill.servicekit.packing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import org.junit.jupiter.api.Test;

class UnpackMeterTest {
    private static final int HARMLESS = 16 << 20;

    private static InputStream bytes(int count) {
        return new ByteArrayInputStream(new byte[count]);
    }

    private static long read(UnpackMeter meter, int count) throws IOException {
        return meter.of(bytes(count)).transferTo(OutputStream.nullOutputStream());
    }

    @Test
    void whatIsHarmlessMayBePackedAsItLikesAndNotAByteMore() throws IOException {
        var meter = new UnpackMeter(1, () -> new IllegalArgumentException("too much"));
        assertThat(read(meter, HARMLESS)).isEqualTo(HARMLESS);
        assertThatThrownBy(() -> meter.of(bytes(1)).read()).hasMessage("too much");
    }

    @Test
    void allEntriesOfAnArchiveCountTogether() throws IOException {
        var meter = new UnpackMeter(100_000, () -> new IllegalArgumentException("too much"));
        read(meter, 10_000_000);
        assertThat(read(meter, 10_000_000)).as("two hundred times its size").isEqualTo(10_000_000);
        assertThatThrownBy(() -> read(meter, 1)).hasMessage("too much");
    }
}
