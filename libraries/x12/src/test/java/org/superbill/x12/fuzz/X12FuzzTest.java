package org.superbill.x12.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Clock;
import org.superbill.x12.X12Exception;
import org.superbill.x12.X12Handler;
import org.superbill.x12.X12Reader;
import org.superbill.x12.cli.Main;
import org.superbill.x12.json.JsonForms;
import org.superbill.x12.json.JsonToX12;

/**
 * Whatever the bytes are: nothing but reported errors, and the same segments by way of JSON. In a normal build the corpus is played
 * ({@code src/test/resources/org/superbill/x12/fuzz/X12FuzzTestInputs}); with {@code JAZZER_FUZZ=1} in the environment it is fuzzed.
 */
class X12FuzzTest {
    @FuzzTest(maxDuration = "30m")
    void readingAndJson(byte[] bytes) throws IOException {
        X12Reader.whole().checkingElements().read(new ByteArrayInputStream(bytes), new X12Handler() {});
        assertThat(JsonForms.segments(JsonForms.x12(JsonForms.json(bytes)))).isEqualTo(JsonForms.segments(bytes));
    }

    @FuzzTest(maxDuration = "30m")
    void jsonInput(byte[] bytes) throws IOException {
        try {
            JsonToX12.convert(new ByteArrayInputStream(bytes), new ByteArrayOutputStream());
        } catch (X12Exception e) {
            assertThat(e.getMessage()).startsWith("Line ");
        }
    }

    @FuzzTest(maxDuration = "30m")
    void roundTrip(byte[] bytes) {
        var out = new ByteArrayOutputStream();
        var err = new ByteArrayOutputStream();
        int exit = Main.run(new ByteArrayInputStream(bytes), out, err, Clock.systemUTC(), "roundtrip", "-");
        assertThat(exit).isBetween(0, 2);
    }
}
