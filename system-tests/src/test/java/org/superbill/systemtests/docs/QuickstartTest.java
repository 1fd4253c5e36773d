package org.superbill.systemtests.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.superbill.systemtests.RunningSystem;
import org.superbill.systemtests.SuperbillSystem;

/** The commands of docs/quickstart.md, as written, against the running system. */
@ExtendWith(RunningSystem.class)
class QuickstartTest {

    @Test
    void everyCommandWorksAndTheClaimIsPaid(SuperbillSystem system, @TempDir Path folder) throws Exception {
        Files.createSymbolicLink(folder.resolve(".superbill"), system.stack().state());
        var script = folder.resolve("quickstart.sh");
        Files.writeString(script, "set -eu\n" + Page.commands("docs/quickstart.md"));
        var output = folder.resolve("output");
        var bash = new ProcessBuilder("bash", script.toString())
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start();
        assertThat(bash.waitFor(120, TimeUnit.SECONDS)).as("ends").isTrue();
        var text = Files.readString(output);
        assertThat(bash.exitValue()).as(text).isZero();
        assertThat(text)
                .contains("Z23")
                .contains("HI*ABK:Z23~")
                .contains("\"adjudication\":\"paid\"")
                .contains("\"balanceCents\":0")
                .contains("claim-submitted")
                .contains("closed");
    }
}
